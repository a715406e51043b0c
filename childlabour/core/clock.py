"""The only "now" of the project, so that a test can hold the day still."""

from datetime import date, datetime

from django.utils import timezone

from .vietnamese import short_date


def now() -> datetime:
    """The instant, aware, in the project's time zone (Asia/Ho_Chi_Minh)."""
    return timezone.localtime()


def today() -> date:
    return now().date()


def day_and_hour(at: datetime) -> str:
    """An instant as an office writes it, in Vietnam: "28/11/2026, 05:18"."""
    here = timezone.localtime(at)
    return f"{short_date(here.date())}, {here:%H:%M}"
