"""What a person is told about a document on its way: how far it is, and where a missing thing is mended."""

from django.urls import reverse

from childlabour.core.errors import Problem
from childlabour.units.access import Someone
from plans.drafting.spots import spot_of
from plans.law.rights import may_edit
from plans.models import Document, Origin, Status

DRAFT, SUBMITTED, ISSUED = Status.DRAFT, Status.SUBMITTED, Status.ISSUED

# Of each way, its stages, and the states in which a document stands at one after the other; in the last it has arrived.
STAGES = {
    Origin.HERE: ("Soạn thảo", "Duyệt", "Cấp số", "Ký", "Ban hành"),
    Origin.CARRIED_OVER: ("Nhập lại", "Đối chiếu, công bố"),
}
STANDS_AT = {
    Origin.HERE: (DRAFT, SUBMITTED, Status.APPROVED, Status.NUMBERED, Status.SIGNED, ISSUED),
    Origin.CARRIED_OVER: (DRAFT, SUBMITTED, ISSUED),
}


def stages(document: Document) -> list[tuple[str, str]]:
    """(words, "done" | "now" | "") of the way from draft to issue; none for what has left that way."""
    way, state = Origin(document.origin), Status(document.status)
    if state not in STANDS_AT[way]:
        return []
    reached = STANDS_AT[way].index(state)
    return [
        (words, "done" if place < reached else "now" if place == reached else "")
        for place, words in enumerate(STAGES[way])
    ]


def with_addresses(
    problems: tuple[Problem, ...], document: Document | None, reader: Someone
) -> list[dict[str, str]]:
    """Problems for `components/problems.html`; each leads to its spot in the editor, if `reader` may mend it."""
    mended = document if document is not None and may_edit(reader, document) else None
    return [
        {"message": problem.message, "address": _address(problem.anchor, mended) if mended else ""}
        for problem in problems
    ]


def _address(anchor: str, document: Document) -> str:
    if spot := spot_of(anchor):
        return reverse("desk:spot", args=[document.pk, spot])
    return reverse("desk:editor", args=[document.pk]) if anchor else ""
