"""Rows of the writer: changed where they say something else, asked by their rules, written many at once."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from childlabour.core.errors import Problem, Refusal

M = TypeVar("M", bound=Model)
AT_ONCE = 500  # rows an insert or update
FEW = 2  # rows that are written one by one: a statement for many costs four milliseconds before it is sent


def put(
    model: type[M], row: M | None, which: dict[str, Any], said: dict[str, Any], new: list[M], changed: list[M]
) -> None:
    """A row that says `said`: a new one, the one that stood there changed, or nothing where it says so already.

    By ids ("unit_id"): a row that stands already is compared without asking for what it points at.
    """
    if row is None:
        new.append(model(**which, **said))
    elif any(getattr(row, name) != value for name, value in said.items()):
        for name, value in said.items():
            setattr(row, name, value)
        changed.append(row)


def write(model: type[M], new: list[M], changed: list[M]) -> None:
    """Rules of the rows are asked before anything is written; a refused value names its sentence."""
    if problems := list(_refused([*new, *changed])):
        raise Refusal(*problems)
    columns = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    store(model, new, changed, columns)


def store(model: type[M], new: list[M], changed: list[M], columns: Iterable[str]) -> None:
    """Of rows that stand already, `columns` are written."""
    model._default_manager.bulk_create(new, AT_ONCE)
    if len(changed) > FEW:
        model._default_manager.bulk_update(changed, columns, AT_ONCE)
        return
    for row in changed:
        row.save(update_fields=columns)


def _refused(rows: Iterable[Model]) -> Iterator[Problem]:
    for row in rows:
        keys = {field.name for field in row._meta.fields if field.is_relation}
        try:
            row.clean_fields(exclude=keys)
            row.clean()
        except ValidationError as fault:
            for messages in fault.message_dict.values():
                yield from (Problem(f"“{row}”: {message}") for message in messages)
