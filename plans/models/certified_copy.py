"""Bản sao: a copy of an issued document that an agency vouches for, and the register of them.

NĐ 30/2020, Điều 25–27 and Phụ lục I, Phần II; abbreviations in Phụ lục III. Copies of all forms share one run of
numbers a year, from 01 on 1 January.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from childlabour.core import lengths
from childlabour.core.fields import LineField, ProseField
from childlabour.units.models import Unit
from plans.law.seeing import OfDocuments

from .document import Document


class CopyForm(models.TextChoices):
    WHOLE = "SY", "sao y"
    EXTRACT = "TrS", "trích sao"
    OF_A_COPY = "SL", "sao lục"


class CertifiedCopy(models.Model):
    """Its pages are those of the issued bytes, put together with this row each time; nothing of them is kept here."""

    belongs_by = "document"
    seen_as = "dealings"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.PROTECT, related_name="certified_copies"
    )
    form = models.CharField("hình thức sao", max_length=3, choices=CopyForm)
    source = models.ForeignKey(
        "self", verbose_name="sao từ bản sao", on_delete=models.PROTECT, null=True, related_name="+"
    )
    unit = models.ForeignKey(
        Unit, verbose_name="cơ quan sao", on_delete=models.PROTECT, related_name="certified_copies"
    )
    agency = ProseField("tên cơ quan sao", longest=lengths.AGENCY)  # in the lines of its letterhead
    number = models.PositiveIntegerField("số bản sao")
    year = models.PositiveSmallIntegerField("năm")
    symbol = LineField("ký hiệu", max_length=lengths.SYMBOL)
    copied_on = models.DateField("ngày sao")
    seat = LineField("địa danh", max_length=lengths.SEAT)
    pages = LineField("trang được sao", max_length=100, blank=True)  # "1, 3-4"; blank: all
    authority = ProseField("quyền hạn, chức vụ người ký sao", longest=lengths.CONTACT)
    signer = LineField("người ký sao", max_length=lengths.PERSON)
    recipients = ProseField("nơi nhận bản sao", longest=lengths.SENTENCE)
    of_sha256 = models.CharField("mã kiểm tra của văn bản được sao", max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người lập",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    made_by_name = models.CharField("tên người lập", max_length=lengths.FULL_NAME)
    made_at = models.DateTimeField("lúc lập")

    objects = OfDocuments["CertifiedCopy"].as_manager()

    class Meta:
        verbose_name = "bản sao"
        verbose_name_plural = "bản sao"
        ordering = ["-year", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "number"],
                name="plans_certifiedcopy_number_once_a_year",
                violation_error_message="Số bản sao này đã cấp trong năm.",
            ),
            models.CheckConstraint(
                name="plans_certifiedcopy_of_a_copy_has_its_source",
                condition=Q(form=CopyForm.OF_A_COPY, source__isnull=False)
                | ~Q(form=CopyForm.OF_A_COPY) & Q(source__isnull=True),
                violation_error_message="Sao lục là sao từ một bản sao y.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.code}"

    @property
    def code(self) -> str:
        """ "05/SY-UBND" """
        return f"{self.number:02d}/{self.symbol}"
