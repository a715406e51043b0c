"""The one function that moves an assignment, and what may be done with it."""

from django.db import transaction

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.units.models import Role
from plans.law.belonging import document_of, to_document
from plans.law.roles import roles_towards
from plans.models import Answer, AnswerFile, Assignment

from .attachments import attachments_of
from .steps import BY_MOVE, STEPS, Move, Side, Step


def available(assignment: Assignment, officer) -> tuple[Step, ...]:
    """What `officer` may do with `assignment` now; free when task, section and plan are fetched."""
    sides = _sides(assignment, officer)
    return tuple(step for step in STEPS if step.side in sides and assignment.state in step.before)


def _sides(assignment: Assignment, officer) -> set[Side]:
    sides = set()
    if Role.RESPONDER in roles_towards(officer, assignment.unit_id):
        sides.add(Side.UNIT)
    if roles_towards(officer, document_of(assignment).unit_id) & {Role.DRAFTER, Role.LEADER}:
        sides.add(Side.ISSUER)
    return sides


@transaction.atomic
def answer(move: Move, assignment_pk: int, officer, *, text: str = "", uploads=()) -> Assignment:
    """Take a step, keep what was written and sent with it; all problems at once, or everything is stored.

    The caller has checked that the officer may see the assignment (`Assignment.objects.given_to`).
    """
    step = BY_MOVE[move]
    of_plan = Assignment.objects.select_related(to_document(Assignment), "unit")
    assignment = of_plan.select_for_update(of=("self",)).get(pk=assignment_pk)
    attachments, problems = attachments_of(list(uploads))
    if step not in available(assignment, officer):
        state = assignment.get_state_display()
        problems.insert(
            0, Problem(f"Chưa làm được việc này: nhiệm vụ đang ở tình trạng “{state}”. Tải lại trang.")
        )
    if step.needs_text and not text.strip():
        problems.append(Problem(step.needs_text, "text"))
    if problems:
        raise Refusal(*problems)
    assignment.state = step.after
    assignment.save(update_fields=["state"])
    said = Answer.objects.create(
        assignment=assignment,
        at=now(),
        officer=officer,
        officer_name=str(officer),
        state=step.after,
        text=text,
    )
    for attachment in attachments:
        AnswerFile.objects.create(
            answer=said,
            name=attachment.upload.name,
            media_type=attachment.media_type,
            size=attachment.upload.size,
            stored=attachment.upload,
        )
    return assignment
