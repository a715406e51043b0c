"""A period of a regime, open for figures from the day it was opened until it is closed."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from childlabour.core import lengths
from childlabour.core.fields import DayField
from targets.models import Regime
from targets.reckoning.periods import PeriodCode


class ReportPeriodQuerySet(models.QuerySet["ReportPeriod"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)


class ReportPeriod(models.Model):
    regime = models.ForeignKey(
        Regime, verbose_name="chế độ báo cáo", on_delete=models.PROTECT, related_name="periods"
    )
    code = models.CharField("mã kỳ", max_length=6, help_text="202406, 2024Q2, 2024H1, 2024.")
    first_day = DayField("số liệu từ ngày")
    last_day = DayField("chốt số liệu hết ngày")
    opened_at = models.DateTimeField("mở lúc")
    opened_by_name = models.CharField("người mở", max_length=lengths.FULL_NAME, blank=True)
    closed_at = models.DateTimeField("đóng lúc", null=True, blank=True)

    objects = ReportPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "kỳ báo cáo"
        verbose_name_plural = "các kỳ báo cáo"
        ordering = ["-last_day", "code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["regime", "code"],
                name="measuring_period_once",
                violation_error_message="Kỳ này của chế độ báo cáo đã mở.",
            ),
            models.CheckConstraint(
                name="measuring_period_days_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message="Ngày chốt số liệu phải từ ngày đầu kỳ trở đi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regime}, {self.words}"

    @property
    def read(self) -> PeriodCode:
        return PeriodCode.read(self.code)

    @property
    def year(self) -> int:
        return int(self.code[:4])

    @property
    def words(self) -> str:
        return self.read.words

    @property
    def is_open(self) -> bool:
        return self.closed_at is None
