"""The tables of rights as one page to read: docs/rights.md is written from here, so it cannot say anything else."""

from collections.abc import Iterator

from childlabour.units.models import Role
from plans.followup.steps import STEPS as TASK_STEPS
from plans.followup.steps import Side
from plans.law.roles import OF_THE_AGENCY_ITSELF
from plans.models import Status
from plans.rights import RIGHTS

SIDES = {
    Side.UNIT: "the unit that was given the task: its responders",
    Side.ISSUER: "the unit that gave it: its drafters and leaders",
}


def as_markdown() -> str:
    return "\n".join([*_documents(), "", *_tasks(), "", *_seeing(), ""])


def _documents() -> Iterator[str]:
    yield "# Who may do what"
    yield ""
    yield "Written by `manage.py write_rights` from the tables the program itself asks; a test compares them."
    yield ""
    yield "## Documents: action × state × role"
    yield ""
    yield "`plans/rights.py` and `plans/issuing/steps.py`. A role counts in one's own unit and in the unit one"
    own = " and ".join(sorted(role.value for role in OF_THE_AGENCY_ITSELF))
    yield f"drafts for; {own} count in one's own unit alone. The keeper's roles count everywhere."
    yield ""
    roles = [role for role in Role if any(role in right.roles for right in RIGHTS)]
    yield f"| action | in state | {' | '.join(role.value for role in roles)} |"
    yield f"|---|---|{'---|' * len(roles)}"
    for right in RIGHTS:
        states = ", ".join(f"{state.label} (`{state}`)" for state in Status if state in right.statuses)
        marks = " | ".join("yes" if role in right.roles else "–" for role in roles)
        yield f"| {right.action.label} (`{right.action}`) | {states} | {marks} |"


def _tasks() -> Iterator[str]:
    yield "## Tasks: step × state × side"
    yield ""
    yield "`plans/followup/steps.py`. Only tasks of issued plans are anybody's."
    yield ""
    yield "| step | from | to | who | words needed |"
    yield "|---|---|---|---|---|"
    for step in TASK_STEPS:
        before = ", ".join(state.label for state in type(step.after) if state in step.before)
        needed = "yes" if step.needs_text else "no"
        yield f"| {step.words} (`{step.move}`) | {before} | {step.after.label} | {SIDES[step.side]} | {needed} |"


def _seeing() -> Iterator[str]:
    yield "## Seeing"
    yield ""
    yield "Everyone sees what is issued; officers also the drafts of their own units; the keeper everything"
    yield "(`Plan.objects.visible_to`). What one may not see answers 404, as if it were not there. Which address is"
    yield "open to whom stands in `tests/laws/test_addresses.py`; an address without a row fails there."
