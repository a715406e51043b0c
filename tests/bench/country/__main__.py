"""Builds a country in a folder, or finds it built there, and says how to work on it.

    python -m tests.bench.country --documents 50000 --units 11500 --tasks 1000000 --output FOLDER [--postgres]

Ends with 0 when the country is there, 1 when the folder holds something else, 2 when it was not understood.
"""

import argparse
import json
import resource
import shlex
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from childlabour.core.errors import Refusal
from tests import postgres

from .folder import Folder, run
from .size import LEAST_DOCUMENTS, LEAST_UNITS, Size

# Room to write gigabytes without stopping to think.
IN_A_HURRY = (*postgres.SPEED, "max_wal_size=4GB", "checkpoint_timeout=1h", "shared_buffers=256MB")


def main(words: list[str]) -> int:
    size, folder = understood(words)
    try:
        there = found(size, folder) or build(size, folder)
    except Refusal as fault:
        print(fault, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as fault:
        print(f"{shlex.join(fault.cmd)} failed; its reason is above. Remove {folder.path}.", file=sys.stderr)
        return 1
    tell(there, folder)
    return 0


def understood(words: list[str]) -> tuple[Size, Folder]:
    asked = argparse.ArgumentParser(prog="python -m tests.bench.country", description=__doc__.split("\n")[0])
    asked.add_argument("--units", type=int, required=True, help=f"offices, from {LEAST_UNITS} on")
    asked.add_argument("--documents", type=int, required=True, help=f"from {LEAST_DOCUMENTS} on")
    asked.add_argument("--tasks", type=int, required=True, help="each is given to a unit, some to two")
    asked.add_argument("--seed", type=int, default=782, help="another seed, another country of the same size")
    asked.add_argument("--output", type=Path, required=True, help="the folder; afterwards STATE_DIR")
    asked.add_argument("--postgres", action="store_true", help="in a cluster of its own inside the folder")
    given = asked.parse_args(words)
    try:
        size = Size(given.units, given.documents, given.tasks, given.seed)
    except ValueError as fault:
        asked.error(str(fault))
    return size, Folder(given.output.resolve(), given.postgres)


def found(size: Size, folder: Folder) -> dict | None:
    """The same country, built before by this same code's migrations; None when the folder is free."""
    there = folder.what_is_there()
    if there is None:
        if folder.is_free():
            return None
        raise Refusal(
            f"{folder.path} is not empty and holds no finished country: remove it, or choose another."
        )
    if (there["size"], there["postgres"]) != (asdict(size), folder.on_postgres):
        raise Refusal(
            f"{folder.path} holds another country ({Size(**there['size'])}): choose another folder."
        )
    with folder.environment() as environment:
        run(environment, "manage.py", "migrate", "--check")
    return there


def build(size: Size, folder: Folder) -> dict:
    print(f"Building {size}", flush=True)
    began = time.monotonic()
    folder.path.mkdir(parents=True, exist_ok=True)
    with folder.environment(IN_A_HURRY) as environment:
        run(environment, "manage.py", "migrate", "--verbosity", "0")
        run(environment, "manage.py", "collectstatic", "--no-input", "--verbosity", "0")
        words = (str(number) for number in (size.units, size.documents, size.tasks, size.seed))
        built = json.loads(run(environment, "-m", "tests.bench.country.building", *words))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    built |= {
        "seconds": round(time.monotonic() - began),
        "cpu_seconds": round(used.ru_utime + used.ru_stime),
        "memory_mb": used.ru_maxrss // 1024,  # of the largest process
        "disk_mb": folder.bytes_on_disk() // 10**6,
    }
    folder.describe(size, built)
    return folder.what_is_there()


def tell(there: dict, folder: Folder) -> None:
    print(
        f"{Size(**there['size'])}: built in {there['seconds']} s ({there['cpu_seconds']} s of CPU), "
        f"{there['memory_mb']} MB of memory, {there['disk_mb']} MB on disk."
    )
    print("\n".join(f"  {many:>10,}  {table}" for table, many in there["rows"].items()))
    print(f"Log-ins, password {there['password']}:")
    print("\n".join(f"  {username:<10}  {who}" for username, who in there["people"].items()))
    print("To work on it, from the folder of the project:")
    for words in (
        ("manage.py", "verify_issued"),
        ("-m", "gunicorn", "-c", "python:childlabour.server", "childlabour.wsgi"),
    ):
        print(f"  {folder.way_to_run(sys.executable, *words)}")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that its PostgreSQL ends, too
    sys.exit(main(sys.argv[1:]))
