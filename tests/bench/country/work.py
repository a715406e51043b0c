"""The tasks of a document, who was given them, and what these said about them."""

from datetime import date, timedelta
from random import Random

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from childlabour.units.models import Unit
from plans.models import (
    PUBLISHED,
    Answer,
    AnswerFile,
    Assignment,
    AssignmentRole,
    AssignmentState,
    StoredBlock,
    Task,
)

from .documents import Folio
from .journal import moment
from .people import People
from .rows import Rows
from .words import ANSWERS, NOT_ACCEPTED, PRODUCTS

ONE_SHARED_IN = 10  # tasks; the others are one unit's alone
ONE_WITH_A_FILE_IN = 200  # answers
FILE = "tra-loi/2026/01/bien-ban.pdf"  # one and the same behind every answer
FILE_BYTES = b"%PDF-1.4\n% Bien ban hop thon\n%%EOF\n"
DUE = ((3, 31), (6, 30), (9, 30), (11, 30), (12, 31), None)  # the last: without a deadline

# Of a hundred assignments of a document that was issued, and what was answered on the way there.
STATES = {
    AssignmentState.GIVEN: 62,
    AssignmentState.RECEIVED: 6,
    AssignmentState.UNDER_WAY: 7,
    AssignmentState.REPORTED: 3,
    AssignmentState.DONE: 20,
    AssignmentState.SENT_BACK: 2,
}
BEFORE = {AssignmentState.DONE: AssignmentState.REPORTED, AssignmentState.SENT_BACK: AssignmentState.REPORTED}


def keep_the_file() -> None:
    if not default_storage.exists(FILE):
        default_storage.save(FILE, ContentFile(FILE_BYTES))


class Giving:
    def __init__(self, rows: Rows, rng: Random, people: People):
        self._rows, self._rng, self._people = rows, rng, people

    def give(self, folio: Folio) -> None:
        """Each of the blocks that are tasks is somebody's."""
        for block, name in folio.work:
            self._task(folio, block, name)

    def _task(self, folio: Folio, block: StoredBlock, name: str) -> None:
        rng = self._rng
        due = rng.choice(DUE)
        task = Task(
            block=block,
            name=name,
            due_on=due and date(folio.document.period_to, *due),
            product=rng.choice(PRODUCTS),
        )
        self._rows.add(task)
        lead = rng.choice(folio.workers)
        self._assignment(folio, task, lead, AssignmentRole.LEAD)
        if rng.randrange(ONE_SHARED_IN) == 0 and lead != folio.agency.watching:
            self._assignment(folio, task, folio.agency.watching, AssignmentRole.PARTNER)

    def _assignment(self, folio: Folio, task: Task, unit: Unit, role: AssignmentRole) -> None:
        state = AssignmentState.GIVEN
        if folio.document.status in PUBLISHED:
            (state,) = self._rng.choices(list(STATES), STATES.values())
        days = _days(state, folio.day + timedelta(days=14))
        assignment = self._rows.add(Assignment(task=task, unit=unit, role=role, state=state, **days))
        if state != AssignmentState.GIVEN:
            self._answers(folio, assignment)

    def _answers(self, folio: Folio, assignment: Assignment) -> None:
        day = folio.day + timedelta(days=self._rng.randint(2, 14))
        officer, text = self._people.answering[assignment.unit_id], self._rng.choice(ANSWERS)
        last = assignment.state
        first = self._answer(assignment, BEFORE.get(last, last), officer, text, day)
        if last in BEFORE:
            said = NOT_ACCEPTED if last == AssignmentState.SENT_BACK else ""
            self._answer(assignment, last, folio.staff.drafter, said, day + timedelta(days=3))
        if first.pk % ONE_WITH_A_FILE_IN == 0:
            self._rows.add(
                AnswerFile(
                    answer=first,
                    name="bien-ban.pdf",
                    media_type="application/pdf",
                    size=len(FILE_BYTES),
                    stored=FILE,
                )
            )

    def _answer(
        self, assignment: Assignment, state: AssignmentState, officer, text: str, day: date
    ) -> Answer:
        return self._rows.add(
            Answer(
                assignment=assignment,
                at=moment(day, 9),
                officer=officer if officer.pk else None,
                officer_name=officer.full_name,
                state=state,
                text=text,
            )
        )


def _days(state: AssignmentState, day: date) -> dict[str, date]:
    """As the steps write them."""
    days = {} if state == AssignmentState.GIVEN else {"received_on": day}
    if state in (AssignmentState.REPORTED, AssignmentState.DONE):
        days["reported_on"] = day
    if state == AssignmentState.DONE:
        days["accepted_on"] = day + timedelta(days=3)
    return days
