"""Units side by side under the task that all of them were given: late first, each by the state it is in. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from childlabour.core.vietnamese import sort_key
from plans.models import UNANSWERED, Assignment, AssignmentState, Condition, Task

LATE, OPEN, REPORTED, DONE, ASIDE = "late", "open", "reported", "done", "aside"  # ◆ □ ◧ ■ –
NAMES = {
    LATE: "quá hạn",
    OPEN: "chưa báo cáo",
    REPORTED: "chờ duyệt",
    DONE: "hoàn thành",
    ASIDE: "không tính",
}
ORDER = tuple(NAMES)


@dataclass(frozen=True)
class UnitOnStrip:
    assignment: Assignment
    look: str  # one of NAMES

    @property
    def name(self) -> str:
        """The state in words; of what is late that it is."""
        return NAMES[LATE] if self.look == LATE else self.assignment.get_state_display()


@dataclass(frozen=True)
class Strip:
    task: Task
    deadline: date | None
    units: tuple[UnitOnStrip, ...]

    @property
    def reported(self) -> int:
        """Also what waits to be accepted."""
        return sum(unit.look in (REPORTED, DONE) for unit in self.units)

    @property
    def late(self) -> int:
        return sum(unit.look == LATE for unit in self.units)

    @property
    def next_deadline(self) -> date | None:
        """Of those who are still to answer."""
        open_ones = (unit.assignment for unit in self.units if unit.assignment.state in UNANSWERED)
        return min((one.deadline for one in open_ones if one.deadline), default=None)

    @property
    def is_over(self) -> bool:
        """Nobody is to answer any more."""
        return not any(unit.assignment.state in UNANSWERED for unit in self.units)


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
    counted = [unit.assignment for unit in units if unit.look != ASIDE] or given
    days = [assignment.deadline for assignment in counted if assignment.deadline]
    return Strip(given[0].task, min(days, default=None), tuple(units))


def _look(assignment: Assignment, today: date) -> str:
    """What waits for the giver waits, though it came too late."""
    match assignment.state:
        case AssignmentState.REPORTED:
            return REPORTED
        case AssignmentState.DONE:
            return DONE
    condition = assignment.condition_on(today)
    if condition == Condition.SET_ASIDE:
        return ASIDE
    return LATE if condition == Condition.LATE else OPEN
