"""A regime of reports (chế độ báo cáo định kỳ), with everything that NĐ 09/2019/NĐ-CP, Điều 7 wants it to say."""

from datetime import date

from django.db import models

from childlabour.core.fields import LineField, ProseField, SearchKeyField
from childlabour.core.rules import Rule
from childlabour.core.workdays import WorkingCalendar
from childlabour.units.models import PlaceLevel
from childlabour.units.models.validity import Validity, ValidityQuerySet
from targets.catalogue.choices import CutOff, Frequency

from .act import LegalAct
from .sourced import Sourced


class Regime(Sourced, Validity):
    """Who reports what to whom, how often, counted until which day and sent until which."""

    rules: tuple[Rule, ...] = Validity.rules

    code = models.SlugField("mã", max_length=40, unique=True)
    name = LineField("tên báo cáo", max_length=300)
    contents = ProseField("nội dung yêu cầu báo cáo", blank=True)
    subjects = ProseField("đối tượng thực hiện báo cáo", blank=True)
    receivers = ProseField("cơ quan nhận báo cáo", blank=True)
    way = ProseField("phương thức gửi, nhận", blank=True)
    frequency = models.CharField("tần suất", max_length=8, choices=Frequency, default=Frequency.YEAR)
    cut_off = models.CharField("thời gian chốt số liệu", max_length=8, choices=CutOff, default=CutOff.GENERAL)
    commune_days = models.PositiveSmallIntegerField(
        "cấp xã gửi trong", default=2, help_text="Số ngày làm việc sau ngày chốt số liệu."
    )
    district_days = models.PositiveSmallIntegerField("cấp huyện gửi trong", default=4)
    province_days = models.PositiveSmallIntegerField("cấp tỉnh, bộ, ngành gửi trong", default=7)
    outline = ProseField("mẫu đề cương báo cáo", blank=True)
    tables = ProseField("biểu mẫu số liệu", blank=True)
    guidance = ProseField("hướng dẫn thực hiện", blank=True)
    basis = models.ForeignKey(
        LegalAct,
        verbose_name="văn bản quy định chế độ",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="regimes",
    )
    search_key = SearchKeyField(of=["code", "name"])

    objects = ValidityQuerySet.as_manager()

    class Meta(Validity.Meta):
        verbose_name = "chế độ báo cáo"
        verbose_name_plural = "chế độ báo cáo"
        ordering = ["code"]
        constraints = [*Validity.Meta.constraints]

    def __str__(self) -> str:
        return self.name

    def deadline(self, level: str, last_day: date, calendar: WorkingCalendar) -> date:
        """The last day on which an office of this level is on time."""
        days = {PlaceLevel.COMMUNE: self.commune_days, PlaceLevel.DISTRICT: self.district_days}
        return calendar.after(last_day, days.get(PlaceLevel(level), self.province_days))
