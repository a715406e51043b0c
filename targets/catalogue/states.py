"""How an act or a programme stands on a day. Derived, never stored. Pure.

The value of a state is what people read.
"""

from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=90)  # time enough to rest a plan on another act


class ActState(StrEnum):
    NOT_YET = "chưa có hiệu lực"
    IN_FORCE = "còn hiệu lực"
    ENDS_SOON = "sắp hết hiệu lực"
    ENDED = "hết hiệu lực"


def act_state(first: date | None, last: date | None, day: date) -> ActState:
    """`first` and `last` are days of force themselves; an open end never lapses."""
    if first is not None and day < first:
        return ActState.NOT_YET
    if last is None:
        return ActState.IN_FORCE
    if day > last:
        return ActState.ENDED
    return ActState.ENDS_SOON if last - day <= SOON else ActState.IN_FORCE


class ProgrammeState(StrEnum):
    NOT_YET = "chưa bắt đầu"
    RUNNING = "đang thực hiện"
    ENDED = "hết giai đoạn, chưa có chương trình thay thế"
    REPLACED = "đã thay thế"
    REPEALED = "đã bãi bỏ"


def programme_state(
    first_year: int, last_year: int, day: date, *, replaced_from: int | None, repealed: bool
) -> ProgrammeState:
    """`replaced_from`: the first year of the programme that takes this one's place, where there is one."""
    if repealed:
        return ProgrammeState.REPEALED
    if replaced_from is not None and day.year >= replaced_from:
        return ProgrammeState.REPLACED
    if day.year > last_year:
        return ProgrammeState.ENDED
    return ProgrammeState.RUNNING if day.year >= first_year else ProgrammeState.NOT_YET
