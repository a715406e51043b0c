"""How far an issued document got: of each unit whether it was sent, opened, received, and carried out by a plan.

Drafts below are nobody's business above: only what is issued is told.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time

from django.utils.timezone import make_aware

from childlabour.core.clock import today
from childlabour.core.vietnamese import sort_key
from childlabour.units.models import UnitFunction, UnitSuccession
from plans.models import Channel, Delivery, Document
from targets.catalogue.models import CalendarDay

# What comes in is laid before whoever decides on it the same day, at the latest on the next working day
# (NĐ 30/2020, Điều 23.1).
WORKING_DAYS = 1

LATE, OPEN, RECEIVED, DONE = "late", "open", "reported", "done"  # ◆ □ ◧ ■ of the strip


@dataclass(frozen=True)
class Reach:
    """One unit, and how far the document got with it."""

    delivery: Delivery  # with `unit`
    own_plan: int | None  # the issued document by which it carries this one out
    is_to_plan: bool  # a committee below: it carries the document out by a plan of its own
    look: str

    @property
    def name(self) -> str:
        """Where it stands, in words."""
        delivery = self.delivery
        if self.own_plan:
            return "đã ban hành kế hoạch"
        if delivery.received_at:
            return "đã nhận, chưa ban hành kế hoạch" if self.is_to_plan else "đã nhận"
        if delivery.sent_at is None:
            return "chưa gửi được" if delivery.fault else _WAITS[delivery.channel]
        if delivery.channel != Channel.DESK:
            return _LEFT[delivery.channel]
        return "đã mở, chưa nhận" if delivery.opened_at else "chưa mở"

    @property
    def lags(self) -> bool:
        """Somebody there could be reminded."""
        return self.look != DONE and self.delivery.sent_at is not None


_WAITS = {Channel.MAIL.value: "chờ gửi thư", Channel.FILE.value: "chờ chuyển tệp"}
_LEFT = {Channel.MAIL.value: "đã gửi thư", Channel.FILE.value: "đã chuyển tệp"}


@dataclass(frozen=True)
class Counts:
    """Of the units that a document was issued for."""

    sent: int
    opened: int
    received: int
    to_plan: int
    issued: int
    late: int
    waiting: int  # for the post office or for the clerk


def reach_of(document: Document) -> list[Reach]:
    """Every unit, late ones first, then by their places. Four queries, however many units; 10,000 take 0.6 s."""
    deliveries = list(
        Delivery.objects.filter(document=document)
        .select_related("unit__place")
        .only(
            *(field.attname for field in Delivery._meta.concrete_fields),
            *("unit__name", "unit__short_name", "unit__email", "unit__function", "unit__place__path"),
        )
    )
    plans = _plans_below(document, {delivery.unit_id for delivery in deliveries})
    late_before = _late_before()
    found = [_reach(document, delivery, plans.get(delivery.unit_id), late_before) for delivery in deliveries]
    order = (LATE, OPEN, RECEIVED, DONE).index
    return sorted(
        found,
        key=lambda one: (order(one.look), one.delivery.unit.place.path, sort_key(str(one.delivery.unit))),
    )


def counts_of(reached: Collection[Reach]) -> Counts:
    deliveries = [one.delivery for one in reached]
    return Counts(
        sent=sum(one.sent_at is not None for one in deliveries),
        opened=sum(one.opened_at is not None for one in deliveries),
        received=sum(one.received_at is not None for one in deliveries),
        to_plan=sum(one.is_to_plan for one in reached),
        issued=sum(one.own_plan is not None for one in reached),
        late=sum(one.look == LATE for one in reached),
        waiting=sum(one.sent_at is None for one in deliveries),
    )


def _reach(document: Document, delivery: Delivery, own_plan: int | None, late_before: datetime) -> Reach:
    to_plan = is_to_plan(document, delivery)
    if own_plan or (delivery.received_at and not to_plan):
        look = DONE
    elif delivery.received_at:
        look = RECEIVED
    elif delivery.sent_at is None:
        look = OPEN
    elif delivery.channel != Channel.DESK and delivery.opened_at is None:
        look = DONE  # nobody there can say so here
    else:
        look = LATE if delivery.sent_at < late_before else OPEN
    return Reach(delivery, own_plan, to_plan, look)


def is_to_plan(document: Document, delivery: Delivery) -> bool:
    """A committee of a place below the issuer's, of a document that is carried out by others."""
    above, here = document.unit.place.path, delivery.unit.place.path
    return (
        document.facts.carried_out
        and delivery.unit.function == UnitFunction.COMMITTEE
        and here.startswith(above)
        and here != above
    )


def _plans_below(document: Document, units: Collection[int]) -> dict[int, int]:
    """Units → the issued document by which they, or whoever took their place, carry `document` out. Two queries."""
    issued = Document.objects.issued().filter(parent=document).order_by("-pk")
    plans = dict(issued.values_list("unit", "pk"))
    handed_on = UnitSuccession.objects.filter(new__in=list(plans)).values_list("old", "new")
    taken_over = {old: plans[new] for old, new in handed_on if old in units}
    return taken_over | plans


def _late_before() -> datetime:
    """What was sent before, and is not received, is late: its day and the working day after it are over."""
    calendar = CalendarDay.objects.calendar()
    day = calendar.before(today(), WORKING_DAYS)
    return make_aware(datetime.combine(day, time.min))
