"""Rows on their way into the database: numbered here, kept by table, inserted a few thousand at a time.

A million rows through `bulk_create` cost eighteen times what the database asks for them (107 against 6 µs a
row): every text is cleaned and folded again, every statement composed anew. Here a row is told whole, its own
number and its moments among it, and only search keys are made, each distinct text once.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

from childlabour.core.fields import SearchKeyField
from childlabour.core.vietnamese import search_key

CHUNK = 2_000  # rows of one table
MOST_VALUES = 10_000  # of one statement
_folded = lru_cache(maxsize=20_000)(search_key)

# What the drivers of both databases take as it is; a choice is a text under its name.
TEXTS = (models.CharField, models.TextField)
AS_IT_IS = (models.IntegerField, models.BooleanField, models.ForeignKey)


class Rows:
    """All rows of one building. Whoever adds a row may still change it until the next of its kind is added."""

    def __init__(self):
        self._tables: dict[type[models.Model], Table] = {}
        self.counts: Counter[type[models.Model]] = Counter()

    def add(self, row: models.Model) -> models.Model:
        model = type(row)
        table = self._tables.get(model)
        if table is None:
            table = self._tables[model] = Table(model)
        if len(table.waiting) >= CHUNK:
            table.insert()
        self.counts[model] += 1
        row.pk = self.counts[model]
        table.waiting.append(row)
        return row

    def add_with_history(self, row: models.Model, since: datetime) -> models.Model:
        """For models that keep their history: the row, and that it was entered then."""
        self.add(row)
        version = type(row).history.model
        facts = {field.attname: getattr(row, field.attname) for field in version.tracked_fields}
        self.add(version(**facts, history_type="+", history_date=since))
        return row

    def insert_waiting(self) -> None:
        for table in self._tables.values():
            table.insert()

    def number_on(self) -> None:
        """Sequences go on after the numbers given here (SQLite sees to it by itself)."""
        restart_numbers(self._tables)


def restart_numbers(tables: Iterable[type[models.Model]]) -> None:
    """The next number of each table follows its highest; 1 where nothing is left of what there was."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


class Table:
    def __init__(self, model: type[models.Model]):
        self.waiting: list[models.Model] = []
        self.fields = model._meta.concrete_fields
        quoted = connection.ops.quote_name
        columns = ", ".join(quoted(field.column) for field in self.fields)
        self.statement = f"INSERT INTO {quoted(model._meta.db_table)} ({columns})"
        self.marks = f"({', '.join(['%s'] * len(self.fields))})"
        self._readers = tuple(_reader(field) for field in self.fields)

    def insert(self) -> None:
        waiting, self.waiting = self.waiting, []
        if waiting:
            INSERTING[connection.vendor](self, (self._values(row) for row in waiting))

    def _values(self, row: models.Model) -> tuple:
        return tuple(read(row) for read in self._readers)


def _reader(field: models.Field) -> Callable[[models.Model], Any]:
    """How to take the value of a row for the database."""
    name = field.attname
    if isinstance(field, SearchKeyField):
        return lambda row: _folded(" ".join(str(getattr(row, part) or "") for part in field.of))
    if isinstance(field, TEXTS):
        return lambda row: _plain(getattr(row, name))
    if isinstance(field, AS_IT_IS):
        return lambda row: getattr(row, name)
    return lambda row: field.get_db_prep_save(getattr(row, name), connection)


def _plain(value):
    return value.value if isinstance(value, Enum) else value


def _one_by_one(table: Table, rows: Iterator[tuple]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(f"{table.statement} VALUES {table.marks}", rows)


def _many_at_once(table: Table, rows: Iterator[tuple]) -> None:
    """A server is a way off; one statement carries as many rows as it may have values."""
    with connection.cursor() as cursor:
        while some := list(islice(rows, MOST_VALUES // len(table.fields))):
            values = ", ".join([table.marks] * len(some))
            cursor.execute(f"{table.statement} VALUES {values}", [value for row in some for value in row])


INSERTING = {"sqlite": _one_by_one, "postgresql": _many_at_once}
