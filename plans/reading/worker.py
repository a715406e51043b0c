"""The process in which a file of unknown hands is read: `python -m plans.reading.worker NAME < file`.

It takes its own limits before it looks at the first byte, so that neither a bomb nor a fault in a library
written in C reaches the site. It knows neither Django nor the database. Prints the draft or the reason.
"""

import json
import resource
import sys

from plans.reading import Unreadable, read, read_pasted

from .review.carrying import packed

MEMORY = 1024 * 1024 * 1024  # bytes of address space; a 200-page plan takes a tenth
SECONDS = 15  # of processor time
PASTED = "--pasted"


def main() -> None:
    _limit()
    data = sys.stdin.buffer.read()
    try:
        name = sys.argv[1] if len(sys.argv) > 1 else ""
        draft = read_pasted(data.decode("utf-8")) if name == PASTED else read(data, name)
        answer = '{"draft":' + packed(draft) + "}"
    except Unreadable as refusal:
        answer = json.dumps({"reason": refusal.reason})
    except MemoryError:
        answer = json.dumps({"reason": "too_long"})
    sys.stdout.buffer.write(answer.encode("utf-8"))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has no file to write


if __name__ == "__main__":
    main()
