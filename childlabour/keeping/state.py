"""The files of STATE_DIR: secret key, uploads, trust roots, and whatever else the keeper has put there."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from childlabour.airlock.turns import FOLDER as AIRLOCK
from childlabour.core import serving

from . import alone
from .archive import Reader, Writer
from .room import PREFIX

FOLDER = "state/"  # inside an archive
BACKUPS = "backups"  # where `upgrade` keeps its own
ARCHIVE = re.compile(r"kehoach-\d{8}-\d{6}(-[0-9a-f]+)?\.zip")  # an archive never holds earlier ones


def kept_files() -> Iterator[Path]:
    """In order of their names; without the database, which has a way of its own, and without what is made anew."""
    for folder, folders, names in os.walk(settings.STATE_DIR, followlinks=True):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if _is_kept(here / name))
        yield from (
            here / name for name in sorted(names) if _is_kept(here / name) and (here / name).is_file()
        )


def _is_kept(path: Path) -> bool:
    if path.name.startswith(PREFIX) or ARCHIVE.fullmatch(path.name):
        return False
    database = Path(settings.DATABASES["default"]["NAME"])  # and its journals, "-wal" and "-shm"
    of_database = path.parent == database.parent and path.name.startswith(database.name)
    state = Path(settings.STATE_DIR)
    locks = {state / alone.LOCK, state / serving.LOCK, state / AIRLOCK}
    made_anew = {Path(settings.STATIC_ROOT), state / BACKUPS, *locks}
    return not of_database and path not in made_anew


def size() -> int:
    """Bytes of all kept files."""
    return sum(file.stat().st_size for file in kept_files())


def write(archive: Writer) -> None:
    """After the database: whatever a row names was stored before that row, so it is here, too."""
    for file in kept_files():
        with suppress(FileNotFoundError):  # gone since it was listed
            archive.add(f"{FOLDER}{file.relative_to(settings.STATE_DIR)}", file)


def unpack(archive: Reader, folder: Path) -> None:
    for name in archive.names(FOLDER):
        archive.unpack(name, folder / name)


def has_uploads() -> bool:
    return any(file.is_relative_to(settings.MEDIA_ROOT) for file in kept_files())


@contextmanager
def put_in_place(folder: Path) -> Iterator[None]:
    """The files unpacked in `folder` take their places; when the block fails, those of before come back.

    Files that the archive does not know stay: a row names them or nobody does.
    """
    incoming, replaced = folder / FOLDER, folder / "replaced"
    moved: list[Path] = []
    try:
        for file in sorted(path for path in incoming.rglob("*") if path.is_file()):
            name = file.relative_to(incoming)
            _move(Path(settings.STATE_DIR) / name, replaced / name)
            moved.append(name)
            _move(file, Path(settings.STATE_DIR) / name)
        yield
    except BaseException:
        for name in moved:
            (Path(settings.STATE_DIR) / name).unlink(missing_ok=True)
            _move(replaced / name, Path(settings.STATE_DIR) / name)
        raise


def _move(file: Path, to: Path) -> None:
    """Nothing when there is no such file; over the border of a disk it is copied."""
    if file.exists():
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(file, to)
