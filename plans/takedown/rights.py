"""Who may ask for a take-down, and who is the second person."""

from enum import StrEnum

from childlabour.core.clock import today
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Appointment, Role
from plans.law.belonging import to_document
from plans.law.roles import roles_towards
from plans.models import Assignment, Document, TakeDown, TakeDownState

HEADS = frozenset({Role.LEADER, Role.KEEPER})
OF_THE_UNIT = frozenset({Role.DRAFTER, Role.LEADER, Role.CLERK, Role.KEEPER})

MOST = 100  # that wait at once, in the whole system; they are rare and soon settled


class Party(StrEnum):
    FIRST = "first"  # who asked
    SECOND = "second"  # who may confirm


def may_ask(officer: Someone, document: Document) -> bool:
    """Whoever works on the document, and whoever answered for a task of it. One query for the latter."""
    if roles_towards(officer, document.unit_id) & OF_THE_UNIT:
        return True
    given = Assignment.objects.given_to(officer).filter(**{to_document(Assignment): document})
    return given.exists()


def is_head(officer: Someone, document: Document) -> bool:
    return bool(roles_towards(officer, document.unit_id) & HEADS)


def parties(officer: Someone, take_down: TakeDown) -> frozenset[str]:
    """The one who asked never confirms. A head confirms what others ask; what a head asked, anyone of the unit.

    Where the unit has one person alone, a leader of its superior confirms. Two queries at most.
    """
    if officer.pk == take_down.asked_by_id:
        return frozenset({Party.FIRST})
    document = take_down.document
    roles = roles_towards(officer, document.unit_id)
    if roles & HEADS or (take_down.asked_by_head and roles & OF_THE_UNIT):
        return frozenset({Party.SECOND})
    superior = document.unit.superior_id
    leads_above = superior is not None and Role.LEADER in viewer(officer).roles_in(superior)
    if leads_above and _has_one_person(document.unit_id):
        return frozenset({Party.SECOND})
    return frozenset()


def waiting_for(officer: Someone) -> list[TakeDown]:
    """Those that this officer may settle as the second person. One query while none waits."""
    asked = TakeDown.objects.filter(state=TakeDownState.ASKED).select_related("document__unit")[:MOST]
    return [row for row in asked if Party.SECOND in parties(officer, row)]


def _has_one_person(unit_id: int) -> bool:
    there = Appointment.objects.valid_on(today()).filter(unit=unit_id, officer__is_active=True)
    return there.values("officer").distinct().count() <= 1
