"""Amounts that the law sets and changes: each holds from a day on, and the day of the decision decides."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F

from childlabour.core import lengths
from childlabour.core.errors import Refusal
from childlabour.core.fields import LineField, NumberField, ProseField, SearchKeyField
from childlabour.core.vietnamese import short_date, write_number
from childlabour.units.models.validity import SINCE_EVER, Validity, ValidityQuerySet

from .act import LegalAct
from .sourced import Sourced


class ParameterQuerySet(ValidityQuerySet["Parameter"]):
    def value_on(self, code: str, day: date) -> Decimal:
        """The amount on `day`; where two hold, the one that began last. Refused when none does. One query."""
        found: Decimal | None = (
            self.valid_on(day)
            .filter(code=code)
            .order_by(F("valid_from").desc(nulls_last=True))
            .values_list("value", flat=True)
            .first()
        )
        if found is None:
            raise Refusal(
                f"Chưa có mức “{code}” áp dụng cho ngày {short_date(day)}. "
                "Quản trị hệ thống bổ sung ở mục Mức áp dụng theo ngày."
            )
        return found


class Parameter(Sourced, Validity):
    """One amount for one stretch of time: lương cơ sở 2.530.000 đồng từ 01/7/2026."""

    code = models.SlugField("mã", max_length=60)
    name = LineField("tên", max_length=200)
    value = NumberField("giá trị", max_digits=14, decimal_places=4)
    unit = LineField("đơn vị tính", max_length=lengths.MEASURE)
    act = models.ForeignKey(
        LegalAct,
        verbose_name="văn bản quy định",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parameters",
    )
    note = ProseField("ghi chú", blank=True)
    search_key = SearchKeyField(of=["code", "name"])

    objects = ParameterQuerySet.as_manager()

    class Meta(Validity.Meta):
        verbose_name = "mức áp dụng theo ngày"
        verbose_name_plural = "mức áp dụng theo ngày"
        ordering = ["code", F("valid_from").desc(nulls_last=True)]
        constraints = [
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                "code",
                SINCE_EVER,
                name="targets_parameter_once_a_day",
                violation_error_message="Mã này đã có giá trị bắt đầu từ cùng ngày.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {write_number(self.value)} {self.unit}"
