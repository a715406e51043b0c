"""The tables of rights as one page to read: docs/rights.md is written from here, so it cannot say anything else."""

from collections.abc import Collection, Iterator

from django.apps import apps

from childlabour.units.models import Role
from plans.followup.steps import ASSIGNMENTS, Side
from plans.issuing.steps import DOCUMENTS
from plans.law.belonging import belongs
from plans.law.rights import WRITABLE, WRITERS
from plans.law.roles import OF_THE_AGENCY_ITSELF
from plans.law.seeing import Seen, seen_as
from plans.models import Action, AssignmentState, Origin, Status, TakeDownState
from plans.reporting.steps import FILINGS, Whose
from plans.takedown.rights import Party
from plans.takedown.steps import TAKE_DOWNS

SIDES = {
    Side.UNIT: "the unit that was given the task: its responders",
    Side.ISSUER: "the unit that gave it: its drafters and leaders",
}

WHOSE = {
    Whose.REPORTING: "the unit whose figures they are: its responders, drafters and leaders",
    Whose.ABOVE: "an office above it: its drafters and leaders",
}

PARTIES = {
    Party.FIRST: "who asked",
    Party.SECOND: "another one: a leader of the unit or a keeper; what one of these asked, anyone of the unit; "
    "where the unit has one person alone, a leader of its superior",
}


def as_markdown() -> str:
    parts = (_documents(), _tasks(), _figures(), _take_downs(), _intakes(), _seeing())
    return "\n".join(line for part in parts for line in (*part, ""))


def _documents() -> Iterator[str]:
    yield "# Who may do what"
    yield ""
    yield "Written by `manage.py write_rights` from the tables the program itself asks; a test compares them."
    yield ""
    yield "## Documents: action × state × role"
    yield ""
    own = " and ".join(sorted(role.value for role in OF_THE_AGENCY_ITSELF))
    yield "`plans/law/rights.py` and `plans/issuing/steps.py`. A role is worn in a unit (`Appointment`), from a day"
    yield "to a day. It counts there, in the unit that this one drafts for, and for what an ended unit left that one"
    yield f"of the two has taken over; {own} count in the unit itself alone. The keeper's roles count everywhere."
    yield ""
    rows: list[tuple[Action, Collection[str], Collection[str], Collection[str]]]
    rows = [(Action.EDIT, WRITABLE, (), WRITERS)]
    rows += [(Action(step.name), step.before, step.ways, step.who) for step in DOCUMENTS if step.is_own_act]
    roles = [role for role in Role if any(role in who for *_, who in rows)]
    yield "A leader who is away hands the leader's column to somebody of the same agency, for the days of leave"
    yield "(`Delegation`). It opens acts at the desk: the journal says in whose place, the paper keeps its own signer,"
    yield "and nobody signs with a key by it (the signer's name stands on the paper)."
    yield ""
    yield "What is marked after the issue (`mark`) is also marked by who leads the office that holds the place of the"
    yield "one that issued it."
    yield ""
    yield "A document goes one of two ways, settled when it is made: `here`, or `carried_over`, a paper issued before"
    yield "there was this system, which gets no number and no signature here and is entered by two people."
    yield ""
    yield f"| action | in state | of documents | {' | '.join(role.value for role in roles)} |"
    yield f"|---|---|---|{'---|' * len(roles)}"
    for action, before, ways, who in rows:
        states = ", ".join(f"{state.label} (`{state}`)" for state in Status if state in before)
        marks = " | ".join("yes" if role in who else "–" for role in roles)
        which = ", ".join(f"`{origin}`" for origin in Origin if origin in ways) or "both"
        yield f"| {action.label} (`{action}`) | {states} | {which} | {marks} |"


def _tasks() -> Iterator[str]:
    yield "## Tasks: step × state × side"
    yield ""
    yield "`plans/followup/steps.py`. Only tasks of issued plans are anybody's."
    yield ""
    yield "| step | from | to | who | words needed |"
    yield "|---|---|---|---|---|"
    for step in ASSIGNMENTS:
        before = ", ".join(state.label for state in AssignmentState if state in step.before)
        needed = "yes" if any(ask.missing for ask in step.asks) else "no"
        (side,) = step.who
        after = AssignmentState(step.after).label if step.after else "as it was"
        whose = SIDES[Side(side)]
        yield f"| {step.words.name} (`{step.name}`) | {before} | {after} | {whose} | {needed} |"
    yield ""
    yield "Who may judge a task also gives it to units that the words do not name (`plans/followup/passing_on.py`),"
    yield "as long as the document is in force, and takes a step with many at once (`together.py`). The unit's"
    yield "responders write the plan of their own for it (`work_items.py`), as long as it lies with them."


