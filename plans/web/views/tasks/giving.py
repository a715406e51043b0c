"""Nhiệm vụ đã giao: what one document of ours gave to whom, and how far they are."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.units.gate import OfficersRequest, officers_only
from plans.law.belonging import to_document
from plans.models import Assignment, AssignmentState, Document
from plans.pages.strips import LATE, REPORTED, Strip, strips_of


@require_safe
@officers_only
def given(request: OfficersRequest, document_pk: int) -> HttpResponse:
    """Who has received, who is late: the assignments of one plan of ours. Two queries."""
    documents = Document.objects.with_dealings_seen_by(request.user).select_related("unit")
    document = get_object_or_404(documents, pk=document_pk)
    assignments = (
        Assignment.objects.in_force()
        .filter(**{to_document(Assignment): document})
        .select_related("task", "unit")
    )
    strips = strips_of(assignments, today())
    context = {"nav": "desk", "document": document, "strips": strips, "units": _standing_of_units(strips)}
    return render(request, "tasks/given.html", context)


def _standing_of_units(strips: list[Strip]) -> dict[str, int]:
    """How many units were given work, have received all of theirs, are late with some; and reports to judge."""
    rows = [unit for strip in strips for unit in strip.units]
    everyone = {unit.assignment.unit_id for unit in rows}
    unread = {unit.assignment.unit_id for unit in rows if unit.assignment.state == AssignmentState.GIVEN}
    late = {unit.assignment.unit_id for unit in rows if unit.look == LATE}
    waiting = sum(unit.look == REPORTED for unit in rows)
    return {"all": len(everyone), "received": len(everyone - unread), "late": len(late), "waiting": waiting}
