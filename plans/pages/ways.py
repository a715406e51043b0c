"""Where an officer may go from the page of a plan: its editor, its tasks, its history, a plan of their own below it."""

from django.urls import reverse

from childlabour.units.access import viewer
from plans.law.rights import may_create, may_edit
from plans.models import Plan, Status


def ways_from(user, plan: Plan) -> list[tuple[str, str]]:
    """(words, address); nothing for the public. No query of its own beyond knowing the user."""
    eyes = viewer(user)
    own = plan.unit_id in eyes.seen_unit_ids
    ways = []
    if may_edit(user, plan):
        ways.append(("Soạn tiếp", reverse("desk:editor", args=[plan.pk])))
    if plan.status == Status.ISSUED and may_create(user) and not own:
        ways.append(("Lập kế hoạch triển khai", f"{reverse('desk:start')}?tu={plan.pk}"))
    if eyes.sees(plan.unit_id):
        if plan.is_issued:
            ways.append(("Nhiệm vụ đã giao", reverse("tasks:given", args=[plan.pk])))
        ways.append(("Xử lý, diễn biến", reverse("issuing:plan", args=[plan.pk])))
        ways.append(("Lịch sử", reverse("desk:history", args=[plan.pk])))
    return ways
