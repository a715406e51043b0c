"""Whether an archive can be restored: it is, into a throw-away, and every issued paper in there is looked at."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from plans.issuing.checking import faults

from . import state
from .archive import Reader
from .databases import Database, leading_to

OTHER_VERSION = (
    "Cơ sở dữ liệu không cùng phiên bản với mã nguồn nên chưa đối chiếu được văn bản đã ban hành: "
    "chạy manage.py migrate, rồi manage.py verify_issued."
)


def tried(database: Database, archive: Reader, work: Path) -> list[str] | None:
    """What is wrong with the papers inside, as they are in the database; None when this code cannot read them.

    Raises Refusal when the archive itself does not hold.
    """
    state.unpack(archive, work)
    with database.laid_beside(archive, work, for_good=False) as beside:
        return faults_of_papers(database, beside)


def faults_of_papers(database: Database, beside: Any) -> list[str] | None:
    """Lines for people; None when the database is not at the version of this code."""
    with leading_to(database.leading_to(beside)):
        if waiting_migrations() or foreign_migrations(MigrationLoader(connection).applied_migrations):
            return None
        return [f"{fault.where}: {fault.what}." for fault in faults()]


def waiting_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def foreign_migrations(applied: Collection[tuple[str, str]]) -> list[str]:
    """Those that come after the last one that this code has: the database is newer than the code.

    An earlier one may be missing where a library has folded its old ones together.
    """
    last: dict[str, str] = {}
    for app, name in MigrationLoader(None).disk_migrations:
        last[app] = max(name, last.get(app, ""))
    return sorted(f"{app}.{name}" for app, name in applied if app in last and name > last[app])
