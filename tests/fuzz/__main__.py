"""python -m tests.fuzz [COUNT] [FIRST]: COUNT spoilt files to be read (10,000), a quarter as many for each other door.

Numbers FIRST onwards (0). Batches run in processes of their own with the memory that a worker has, so that a crash
of a library written in C is counted, not suffered. Ends with 1 and the files that were answered with a fault.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.fuzz.doors import DOORS
from tests.fuzz.files import FAULT

BATCH = 250
PATIENCE = 900  # seconds for a batch that takes thirty
OTHER_DOORS = 4  # one of so many
IN_MEMORY = os.environ | {"DATABASE_URL": ""}  # of each batch its own, where drafts are saved


def answers_of(door: str, first: int, count: int) -> Counter:
    command = [sys.executable, "-m", "tests.fuzz.files", door, str(first), str(count)]
    span = f"{FAULT} {door} {first}–{first + count - 1}"
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, env=IN_MEMORY)
    except subprocess.TimeoutExpired:
        return Counter([f"{span}: no end after {PATIENCE} s"])
    if done.returncode:
        return Counter([f"{span}: the process died ({done.returncode})"])
    return Counter(json.loads(done.stdout))


def batches(count: int, first: int) -> Iterator[tuple[str, int, int]]:
    for door in DOORS:
        most = count if door == "reading" else count // OTHER_DOORS
        for start in range(first, first + most, BATCH):
            yield door, start, min(BATCH, first + most - start)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        answers = sum(threads.map(lambda batch: answers_of(*batch), batches(count, first)), Counter())
    for answer, times in answers.most_common():
        print(f"{times:7}  {answer}")
    return int(any(answer.startswith(FAULT) for answer in answers))


if __name__ == "__main__":
    sys.exit(main())
