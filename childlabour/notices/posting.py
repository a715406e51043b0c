"""Notices by mail: their sentences and where to read more, nothing else.

What cannot be sent now waits, and the job says so. A notice is claimed before its letter goes out, so that of two
workers one sends it; where the power fails in between, it stands on the desk alone.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from childlabour.core.clock import now
from childlabour.units.models import Officer

from .models import ByMail, Notice, NoticeQuerySet

logger = logging.getLogger(__name__)

TOO_OLD = timedelta(days=3)  # what could not be sent for so long is only on the desk
AT_ONCE = 500
FOR_GOOD = 500  # SMTP: from here on the same letter is refused again, below it may be taken later


def mail_is_set() -> bool:
    return bool(settings.EMAIL_FROM)


def waiting(how: ByMail) -> NoticeQuerySet:
    """What officers want in this way and have not got. A notice that was seen on the desk needs no letter."""
    return Notice.objects.unmailed().unseen().wished(how).filter(at__gt=now() - TOO_OLD)


def post(how: ByMail) -> int:
    """Sends what waits; gives how many letters went out. To be called outside of any transaction.

    A mailbox that is refused for good gets no letter and stops nobody else's. Raises OSError or smtplib's exceptions
    where the post office cannot be reached, or asks to come again later for some mailbox; what went out is noted.
    """
    found = waiting(how).select_related("officer").order_by("pk")[:AT_ONCE]
    letters = _letters(found, one_each=how == ByMail.EACH)
    if not letters:
        return 0
    sent, put_off = 0, None
    with get_connection() as post_office:
        for officer, notices in letters:
            try:
                sent += _sent(officer, _claimed(notices), post_office)
            except (SMTPRecipientsRefused, SMTPDataError) as fault:
                put_off = fault
    if put_off:
        raise put_off
    return sent


def _claimed(notices: Iterable[Notice]) -> list[Notice]:
    """Those that no other worker sends."""
    unmailed = Notice.objects.unmailed()
    return [notice for notice in notices if unmailed.filter(pk=notice.pk).update(mailed_at=now())]


def _sent(officer: Officer, notices: list[Notice], post_office: BaseEmailBackend) -> bool:
    """Whether a letter went out. What may be taken later is given back."""
    if not notices:
        return False
    try:
        _letter(officer, notices, post_office).send()
    except (OSError, ValueError) as fault:  # smtplib's are OSErrors; an address that is none is a ValueError
        if not is_for_good(fault):
            Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=None)
            raise
        logger.warning("The mailbox of officer %s takes no letters: %s", officer.pk, type(fault).__name__)
        return False
    return True


def is_for_good(fault: Exception) -> bool:
    """Of this mailbox or this letter alone; a sender that is refused is a fault of the settings."""
    match fault:
        case SMTPRecipientsRefused():
            return all(code >= FOR_GOOD for code, _ in fault.recipients.values())
        case SMTPDataError():
            return fault.smtp_code >= FOR_GOOD
        case _:
            return isinstance(fault, ValueError)


def _letters(notices: Iterable[Notice], *, one_each: bool) -> list[tuple[Officer, list[Notice]]]:
    if one_each:
        return [(notice.officer, [notice]) for notice in notices]
    by_officer: dict[Officer, list[Notice]] = defaultdict(list)
    for notice in notices:
        by_officer[notice.officer].append(notice)
    return list(by_officer.items())


def _letter(officer: Officer, notices: list[Notice], post_office: BaseEmailBackend) -> EmailMessage:
    lines = (f"{notice.words}\n{settings.SITE_ADDRESS}{notice.address}" for notice in notices)
    return EmailMessage(
        subject=notices[0].words if len(notices) == 1 else f"{len(notices)} thông báo mới",
        body="\n\n".join((f"Kính gửi {officer},", *lines, FOOT)),
        from_email=settings.EMAIL_FROM,
        to=[officer.email],
        connection=post_office,
    )


FOOT = (
    "Thư tự động, không cần trả lời. Muốn đổi cách nhận thông báo: đăng nhập, bấm tên mình, chọn “Thông báo”."
)
