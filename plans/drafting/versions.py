"""The history of a draft: what it said at each turn, each to be read, compared with any other and brought back.

The latest version is the draft as it stands and holds nothing of its own: a save writes no second copy of the words.
It is closed, what it said written into it, before the first change that is not of its sitting: somebody else's, one
after ten minutes of silence or half an hour of writing, one after a step (submitted, returned), one that brings or
takes away many blocks at once (a paste). It is closed at once where its writer names it. Nothing is lost in between:
only a draft changes, and it changes by `lay_change` alone.
"""

from datetime import timedelta
from typing import Any

from django.db.models import Max

from childlabour.core.clock import now
from childlabour.units.models import Officer
from plans.content.shapes import content_as_data, content_from
from plans.content.values import Content
from plans.models import AS_IT_STANDS, Document, Version
from plans.paper.compare import compare
from plans.paper.compose import paper_of, paper_saying
from plans.paper.document import Paper
from plans.paper.frozen import from_data

SITTING = timedelta(minutes=10)  # of silence, after which the same person starts a new version
LONGEST = timedelta(minutes=30)  # of writing on and on
MANY = 20  # blocks that come or go at once: what stood before is a version


def keep_version(
    document: Document, officer: Officer, before: Content, after: Content, *, brings_back: int | None = None
) -> Version:
    """Remember that `officer` changed `document` from `before` to `after`. The caller holds its lock and transaction.

    `brings_back` names the version that was restored: such a change is a version of its own. Three queries, four where
    a new version begins.
    """
    latest = document.versions.filter(AS_IT_STANDS).first()
    is_turn = brings_back or _is_great(before, after)
    if latest and not is_turn and _is_of_the_sitting(latest, document, officer):
        latest.saved_at, latest.revision = now(), document.revision
        latest.save(update_fields=["saved_at", "revision"])
        return latest
    if latest:
        _close(latest, before)
    return _begin(document, officer, brings_back=brings_back)


def _begin(document: Document, officer: Officer, **said: Any) -> Version:
    last = document.versions.aggregate(number=Max("number"))["number"] or 0
    return Version.objects.create(
        document=document,
        number=last + 1,
        started_at=now(),
        saved_at=now(),
        officer=officer,
        officer_name=str(officer),
        revision=document.revision,
        **said,
    )


def _is_of_the_sitting(latest: Version, document: Document, officer: Officer) -> bool:
    return (
        latest.officer_id == officer.pk
        and latest.saved_at > now() - SITTING
        and latest.started_at > now() - LONGEST
        and latest.brings_back is None
        and not document.events.filter(at__gte=latest.saved_at).exists()
    )


def _is_great(before: Content, after: Content) -> bool:
    """A paste, many lines taken out. What a draft begins with is no turn of it."""
    if not before.blocks:
        return False
    came_or_went = {block.key for block in before.blocks} ^ {block.key for block in after.blocks}
    return len(came_or_went) >= MANY


def name_version(document: Document, officer: Officer, content: Content, name: str) -> Version:
    """What the draft says now, `content`, is a version of its own under this name; the next change begins another.

    The caller holds its lock and transaction.
    """
    latest = document.versions.first() or _begin(document, officer)
    latest.name = name
    if latest.is_as_it_stands:
        latest.content = content_as_data(content)
    latest.save(update_fields=["name", "content"])
    return latest


def _close(version: Version, content: Content) -> None:
    version.content = content_as_data(content)
    version.save(update_fields=["content"])


def paper_at(version: Version, document: Document) -> Paper:
    """The paper of `document` as that version left it; one of the first shape has its own head."""
    if version.is_as_it_stands:
        return paper_of(document)
    if version.paper is not None:
        return from_data(version.paper)
    return paper_saying(content_from(version.content), document)


def marked_paper(older: Version, newer: Version, document: Document) -> Paper:
    """What `newer` changed against `older`, as a paper for `plans.paper.compare.tags`."""
    return compare(paper_at(older, document), paper_at(newer, document))
