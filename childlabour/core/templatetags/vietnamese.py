"""Numbers and dates in templates, as an office writes them."""

import re
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from childlabour.core import vietnamese
from childlabour.core.clock import day_and_hour

register = template.Library()

LONGEST_UNTORN = 24  # signs: a heading has no room for more on a phone
_WITHOUT_BLANK = re.compile(r"[\w/.&-]+")


@register.filter
def number(value: Decimal | int | None) -> str:
    """4.9 → "4,9", 1541829 → "1.541.829"; "" for nothing."""
    return "" if value in (None, "") else vietnamese.write_number(value)


@register.filter
def day(value: date | None) -> str:
    """A date in figures, padded as the decree pads: "01/6/2023"; "" for nothing."""
    return vietnamese.short_date(_local_day(value)) if value else ""


@register.filter
def day_in_words(value: date | None) -> str:
    """A date as a paper spells it: "ngày 01 tháng 6 năm 2023"; "" for nothing."""
    return vietnamese.write_date(_local_day(value)) if value else ""


@register.filter
def clock_time(value: datetime | None) -> str:
    """The hour of an instant, in Vietnam: "10:32"; "" for nothing."""
    return f"{timezone.localtime(value):%H:%M}" if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """An instant, in Vietnam: "28/11/2026, 05:18"; "" for nothing."""
    return day_and_hour(value) if value else ""


@register.filter
def untorn(said: object) -> SafeString:
    """ "192/KH-UBND" and "2021-2025" stay on one line: a browser would break behind their hyphen."""
    text, pieces, end = str(said), [], 0
    for found in _WITHOUT_BLANK.finditer(text):
        if _would_be_torn(found[0]):
            pieces += [
                escape(text[end : found.start()]),
                format_html('<span class="nowrap">{}</span>', found[0]),
            ]
            end = found.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))


def _would_be_torn(word: str) -> bool:
    before, hyphen, after = word.rpartition("-")
    return bool(hyphen and after) and len(word) <= LONGEST_UNTORN and any(map(str.isdigit, before))


@register.filter
def capital_first(text: str) -> str:
    """ "kế hoạch" → "Kế hoạch"; the rest stays as it is."""
    text = str(text)
    return text[:1].upper() + text[1:]


def _local_day(value: date) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value
