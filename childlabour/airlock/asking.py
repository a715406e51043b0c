"""The door: a question about foreign bytes, answered by a process that may take so much and no more."""

import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from childlabour.core.errors import Problem, Refusal

from .forking import Forked, fork, seen_to_its_end
from .questions import QUESTIONS, Question
from .refusing import Unanswered, Why
from .turns import turn_of

LOOK = 0.5  # seconds between two calls of `meanwhile`
ROOT = Path(__file__).resolve().parents[2]
GOODBYE = 20  # seconds to end in, after the last word; a busy machine takes its time
PIECE = 64 * 1024
ENDED_FOR_TIME = {-signal.SIGXCPU, -signal.SIGALRM, -signal.SIGKILL}
ENDED_FOR_MEMORY = {-signal.SIGABRT}  # what libraries in C++ do when they are given no more

Worker: TypeAlias = "subprocess.Popen[bytes] | Forked"

log = logging.getLogger(__name__)


def nothing() -> None: ...


def ask(
    question: str,
    data: bytes,
    words: Mapping[str, Any] = MappingProxyType({}),
    meanwhile: Callable[[], None] = nothing,
) -> Any:
    """What the function behind `question` (a row of `QUESTIONS`) says of `data`; words and answer are plain JSON.

    Raises the `Refusal` of that function, or `Unanswered` with what hindered it (`Busy` when too many ask at once).
    `meanwhile` is called about twice a second; what it raises ends the worker. Costs the start of a process, 0.1 s,
    and what the function loads: 0.3 s for signatures; where the worker is forked, some milliseconds.
    """
    asked = QUESTIONS[question]
    if len(data) > asked.most_bytes:
        raise Unanswered(Why.TOO_LARGE)
    if not asked.begins.stand_in(data):
        raise Unanswered(Why.OTHER_KIND)
    with (
        turn_of(asked.lane, meanwhile) as place,
        _told(words, data) as told,
        _worker(question, told, place) as worker,
    ):
        said = _heard(worker, asked, meanwhile)
    if worker.returncode:
        log.warning("%s: the worker ended with %s on %s bytes.", question, worker.returncode, len(data))
    return _understood(said, worker.returncode)


@contextmanager
def _told(words: Mapping[str, Any], data: bytes) -> Iterator[int]:
    """A file in memory alone: nothing of a stranger's touches the disk, and nobody waits for a slow reader."""
    told = os.memfd_create("told")
    try:
        with os.fdopen(os.dup(told), "wb") as written:
            written.write(json.dumps(dict(words)).encode("ascii") + b"\n" + data)
        os.lseek(told, 0, os.SEEK_SET)
        yield told
    finally:
        os.close(told)


@contextmanager
def _worker(question: str, told: int, place: int) -> Iterator[Worker]:
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    if worker := _forked(question, told, place, environment):
        with seen_to_its_end(worker):
            yield worker
    else:
        with _started(question, told, place, environment) as process:
            yield process


def _forked(question: str, told: int, place: int, environment: Mapping[str, str]) -> Forked | None:
    """None where it has to be started: the question is asked seldom, or nothing can be forked on this system."""
    if not QUESTIONS[question].is_forked:
        return None
    try:
        return fork(question, told, place, ROOT, environment)
    except OSError as fault:
        log.warning(
            "%s: nothing is forked here (%s), so a process is started for every file.", question, fault
        )
        os.lseek(told, 0, os.SEEK_SET)
        return None


@contextmanager
def _started(
    question: str, told: int, place: int, environment: Mapping[str, str]
) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [sys.executable, "-m", "childlabour.airlock.worker", question],
        stdin=told,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=(place,),
        cwd=ROOT,
        env=environment,
    ) as worker:
        try:
            yield worker
        except BaseException:
            worker.kill()
            raise


def _heard(worker: Worker, asked: Question, meanwhile: Callable[[], None]) -> bytes:
    assert worker.stdout is not None
    said = bytearray()
    begun = looked = time.monotonic()
    with selectors.DefaultSelector() as ears:
        ears.register(worker.stdout, selectors.EVENT_READ)
        while True:
            if ears.select(LOOK):
                piece = os.read(worker.stdout.fileno(), PIECE)
                if not piece:
                    break
                said += piece
            if len(said) > asked.most_answered:
                raise Unanswered(Why.TOO_MUCH)
            if time.monotonic() > begun + asked.clock:
                raise Unanswered(Why.TOO_SLOW)
            if time.monotonic() > looked + LOOK:
                looked = time.monotonic()
                meanwhile()
    _seen_out(worker)
    return bytes(said)


def _seen_out(worker: Worker) -> None:
    """Who has said everything goes at once; one that a file got the better of might not."""
    try:
        worker.wait(GOODBYE)
    except subprocess.TimeoutExpired as fault:
        raise Unanswered(Why.CRASHED) from fault


def _why(ended: int) -> Why:
    if ended in ENDED_FOR_TIME:
        return Why.TOO_SLOW
    return Why.TOO_MUCH if ended in ENDED_FOR_MEMORY else Why.CRASHED


def _understood(said: bytes, ended: int | None) -> Any:
    if ended:
        raise Unanswered(_why(ended))
    try:
        heard = json.loads(said)
        if "why" in heard:
            fault: Refusal = Unanswered(Why(heard["why"]))
        elif "problems" in heard:
            fault = Refusal(*(Problem(str(one["message"]), str(one["field"])) for one in heard["problems"]))
        else:
            return heard["answer"]
    except (ValueError, KeyError, TypeError, RecursionError) as garbled:
        raise Unanswered(Why.CRASHED) from garbled
    raise fault
