"""Who may do what with a document, in which state. Pages, admin and API ask `may`.

Acts that move a document stand in the table of `plans.issuing.steps`; editing, which moves nothing, here.
Seeing is in neither: `plans.law.seeing` is the law of seeing, and a row out of sight is a 404.
"""

from dataclasses import dataclass

from django.db.models import F, QuerySet

from childlabour.units.access import viewer
from childlabour.units.models import Role, Unit, UnitFunction
from plans.issuing.steps import STEPS
from plans.models import Action, Plan, Status

from .law.roles import roles_towards

__all__ = [
    "RIGHTS",
    "Action",
    "Right",
    "allowed",
    "issuers_for",
    "may",
    "may_create_for",
    "usual_issuer",
    "writes",
]


@dataclass(frozen=True)
class Right:
    """Officers of the issuing unit with one of `roles` may do `action` in any of `statuses`."""

    action: Action
    roles: frozenset[Role]
    statuses: frozenset[Status]


RIGHTS = (
    Right(Action.EDIT, frozenset({Role.DRAFTER, Role.KEEPER}), frozenset({Status.DRAFT})),
    *(Right(step.action, step.roles, step.statuses) for step in STEPS if step.roles),
)


def may(user, action: Action, plan: Plan) -> bool:
    return action in allowed(user, plan)


def allowed(user, plan: Plan) -> frozenset[Action]:
    """Every action open to `user` on `plan` as it stands; the keeper acts for every unit."""
    roles = roles_towards(user, plan.unit_id)
    return frozenset(
        right.action for right in RIGHTS if plan.status in right.statuses and right.roles & roles
    )


def may_create_for(user, unit_id: int) -> bool:
    """A new draft for `unit_id`: its drafters (for a unit that was taken over, nobody), and the keeper for anyone."""
    eyes = viewer(user)
    return eyes.is_keeper or (unit_id in eyes.unit_ids and Role.DRAFTER in roles_towards(user, unit_id))


def writes(user) -> bool:
    """Whether `user` may open a new draft for anyone at all."""
    eyes = viewer(user)
    return eyes.is_keeper or any(may_create_for(user, pk) for pk in eyes.unit_ids)


def issuers_for(user) -> QuerySet[Unit]:
    """The units that `user` may open new drafts for, those that still work before those that have ended."""
    units = Unit.objects.order_by(F("valid_to").desc(nulls_first=True), *Unit._meta.ordering)
    eyes = viewer(user)
    if eyes.is_keeper:
        return units
    return units.filter(pk__in=[pk for pk in eyes.unit_ids if may_create_for(user, pk)])


def usual_issuer(units: QuerySet[Unit]) -> Unit | None:
    """An office drafts for its committee far more often than for itself."""
    return units.filter(function=UnitFunction.COMMITTEE).first() or units.first()
