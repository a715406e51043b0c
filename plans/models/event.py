"""What happened to a plan: append-only, and readable after the people are gone."""

from django.conf import settings
from django.db import models

from childlabour.core import lengths
from childlabour.core.fields import ProseField
from plans.law.states import Status

from .document import Document


class Action(models.TextChoices):
    """Everything that can be done with a document; who may, and when, is the table in `plans.issuing.steps`."""

    EDIT = "edit", "sửa nội dung"
    SUBMIT = "submit", "trình"
    PROPOSE = "propose", "đề nghị nhập"
    DECLINE = "decline", "trả lại để nhập lại"
    WITHDRAW = "withdraw", "rút lại"
    SEND_BACK = "send_back", "trả lại"
    RETURN_FOR_FORM = "return_for_form", "trả lại vì thể thức"
    APPROVE = "approve", "duyệt"
    NUMBER = "number", "cấp số"
    RECORD = "record", "ghi nhận bản ký tay"
    SIGN = "sign", "ký số"
    TAKE_BACK = "take_back", "nhận bản ký số từ ngoài"
    SEAL = "seal", "đóng dấu số"
    VOID = "void", "hủy số"
    ISSUE = "issue", "ban hành"
    CARRY_OVER = "carry_over", "nhập văn bản đã có"
    AMEND = "amend", "sửa đổi, bổ sung"
    REPLACE = "replace", "thay thế"
    CORRECT = "correct", "đính chính"
    MARK = "mark", "đánh dấu nội dung"
    COPY = "copy", "sao văn bản"
    BECOME_REPLACED = "become_replaced", "được thay thế"
    REVOKE = "revoke", "thu hồi"
    CANCEL = "cancel", "hủy"
    REOPEN = "reopen", "mở lại"
    ASK_TAKE_DOWN = "ask_take_down", "đề nghị lược dữ liệu cá nhân"
    TAKE_DOWN = "take_down", "lược dữ liệu cá nhân"
    DECLINE_TAKE_DOWN = "decline_take_down", "không lược dữ liệu cá nhân"


class Event(models.Model):
    belongs_by = "document"
    seen_as = "dealings"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="events"
    )
    at = models.DateTimeField("lúc")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="cán bộ",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    officer_name = models.CharField(
        "người thực hiện", max_length=lengths.FULL_NAME, help_text="Giữ lại cả khi tài khoản bị xóa."
    )
    in_place_of = models.CharField(
        "thay ai", max_length=lengths.FULL_NAME, blank=True, help_text="Lãnh đạo nghỉ, đã giao xử lý thay."
    )
    action = models.CharField("việc", max_length=20)
    status_before = models.CharField("từ", max_length=10, choices=Status, blank=True)
    status_after = models.CharField("đến", max_length=10, choices=Status)
    reason = ProseField("lý do", blank=True)
    later_rows = models.CharField(
        "dấu vân của những gì đánh dấu sau khi ban hành", max_length=64, blank=True, editable=False
    )
    exception = ProseField("ngoại lệ", blank=True, help_text="Quy tắc nào không theo được, và vì sao.")

    class Meta:
        verbose_name = "diễn biến"
        verbose_name_plural = "diễn biến"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["document", "at"])]

    def __str__(self) -> str:
        return f"{self.action_name} – {self.officer_name}"

    @property
    def action_name(self) -> str:
        return Action(self.action).label if self.action in Action else self.action
