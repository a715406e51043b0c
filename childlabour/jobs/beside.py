"""Something done again and again beside the real work, in a thread with a database connection of its own."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connections

logger = logging.getLogger(__name__)


@contextmanager
def every(seconds: float, act: Callable[[], None]) -> Iterator[None]:
    """`act` every so many seconds while the block runs; what goes wrong in it is told and tried again."""
    over = threading.Event()
    thread = threading.Thread(target=_again_and_again, args=(over, seconds, act), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _again_and_again(over: threading.Event, seconds: float, act: Callable[[], None]) -> None:
    while not over.wait(seconds):
        try:
            act()
        except Exception:
            logger.exception("Tried again in %s seconds.", seconds)
        finally:
            connections.close_all()
