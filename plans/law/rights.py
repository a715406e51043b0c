"""Who may write drafts. What moves a document is in the table of `plans.issuing.steps`; editing moves nothing.

Seeing is in neither: `visible_to(user)` is the law of seeing, and a row out of sight is a 404.
"""

from childlabour.units.access import viewer
from childlabour.units.models import Role
from plans.law.roles import roles_towards
from plans.law.states import Status

WRITERS = frozenset({Role.DRAFTER, Role.KEEPER})
WRITABLE = frozenset({Status.DRAFT})


def may_edit(user, plan) -> bool:
    """Whether `user` may change the words of `plan` as it stands; the keeper acts for every unit."""
    return plan.status in WRITABLE and bool(WRITERS & roles_towards(user, plan.unit_id))


def may_create_for(user, unit_id: int) -> bool:
    """A new draft for `unit_id`: its drafters, and the keeper for anyone."""
    eyes = viewer(user)
    return eyes.is_keeper or (Role.DRAFTER in eyes.roles and unit_id in eyes.unit_ids)


def may_create(user) -> bool:
    """Whether `user` may open a new draft for anyone at all."""
    eyes = viewer(user)
    return eyes.is_keeper or (Role.DRAFTER in eyes.roles and bool(eyes.unit_ids))
