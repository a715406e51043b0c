"""The tasks of a unit laid in piles, the most pressing first. Derived from how each stands, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, QuerySet, Value, When

from plans.models import SET_ASIDE, Assignment, AssignmentState, Condition
from plans.models.task import AssignmentQuerySet

WAITING, DONE, ASIDE = "waiting", "done", "aside"

HEADINGS = {
    Condition.LATE.value: "Quá hạn",
    Condition.SOON.value: "Sắp đến hạn",
    Condition.IN_TIME.value: "Chưa đến hạn",
    Condition.NO_DEADLINE.value: "Không thời hạn",
    WAITING: "Đã báo cáo, chờ duyệt",
    DONE: "Hoàn thành",
    ASIDE: "Đã dừng, đã thu hồi, đã chuyển",
}
IN_ORDER = tuple(HEADINGS)
PRESSING = (Condition.LATE.value, Condition.SOON.value)


def pile_of(assignment: Assignment, today: date) -> str:
    """One of `HEADINGS`."""
    match assignment.state:
        case AssignmentState.DONE:
            return DONE
        case AssignmentState.REPORTED:
            return WAITING
    condition = assignment.condition_on(today)
    return ASIDE if condition == Condition.SET_ASIDE else condition.value


def with_piles(rows: AssignmentQuerySet, today: date) -> QuerySet[Any]:
    """Each with `pile`, the same as `pile_of`, and `deadline_on`."""
    return rows.with_condition(today).annotate(
        pile=Case(
            When(state=AssignmentState.DONE, then=Value(DONE)),
            When(state=AssignmentState.REPORTED, then=Value(WAITING)),
            When(state__in=SET_ASIDE, then=Value(ASIDE)),
            default="condition_now",
            output_field=CharField(),
        )
    )


@dataclass(frozen=True)
class Pile:
    key: str
    items: tuple[Assignment, ...]
    count: int  # of all, where not all are shown

    @property
    def heading(self) -> str:
        return HEADINGS[self.key]

    @property
    def more(self) -> int:
        return self.count - len(self.items)


def piled(assignments: Iterable[Assignment], today: date) -> list[Pile]:
    """Rows that are fetched: within each pile the nearest deadline first; empty ones are left out. No query."""
    found: dict[str, list[Assignment]] = {key: [] for key in IN_ORDER}
    for assignment in assignments:
        found[pile_of(assignment, today)].append(assignment)
    return [
        Pile(key, tuple(sorted(items, key=lambda one: (one.deadline or date.max, one.pk))), len(items))
        for key, items in found.items()
        if items
    ]


def counts_of(rows: AssignmentQuerySet, today: date) -> dict[str, int]:
    """How many lie in each pile that is not empty. One query, however many rows."""
    counted = with_piles(rows, today).order_by().values("pile").annotate(how_many=Count("pk"))
    found = {row["pile"]: row["how_many"] for row in counted}
    return {key: found[key] for key in IN_ORDER if key in found}


def in_order(rows: AssignmentQuerySet, today: date) -> QuerySet[Any]:
    """As a page shows them: pile after pile, the nearest deadline first; of what is over the latest."""
    rank = Case(*(When(pile=key, then=Value(place)) for place, key in enumerate(IN_ORDER)))
    over = When(pile__in=[DONE, ASIDE], then=None)
    return with_piles(rows, today).order_by(
        rank,
        Case(over, default="deadline_on").asc(nulls_last=True),
        F("reported_on").desc(nulls_last=True),
        "pk",
    )


def first_piles(rows: AssignmentQuerySet, today: date, most: int) -> list[Pile]:
    """The first `most` rows in their piles, each pile with its whole count. Two queries, however many rows."""
    counts = counts_of(rows, today)
    shown: dict[str, list[Assignment]] = {key: [] for key in counts}
    for assignment in in_order(rows, today)[:most]:
        shown[assignment.pile].append(assignment)
    return [Pile(key, tuple(shown[key]), count) for key, count in counts.items()]
