"""What is counted over what, by whom, and how the figures of many offices become one."""

from django.db import models
from django.db.models import F, Q

from childlabour.core import lengths
from childlabour.core.fields import LineField, ProseField, SearchKeyField
from childlabour.core.rules import no_circle
from childlabour.core.vietnamese import PERCENT
from childlabour.units.models import PlaceLevel
from targets.catalogue.choices import DirectionChoice, EmptyTotal, Frequency, RollUp, WorkField, ZeroMeaning
from targets.catalogue.validation import INDICATOR_RULES

from .act import LegalAct
from .coded import Coded
from .programme import ObjectiveGroup


class Indicator(Coded):
    """One thing that is measured in the same way at every level."""

    rules = (*Coded.rules, *INDICATOR_RULES, no_circle("part_of"))

    group = models.ForeignKey(
        ObjectiveGroup, verbose_name="nhóm mục tiêu", on_delete=models.CASCADE, related_name="indicators"
    )
    code = models.CharField("mã", max_length=20)
    name = LineField("tên", max_length=400)
    part_of = models.ForeignKey(
        "self",
        verbose_name="tách từ chỉ số",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
    )
    definition = ProseField("giải thích", blank=True)
    basis = models.ForeignKey(
        LegalAct,
        verbose_name="văn bản quy định chỉ số",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
    )

    unit = LineField("đơn vị tính", max_length=lengths.MEASURE, default=PERCENT)
    numerator = ProseField("số đạt là", blank=True)
    denominator = ProseField("tổng số là", blank=True)
    direction = models.CharField(
        "chiều mong muốn", max_length=4, choices=DirectionChoice, default=DirectionChoice.UP
    )
    age_from = models.PositiveSmallIntegerField("từ tuổi", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("đến tuổi", null=True, blank=True)
    zero_means = models.CharField(
        "số đạt bằng 0", max_length=8, choices=ZeroMeaning, default=ZeroMeaning.NEUTRAL
    )
    empty_total_means = models.CharField("tổng số bằng 0", max_length=8, choices=EmptyTotal, blank=True)
    roll_up = models.CharField("cách gộp nhiều nơi", max_length=8, choices=RollUp, default=RollUp.RATIO)

    held_by = models.CharField("lĩnh vực giữ số liệu", max_length=12, choices=WorkField, blank=True)
    data_source = ProseField("lấy số liệu ở đâu", blank=True)
    lowest_level = models.CharField(
        "cấp thấp nhất phải báo cáo", max_length=10, choices=PlaceLevel, default=PlaceLevel.COMMUNE
    )
    frequency = models.CharField("kỳ số liệu", max_length=8, choices=Frequency, default=Frequency.YEAR)
    by_sex = models.BooleanField("chia theo giới tính", default=False)
    by_age_band = models.BooleanField(
        "chia theo nhóm tuổi", default=False, help_text="Dưới 13; từ 13 đến dưới 15; từ 15 đến dưới 18."
    )
    by_ethnicity = models.BooleanField("chia theo dân tộc", default=False)
    by_branch = models.BooleanField("chia theo ngành nghề", default=False)
    is_public = models.BooleanField("được công bố", default=True)
    note = ProseField("lưu ý khi dùng", blank=True)

    search_key = SearchKeyField(of=["code", "name"])

    class Meta:
        verbose_name = "chỉ số"
        verbose_name_plural = "chỉ số"
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "code"],
                name="targets_indicator_code_once",
                violation_error_message="Nhóm mục tiêu đã có chỉ số mang mã này.",
            ),
            models.CheckConstraint(
                name="targets_indicator_ages_in_order",
                condition=Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_to__gte=F("age_from")),
                violation_error_message="Tuổi kết thúc phải từ tuổi bắt đầu trở lên.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
