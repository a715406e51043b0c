"""What a person is told about a document on its way: how far it is, and where a missing thing is mended."""

from django.urls import reverse

from childlabour.core.errors import Problem
from plans.drafting.spots import KEY
from plans.law.rights import may_edit
from plans.models import Plan, Status

STAGES = ("Soạn thảo", "Duyệt", "Cấp số", "Ký", "Ban hành")
STAGE_OF_STATUS = {
    status: place
    for place, status in enumerate(
        (Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.NUMBERED, Status.SIGNED, Status.ISSUED)
    )
}


def stages(plan: Plan) -> list[tuple[str, str]]:
    """(words, "done" | "now" | "") of the way from draft to issue; none for what has left that way."""
    reached = STAGE_OF_STATUS.get(plan.status)
    if reached is None:
        return []
    return [
        (words, "done" if place < reached else "now" if place == reached else "")
        for place, words in enumerate(STAGES)
    ]


def with_addresses(problems: tuple[Problem, ...], plan: Plan | None, reader) -> list[dict]:
    """Problems for `components/problems.html`; each leads to its spot in the editor, if `reader` may mend it."""
    may_mend = plan is not None and may_edit(reader, plan)
    return [
        {"message": problem.message, "address": _address(problem.anchor, plan) if may_mend else ""}
        for problem in problems
    ]


def _address(anchor: str, plan: Plan) -> str:
    if KEY.fullmatch(anchor):
        return reverse("desk:spot", args=[plan.pk, anchor])
    return reverse("desk:editor", args=[plan.pk]) if anchor else ""
