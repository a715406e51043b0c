"""The door to moving a document. Pages, admin and API call it; nothing else writes a status."""

from childlabour.core.steps import Step
from plans.models import Action, Plan

from .steps import DOCUMENTS


def available(plan: Plan, officer) -> tuple[Step, ...]:
    """What `officer` may do with `plan` as it stands, in the order of the table.

    No queries but for a signed document's signatures, when they are not prefetched.
    """
    return DOCUMENTS.available(officer, plan)


def may(officer, action: Action, plan: Plan) -> bool:
    """Whether the table opens `action` to `officer` now. No query of its own."""
    return any(step.name == action for step in DOCUMENTS.open_to(officer, plan))


def perform(action: Action, plan: Plan, officer, **told) -> Plan:
    """Do `action` and leave an event, or raise Refusal with every reason why not; nothing in between.

    `told` has names of `steps.TOLD`. Gives the document as it is afterwards.
    """
    return DOCUMENTS.perform(action, plan, officer, **told)


def waiting_for(plan: Plan) -> Step | None:
    """The step that an unfinished document waits for: the first of the table that says so."""
    waits = (step for step in DOCUMENTS if plan.status in step.before and step.words.waiting)
    return next(waits, None)
