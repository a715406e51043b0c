"""An issued document by mail to a unit that does not work here: its authentic copy, and where it can be verified.

As with notices (`childlabour.notices.posting`), a letter is claimed before it goes out, what may be taken later waits,
and a mailbox that refuses for good stops nobody else's. In the letter stand the issuer, number, day, title and the
file that everybody may read anyway.
"""

import logging
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from childlabour.core.clock import now
from childlabour.core.vietnamese import short_date
from childlabour.notices.posting import is_for_good
from plans.models import Delivery, Document, Status
from plans.paper.authentic import annexes_beside, authentic_bytes

from .words import name_of

logger = logging.getLogger(__name__)

LARGEST = 10 * 1024 * 1024  # bytes; many post offices take no larger letter, and the file can be downloaded
REFUSED = "Hộp thư không nhận: xem lại địa chỉ thư điện tử của đơn vị."
FOOT = "Thư tự động, không cần trả lời."


def mail(document: Document) -> int:
    """Sends it to every mailbox that waits; gives how many letters went out. To be called outside of any transaction.

    Raises OSError or smtplib's exceptions where the post office cannot be reached, or asks to come again later for some
    mailbox; what went out is noted.
    """
    if document.status != Status.ISSUED:  # revoked before its letters went out
        return 0
    waiting = list(Delivery.objects.to_mail().filter(document=document).select_related("unit").order_by("pk"))
    if not waiting:
        return 0
    files = _files(document)
    sent, put_off = 0, None
    with get_connection() as post_office:
        for delivery in waiting:
            letter = _letter(document, delivery, files)
            letter.connection = post_office
            try:
                sent += _sent(delivery, letter)
            except (SMTPRecipientsRefused, SMTPDataError) as fault:
                put_off = fault
    if put_off:
        raise put_off
    return sent


def _sent(delivery: Delivery, letter: EmailMessage) -> bool:
    """Whether it went out now. Of two workers one sends it."""
    row = Delivery.objects.filter(pk=delivery.pk)
    if not row.to_mail().update(sent_at=now()):
        return False
    try:
        letter.send()
    except (OSError, ValueError) as fault:  # smtplib's are OSErrors; an address that is none is a ValueError
        row.update(sent_at=None)
        if not is_for_good(fault):
            raise
        logger.warning("The mailbox of unit %s takes no letters: %s", delivery.unit_id, type(fault).__name__)
        row.update(fault=REFUSED)
        return False
    return True


def _files(document: Document) -> dict[str, bytes]:
    """Names → the paper, then its annexes where they were issued apart."""
    annexes = {annex.name: annex.pdf for annex in annexes_beside(document)}
    return {f"{document.slug}.pdf": authentic_bytes(document)} | annexes


def _letter(document: Document, delivery: Delivery, files: dict[str, bytes]) -> EmailMessage:
    said = name_of(document)
    is_enclosed = sum(map(len, files.values())) <= LARGEST
    body = (
        f"Kính gửi {delivery.unit.name},",
        f"{document.unit.name} gửi {said} ngày {short_date(document.issued_on)}: {' '.join(document.title.split())}."
        if document.issued_on
        else f"{document.unit.name} gửi {said}: {' '.join(document.title.split())}.",
        "Văn bản kèm theo thư này."
        if is_enclosed
        else "Văn bản lớn nên không kèm theo thư: tải ở địa chỉ dưới đây.",
        f"Đọc và tải văn bản: {settings.SITE_ADDRESS}{document.get_absolute_url()}",
        f"Xác thực: {settings.SITE_ADDRESS}{reverse('issuing:verify', args=[document.verification_code])}",
        FOOT,
    )
    letter = EmailMessage(
        subject=f"{document.unit}: {said}",
        body="\n\n".join(body),
        from_email=settings.EMAIL_FROM,
        to=[delivery.mailbox],
    )
    if is_enclosed:
        for name, pdf in files.items():
            letter.attach(name, pdf, "application/pdf")
    return letter
