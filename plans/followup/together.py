"""One step taken with many assignments at once, by who gave them: all or nothing, with every reason."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db import transaction

from childlabour.core.errors import Doubt, Problem, Refusal
from childlabour.units.models import Officer
from plans.models import Assignment, Move

from .steps import ASSIGNMENTS
from .told import short

TOGETHER = (Move.ACCEPT, Move.GRANT, Move.EXTEND, Move.RECALL)
MOST = 500  # at once: some seconds, and every unit is told
MOST_NAMED = 5  # rows beside one reason


@transaction.atomic
def perform_together(
    move: str, assignments: Collection[Assignment], officer: Officer, **told: Any
) -> list[Assignment]:
    """Raises Refusal with each reason once, and which rows it stands in the way of; then nothing has moved."""
    if move not in TOGETHER:
        raise Refusal("Việc này phải làm từng nhiệm vụ: mở trang của nhiệm vụ.")
    if not assignments:
        raise Refusal("Chưa chọn việc nào: đánh dấu ít nhất một dòng.")
    if len(assignments) > MOST:
        raise Refusal(f"Đang chọn {len(assignments)} việc; mỗi lần nhiều nhất {MOST}: chọn bớt.")
    done: list[Assignment] = []
    reasons: list[tuple[Problem, Assignment]] = []
    for one in sorted(assignments, key=lambda one: one.pk):  # one order: of two at once one waits
        try:
            with transaction.atomic():
                done.append(ASSIGNMENTS.perform(move, one, officer, **told))
        except Refusal as refusal:
            reasons += [(problem, one) for problem in refusal.problems]
    if reasons:
        raise Refusal(*_each_once(reasons, len(assignments)))
    return done


def _each_once(reasons: Iterable[tuple[Problem, Assignment]], asked: int) -> Iterator[Problem]:
    by_reason: dict[Problem, list[Assignment]] = {}
    for problem, one in reasons:
        by_reason.setdefault(problem, []).append(one)
    for problem, rows in by_reason.items():
        if isinstance(problem, Doubt) or len(rows) == asked > 1:
            yield problem
        else:
            yield replace(problem, message=f"{_named(rows)}: {problem.message}")


def _named(rows: list[Assignment]) -> str:
    named = "; ".join(f"{one.unit}, “{short(str(one.task))}”" for one in rows[:MOST_NAMED])
    return named if len(rows) <= MOST_NAMED else f"{named}; và {len(rows) - MOST_NAMED} việc khác"
