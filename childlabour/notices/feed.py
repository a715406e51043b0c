"""The private feed of an officer, for a reader of feeds.

Its key goes in the `Authorization` header (name and key, as a reader of feeds asks for them), never in an address:
addresses stand in the logs of every machine on the way. The calendars of rooms above open by the same key.
"""

import base64
import binascii
import hashlib
import hmac
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from childlabour.units.models import Officer

from .models import Notice, Wishes

SHOWN = 50


def new_key(officer: Officer) -> str:
    """A new key in the place of the old one, shown once."""
    key = secrets.token_urlsafe(24)
    Wishes.objects.update_or_create(officer=officer, defaults={"feed_hash": _hash(key)})
    return key


def revoke(officer: Officer) -> None:
    Wishes.objects.filter(officer=officer).update(feed_hash="")


def officer_behind(request: HttpRequest) -> Officer | None:
    """Whoever the header names, if the key is right and the officer still here. Two names take the same time."""
    name, key = _said(request.headers.get("Authorization", ""))
    wishes = (
        Wishes.objects.select_related("officer")
        .filter(officer__username=name, officer__is_active=True)
        .first()
    )
    kept = wishes.feed_hash if wishes else ""
    is_right = hmac.compare_digest(kept or "0" * 64, _hash(key))
    return wishes.officer if wishes and kept and is_right else None


def key_wanted() -> HttpResponse:
    """Says to a program which key it has to bring along."""
    answer = HttpResponse(
        "Cần tên đăng nhập và khóa nguồn tin.", status=401, content_type="text/plain; charset=utf-8"
    )
    answer["WWW-Authenticate"] = 'Basic realm="Thong bao", charset="UTF-8"'
    return answer


def feed_of(officer: Officer, address: str) -> HttpResponse:
    feed = Atom1Feed(
        title=f"Thông báo của {officer}",
        link=f"{settings.SITE_ADDRESS}{address}",
        description="",
        language="vi",
    )
    for notice in Notice.objects.of(officer)[:SHOWN]:
        where = f"{settings.SITE_ADDRESS}{notice.address}"
        feed.add_item(
            title=notice.words,
            link=where,
            description="",
            unique_id=f"{where}#{notice.pk}",
            updateddate=notice.at,
        )
    answer = HttpResponse(content_type=feed.content_type)
    feed.write(answer, "utf-8")
    answer["Cache-Control"] = "private, no-store"
    return answer


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _said(header: str) -> tuple[str, str]:
    scheme, _, coded = header.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        name, _, key = base64.b64decode(coded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return ("", "") if "\0" in name else (name, key)  # PostgreSQL refuses to be asked for it
