"""The door for files of unknown hands: the same answer as `documents.reading.read`, from a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from .parts.draft import ReadDraft
from .review.carrying import unpacked
from .sources import limits
from .sources.refusing import Unreadable
from .worker import PASTED

SECONDS = 25  # by the clock; the worker itself stops after 15 of processor time
LOOK = 1  # seconds between two calls of `meanwhile`
ROOT = Path(__file__).resolve().parents[2]


def nothing() -> None: ...


def read_guarded(data: bytes, name: str = "", meanwhile: Callable[[], None] = nothing) -> ReadDraft:
    """Reads within 25 seconds and 1 GB whatever the bytes are; raises `Unreadable` with the reason.

    `meanwhile` is called every second; what it raises ends the reading. Costs about 0.2 s more than `read`, for
    the start of the process.
    """
    if len(data) > limits.FILE_BYTES:
        raise Unreadable("too_large")
    # A name starting with a dash would read as an option; only its ending matters.
    return _answer(data, Path(name).name[-100:].lstrip("-"), meanwhile)


def read_pasted_guarded(text: str, meanwhile: Callable[[], None] = nothing) -> ReadDraft:
    if len(text) > limits.CHARACTERS:
        raise Unreadable("too_long")
    return _answer(text.encode("utf-8", errors="replace"), PASTED, meanwhile)


def _answer(data: bytes, name: str, meanwhile: Callable[[], None]) -> ReadDraft:
    with subprocess.Popen(
        [sys.executable, "-m", "plans.reading.worker", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
    ) as reader:
        try:
            said = _heard(reader, data, meanwhile)
        except BaseException:
            reader.kill()
            raise
    if reader.returncode:
        raise Unreadable("too_slow" if reader.returncode in (-24, -9) else "crashed")  # SIGXCPU, SIGKILL
    try:
        answer = json.loads(said)
        if "reason" in answer:
            raise Unreadable(answer["reason"])
        return unpacked(json.dumps(answer["draft"]))
    except (ValueError, KeyError) as fault:
        raise Unreadable("crashed") from fault


def _heard(reader: subprocess.Popen[bytes], data: bytes, meanwhile: Callable[[], None]) -> bytes:
    ends_at = time.monotonic() + SECONDS
    unsent: bytes | None = data  # given at the first call alone; later ones go on with it
    while True:
        try:
            said: bytes = reader.communicate(unsent, timeout=LOOK)[0]
            return said
        except subprocess.TimeoutExpired as slow:
            if time.monotonic() > ends_at:
                raise Unreadable("too_slow") from slow
        unsent = None
        meanwhile()
