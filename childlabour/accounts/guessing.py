"""Who guesses passwords is slowed: a name from one address (django-axes), and an address whatever names it tries.

Both are counted in the database, which all processes share. Nobody is locked out for ever, and nobody by what
happens at another address.
"""

import logging
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from childlabour.core.clock import now
from childlabour.core.proxy import client_address, client_network

from .models import FailedLogIn

logger = logging.getLogger(__name__)

WINDOW = timedelta(minutes=10)
SHOWN = 1  # letters of a name that a log may hold: a password typed into the wrong field stays unread
LONGEST_PREFIX = 4  # "vt.", "ubnd."


def masked(name: str | None) -> str:
    """ "vt.l***" of "vt.lan", "l***" of "lan": enough to ask the right person."""
    before, dot, last = (name or "").rpartition(".")
    shown = f"{before}{dot}" if len(before) <= LONGEST_PREFIX and before.isalpha() else ""
    first = last[:SHOWN] if last[:SHOWN].isalnum() else ""  # never a line of its own in the log
    return f"{shown}{first}***"


def in_a_log(name: str | None, address: str | None, *_: object) -> str:
    """How django-axes calls a caller in its lines."""
    return f"{masked(name)} from {address}"


def note_failure(request: HttpRequest, name: str | None, what: str = "log-in") -> None:
    logger.warning("A %s failed: %s", what, in_a_log(name, client_address(request)))
    FailedLogIn.objects.create(network=client_network(request))


def seconds_to_wait(request: HttpRequest) -> int:
    """0 when this address may try now. One query."""
    failed = FailedLogIn.objects.filter(network=client_network(request), failed_at__gt=now() - WINDOW)
    latest = failed.order_by("-failed_at").values_list("failed_at", flat=True)[: settings.LOGIN_FAILURES]
    if len(latest) < settings.LOGIN_FAILURES:
        return 0
    return _seconds_until(latest[len(latest) - 1] + WINDOW)


def slowed(request: HttpRequest, seconds: int) -> HttpResponse:
    """This address has guessed too often."""
    logger.warning("Too many log-ins failed from %s.", client_address(request))
    return _wait(request, "account/slowed.html", seconds)


def locked_out(request: HttpRequest, _: object, credentials: dict[str, Any] | None) -> HttpResponse:
    """This name has been tried too often from this address (AXES_LOCKOUT_CALLABLE)."""
    tried = AccessAttempt.objects.filter(
        username=(credentials or {}).get("username"), ip_address=client_address(request)
    )
    last = tried.order_by("-attempt_time").values_list("attempt_time", flat=True).first() or now()
    return _wait(request, "locked_out.html", _seconds_until(last + settings.AXES_COOLOFF_TIME))


def _seconds_until(moment: datetime) -> int:
    return max(1, ceil((moment - now()).total_seconds()))


def _wait(request: HttpRequest, template: str, seconds: int) -> HttpResponse:
    context = {"limit": settings.AXES_FAILURE_LIMIT, "minutes": ceil(seconds / 60)}
    answer = render(request, template, context, status=429)
    answer["Retry-After"] = str(seconds)
    return answer
