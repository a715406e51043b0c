"""Few at once on the whole machine: places held by a lock of the kernel, so that a dead process holds none.

Each place is a file; whoever has its lock has the place. The worker inherits the lock, and a place is free only
when both it and who asked are gone from it: a site that is killed cannot be made to start workers without end.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from .questions import LANES, Lane
from .refusing import Busy

FOLDER = "airlock"  # of STATE_DIR: one place a file
LOOK = 0.1  # seconds between two looks for a free place


@contextmanager
def turn(folder: Path, name: str, lane: Lane, meanwhile: Callable[[], None]) -> Iterator[int]:
    """The descriptor of a place among the `turns` of a lane. Raises `Busy` when too many wait, or for too long."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    place = _free(folder, f"{name}-turn", lane.turns)
    if place is None:
        place = _waited_for(folder, name, lane, meanwhile)
    try:
        yield place
    finally:
        os.close(place)


@contextmanager
def turn_of(name: str, meanwhile: Callable[[], None] = lambda: None) -> Iterator[int]:
    """A place in the lane of this name, as `turn` gives it."""
    with turn(Path(settings.STATE_DIR) / FOLDER, name, LANES[name], meanwhile) as place:
        yield place


def _waited_for(folder: Path, name: str, lane: Lane, meanwhile: Callable[[], None]) -> int:
    seat = _free(folder, f"{name}-seat", lane.waiting)
    if seat is None:
        raise Busy
    try:
        ends_at = time.monotonic() + lane.patience
        while time.monotonic() < ends_at:
            time.sleep(LOOK)
            meanwhile()
            place = _free(folder, f"{name}-turn", lane.turns)
            if place is not None:
                return place
        raise Busy
    finally:
        os.close(seat)


def _free(folder: Path, name: str, places: int) -> int | None:
    for number in range(places):
        place = os.open(folder / f"{name}-{number}", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(place)
        else:
            return place
    return None
