"""Every worker keeps watch: it says that it is there, and finds the jobs of those that are not any more.

Any number of them may watch at once: what one has taken in hand is locked, and no longer silent afterwards.
"""

import os
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from childlabour.core.clock import now

from .beside import every
from .chores import do_due_chores
from .models import Job, MadePiece, State, Worker
from .running import BEAT, enqueue

MOST_ATTEMPTS = 3
KEPT = timedelta(days=30)  # an ended job: long enough to come back to what was read and not yet saved
LARGE_KEPT = timedelta(days=2)  # a file that a job made: it can be made again
REMEMBERED = timedelta(days=1)  # what the queue and the list of workers remember of the past
TIDIED_EVERY = 3600  # seconds

GIVEN_UP = (
    "Việc này {attempts} lần làm máy chủ dừng giữa chừng nên không chạy nữa. Báo người quản trị hệ thống, kèm số của "
    "việc: {number}."
)


@contextmanager
def on_watch(is_idle: Callable[[], bool]) -> Iterator[None]:
    """The calling process counts as a living worker while the block runs."""
    watch = Watch(is_idle)
    try:
        watch.look()
        with every(BEAT, watch.look):
            yield
    finally:
        watch.leave()


class Watch:
    def __init__(self, is_idle: Callable[[], bool]):
        self.name = f"{socket.gethostname()} {os.getpid()} {secrets.token_hex(4)}"
        self.is_idle = is_idle
        self._tidies_at = time.monotonic()

    def look(self) -> None:
        if not Worker.objects.filter(name=self.name).update(beaten_at=Now()):
            Worker.objects.create(name=self.name, beaten_at=Now())
        take_back_silent()
        if self.is_idle():
            tell_queue_of_lost()
        if time.monotonic() >= self._tidies_at:
            self._tidies_at = time.monotonic() + TIDIED_EVERY
            tidy()
            do_due_chores()

    def leave(self) -> None:
        Worker.objects.filter(name=self.name).delete()


def take_back_silent() -> None:
    """Jobs whose worker is gone wait again; those that were asked to stop, or killed too many, end."""
    if not Job.objects.silent().exists():
        return
    with transaction.atomic():
        for job in Job.objects.silent().without_results().select_for_update(skip_locked=True):
            _take_back(job)


def _take_back(job: Job) -> None:
    job.token = ""
    if job.asked_to_stop_at:
        job.state, job.ended_at = State.STOPPED, now()
    elif job.attempts >= MOST_ATTEMPTS:
        job.state, job.ended_at = State.FAILED, now()
        job.problems = [GIVEN_UP.format(attempts=job.attempts, number=job.pk)]
    else:
        job.state, job.queued_at = State.WAITING, now()
        enqueue(job)
    job.save(update_fields=["token", "state", "ended_at", "problems", "queued_at"])


def tell_queue_of_lost() -> None:
    """A queue forgets when it is emptied, or was down when the job was committed. Told twice does no harm."""
    for job in Job.objects.lost().only("queued_at"):
        same = Job.objects.waiting().filter(pk=job.pk, queued_at=job.queued_at)
        if same.update(queued_at=now()):
            enqueue(job)


def tidy() -> None:
    Job.objects.filter(ended_at__lt=now() - KEPT).delete()
    MadePiece.objects.filter(job__ended_at__lt=now() - LARGE_KEPT).delete()
    Worker.objects.filter(beaten_at__lt=Now() - REMEMBERED).delete()
    told = DBTaskResult.objects.exclude(status=TaskResultStatus.READY)
    told.filter(enqueued_at__lt=now() - REMEMBERED).delete()
