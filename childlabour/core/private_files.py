"""What holds secrets is readable by the account of the service alone: the state folder, database, key."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

FOLDER, FILE = 0o700, 0o600
SQLITE = "django.db.backends.sqlite3"
JOURNALS = ("", "-wal", "-shm", "-journal")  # SQLite gives them the mode that the database has


def make_private() -> None:
    """What belongs to this account; what does not is told by `too_open`."""
    for path, mode in too_open():
        if path.stat().st_uid == os.geteuid():
            with suppress(OSError):
                path.chmod(mode)


def too_open() -> Iterator[tuple[Path, int]]:
    """(path, the mode it should have) of what is there and open to others."""
    for path, mode in _secret_paths():
        with suppress(FileNotFoundError):
            if stat.S_IMODE(path.stat().st_mode) & ~mode:
                yield path, mode


def _secret_paths() -> Iterator[tuple[Path, int]]:
    state = Path(settings.STATE_DIR)
    yield state, FOLDER
    yield state / "secret-key", FILE
    database = settings.DATABASES["default"]
    if database["ENGINE"] == SQLITE:
        for journal in JOURNALS:
            yield Path(f"{database['NAME']}{journal}"), FILE
