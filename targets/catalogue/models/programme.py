"""Programmes of the State with their groups of objectives."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from childlabour.core.fields import LineField, SearchKeyField, YearField
from childlabour.core.rules import Ruled, no_circle
from childlabour.core.vietnamese import FIRST_YEAR, LAST_YEAR
from targets.catalogue.choices import EndReason
from targets.catalogue.states import ProgrammeState, programme_state
from targets.catalogue.validation import PROGRAMME_RULES

from .act import LegalAct
from .coded import Coded


class Programme(Ruled, models.Model):
    """A programme of the State with its period; the next one is a new row that replaces this one."""

    rules = (*PROGRAMME_RULES, no_circle("replaces"))

    code = models.SlugField("mã", max_length=40, unique=True)
    name = LineField("tên", max_length=300)
    decision = LineField(
        "văn bản phê duyệt", max_length=200, blank=True, help_text="“Quyết định số 782/QĐ-TTg …”."
    )
    act = models.ForeignKey(
        LegalAct,
        verbose_name="văn bản đó trong danh mục",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="programmes",
    )
    period_from = YearField("từ năm")
    period_to = YearField("đến năm")
    orientation_year = YearField("định hướng đến năm", null=True, blank=True)
    replaces = models.ForeignKey(
        "self",
        verbose_name="thay thế chương trình",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
    )
    search_key = SearchKeyField(of=["name", "decision"])

    class Meta:
        verbose_name = "chương trình"
        verbose_name_plural = "chương trình"
        ordering = ["-period_from", "name"]
        constraints = [
            models.CheckConstraint(
                name="targets_programme_period_in_order",
                condition=Q(period_to__gte=F("period_from")),
                violation_error_message="Năm kết thúc phải từ năm bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                name="targets_programme_years_plausible",
                condition=Q(period_from__gte=FIRST_YEAR, period_to__lte=LAST_YEAR),
                violation_error_message=f"Các năm phải từ {FIRST_YEAR} đến {LAST_YEAR}.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.period}"

    @property
    def period(self) -> str:
        return f"giai đoạn {self.period_from}-{self.period_to}"

    def state_on(self, day: date) -> ProgrammeState:
        """Two queries, unless `act` and `replaced_by` were fetched before."""
        act = self.act
        repealed = act is not None and act.end_reason == EndReason.REPEALED and act.has_ended_on(day)
        heirs = [programme.period_from for programme in self.replaced_by.all()]
        return programme_state(
            self.period_from,
            self.period_to,
            day,
            replaced_from=min(heirs, default=None),
            repealed=repealed,
        )


class ObjectiveGroup(Coded):
    """Mục tiêu 1, 2, 3 of a programme, and its orientation beyond the period."""

    programme = models.ForeignKey(
        Programme, verbose_name="chương trình", on_delete=models.CASCADE, related_name="groups"
    )
    code = models.CharField("mã", max_length=20, help_text="“MT1”, “MT2”, “MT3”, “DH2030”.")
    name = LineField("tên", max_length=300)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    search_key = SearchKeyField(of=["code", "name"])

    class Meta:
        verbose_name = "nhóm mục tiêu"
        verbose_name_plural = "nhóm mục tiêu"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "code"],
                name="targets_group_code_once",
                violation_error_message="Chương trình đã có nhóm mục tiêu mang mã này.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
