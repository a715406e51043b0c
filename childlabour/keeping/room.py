"""Room on the disk: asked for before anything is written, and a folder to work in that leaves nothing behind."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.template.defaultfilters import filesizeformat

from childlabour.core.errors import Refusal

PREFIX, ENDING = ".kehoach-", ".part"
IN_USE = "Một chương trình khác đang mở cơ sở dữ liệu: dừng nó (dịch vụ, psql…) rồi chạy lại."
MARGIN = 32 * 1024 * 1024  # bytes: journals, folders, what others write meanwhile


def refuse_without_room(folder: Path, needed: int, way_out: str) -> None:
    """Raises Refusal when `needed` bytes do not fit on the disk of `folder`."""
    free, wanted = shutil.disk_usage(folder).free, needed + MARGIN
    if free < wanted:
        raise Refusal(
            f"Ổ đĩa của “{folder}” còn {filesizeformat(free)}, việc này cần khoảng "
            f"{filesizeformat(wanted)}: {way_out}."
        )


@contextmanager
def workspace(folder: Path) -> Iterator[Path]:
    """A folder inside `folder`, gone afterwards; what killed processes left goes, too.

    Meanwhile every file that is made is for its owner alone.
    """
    _sweep(folder)
    usual = os.umask(0o077)
    work = Path(tempfile.mkdtemp(prefix=PREFIX, suffix=ENDING, dir=folder))
    held = os.open(work, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        os.close(held)
        os.umask(usual)


def _sweep(folder: Path) -> None:
    """A folder that nobody holds belonged to a process that was killed."""
    for left in folder.glob(f"{PREFIX}*{ENDING}"):
        held = os.open(left, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left, ignore_errors=True)
        except BlockingIOError:
            continue
        finally:
            os.close(held)
