"""Văn bản đến: what was delivered to the units of an officer, with the work that it gives them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from childlabour.units.access import Someone
from plans.delivery.reaching import is_to_plan
from plans.law.belonging import to_document
from plans.models import Assignment, Delivery, Document
from plans.models.delivery import DeliveryQuerySet

MOST_WAITING = 10  # on the desk; the list has them all


@dataclass(frozen=True)
class Tone:
    words: str
    chip: str  # "waiting" | "success"


def incoming_of(user: Someone) -> DeliveryQuerySet:
    """The latest first, each with `tasks`, how many it gives the unit. One query."""
    tasks = (
        Assignment.objects.filter(**{to_document(Assignment): OuterRef("document")}, unit=OuterRef("unit"))
        .order_by()
        .values("unit")
        .annotate(many=Count("pk"))
        .values("many")
    )
    rows = Delivery.objects.come_to(user).select_related("document__unit__place", "unit__place")
    return rows.annotate(tasks=Coalesce(Subquery(tasks), 0)).order_by("-pk")


def listed(rows: Iterable[Delivery]) -> list[Delivery]:
    """Each with `state`, for delivery/row.html."""
    deliveries = list(rows)
    for delivery in deliveries:
        delivery.state = state_of(delivery)  # type: ignore[attr-defined] # for the row alone
    return deliveries


def waiting_of(user: Someone) -> list[Delivery]:
    """Not yet received, the latest `MOST_WAITING` of them. One query."""
    return listed(incoming_of(user).not_received()[:MOST_WAITING])


def stages_of(delivery: Delivery, own_plan: Document | None) -> list[tuple[str, str]]:
    """For components/steps.html: how far it is with us."""
    reached = [True, delivery.opened_at is not None, delivery.received_at is not None]
    names = ["Gửi đến", "Mở", "Nhận"]
    if is_to_plan(delivery.document, delivery):
        names += ["Lập kế hoạch", "Ban hành"]
        reached += [own_plan is not None, own_plan is not None and own_plan.is_issued]
    waits = reached.index(False) if False in reached else -1
    return [
        (name, "done" if reached[place] else "now" if place == waits else "")
        for place, name in enumerate(names)
    ]


def state_of(delivery: Delivery) -> Tone:
    if delivery.received_at:
        return Tone("đã nhận", "success")
    return Tone("đã mở, chưa nhận" if delivery.opened_at else "mới đến", "waiting")
