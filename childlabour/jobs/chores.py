"""Small work that comes round once a day, done by whichever worker is first. Rooms above register theirs in `later`.

    @daily("tidy_accounts")
    def tidy_accounts() -> None: …

What tidies the machine itself, its folders, is done by every worker (`daily_on_each_worker`). The worker's watch asks
once an hour what is due.
"""

import logging
import time
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
ON_EACH: dict[Callable[[], None], float | None] = {}  # when this process did it last, by its own clock


def daily(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """`name` stands in a row: never change it."""

    def register(act: Callable[[], None]) -> Callable[[], None]:
        if name in CHORES:
            raise ValueError(f"two chores are called {name}")
        CHORES[name] = act
        return act

    return register


def daily_on_each_worker(act: Callable[[], None]) -> None:
    """May be done by two workers of a machine at once."""
    ON_EACH[act] = None


def do_due_chores() -> None:
    """Each in a transaction of its own with the note that it was done: not twice a day, and again if it fails."""
    for name, act in CHORES.items():
        try:
            _do_if_due(name, act)
        except Exception:
            logger.exception("The chore %s will be tried again.", name)
    for act, done_at in ON_EACH.items():
        if done_at is None or time.monotonic() - done_at > DAY.total_seconds():
            _do_here(act)


def _do_here(act: Callable[[], None]) -> None:
    try:
        act()
        ON_EACH[act] = time.monotonic()
    except Exception:
        logger.exception("The chore %s will be tried again.", act.__name__)


def _do_if_due(name: str, act: Callable[[], None]) -> None:
    Chore.objects.get_or_create(name=name, defaults={"done_at": NEVER})
    due = Chore.objects.filter(name=name, done_at__lt=Now() - DAY)
    with transaction.atomic():
        if due.update(done_at=Now()):  # of two workers the second waits here, and finds it done
            act()
