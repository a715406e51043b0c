"""The frozen act: what was issued, byte for byte."""

from django.conf import settings
from django.db import models

from childlabour.core import lengths

from .document import Document


class Issue(models.Model):
    """Everything that was printed, and the bytes; written once, in the transaction that issues the plan.

    The bytes live in the database so that one transaction (and one backup) holds all of it or nothing.
    """

    belongs_by = "document"
    seen_as = (
        "dealings"  # who pressed the button, and when; the bytes are handed out by the pages of the paper
    )

    document = models.OneToOneField(
        Document, verbose_name="văn bản", on_delete=models.PROTECT, related_name="issue"
    )
    number = models.CharField("số", max_length=10, blank=True)
    symbol = models.CharField("ký hiệu", max_length=lengths.SYMBOL, blank=True)
    issued_on = models.DateField("ngày", null=True, blank=True)
    snapshot = models.JSONField("bản lưu", help_text="Mọi thứ đã in, dạng dữ liệu.")
    pdf = models.BinaryField("tệp PDF")
    sha256 = models.CharField("mã kiểm tra", max_length=64, db_index=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người ban hành",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    issued_by_name = models.CharField("tên người ban hành", max_length=lengths.FULL_NAME, blank=True)
    issued_at = models.DateTimeField("lúc ban hành")

    class Meta:
        verbose_name = "bản ban hành"
        verbose_name_plural = "bản ban hành"

    def __str__(self) -> str:
        return f"{self.number}/{self.symbol}"
