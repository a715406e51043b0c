"""Pulls the plug at every line of an act, and looks at what is left.

`python -m tests.issuing.accident <action> <document> <officer> <step> [day=…] [reason=…]`: does the act again and
again, each time in a process that kills itself `step` lines later, until one gets through. Prints what each
left behind.
"""

import json
import os
import signal
import sys
from datetime import date
from pathlib import Path

import django

django.setup()

from django.db import connections, transaction  # noqa: E402
from django.urls import get_resolver  # noqa: E402

from childlabour.core import steps  # noqa: E402
from childlabour.units.models import Officer  # noqa: E402
from plans.issuing.workflow import perform  # noqa: E402
from plans.models import Document, Event, Issue, RegisterEntry, SigningCopy  # noqa: E402
from plans.paper.compose import paper_of  # noqa: E402
from plans.paper.pdf import Press, to_pdf  # noqa: E402

WATCHED = (str(Path(perform.__code__.co_filename).parent), steps.__file__, transaction.__file__)


def main(action: str, document: int, officer: int, step: int, details: dict) -> None:
    warm_up(document)
    found, line = [], 0
    while True:
        line += step
        connections.close_all()
        where = act_and_die(action, document, officer, details, line)
        found.append({"line": line, "where": where, "left": what_is_there(document)})
        if not where or found[-1]["left"] != found[0]["left"]:
            break
    print(json.dumps(found))


def warm_up(document: int) -> None:
    """What each child inherits: a warm renderer, and the pages whose addresses a paper names."""
    to_pdf(paper_of(Document.objects.get(pk=document)))
    Press.print = unwatched(Press.print)
    assert get_resolver().url_patterns


def act_and_die(action: str, document: int, officer: int, details: dict, line: int) -> str:
    """The place where the process died; "" when it lived to the end."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        person = Officer.objects.get(pk=officer)
        sys.settrace(dying_at(line, writing))
        perform(action, Document.objects.get(pk=document), person, **details)
        sys.settrace(None)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        where = told.read()
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) == bool(where), status
    return where


def unwatched(printing):
    """A watch at each call makes printing four times slower, and there is no line of ours to die at."""

    def print_paper(*words):
        watch = sys.gettrace()
        sys.settrace(None)
        try:
            return printing(*words)
        finally:
            sys.settrace(watch)

    return print_paper


def dying_at(line: int, writing: int):
    passed = 0

    def trace(frame, event, _):
        nonlocal passed
        if not frame.f_code.co_filename.startswith(WATCHED):
            return None
        if event == "line":
            passed += 1
            if passed == line:
                os.write(writing, f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}".encode())
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    return trace


def what_is_there(document: int) -> dict:
    row = Document.objects.get(pk=document)
    return {
        "status": row.status,
        "number": row.number,
        "entries": RegisterEntry.objects.filter(document=row).count(),
        "copies": SigningCopy.objects.filter(document=row).count(),
        "issues": Issue.objects.filter(document=row).count(),
        "events": Event.objects.filter(document=row).count(),
    }


if __name__ == "__main__":
    action, document, officer, step, *words = sys.argv[1:]
    details: dict[str, object] = dict(word.split("=", 1) for word in words)
    if "day" in details:
        details["day"] = date.fromisoformat(str(details["day"]))
    main(action, int(document), int(officer), int(step), details)
