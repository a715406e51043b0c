"""Notices by mail: their sentences and where to read more, nothing else.

What cannot be sent now waits, and the job says so; a letter may come twice when the power fails between sending and
noting it, never not at all.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from childlabour.core.clock import now
from childlabour.units.models import Officer

from .models import ByMail, Notice

TOO_OLD = timedelta(days=3)  # what could not be sent for so long is only on the desk
AT_ONCE = 500


def mail_is_set() -> bool:
    return bool(settings.EMAIL_FROM)


def post(how: ByMail) -> int:
    """Sends what officers want in this way and have not got; gives how many letters went out.

    A notice that was seen on the desk needs no letter. Raises OSError or smtplib's exceptions where the post office
    cannot be reached; what went out before is noted.
    """
    waiting = Notice.objects.unmailed().unseen().wished(how).filter(at__gt=now() - TOO_OLD)
    letters = _letters(
        waiting.select_related("officer").order_by("pk")[:AT_ONCE], one_each=how == ByMail.EACH
    )
    if not letters:
        return 0
    with get_connection() as post_office:
        for officer, notices in letters:
            _letter(officer, notices, post_office).send()
            Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=now())
    return len(letters)


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
