"""Workers forked from a process that has its libraries loaded: as shut in as those that are started, and quicker."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from childlabour.airlock import asking, forking
from childlabour.airlock.asking import ask
from childlabour.airlock.questions import QUESTIONS
from childlabour.airlock.refusing import Unanswered, Why
from tests.laws.imports import HOUSE
from tests.reading.corpus.as_text import pasted
from tests.reading.corpus.as_word import word
from tests.reading.corpus.communes import LONG_ROAD
from tests.reading.corpus.facts import clause, part, point
from tests.reading.corpus.lines import plan
from tests.reading.test_hostile import children_of, forked_readers

TEXT = pasted(LONG_ROAD).encode()
WORDS = {"name": "a", "is_pasted": False}


def long_paper() -> bytes:
    """One that takes long enough to look at the process that reads it."""
    rows = [point("-", f"Việc {n}, phấn đấu {n % 90 + 1}% số thôn tham gia.") for n in range(400)]
    return word(plan(part("I.", "TỔ CHỨC"), clause("1.", "Công an xã"), *rows))


def nursery() -> int:
    return forking._nurseries["read_file"]._process.pid


def seen_while_reading(monkeypatch, look: Callable[[str], object]) -> object:
    """What `look` sees of the worker, by its number."""
    monkeypatch.setattr(asking, "LOOK", 0.01)
    seen: list[object] = []

    def meanwhile() -> None:
        seen.extend(look(reader) for reader in forked_readers()[:1] if not seen)

    ask("read_file", long_paper(), WORDS, meanwhile)
    assert seen, "it was read before anybody could look"
    return seen[0]


def test_a_forked_worker_says_what_a_started_one_says(monkeypatch):
    forked = ask("read_file", TEXT, WORDS)
    monkeypatch.setitem(QUESTIONS, "read_file", replace(QUESTIONS["read_file"], is_forked=False))
    assert ask("read_file", TEXT, WORDS) == forked


def test_where_no_pidfd_is_to_be_had_a_process_is_started(monkeypatch):
    forked = ask("read_file", TEXT, WORDS)

    def refused(*_: int) -> int:
        raise OSError("Function not implemented")

    monkeypatch.setattr(os, "pidfd_open", refused)
    monkeypatch.setattr(asking, "seen_to_its_end", refused)
    assert ask("read_file", TEXT, WORDS) == forked


PRINTS = """
import os, sys
from childlabour.airlock import nursery
from childlabour.airlock.questions import QUESTIONS

def answer(question, told, said):
    os.write(1, b"noise")
    os.write(2, b"noise")
    os.write(said, b"ok")

nursery.limit, nursery.answer = lambda question: None, answer
nursery._work(QUESTIONS["read_file"], os.open(os.devnull, os.O_RDWR), int(sys.argv[1]), os.open(os.devnull, os.O_RDWR))
"""


def test_what_a_library_prints_is_no_part_of_the_answer():
    heard, answers = os.pipe()
    subprocess.run([sys.executable, "-c", PRINTS, str(answers)], cwd=HOUSE, pass_fds=(answers,), check=True)
    os.close(answers)
    with os.fdopen(heard, "rb") as said:
        assert said.read() == b"ok"


def test_every_file_has_a_worker_of_its_own_and_all_have_one_nursery(monkeypatch):
    first = seen_while_reading(monkeypatch, str)
    kept = nursery()
    assert seen_while_reading(monkeypatch, str) != first
    assert nursery() == kept
    assert not forked_readers()


def test_it_has_the_limits_of_its_question_and_nothing_of_ours(monkeypatch):
    def look(reader: str) -> tuple[str, int, str]:
        process = Path("/proc") / reader
        return (
            (process / "limits").read_text(),
            len(list((process / "fd").iterdir())),
            (process / "environ").read_text(),
        )

    monkeypatch.setenv("SECRET_KEY", "x" * 50)
    forking.end_nurseries()
    limits, descriptors, environment = seen_while_reading(monkeypatch, look)
    row = QUESTIONS["read_file"]
    told = {line[:26].strip(): line[26:].split()[:2] for line in limits.splitlines()}
    assert told["Max address space"] == [str(row.memory)] * 2
    assert told["Max cpu time"] == [str(row.processor), str(row.processor + 1)]
    assert told["Max file size"] == told["Max core file size"] == ["0", "0"]
    assert descriptors <= 5, "the question, nowhere twice, the answer, its place"
    assert {pair.partition("=")[0] for pair in environment.split("\0") if pair} <= {
        *("PATH", "PYTHONPATH", "LANG", "LC_CTYPE")
    }


def test_a_worker_that_is_killed_takes_nobody_along(monkeypatch):
    ask("read_file", TEXT, WORDS)
    kept = nursery()
    with pytest.raises(Unanswered) as hindered:
        seen_while_reading(monkeypatch, lambda reader: os.kill(int(reader), signal.SIGSEGV))
    assert hindered.value.why == Why.CRASHED
    assert ask("read_file", TEXT, WORDS)
    assert nursery() == kept


def test_a_nursery_that_dies_is_followed_by_another():
    ask("read_file", TEXT, WORDS)
    gone = nursery()
    os.kill(gone, signal.SIGKILL)
    assert ask("read_file", TEXT, WORDS)
    assert nursery() != gone


def test_a_worker_whose_nursery_dies_under_it_is_not_waited_for(monkeypatch):
    with pytest.raises(Unanswered) as hindered:
        seen_while_reading(monkeypatch, lambda _: os.kill(nursery(), signal.SIGKILL))
    assert hindered.value.why == Why.CRASHED


def test_one_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(asking, "LOOK", 0.01)
    monkeypatch.setitem(QUESTIONS, "read_file", replace(QUESTIONS["read_file"], clock=0))
    with pytest.raises(Unanswered) as hindered:
        ask("read_file", long_paper(), WORDS)
    assert hindered.value.why == Why.TOO_SLOW
    assert not forked_readers()


ASKS_AND_WAITS = (
    "import os, sys, time\n"
    "from childlabour.airlock import forking\n"
    "from pathlib import Path\n"
    "kept = forking.nursery_of('read_file', Path.cwd(), {'PYTHONPATH': os.getcwd()})\n"
    "print(kept._process.pid, flush=True)\n"
    "time.sleep(60)"
)


def test_a_nursery_ends_with_the_process_it_belongs_to():
    with subprocess.Popen([sys.executable, "-c", ASKS_AND_WAITS], cwd=HOUSE, stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        left = Path("/proc") / owner.stdout.readline().decode().strip()
        assert left.exists()
        owner.kill()
    ends_at = time.monotonic() + 60
    while left.exists() and "zombie" not in (left / "status").read_text():
        assert time.monotonic() < ends_at
        time.sleep(0.05)


def test_a_fork_of_ours_has_no_part_in_our_nursery():
    """A server that forks its workers would mix their answers."""
    ask("read_file", TEXT, WORDS)
    ours = forking._nurseries["read_file"]
    child = os.fork()
    if child == 0:
        os._exit(int(ours.is_alive))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert ours.is_alive
    assert str(ours._process.pid) in children_of(os.getpid())
