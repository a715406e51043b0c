"""The process in which foreign bytes are opened: `python -m childlabour.airlock.worker QUESTION`, or a fork of
`nursery` that has loaded what the question needs.

On standard input a line of JSON (the words of the question) and the bytes; on standard output a JSON answer.
It takes its limits before it loads what the question needs and before it looks at the first byte, so that neither
a bomb nor a fault in a library written in C reaches the site. It knows neither the database nor the settings, and
its environment holds no secret.
"""

import json
import os
import resource
import signal
import sys
from importlib import import_module
from typing import Any

from childlabour.core.errors import Refusal, as_data

from .questions import QUESTIONS, Question
from .refusing import Why


def main() -> None:
    question = QUESTIONS[sys.argv[1]]
    limit(question)
    # What a library prints must not stand in the answer.
    answers = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    answer(question, sys.stdin.fileno(), answers)


def answer(question: Question, told: int, answers: int) -> None:
    """Reads what is told to its end, and writes what the function of `question` says of it. Limits are taken before."""
    with os.fdopen(answers, "wb") as out:
        out.write(_said(question, told))


def limit(question: Question) -> None:
    sys.dont_write_bytecode = True  # it may write nothing, so it had better not try
    resource.setrlimit(resource.RLIMIT_AS, (question.memory, question.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (question.processor, question.processor + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has no file to write
    signal.alarm(question.clock)  # should whoever asked be gone, nobody else ends it


def _said(question: Question, told: int) -> bytes:
    try:
        with os.fdopen(told, "rb") as heard:
            words, data = json.loads(heard.readline()), heard.read()
        return _as_json({"answer": function_of(question.answered_by)(data, **words)})
    except Refusal as refusal:
        return _as_json(as_data(refusal.problems))
    except MemoryError:
        return _as_json({"why": Why.TOO_MUCH})


def function_of(name: str) -> Any:
    """Loads the room that answers."""
    module, _, function = name.rpartition(".")
    return getattr(import_module(module), function)


def _as_json(said: dict[str, Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", errors="replace")


if __name__ == "__main__":
    main()
