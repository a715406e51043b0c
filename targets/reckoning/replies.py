"""What a unit says of one metric in one period: a figure, or why there is none. Pure.

"Không phát sinh" is an answer, a zero is a figure, and what was never answered is neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices

from childlabour.core.errors import Problem
from childlabour.core.vietnamese import write_number
from targets.catalogue.choices import EmptyTotal

from .metrics import Metric

MOST_DIGITS, DECIMALS = 16, 2
LARGEST = Decimal(10) ** (MOST_DIGITS - DECIMALS) - 1
NOTABLE_SHARE, NOTABLE_COUNT = Decimal("0.5"), 20  # what asks for a note: half as much again, and no handful


class FigureState(TextChoices):
    FIGURE = "figure", "có số liệu"
    NOTHING_AROSE = "nothing_arose", "không phát sinh"
    NO_POPULATION = "no_such_population", "không có đối tượng"
    NOT_COLLECTED = "could_not_be_collected", "không thu thập được"
    NOT_REPORTED = "not_reported", "chưa báo cáo"


# The signs of statistical tables: nothing occurred; it may have occurred and was not collected.
SIGNS = {
    FigureState.NOTHING_AROSE.value: "-",
    FigureState.NO_POPULATION.value: "-",
    FigureState.NOT_COLLECTED.value: "…",
}
ANSWERS = tuple(state for state in FigureState if state != FigureState.NOT_REPORTED)


@dataclass(frozen=True)
class Reply:
    state: str = FigureState.NOT_REPORTED.value
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    is_estimate: bool = False
    note: str = ""
    evidence: str = ""

    @property
    def is_given(self) -> bool:
        return self.state != FigureState.NOT_REPORTED


def settled(reply: Reply) -> Reply:
    """As it is kept: numbers without a state are a figure; zeros beside "không phát sinh" say nothing more."""
    numbers = {reply.numerator, reply.denominator} - {None}
    if reply.state == FigureState.NOT_REPORTED and numbers:
        return _with(reply, FigureState.FIGURE.value, reply.numerator, reply.denominator)
    if reply.state != FigureState.FIGURE and numbers <= {Decimal(0)}:
        return _with(reply, reply.state, None, None)
    return reply


def _with(reply: Reply, state: str, numerator: Decimal | None, denominator: Decimal | None) -> Reply:
    return Reply(state, numerator, denominator, reply.is_estimate, reply.note, reply.evidence)


def faults_of(reply: Reply, metric: Metric) -> Iterator[Problem]:
    """Why this answer (`settled`) cannot stand; `field` is "numerator", "denominator", "state" or "note"."""
    if reply.state == FigureState.FIGURE:
        yield from _faults_of_numbers(reply, metric)
    elif reply.numerator is not None or reply.denominator is not None:
        which = "numerator" if reply.numerator is not None else "denominator"
        label = FigureState(reply.state).label
        yield Problem(f"Đã ghi “{label}” thì không ghi số; có số thì chọn “có số liệu”.", which)
    if reply.state == FigureState.NOT_COLLECTED and not reply.note.strip():
        yield Problem("Không thu thập được thì ghi lý do ở cột ghi chú.", "note")
    if reply.state == FigureState.NOTHING_AROSE and metric.empty_total == EmptyTotal.ERROR:
        yield Problem(
            "Nơi nào cũng có đối tượng này, nên không ghi “không phát sinh”: ghi tổng số, số đạt có thể là 0.",
            "state",
        )


def _faults_of_numbers(reply: Reply, metric: Metric) -> Iterator[Problem]:
    numerator, denominator = reply.numerator, reply.denominator
    odd = [
        Problem(fault, name)
        for name, value in (("numerator", numerator), ("denominator", denominator))
        if value is not None and (fault := _odd(value, metric))
    ]
    if odd:
        yield from odd
        return
    if numerator is None:
        yield Problem("Thiếu số đạt.", "numerator")
    if not metric.is_share:
        if denominator is not None:
            yield Problem("Chỉ tiêu này đếm số lượng: chỉ ghi số đạt, để trống tổng số.", "denominator")
    elif denominator is None:
        yield Problem("Thiếu tổng số.", "denominator")
    elif denominator == 0:
        yield Problem(_EMPTY[metric.empty_total], "denominator")
    elif numerator is not None and numerator > denominator and metric.is_part:
        yield Problem(
            f"Số đạt {write_number(numerator)} lớn hơn tổng số {write_number(denominator)}.", "numerator"
        )


_EMPTY = {
    EmptyTotal.NOTHING_AROSE.value: "Tổng số là 0 thì chọn “không phát sinh” và để trống hai số.",
    EmptyTotal.NOBODY.value: "Tổng số là 0 thì chọn “không có đối tượng” và để trống hai số.",
    EmptyTotal.ERROR.value: "Tổng số không thể là 0: nơi nào cũng có đối tượng này.",
    "": "Tổng số là 0 thì chọn “không phát sinh” hoặc “không có đối tượng” và để trống hai số.",
}


def _odd(value: Decimal, metric: Metric) -> str:
    if not value.is_finite() or abs(value) > LARGEST:
        return "Số lớn quá. Xem lại số đã ghi."
    if value < 0:
        return "Số không được âm."
    if metric.is_share and value != value.to_integral_value():
        return "Ghi số người, số đơn vị đếm được, không ghi phần lẻ và không ghi tỷ lệ."
    if value != round(value, DECIMALS):
        return f"Ghi nhiều nhất {DECIMALS} chữ số sau dấu phẩy."
    return ""


def oddity_of(reply: Reply, before: Reply | None) -> str:
    """A sentence where a figure is far from that of the last period; it asks for a note and stops nobody."""
    if before is None or reply.numerator is None or before.numerator is None:
        return ""
    pairs = (
        (reply.numerator, before.numerator, "số đạt"),
        (reply.denominator, before.denominator, "tổng số"),
    )
    for now, then, what in pairs:
        if now is None or then is None:
            continue
        apart = abs(now - then)
        if apart >= NOTABLE_COUNT and apart > then * NOTABLE_SHARE:
            way = ("tăng", "lên") if now > then else ("giảm", "còn")
            return (
                f"So với kỳ trước, {what} {way[0]} từ {write_number(then)} {way[1]} {write_number(now)}: "
                "ghi chú lý do nếu đúng như vậy."
            )
    return ""
