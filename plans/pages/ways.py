"""Where an officer may go from the page of a plan: its editor, its tasks, its history, a plan of their own below it."""

from django.urls import reverse

from childlabour.units.access import Someone, viewer
from plans.models import Action, Plan, Status
from plans.rights import may, writes


def ways_from(user: Someone, plan: Plan) -> list[tuple[str, str]]:
    """(words, address); nothing for the public. No query of its own beyond knowing the user."""
    eyes = viewer(user)
    own = plan.unit_id in eyes.unit_ids
    ways = []
    if may(user, Action.EDIT, plan):
        ways.append(("Soạn tiếp", reverse("desk:editor", args=[plan.pk])))
    if plan.status == Status.ISSUED and writes(user) and not own:
        ways.append(("Lập kế hoạch triển khai", f"{reverse('desk:start')}?tu={plan.pk}"))
    if own or eyes.is_keeper:
        if plan.is_issued:
            ways.append(("Nhiệm vụ đã giao", reverse("tasks:given", args=[plan.pk])))
        ways.append(("Xử lý, diễn biến", reverse("issuing:plan", args=[plan.pk])))
        ways.append(("Lịch sử", reverse("desk:history", args=[plan.pk])))
    return ways
