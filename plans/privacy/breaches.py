"""The log of leaks and losses, and the clock that runs from the moment one is found (Luật 91/2025/QH15, Điều 23)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db.models import QuerySet

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.units.models import Officer
from plans.models import Breach

from .asking import refuse_mentions
from .shown import Shown

TIME_TO_TELL = timedelta(hours=72)
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class TimeToTell:
    """How the 72 hours stand."""

    words: str
    tone: str  # "success" | "waiting" | "seal"


def time_to_tell(found_at: datetime, told_at: datetime | None, at: datetime) -> TimeToTell:
    """Hours are rounded up while they run and when they are over: nobody is told of more time than there is.

    >>> from datetime import datetime, timedelta
    >>> found = datetime(2026, 11, 28, 8, 0)
    >>> time_to_tell(found, None, found + timedelta(hours=41)).words
    'còn 31 giờ'
    >>> time_to_tell(found, None, found + timedelta(hours=77)).words
    'đã quá hạn 5 giờ'
    """
    if told_at is not None:
        took = ceil((told_at - found_at) / AN_HOUR)
        late = told_at - found_at > TIME_TO_TELL
        return TimeToTell(
            f"đã báo sau {took} giờ" + (", quá hạn" if late else ""), "seal" if late else "success"
        )
    left = found_at + TIME_TO_TELL - at
    if left <= timedelta(0):
        return TimeToTell(f"đã quá hạn {max(ceil(-left / AN_HOUR), 1)} giờ", "seal")
    return TimeToTell(
        f"còn {int(left / AN_HOUR)} giờ" if left >= AN_HOUR else "còn chưa đến 1 giờ", "waiting"
    )


@dataclass(frozen=True)
class Entry:
    """A breach as it stands now, and every line that was written about it before, the newest first."""

    now: Breach
    before: tuple[Breach, ...]
    clock: TimeToTell


def entries() -> list[Entry]:
    """One query. A chain of corrections is one entry."""
    lines = list(Breach.objects.order_by("pk"))
    following: dict[int, Breach] = {line.corrects_id: line for line in lines if line.corrects_id}
    chains = (list(_chain(line, following)) for line in lines if line.corrects_id is None)
    shown = [_entry(chain) for chain in chains]
    return sorted(shown, key=lambda entry: entry.now.found_at, reverse=True)


def _chain(line: Breach, following: dict[int, Breach]) -> Iterator[Breach]:
    while line:
        yield line
        if line.pk not in following:
            return
        line = following[line.pk]


def _entry(chain: list[Breach]) -> Entry:
    last = chain[-1]
    return Entry(last, tuple(reversed(chain[:-1])), time_to_tell(last.found_at, last.told_at, now()))


def last_lines() -> QuerySet[Breach]:
    """What may still be corrected: each chain by its last line."""
    return Breach.objects.filter(corrections=None)


def enter(
    officer: Officer,
    *,
    found_at: datetime,
    what: str,
    whom: str,
    measures: str = "",
    told_at: datetime | None = None,
    corrects: Breach | None = None,
    confirmed: str | Iterable[str] = "",
) -> Breach:
    """Write a line; nothing that stands is changed. Raises `Refusal` with every reason why not."""
    problems = list(_problems(found_at, told_at, corrects))
    if problems:
        raise Refusal(*problems)
    said = [Shown(what, "chuyện gì xảy ra"), Shown(whom, "chạm tới ai"), Shown(measures, "đã làm gì")]
    refuse_mentions(said, confirmed, officer)
    return Breach.objects.create(
        found_at=found_at,
        told_at=told_at,
        what=what,
        whom=whom,
        measures=measures,
        corrects=corrects,
        written_by=officer,
        written_by_name=str(officer),
        written_at=now(),
    )


def _problems(found_at: datetime, told_at: datetime | None, corrects: Breach | None) -> Iterator[Problem]:
    if found_at > now():
        yield Problem("Lúc phát hiện còn ở phía trước: xem lại ngày, giờ.", "found_at")
    if told_at and told_at < found_at:
        yield Problem("Lúc báo không thể trước lúc phát hiện: xem lại ngày, giờ.", "told_at")
    if corrects and corrects.corrections.exists():
        yield Problem("Dòng này vừa được người khác sửa, bổ sung: tải lại trang rồi ghi tiếp.", "corrects")
