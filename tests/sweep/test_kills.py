"""Power that fails at every line, and people who press at the same instant: nothing is half done."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from childlabour.core.clock import today
from plans.models import Document, Status
from tests.cast import Office, a_plan, an_officer
from tests.issuing.elsewhere import run
from tests.issuing.test_register import numbers_survive
from tests.issuing.way import approved, numbered, signed, submitted

pytestmark = [pytest.mark.sweep, pytest.mark.django_db(transaction=True), pytest.mark.timeout(900)]


def test_sixteen_clerks_take_two_hundred_numbers_and_the_power_fails_thirty_times(office, tmp_path):
    numbers_survive(office, tmp_path, numbers=200, evenings=30, seconds=800)


@dataclass(frozen=True)
class Deed:
    act: str
    on: Callable[[Office], Document]
    by: str
    after: Status
    details: tuple[str, ...] = ()


DEEDS = (
    Deed("submit", lambda office: a_plan(office=office), "lan", Status.SUBMITTED),
    Deed("approve", submitted, "hung", Status.APPROVED),
    Deed("number", approved, "thu", Status.NUMBERED, (f"day={today()}",)),
    Deed("void", numbered, "thu", Status.DRAFT, ("reason=Ghi nhầm trích yếu.",)),
    Deed("issue", signed, "thu", Status.ISSUED),
)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.act)
def test_a_plug_pulled_at_every_line_of_an_act_leaves_nothing_or_all(office, tmp_path, deed):
    document, officer = deed.on(office), getattr(office, deed.by)
    words = (deed.act, document.pk, officer.pk, 1, *deed.details)
    found = run("tests.issuing.accident", tmp_path, *words, seconds=800)
    *before, last = [accident["left"] for accident in found]
    assert len(before) > 20
    assert all(left == before[0] for left in before)
    assert (before[0]["status"], last["status"]) == (document.status, deed.after)
    assert last["events"] == before[0]["events"] + 1


@pytest.mark.parametrize("_another", range(8))
def test_of_eight_clerks_at_the_same_instant_one_gives_the_number(office, tmp_path, _another):
    clerks = [an_officer(f"vt{n}", f"Văn thư {n}", office.committee, is_clerk=True) for n in range(8)]
    told = run(
        "tests.issuing.together", tmp_path, "number", approved(office).pk, today(), *(c.pk for c in clerks)
    )
    assert sum(answer == "done" for answer in told) == 1
    assert sum("văn bản đã cấp số" in answer for answer in told) == 7
