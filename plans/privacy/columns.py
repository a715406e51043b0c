"""Where people write: the columns of a table that hold words of theirs."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db.models import Field, Model

from childlabour.core.fields import LineField, ProseField, SearchKeyField, SentenceField


@cache
def written_columns(model: type[Model]) -> tuple["Field[Any, Any]", ...]:
    """The columns of `model` that hold sentences and names, as somebody typed them."""
    return tuple(field for field in model._meta.concrete_fields if _is_written(field))


def _is_written(field: "Field[Any, Any]") -> bool:
    return isinstance(field, LineField | ProseField | SentenceField)


def search_columns(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.name for field in model._meta.concrete_fields if isinstance(field, SearchKeyField))


def words_in(row: Model) -> Iterator[tuple["Field[Any, Any]", str]]:
    """Every written column of a row that says something."""
    for field in written_columns(type(row)):
        if text := getattr(row, field.attname):
            yield field, text
