"""What a person is told about a document on its way: how far it is, and where a missing thing is mended."""

from django.urls import reverse

from childlabour.core.errors import Problem
from childlabour.units.access import Someone
from plans.drafting.spots import KEY
from plans.law.rights import may_edit
from plans.models import Document, Status

STAGES = ("Soạn thảo", "Duyệt", "Cấp số", "Ký", "Ban hành")
STAGE_OF_STATUS = {
    status: place
    for place, status in enumerate(
        (Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.NUMBERED, Status.SIGNED, Status.ISSUED)
    )
}


def stages(document: Document) -> list[tuple[str, str]]:
    """(words, "done" | "now" | "") of the way from draft to issue; none for what has left that way."""
    reached = STAGE_OF_STATUS.get(Status(document.status))
    if reached is None:
        return []
    return [
        (words, "done" if place < reached else "now" if place == reached else "")
        for place, words in enumerate(STAGES)
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
    if KEY.fullmatch(anchor):
        return reverse("desk:spot", args=[document.pk, anchor])
    return reverse("desk:editor", args=[document.pk]) if anchor else ""
