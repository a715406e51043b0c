"""Who may do what with a document, in which state. Pages, admin and API ask `may`.

Acts that move a document stand in the table of `plans.issuing.steps`; editing, which moves nothing, here.
Seeing is in neither: `Plan.objects.visible_to(user)` is the law of seeing, and a row out of sight is a 404.
"""

from dataclasses import dataclass

from childlabour.units.access import Someone, viewer
from childlabour.units.models import Role
from plans.issuing.steps import STEPS
from plans.models import Action, Plan, Status

from .law.roles import roles_towards

__all__ = ["RIGHTS", "Action", "Right", "allowed", "may", "may_create_for"]


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


def may(user: Someone, action: Action, plan: Plan) -> bool:
    return action in allowed(user, plan)


def allowed(user: Someone, plan: Plan) -> frozenset[Action]:
    """Every action open to `user` on `plan` as it stands; the keeper acts for every unit."""
    roles = roles_towards(user, plan.unit_id)
    return frozenset(
        right.action for right in RIGHTS if plan.status in right.statuses and right.roles & roles
    )


def may_create_for(user: Someone, unit_id: int) -> bool:
    """A new draft for `unit_id`: its drafters, and the keeper for anyone."""
    eyes = viewer(user)
    return eyes.is_keeper or (Role.DRAFTER in eyes.roles and unit_id in eyes.unit_ids)


def writes(user: Someone) -> bool:
    """Whether `user` may open a new draft for anyone at all."""
    eyes = viewer(user)
    return eyes.is_keeper or (Role.DRAFTER in eyes.roles and bool(eyes.unit_ids))
