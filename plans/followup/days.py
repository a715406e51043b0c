"""The days of an assignment: what each step writes of them, and when a day that is named will not do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from childlabour.core.clock import today
from childlabour.core.errors import Problem
from childlabour.core.steps import Act
from childlabour.core.vietnamese import short_date

LONGEST = timedelta(days=366)  # more than a year of grace is another task


@dataclass(frozen=True)
class NewDeadline:
    """A fact: the deadline moves."""

    before: date | None
    after: date


# ── What is named ────────────────────────────────────────────────────────────────────────────────


def said_done_is_past(act: Act) -> Iterator[Problem]:
    if act["day"] and act["day"] > today():
        yield Problem(
            f"Ngày làm xong {short_date(act['day'])} chưa tới: ghi ngày đã xong, hoặc để trống.", "day"
        )


def may_still_ask(act: Act) -> Iterator[Problem]:
    """More time is asked for before it runs out; afterwards it is the giver's to offer."""
    deadline = act.row.deadline
    if deadline is None:
        yield Problem("Nhiệm vụ này không có thời hạn: không phải xin gia hạn.")
    elif deadline < today():
        yield Problem(
            f"Đã quá hạn (hạn {short_date(deadline)}): không xin gia hạn được nữa. Báo cáo việc đã làm, hoặc "
            "đề nghị cơ quan giao việc cho thêm thời gian."
        )
    elif act["day"]:
        yield from _is_later(act["day"], deadline)


def a_request_waits(act: Act) -> Iterator[Problem]:
    if act.row.asked_until is None:
        yield Problem("Đơn vị không xin gia hạn, hoặc đã được trả lời. Tải lại trang.")


def granted_day(act: Act) -> Iterator[Problem | NewDeadline]:
    """As it was asked for, unless the giver names another day."""
    day = act["day"] or act.row.asked_until
    if day:
        yield from _moved(act, day)


def new_day(act: Act) -> Iterator[Problem | NewDeadline]:
    """The day that the giver names; none where the deadline stays."""
    if act["day"]:
        yield from _moved(act, act["day"])


def _moved(act: Act, day: date) -> Iterator[Problem | NewDeadline]:
    before = act.row.deadline
    yield from _is_later(day, before)
    yield NewDeadline(before, day)


def _is_later(day: date, deadline: date | None) -> Iterator[Problem]:
    if deadline and day <= deadline:
        yield Problem(
            f"Hạn mới {short_date(day)} phải sau hạn đang có, {short_date(deadline)}: ghi ngày muộn hơn.",
            "day",
        )
    elif day < today():
        yield Problem(f"Hạn mới {short_date(day)} đã qua: ghi từ hôm nay trở đi.", "day")
    elif day > max(deadline or today(), today()) + LONGEST:
        yield Problem(f"Hạn mới {short_date(day)} xa quá một năm: xem lại ngày.", "day")


# ── What is written ──────────────────────────────────────────────────────────────────────────────


def touched(act: Act) -> None:
    """Whoever works on it has received it."""
    act.row.received_on = act.row.received_on or today()


def reported(act: Act) -> None:
    act.row.reported_on, act.row.said_done_on = today(), act["day"]


def accepted(act: Act) -> None:
    act.row.accepted_on = today()


def open_again(act: Act) -> None:
    """What was reported before no longer counts: the next report will. The journal keeps it."""
    act.row.reported_on = act.row.said_done_on = act.row.accepted_on = None


def ask(act: Act) -> None:
    act.row.asked_until = act["day"]


def nothing_asked(act: Act) -> None:
    act.row.asked_until = None


def move(act: Act) -> None:
    if moved := deadline_moved_by(act):
        act.row.extended_to = moved.after


def deadline_moved_by(act: Act) -> NewDeadline | None:
    return next((fact for fact in act.facts if isinstance(fact, NewDeadline)), None)
