"""The history of a draft: one version a sitting, any two of them comparable."""

from datetime import timedelta

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from childlabour.units.models import Officer
from plans.models import Document, Version
from plans.paper.compare import compare
from plans.paper.compose import paper_of
from plans.paper.document import Paper
from plans.paper.extent import too_long
from plans.paper.frozen import from_data, to_data

SITTING = timedelta(minutes=10)  # of silence, after which the same person starts a new version


def keep_version(document: Document, officer: Officer, paper: Paper | None = None) -> Version:
    """Keep how `document` looks now. The caller holds the transaction and the plan's row lock.

    The officer's own latest version grows while the sitting lasts; anyone else's is never touched. Raises
    Refusal when the draft has outgrown what can be printed; one that had already may still be shortened.
    """
    paper = paper or paper_of(document)
    data = to_data(paper)
    latest = document.versions.order_by("-number").first()
    if refused := list(too_long(paper, from_data(latest.paper) if latest else None)):
        raise Refusal(*refused)
    this_moment = now()
    if latest and latest.paper == data:
        return latest
    if latest and latest.officer_id == officer.pk and latest.saved_at > this_moment - SITTING:
        latest.paper, latest.saved_at = data, this_moment
        latest.save(update_fields=["paper", "saved_at"])
        return latest
    return Version.objects.create(
        document=document,
        number=latest.number + 1 if latest else 1,
        started_at=this_moment,
        saved_at=this_moment,
        officer=officer,
        officer_name=str(officer),
        paper=data,
    )


def marked_paper(older: Version, newer: Version) -> Paper:
    """What `newer` changed against `older`, as a paper for `plans.paper.compare.tags`."""
    return compare(from_data(older.paper), from_data(newer.paper))
