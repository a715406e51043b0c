"""The units right below an office in a period: who has sent, who is late, who has not; late ones first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.timezone import localtime

from childlabour.core.clock import today
from childlabour.units.models import Unit, UnitFunction
from plans.reporting.periods import due_on
from targets.measuring.models import FigureStanding, Filing, FilingState, ReportPeriod
from targets.models import CalendarDay

LATE, OPEN, SENT, DONE = "late", "open", "reported", "done"  # ◆ □ ◧ ■, as of the strip
NAMES = {LATE: "quá hạn, chưa gửi", OPEN: "chưa gửi", SENT: "chờ duyệt", DONE: "đã chấp nhận"}


@dataclass(frozen=True)
class UnitBelow:
    unit: Unit
    filing: Filing | None  # with counts
    due: date
    look: str
    is_late: bool  # what was sent came after its day

    @property
    def name(self) -> str:
        if self.filing and self.filing.state == FilingState.RETURNED:
            return "đã trả lại, chờ sửa"
        return NAMES[self.look]

    @property
    def late_until(self) -> date | None:
        return self.filing.late_until if self.filing else None


@dataclass(frozen=True)
class FilingTally:
    units: int
    sent: int
    late: int  # sent after their day
    accepted: int
    missing: int


def units_below(unit: Unit, period: ReportPeriod) -> list[UnitBelow]:
    """Four queries, however many units."""
    committees = Unit.objects.filter(superior=unit, function=UnitFunction.COMMITTEE)
    below = list(committees.valid_on(period.last_day).select_related("place").order_by("place__path", "name"))
    filings = {filing.unit_id: filing for filing in _filings(period, below)}
    calendar = CalendarDay.objects.calendar()
    found = [_unit(one, filings.get(one.pk), due_on(period, one, calendar)) for one in below]
    order = (LATE, SENT, OPEN, DONE).index
    return sorted(found, key=lambda one: (order(one.look), one.unit.place.path))


def _filings(period: ReportPeriod, units: Iterable[Unit]) -> Iterable[Filing]:
    def how_many(standing: FigureStanding) -> Count:
        return Count("figures", filter=Q(figures__standing=standing))

    return Filing.objects.filter(period=period, unit__in=list(units)).annotate(
        waiting=how_many(FigureStanding.SENT),
        accepted=how_many(FigureStanding.ACCEPTED),
        returned=how_many(FigureStanding.RETURNED),
    )


def _unit(unit: Unit, filing: Filing | None, due: date) -> UnitBelow:
    last = max(due, filing.late_until) if filing and filing.late_until else due
    first = filing.first_sent_at if filing else None
    if filing and filing.state == FilingState.ACCEPTED:
        look = DONE
    elif filing and filing.state == FilingState.SENT:
        look = SENT
    else:
        look = LATE if today() > last and first is None else OPEN
    return UnitBelow(unit, filing, due, look, first is not None and localtime(first).date() > last)


def tally_of(units: Iterable[UnitBelow]) -> FilingTally:
    units = list(units)
    sent = [one for one in units if one.filing and one.filing.first_sent_at]
    return FilingTally(
        units=len(units),
        sent=len(sent),
        late=sum(one.is_late for one in sent),
        accepted=sum(one.look == DONE for one in units),
        missing=len(units) - len(sent),
    )
