"""A part of the body. Its roman number is never stored: it is its place among the headed parts."""

from django.db import models

from childlabour.core.fields import LineField, ProseField, SearchKeyField

from .plan import Plan


class SectionKind(models.TextChoices):
    PROSE = "prose", "nội dung"
    OBJECTIVES = "objectives", "mục tiêu, chỉ tiêu"
    TASKS = "tasks", "nhiệm vụ, giải pháp"
    ORGANISATION = "organisation", "tổ chức thực hiện"


class Section(models.Model):
    plan = models.ForeignKey(Plan, verbose_name="văn bản", on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    kind = models.CharField("loại phần", max_length=12, choices=SectionKind, default=SectionKind.PROSE)
    heading = LineField("tên phần", max_length=300, blank=True, help_text="Số La Mã tự đánh.")
    body = ProseField(
        "nội dung",
        blank=True,
        help_text="Mỗi dòng một đoạn; giữ nguyên dấu đầu dòng 1. a) - + của người soạn.",
    )
    prints_groups = models.BooleanField("in tên nhóm mục tiêu", default=True)
    prints_assignments = models.BooleanField("in dòng phân công của nhiệm vụ", default=True)
    search_key = SearchKeyField(of=["heading"])

    class Meta:
        verbose_name = "phần"
        verbose_name_plural = "các phần"
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["plan", "order"])]

    def __str__(self):
        return self.heading or self.get_kind_display()
