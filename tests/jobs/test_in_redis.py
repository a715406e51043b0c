"""One setting hands the queue to Redis: a real one, listening on a socket that only this test knows."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult
from redis import Redis
from redis.exceptions import ConnectionError as NoAnswer

from childlabour.jobs.asking import later
from childlabour.jobs.models import State, worker_is_alive
from tests.jobs.workers import AS_SERVED, a_worker, environment_of_a_worker, fall_silent, now_of, wait_until
from tests.jobs.works import open_school, read_letters, refuse, schools
from tests.laws.imports import HOUSE


@pytest.fixture(scope="module")
def redis() -> Iterator[str]:
    """The address of a Redis of our own."""
    program = shutil.which("redis-server")
    if not program:
        pytest.fail("Missing: sudo apt-get install redis-server (make test does it).")
    home = Path(tempfile.mkdtemp(prefix="redis-", dir="/tmp"))  # the path of a socket may have 107 bytes
    alone = ["--port", "0", "--unixsocket", f"{home}/socket", "--save", "", "--appendonly", "no"]
    with subprocess.Popen([program, *alone, "--dir", home], stdout=subprocess.DEVNULL) as server:
        try:
            wait_until(lambda: _answers(home))
            yield f"unix://{home}/socket"
        finally:
            server.terminate()
    shutil.rmtree(home)


def _answers(home: Path) -> bool:
    with suppress(NoAnswer), Redis(unix_socket_path=f"{home}/socket") as client:
        return client.ping()
    return False


@pytest.fixture
def queue(redis, settings) -> dict[str, str]:
    """What a worker must be told, once the app of the test itself uses this Redis."""
    with Redis.from_url(redis) as client:
        client.flushall()
    settings.JOBS_QUEUE = redis
    settings.RQ_QUEUES = {"default": settings.RQ_QUEUES["default"] | {"URL": redis}}
    settings.TASKS = {"default": {"BACKEND": "django_tasks_rq.RQBackend"}}
    return {"JOBS_QUEUE": redis}


@pytest.mark.django_db(transaction=True)
def test_jobs_are_done_through_redis_and_a_killed_worker_changes_nothing(office, queue, tmp_path):
    letters = later(read_letters, office.lan, given=b"thu")
    bad = later(refuse, office.lan)
    school = later(open_school, office.lan, folder=str(tmp_path))
    with a_worker(**queue) as first, a_worker(**queue) as second:
        wait_until(lambda: list(tmp_path.glob("begun-*")))
        at_it = int(next(tmp_path.glob("begun-*")).name.partition("-")[2])
        os.kill(at_it, signal.SIGKILL)
        for sign in ("go", "commit"):
            (tmp_path / sign).touch()
        fall_silent(school)
        wait_until(lambda: now_of(school).state == State.DONE)
        wait_until(lambda: now_of(letters).state == State.DONE)
        wait_until(lambda: now_of(bad).state == State.REFUSED)
        survivor = first if second.pid == at_it else second
        survivor.send_signal(signal.SIGTERM)
        assert survivor.wait(timeout=60) == 0
    assert (now_of(school).result, now_of(school).attempts) == ({"by": survivor.pid}, 2)
    assert schools() == 1
    assert not DBTaskResult.objects.exists(), "the database was not asked to be a queue"


@pytest.mark.django_db(transaction=True)
def test_what_an_emptied_redis_forgot_is_told_again(office, queue, redis):
    job = later(read_letters, office.lan, given=b"thu")
    with Redis.from_url(redis) as client:
        client.flushall()
    with a_worker(**queue):
        wait_until(worker_is_alive)
        type(job).objects.update(queued_at=job.queued_at.replace(year=2020))
        wait_until(lambda: now_of(job).state == State.DONE)


@pytest.mark.django_db(transaction=True)
def test_a_redis_that_does_not_answer_ends_the_worker_with_a_sentence(tmp_path):
    run = subprocess.run(
        [sys.executable, *AS_SERVED],
        cwd=HOUSE,
        env=environment_of_a_worker() | {"JOBS_QUEUE": f"unix://{tmp_path}/nobody"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert (
        run.stderr == "Lỗi: Redis ghi trong JOBS_QUEUE không trả lời. Khởi động Redis, hoặc sửa JOBS_QUEUE.\n"
    )


def test_without_the_setting_nothing_of_redis_is_loaded():
    opened = (
        "import sys, django; django.setup();"
        "from django.urls import get_resolver; get_resolver().url_patterns;"
        "from childlabour.jobs.queues import hands; hands(batch=True, interval=1);"
        "print({'rq', 'redis', 'django_rq', 'django_tasks_rq'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", opened],
        cwd=HOUSE,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "JOBS_QUEUE": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "set()\n"
