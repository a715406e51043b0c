"""Sixteen clerks take numbers at once; every evening the power fails; on the last day they take the other half.

`python -m tests.issuing.clerks <officer> <evenings>`: works on every plan without a line in the book.
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
from plans.models import Document, RegisterEntry, Status  # noqa: E402

CLERKS = 16


def main(officer: int, evenings: int) -> None:
    whole = len(documents_without_number())
    killed, found = [], []
    for evening in range(1, evenings + 1):
        clerks = start_clerks(officer, documents_without_number())
        killed.append(kill_when(whole * evening // (2 * evenings), clerks))
        found.append(what_is_there())
    for clerk in start_clerks(officer, documents_without_number()):
        assert os.waitpid(clerk, 0)[1] == 0
    print(json.dumps({"killed": killed, "evenings": found, "at_the_end": what_is_there()}))


def kill_when(given: int, clerks: list[int]) -> int:
    """How many of them were still at work when so many numbers had been given."""
    while RegisterEntry.objects.count() < given:
        assert any(map(is_at_work, clerks)), "all of them left before"
        time.sleep(0.001)
    for clerk in clerks:
        os.kill(clerk, signal.SIGKILL)
    return sum(os.WIFSIGNALED(os.waitpid(clerk, 0)[1]) for clerk in clerks)


def is_at_work(clerk: int) -> bool:
    return os.waitid(os.P_PID, clerk, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


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
            document = Document.objects.get(pk=pk)
            register.give(document, person, today())
            document.status = Status.NUMBERED
            document.save()
            time.sleep(0.002)  # rendering takes its time in earnest, and power fails in the middle


def documents_without_number() -> list[int]:
    return list(Document.objects.filter(register_entries=None).values_list("pk", flat=True))


def what_is_there() -> dict[str, list[int]]:
    """The numbers in the book, and those on the papers."""
    return {
        "book": list(RegisterEntry.objects.order_by("number").values_list("number", flat=True)),
        "papers": list(
            Document.objects.exclude(number=None).order_by("number").values_list("number", flat=True)
        ),
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
