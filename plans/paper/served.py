"""Copies of issued papers by the hash of their bytes: what is sent again and again without asking the database.

The bytes live in the database; a copy that is missing is made anew, and any may be deleted at any time. A take-down
ends a copy for every process of the machine: it leaves a tombstone, then deletes. Whoever writes a copy looks for the
tombstone afterwards, so of a writer that was late one of the two finds the file. On other machines the copy goes when
somebody asks for the paper there (`plans.web.published`), and by the worker's daily sweep at the latest.
"""

import hashlib
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from childlabour.core.errors import Refusal
from childlabour.core.private_files import FOLDER
from plans.models import Issue

LATEST_WRITER = 3600  # seconds: nobody still holds bytes that he read so long ago
MOST_COPIES = 5_000  # some 350 MB; the oldest give way
LOOKS_EVERY = 100  # new copies


def bytes_of(digest: str) -> bytes | None:
    """The copy; None when there is none, or it is no longer what its name says."""
    try:
        content = _path(digest).read_bytes()
    except OSError:
        return None
    if hashlib.sha256(content).hexdigest() == digest:
        return content
    with suppress(OSError):
        _path(digest).unlink()
    return None


def is_kept(digest: str) -> bool:
    return os.path.exists(f"{settings.SERVED_DIR}/{digest}.pdf")  # noqa: PTH110 - asked at every request


def keep(digest: str, content: bytes) -> None:
    """A folder that cannot be written keeps nothing: papers then come from the database."""
    with suppress(OSError):
        folder = Path(settings.SERVED_DIR)
        folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)
        beside = folder / f".{digest}.{secrets.token_hex(6)}"
        try:
            beside.write_bytes(content)
            beside.replace(_path(digest))
        finally:
            beside.unlink(missing_ok=True)
        if _is_taken_out(digest):
            _path(digest).unlink(missing_ok=True)
        elif secrets.randbelow(LOOKS_EVERY) == 0:
            _make_room(folder)


def forget(digest: str) -> None:
    """Before the transaction that takes words out of it ends: from then on nothing but the database has the bytes.

    Raises Refusal where the copy is there and cannot be deleted. A transaction that is rolled back leaves the
    tombstone, and the paper comes from the database for an hour.
    """
    with suppress(OSError):  # where none can be laid, no late writer can write either
        Path(settings.SERVED_DIR).mkdir(mode=FOLDER, parents=True, exist_ok=True)
        _tombstone(digest).touch()
    try:
        _path(digest).unlink(missing_ok=True)
    except OSError as fault:
        raise Refusal(
            f"Không xóa được bản sao của văn bản trong {settings.SERVED_DIR} ({fault.strerror}). "
            "Báo người quản trị máy chủ cho xóa được ở đó, rồi làm lại."
        ) from fault


def let_go(digest: str) -> None:
    """The same for words that were taken out on another machine: a copy that cannot be deleted here is at least sent
    no more, and the sweep tries again.
    """
    with suppress(Refusal):
        forget(digest)


def sweep() -> None:
    """Copies of bytes that no paper has any more, and what killed writers left. One query.

    What is younger than a writer may be is let be: its paper may have been issued since the query.
    """
    papers = set(Issue.objects.values_list("sha256", flat=True))
    latest = time.time() - LATEST_WRITER
    with suppress(FileNotFoundError):
        for path in Path(settings.SERVED_DIR).iterdir():
            is_copy = path.suffix == ".pdf" and path.stem in papers
            if not is_copy and path.stat().st_mtime < latest:
                path.unlink(missing_ok=True)


def _is_taken_out(digest: str) -> bool:
    try:
        laid_at = _tombstone(digest).stat().st_mtime
    except FileNotFoundError:
        return False
    if time.time() - laid_at < LATEST_WRITER:
        return True
    _tombstone(digest).unlink(missing_ok=True)
    return False


def _make_room(folder: Path) -> None:
    with os.scandir(folder) as found:
        copies = sorted((entry.stat().st_mtime, entry.path) for entry in found if entry.name.endswith(".pdf"))
    for _, path in copies[:-MOST_COPIES]:
        Path(path).unlink(missing_ok=True)


def _path(digest: str) -> Path:
    return Path(settings.SERVED_DIR) / f"{digest}.pdf"


def _tombstone(digest: str) -> Path:
    return Path(settings.SERVED_DIR) / f"{digest}.gone"
