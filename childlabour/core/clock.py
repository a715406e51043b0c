"""The only "now" of the project, so that a test can hold the day still."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The instant, aware, in the project's time zone (Asia/Ho_Chi_Minh)."""
    return timezone.localtime()


def today() -> date:
    return now().date()
