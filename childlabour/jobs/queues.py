"""Who hands out the jobs: the database, or Redis when JOBS_QUEUE names one. Both end on the first SIGINT or SIGTERM,
after the job in hand; a second signal changes nothing.
"""

import logging
import sys
import time
from typing import Protocol

from django.conf import settings
from django.db import OperationalError
from django_tasks_db.management.commands.db_worker import Worker

from childlabour.core.errors import Refusal

logger = logging.getLogger(__name__)


class Hands(Protocol):
    def run(self) -> None: ...

    def is_idle(self) -> bool: ...


def hands(*, batch: bool, interval: float) -> Hands:
    """`batch`: until nothing waits. `interval`: seconds between two looks into the database; Redis calls by itself."""
    if settings.JOBS_QUEUE:
        return RedisHands(batch=batch)
    return DatabaseHands(batch=batch, interval=interval)


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

    def shutdown(self, signum, frame) -> None:
        """A terminal and the server both pass Ctrl-C on: the library's own would cut the job off at the second."""
        self.running = False
        if not self.running_task:
            sys.exit(0)


class RedisHands:
    """Without a fork for every job: the watch beside it and a connection to the database would not survive one."""

    def __init__(self, *, batch: bool):
        from django_rq import get_worker
        from django_tasks_rq import Job
        from rq import SimpleWorker

        self._batch = batch
        self._worker = get_worker("default", job_class=Job, worker_class=SimpleWorker)

    def run(self) -> None:
        from redis.exceptions import ConnectionError as NoAnswer

        try:
            self._worker.work(burst=self._batch, logging_level="WARNING")
        except NoAnswer as fault:
            raise Refusal(
                "Redis ghi trong JOBS_QUEUE không trả lời. Khởi động Redis, hoặc sửa JOBS_QUEUE."
            ) from fault

    def is_idle(self) -> bool:
        return self._worker.get_current_job_id() is None
