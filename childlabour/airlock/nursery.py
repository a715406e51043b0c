"""A process that has loaded what a question needs and opens nothing: it forks a fresh worker for every file.

    python -m childlabour.airlock.nursery QUESTION DESCRIPTOR

It spares each worker the start of Python and its libraries. What it forks takes its limits before it looks at the
first byte and ends after one answer, so no file is ever opened where another has been; the nursery itself never sees
a byte. Who asks sends, over the socket that DESCRIPTOR names, the four descriptors of one asking: what is told, where
the answer goes, the place in the lane, and a line of its own. Down that line come the process itself (as a pidfd, so
that nobody else's can ever be killed in its stead) and at last how it ended.
"""

import os
import select
import signal
import socket
import sys
from contextlib import suppress

from .questions import QUESTIONS, Question
from .worker import answer, function_of, limit

ASKING = 4  # descriptors
TOLD, NOWHERE, ERRORS, ANSWERS, PLACE = range(
    5
)  # where a worker has them: what a library prints goes nowhere


def main() -> None:
    question, asked = QUESTIONS[sys.argv[1]], socket.socket(fileno=int(sys.argv[2]))
    sys.dont_write_bytecode = True
    function_of(question.answered_by)
    wakes, woken = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.set_wakeup_fd(woken)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    lines: dict[int, socket.socket] = {}  # of each worker, by its number
    while True:
        waited_for: list[socket.socket | int] = [asked, wakes]
        ready, _, _ = select.select(waited_for, [], [])
        if wakes in ready:
            os.read(wakes, 4096)
            _tell_of_the_ended(lines)
        if asked in ready and not _hear(asked, question, lines):
            return


def _hear(asked: socket.socket, question: Question, lines: dict[int, socket.socket]) -> bool:
    """False when whoever started the nursery is gone."""
    said, descriptors, *_ = socket.recv_fds(asked, 16, ASKING)
    if not said:
        return False
    line = socket.socket(fileno=descriptors[-1])
    worker = os.fork()
    if worker == 0:
        _work(question, *descriptors[:-1])
    for descriptor in descriptors[:-1]:
        os.close(descriptor)
    process = os.pidfd_open(worker)
    try:
        socket.send_fds(line, [b"begun"], [process])
        lines[worker] = line
    except OSError:  # who asked wants nothing any more
        signal.pidfd_send_signal(process, signal.SIGKILL)
        line.close()
    finally:
        os.close(process)
    return True


def _work(question: Question, told: int, answers: int, place: int) -> None:
    """In the worker: nothing is left of the nursery but what it has loaded."""
    ended = 1
    try:
        limit(question)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        nowhere = os.open(os.devnull, os.O_RDWR)
        high = [os.dup2(one, 100 + at) for at, one in enumerate((told, nowhere, nowhere, answers, place))]
        for at, one in enumerate(high):
            os.dup2(one, at)
        os.closerange(len(high), os.sysconf("SC_OPEN_MAX"))
        answer(question, TOLD, ANSWERS)
        ended = 0
    finally:
        os._exit(ended)


def _tell_of_the_ended(lines: dict[int, socket.socket]) -> None:
    while True:
        try:
            worker, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not worker:
            return
        if line := lines.pop(worker, None):
            with line:
                _say(line, os.waitstatus_to_exitcode(status))


def _say(line: socket.socket, ended: int) -> None:
    with suppress(OSError):  # nobody listens any more
        line.send(str(ended).encode())


if __name__ == "__main__":
    main()
