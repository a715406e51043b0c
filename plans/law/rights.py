"""Who may write drafts. What moves a document is in the table of `plans.issuing.steps`; editing moves nothing.

Seeing is in neither: `plans.law.seeing` is the law of seeing, and a row out of sight is a 404.
"""

from typing import Protocol

from django.db.models import F, QuerySet

from childlabour.units.access import Someone, viewer
from childlabour.units.models import Role, Unit, UnitFunction
from plans.law.roles import roles_towards
from plans.law.states import Status

WRITERS = frozenset({Role.DRAFTER, Role.KEEPER})
WRITABLE = frozenset({Status.DRAFT})


class Editable(Protocol):
    """What is asked of a document, which stands on a floor above."""

    @property
    def status(self) -> str: ...
    @property
    def unit_id(self) -> int: ...


def may_edit(user: Someone, document: Editable) -> bool:
    """Whether `user` may change the words of `document` as it stands; the keeper acts for every unit."""
    return document.status in WRITABLE and bool(WRITERS & roles_towards(user, document.unit_id))


def may_create_for(user: Someone, unit_id: int) -> bool:
    """A new draft for `unit_id`: its drafters (for a unit that was taken over, nobody), and the keeper for anyone."""
    eyes = viewer(user)
    return eyes.is_keeper or (unit_id in eyes.unit_ids and Role.DRAFTER in roles_towards(user, unit_id))


def may_read_in(user: Someone, unit_id: int) -> bool:
    """Files to be read for `unit_id`, and what to do with what was read: it is the beginning of a draft."""
    return may_create_for(user, unit_id)


def may_create(user: Someone) -> bool:
    """Whether `user` may open a new draft for anyone at all."""
    eyes = viewer(user)
    return eyes.is_keeper or any(may_create_for(user, pk) for pk in eyes.unit_ids)


def issuers_for(user: Someone) -> QuerySet[Unit]:
    """The units that `user` may open new drafts for, those that still work before those that have ended."""
    units = Unit.objects.order_by(F("valid_to").desc(nulls_first=True), *(Unit._meta.ordering or ()))
    eyes = viewer(user)
    if eyes.is_keeper:
        return units
    return units.filter(pk__in=[pk for pk in eyes.unit_ids if may_create_for(user, pk)])


def usual_issuer(units: QuerySet[Unit]) -> Unit | None:
    """An office drafts for its committee far more often than for itself."""
    return units.filter(function=UnitFunction.COMMITTEE).first() or units.first()
