"""One batch of spoilt files: `python -m tests.fuzz.files FIRST COUNT` prints the answers as JSON."""

import json
import sys
import time
import traceback
from collections import Counter

from plans.reading import Unreadable, as_json, read
from tests.fuzz.mutations import mutant

SLOW = 5.0  # seconds of processor time for one file
FAULT = "FAULT"


def outcome(number: int) -> str:
    """ "draft", the reason of a refusal, or "FAULT …"."""
    name, data = mutant(number)
    started = time.process_time()
    try:
        as_json(read(data, name))
        answer = "draft"
    except Unreadable as refusal:
        answer = refusal.reason
    except Exception:
        answer = f"{FAULT} {number}: " + traceback.format_exc(limit=-2).strip().replace("\n", " | ")
    spent = time.process_time() - started
    return f"{FAULT} {number}: {spent:.1f} s" if spent > SLOW else answer


def batch(first: int, count: int) -> Counter:
    return Counter(outcome(number) for number in range(first, first + count))


if __name__ == "__main__":
    print(json.dumps(batch(int(sys.argv[1]), int(sys.argv[2]))))
