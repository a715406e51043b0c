"""A leader goes on leave and says who acts at the desk meanwhile (docs/decisions/0049-who-stands-in.md)."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import short_date
from childlabour.notices.telling import tell
from childlabour.units.models import Appointment, Delegation, Officer, Unit


def led_by(officer: Officer) -> QuerySet[Unit]:
    """Units that this officer was appointed to lead; the place of another one is not handed on."""
    appointed = Appointment.objects.valid_on(today()).filter(officer=officer, is_leader=True)
    return Unit.objects.filter(pk__in=appointed.values("unit"))


def may_stand_in(unit: Unit, leader: Officer) -> QuerySet[Officer]:
    """The agency's own people: nobody from outside says yes in its name."""
    serving = Appointment.objects.valid_on(today()).filter(unit=unit)
    return Officer.objects.filter(is_active=True, pk__in=serving.values("officer")).exclude(pk=leader.pk)


@transaction.atomic
def hand_over(leader: Officer, unit: Unit, stand_in: Officer, first_day: date, last_day: date) -> Delegation:
    """From one day to another, both included; `stand_in` is told. Raises Refusal with every reason why not.

    A leader has one stand-in a day in a unit: the leader's row is held while that is looked at.
    """
    Officer.objects.select_for_update(no_key=True).get(pk=leader.pk)
    refused = list(_problems(leader, unit, stand_in, first_day, last_day))
    if refused:
        raise Refusal(*refused)
    delegation = Delegation.objects.create(
        leader=leader,
        unit=unit,
        stand_in=stand_in,
        first_day=first_day,
        last_day=last_day,
        made_at=now(),
    )
    words = f"{leader} giao anh/chị xử lý thay tại {unit}, {days_of(delegation)}."
    tell([stand_in], words, reverse("desk:leave"))
    return delegation


def _problems(
    leader: Officer, unit: Unit, stand_in: Officer, first_day: date, last_day: date
) -> Iterator[Problem]:
    if not led_by(leader).filter(pk=unit.pk).exists():
        yield Problem(f"Chỉ lãnh đạo của {unit} giao được người thay.")
    if stand_in == leader:
        yield Problem("Chọn người khác thay, không phải chính mình.", "stand_in")
    elif not may_stand_in(unit, leader).filter(pk=stand_in.pk).exists():
        yield Problem(f"{stand_in} không công tác tại {unit}: chọn người của cơ quan.", "stand_in")
    if first_day < today():
        yield Problem(f"Ngày {short_date(first_day)} đã qua: ghi từ hôm nay trở đi.", "first_day")
    if last_day < first_day:
        yield Problem("Ngày cuối phải từ ngày đầu trở đi.", "last_day")
        return
    own = Delegation.objects.standing().filter(unit=unit).touching(first_day, last_day)
    for other in own.filter(leader=leader).select_related("stand_in"):
        yield Problem(f"Đã giao {other.stand_in} thay {days_of(other)}: thôi giao lần đó trước.", "first_day")
    for other in own.filter(leader=stand_in).select_related("leader"):
        yield Problem(f"{other.leader} cũng nghỉ {days_of(other)}: chọn người khác.", "stand_in")


@transaction.atomic
def take_back(delegation: Delegation, leader: Officer) -> None:
    """The leader is here again, or chose another one; from now on nobody acts by it."""
    held = Delegation.objects.select_for_update().select_related("unit", "stand_in").get(pk=delegation.pk)
    if held.leader_id != leader.pk:
        raise Refusal(Problem("Chỉ người đã giao mới thôi giao được."))
    if held.revoked_at or held.last_day < today():
        raise Refusal(Problem("Lần giao này đã hết: không còn gì để thôi."))
    held.revoked_at = now()
    held.save(update_fields=["revoked_at"])
    tell([held.stand_in], f"{leader} thôi giao anh/chị xử lý thay tại {held.unit}.", reverse("desk:leave"))


def days_of(delegation: Delegation) -> str:
    """ "ngày 28/11/2026", "từ 28/11/2026 đến hết 30/11/2026"."""
    if delegation.first_day == delegation.last_day:
        return f"ngày {short_date(delegation.first_day)}"
    return f"từ {short_date(delegation.first_day)} đến hết {short_date(delegation.last_day)}"


def handed_over_by(officer: Officer) -> QuerySet[Delegation]:
    """What still runs or is to come."""
    return _running().filter(leader=officer).select_related("stand_in", "unit").order_by("first_day", "pk")


def handed_over_to(officer: Officer) -> QuerySet[Delegation]:
    return _running().filter(stand_in=officer).select_related("leader", "unit").order_by("first_day", "pk")


def _running() -> QuerySet[Delegation]:
    return Delegation.objects.standing().filter(last_day__gte=today())
