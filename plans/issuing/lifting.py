"""The triggers off while the schema moves, and on again whatever happens: a fault in a migration, Ctrl-C, SIGTERM.

SQLite alters a table by building it anew: its triggers would be gone without a word, and the renaming in
between is refused while another table's trigger names it. So they cannot stand in a migration file.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from django.db import Error as DatabaseFault
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from childlabour.core.stopping import orderly_stop, undisturbed

from . import triggers


@contextmanager
def lifted(connection: BaseDatabaseWrapper, is_whole: Callable[[], bool]) -> Iterator[None]:
    """`is_whole` tells, afterwards, whether the tables are those that the code speaks of."""
    with undisturbed():
        before = triggers.laid(connection)
        triggers.lift(connection)
        try:
            with orderly_stop():
                yield
        finally:
            if not connection.is_usable():
                connection.close()  # the server went away: the next query asks for a new one
            if is_whole():
                triggers.lay(connection)
            else:
                _lay_what_fits(connection, before)


def _lay_what_fits(connection: BaseDatabaseWrapper, before: list[triggers.Laid]) -> None:
    """Half-way between two schemas: of every table our triggers if they fit it, else those that it had.

    A trigger that no longer fits its table refuses every change of it, which is the safe side.
    """
    with transaction.atomic(connection.alias):
        triggers.lift(connection)
        for kept in triggers.KEPT:
            if triggers.fits(connection, kept):
                _attempt(
                    connection,
                    triggers.statements(kept, connection.vendor, _frozen_columns(connection, kept)),
                )
        taken = {trigger.table for trigger in triggers.laid(connection)}
        for trigger in before:
            if trigger.table not in taken:
                _attempt(connection, [trigger.definition])


def _frozen_columns(connection: BaseDatabaseWrapper, kept: triggers.Kept) -> list[str]:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, kept.table)
    return [column.name for column in described if column.name not in kept.free]


def _attempt(connection: BaseDatabaseWrapper, statements: Iterable[str]) -> None:
    with suppress(DatabaseFault), transaction.atomic(connection.alias), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
