"""How a deadline stands today. Derived, never stored. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plans.models import Assignment, AssignmentState

SOON = 14  # days: two working weeks, enough to call a village meeting


class Timing(StrEnum):
    LATE = "late"
    SOON = "soon"
    LATER = "later"
    DONE = "done"


FINISHED = (AssignmentState.REPORTED, AssignmentState.DONE)

HEADINGS = {
    Timing.LATE: "Quá hạn",
    Timing.SOON: "Sắp đến hạn",
    Timing.LATER: "Chưa đến hạn",
    Timing.DONE: "Đã báo cáo xong",
}


def timing(deadline: date | None, state: str, today: date) -> Timing:
    """Late from the day after the deadline; a task without a deadline is never late."""
    if state in FINISHED:
        return Timing.DONE
    if deadline is None:
        return Timing.LATER
    if deadline < today:
        return Timing.LATE
    return Timing.SOON if (deadline - today).days <= SOON else Timing.LATER


@dataclass(frozen=True)
class TimingGroup:
    timing: Timing
    heading: str
    items: tuple[Assignment, ...]


def grouped(assignments: Iterable[Assignment], today: date) -> list[TimingGroup]:
    """Late, soon, later, done; within each the nearest deadline first; empty groups are left out."""
    by_timing: dict[Timing, list[Assignment]] = {kind: [] for kind in Timing}
    for assignment in assignments:
        by_timing[timing(assignment.deadline, assignment.state, today)].append(assignment)
    return [
        TimingGroup(kind, HEADINGS[kind], tuple(sorted(items, key=lambda a: (a.deadline or date.max, a.pk))))
        for kind, items in by_timing.items()
        if items
    ]
