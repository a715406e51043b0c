"""Small work that comes round once a day, done by whichever worker is first. Rooms above register theirs in `later`.

    @daily("tidy_accounts")
    def tidy_accounts() -> None: …

The worker's watch asks once an hour what is due.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models.functions import Now

from .models import Chore

logger = logging.getLogger(__name__)

DAY = timedelta(days=1)
NEVER = datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC"))
CHORES: dict[str, Callable[[], None]] = {}


def daily(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """`name` stands in a row: never change it."""

    def register(act: Callable[[], None]) -> Callable[[], None]:
        if name in CHORES:
            raise ValueError(f"two chores are called {name}")
        CHORES[name] = act
        return act

    return register


def do_due_chores() -> None:
    """Each in a transaction of its own with the note that it was done: not twice a day, and again if it fails."""
    for name, act in CHORES.items():
        try:
            _do_if_due(name, act)
        except Exception:
            logger.exception("The chore %s will be tried again.", name)


def _do_if_due(name: str, act: Callable[[], None]) -> None:
    Chore.objects.get_or_create(name=name, defaults={"done_at": NEVER})
    due = Chore.objects.filter(name=name, done_at__lt=Now() - DAY)
    with transaction.atomic():
        if due.update(done_at=Now()):  # of two workers the second waits here, and finds it done
            act()
