"""One press for all that came at once: the document, and the tasks it gives to the unit."""

from django.db import transaction

from childlabour.units.models import Officer
from plans.delivery.receiving import receive
from plans.law.belonging import to_document
from plans.models import Assignment, AssignmentState, Delivery, Move

from .steps import ASSIGNMENTS


@transaction.atomic
def receive_with_tasks(delivery: Delivery, officer: Officer) -> int:
    """How many tasks were received with it: those still untouched, where this officer answers for the unit.

    Raises Refusal as `receive` does.
    """
    row = receive(delivery, officer)
    given = Assignment.objects.filter(
        **{to_document(Assignment): row.document_id}, unit=row.unit_id, state=AssignmentState.GIVEN
    )
    open_to_me = [
        one
        for one in given.select_related(to_document(Assignment, "unit"), "unit").order_by("pk")
        if any(step.name == Move.RECEIVE for step in ASSIGNMENTS.available(officer, one))
    ]
    for assignment in open_to_me:
        ASSIGNMENTS.perform(Move.RECEIVE, assignment, officer)
    return len(open_to_me)
