"""A part of the body. Its roman number is never stored: it is its place among the headed parts."""

from django.db import models

from childlabour.core import lengths
from childlabour.core.fields import LineField, ProseField, SearchKeyField
from childlabour.core.rules import Ruled, rule

from .document import Document


class SectionKind(models.TextChoices):
    PROSE = "prose", "nội dung"
    OBJECTIVES = "objectives", "mục tiêu, chỉ tiêu"
    TASKS = "tasks", "nhiệm vụ, giải pháp"
    ORGANISATION = "organisation", "tổ chức thực hiện"


def prints_what_it_holds(pk: int | None, kind: str) -> str:
    """A part that holds targets or tasks keeps a kind that prints them. Two queries."""
    if pk is None:
        return ""
    section = Section(pk=pk)
    targets, tasks = section.targets.count(), section.tasks.count()
    if targets and kind != SectionKind.OBJECTIVES:
        return f"Phần này đang có {targets} chỉ tiêu. Xóa hoặc chuyển chúng trước đã."
    if tasks and kind not in (SectionKind.TASKS, SectionKind.ORGANISATION):
        return f"Phần này đang có {tasks} nhiệm vụ. Xóa hoặc chuyển chúng trước đã."
    return ""


class Section(Ruled, models.Model):
    belongs_by = "document"
    seen_as = "words"
    rules = (rule(prints_what_it_holds, "pk", "kind"),)

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="sections"
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    kind = models.CharField("loại phần", max_length=12, choices=SectionKind, default=SectionKind.PROSE)
    heading = LineField("tên phần", max_length=lengths.HEADING, blank=True, help_text="Số La Mã tự đánh.")
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
        indexes = [models.Index(fields=["document", "order"])]

    def __str__(self) -> str:
        return self.heading or self.get_kind_display()
