"""Who hands out the jobs: the database, or Redis when JOBS_QUEUE names one.

The first SIGINT or SIGTERM ends a worker, after the job in hand. It hears no second one: a terminal, the service
manager and the server all pass the same wish on, and goodbyes must not be cut off.
"""

import logging
import signal
import sys
import time
from types import FrameType
from typing import Protocol

from django.conf import settings
from django.db import OperationalError
from django_tasks_db.management.commands.db_worker import Worker

from childlabour.core.errors import Refusal

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)

logger = logging.getLogger(__name__)


class Hands(Protocol):
    def run(self) -> None: ...

    def is_idle(self) -> bool: ...


def hands(*, batch: bool, interval: float) -> Hands:
    """`batch`: until nothing waits. `interval`: seconds between two looks into the database; Redis calls by itself."""
    if settings.JOBS_QUEUE:
        return RedisHands(batch=batch)
    return DatabaseHands(batch=batch, interval=interval)


def hear_endings() -> None:
    """For the time before there is a job: the first one leaves at once."""

    def leave(*_: object) -> None:
        hear_no_more()
        sys.exit(0)

    for ending in ENDINGS:
        signal.signal(ending, leave)


def hear_no_more() -> None:
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)


class DatabaseHands(Worker):
    def __init__(self, *, batch: bool, interval: float):
        super().__init__(
            queue_names=["default"],
            excluded_queue_names=[],
            backend_name="default",
            interval=interval,
            batch=batch,
            startup_delay=False,
            max_tasks=None,
            worker_id="",
        )

    def run(self) -> None:
        """A database that is locked or away for a moment ends no worker."""
        self.configure_signals()
        while self.running:
            try:
                super().run()
                break
            except OperationalError as fault:
                logger.warning("Looked in vain into the queue: %s", fault)
                time.sleep(max(self.interval, 1))

    def is_idle(self) -> bool:
        return not self.running_task

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        hear_no_more()
        self.running = False
        if not self.running_task:
            sys.exit(0)


class RedisHands:
    """Without a fork for every job: the watch beside it and a connection to the database would not survive one."""

    def __init__(self, *, batch: bool):
        from django_rq import get_worker
        from django_tasks_rq import Job
        from redis.exceptions import ConnectionError as NoAnswer
        from rq import SimpleWorker

        self._batch = batch
        try:
            self._worker = get_worker(
                "default",
                job_class=Job,
                worker_class=SimpleWorker,  # type: ignore[arg-type] # any of rq's workers will do, its hint says fewer
            )
        except NoAnswer as fault:
            raise Refusal(
                "Redis ghi trong JOBS_QUEUE không trả lời. Khởi động Redis, hoặc sửa JOBS_QUEUE."
            ) from fault

    def run(self) -> None:
        self._worker.work(burst=self._batch, logging_level="WARNING")
        hear_no_more()

    def is_idle(self) -> bool:
        return self._worker.get_current_job_id() is None