def _figures() -> Iterator[str]:
    yield "## Figures of a unit in a period: step × side"
    yield ""
    yield "`plans/reporting/steps.py`. Typed by the unit whose figures they are; accepted ones are locked until they"
    yield "are opened. After a period is closed only who was allowed to come late may send. Periods are opened and"
    yield "closed by the keeper. Sums of accepted figures are everybody's, without small numbers; the rest is seen by"
    yield "the unit, by the office right above it and by the keeper."
    yield ""
    yield "| step | who | words needed |"
    yield "|---|---|---|"
    for step in FILINGS:
        needed = "yes" if any(ask.missing for ask in step.asks) else "no"
        (side,) = step.who
        yield f"| {step.words.name} (`{step.name}`) | {WHOSE[Whose(side)]} | {needed} |"


def _take_downs() -> Iterator[str]:
    yield "## Taking a person's data out of a document: step × state × party"
    yield ""
    yield "`plans/takedown/rights.py` and `steps.py`. Asked for by whoever works on the document (drafter, leader,"
    yield "clerk, keeper) or answered for a task of it."
    yield ""
    yield "| step | from | to | who | words needed |"
    yield "|---|---|---|---|---|"
    for step in TAKE_DOWNS:
        before = ", ".join(state.label for state in TakeDownState if state in step.before)
        needed = "yes" if any(ask.missing for ask in step.asks) else "no"
        whose = "; or ".join(PARTIES[party] for party in Party if party in step.who)
        after = TakeDownState(str(step.after)).label
        yield f"| {step.words.name} (`{step.name}`) | {before} | {after} | {whose} | {needed} |"


def _intakes() -> Iterator[str]:
    yield "## Files on their way in"
    yield ""
    yield "`plans/law/rights.py` (`may_read_in`) and `plans/models/intake.py`. A file that is read in belongs to a"
    yield "unit, not to who sent it: a colleague goes on where it was left."
    yield ""
    yield "| what | who |"
    yield "|---|---|"
    writers = "who may begin drafts of the unit: its drafters, and the keeper"
    yield f"| send a file, review what was read, keep choices, save as a draft, read again, put away | {writers} |"
    yield "| see what was read, fetch the file | who sees drafts of the unit; of a saved one, who sees its dealings |"


def _seeing() -> Iterator[str]:
    yield "## Seeing"
    yield ""
    yield "`plans/law/seeing.py`. Everyone sees what is issued. Officers also see the inner papers (drafts, history,"
    yield "registers, tasks) of the units they serve in, of those these draft for, and of every ended unit before them,"
    yield "along the successions from the new one to the old; the keeper sees everything."
    yield ""
    yield "A row of a document (`belongs_by`) is seen as what its model says it is (`seen_as`): the *words* by everyone"
    yield "once they are published; the *dealings* by the unit whose document it is, once it is published also by that"
    yield "unit's superior and, of its own task, by the unit that it was given to. Series and books of numbers are"
    yield "dealings of their unit."
    yield ""
    yield "| seen as | rows |"
    yield "|---|---|"
    for what in Seen:
        models = [model for model in apps.get_models() if belongs(model) and seen_as(model) == what]
        yield f"| {what} | {', '.join(f'`{model.__name__}`' for model in models)} |"
    yield ""
    yield "What an ended unit left, whoever holds its office now goes on with: edits drafts, answers open tasks,"
    yield "judges what it gave out, reads its closed books. New documents are begun, and all are led, numbered and"
    yield "sealed, by a unit's own people in its own name. A unit that still works leaves nothing."
    yield ""
    yield "What one may not see answers 404, as if it were not there. Which address is open to whom stands in"
    yield "`tests/laws/test_addresses.py`; an address without a row fails there."
