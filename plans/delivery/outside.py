"""What the clerk does for units that do not work here: sends to a better mailbox, or notes that a file was carried."""

from django.db import transaction

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from childlabour.jobs.asking import later
from childlabour.notices.posting import mail_is_set
from childlabour.units.access import Someone
from childlabour.units.models import Officer, Role
from plans.law.roles import roles_towards
from plans.models import Channel, Delivery, Document, Status

from .later import mail_document
from .words import name_of


def may_send(user: Someone, document: Document) -> bool:
    """Papers are sent out by the clerk of the agency (NĐ 30/2020, Điều 6.3, 18)."""
    return Role.CLERK in roles_towards(user, document.unit_id)


@transaction.atomic
def carried(delivery: Delivery, officer: Officer) -> None:
    """The file, or the paper, was handed on: written down once."""
    row = _waiting(delivery, officer)
    if row.sent_at is None:
        row.channel, row.sent_at, row.sent_by_name, row.fault = Channel.FILE, now(), str(officer), ""
        row.save(update_fields=["channel", "sent_at", "sent_by_name", "fault"])


@transaction.atomic
def mail_again(delivery: Delivery, officer: Officer) -> None:
    """To the mailbox that the unit has now."""
    row = _waiting(delivery, officer)
    if row.sent_at is not None:
        return
    if not mail_is_set():
        raise Refusal("Hệ thống chưa đặt hộp thư để gửi: chuyển tệp edXML, hoặc báo người quản trị.")
    if not row.unit.email:
        raise Refusal(
            f"{row.unit} chưa có địa chỉ thư điện tử: ghi ở trang quản trị đơn vị, hoặc chuyển tệp edXML."
        )
    row.channel, row.mailbox, row.fault, row.sent_by_name = Channel.MAIL, row.unit.email, "", str(officer)
    row.save(update_fields=["channel", "mailbox", "fault", "sent_by_name"])
    later(mail_document, officer, about=name_of(row.document), document=row.document_id)


def _waiting(delivery: Delivery, officer: Officer) -> Delivery:
    rows = Delivery.objects.select_for_update(of=("self",)).select_related("unit", "document__unit")
    row = rows.get(pk=delivery.pk)
    if not may_send(officer, row.document):
        raise Refusal(f"Chỉ văn thư của {row.document.unit} gửi văn bản đi.")
    if row.document.status != Status.ISSUED:
        raise Refusal(f"Văn bản {row.document.get_status_display()} nên không gửi nữa.")
    return row
