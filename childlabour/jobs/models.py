"""What was asked for, how far it is, and who is at it.

Heartbeats are written and judged by the clock of the database, the one clock that all machines share.
"""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from childlabour.core.clock import now
from childlabour.core.errors import Problem
from childlabour.core.fields import LineField
from childlabour.units.access import Someone

from .works import WORKS, Work

SILENCE = timedelta(seconds=60)  # twelve missed beats: the worker of a job is gone
ABSENCE = timedelta(seconds=30)  # six missed beats: nobody works
LOST = timedelta(seconds=60)  # an idle worker would have taken it long before
LONGEST_ABOUT = 200


class State(models.TextChoices):
    WAITING = "waiting", "đang đợi"
    RUNNING = "running", "đang chạy"
    DONE = "done", "xong"
    REFUSED = "refused", "không làm được"
    FAILED = "failed", "gặp lỗi"
    STOPPED = "stopped", "đã hủy"


ACTIVE = (State.WAITING, State.RUNNING)
MAY_RUN_AGAIN = (State.REFUSED, State.FAILED, State.STOPPED)


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, user: Someone) -> Self:
        """What the officer has asked for, nobody else's: a job may hold a file."""
        return self.filter(officer=user) if user.is_authenticated else self.none()

    def of(self, work: Work) -> Self:
        return self.filter(work_name=work.name)

    def waiting(self) -> Self:
        return self.filter(state=State.WAITING)

    def running(self) -> Self:
        return self.filter(state=State.RUNNING)

    def done(self) -> Self:
        return self.filter(state=State.DONE)

    def silent(self) -> Self:
        """Running, they say, but nobody has been heard at it."""
        return self.running().filter(beaten_at__lt=Now() - SILENCE)

    def lost(self) -> Self:
        """Waiting for so long that the queue must have forgotten it."""
        return self.waiting().filter(queued_at__lt=now() - LOST)

    def without_results(self) -> Self:
        """For lists: a result may be as large as a document."""
        return self.defer("result")


class Job(models.Model):
    work_name = models.CharField("loại việc", max_length=60)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người giao",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="jobs",
    )
    about = LineField("về", max_length=LONGEST_ABOUT, blank=True)
    what = models.JSONField("tham số", default=dict, blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField("đã làm", default=0)
    total = models.PositiveIntegerField("trên tổng số", default=0)  # 0: nobody knows
    word = LineField("đang làm", max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField("lần chạy", default=0)
    token = models.CharField("lượt chạy", max_length=32, blank=True)  # of the one attempt that may commit
    result = models.JSONField("kết quả", default=dict, blank=True)
    problems = models.JSONField("lý do", default=list, blank=True)  # whole sentences
    asked_at = models.DateTimeField("giao lúc", default=now)
    queued_at = models.DateTimeField("vào hàng đợi lúc", default=now)
    started_at = models.DateTimeField("bắt đầu lúc", null=True, blank=True)
    beaten_at = models.DateTimeField("báo còn chạy lúc", null=True, blank=True)
    asked_to_stop_at = models.DateTimeField("yêu cầu hủy lúc", null=True, blank=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = "việc chạy nền"
        verbose_name_plural = "việc chạy nền"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "queued_at"], name="jobs_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.RUNNING) & ~Q(token="") | ~Q(state=State.RUNNING) & Q(token=""),
                name="jobs_running_is_in_one_hand",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ACTIVE, ended_at=None) | ~Q(state__in=ACTIVE) & ~Q(ended_at=None),
                name="jobs_ended_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(total=0) | Q(done__lte=F("total")), name="jobs_done_within_total"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words}: {self.about}" if self.about else self.words

    @property
    def work(self) -> Work | None:
        """None when a later version of the software asked for it, or an earlier one."""
        return WORKS.get(self.work_name)

    @property
    def words(self) -> str:
        return self.work.words if self.work else self.work_name

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE

    @property
    def may_run_again(self) -> bool:
        return self.state in MAY_RUN_AGAIN

    @property
    def reasons(self) -> list[Problem]:
        return [Problem(sentence) for sentence in self.problems]


class GivenFile(models.Model):
    """The bytes that a job works on, apart, so that no list of jobs ever reads them; gone when it is done."""

    job = models.OneToOneField(Job, on_delete=models.CASCADE, primary_key=True, related_name="given")
    data = models.BinaryField("nội dung tệp")

    class Meta:
        verbose_name = "tệp của việc chạy nền"
        verbose_name_plural = "tệp của việc chạy nền"

    def __str__(self) -> str:
        return str(self.job)


class MadePiece(models.Model):
    """A few megabytes of the file that a job made, where every machine reaches them; gone with the job.

    The pieces of the attempt that ended are those whose token the job's result names.
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="made")
    token = models.CharField("lượt chạy", max_length=32)
    place = models.PositiveIntegerField("thứ tự")
    data = models.BinaryField("nội dung tệp")

    class Meta:
        verbose_name = "phần của tệp đã làm"
        verbose_name_plural = "phần của tệp đã làm"
        constraints = [
            models.UniqueConstraint(fields=["job", "token", "place"], name="jobs_piece_once"),
        ]

    def __str__(self) -> str:
        return f"{self.job}, {self.place}"


class Worker(models.Model):
    """A process that does jobs, on whatever machine; it says every few seconds that it is there."""

    name = models.CharField("tên", max_length=200, unique=True)
    started_at = models.DateTimeField("bắt đầu lúc", default=now)
    beaten_at = models.DateTimeField("báo còn chạy lúc")

    class Meta:
        verbose_name = "bộ chạy việc nền"
        verbose_name_plural = "bộ chạy việc nền"
        ordering = ["-beaten_at"]

    def __str__(self) -> str:
        return self.name


class Chore(models.Model):
    """When a piece of daily work was last done (`chores`)."""

    name = models.CharField("việc", max_length=60, unique=True)
    done_at = models.DateTimeField("làm lúc")

    class Meta:
        verbose_name = "việc hằng ngày"
        verbose_name_plural = "việc hằng ngày"

    def __str__(self) -> str:
        return self.name


def worker_is_alive() -> bool:
    """Whether anybody would take a job now. One query."""
    return Worker.objects.filter(beaten_at__gt=Now() - ABSENCE).exists()
