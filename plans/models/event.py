"""What happened to a plan: append-only, and readable after the people are gone."""

from django.conf import settings
from django.db import models

from childlabour.core.fields import ProseField

from .plan import Plan, Status


class Event(models.Model):
    plan = models.ForeignKey(Plan, verbose_name="văn bản", on_delete=models.CASCADE, related_name="events")
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
        "người thực hiện", max_length=200, help_text="Giữ lại cả khi tài khoản bị xóa."
    )
    action = models.CharField("việc", max_length=20)
    status_before = models.CharField("từ", max_length=10, choices=Status, blank=True)
    status_after = models.CharField("đến", max_length=10, choices=Status)
    reason = ProseField("lý do", blank=True)

    class Meta:
        verbose_name = "diễn biến"
        verbose_name_plural = "diễn biến"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["plan", "at"])]

    def __str__(self):
        return f"{self.action} – {self.officer_name}"
