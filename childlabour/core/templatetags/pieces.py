"""Icons: few, inline, always beside a word. Chips: a word and a shape, never colour alone."""

from datetime import date

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date, write_number

register = template.Library()

# Drawn on a grid of 24 with a pen of 2.
ICONS = {
    "phone": "M6.6 3H4a1 1 0 0 0-1 1 17 17 0 0 0 17 17 1 1 0 0 0 1-1v-3l-4.5-2-2 2A13 13 0 0 1 7 9.5l2-2z",
    "search": "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm5 12 4.5 4.5",
    "download": "M12 3v12m-5-5 5 5 5-5M4 20h16",
    "print": "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
    "file": "M6 2.5h8L19 8v13.5H6zM14 2.5V8h5",
    "check": "m4 12.5 5.5 5.5L20 6.5",
    "warning": "M12 3 22 20H2zm0 6.5V14m0 2.8v.4",
    "clock": "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 4.5V12l3 2",
    "info": "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 8v5.5m0-9.2v.4",
    "plus": "M12 4v16M4 12h16",
    "up": "m5 14 7-7 7 7",
    "down": "m5 10 7 7 7-7",
    "menu": "M4 6h16M4 12h16M4 18h16",
    "remove": "m5 5 14 14M19 5 5 19",
}


@register.simple_tag
def icon(name: str, size: int = 20) -> SafeString:
    """`{% icon "phone" %}`: hidden from readers, so a word must stand beside it."""
    return format_html(
        '<svg class="icon" width="{0}" height="{0}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        '<path d="{1}"/></svg>',
        str(size),
        mark_safe(ICONS[name]),
    )


@register.simple_tag
def address_of_page(request: HttpRequest) -> str:
    """Where this very page is read on the web: what its print says, whoever asked under whatever name."""
    return settings.SITE_ADDRESS + request.get_full_path()


@register.simple_tag
def printed_today() -> str:
    """The day on which a page was fetched, and so printed."""
    return short_date(today())


@register.simple_tag
def chip(word: str, tone: str = "plain") -> SafeString:
    """`{% chip "chờ duyệt" "waiting" %}`; tones: plain, action, success, waiting, seal."""
    return format_html('<span class="chip" data-tone="{}">{}</span>', tone, word)


@register.simple_tag
def deadline_chip(due_on: date | None, done: bool = False) -> str:
    """ "còn 12 ngày", "đến hạn hôm nay", "quá hạn 3 ngày"; nothing without a date or when done."""
    if due_on is None or done:
        return ""
    return chip(*deadline(due_on))


SOON = 7  # days
LONG_AGO = 60  # days: beyond, the day says more than how many there were since


def deadline(due_on: date, on: date | None = None) -> tuple[str, str]:
    """Words and tone of a deadline as seen from `on` (today when not given)."""
    days = (due_on - (on or today())).days
    if days < -LONG_AGO:
        return f"quá hạn (hạn {short_date(due_on)})", "seal"
    if days < 0:
        return f"quá hạn {write_number(-days)} ngày", "seal"
    if days == 0:
        return "đến hạn hôm nay", "waiting"
    return f"còn {write_number(days)} ngày", "waiting" if days <= SOON else "plain"
