"""The door: work is asked for, stopped, asked for again."""

from typing import Any

from django.db import transaction

from childlabour.core.clock import now
from childlabour.units.models import Officer

from .models import LONGEST_ABOUT, GivenFile, Job, State
from .running import enqueue
from .works import Work


@transaction.atomic
def later(work: Work, officer: Officer | None, /, *, given: bytes = b"", about: str = "", **what: Any) -> Job:
    """Written in the caller's transaction: no commit, no job.

    `given`: the file to work on; `about`: what people see beside the work's own words; `what`: small values that
    JSON can hold, found again in `run.job.what`. `officer` None: asked for by the office itself.
    """
    job = Job.objects.create(work_name=work.name, officer=officer, about=about[:LONGEST_ABOUT], what=what)
    if given:
        GivenFile.objects.create(job=job, data=given)
    enqueue(job)
    return job


@transaction.atomic
def stop(job: Job) -> None:
    """Hủy. What waits ends here; what runs is asked, and ends at its next step of progress."""
    row = Job.objects.select_for_update().get(pk=job.pk)
    if row.is_active:
        row.asked_to_stop_at = now()
        if row.state == State.WAITING:
            row.state, row.ended_at = State.STOPPED, now()
        row.save(update_fields=["asked_to_stop_at", "state", "ended_at"])


@transaction.atomic
def run_again(job: Job) -> None:
    """Chạy lại: from the start, with all its attempts. What runs, or is done, is let be."""
    row = Job.objects.select_for_update().get(pk=job.pk)
    if row.may_run_again:
        row.state, row.attempts, row.problems = State.WAITING, 0, []
        row.asked_to_stop_at = row.ended_at = None
        row.queued_at = now()
        row.save(update_fields=["state", "attempts", "problems", "asked_to_stop_at", "ended_at", "queued_at"])
        enqueue(row)
