"""Several people do the same thing to one document at the same instant.

`python -m tests.issuing.together <action> <document> <day or -> <officer>…`: prints what each was told.
"""

import json
import os
import sys
import time
from datetime import date

import django

django.setup()

from django.db import connections  # noqa: E402

from childlabour.core.errors import Refusal  # noqa: E402
from childlabour.units.models import Officer  # noqa: E402
from plans.issuing.workflow import perform  # noqa: E402
from plans.models import Document  # noqa: E402
from plans.paper.compose import paper_of  # noqa: E402
from plans.paper.pdf import to_pdf  # noqa: E402


def main(action: str, document: int, day: str, officers: list[int]) -> None:
    details = {} if day == "-" else {"day": date.fromisoformat(day)}
    to_pdf(paper_of(Document.objects.get(pk=document)))
    connections.close_all()
    start = time.time() + 0.3
    told = [ask(action, document, officer, details, start) for officer in officers]
    print(json.dumps([answer.read() for answer in told]))


def ask(action: str, document: int, officer: int, details: dict, start: float):
    reading, writing = os.pipe()
    if os.fork():
        os.close(writing)
        return os.fdopen(reading)
    person, document = Officer.objects.get(pk=officer), Document.objects.get(pk=document)
    time.sleep(max(0, start - time.time()))
    try:
        perform(action, document, person, **details)
        answer = "done"
    except Refusal as refusal:
        answer = str(refusal)
    os.write(writing, answer.encode())
    os._exit(0)


if __name__ == "__main__":
    action, document, day, *officers = sys.argv[1:]
    main(action, int(document), day, [int(officer) for officer in officers])
