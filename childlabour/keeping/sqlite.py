"""A SQLite database: copied while it is in use, tried from its copy, put back in one transaction."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

from childlabour.core.errors import Refusal

from .archive import Reader, Writer, damaged
from .room import IN_USE

MEMBER = "database.sqlite3"
PATIENCE = 10  # seconds that a writer is waited for
FOLLOWERS = ("-wal", "-shm", "-journal")  # files beside a database that hold its latest changes


class SqliteDatabase:
    vendor = "sqlite"

    def __init__(self, connection: BaseDatabaseWrapper):
        self.file = Path(connection.settings_dict["NAME"])

    def size(self) -> int:
        """Bytes, with what the journal has not yet brought in."""
        files = (self.file, *(self.file.with_name(self.file.name + end) for end in FOLLOWERS))
        return sum(file.stat().st_size for file in files if file.exists())

    def size_of_copies(self) -> int:
        """Bytes that it takes beside what is packed: a copy, or the journal of what is replaced."""
        return self.size()

    def refuse_without_room(self, needed: int) -> None:
        """It works where the archive is unpacked, which is asked for already."""

    def write(self, archive: Writer, work: Path) -> None:
        """As it was at one instant; whoever writes meanwhile does not wait and is not in it.

        One step of SQLite's own way of copying holds one read transaction, which a database in WAL mode grants
        beside any writer.
        """
        copy = work / "copied.sqlite3"
        with closing(sqlite3.connect(self.file, timeout=PATIENCE)) as source, closing(_alone(copy)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # all of it in one file
            archive.manifest.tables = _rows(target)
            archive.manifest.migrations = _migrations(target)
        archive.add(MEMBER, copy)
        copy.unlink()

    @contextmanager
    def laid_beside(self, archive: Reader, work: Path, *, for_good: bool) -> Iterator[Path]:
        """The database of the archive in a file of its own, sound and with the rows that it should have."""
        file = archive.unpack(MEMBER, work / MEMBER)
        with closing(_alone(file)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise damaged(archive.path, "cơ sở dữ liệu hỏng")
            if _rows(copy) != archive.manifest.tables:
                raise damaged(archive.path, "số dòng khác bản kê")
        yield file

    def leading_to(self, file: Path) -> dict[str, str]:
        """What the settings of a connection say when it leads to `file`."""
        return {"NAME": str(file)}

    def put_back(self, file: Path) -> None:
        """`file` takes the place of the database, wholly or not at all, whenever the power fails.

        Raises Refusal while another process has the database open: leaving WAL mode asks for it alone.
        """
        with closing(sqlite3.connect(file)) as source, closing(_alone(self.file)) as target:
            try:
                target.execute("PRAGMA journal_mode=DELETE")
                source.backup(target)
                return
            except sqlite3.OperationalError as fault:
                if "locked" in str(fault):
                    raise Refusal(IN_USE) from fault
                raise
            except sqlite3.DatabaseError:
                pass  # what stands there is no database any more
        self._set_aside()
        shutil.move(file, self.file)  # it may lie on another disk

    def _set_aside(self) -> None:
        when = f"{datetime.now():%Y%m%d-%H%M%S}"
        for end in ("", *FOLLOWERS):
            file = self.file.with_name(self.file.name + end)
            if file.exists():
                file.rename(file.with_name(f"{self.file.name}.damaged-{when}{end}"))


def _alone(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)


def _rows(database: sqlite3.Connection) -> dict[str, int]:
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    names = [name for (name,) in database.execute(listed)]
    return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _migrations(database: sqlite3.Connection) -> list[tuple[str, str]]:
    if "django_migrations" not in _rows(database):
        return []
    return list(database.execute("SELECT app, name FROM django_migrations ORDER BY id"))
