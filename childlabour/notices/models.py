"""What an officer was told, and how each wants to be told."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from childlabour.core.clock import now
from childlabour.core.fields import LineField
from childlabour.units.models import Officer

LONGEST = 300  # characters of a notice: one sentence
LONGEST_ADDRESS = 200


class ByMail(models.TextChoices):
    NEVER = "never", "không gửi"
    EACH = "each", "gửi từng thông báo"
    DAILY = "daily", "mỗi ngày một thư"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def of(self, officer: Officer) -> Self:
        return self.filter(officer=officer)

    def unseen(self) -> Self:
        return self.filter(seen_at=None)

    def unmailed(self) -> Self:
        return self.filter(mailed_at=None)

    def wished(self, how: ByMail) -> Self:
        """Of officers who want their mail so, are still here and have an address."""
        return self.filter(officer__wishes__by_mail=how, officer__is_active=True).exclude(officer__email="")


class Notice(models.Model):
    """One sentence to one officer, with the page it leads to. Never a child's data."""

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="cán bộ", on_delete=models.CASCADE, related_name="notices"
    )
    words = LineField("nội dung", max_length=LONGEST)
    address = models.CharField("địa chỉ trang", max_length=LONGEST_ADDRESS)
    at = models.DateTimeField("lúc", default=now)
    seen_at = models.DateTimeField("đã xem lúc", null=True, blank=True)
    mailed_at = models.DateTimeField("đã gửi thư lúc", null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "các thông báo"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["officer", "-id"], name="notices_of_officer"),
            models.Index(fields=["at"], condition=Q(mailed_at=None), name="notices_unmailed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(address__startswith="/") & ~Q(address__startswith="//"),
                name="notices_lead_to_pages_of_ours",
                violation_error_message="Thông báo chỉ dẫn tới trang của hệ thống.",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Wishes(models.Model):
    """How one officer wants to be told. The key of the feed stands here only as a hash."""

    officer = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name="cán bộ", on_delete=models.CASCADE, related_name="wishes"
    )
    by_mail = models.CharField("gửi thư", max_length=5, choices=ByMail, default=ByMail.NEVER)
    feed_hash = models.CharField("khóa nguồn tin", max_length=64, blank=True)

    class Meta:
        verbose_name = "cách nhận thông báo"
        verbose_name_plural = "cách nhận thông báo"

    def __str__(self) -> str:
        return f"{self.officer}: {self.get_by_mail_display()}"
