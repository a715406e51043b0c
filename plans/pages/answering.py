"""Who answers for a unit, told to whoever sees its tasks and may not."""

from collections.abc import Collection

from childlabour.units.access import Someone
from childlabour.units.holding import standing_for
from childlabour.units.models import Role
from plans.law.roles import roles_towards
from plans.law.seeing import of_own_units
from plans.models import Assignment
from plans.models.task import AssignmentQuerySet


def units_given(reader: Someone) -> set[int]:
    """Which of the reader's units were given tasks. One query."""
    given = Assignment.objects.given_to(reader).order_by()
    return set(given.values_list("unit_id", flat=True).distinct())


def waiting_for_giver(reader: Someone) -> AssignmentQuerySet:
    """What units have said about work that the reader's own units gave, and nobody has answered."""
    return of_own_units(Assignment.objects.in_force().waiting_for_giver(), reader)


def who_answers(reader: Someone, units: Collection[int]) -> str:
    """ "Người trả lời: Giàng A Páo."; "" where the reader may answer. Two queries, where the reader may not."""
    if not units or any(Role.RESPONDER in roles_towards(reader, unit) for unit in units):
        return ""
    names = sorted({str(one) for those in standing_for(units, {Role.RESPONDER}).values() for one in those})
    if not names:
        return "Chưa có ai được giao trả lời: báo người quản trị hệ thống."
    return f"Người trả lời: {', '.join(names)}."
