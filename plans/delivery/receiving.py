"""A document has come: who looked at it first, and who said "đã nhận"."""

from django.db import transaction

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from childlabour.units.access import Someone, viewer
from childlabour.units.holding import standing_for
from childlabour.units.models import Officer
from plans.law.roles import roles_towards
from plans.models import Delivery, Document

from .sending import RECEIVING


def delivery_to(user: Someone, document: Document) -> Delivery | None:
    """Of this document to this person's units. One query; none for the public, and for a draft."""
    if not document.is_issued or not viewer(user).seen_unit_ids:
        return None
    rows = Delivery.objects.come_to(user).filter(document=document).select_related("unit")
    return rows.order_by("pk").first()


def note_opening(delivery: Delivery, officer: Someone) -> None:
    """The first time that one of the unit's own people looks at it. No query afterwards."""
    if delivery.opened_at is not None or delivery.unit_id not in viewer(officer).seen_unit_ids:
        return
    delivery.opened_at, delivery.opened_by_name = now(), str(officer)
    Delivery.objects.filter(pk=delivery.pk, opened_at=None).update(
        opened_at=delivery.opened_at, opened_by_name=delivery.opened_by_name
    )


def may_receive(user: Someone, delivery: Delivery) -> bool:
    return bool(RECEIVING & roles_towards(user, delivery.unit_id))


@transaction.atomic
def receive(delivery: Delivery, officer: Officer) -> Delivery:
    """ "Đã nhận": once; whoever says it again changes nothing. Raises Refusal for who does not answer for the unit."""
    row = Delivery.objects.select_for_update(of=("self",)).select_related("unit").get(pk=delivery.pk)
    if not may_receive(officer, row):
        raise Refusal(f"Anh/chị không nhận văn bản thay {row.unit}. {who_receives(row)}")
    if row.received_at is None:
        row.received_at, row.received_by_name = now(), str(officer)
        if row.opened_at is None:
            row.opened_at, row.opened_by_name = row.received_at, row.received_by_name
        row.save(update_fields=["received_at", "received_by_name", "opened_at", "opened_by_name"])
    return row


def who_receives(delivery: Delivery) -> str:
    """ "Người nhận: Giàng A Páo." Two queries."""
    people = standing_for([delivery.unit_id], RECEIVING)[delivery.unit_id]
    names = ", ".join(sorted({str(one) for one in people}))
    return f"Người nhận: {names}." if names else "Chưa có ai được giao nhận: báo người quản trị hệ thống."
