"""All that one unit answers in one period: how far it is, until when it may, and what happened to it."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from childlabour.core import lengths
from childlabour.core.fields import DayField, LineField, ProseField
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit

from .period import ReportPeriod


class FilingState(models.TextChoices):
    OPEN = "open", "đang nhập"
    SENT = "sent", "đã gửi, chờ duyệt"
    RETURNED = "returned", "trả lại"
    ACCEPTED = "accepted", "đã chấp nhận"


class FilingQuerySet(models.QuerySet["Filing"]):
    def visible_to(self, user: Someone) -> Self:
        """Of own units and of those right below them; the keeper sees all."""
        eyes = viewer(user)
        if eyes.is_keeper:
            return self
        seen = eyes.seen_unit_ids
        return self.filter(Q(unit__in=seen) | Q(unit__superior__in=seen))


class Filing(models.Model):
    period = models.ForeignKey(
        ReportPeriod, verbose_name="kỳ báo cáo", on_delete=models.PROTECT, related_name="filings"
    )
    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="filings")
    state = models.CharField(
        "tình trạng", max_length=8, choices=FilingState, default=FilingState.OPEN, editable=False
    )
    first_sent_at = models.DateTimeField("gửi lần đầu lúc", null=True, blank=True)
    sent_at = models.DateTimeField("gửi gần nhất lúc", null=True, blank=True)
    late_until = DayField("được gửi muộn đến hết ngày", null=True, blank=True)
    late_reason = ProseField("lý do gửi muộn", blank=True)
    source_note = LineField(
        "ghi chú nguồn", max_length=300, blank=True, help_text="Hiện bên cạnh số liệu khi công bố."
    )

    objects = FilingQuerySet.as_manager()

    class Meta:
        verbose_name = "số liệu của đơn vị trong kỳ"
        verbose_name_plural = "số liệu của các đơn vị trong kỳ"
        ordering = ["period", "unit__place__path", "pk"]
        indexes = [models.Index(fields=["unit", "period"], name="measuring_filing_of_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "unit"],
                name="measuring_filing_once",
                violation_error_message="Đơn vị đã có số liệu của kỳ này.",
            ),
            models.CheckConstraint(
                name="measuring_filing_late_has_its_reason",
                condition=Q(late_until=None) | ~Q(late_reason=""),
                violation_error_message="Cho gửi muộn thì phải ghi lý do.",
            ),
            models.CheckConstraint(
                name="measuring_filing_sent_has_its_time",
                condition=Q(first_sent_at=None, sent_at=None)
                | Q(first_sent_at__isnull=False, sent_at__gte=models.F("first_sent_at")),
                violation_error_message="Lần gửi gần nhất không thể trước lần gửi đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {self.period.words}"

    def may_come_late(self, day: date) -> bool:
        """Whether the period may be closed and this unit still send."""
        return self.late_until is not None and day <= self.late_until


class Happening(models.TextChoices):
    """What the journal of figures records."""

    OPENED = "opened", "mở kỳ"
    CLOSED = "closed", "đóng kỳ"
    REOPENED = "reopened", "mở lại kỳ"
    SENT = "sent", "gửi số liệu"
    ACCEPTED = "accepted", "chấp nhận"
    RETURNED = "returned", "trả lại"
    UNLOCKED = "unlocked", "mở khóa để sửa"
    ALLOWED_LATE = "allowed_late", "cho gửi muộn"


class FilingEvent(models.Model):
    """Who did what, when and why; append-only. Without a filing it is about the period as a whole."""

    period = models.ForeignKey(
        ReportPeriod, verbose_name="kỳ báo cáo", on_delete=models.PROTECT, related_name="events"
    )
    filing = models.ForeignKey(
        Filing,
        verbose_name="số liệu của đơn vị",
        on_delete=models.PROTECT,
        related_name="events",
        null=True,
        blank=True,
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
    officer_name = models.CharField("người làm", max_length=lengths.FULL_NAME)
    what = models.CharField("việc", max_length=12, choices=Happening)
    reason = ProseField("lý do", blank=True)

    class Meta:
        verbose_name = "diễn biến số liệu"
        verbose_name_plural = "diễn biến số liệu"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.officer_name}: {self.get_what_display()}"
