"""The tool itself: it runs, it ends, it leaves nothing, and it tells of a hole."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import gettempdir
from threading import Thread
from types import SimpleNamespace

import pytest

from tests.attack import judging
from tests.attack.browser import Browser
from tests.attack.judging import Attack, judged
from tests.attack.papers import papers_of
from tests.attack.table import ATTACKS
from tests.laws.imports import HOUSE
from tests.laws.test_addresses import ADDRESSES


def attacked(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.attack", *words]
    return subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)


def copies() -> set[Path]:
    return set(Path(gettempdir()).glob("childlabour-attack-*"))


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_every_attack_is_held_and_nothing_is_left():
    before = copies()
    run = attacked("--seconds", "700", "--patience", "30")  # whatever else this machine is doing
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.splitlines()[-1] == (
        f"{len(ATTACKS)} phép thử: {len(ATTACKS)} giữ được, 0 không giữ được, 0 chưa thử."
    )
    assert copies() <= before


@pytest.mark.sweep
@pytest.mark.timeout(300)
def test_without_time_what_was_not_tried_is_told_and_does_not_count_as_held():
    run = attacked("--seconds", "1")
    assert run.returncode == 1
    assert "chưa thử, hết thời gian" in run.stdout


@pytest.mark.parametrize(
    "words", [("--seconds", "nhanh"), ("--seconds", "0"), ("--backup", "/khong/co"), ("x",)]
)
def test_what_cannot_be_understood_ends_with_2(words):
    run = attacked(*words)
    assert run.returncode == 2
    assert run.stdout == ""


def test_every_attack_says_what_is_tried_and_how_it_is_judged():
    names = [attack.name for attack in ATTACKS]
    assert len(set(names)) == len(names)
    assert [a.name for a in ATTACKS if not (a.tries.endswith(".") and a.holds.endswith("."))] == []


# ── A site with holes ────────────────────────────────────────────────────────────────────────────


class Holes(BaseHTTPRequestHandler):
    """A home page, a page that never says no, and one that holds up everybody else."""

    shut = False

    def do_GET(self) -> None:
        if self.path == "/cham":
            type(self).shut = True
        if self.shut:
            time.sleep(0.6)
        self.send_response(500 if self.path == "/hong" else 200)
        self.end_headers()

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def site(monkeypatch) -> Iterator[SimpleNamespace]:
    monkeypatch.setattr(judging, "LONGEST_WAIT", 0.5)
    monkeypatch.setattr(Holes, "shut", False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Holes)
    Thread(target=server.serve_forever, daemon=True).start()
    yield SimpleNamespace(port=server.server_address[1])
    server.shutdown()
    server.server_close()


def through(site, act, seconds: int = 20) -> str:
    verdict = judged(Attack("Lỗ hổng", "Thử.", "Không.", act, seconds), site)
    assert str(verdict).startswith("Lỗ hổng (")
    assert verdict.held == str(verdict).endswith(": giữ được")
    return "; ".join(verdict.through)


def takes(seconds: float):
    def act(_site) -> Iterator[str]:
        time.sleep(seconds)
        yield from ()

    return act


def makes_the_neighbour_wait(site) -> Iterator[str]:
    Browser(site.port).get("/cham")
    time.sleep(1.5)
    yield from ()


def opens_what_is_closed(site) -> Iterator[str]:
    if Browser(site.port).get("/kin").status == 200:
        yield "trang kín mở ra"


def test_what_got_through_is_told(site):
    assert through(site, opens_what_is_closed) == "trang kín mở ra"
    assert through(site, lambda site: ()) == ""


def test_a_neighbour_who_waits_is_told(site):
    assert "người bên cạnh chờ" in through(site, makes_the_neighbour_wait)


def test_an_attack_that_does_not_end_is_not_held(site):
    assert "chưa xong sau 1 giây" in through(site, takes(3), seconds=1)


def test_a_judge_that_fell_over_is_not_held(site):
    assert "phép thử hỏng (ZeroDivisionError" in through(site, lambda site: [1 / 0])


def test_memory_that_grows_is_told(site, monkeypatch):
    weights = iter([0, *[2_000_000_000] * 1_000])
    monkeypatch.setattr(judging, "memory_of_the_copy", lambda: next(weights))
    assert through(site, takes(1)) == "bộ nhớ tăng 2000 MB"


def test_the_memory_is_that_of_this_group_of_processes():
    command = [sys.executable, "-c", "x = bytearray(200_000_000); print(1, flush=True); input()"]
    before = judging.memory_of_the_copy()
    for new_group, least, most in ((False, 150_000_000, 10**10), (True, -(10**10), 150_000_000)):
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0 if new_group else None
        ) as heavy:
            heavy.stdout.readline()
            assert least < judging.memory_of_the_copy() - before < most
            heavy.communicate(b"\n")
    assert os.getpgrp()


@pytest.mark.django_db
def test_the_house_that_is_attacked_has_something_at_every_address(office):
    wanted = {argument for row in ADDRESSES.values() for argument in row.args}
    assert wanted <= set(papers_of(office).world)
