"""Who may touch the whole installation: one at a time, and nobody serves while data are put back.

Locks of the kernel on files in STATE_DIR: they end with the process that holds them, however it ends.
"""

import fcntl
import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from childlabour.core.errors import Problem, Refusal

KEEPING, SERVING = "keeping.lock", "serving.lock"
_served: list[int] = []  # held as long as this process lives


@contextmanager
def alone() -> Iterator[None]:
    """Raises Refusal when another backup, restore or upgrade runs, or for an account that is not the service's."""
    _refuse_other_accounts()
    with _held(KEEPING, "Một lần sao lưu, khôi phục hoặc nâng cấp khác đang chạy: chờ xong rồi chạy lại."):
        yield


@contextmanager
def without_service() -> Iterator[None]:
    """Raises Refusal when the service runs; while this lasts, it does not start."""
    with _held(SERVING, "Dịch vụ đang chạy: dừng dịch vụ (ví dụ: systemctl stop kehoach) rồi chạy lại."):
        yield


def begin_to_serve() -> bool:
    """Says that this process and its children serve. False when data are being put back just now."""
    lock = _opened(SERVING)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return False
    _served.append(lock)
    return True


def _refuse_other_accounts() -> None:
    """What root puts in place, the service could not read."""
    owner = Path(settings.STATE_DIR).stat().st_uid
    if owner != os.geteuid():
        raise Refusal(
            Problem(
                f"“{settings.STATE_DIR}” là của tài khoản {_name(owner)}: chạy lệnh này bằng tài khoản đó "
                f"(sudo -u {_name(owner)} …)."
            )
        )


def _name(account: int) -> str:
    try:
        return pwd.getpwuid(account).pw_name
    except KeyError:  # of another machine
        return f"#{account}"


@contextmanager
def _held(name: str, refusal: str) -> Iterator[None]:
    lock = _opened(name)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(Problem(refusal)) from None
        yield
    finally:
        os.close(lock)


def _opened(name: str) -> int:
    return os.open(Path(settings.STATE_DIR) / name, os.O_RDWR | os.O_CREAT, 0o600)
