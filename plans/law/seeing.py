"""Who sees what: of a document everyone sees the words once they are published, and few its dealings.

Every model that belongs to a document says once, as `seen_as`, what its rows are. WORDS are what is printed: everyone
sees the published ones, an officer also what the own units write and what they took over. Of kinds that are not for the
public (proposals, minutes) only what the office chose to show lies open; the rest is read, once it is issued, by the
unit's superior and by whom it was sent to. DEALINGS are how it came
about and what became of it (answers, files, events, versions, scans): they are seen by the unit whose document it is;
once it is published also by that unit's superior and, of a task, by the unit it was given to. The keeper sees
everything. What one may not see is not there: pages answer 404.
"""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import Any, Protocol, Self, TypeVar, cast

from django.db.models import Model, Q, QuerySet

from childlabour.units.access import Someone, viewer

from .belonging import to_document, ways_up
from .kinds import kinds_that
from .states import PUBLISHED

M = TypeVar("M", bound=Model)
Rows = TypeVar("Rows", bound=QuerySet[Any])


class Seen(StrEnum):
    WORDS = "words"
    DEALINGS = "dealings"


class Dealt(Protocol):
    """What is asked of a document, which stands on a floor above; `unit` fetched along."""

    @property
    def status(self) -> str: ...
    @property
    def unit_id(self) -> int: ...
    @property
    def unit(self) -> Any: ...


class OfDocuments(QuerySet[M]):
    """Rows that are documents or belong to one (`belonging`)."""

    def visible_to(self, user: Someone) -> Self:
        return visible(self, user)

    def with_dealings_seen_by(self, user: Someone) -> Self:
        return visible(self, user, Seen.DEALINGS)


def seen_as(model: type[Model]) -> Seen:
    return Seen(cast(Any, model).seen_as)


def visible(rows: Rows, user: Someone, what: Seen | None = None) -> Rows:
    """Those of `rows`, of any model that belongs to a document, that `user` may see: as what their model says that
    they are, or as `what`.
    """
    eyes = viewer(user)
    if eyes.is_keeper:
        return rows
    own = _at(rows, "unit_id__in", eyes.seen_unit_ids)
    published = _at(rows, "status__in", PUBLISHED)
    if (what or seen_as(rows.model)) == Seen.WORDS:
        readers = for_everybody(rows.model)
        if eyes.seen_unit_ids:
            readers |= _at(rows, "unit__superior_id__in", eyes.seen_unit_ids)
            readers |= _at(rows, "pk__in", _sent_to(rows.model, eyes.seen_unit_ids))
        return rows.filter(own | (published & readers))
    others = _at(rows, "unit__superior_id__in", eyes.seen_unit_ids)
    for way in _given(rows.model):
        others |= Q(**{f"{way}_id__in": eyes.seen_unit_ids})
    return rows.filter(own | (published & others))


def for_everybody(model: type[Model]) -> Q:
    """Of what is published: that the public may read it, by its kind or because its office chose so."""
    chosen = Q(**{to_document(model, "shown_to_public"): True})
    return Q(**{to_document(model, "kind__in"): kinds_that("public")}) | chosen


def _sent_to(model: type[Model], units: Collection[int]) -> QuerySet[Any]:
    """The documents that one of `units` received."""
    *_, (_, document) = ways_up(model)
    return document._default_manager.filter(deliveries__unit__in=units).order_by().values("pk")


def sees_dealings(user: Someone, document: Dealt) -> bool:
    """Whether the dealings of `document` lie open to this person; of its tasks, only as its issuer's. No query."""
    eyes = viewer(user)
    of_the_superior = document.status in PUBLISHED and document.unit.superior_id in eyes.seen_unit_ids
    return eyes.sees(document.unit_id) or of_the_superior


def of_own_units(rows: Rows, user: Someone) -> Rows:
    """Those whose document was written by the units of `user`, or by units these took over from."""
    return rows.filter(_at(rows, "unit_id__in", viewer(user).seen_unit_ids))


def of_books(rows: Rows, user: Someone, to_unit: str) -> Rows:
    """Books and what stands in them, by the way `to_unit`: dealings of a unit, not of one document."""
    eyes = viewer(user)
    if eyes.is_keeper:
        return rows
    own, below = (Q(**{f"{to_unit}{end}__in": eyes.seen_unit_ids}) for end in ("_id", "__superior_id"))
    return rows.filter(own | below)


def _at(rows: QuerySet[Any], lookup: str, value: Any) -> Q:
    return Q(**{to_document(rows.model, lookup): value})


def _given(model: type[Model]) -> Iterator[str]:
    """The ways from a row to the unit that it was given to, where something on its way to the document was given."""
    for way, above in ways_up(model):
        if given_to := getattr(above, "given_to", ""):
            yield "__".join((*way, given_to))
