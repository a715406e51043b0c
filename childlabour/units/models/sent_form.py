"""Forms that a phone sends again because no answer came back: each counts once."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models

from childlabour.core.clock import now

LONGEST_KEY = 40
REMEMBERED = timedelta(days=60)  # a phone may lie in a drawer for a while


class SentForms(models.QuerySet["SentForm"]):
    def stale(self) -> Self:
        return self.filter(at__lte=now() - REMEMBERED)


class SentForm(models.Model):
    """Written in the transaction of what the form did, so that of two arrivals the second finds it done."""

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="cán bộ", on_delete=models.CASCADE, related_name="+"
    )
    key = models.CharField("khóa", max_length=LONGEST_KEY)
    at = models.DateTimeField("lúc", default=now, db_index=True)

    objects = SentForms.as_manager()

    class Meta:
        verbose_name = "bài đã gửi"
        verbose_name_plural = "các bài đã gửi"
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "key"],
                name="units_sent_form_once",
                violation_error_message="Bài này đã gửi.",
            )
        ]

    def __str__(self) -> str:
        return self.key
