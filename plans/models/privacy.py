"""Data of children and other people: what was said to be nobody's, what was taken out again, what leaked."""

from collections.abc import Sequence
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from childlabour.core import lengths
from childlabour.core.fields import ProseField

from .answer import AnswerFile
from .document import Document


class Assurance(models.Model):
    """Somebody said of a passage that it gives no child away; it is not asked about again.

    The passage itself is not kept, only a keyed hash of it: what was a child's name after all leaves no copy here.
    """

    digest = models.CharField("mã của đoạn chữ", max_length=64, unique=True)
    at = models.DateTimeField("lúc")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="cán bộ",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    officer_name = models.CharField("người xác nhận", max_length=lengths.FULL_NAME)
    where = models.CharField("ở đâu", max_length=200)

    class Meta:
        verbose_name = "lời xác nhận không phải dữ liệu của trẻ em"
        verbose_name_plural = "lời xác nhận không phải dữ liệu của trẻ em"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.officer_name}: {self.where}"


class TakeDownState(models.TextChoices):
    ASKED = "asked", "chờ người thứ hai xác nhận"
    UNDER_WAY = (
        "under_way",
        "đang lược",
    )  # only inside the transaction that takes out: the triggers ask for it
    DONE = "done", "đã lược"
    DECLINED = "declined", "không lược"


class TakeDowns(models.QuerySet["TakeDown"]):
    def that_changed_a_paper(self) -> Self:
        return self.filter(state=TakeDownState.DONE).exclude(sha256_after="")


class TakeDown(models.Model):
    """Words of a person taken out of a document and of everything that was said about it; two people do it.

    `words` stand here only until it is settled. What remains never says what was taken out.
    """

    belongs_by = "document"
    seen_as = "dealings"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.PROTECT, related_name="take_downs"
    )
    file = models.ForeignKey(
        AnswerFile,
        verbose_name="tệp kèm trả lời",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    words = ProseField("chữ cần lược", blank=True, longest=400)
    reason = ProseField("lý do", longest=1000)
    state = models.CharField("tình trạng", max_length=10, choices=TakeDownState, default=TakeDownState.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người đề nghị",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    asked_by_name = models.CharField("tên người đề nghị", max_length=lengths.FULL_NAME)
    asked_by_head = models.BooleanField("người đề nghị là lãnh đạo hoặc quản trị", default=False)
    asked_at = models.DateTimeField("lúc đề nghị")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người xác nhận",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    settled_by_name = models.CharField("tên người xác nhận", max_length=lengths.FULL_NAME, blank=True)
    settled_at = models.DateTimeField("lúc xác nhận", null=True)
    answer = ProseField("ý kiến của người xác nhận", blank=True, longest=1000)
    places = models.PositiveIntegerField("số chỗ đã lược", default=0)
    sha256_before = models.CharField("mã kiểm tra của bản gốc", max_length=64, blank=True, db_index=True)
    scan_sha256_before = models.CharField(
        "mã kiểm tra của bản quét đã rút", max_length=64, blank=True, db_index=True
    )
    sha256_after = models.CharField("mã kiểm tra của bản lược", max_length=64, blank=True)

    left_in: Sequence[Document] = ()  # not stored: other documents in which the same words were seen

    objects = TakeDowns.as_manager()

    class Meta:
        verbose_name = "lần lược dữ liệu cá nhân"
        verbose_name_plural = "các lần lược dữ liệu cá nhân"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="plans_takedown_by_two_people",
                condition=Q(settled_by__isnull=True) | ~Q(settled_by=F("asked_by")),
                violation_error_message="Người xác nhận phải khác người đề nghị.",
            ),
            models.CheckConstraint(
                name="plans_takedown_keeps_no_words",
                condition=Q(state__in=[TakeDownState.ASKED, TakeDownState.UNDER_WAY]) | Q(words=""),
                violation_error_message="Chữ đã lược không được lưu lại.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} – {self.asked_by_name}"


class Breach(models.Model):
    """A leak or loss of personal data, as a line of a log that nobody changes: a correction is a line of its own."""

    found_at = models.DateTimeField("phát hiện lúc")
    told_at = models.DateTimeField("đã báo cơ quan chuyên trách lúc", null=True, blank=True)
    what = ProseField("chuyện gì xảy ra")
    whom = ProseField("chạm tới dữ liệu của ai, bao nhiêu người")
    measures = ProseField("đã làm gì", blank=True)
    corrects = models.ForeignKey(
        "self",
        verbose_name="sửa, bổ sung dòng",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="cán bộ",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    written_by_name = models.CharField("người ghi", max_length=lengths.FULL_NAME)
    written_at = models.DateTimeField("lúc ghi")

    class Meta:
        verbose_name = "vụ lộ, mất dữ liệu cá nhân"
        verbose_name_plural = "sổ vụ lộ, mất dữ liệu cá nhân"
        ordering = ["-found_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="plans_breach_told_after_found",
                condition=Q(told_at__isnull=True) | Q(told_at__gte=F("found_at")),
                violation_error_message="Lúc báo không thể trước lúc phát hiện.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.what[:60]}"
