"""Opening and closing a period. Opening it again is no fault; after closing only who was allowed comes late."""

from datetime import date

from django.db import transaction

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from childlabour.core.workdays import WorkingCalendar
from childlabour.units.access import viewer
from childlabour.units.models import Officer, Unit
from plans.models import Document
from targets.catalogue.choices import Frequency
from targets.measuring.models import FilingEvent, Happening, ReportPeriod
from targets.models import CalendarDay, Regime
from targets.reckoning.periods import PeriodCode

NOBODY = "hệ thống"  # a command of the machine


def regime_called(code: str) -> Regime:
    regime = Regime.objects.filter(code__iexact=code.strip()).first()
    if regime is None:
        known = ", ".join(Regime.objects.values_list("code", flat=True))
        there = f"Các mã đang có: {known}." if known else "Chưa có chế độ nào: chạy load_catalogue."
        raise Refusal(f"Không có chế độ báo cáo mang mã “{code[:40]}”. {there}")
    return regime


@transaction.atomic
def open_period(regime: Regime, code: str, officer: Officer | None = None) -> tuple[ReportPeriod, bool]:
    """The period, and whether it was opened just now. Raises Refusal for a code of another frequency."""
    read = PeriodCode.read(code)
    if read.frequency != regime.frequency:
        asked = Frequency(regime.frequency).label
        raise Refusal(f"“{regime}” báo cáo {asked}; {read.words} không phải kỳ của chế độ này.")
    first_day, last_day = read.days(regime.cut_off)
    _refuse_unless_keeper(officer)
    if not regime.is_valid_on(last_day):
        raise Refusal(f"“{regime}” không có hiệu lực vào ngày chốt số liệu của {read.words}.")
    period, is_new = ReportPeriod.objects.get_or_create(
        regime=regime,
        code=str(read),
        defaults={
            "first_day": first_day,
            "last_day": last_day,
            "opened_at": now(),
            "opened_by_name": str(officer or NOBODY),
        },
    )
    if is_new:
        _note(period, Happening.OPENED, officer)
    elif not period.is_open:
        raise Refusal(f"{period.words.capitalize()} đã đóng. Muốn nhập tiếp thì mở lại kỳ, ghi lý do.")
    return period, is_new


@transaction.atomic
def close_period(period: ReportPeriod, officer: Officer) -> None:
    _refuse_unless_keeper(officer)
    locked = ReportPeriod.objects.select_for_update().get(pk=period.pk)
    if not locked.is_open:
        raise Refusal(f"{period.words.capitalize()} đã đóng rồi.")
    locked.closed_at = now()
    locked.save()
    _note(locked, Happening.CLOSED, officer)


@transaction.atomic
def reopen_period(period: ReportPeriod, officer: Officer, reason: str) -> None:
    _refuse_unless_keeper(officer)
    if not reason.strip():
        raise Refusal("Ghi lý do mở lại kỳ.")
    locked = ReportPeriod.objects.select_for_update().get(pk=period.pk)
    if locked.is_open:
        raise Refusal(f"{period.words.capitalize()} đang mở.")
    locked.closed_at = None
    locked.save()
    _note(locked, Happening.REOPENED, officer, reason)


def _refuse_unless_keeper(officer: Officer | None) -> None:
    if officer is not None and not viewer(officer).is_keeper:
        raise Refusal("Kỳ báo cáo do người quản trị hệ thống mở và đóng.")


def _note(period: ReportPeriod, what: Happening, officer: Officer | None, reason: str = "") -> None:
    FilingEvent.objects.create(
        period=period,
        at=now(),
        officer=officer,
        officer_name=str(officer or NOBODY),
        what=what,
        reason=reason,
    )


def period_for(document: Document, code: str, regime: str = "") -> ReportPeriod:
    """The period of this code that the figures of a document are kept in.

    Raises Refusal where none was opened, or several regimes have one and none was named.
    """
    read = PeriodCode.read(code)
    periods = ReportPeriod.objects.filter(code=str(read)).select_related("regime").order_by("pk")
    if regime:
        periods = periods.filter(regime=regime_called(regime))
    found = list(periods)
    if not found:
        raise Refusal(
            f"Chưa mở kỳ báo cáo {read.words}. Mở bằng: manage.py open_period --regime MÃ --period {read}"
        )
    if len(found) > 1:
        codes = ", ".join(period.regime.code for period in found)
        raise Refusal(f"{read.words.capitalize()} có ở nhiều chế độ báo cáo ({codes}): ghi thêm --regime.")
    return found[0]


def due_on(period: ReportPeriod, unit: Unit, calendar: WorkingCalendar | None = None) -> date:
    """The last day on which `unit` is on time; one query for the days off where no calendar is given."""
    calendar = calendar or CalendarDay.objects.calendar()
    return period.regime.deadline(unit.place.level, period.last_day, calendar)
