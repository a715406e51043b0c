"""The engine of steps, tried on a row that is no document: a file that goes from shelf to desk and back."""

from dataclasses import dataclass, field, replace

import pytest
from django.db import connection

from childlabour.core.errors import Problem, Refusal
from childlabour.core.steps import Ask, Exempt, Step, StepTable, Words

pytestmark = pytest.mark.django_db


def atomic_blocks() -> int:
    return len(connection.savepoint_ids)


@dataclass
class File:
    pk: int = 1
    place: str = "shelf"
    saved: list[str] = field(default_factory=list)

    def save(self) -> None:
        self.saved.append(self.place)


@dataclass(frozen=True)
class Weight:
    kilos: int


class Office:
    """A table over one file, with everything that happened in order."""

    def __init__(self, *steps: Step, defaults=None):
        self.file = File()
        self.log: list[str] = []
        self.meanwhile = lambda: None  # what somebody else does before the lock is had
        self.table = StepTable(
            steps=steps,
            state="place",
            find=lambda pk: self.log.append("found") or self.file,
            lock=lambda pk: self.locked(),
            hats=lambda officer, row: frozenset(officer.split()),
            journal=lambda act: self.log.append(
                f"{act.step.name}: {act.before} → {act.row.place} {act.exemptions}"
            ),
            not_open=lambda step, row: f"Hồ sơ đang ở {row.place}.",
            not_yours=lambda step, row: "Đây là việc của văn thư.",
            defaults=defaults or {"reason": ""},
        )

    def locked(self) -> File:
        self.meanwhile()
        return self.file


def a_step(name="take", before=("shelf",), after="desk", who=("clerk",), **more) -> Step:
    return Step(name, frozenset(before), after, frozenset(who), Words(name), **more)


def refused(office: Office, name: str, officer="clerk", **told) -> list[str]:
    with pytest.raises(Refusal) as refusal:
        office.table.perform(name, office.file, officer, **told)
    assert office.file == File(), "a refusal leaves the file where it was, unsaved"
    assert office.log == []
    return [problem.message for problem in refusal.value.problems]


def test_a_step_changes_saves_writes_the_journal_and_then_does_what_follows():
    office = Office(
        a_step(
            changes=[lambda act: office.log.append(f"changes at {act.row.place}")],
            follows=[lambda act: office.log.append(f"follows at {act.row.place}, saved {act.row.saved}")],
        )
    )
    assert office.table.perform("take", office.file, "clerk").place == "desk"
    assert office.log == ["changes at shelf", "take: shelf → desk ", "follows at desk, saved ['desk']"]


def test_every_guard_is_asked_and_every_problem_told_at_once():
    def dusty(act):
        yield Problem("Hồ sơ bụi.")

    def locked(act):
        yield Problem("Tủ khóa.")

    office = Office(a_step(asks=[Ask("reason", "Ghi lý do.")], guards=[dusty, locked]))
    assert refused(office, "take") == ["Ghi lý do.", "Hồ sơ bụi.", "Tủ khóa."]


def test_what_is_asked_for_is_not_told_by_blanks():
    office = Office(a_step(asks=[Ask("reason", "Ghi lý do.")]))
    assert refused(office, "take", reason="  ") == ["Ghi lý do."]
    office.table.perform("take", office.file, "clerk", reason="Kiểm kê.")


def test_facts_of_guards_reach_what_follows_and_exemptions_the_journal():
    seen = []

    def weighed(act):
        yield Weight(3)
        yield Exempt("Cân hỏng, ước lượng.")

    office = Office(a_step(guards=[weighed], changes=[lambda act: seen.append(act.fact(Weight).kilos)]))
    office.table.perform("take", office.file, "clerk")
    assert seen == [3]
    assert office.log == ["take: shelf → desk Cân hỏng, ước lượng."]


def test_what_takes_long_is_done_before_the_row_is_locked_and_after_it_is_free():
    def weighed(act):
        office.log.append(f"weighed, {atomic_blocks() - outside} deep")
        yield Weight(3)

    def held_against(act):
        office.log.append(f"held against, {atomic_blocks() - outside} deep")
        if act.fact(Weight).kilos != 3:
            yield Problem("Hồ sơ vừa dày thêm.")

    office, outside = Office(), atomic_blocks()
    step = a_step(
        beforehand=[weighed],
        guards=[held_against],
        afterwards=[
            lambda row: office.log.append(f"copied from {row.place}, {atomic_blocks() - outside} deep")
        ],
    )
    office.table = replace(office.table, steps=(step,))
    office.table.perform("take", office.file, "clerk")
    assert office.log == [
        "found",
        "weighed, 0 deep",
        "held against, 1 deep",
        "take: shelf → desk ",
        "copied from desk, 0 deep",
    ]


def test_nothing_slow_is_begun_for_somebody_who_may_not():
    office = Office(a_step(beforehand=[lambda act: office.log.append("weighed") or ()]))
    for officer in ("leader", "stranger"):
        with pytest.raises(Refusal, match="việc của văn thư"):
            office.table.perform("take", office.file, officer)
    office.file.place = "desk"
    with pytest.raises(Refusal, match="đang ở desk"):
        office.table.perform("take", office.file, "clerk")
    assert office.log == ["found"] * 3


def test_whoever_moves_the_row_while_the_slow_part_is_done_wins():
    office = Office(a_step(beforehand=[lambda act: ()], afterwards=[lambda row: office.log.append("copied")]))
    office.meanwhile = lambda: setattr(office.file, "place", "archive")
    with pytest.raises(Refusal, match="đang ở archive"):
        office.table.perform("take", office.file, "clerk")
    assert office.log == ["found"]


def test_a_step_from_elsewhere_or_by_somebody_else_is_refused():
    office = Office(a_step(), a_step("return", ("desk",), "shelf"))
    assert refused(office, "return") == ["Hồ sơ đang ở shelf."]
    assert refused(office, "take", "leader") == ["Đây là việc của văn thư."]


def test_what_only_follows_is_nobodys_own_act():
    office = Office(a_step(), a_step("fade", ("shelf",), "gone", ()))
    assert refused(office, "fade") == ["Việc này không làm riêng được: nó chỉ đi theo một việc khác."]
    assert refused(office, "no such step")[0].startswith("Việc này không làm riêng được")


def test_a_following_step_goes_through_its_own_guards():
    other = File(pk=2, place="desk")

    def never(act):
        yield Problem("Không bỏ được.")

    fade = a_step("fade", ("shelf",), "gone", ())
    guarded = a_step("burn", ("desk",), "gone", (), guards=[never])
    office = Office(
        a_step("a", follows=[lambda act: act.table.follow(act, "fade", other)]),
        a_step("b", follows=[lambda act: act.table.follow(act, "burn", other)]),
        fade,
        guarded,
    )
    for name, reason in (("a", "Hồ sơ đang ở desk."), ("b", "Không bỏ được.")):
        office.file = File()
        with pytest.raises(Refusal, match=reason):
            office.table.perform(name, office.file, "clerk")
        assert other.place == "desk"


def test_what_leads_nowhere_is_not_offered_though_one_has_the_right():
    office = Office(a_step(offered=lambda row: False), a_step("weigh", after=None))
    assert [step.name for step in office.table.open_to("clerk", office.file)] == ["take", "weigh"]
    assert [step.name for step in office.table.available("clerk", office.file)] == ["weigh"]


def test_a_step_may_leave_the_row_where_it_is():
    office = Office(a_step("weigh", after=None))
    assert office.table.perform("weigh", office.file, "clerk").place == "shelf"
    assert office.log == ["weigh: shelf → shelf "]
