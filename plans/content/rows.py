"""Rows of the writer: changed where they say something else, asked by their rules, written many at once."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from childlabour.core.errors import Problem, Refusal
from childlabour.core.fields import SearchKeyField

M = TypeVar("M", bound=Model)
AT_ONCE = 500  # rows an insert or update
NOWHERE: Mapping[int, str] = MappingProxyType({})
FEW = 2  # rows that are written one by one: a statement for many costs four milliseconds before it is sent


Changed = dict[M, list[str]]  # rows that stand already, and the columns that they say otherwise by now


def put(
    model: type[M],
    row: M | None,
    which: dict[str, Any],
    said: dict[str, Any],
    new: list[M],
    changed: Changed[M],
) -> None:
    """A row that says `said`: a new one, the one that stood there changed, or nothing where it says so already.

    By ids ("unit_id"): a row that stands already is compared without asking for what it points at.
    """
    if row is None:
        new.append(model(**which, **said))
    elif others := set_on(row, said):
        changed[row] = others


def set_on(row: Model, said: dict[str, Any]) -> list[str]:
    """The columns that said something else, and those that are searched for them: no save of many rows folds those."""
    others = [name for name, value in said.items() if getattr(row, name) != value]
    for name in others:
        setattr(row, name, said[name])
    folds = [field for field in row._meta.concrete_fields if isinstance(field, SearchKeyField)]
    follow = [field for field in folds if not set(field.of).isdisjoint(others)]
    for field in follow:
        field.pre_save(row, add=False)
    return [*others, *(field.attname for field in follow)]


def write(model: type[M], new: list[M], changed: Changed[M], blocks: Mapping[int, str] = NOWHERE) -> None:
    """Rules of the rows are asked before anything is written; a refused value names its sentence, and its block.

    `blocks`: keys of the blocks that the rows hang on, by number.
    """
    if problems := list(_refused([*new, *changed], blocks)):
        raise Refusal(*problems)
    store(model, new, changed)


def store(model: type[M], new: list[M], changed: Changed[M]) -> None:
    """Of rows that stand already only columns that one of them says otherwise: each costs a case for every row."""
    model._default_manager.bulk_create(new, AT_ONCE)
    if len(changed) > FEW:
        columns = dict.fromkeys(name for names in changed.values() for name in names)
        model._default_manager.bulk_update(list(changed), list(columns), AT_ONCE)
        return
    for row, names in changed.items():
        row.save(update_fields=names)


def _refused(rows: Iterable[Model], blocks: Mapping[int, str]) -> Iterator[Problem]:
    for row in rows:
        keys = {field.name for field in row._meta.fields if field.is_relation}
        try:
            row.clean_fields(exclude=keys)
            row.clean()
        except ValidationError as fault:
            for messages in fault.message_dict.values():
                anchor = blocks.get(getattr(row, "block_id", 0), "")
                yield from (Problem(f"“{row}”: {message}", anchor=anchor) for message in messages)
