"""A target: the sentence that is printed, and the parts of it that are measured."""

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import F, Q

from childlabour.core import lengths
from childlabour.core.fields import (
    LineField,
    NumberField,
    ProseField,
    SearchKeyField,
    SentenceField,
    YearField,
)
from childlabour.core.rules import Ruled, no_circle
from childlabour.core.vietnamese import PERCENT, write_number
from targets.catalogue.choices import DirectionChoice
from targets.catalogue.models import Indicator, ObjectiveGroup
from targets.language.parts import KEPT
from targets.statements import Comparator, Statement, statement_of
from targets.validation import TARGET_RULES, WHOLE


class ComparatorChoice(models.TextChoices):
    EQUAL = Comparator.EQUAL.value, "đạt"
    ABOVE = Comparator.ABOVE.value, "trên"
    AT_LEAST = Comparator.AT_LEAST.value, "ít nhất"
    BELOW = Comparator.BELOW.value, "dưới"
    AT_MOST = Comparator.AT_MOST.value, "xuống còn"
    MINIMISE = Comparator.MINIMISE.value, "giảm tối đa"
    MAXIMISE = Comparator.MAXIMISE.value, "tăng tối đa"


WITHOUT_VALUE = ["", ComparatorChoice.MINIMISE.value, ComparatorChoice.MAXIMISE.value]


class TargetQuerySet(models.QuerySet["Target"]):
    def numeric(self) -> Self:
        return self.filter(value__isnull=False)

    def qualitative(self) -> Self:
        return self.filter(value__isnull=True)


class Target(Ruled, models.Model):
    """A promise that can be measured, marked on words of a block; `sentence` is composed to stand alone in lists."""

    belongs_by = "block"
    seen_as = "words"
    rules = (*TARGET_RULES, no_circle("upper"))

    block = models.ForeignKey(
        "plans.StoredBlock", verbose_name="khối", on_delete=models.CASCADE, related_name="targets"
    )
    mark = models.CharField("dấu", max_length=lengths.KEY)
    order = models.PositiveSmallIntegerField("thứ tự trong khối", default=0)
    group = models.ForeignKey(
        ObjectiveGroup,
        verbose_name="nhóm mục tiêu",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
    )
    sentence = SentenceField("câu chỉ tiêu", help_text="Câu đứng một mình được, để đọc trong danh sách.")
    comparator = models.CharField(
        "mức",
        max_length=3,
        choices=ComparatorChoice,
        blank=True,
        help_text="Để trống với chỉ tiêu định tính.",
    )
    wording = LineField("chữ so sánh trong câu", max_length=lengths.WORDING, blank=True)
    value = NumberField("giá trị", max_digits=14, decimal_places=4, null=True, blank=True)
    unit = LineField("đơn vị tính", max_length=lengths.MEASURE, blank=True)
    population = ProseField("đối tượng", blank=True)
    age_from = models.PositiveSmallIntegerField("từ tuổi", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("đến tuổi", null=True, blank=True)
    condition = LineField("điều kiện", max_length=lengths.CONDITION, blank=True)
    outcome = ProseField("kết quả cần đạt", blank=True)
    direction = models.CharField(
        "tăng hay giảm", max_length=4, choices=DirectionChoice, default=DirectionChoice.UP
    )
    horizon = YearField("đến năm", null=True, blank=True)
    responsible = models.ForeignKey(
        "units.Unit",
        verbose_name="đơn vị chịu trách nhiệm",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
    )
    upper = models.ForeignKey(
        "self",
        verbose_name="chỉ tiêu cấp trên",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="lower",
    )
    weaker_reason = ProseField("lý do thấp hơn cấp trên", blank=True)
    indicator = models.ForeignKey(
        Indicator,
        verbose_name="chỉ số",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="targets",
    )
    given = models.JSONField("phần ghi thêm bên cạnh chữ", default=list, blank=True)
    added_at = models.DateTimeField("đánh dấu sau khi ban hành", null=True, blank=True)
    span = models.JSONField("chữ được đánh dấu sau khi ban hành", default=list, blank=True, editable=False)
    search_key = SearchKeyField(of=["sentence"])

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "chỉ tiêu"
        verbose_name_plural = "chỉ tiêu"
        ordering = ["block__place", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["block", "mark"],
                name="targets_target_mark_once_a_block",
                violation_error_message="Hai chỉ tiêu của khối trùng dấu.",
            ),
            models.CheckConstraint(
                name="targets_target_percentage_in_range",
                condition=~Q(unit=PERCENT) | Q(value__isnull=True) | Q(value__gte=0, value__lte=WHOLE),
                violation_error_message=f"Giá trị tính bằng %% phải từ 0 đến {WHOLE}.",
            ),
            models.CheckConstraint(
                name="targets_target_value_goes_with_comparator",
                condition=Q(value__isnull=True, comparator__in=WITHOUT_VALUE)
                | (Q(value__isnull=False) & ~Q(comparator__in=WITHOUT_VALUE)),
                violation_error_message="Chỉ tiêu có giá trị thì phải chọn cách so sánh, và ngược lại.",
            ),
            models.CheckConstraint(
                name="targets_target_ages_in_order",
                condition=Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_to__gte=F("age_from")),
                violation_error_message="Tuổi kết thúc phải từ tuổi bắt đầu trở lên.",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def statement(self) -> Statement:
        """The stored parts, with what only the sentence says (a change, a place); a quarter of a millisecond."""
        return statement_of({name: getattr(self, name) for name in KEPT}, self.sentence)

    @statement.setter
    def statement(self, parts: Statement) -> None:
        for name, value in parts.kept.items():
            setattr(self, name, value)

    @property
    def measure(self) -> str:
        """Comparator and value as people read them: "trên 72%", "dưới 1%", "100%", "giảm tối đa"."""
        if self.comparator in WITHOUT_VALUE:
            return self.get_comparator_display() if self.comparator else ""
        words = "" if self.comparator == ComparatorChoice.EQUAL else f"{self.get_comparator_display()} "
        return f"{words}{self.written_value}"

    @property
    def written_value(self) -> str:
        """ "72%" without a blank, "10 câu lạc bộ" with one."""
        if self.value is None:
            return ""
        blank = "" if self.unit == PERCENT else " "
        return f"{write_number(Decimal(self.value))}{blank}{self.unit}".strip()
