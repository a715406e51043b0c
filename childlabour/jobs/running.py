"""One attempt at a job, in the hands of one worker.

Exactly once in effect: an attempt begins by a compare-and-set that gives it a token of its own, and ends by another
that finds the token still there, as the last statement of the transaction that holds the effect. Whoever was given up
for dead meanwhile finds another token, or none, and its transaction is rolled back.
"""

import logging
import os
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import F
from django.db.models.functions import Now
from django_tasks import task

from childlabour.core.clock import now
from childlabour.core.errors import Refusal

from .beside import every
from .models import GivenFile, Job, JobQuerySet, State
from .works import Work

logger = logging.getLogger(__name__)

BEAT = 5  # seconds
PAUSE = 0.5  # seconds between two lines of progress that are worth a write
STUCK = 70  # exit code of a worker that gave itself up

FAULT = (
    "Máy chủ gặp lỗi khi làm việc này. Bấm “Chạy lại”; nếu vẫn lỗi, báo người quản trị hệ thống, kèm số của việc: "
    "{number}."
)


class Stopped(Exception):  # noqa: N818 - an answer, not a fault
    """Whoever asked for the job wants it no more."""


class Overtaken(Exception):  # noqa: N818
    """This attempt was given up for dead; the job is in other hands, or over."""


class Run:
    def __init__(self, job: Job, token: str, work: Work):
        self.job, self.token, self.work = job, token, work
        self.is_finished = False
        self._gives_up_at = time.monotonic() + work.longest.total_seconds()
        self._step: tuple[int, str] | None = None
        self._next_write = 0.0

    @property
    def given(self) -> bytes:
        """The file that came with the job. One query."""
        return bytes(GivenFile.objects.get(job=self.job).data)

    def progress(self, done: int = 0, total: int = 0, word: str = "") -> None:
        """Says how far the work is (`total` 0: nobody knows), and asks whether it should go on.

        Raises `Stopped` or `Overtaken`. Call it as often as you like, but outside a transaction: inside, nobody
        would see it. One write, at most twice a second for the same `word`.
        """
        is_last = done == total != 0
        if (total, word) == self._step and not is_last and time.monotonic() < self._next_write:
            return
        self._step, self._next_write = (total, word), time.monotonic() + PAUSE
        if not self._wanted().update(done=done, total=total, word=word, beaten_at=Now()):
            raise self._why_not()

    @contextmanager
    def finishing(self) -> Iterator[dict[str, Any]]:
        """The transaction of the effect: rows written in it, what is put in the `dict` that it yields (the result
        of the job) and "done" are committed together, or not at all. Raises `Stopped` or `Overtaken`.
        """
        result: dict[str, Any] = {}
        with transaction.atomic():
            if not self._wanted().exists():
                raise self._why_not()
            yield result
            GivenFile.objects.filter(job=self.job).delete()
            if not self._wanted().update(state=State.DONE, token="", ended_at=now(), result=result):
                raise self._why_not()
        self.is_finished = True

    def end(self, state: State, problems: Iterable[str] = ()) -> None:
        """Without an effect."""
        self._row().update(state=state, token="", ended_at=now(), problems=list(problems))

    def beat(self) -> None:
        """A worker that is stuck ends itself: it could not be told to, and would never take another job."""
        if time.monotonic() > self._gives_up_at:
            logger.critical("Job %s (%s) is stuck; its worker ends.", self.job.pk, self.job)
            os._exit(STUCK)
        self._row().update(beaten_at=Now())

    def _row(self) -> JobQuerySet:
        """The job while it is this attempt's: one row or none."""
        return Job.objects.running().filter(pk=self.job.pk, token=self.token)

    def _wanted(self) -> JobQuerySet:
        return self._row().filter(asked_to_stop_at=None)

    def _why_not(self) -> Exception:
        return Stopped() if self._row().exists() else Overtaken()


def claim(number: int) -> Run | None:
    """The job, if it waits and this worker is the first; of two that ask at once the database lets one through."""
    token = secrets.token_hex(16)
    waiting = Job.objects.waiting().filter(pk=number)
    claimed = waiting.update(
        state=State.RUNNING,
        token=token,
        attempts=F("attempts") + 1,
        started_at=now(),
        beaten_at=Now(),
        done=0,
        total=0,
        word="",
    )
    if not claimed:
        return None
    job = Job.objects.get(pk=number)
    return Run(job, token, job.work or UNKNOWN)


@task
def carry_out(number: int) -> None:
    """Told to the queue for every job; a job that was told twice, stopped, or done already is let be."""
    run = claim(number)
    if run is None:
        return
    try:
        with every(BEAT, run.beat):
            run.work.do(run)
            if not run.is_finished:
                with run.finishing():
                    pass
    except Stopped:
        run.end(State.STOPPED)
    except Overtaken:
        logger.warning("Job %s went on without this worker.", number)
    except Refusal as refusal:
        run.end(State.REFUSED, (problem.message for problem in refusal.problems))
    except OperationalError:
        # A lock or a connection lost: as if the worker had died, so the job is found and tried again.
        logger.exception("Job %s waits for another attempt.", number)
    except Exception:
        logger.exception("Job %s failed.", number)
        run.end(State.FAILED, [FAULT.format(number=number)])


def enqueue(job: Job) -> None:
    """Tells the queue once the transaction is committed; one that does not answer is told again by the watch."""
    transaction.on_commit(lambda: carry_out.enqueue(job.pk), robust=True)


def _unknown(run: Run) -> None:
    raise Refusal(
        "Phiên bản phần mềm đang chạy không biết làm việc này. Chờ nâng cấp xong rồi bấm “Chạy lại”."
    )


UNKNOWN = Work("", "", _unknown)
