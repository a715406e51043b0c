"""Kinds of work that only the tests ask for; each has an effect that can be counted."""

import os
import secrets
import signal
import time
from datetime import timedelta
from pathlib import Path

from django.db import OperationalError

from childlabour.core.errors import Problem, Refusal
from childlabour.jobs.running import Run
from childlabour.jobs.works import work
from childlabour.units.models import Place, Unit

SCHOOL = "Trường mới lập"


def a_school() -> Unit:
    """One more each time: its name hinders nobody from opening another."""
    name = f"{SCHOOL} {secrets.token_hex(4)}"
    return Unit.objects.create(name=name, place=Place.objects.first(), function="school")


def schools() -> int:
    return Unit.objects.filter(name__startswith=SCHOOL).count()


@work("open_school", "Lập trường")
def open_school(run: Run) -> None:
    """Opens one school: begins, waits for the file `go` or `go-PID`, writes, waits for `commit`."""
    folder, own = Path(run.job.what["folder"]), os.getpid()
    (folder / f"begun-{own}").touch()
    wait_for(folder / "go", folder / f"go-{own}")
    with run.finishing() as result:
        a_school()
        (folder / f"written-{own}").touch()
        wait_for(folder / "commit")
        result["by"] = own


@work("visit_communes", "Đi các xã")
def visit_communes(run: Run) -> None:
    """Goes on from commune to commune until it is stopped."""
    visited = 0
    while True:
        visited += 1
        run.progress(visited, 10_000, "xã")
        time.sleep(0.01)


@work("walk_home", "Về nhà")
def walk_home(run: Run) -> None:
    run.progress(3, 3, "xã")


@work("read_letters", "Đọc thư")
def read_letters(run: Run) -> None:
    with run.finishing() as result:
        result["letters"] = len(run.given)


@work("refuse", "Từ chối")
def refuse(run: Run) -> None:
    raise Refusal(Problem("Tệp bị hỏng. Gửi lại tệp.", field="file"), "Thiếu trang 2. Quét lại trang 2.")


@work("fall", "Vấp ngã")
def fall(run: Run) -> None:
    with run.finishing():
        a_school()
        raise ZeroDivisionError("a fault of ours, with secrets")


@work("lose_connection", "Mất kết nối")
def lose_connection(run: Run) -> None:
    raise OperationalError("database is locked")


@work("kill_worker", "Làm sập máy")
def kill_worker(run: Run) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@work("get_stuck", "Mắc kẹt", longest=timedelta(seconds=1))
def get_stuck(run: Run) -> None:
    while True:
        time.sleep(1)


def wait_for(*either: Path) -> None:
    while not any(file.exists() for file in either):
        time.sleep(0.02)
