"""Which document a row belongs to, however far below it the row stands.

Every model of a document says its own step towards it once, as `belongs_by`: the name of a foreign key, to the
document or to another row of it; the document itself says "". Everything that asks "whose row is this?" follows
from there: who sees it, who may change it, what the database freezes, how lists are narrowed.
"""

from collections.abc import Collection, Iterator
from typing import Any, Protocol, TypeVar, cast

from django.db.models import ForeignKey, Model, QuerySet

M = TypeVar("M", bound=Model)


class Belonging(Protocol):
    """A model of a document."""

    belongs_by: str
    seen_as: str  # "words" or "dealings" (`seeing`)


def belongs(model: type[Model]) -> bool:
    """Whether rows of `model` are of a document (or documents themselves)."""
    return hasattr(model, "belongs_by")


def steps_from(model: type[Model]) -> tuple[str, ...]:
    """The foreign keys from a row to its document: `("task", "section", "plan")` of an assignment."""
    return tuple(key.name for key in _keys_from(model))


def to_document(model: type[Model], *onward: str) -> str:
    """The way from a row to its document and `onward`, as a lookup: `to_document(Task, "unit__place")`."""
    return "__".join((*steps_from(model), *onward))


def document_of(row: Model) -> Any:
    """The document of `row`; free when it was fetched along, by `select_related(to_document(...))`."""
    for step in steps_from(type(row)):
        row = getattr(row, step)
    return row


def rows_of(model: type[M], document: Model | int) -> QuerySet[M]:
    """The rows of `model` that belong to a document, given as itself or by its id."""
    return model._default_manager.filter(**{to_document(model): document})


def rows_of_any(
    model: type[M], documents: Collection[Model] | Collection[int] | QuerySet[Any]
) -> QuerySet[M]:
    return model._default_manager.filter(**{to_document(model, "in"): documents})


def document_in_sql(model: type[Model], row: str) -> str:
    """SQL for the id of the document that `row` (a name of a row in a trigger: NEW, OLD) belongs to."""
    keys = list(_keys_from(model))
    if not keys:
        return f"{row}.{model._meta.pk.column}"
    first, *further = keys
    found = f"{row}.{first.column}"
    for key in further:
        above = key.model._meta
        found = f"(SELECT {key.column} FROM {above.db_table} WHERE {above.pk.column} = {found})"
    return found


def ways_up(model: type[Model]) -> Iterator[tuple[tuple[str, ...], type[Model]]]:
    """Every model on the way from `model` to its document, itself first, each with the steps to it."""
    steps: tuple[str, ...] = ()
    yield steps, model
    for key in _keys_from(model):
        steps = (*steps, key.name)
        yield steps, key.related_model


def _keys_from(model: type[Model]) -> Iterator["ForeignKey[Model, Model]"]:
    while step := cast(type[Belonging], model).belongs_by:
        key = cast("ForeignKey[Model, Model]", model._meta.get_field(step))
        yield key
        model = key.related_model
