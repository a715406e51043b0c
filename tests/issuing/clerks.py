"""Sixteen clerks take numbers at once; half-way the power fails; the next morning they take the rest.

`python -m tests.issuing.clerks <officer>`: works on every plan without a line in the book.
"""

import json
import os
import signal
import sys
import time

import django

django.setup()

from django.db import connections, transaction  # noqa: E402

from childlabour.core.clock import today  # noqa: E402
from childlabour.units.models import Officer  # noqa: E402
from plans.issuing import register  # noqa: E402
from plans.models import Document, RegisterEntry  # noqa: E402

CLERKS = 16


def main(officer: int) -> None:
    waiting = documents_without_number()
    evening = start_clerks(officer, waiting)
    while RegisterEntry.objects.count() < len(waiting) // 2:
        time.sleep(0.01)
    for clerk in evening:
        os.kill(clerk, signal.SIGKILL)
    killed = sum(os.WIFSIGNALED(os.waitpid(clerk, 0)[1]) for clerk in evening)
    by_evening = numbers()
    for clerk in start_clerks(officer, documents_without_number()):
        assert os.waitpid(clerk, 0)[1] == 0
    print(json.dumps({"killed": killed, "by_evening": by_evening, "at_the_end": numbers()}))


def start_clerks(officer: int, waiting: list[int]) -> list[int]:
    connections.close_all()  # each clerk has a line of his own to the database
    return [fork(officer, waiting[place::CLERKS]) for place in range(CLERKS)]


def fork(officer: int, share: list[int]) -> int:
    clerk = os.fork()
    if clerk:
        return clerk
    try:
        take_numbers(officer, share)
    except BaseException as fault:
        print(fault, file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def take_numbers(officer: int, share: list[int]) -> None:
    person = Officer.objects.get(pk=officer)
    for pk in share:
        with transaction.atomic():
            register.give(Document.objects.get(pk=pk), person, today())
            time.sleep(0.002)  # rendering takes its time in earnest, and power fails in the middle


def documents_without_number() -> list[int]:
    return list(Document.objects.filter(register_entries=None).values_list("pk", flat=True))


def numbers() -> list[int]:
    return list(RegisterEntry.objects.order_by("number").values_list("number", flat=True))


if __name__ == "__main__":
    main(int(sys.argv[1]))
