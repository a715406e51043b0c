"""Nơi nhận: to whom the paper goes and what for (NĐ 30/2020, Phụ lục I, II.9)."""

from django.db import models

from childlabour.core.fields import SentenceField
from childlabour.units.models import Unit

from .document import Document


class Purpose(models.TextChoices):
    ACT = "act", "để thực hiện"
    REPORT = "report", "để báo cáo"
    KNOW = "know", "để biết, phối hợp"
    FILE = "file", "lưu"


class Recipient(models.Model):
    belongs_by = "document"
    seen_as = "words"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="recipients"
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    text = SentenceField("nơi nhận", help_text="Không có gạch đầu dòng và dấu ; ở cuối.")
    purpose = models.CharField("mục đích", max_length=6, choices=Purpose, default=Purpose.ACT)
    unit = models.ForeignKey(
        Unit, verbose_name="đơn vị", on_delete=models.SET_NULL, null=True, blank=True, related_name="received"
    )

    class Meta:
        verbose_name = "nơi nhận"
        verbose_name_plural = "nơi nhận"
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["document", "order"])]

    def __str__(self) -> str:
        return self.text
