"""To be told to stop is an exception, once; whoever then puts things in order is left in peace.

Told by SIGTERM, by Ctrl-C, or by SIGHUP when the terminal goes away (unless `nohup` has asked not to hear it).

Python hears signals in its main thread only; in any other thread nothing here does anything.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

Handler = Callable[[int, FrameType | None], None] | signal.Handlers

TOLD_TO_STOP = tuple(
    number
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN
)


@contextmanager
def orderly_stop() -> Iterator[None]:
    """Within, the first signal raises SystemExit (128 + its number, as shells count); later ones change nothing."""
    with _heard_by(_stop):
        yield


@contextmanager
def undisturbed() -> Iterator[None]:
    """Within, no signal changes anything."""
    with _heard_by(signal.SIG_IGN):
        yield


def _stop(number: int, _frame: FrameType | None) -> None:
    for every in TOLD_TO_STOP:
        signal.signal(every, signal.SIG_IGN)
    sys.exit(128 + number)


@contextmanager
def _heard_by(handler: Handler) -> Iterator[None]:
    if current_thread() is not main_thread():
        yield
        return
    usual = {number: signal.signal(number, handler) for number in TOLD_TO_STOP}
    try:
        yield
    finally:
        for number, before in usual.items():
            signal.signal(number, before)
