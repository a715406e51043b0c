"""Which document a row belongs to, however far below it the row stands.

Every model of a document says its own step towards it once, as `belongs_by`: the name of a foreign key, to the
document or to another row of it; the document itself says "". Everything that asks "whose row is this?" follows
from there: who sees it, who may change it, what the database freezes, how lists are narrowed.
"""

from collections.abc import Collection

from django.db.models import Model, QuerySet


def belongs(model: type[Model]) -> bool:
    """Whether rows of `model` are of a document (or documents themselves)."""
    return hasattr(model, "belongs_by")


def steps_from(model: type[Model]) -> tuple[str, ...]:
    """The foreign keys from a row to its document: `("task", "section", "plan")` of an assignment."""
    steps = []
    while model.belongs_by:
        steps.append(model.belongs_by)
        model = model._meta.get_field(model.belongs_by).related_model
    return tuple(steps)


def to_document(model: type[Model], *onward: str) -> str:
    """The way from a row to its document and `onward`, as a lookup: `to_document(Task, "unit__place")`."""
    return "__".join((*steps_from(model), *onward))


def document_of(row: Model):
    """The document of `row`; free when it was fetched along, by `select_related(to_document(...))`."""
    for step in steps_from(type(row)):
        row = getattr(row, step)
    return row


def rows_of(model: type[Model], document: Model | int) -> QuerySet:
    """The rows of `model` that belong to a document, given as itself or by its id."""
    return model._default_manager.filter(**{to_document(model): document})


def rows_of_any(model: type[Model], documents: Collection[Model] | QuerySet) -> QuerySet:
    return model._default_manager.filter(**{to_document(model, "in"): documents})


def document_in_sql(model: type[Model], row: str) -> str:
    """SQL for the id of the document that `row` (a name of a row in a trigger: NEW, OLD) belongs to."""
    if not model.belongs_by:
        return f"{row}.{model._meta.pk.column}"
    step = model._meta.get_field(model.belongs_by)
    found, above = f"{row}.{step.column}", step.related_model
    while above.belongs_by:
        step = above._meta.get_field(above.belongs_by)
        found = f"(SELECT {step.column} FROM {above._meta.db_table} WHERE {above._meta.pk.column} = {found})"
        above = step.related_model
    return found
