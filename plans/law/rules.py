"""What a plan may not say, and what it had better not. Pure: values in, sentences out.

Rules are part of the models' validation, so every form refuses alike. Warnings never stop anyone from
saving: a form shows them, the check before submitting lists them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Protocol

from childlabour.core.errors import Problem
from childlabour.core.rules import rule
from childlabour.core.vietnamese import short_date
from targets.catalogue.validation import PROGRAMME_RULES

HIGHEST_NUMBER = 99_999  # five digits, as the register's column has (NĐ 30/2020, Phụ lục VI, II)


def number_in_register(number: int | None) -> str:
    if number is None or 1 <= number <= HIGHEST_NUMBER:
        return ""
    return f"Số văn bản phải từ 1 đến {HIGHEST_NUMBER}; đang ghi {number}."


PLAN_RULES = (*PROGRAMME_RULES, rule(number_in_register, "number"))


def due_date_outside(due_on: date | None, first: date, last: date) -> str:
    """A warning: a task that is due outside the plan's period; some are, on purpose."""
    if due_on is None or first <= due_on <= last:
        return ""
    return (
        f"Thời hạn {short_date(due_on)} nằm ngoài kỳ của văn bản "
        f"({short_date(first)} – {short_date(last)}). Vẫn lưu; hãy xem lại."
    )


class Period(Protocol):
    @property
    def first_day(self) -> date: ...

    @property
    def last_day(self) -> date: ...


def warnings_of(document: Period, tasks: Iterable[Any]) -> Iterator[Problem]:
    """What to look at again in `tasks` of `document`; each names its task.

    Free when `block` and `assignments__unit` are fetched along.
    """
    for task in tasks:
        dates = {"": task.due_on} | {str(a.unit): a.due_on for a in task.printed_assignments if a.due_on}
        for unit, due_on in dates.items():
            message = due_date_outside(due_on, document.first_day, document.last_day)
            if message:
                whose = f"Nhiệm vụ “{task}”" + (f", {unit}" if unit else "")
                yield Problem(f"{whose}: {message}", field="due_on", anchor=task.block.key)
