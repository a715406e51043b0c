"""The list of log-ins, kept beside the sessions: begun, seen, ended."""

from datetime import timedelta

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from childlabour.core.clock import now
from childlabour.core.proxy import client_address
from childlabour.units.gate import OfficersRequest
from childlabour.units.models import Officer

from .models import LONGEST_AGENT, LogIn

SEEN_EVERY = timedelta(minutes=1)  # a write for every page would be one too many


def fingerprint(request: HttpRequest) -> str:
    return salted_hmac("log-in", request.session.session_key or "").hexdigest()


def begin(request: HttpRequest, officer: Officer) -> None:
    """After `login`, which gives the session its key."""
    LogIn.objects.get_or_create(
        key_hash=fingerprint(request),
        defaults={
            "officer": officer,
            "address": (client_address(request) or "")[:45],
            "agent": request.headers.get("User-Agent", "")[:LONGEST_AGENT].replace("\0", ""),
        },
    )


def has_come_in_from_here(request: HttpRequest, officer: Officer) -> bool:
    """At this address, within what the list remembers. One query."""
    return LogIn.objects.of(officer).filter(address=client_address(request) or "").exists()


def goes_on(request: HttpRequest, officer: Officer, *, is_sign_of_life: bool) -> bool:
    """Whether the log-in behind a request still stands. One query, and once a minute a write.

    A session without a row, from wherever it came, is given one: there is no way in that is not on the list.
    """
    log_in = LogIn.objects.filter(key_hash=fingerprint(request)).first()
    if log_in is None:
        begin(request, officer)
        return True
    if not log_in.stands or log_in.officer_id != officer.pk:
        return False
    if is_sign_of_life and log_in.last_seen < now() - SEEN_EVERY:
        LogIn.objects.filter(pk=log_in.pk).update(last_seen=now())
    return True


def end_this(request: HttpRequest) -> None:
    """Before `logout`, which takes the key away."""
    LogIn.objects.filter(key_hash=fingerprint(request)).end()


def end_elsewhere(request: OfficersRequest, number: int | None = None) -> int:
    """The officer's other log-ins, or the one of this number; how many were ended. Seen at their next page."""
    others = LogIn.objects.of(request.user).standing().exclude(key_hash=fingerprint(request))
    return (others if number is None else others.filter(pk=number)).end()


def keep_after_new_password(request: OfficersRequest) -> None:
    """This browser stays in under a new key; every other one was shut out by the new password."""
    here = fingerprint(request)
    LogIn.objects.of(request.user).exclude(key_hash=here).end()
    update_session_auth_hash(request, request.user)
    LogIn.objects.filter(key_hash=here).update(key_hash=fingerprint(request))
