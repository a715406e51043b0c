"""The door for files of unknown hands: the same answer as `plans.reading.read`, from a process of its own."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from .parts.draft import PlanDraft
from .review.carrying import unpacked
from .sources import limits
from .sources.refusing import Unreadable
from .worker import PASTED

SECONDS = 25  # by the clock; the worker itself stops after 15 of processor time
AT_ONCE = 2  # readers a server process; others wait their turn
ROOT = Path(__file__).resolve().parents[2]

_turns = threading.BoundedSemaphore(AT_ONCE)


def read_guarded(data: bytes, name: str = "") -> PlanDraft:
    """Reads within 25 seconds and 1 GB whatever the bytes are; raises `Unreadable` with the reason.

    Costs about 0.2 s more than `read`, for the start of the process.
    """
    if len(data) > limits.FILE_BYTES:
        raise Unreadable("too_large")
    # A name starting with a dash would read as an option; only its ending matters.
    return _answer(data, Path(name).name[-100:].lstrip("-"))


def read_pasted_guarded(text: str) -> PlanDraft:
    if len(text) > limits.CHARACTERS:
        raise Unreadable("too_long")
    return _answer(text.encode("utf-8", errors="replace"), PASTED)


def _answer(data: bytes, name: str) -> PlanDraft:
    if not _turns.acquire(timeout=SECONDS):
        raise Unreadable("busy")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "plans.reading.worker", name],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            cwd=ROOT,
            env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired as fault:
        raise Unreadable("too_slow") from fault
    finally:
        _turns.release()
    if done.returncode:
        raise Unreadable("too_slow" if done.returncode in (-24, -9) else "crashed")  # SIGXCPU, SIGKILL
    try:
        answer = json.loads(done.stdout)
        if "reason" in answer:
            raise Unreadable(answer["reason"])
        return unpacked(json.dumps(answer["draft"]))
    except (ValueError, KeyError) as fault:
        raise Unreadable("crashed") from fault
