"""Numbers and dates in templates, as an office writes them."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone

from childlabour.core import vietnamese

register = template.Library()


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
    return f"{day(value)}, {clock_time(value)}" if value else ""


@register.filter
def capital_first(text: str) -> str:
    """ "kế hoạch" → "Kế hoạch"; the rest stays as it is."""
    text = str(text)
    return text[:1].upper() + text[1:]


def _local_day(value: date) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value
