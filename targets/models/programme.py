"""The catalogue: programmes with their objective groups and what they measure."""

from django.db import models
from django.db.models import F, Q

from childlabour.core.fields import FIRST_YEAR, LAST_YEAR, LineField, ProseField, SearchKeyField, YearField
from childlabour.core.rules import Ruled, no_circle
from targets.statements import Direction
from targets.validation import PROGRAMME_RULES


class DirectionChoice(models.TextChoices):
    UP = Direction.UP.value, "tăng"
    DOWN = Direction.DOWN.value, "giảm"
    HOLD = Direction.HOLD.value, "duy trì"


class Programme(Ruled, models.Model):
    """A programme of the State with its period; the next one is a new row that replaces this one."""

    rules = (*PROGRAMME_RULES, no_circle("replaces"))

    code = models.SlugField("mã", max_length=40, unique=True)
    name = LineField("tên", max_length=300)
    decision = LineField(
        "văn bản phê duyệt", max_length=200, blank=True, help_text="“Quyết định số 782/QĐ-TTg …”."
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

    def __str__(self):
        return f"{self.name} {self.period}"

    @property
    def period(self) -> str:
        return f"giai đoạn {self.period_from}-{self.period_to}"


class ObjectiveGroup(models.Model):
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

    def __str__(self):
        return self.name


class Indicator(models.Model):
    """One thing that is measured in the same way at every level: what is counted over what."""

    group = models.ForeignKey(
        ObjectiveGroup, verbose_name="nhóm mục tiêu", on_delete=models.CASCADE, related_name="indicators"
    )
    code = models.CharField("mã", max_length=20)
    name = LineField("tên", max_length=400)
    unit = LineField("đơn vị tính", max_length=30, default="%")
    numerator = ProseField("số đạt là", blank=True)
    denominator = ProseField("tổng số là", blank=True)
    direction = models.CharField(
        "chiều mong muốn", max_length=4, choices=DirectionChoice, default=DirectionChoice.UP
    )
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
        ]

    def __str__(self):
        return self.name
