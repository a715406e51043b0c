"""Where an officer may go from the page of a plan: its editor, its tasks, its history, a plan of their own below it."""

from django.urls import reverse

from childlabour.units.access import Someone, viewer
from plans.issuing.workflow import may
from plans.law.rights import may_create, may_edit
from plans.law.seeing import sees_dealings
from plans.models import Action, Document, Status


def ways_from(user: Someone, document: Document, *, has_come: bool = False) -> list[tuple[str, str]]:
    """(words, address); nothing for the public. No query of its own beyond knowing the user.

    `has_come`: it was delivered to this person's unit, whose own plan is opened from there.
    """
    eyes = viewer(user)
    own = document.unit_id in eyes.seen_unit_ids
    ways = []
    if may_edit(user, document):
        ways.append(("Soạn tiếp", reverse("desk:editor", args=[document.pk])))
    if document.status == Status.ISSUED and may_create(user) and not own and not has_come:
        ways.append(("Lập kế hoạch triển khai", f"{reverse('desk:start')}?tu={document.pk}"))
    if sees_dealings(user, document):
        if document.is_issued:
            if may(user, Action.MARK, document):
                ways.append(("Đánh dấu nội dung", reverse("issuing:marking", args=[document.pk])))
            ways.append(("Nơi đã gửi, đã nhận", reverse("delivery:sent", args=[document.pk])))
            ways.append(("Nhiệm vụ đã giao", reverse("tasks:given", args=[document.pk])))
        ways.append(("Xử lý, diễn biến", reverse("issuing:document", args=[document.pk])))
        ways.append(("Lịch sử", reverse("desk:history", args=[document.pk])))
    return ways
