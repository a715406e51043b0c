"""One batch of spoilt files: `python -m tests.fuzz.files DOOR FIRST COUNT` prints the answers as JSON."""

import json
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from django.db import connection

from childlabour.airlock.questions import MEGABYTE
from childlabour.core.errors import Refusal
from tests.fuzz.doors import DOORS

SLOW = 5.0  # seconds of processor time for one file
FAULT = "FAULT"
MEMORY = 1024 * MEGABYTE


def outcome(door: str, number: int) -> str:
    """What the door says of a file, or "FAULT …"; a file that was answered with a fault is kept."""
    data, name = DOORS[door].mutant(number)
    started = time.process_time()
    try:
        answer = f"{door}: {DOORS[door].answer(data, name)}"
    except Refusal as refusal:
        answer = f"{door}: {getattr(refusal, 'reason', str(refusal))[:60]}"
    except Exception:
        told = traceback.format_exc(limit=-2).strip().replace("\n", " | ")
        answer = f"{FAULT} {door} {number}, kept as {_kept(door, number, data)}: {told}"
    spent = time.process_time() - started
    return f"{FAULT} {door} {number}: {spent:.1f} s" if spent > SLOW else answer


def batch(door: str, first: int, count: int) -> Counter:
    return Counter(outcome(door, number) for number in range(first, first + count))


def _kept(door: str, number: int, data: bytes) -> Path:
    """The keys of the tests are new each time, so the same number is not quite the same file tomorrow."""
    file = Path(tempfile.gettempdir()) / f"spoilt-{door}-{number}"
    file.write_bytes(data)
    return file


if __name__ == "__main__":
    if sys.argv[1] == "saving":
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    print(json.dumps(batch(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
