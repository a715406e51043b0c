"""One worker beside the server: `python -m childlabour.jobs.supervising PID-OF-THE-SERVER`.

Restarted when it dies, ended with the server however that ends: a process whose parent is killed is told so by the
kernel. A process of its own, because gunicorn forks its workers and collects every child that dies. Standard library
only, so it weighs little.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
GRACE = 10  # seconds for the job in hand; cut off after that, it is found and done again
SHORT_LIFE = 10  # seconds; a worker that dies younger is not restarted at once
LEAST_PAUSE, LONGEST_PAUSE = 0.5, 30  # seconds
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)
PR_SET_PDEATHSIG = 1  # prctl(2)


def start() -> subprocess.Popen[bytes]:
    """In the process group of the caller, so that Ctrl-C and the service's stop reach it, too."""
    return subprocess.Popen([sys.executable, "-m", __name__, str(os.getpid())], cwd=HOME)


def end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=GRACE)
    process.kill()
    process.wait()


def main(server: int) -> None:
    for ending in ENDINGS:
        signal.signal(ending, lambda *_: sys.exit())
    die_with(server, signal.SIGTERM)
    pause = LEAST_PAUSE
    while True:
        born = time.monotonic()
        keep(a_worker())
        pause = LEAST_PAUSE if time.monotonic() - born > SHORT_LIFE else min(pause * 2, LONGEST_PAUSE)
        time.sleep(pause)


def a_worker() -> subprocess.Popen[bytes]:
    own = os.getpid()
    return subprocess.Popen(
        [sys.executable, "manage.py", "db_worker"],
        cwd=HOME,
        preexec_fn=lambda: die_with(own, signal.SIGKILL),  # nothing can hold a lock here: there is one thread
    )


def keep(worker: subprocess.Popen[bytes]) -> None:
    """Until it dies, or this process is told to end."""
    try:
        worker.wait()
    except SystemExit:
        for ending in ENDINGS:
            signal.signal(ending, signal.SIG_IGN)
        end(worker)
        raise


def die_with(parent: int, by: signal.Signals) -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, by)
    if os.getppid() != parent:  # it died before it could be watched
        os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
