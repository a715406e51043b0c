"""The database of this installation, whichever it is, and how what goes wrong with it is told."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg2
from django.conf import settings
from django.db import Error as DatabaseFault
from django.db import connection

from childlabour.core.errors import Refusal

from .archive import Reader, Writer
from .postgresql import PostgresqlDatabase
from .sqlite import SqliteDatabase

KINDS = {kind.vendor: kind for kind in (SqliteDatabase, PostgresqlDatabase)}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# What is in a database that nobody has used.
LAID_BY_MIGRATE = {"django_migrations", "django_content_type", "auth_permission"}


class Database(Protocol):
    """What is laid `beside` is a file, or a schema by its name."""

    vendor: str

    def size(self) -> int: ...
    def size_of_copies(self) -> int: ...
    def refuse_without_room(self, needed: int) -> None: ...
    def write(self, archive: Writer, work: Path) -> None: ...
    def laid_beside(self, archive: Reader, work: Path, *, for_good: bool) -> AbstractContextManager[Any]: ...
    def leading_to(self, beside: Any) -> dict[str, Any]: ...
    def put_back(self, beside: Any) -> None: ...


def ours() -> Database:
    connection.close()  # an open one would be in the way of what is put back
    return KINDS[connection.vendor](connection)


@contextmanager
def leading_to(changed: dict[str, Any]) -> Iterator[None]:
    """The models of this process look into another database for a while."""
    connection.close()
    usual = {name: connection.settings_dict[name] for name in changed}
    connection.settings_dict |= changed
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict |= usual


def is_used() -> bool:
    """Whether anybody has put anything in; what cannot be read counts as used."""
    try:
        tables = set(connection.introspection.table_names()) - LAID_BY_MIGRATE
        with connection.cursor() as cursor:
            for table in sorted(tables):
                cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})")
                if cursor.fetchone()[0]:
                    return True
    except DatabaseFault:
        return True
    finally:
        connection.close()
    return False


@contextmanager
def faults_told() -> Iterator[None]:
    """Whatever disk or database refuse is told in one sentence, never as a traceback."""
    try:
        yield
    except (sqlite3.Error, psycopg2.Error, DatabaseFault) as fault:
        first = (str(fault).strip().splitlines() or [fault.__class__.__name__])[0]
        raise Refusal(f"Cơ sở dữ liệu không làm được việc này ({first}).") from fault
    except OSError as fault:
        where = fault.filename or fault.filename2 or settings.STATE_DIR
        if fault.errno in NO_ROOM:
            told = "Hết chỗ trên đĩa khi đang ghi: dọn bớt, hoặc chọn ổ đĩa khác, rồi chạy lại."
        else:
            told = f"Không đọc hoặc ghi được “{where}” ({fault.strerror}): xem lại đường dẫn và quyền."
        raise Refusal(told) from fault
