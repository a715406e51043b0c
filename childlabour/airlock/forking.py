"""Workers forked from a nursery: started in some milliseconds where a process of its own takes a quarter of a second.

A nursery belongs to the process that started it and ends with it; every process has one a question, once it asks.
"""

import atexit
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

FIRST_CALL = 30  # seconds until a nursery that is just starting forks; a busy machine takes its time
LOST = 1  # exit code of a worker of which nobody says how it ended


class Nursery:
    def __init__(self, question: str, root: Path, environment: Mapping[str, str]):
        self.owner = os.getpid()
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "childlabour.airlock.nursery", question, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                cwd=root,
                env=environment,
            )

    @property
    def is_alive(self) -> bool:
        return self.owner == os.getpid() and self._process.poll() is None

    def fork(self, told: int, place: int) -> "Forked":
        """Raises OSError when the nursery is gone."""
        answers, theirs = os.pipe()
        line, their_line = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            socket.send_fds(self._line, [b"ask"], [told, theirs, place, their_line.fileno()])
        except OSError:
            os.close(answers)
            line.close()
            raise
        finally:
            os.close(theirs)
            their_line.close()
        return Forked(answers, line)

    def end(self) -> None:
        """Of a fork of ours, only its own end of the line is closed."""
        self._line.close()
        if self.owner != os.getpid():
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(FIRST_CALL)


class Forked:
    """One worker, as `subprocess.Popen` would have it."""

    def __init__(self, answers: int, line: socket.socket):
        self.stdout: IO[bytes] = os.fdopen(answers, "rb", buffering=0)
        self.returncode: int | None = None
        self._line, self._process = line, -1
        line.settimeout(FIRST_CALL)
        said, descriptors, *_ = socket.recv_fds(line, 16, 1)
        if not said or not descriptors:
            self.close()
            raise ConnectionResetError("the nursery is gone")
        self._process = descriptors[0]

    def wait(self, timeout: float) -> int:
        """Raises `subprocess.TimeoutExpired`."""
        if self.returncode is None:
            self._line.settimeout(timeout)
            try:
                said = self._line.recv(16)
            except TimeoutError as fault:
                raise subprocess.TimeoutExpired("worker", timeout) from fault
            except OSError:
                said = b""
            self.returncode = int(said) if said else LOST
        return self.returncode

    def kill(self) -> None:
        """This very process: a number might be another's by now."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._process, signal.SIGKILL)

    def close(self) -> None:
        self.stdout.close()
        self._line.close()
        if self._process >= 0:
            os.close(self._process)
            self._process = -1


_nurseries: dict[str, Nursery] = {}
_starting = threading.Lock()


def nursery_of(question: str, root: Path, environment: Mapping[str, str]) -> Nursery:
    """The one of this process, started when it is first asked or has died; a fork of ours never uses its parent's."""
    with _starting:
        known = _nurseries.get(question)
        if known is None or not known.is_alive:
            if known:
                known.end()
            _nurseries[question] = known = Nursery(question, root, environment)
        return known


@contextmanager
def seen_to_its_end(worker: Forked) -> Iterator[Forked]:
    try:
        yield worker
    except BaseException:
        worker.kill()
        with suppress(subprocess.TimeoutExpired):
            worker.wait(FIRST_CALL)
        raise
    finally:
        worker.close()


def fork(question: str, told: int, place: int, root: Path, environment: Mapping[str, str]) -> Forked:
    """A nursery may die between two files, by a keeper's hand or for want of memory: once more with a new one.

    Raises OSError where none forks: for want of memory, or on a system without pidfd (Linux before 5.3, or a filter
    of system calls).
    """
    os.close(os.pidfd_open(os.getpid()))
    try:
        return nursery_of(question, root, environment).fork(told, place)
    except OSError:
        _forget(question)
        return nursery_of(question, root, environment).fork(told, place)


def _forget(question: str) -> None:
    with _starting:
        gone = _nurseries.pop(question, None)
    if gone:
        gone.end()


@atexit.register
def end_nurseries() -> None:
    for question in list(_nurseries):
        _forget(question)
