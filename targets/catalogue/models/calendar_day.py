"""The days on which the country departs from Monday to Friday."""

from django.db import models

from childlabour.core.fields import DayField, LineField, SearchKeyField
from childlabour.core.rules import Ruled
from childlabour.core.vietnamese import short_date
from childlabour.core.workdays import WorkingCalendar
from targets.catalogue.choices import DayKind
from targets.catalogue.validation import DAY_RULES

from .sourced import Sourced


class CalendarDayQuerySet(models.QuerySet["CalendarDay"]):
    def calendar(self) -> WorkingCalendar:
        """All of them together, for counting working days. One query of some fifteen rows a year."""
        days = self.values_list("day", "kind")
        return WorkingCalendar(
            days_off=frozenset(day for day, kind in days if kind == DayKind.OFF),
            days_worked=frozenset(day for day, kind in days if kind == DayKind.WORKED),
        )


class CalendarDay(Ruled, Sourced):
    """A weekday that is off (a feast, or given for one on a Sunday), or a Saturday worked instead of one."""

    rules = DAY_RULES

    day = DayField("ngày", unique=True)
    kind = models.CharField("nghỉ hay làm bù", max_length=6, choices=DayKind, default=DayKind.OFF)
    name = LineField("dịp", max_length=120, help_text="“Tết Nguyên đán”, “làm bù cho ngày 02/01/2026”.")
    search_key = SearchKeyField(of=["name", "written_day"])

    objects = CalendarDayQuerySet.as_manager()

    class Meta:
        verbose_name = "ngày nghỉ, ngày làm bù"
        verbose_name_plural = "ngày nghỉ, ngày làm bù"
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.written_day}: {self.get_kind_display()}, {self.name}"

    @property
    def written_day(self) -> str:
        return short_date(self.day)
