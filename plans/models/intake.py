"""A file on its way in: what was read of it waits here until somebody of the unit makes a draft of it."""

from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from childlabour.core import lengths
from childlabour.core.clock import today
from childlabour.core.fields import LineField
from childlabour.jobs.models import LONGEST_ABOUT, Job
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit
from plans.law.seeing import visible

from .document import Document, Origin

WAITS = timedelta(
    days=90
)  # from the last time that somebody was at it, until a file nobody saved is forgotten


def waits_until() -> date:
    return today() + WAITS


class IntakeState(models.TextChoices):
    WAITING = "waiting", "đang đọc"
    READ = "read", "chờ xem lại"
    REFUSED = "refused", "không đọc được"
    LAID = "laid", "đã lưu thành dự thảo"


class IntakeQuerySet(models.QuerySet["Intake"]):
    def visible_to(self, user: Someone) -> Self:
        """As drafts of its unit are; once it is a document, as that one's dealings are."""
        eyes = viewer(user)
        if eyes.is_keeper:
            return self
        return self.filter(unit__in=eyes.seen_unit_ids) | visible(self, user)

    def open(self) -> Self:
        """Not yet a draft, the latest first; with what a line of a list says. One query."""
        still = self.exclude(state=IntakeState.LAID).select_related("unit__place", "job").order_by("-pk")
        return still.defer("reading", "choices", "job__result")

    def read(self) -> Self:
        return self.filter(state=IntakeState.READ)

    def stale(self) -> Self:
        return self.filter(kept_until__lt=today())


class Intake(models.Model):
    """`reading` is what was read (`plans.reading.review.readings`), `choices` the form of the review as it stands.

    `revision` counts who was at it: two who review one file at once are told of each other.
    """

    belongs_by = "document"
    seen_as = "dealings"

    unit = models.ForeignKey(
        Unit, verbose_name="cơ quan ban hành", on_delete=models.PROTECT, related_name="intakes"
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người gửi",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    officer_name = models.CharField("tên người gửi", max_length=lengths.FULL_NAME)
    job = models.ForeignKey(
        Job, verbose_name="việc đọc", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    document = models.OneToOneField(
        Document,
        verbose_name="văn bản",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="intake",
    )
    name = LineField("tên tệp", max_length=LONGEST_ABOUT)
    is_pasted = models.BooleanField("chữ dán vào", default=False)
    size = models.PositiveIntegerField("số byte", default=0)
    origin = models.CharField("nguồn", max_length=12, choices=Origin, default=Origin.HERE)
    state = models.CharField("tình trạng", max_length=10, choices=IntakeState, default=IntakeState.WAITING)
    problems = models.JSONField("vì sao không đọc được", default=list, blank=True)  # whole sentences
    reading = models.JSONField("bản đọc, dạng dữ liệu", null=True, blank=True)
    choices = models.JSONField("đã chọn khi xem lại", default=dict, blank=True)
    revision = models.PositiveIntegerField("lần xem lại", default=0)
    reviewed_by_name = models.CharField("người xem lại", max_length=lengths.FULL_NAME, blank=True)
    created_at = models.DateTimeField("gửi lúc", auto_now_add=True)
    updated_at = models.DateTimeField("sửa lần cuối", auto_now=True)
    kept_until = models.DateField("giữ đến hết ngày")

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản đang đọc vào"
        verbose_name_plural = "văn bản đang đọc vào"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "state"], name="plans_intake_of_unit")]
        constraints = [
            models.CheckConstraint(
                name="plans_intake_laid_is_a_document",
                condition=Q(state=IntakeState.LAID, document__isnull=False)
                | ~Q(state=IntakeState.LAID) & Q(document__isnull=True),
                violation_error_message="Bản đọc đã lưu phải thuộc về một văn bản.",
            ),
            models.CheckConstraint(
                name="plans_intake_read_has_its_reading",
                condition=~Q(state__in=[IntakeState.READ, IntakeState.LAID]) | Q(reading__isnull=False),
                violation_error_message="Bản đọc xong phải có nội dung đã đọc.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_read(self) -> bool:
        return self.state == IntakeState.READ

    @property
    def is_under_way(self) -> bool:
        """A worker has it, or will. Free where `job` was fetched along."""
        return self.state == IntakeState.WAITING and self.job is not None and self.job.is_active

    @property
    def is_stuck(self) -> bool:
        """Nobody is at it, and nobody said why it cannot be read: stopped, failed, or forgotten by the queue."""
        return self.state == IntakeState.WAITING and not self.is_under_way


class IntakeFile(models.Model):
    """The bytes as they were sent, apart, so that no list reads them. Only ever handed out as an attachment."""

    belongs_by = "intake"
    seen_as = "dealings"

    intake = models.OneToOneField(
        Intake,
        verbose_name="văn bản đang đọc vào",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="file",
    )
    data = models.BinaryField("nội dung tệp")

    class Meta:
        verbose_name = "tệp nguồn"
        verbose_name_plural = "tệp nguồn"

    def __str__(self) -> str:
        return str(self.intake)
