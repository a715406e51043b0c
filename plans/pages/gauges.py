"""A target as one drawing: what is promised on a track, where the superior stands (▼), later what was reached. Pure."""

from dataclasses import dataclass, replace
from decimal import Decimal

from childlabour.core.vietnamese import PERCENT, write_number
from targets.models import Target
from targets.models.target import WITHOUT_VALUE, ComparatorChoice
from targets.statements import Standing, compare

WHOLE = Decimal(100)
FALLING = frozenset({ComparatorChoice.BELOW.value, ComparatorChoice.AT_MOST.value})


@dataclass(frozen=True)
class Gauge:
    """Shares are 0…100 of the track, from the left; None where there is no such thing to draw."""

    words: str  # "trên", "xuống còn"; "" for a bare value
    value: str  # "72%", "10 câu lạc bộ"; "" for a target in words
    share: Decimal | None = None
    falls: bool = False  # runs from the right end down to the value
    upper: str = ""  # "cấp trên 70%", "cấp trên: ít nhất 70%"
    upper_share: Decimal | None = None
    weaker: str = ""  # "thấp hơn cấp trên 12 điểm"
    reached: str = ""  # "78,1%"
    reached_share: Decimal | None = None

    @property
    def has_track(self) -> bool:
        return self.share is not None

    @property
    def bar(self) -> tuple[Decimal, Decimal]:
        """Where the promise begins and how long it is."""
        share = self.share or Decimal(0)
        return (share, WHOLE - share) if self.falls else (Decimal(0), share)

    @property
    def said(self) -> str:
        """The whole drawing in words, for ears."""
        promise = f"{self.words} {self.value}".strip() or "định tính"
        reached = f"đã đạt {self.reached}" if self.reached else ""
        return ", ".join(filter(None, (promise, self.upper, self.weaker, reached)))


def gauge_of(target: Target) -> Gauge:
    """Free of queries when `upper` was fetched along."""
    upper = target.upper if target.upper_id else None
    is_linked = upper is not None and upper.value is not None
    return Gauge(
        words=_words(target),
        value=target.written_value,
        share=_share(target),
        falls=target.comparator in FALLING,
        upper=_upper(upper) if upper and is_linked else "",
        upper_share=_share(upper) if upper and is_linked and _share(target) is not None else None,
        weaker=_weaker(target, upper) if upper else "",
    )


def reached_on(target: Target, value: Decimal | None, words: str) -> Gauge:
    """The drawing with what was reached on its track; `value` in per cent, None where it is not known."""
    gauge = gauge_of(target)
    if value is None or not gauge.has_track:
        return replace(gauge, reached=words)
    share = round(min(max(value, Decimal(0)), WHOLE), 1)
    return replace(gauge, reached=words, reached_share=share)


def _upper(upper: Target) -> str:
    return f"cấp trên: {upper.measure}" if _words(upper) else f"cấp trên {upper.measure}"


def _words(target: Target) -> str:
    if target.comparator in WITHOUT_VALUE:
        return target.get_comparator_display() if target.comparator else ""
    return "" if target.comparator == ComparatorChoice.EQUAL else target.get_comparator_display()


def _share(target: Target) -> Decimal | None:
    if target.unit != PERCENT or target.value is None:
        return None
    return Decimal(f"{min(max(Decimal(target.value), Decimal(0)), WHOLE).normalize():f}")  # not "1E+2"


def _weaker(target: Target, upper: Target) -> str:
    if compare(target.statement, upper.statement) is not Standing.WEAKER:
        return ""
    if target.value is None or upper.value is None or target.value == upper.value:
        return "thấp hơn cấp trên"
    apart = write_number(abs(Decimal(target.value) - Decimal(upper.value)))
    return f"thấp hơn cấp trên {apart} {'điểm' if target.unit == PERCENT else target.unit}".strip()
