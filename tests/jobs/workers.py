"""Workers of the tests: in this process, or real ones on the data of the test, to be killed for real."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection
from django.db.models.functions import Now

from childlabour.jobs.models import Job
from childlabour.jobs.running import carry_out
from tests.laws.imports import HOUSE

PATIENCE = 120  # seconds; both cores may be busy with other tests
THE_TESTS_OWN = ("-m", "tests.jobs.worker")
AS_SERVED = ("manage.py", "db_worker")


def work_off() -> None:
    """What waits is done here and now, inside the transaction of the test."""
    for number in Job.objects.waiting().order_by("pk").values_list("pk", flat=True):
        carry_out.call(number)


def wait_until(what: Callable[[], object], seconds: float = PATIENCE) -> None:
    ends_at = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < ends_at, f"waited in vain for {seconds} s"
        time.sleep(0.05)


@contextmanager
def a_worker(*command: str, **environment: str) -> Iterator[subprocess.Popen]:
    """A process that does jobs; gone at the end, whatever happened."""
    words = [sys.executable, *(command or THE_TESTS_OWN)]
    worker = subprocess.Popen(words, cwd=HOUSE, env=environment_of_a_worker() | environment)
    try:
        yield worker
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()


def environment_of_a_worker() -> dict[str, str]:
    return os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": database_url()}


def database_url() -> str:
    """Of the database that this test writes to."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


def fall_silent(job: Job) -> None:
    """As if its worker had not been heard for an hour."""
    Job.objects.filter(pk=job.pk).update(beaten_at=Now() - timedelta(hours=1))


def now_of(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)
