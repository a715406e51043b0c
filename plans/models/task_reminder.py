"""That a unit was reminded of a task: by the day that came, by hand, by an official letter."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from childlabour.core import lengths
from childlabour.core.fields import DayField
from childlabour.core.vietnamese import short_date

from .document import Document
from .task import Assignment


class ReminderWay(models.TextChoices):
    BY_DAY = "by_day", "tự động theo hạn"
    BY_HAND = "by_hand", "cán bộ nhắc"
    LETTER = "letter", "công văn đôn đốc"


class TaskReminder(models.Model):
    """One line of the log. A notice goes once a day at most, whoever sends it; a letter is beside that."""

    belongs_by = "assignment"
    seen_as = "dealings"

    assignment = models.ForeignKey(
        Assignment, verbose_name="giao nhiệm vụ", on_delete=models.CASCADE, related_name="reminders"
    )
    day = DayField("ngày")
    at = models.DateTimeField("lúc")
    way = models.CharField("cách nhắc", max_length=7, choices=ReminderWay)
    due_on = DayField("hạn khi nhắc", null=True, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người nhắc",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    officer_name = models.CharField("tên người nhắc", max_length=lengths.FULL_NAME, blank=True)
    people = models.PositiveIntegerField("số người được báo", default=0)
    letter = models.ForeignKey(
        Document,
        verbose_name="công văn",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reminded_tasks",
    )

    class Meta:
        verbose_name = "lần nhắc nhiệm vụ"
        verbose_name_plural = "các lần nhắc nhiệm vụ"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["assignment", "at"], name="plans_task_reminder_in_time")]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "day"],
                condition=~Q(way=ReminderWay.LETTER),
                name="plans_task_reminder_once_a_day",
                violation_error_message="Hôm nay đã nhắc nhiệm vụ này.",
            ),
            models.UniqueConstraint(
                fields=["assignment", "letter"],
                name="plans_task_reminder_once_a_letter",
                violation_error_message="Nhiệm vụ đã có trong công văn này.",
            ),
            models.CheckConstraint(
                condition=Q(way=ReminderWay.LETTER) ^ Q(letter=None),
                name="plans_task_reminder_by_letter_names_it",
                violation_error_message="Nhắc bằng công văn thì phải có công văn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{short_date(self.day)}, {self.get_way_display()}"
