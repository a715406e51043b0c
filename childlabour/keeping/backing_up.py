"""A backup: written beside its place, restored into a throw-away to see that it holds, and only then given its name."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from childlabour.core.stopping import orderly_stop

from . import checkout, state
from .alone import alone
from .archive import Manifest, opened, written
from .databases import Database, faults_told, ours
from .room import refuse_without_room, workspace
from .trying import tried


@dataclass(frozen=True)
class Backup:
    path: Path
    faults: list[str] | None  # of the papers in it (`trying.tried`)


def back_up(folder: Path) -> Backup:
    """Raises Refusal when it cannot be made or does not hold; then nothing is left of it."""
    with faults_told(), alone(), orderly_stop():
        return make(folder)


def make(folder: Path) -> Backup:
    """The caller is alone."""
    folder = folder.expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = ours()
    _refuse_without_room(database, folder)
    made_at = now()
    manifest = Manifest(made_at.isoformat(), checkout.commit(), database.vendor)
    with workspace(folder) as work:
        part = work / "archive.zip"
        with written(part, manifest) as archive:
            database.write(archive, work)
            state.write(archive)
        with opened(part) as archive:
            faults = tried(database, archive, work)
        return Backup(_named(part, folder / name_of(made_at, manifest.commit)), faults)


def name_of(made_at: datetime, commit: str) -> str:
    """`state.ARCHIVE` knows it again."""
    return "-".join(filter(None, ("kehoach", f"{made_at:%Y%m%d-%H%M%S}", commit[:7]))) + ".zip"


def _refuse_without_room(database: Database, folder: Path) -> None:
    packed = database.size() + state.size()
    beside = database.size_of_copies() + state.size()  # unpacked again, to see that it holds
    refuse_without_room(folder, packed + beside, "dọn bớt, hoặc chọn ổ đĩa khác bằng --to")
    database.refuse_without_room(database.size())


def _named(part: Path, path: Path) -> Path:
    """All of it is on the disk before it has its name, and the name is there when this returns."""
    part.chmod(0o600)
    _sync(part)
    if path.exists():
        raise Refusal(f"“{path}” đã có: chờ một giây rồi chạy lại.")
    part.rename(path)
    _sync(path.parent)
    return path


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
