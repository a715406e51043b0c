"""What was said and done about a task in the hands of a unit: append-only, with the papers that go with it."""

from django.conf import settings
from django.db import models

from childlabour.core import lengths
from childlabour.core.fields import DayField, LineField, ProseField
from childlabour.core.storing import ByNoName
from childlabour.units.models import Unit

from .condition import AssignmentState
from .task import Assignment


class Move(models.TextChoices):
    """What either side does with an assignment; `plans.followup.steps` says who, from where, in which words."""

    GIVE = "give", "giao ngoài văn bản"
    RECEIVE = "receive", "tiếp nhận"
    REFUSE = "refuse", "từ chối nhận"
    START = "start", "bắt đầu làm"
    REPORT = "report", "báo cáo tiến độ"
    FINISH = "finish", "báo cáo hoàn thành"
    ASK_MORE_TIME = "ask_more_time", "xin gia hạn"
    ALLOT = "allot", "phân công trong đơn vị"
    ACCEPT = "accept", "chấp nhận kết quả"
    SEND_BACK = "send_back", "yêu cầu làm lại"
    GRANT = "grant", "đồng ý gia hạn"
    DECLINE = "decline", "không đồng ý gia hạn"
    EXTEND = "extend", "gia hạn"
    DETAIL = "detail", "ghi rõ việc giao"
    TRANSFER = "transfer", "chuyển đơn vị khác"
    GIVE_AGAIN = "give_again", "vẫn giao"
    SUSPEND = "suspend", "tạm dừng"
    RESUME = "resume", "cho làm tiếp"
    RECALL = "recall", "thu hồi"
    CLOSE = "close", "kết thúc: không thực hiện được"
    REOPEN = "reopen", "mở lại"


class Answer(models.Model):
    """One step of an assignment, of either side: the journal of the work."""

    belongs_by = "assignment"
    seen_as = "dealings"

    assignment = models.ForeignKey(
        Assignment, verbose_name="giao nhiệm vụ", on_delete=models.PROTECT, related_name="answers"
    )
    at = models.DateTimeField("lúc")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="cán bộ",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    officer_name = models.CharField("người trả lời", max_length=lengths.FULL_NAME)
    state = models.CharField("tình trạng", max_length=10, choices=AssignmentState)
    move = models.CharField("việc", max_length=16, choices=Move, blank=True)
    text = ProseField("đã làm được gì", blank=True)
    due_before = DayField("thời hạn trước đó", null=True, blank=True)
    day = DayField("ngày được nêu", null=True, blank=True)  # asked for, granted, said done
    to_unit = models.ForeignKey(
        Unit, verbose_name="chuyển cho", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    paper = LineField("văn bản chấp nhận", max_length=lengths.FULL_NAME, blank=True)

    class Meta:
        verbose_name = "trả lời"
        verbose_name_plural = "trả lời"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["assignment", "at"], name="plans_answer_in_time")]

    def __str__(self) -> str:
        return f"{self.officer_name}: {self.what}"

    @property
    def what(self) -> str:
        """What was done, in words."""
        return self.get_move_display() or self.get_state_display()


class AnswerFile(models.Model):
    """A paper sent with an answer. Kept outside the web root; handed out by a view that asks who may."""

    belongs_by = "answer"
    seen_as = "dealings"

    answer = models.ForeignKey(Answer, verbose_name="trả lời", on_delete=models.PROTECT, related_name="files")
    name = LineField("tên tệp", max_length=lengths.FULL_NAME)
    media_type = models.CharField("loại", max_length=100)
    size = models.PositiveIntegerField("số byte")
    stored = models.FileField("nơi lưu", upload_to=ByNoName("tra-loi"))

    class Meta:
        verbose_name = "tệp kèm trả lời"
        verbose_name_plural = "tệp kèm trả lời"

    def __str__(self) -> str:
        return self.name
