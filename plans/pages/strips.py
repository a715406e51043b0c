"""Units side by side under the task that all of them were given: late first, each by the state it is in. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from childlabour.core.vietnamese import sort_key
from plans.followup.deadlines import FINISHED, Timing, timing
from plans.models import Assignment, AssignmentState, Task

LATE, OPEN, REPORTED, DONE = "late", "open", "reported", "done"  # ◆ □ ◧ ■
NAMES = {LATE: "quá hạn", OPEN: "chưa báo cáo", REPORTED: "chờ duyệt", DONE: "hoàn thành"}
ORDER = tuple(NAMES)


@dataclass(frozen=True)
class UnitOnStrip:
    assignment: Assignment
    look: str  # one of NAMES

    @property
    def name(self) -> str:
        """The state in words: of an open one how far it is."""
        return self.assignment.get_state_display() if self.look == OPEN else NAMES[self.look]


@dataclass(frozen=True)
class Strip:
    task: Task
    deadline: date | None
    units: tuple[UnitOnStrip, ...]

    @property
    def reported(self) -> int:
        return sum(unit.assignment.state in FINISHED for unit in self.units)

    @property
    def late(self) -> int:
        return sum(unit.look == LATE for unit in self.units)

    @property
    def is_over(self) -> bool:
        return self.reported == len(self.units)


def strips_of(assignments: Iterable[Assignment], today: date) -> list[Strip]:
    """A strip a task: those with late units first, then by deadline, those that all have reported last."""
    by_task: dict[int, list[Assignment]] = defaultdict(list)
    for assignment in assignments:
        by_task[assignment.task_id].append(assignment)
    strips = [_strip(given, today) for given in by_task.values()]
    return sorted(strips, key=lambda strip: (strip.is_over, not strip.late, strip.deadline or date.max))


def _strip(given: list[Assignment], today: date) -> Strip:
    units = [UnitOnStrip(assignment, _look(assignment, today)) for assignment in given]
    units.sort(key=lambda unit: (ORDER.index(unit.look), sort_key(str(unit.assignment.unit))))
    days = [assignment.deadline for assignment in given if assignment.deadline]
    return Strip(given[0].task, min(days, default=None), tuple(units))


def _look(assignment: Assignment, today: date) -> str:
    if timing(assignment.deadline, assignment.state, today) == Timing.LATE:
        return LATE
    if assignment.state == AssignmentState.DONE:
        return DONE
    return REPORTED if assignment.state in FINISHED else OPEN
