"""Work given by the district to the commune, with days as they lie from today."""

from datetime import date, timedelta

import pytest

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.notices.models import Notice
from plans.followup.steps import ASSIGNMENTS
from plans.models import Answer, Assignment, Move
from tests.cast import Office, an_issued_plan


def given_to_the_commune(office: Office, *, due: int | None = 5) -> Assignment:
    """One task of a plan that the district issued, due in so many days."""
    document = an_issued_plan(office.committee, frozen=False, tasks=4, period_from=2023, period_to=2030)
    given = Assignment.objects.get(task__block__document=document, unit=office.people_of_tan_thanh)
    if due is None:
        given.task.due_on = None
        given.task.save()
    else:
        given.due_on = in_days(due)
        given.save()
    return again(given)


def again(given: Assignment) -> Assignment:
    return Assignment.objects.get(pk=given.pk)


def in_days(days: int) -> date:
    return today() + timedelta(days=days)


def step(move: Move, given: Assignment, officer, **told) -> Assignment:
    return ASSIGNMENTS.perform(move, given, officer, **told)


def refusal(move: Move, given: Assignment, officer, **told) -> str:
    """Why not; and nothing has moved."""
    before = as_stored(), Answer.objects.count(), Notice.objects.count()
    with pytest.raises(Refusal) as refused:
        step(move, given, officer, **told)
    assert (as_stored(), Answer.objects.count(), Notice.objects.count()) == before
    return str(refused.value)


def as_stored() -> list[dict]:
    return list(Assignment.objects.order_by("pk").values())


def journal(given: Assignment) -> list[str]:
    return [said.move for said in given.answers.all()]


def notices_of(officer) -> list[str]:
    return [notice.words for notice in Notice.objects.filter(officer=officer).order_by("pk")]
