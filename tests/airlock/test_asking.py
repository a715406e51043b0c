"""The door for foreign bytes: what may be asked, how much it may take, and what is said when it takes more."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from childlabour.airlock import asking
from childlabour.airlock.asking import ask
from childlabour.airlock.questions import LANES, QUESTIONS
from childlabour.airlock.refusing import SENTENCES, Unanswered, Why
from childlabour.core.errors import Refusal
from tests.laws.imports import HOUSE


def a_picture(mode: str = "RGBA") -> bytes:
    written = BytesIO()
    Image.new(mode, (20, 10)).save(written, "PNG")
    return written.getvalue()


def why(question: str, data: bytes, words=None) -> Why:
    with pytest.raises(Unanswered) as hindered:
        ask(question, data, words or {})
    assert str(hindered.value) == SENTENCES[hindered.value.why]
    return hindered.value.why


def children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


def test_a_question_is_answered_by_another_process_and_that_one_is_gone():
    before = children()
    assert "png" in ask("picture", a_picture())
    assert children() == before


def test_a_refusal_comes_back_as_it_was_meant():
    with pytest.raises(Refusal) as refused:
        ask("pages_of_scan", b"%PDF-1.7", {"at_most": 9})
    [problem] = refused.value.problems
    assert (problem.field, "Không mở được tệp PDF này" in problem.message) == ("scan", True)


def test_what_is_too_large_or_of_another_kind_wakes_nobody(monkeypatch):
    monkeypatch.setattr(asking, "_worker", None)
    assert why("picture", a_picture() + b"0" * 2 * 1024 * 1024) == Why.TOO_LARGE
    assert why("picture", b"GIF89a") == Why.OTHER_KIND
    assert why("pages_of_scan", b"MZ" * 600 + b"%PDF-") == Why.OTHER_KIND


def test_nothing_is_asked_that_the_table_does_not_name():
    with pytest.raises(KeyError):
        ask("os.getcwd", b"")
    run = worker("os.getcwd")
    assert run.returncode
    assert not run.stdout


def test_an_answer_that_takes_too_long_or_says_too_much_is_not_waited_for(monkeypatch):
    before = children()
    usual = QUESTIONS["picture"]
    monkeypatch.setitem(QUESTIONS, "picture", replace(usual, most_answered=20))
    assert why("picture", a_picture()) == Why.TOO_MUCH
    monkeypatch.setitem(QUESTIONS, "picture", replace(usual, clock=0))
    assert why("picture", a_picture()) == Why.TOO_SLOW
    assert children() == before


def test_a_worker_that_breaks_down_is_told_as_such():
    assert why("picture", a_picture(), {"strange": 1}) == Why.CRASHED


def test_what_was_garbled_on_the_way_is_no_answer():
    for said in (b"", b"[", b"{}", b'{"why": "because"}', b'{"problems": [{}]}', b"[" * 100_000):
        with pytest.raises(Unanswered):
            asking._understood(said, 0)


@pytest.mark.parametrize(
    ("ended", "because"),
    [
        ("SIGXCPU", Why.TOO_SLOW),
        ("SIGALRM", Why.TOO_SLOW),
        ("SIGABRT", Why.TOO_MUCH),
        ("SIGSEGV", Why.CRASHED),
    ],
)
def test_how_a_worker_ended_says_why(ended, because):
    with pytest.raises(Unanswered) as hindered:
        asking._understood(b"", -signal.Signals[ended])
    assert hindered.value.why == because


def test_who_asked_hears_of_time_passing_and_may_end_it(monkeypatch):
    monkeypatch.setattr(asking, "LOOK", 0.01)
    before = children()

    def wanted_no_more() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        ask("picture", a_picture(), meanwhile=wanted_no_more)
    assert children() == before


# ── The process itself ──────────────────────────────────────────────────────────────────────────


def worker(question: str, said: bytes = b"{}\n") -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "childlabour.airlock.worker", question]
    return subprocess.run(command, cwd=HOUSE, input=said, capture_output=True)


def limited(act: str, **limits: int) -> subprocess.CompletedProcess:
    """`act` in a process with the limits of the question about pictures, some of them changed."""
    told = (
        "from dataclasses import replace\n"
        "from childlabour.airlock import questions, worker\n"
        f"worker.limit(replace(questions.QUESTIONS['picture'], **{limits}))\n{act}"
    )
    return subprocess.run([sys.executable, "-c", told], cwd=HOUSE, capture_output=True, text=True)


def test_the_process_cannot_take_more_memory_time_or_disk_than_its_question(tmp_path):
    assert "MemoryError" in limited("bytes(600_000_000)").stderr
    assert {limited("while True: pass", processor=1).returncode} <= asking.ENDED_FOR_TIME
    assert {limited("import time; time.sleep(60)", clock=1).returncode} <= asking.ENDED_FOR_TIME
    assert (
        "File too large"
        in limited(f"import pathlib; pathlib.Path({str(tmp_path / 'x')!r}).write_text('x')").stderr
    )


def test_no_question_loads_the_settings_or_reaches_a_database():
    """Names of choices are the framework's; nothing of it is set up, so nothing of it can be asked."""
    homes = sorted({question.answered_by.rpartition(".")[0] for question in QUESTIONS.values()})
    tools = "import plans.signatures.pades.tools as t; t.tools()"
    told = (
        f"import sys, {', '.join(homes)}; {tools}; from django.conf import settings; "
        "print(settings.configured, *(name in sys.modules for name in ('childlabour.settings', 'psycopg2', 'sqlite3')))"
    )
    run = subprocess.run([sys.executable, "-c", told], cwd=HOUSE, capture_output=True, text=True, check=True)
    assert run.stdout == "False False False False\n"


def test_the_process_is_told_no_secret(monkeypatch):
    seen = {}
    monkeypatch.setenv("SECRET_KEY", "x" * 50)
    real = subprocess.Popen

    def listening(*args, **more):
        seen.update(more["env"])
        return real(*args, **more)

    monkeypatch.setattr(asking.subprocess, "Popen", listening)
    ask("picture", a_picture())
    assert set(seen) == {"PATH", "PYTHONPATH", "LANG"}


def test_what_a_library_prints_does_not_stand_in_the_answer():
    answer = worker("picture", b"{}\n" + a_picture()).stdout
    assert list(json.loads(answer)) == ["answer"]


def test_every_question_has_limits_that_a_small_server_can_bear():
    for name, question in QUESTIONS.items():
        lane = LANES[question.lane]
        assert question.memory <= 1024**3, name
        assert question.processor <= question.clock <= 30, "gunicorn ends a worker after 60 s"
        assert lane.turns <= 2
    for question in ("strangers_signatures", "issued_signatures"):
        crowd = LANES[QUESTIONS[question].lane]
        assert crowd.turns + crowd.waiting <= 4, "of the twelve threads that two cores have"
