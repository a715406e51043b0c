"""`make run` serves and works: one worker beside gunicorn, alive while it is, gone when it is gone."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from childlabour.jobs.models import worker_is_alive
from tests.jobs.workers import database_url, wait_until
from tests.laws.imports import HOUSE

pytestmark = pytest.mark.django_db(transaction=True)

SERVE = ("-m", "gunicorn", "-c", "python:childlabour.server", "childlabour.wsgi")
WORKER, SUPERVISOR = "db_worker", "childlabour.jobs.supervising"


class Server:
    """gunicorn as `make run` starts it, in a process group of its own."""

    def __init__(self, state: Path, **environment: str):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        told = {"DJANGO_SETTINGS_MODULE": "childlabour.settings", "DEBUG": "on", "STATE_DIR": str(state)}
        told |= {"DATABASE_URL": database_url(), "PORT": str(self.port), "WEB_CONCURRENCY": "1"}
        self.process = subprocess.Popen(
            [sys.executable, *SERVE],
            cwd=HOUSE,
            env=os.environ | told | environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        wait_until(self.answers)

    def answers(self) -> bool:
        assert self.process.poll() is None, "the server did not start"
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}/dang-nhap/") as page:
            return page.status == 200
        return False

    def group(self) -> dict[int, str]:
        """Every process of its group that lives: number → command line."""
        return {
            int(entry.name): words
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit()
            if (words := _lives_in(self.process.pid, entry))
        }

    def one(self, word: str) -> int:
        found = [number for number, words in self.group().items() if word in words]
        return found[0] if len(found) == 1 else 0

    def destroy(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def _lives_in(group: int, entry: Path) -> str:
    with suppress(OSError):
        state, _, its_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
        if state != "Z" and int(its_group) == group:
            return (entry / "cmdline").read_text().replace("\0", " ")
    return ""


@pytest.fixture
def server(tmp_path) -> Iterator[Server]:
    server = Server(tmp_path)
    yield server
    server.destroy()


def test_a_worker_that_dies_is_followed_by_another_which_ends_with_a_killed_server(server):
    wait_until(worker_is_alive)
    first = server.one(WORKER)
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: server.one(WORKER) not in (0, first))
    os.kill(server.process.pid, signal.SIGKILL)
    wait_until(lambda: not server.group())


@pytest.mark.parametrize(
    ("end", "by"), [(os.killpg, signal.SIGINT), (os.kill, signal.SIGTERM)], ids=["Ctrl-C", "stop"]
)
def test_a_worker_ends_with_the_server_and_says_goodbye(server, end, by):
    wait_until(worker_is_alive)
    end(server.process.pid, by)
    wait_until(lambda: not server.group())
    assert not worker_is_alive()


@pytest.mark.sweep
def test_no_worker_outlives_who_watches_over_it(server):
    wait_until(worker_is_alive)
    os.kill(server.one(SUPERVISOR), signal.SIGKILL)
    wait_until(lambda: not server.one(WORKER))


def test_a_server_told_to_serve_only_starts_no_worker(tmp_path):
    server = Server(tmp_path, JOBS_HERE="off")
    try:
        assert not server.one(SUPERVISOR)
        assert not server.one(WORKER)
    finally:
        server.destroy()
