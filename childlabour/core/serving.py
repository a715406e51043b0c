"""Serving and putting data back keep away from each other, by a lock of the kernel on a file in STATE_DIR.

It ends with the process that holds it, however that ends; the file stays and means nothing.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from childlabour.core.errors import Refusal

LOCK = "serving.lock"
_held: list[int] = []  # as long as this process lives


def begin_to_serve() -> bool:
    """Says that this process serves, with every process that it makes. False while data are being put back."""
    lock = open_lock(LOCK)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return False
    _held.append(lock)
    return True


@contextmanager
def while_nobody_serves() -> Iterator[None]:
    """Raises Refusal when anybody on this machine does; while this lasts, nobody begins."""
    with held_alone(LOCK, "Dịch vụ đang chạy: dừng dịch vụ (ví dụ: systemctl stop kehoach) rồi chạy lại."):
        yield


@contextmanager
def held_alone(name: str, refusal: str) -> Iterator[None]:
    """Raises Refusal with `refusal` when another process holds the lock `name`."""
    lock = open_lock(name)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(refusal) from None
        yield
    finally:
        os.close(lock)


def open_lock(name: str) -> int:
    return os.open(Path(settings.STATE_DIR) / name, os.O_RDWR | os.O_CREAT, 0o600)
