"""All that lag behind are reminded in one act, once a day at most."""

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime

from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from childlabour.notices.telling import Telling, tell_all
from childlabour.units.access import Someone
from childlabour.units.holding import standing_for
from childlabour.units.models import Officer, Role
from plans.law.roles import roles_towards
from plans.models import Document, Reminder, Status

from .reaching import Reach, reach_of
from .sending import RECEIVING
from .words import lower, name_of

MAY_REMIND = frozenset({Role.DRAFTER, Role.LEADER, Role.CLERK})


def may_remind(user: Someone, document: Document) -> bool:
    return bool(MAY_REMIND & roles_towards(user, document.unit_id))


@transaction.atomic
def remind(document: Document, officer: Officer) -> Reminder:
    """A notice to whoever answers for each unit that lags behind; who did it and when is kept.

    Raises Refusal for who may not, where nobody lags behind, and on the second time of a day: two who press at once
    wait for one another. A fixed number of queries, however many units.
    """
    row = Document.objects.select_for_update(of=("self",)).select_related("unit__place").get(pk=document.pk)
    if not may_remind(officer, row):
        raise Refusal(f"Chỉ cán bộ của {row.unit} đôn đốc các đơn vị nhận văn bản này.")
    if row.status != Status.ISSUED:
        raise Refusal(f"Văn bản {row.get_status_display()} nên không đôn đốc nữa.")
    if before := Reminder.objects.filter(document=row, day=today()).first():
        raise Refusal(
            f"Hôm nay {before.officer_name} đã đôn đốc {before.units} đơn vị lúc {localtime(before.at):%H:%M}: "
            "mỗi ngày một lần. Ngày mai đôn đốc tiếp, hoặc gọi điện cho đơn vị."
        )
    lagging = [one for one in reach_of(row) if one.lags]
    people = standing_for({one.delivery.unit_id for one in lagging}, RECEIVING)
    reached = [one for one in lagging if people[one.delivery.unit_id]]
    if not reached:
        raise Refusal("Không còn đơn vị nào trên hệ thống phải đôn đốc.")
    reminder = Reminder.objects.create(
        document=row,
        day=today(),
        at=now(),
        officer=officer,
        officer_name=str(officer),
        units=len(reached),
    )
    said = lower(name_of(row))
    tell_all(Telling(people[one.delivery.unit_id], _words(row, one, said), _way(one)) for one in reached)
    return reminder


def _words(document: Document, reach: Reach, said: str) -> str:
    lacks = "chưa ban hành kế hoạch triển khai" if reach.delivery.received_at else "chưa xác nhận đã nhận"
    return f"{document.unit} đôn đốc: {reach.delivery.unit} {lacks} {said}."


def _way(reach: Reach) -> str:
    return reverse("delivery:delivery", args=[reach.delivery.pk])
