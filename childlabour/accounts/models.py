"""A row for every log-in that stands or stood, and for every password that was guessed wrong."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from childlabour.core.clock import now
from childlabour.units.models import Officer

from .agents import in_words

IDLE = timedelta(minutes=settings.IDLE_MINUTES)
LONGEST = timedelta(seconds=settings.SESSION_COOKIE_AGE)  # however busy
REMEMBERED = timedelta(days=30)  # an ended log-in, so that its owner may still find it
LONGEST_AGENT = 300


def _stands() -> Q:
    at = now()
    return Q(ended_at=None, last_seen__gt=at - IDLE, since__gt=at - LONGEST)


class LogIns(models.QuerySet["LogIn"]):
    def of(self, officer: Officer) -> Self:
        return self.filter(officer=officer)

    def standing(self) -> Self:
        return self.filter(_stands())

    def over(self) -> Self:
        return self.exclude(_stands())

    def end(self) -> int:
        return self.filter(ended_at=None).update(ended_at=now())


class LogIn(models.Model):
    """One browser that came in. The key of its session stands here only as a hash."""

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="cán bộ", on_delete=models.CASCADE, related_name="log_ins"
    )
    key_hash = models.CharField("phiên", max_length=64, unique=True)
    since = models.DateTimeField("từ lúc", default=now)
    last_seen = models.DateTimeField("lần cuối", default=now)
    address = models.CharField("địa chỉ", max_length=45, blank=True)
    agent = models.CharField("trình duyệt", max_length=LONGEST_AGENT, blank=True)
    ended_at = models.DateTimeField("hết lúc", null=True, blank=True)

    objects = LogIns.as_manager()

    class Meta:
        verbose_name = "lần đăng nhập"
        verbose_name_plural = "lần đăng nhập"
        ordering = ["-last_seen"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_seen__gte=models.F("since")), name="accounts_seen_after_coming_in"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer}: {self.browser}"

    @property
    def browser(self) -> str:
        """ "Chrome trên Windows"."""
        return in_words(self.agent)

    @property
    def stands(self) -> bool:
        at = now()
        return self.ended_at is None and self.last_seen > at - IDLE and self.since > at - LONGEST


class FailedLogIn(models.Model):
    """Kept for as long as it counts (`guessing.WINDOW`), without the name that was tried."""

    network = models.CharField("địa chỉ", max_length=45)
    failed_at = models.DateTimeField("lúc", default=now)

    class Meta:
        verbose_name = "lần đăng nhập sai"
        verbose_name_plural = "lần đăng nhập sai"
        indexes = [models.Index(fields=["network", "failed_at"], name="accounts_failed_by_network")]

    def __str__(self) -> str:
        return self.network
