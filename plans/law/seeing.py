"""Who sees what: everyone the published; an officer also what the own units write and what they took over; the
keeper everything.

A row of a document is seen by whoever sees the document. What one may not see is not there: pages answer 404.
"""

from typing import Any, Self, TypeVar

from django.db.models import Model, Q, QuerySet

from childlabour.units.access import Someone, viewer

from .belonging import to_document
from .states import PUBLISHED

M = TypeVar("M", bound=Model)
Rows = TypeVar("Rows", bound=QuerySet[Any])


class OfDocuments(QuerySet[M]):
    """Rows that are documents or belong to one (`belonging`)."""

    def visible_to(self, user: Someone) -> Self:
        return visible(self, user)


def visible(rows: Rows, user: Someone) -> Rows:
    """Those of `rows`, of any model that belongs to a document, whose document `user` may see."""
    eyes = viewer(user)
    if eyes.is_keeper:
        return rows
    published = Q(**{to_document(rows.model, "status__in"): PUBLISHED})
    return rows.filter(published | Q(**{to_document(rows.model, "unit_id__in"): eyes.seen_unit_ids}))


def of_own_units(rows: Rows, user: Someone) -> Rows:
    """Those whose document was written by the units of `user`, or by units these took over from."""
    return rows.filter(**{to_document(rows.model, "unit_id__in"): viewer(user).seen_unit_ids})
