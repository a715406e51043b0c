"""What a unit said about a task it was given: append-only, with the papers that go with it."""

from django.conf import settings
from django.db import models

from childlabour.core import lengths
from childlabour.core.fields import LineField, ProseField
from childlabour.core.storing import ByNoName

from .task import Assignment, AssignmentState


class Answer(models.Model):
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
    text = ProseField("đã làm được gì", blank=True)

    class Meta:
        verbose_name = "trả lời"
        verbose_name_plural = "trả lời"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["assignment", "at"], name="plans_answer_in_time")]

    def __str__(self) -> str:
        return f"{self.officer_name}: {self.get_state_display()}"


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
