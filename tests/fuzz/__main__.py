"""python -m tests.fuzz [COUNT] [FIRST]: reads COUNT spoilt files (10,000), numbers FIRST onwards (0).

Batches run in processes of their own, so that a crash of a library written in C is counted, not suffered.
Ends with 1 and the numbers of the files that were neither read nor refused.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.fuzz.files import FAULT

BATCH = 250
PATIENCE = 600  # seconds for a batch that takes ten


def answers_of(first: int, count: int) -> Counter:
    command = [sys.executable, "-m", "tests.fuzz.files", str(first), str(count)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return Counter([f"{FAULT} {first}–{first + count - 1}: no end after {PATIENCE} s"])
    if done.returncode:
        return Counter([f"{FAULT} {first}–{first + count - 1}: the process died ({done.returncode})"])
    return Counter(json.loads(done.stdout))


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    batches = [(start, min(BATCH, first + count - start)) for start in range(first, first + count, BATCH)]
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        answers = sum(threads.map(lambda span: answers_of(*span), batches), Counter())
    for answer, times in answers.most_common():
        print(f"{times:7}  {answer}")
    return int(any(answer.startswith(FAULT) for answer in answers))


if __name__ == "__main__":
    sys.exit(main())
