"""The way from a numbered paper to a signed one: the copy that is signed, the scan, each signature."""

from django.conf import settings
from django.db import models

from childlabour.core import lengths
from childlabour.core.clock import day_and_hour
from childlabour.core.fields import LineField, ProseField

from .document import Document


class Submission(models.Model):
    """The paper as it was laid before the leader, so that next time only the differences need reading."""

    belongs_by = "document"
    seen_as = "dealings"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="submissions"
    )
    at = models.DateTimeField("lúc trình")
    officer_name = models.CharField("người trình", max_length=lengths.FULL_NAME)
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="trình lãnh đạo nào",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Để trống: lãnh đạo nào của cơ quan duyệt cũng được.",
    )
    leader_name = models.CharField("tên lãnh đạo được trình", max_length=lengths.FULL_NAME, blank=True)
    note = ProseField("lời trình", longest=lengths.REASON, blank=True)
    paper = models.JSONField("văn bản đã trình", help_text="Mọi thứ in ra, dạng dữ liệu.")

    class Meta:
        verbose_name = "lần trình"
        verbose_name_plural = "các lần trình"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.document} – {day_and_hour(self.at)}"


class SigningCopy(models.Model):
    """The bytes that are signed: rendered once, when the number is given; signatures only add to them.

    Of a paper of old times, the bytes that are compared with its scan; nobody signs these.
    """

    belongs_by = "document"
    seen_as = "dealings"

    document = models.OneToOneField(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="signing_copy"
    )
    snapshot = models.JSONField("bản lưu")
    pdf = models.BinaryField("bản trình ký")
    sha256 = models.CharField("mã kiểm tra", max_length=64, db_index=True)
    signed_pdf = models.BinaryField("bản đã ký số", null=True)
    made_at = models.DateTimeField("lúc tạo")

    class Meta:
        verbose_name = "bản trình ký"
        verbose_name_plural = "bản trình ký"

    def __str__(self) -> str:
        return str(self.document)

    @property
    def current(self) -> bytes:
        """The copy as it stands, with the signatures made so far."""
        return bytes(self.signed_pdf or self.pdf)


class AnnexFile(models.Model):
    """An annex that is issued as a file of its own: the agency alone signs it (NĐ 30/2020, Phụ lục I, III.1đ).

    Printed and signed like the copy that it goes with; the same bytes stay when the document is issued.
    """

    belongs_by = "copy"
    seen_as = "dealings"

    copy = models.ForeignKey(
        SigningCopy, verbose_name="bản trình ký", on_delete=models.CASCADE, related_name="annexes"
    )
    place = models.PositiveSmallIntegerField("thứ tự")  # among the annexes, from 1
    label = LineField("tên gọi", max_length=lengths.HEADING)  # "Phụ lục II"
    pdf = models.BinaryField("tệp PDF")  # as printed
    signed_pdf = models.BinaryField("tệp đã ký số", null=True)
    sha256 = models.CharField("mã kiểm tra", max_length=64, db_index=True)  # of the file as it stands

    class Meta:
        verbose_name = "tệp phụ lục"
        verbose_name_plural = "tệp phụ lục"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["copy", "place"],
                name="plans_annexfile_once_a_place",
                violation_error_message="Phụ lục này đã có tệp.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def current(self) -> bytes:
        """The file as it stands, with the agency's signature once it was made."""
        return bytes(self.signed_pdf or self.pdf)


class Scan(models.Model):
    """The paper signed by hand and brought back: the authentic copy, beside our searchable one.

    Of a paper of old times, its scan or the PDF that its writer had kept.
    """

    belongs_by = "document"
    seen_as = "dealings"

    document = models.OneToOneField(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="scan"
    )
    pdf = models.BinaryField("bản quét")
    sha256 = models.CharField("mã kiểm tra", max_length=64, db_index=True)
    pages = models.PositiveSmallIntegerField("số trang")
    resolution = models.PositiveSmallIntegerField("độ phân giải (dpi)", null=True)  # None: pages of letters
    brought_by_name = models.CharField("người nộp", max_length=lengths.FULL_NAME)
    brought_at = models.DateTimeField("lúc nộp")
    confirmed_by_name = models.CharField("người đối chiếu", max_length=lengths.FULL_NAME, blank=True)
    confirmed_at = models.DateTimeField("lúc đối chiếu", null=True)

    class Meta:
        verbose_name = "bản quét"
        verbose_name_plural = "bản quét"

    def __str__(self) -> str:
        return str(self.document)


class Means(models.TextChoices):
    HAND = "hand", "ký tay, đóng dấu"
    INSIDE = "inside", "ký số trên hệ thống"
    OUTSIDE = "outside", "ký số bằng công cụ ngoài"


class Capacity(models.TextChoices):
    PERSON = "person", "người có thẩm quyền"
    BESIDE = "beside", "người ký bên trái"  # of minutes: who wrote them
    AGENCY = "agency", "cơ quan (con dấu)"


class Signature(models.Model):
    """Who signed, as known when the signature was made or taken back; the proof itself is in the bytes."""

    belongs_by = "document"
    seen_as = "dealings"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="signatures"
    )
    capacity = models.CharField("tư cách", max_length=6, choices=Capacity)
    means = models.CharField("hình thức", max_length=7, choices=Means)
    signer = LineField("người ký", max_length=lengths.FULL_NAME)
    certificate_issuer = LineField("tổ chức phát hành chứng thư", max_length=lengths.ISSUER, blank=True)
    certificate_sha256 = models.CharField("dấu vân tay chứng thư", max_length=64, blank=True)
    signed_at = models.DateTimeField("lúc ký", null=True)
    recorded_by_name = models.CharField("người ghi nhận", max_length=lengths.FULL_NAME)
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "chữ ký"
        verbose_name_plural = "chữ ký"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "capacity"],
                name="plans_signature_once",
                violation_error_message="Văn bản đã có chữ ký này.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signer} ({self.get_means_display()})"
