"""Căn cứ: the acts a plan rests on, as printed and as data (NĐ 30/2020, Phụ lục I, II.6a)."""

from django.db import models

from childlabour.core import lengths
from childlabour.core.fields import DayField, LineField, SentenceField

from .document import Document


class Citation(models.Model):
    belongs_by = "document"
    seen_as = "words"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="citations"
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    text = SentenceField("căn cứ", help_text="Nguyên văn, không có dấu ; ở cuối.")
    act_type = LineField("loại", max_length=lengths.ACT_TYPE, blank=True)
    act_number = LineField("số, ký hiệu", max_length=lengths.ACT_NUMBER, blank=True)
    act_date = DayField("ngày", null=True, blank=True)
    act_issuer = LineField("cơ quan ban hành", max_length=lengths.AGENCY, blank=True)
    cited_document = models.ForeignKey(
        Document,
        verbose_name="văn bản trong hệ thống",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="cited_by",
    )

    class Meta:
        verbose_name = "căn cứ"
        verbose_name_plural = "căn cứ"
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["document", "order"])]

    def __str__(self) -> str:
        return self.text
