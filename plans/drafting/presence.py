"""Who else is at this draft right now."""

from datetime import timedelta
from typing import Any

from childlabour.core.clock import now
from childlabour.units.models import Officer
from plans.models import Document, Presence

LONGEST = 40  # characters of a spot; a longer key only tells less of where somebody is
REMEMBERED = 12  # saves of one officer: of several windows, each may wait for one answer
SILENCE = timedelta(seconds=60)  # three missed calls of the editor


def note_presence(document: Document, officer: Officer, spot: str, saved_as: str = "") -> None:
    """One upsert, a query more for a save; called with every save and every 20 seconds from an open editor.

    `saved_as`: the name of a save that was laid just now.
    """
    noted: dict[str, Any] = {"spot": spot[:LONGEST], "seen_at": now()}
    if saved_as:
        noted["saves"] = [[saved_as, document.revision], *saves_of(document, officer)][:REMEMBERED]
    Presence.objects.update_or_create(document=document, officer=officer, defaults=noted)


def saves_of(document: Document, officer: Officer) -> list[tuple[str, int]]:
    """The last saves of that officer, the latest first: the name of each and the state that it made. One query."""
    noted = document.presences.filter(officer=officer).values_list("saves", flat=True).first()
    return [(name, revision) for name, revision in noted or ()]


def others_at(document: Document, officer: Officer) -> list[Presence]:
    """Other people with an open editor, the latest first. One query."""
    recent = document.presences.filter(seen_at__gt=now() - SILENCE).exclude(officer=officer)
    return list(recent.select_related("officer").order_by("-seen_at"))
