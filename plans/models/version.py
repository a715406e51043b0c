"""What a draft said, and who is at it now."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from childlabour.core import lengths
from childlabour.core.fields import LineField

from .document import Document

AS_IT_STANDS = Q(content__isnull=True, paper__isnull=True)


class Version(models.Model):
    """A draft as one person left it: at the end of a sitting, before a great change, where they named it.

    The latest one may hold nothing of its own: it is the draft as it stands. Others keep their `content` as data
    (`plans.content.shapes`); those of before bodies were blocks have a `paper` of the first shape instead.
    """

    belongs_by = "document"
    seen_as = "dealings"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField("bản thứ")
    started_at = models.DateTimeField("bắt đầu")
    saved_at = models.DateTimeField("lưu lúc")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="cán bộ",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    officer_name = models.CharField("người sửa", max_length=lengths.FULL_NAME)
    content = models.JSONField("nội dung, dạng dữ liệu", null=True)
    paper = models.JSONField("bản in, dạng dữ liệu", null=True)
    revision = models.PositiveIntegerField(
        "đến lần ghi", default=0
    )  # of the document: the last one of the sitting
    brings_back = models.PositiveIntegerField("lấy lại bản thứ", null=True)
    name = LineField("tên của mốc", max_length=lengths.MILESTONE, blank=True)

    class Meta:
        verbose_name = "phiên bản"
        verbose_name_plural = "phiên bản"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="plans_version_number_once"),
            models.UniqueConstraint(
                fields=["document"],
                condition=AS_IT_STANDS,
                name="plans_version_as_it_stands_once",
                violation_error_message="Văn bản chỉ có một bản đang soạn.",
            ),
        ]

    def __str__(self) -> str:
        return f"bản {self.number} – {self.officer_name}"

    @property
    def is_as_it_stands(self) -> bool:
        """It is the draft itself. Free where `content` and `paper` were fetched."""
        return self.content is None and self.paper is None


class Presence(models.Model):
    """Someone has this spot of a draft open; forgotten after a minute of silence.

    `saves`: the last saves of theirs, of whatever window, the latest first: [name, the state it made], to know one when
    it is sent again.
    """

    belongs_by = "document"
    seen_as = "dealings"

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="presences")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    spot = models.CharField("chỗ đang sửa", max_length=40)
    seen_at = models.DateTimeField("thấy lúc")
    saves = models.JSONField("những lần ghi gần đây", default=list, blank=True)

    class Meta:
        verbose_name = "người đang sửa"
        verbose_name_plural = "người đang sửa"
        constraints = [
            models.UniqueConstraint(fields=["document", "officer"], name="plans_presence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} – {self.spot}"
