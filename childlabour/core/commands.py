"""Commands that scripts can lean on: UTF-8 whatever the locale, one clear line when something is wrong."""

import contextlib
import os
import sys
from io import TextIOWrapper
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error as DatabaseFault

from childlabour.core.errors import Refusal

USAGE = 2  # exit code of a command that was not understood, as everywhere


class PlainError(CommandError):
    """What a command says no with: one Vietnamese sentence, and a way out."""


PlainError.__name__ = "Lỗi"  # Django prints it before the message


class PlainCommand(BaseCommand):
    """`act(**options)` does the work; a `Refusal` from any room becomes one line and exit code 1."""

    _called_from_command_line: bool  # Django's own

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.error = self._misunderstood  # type: ignore[method-assign] # Django makes the parser itself
        return parser

    def _misunderstood(self, message: str) -> NoReturn:
        _, _, stray = message.partition("unrecognized arguments: ")
        name = self.__module__.rpartition(".")[2]
        said = f"Không hiểu {f'“{stray}”' if stray else 'lệnh này'}. Xem: manage.py {name} --help"
        if not self._called_from_command_line:
            raise PlainError(said)
        _speak_utf8()
        sys.stderr.write(f"Lỗi: {said}\n")
        sys.exit(USAGE)

    def run_from_argv(self, argv: list[str]) -> None:
        _speak_utf8()
        try:
            super().run_from_argv(argv)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader has seen enough (| head)
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def handle(self, *args: Any, **options: Any) -> str | None:
        try:
            return self.act(**options)
        except Refusal as refusal:
            raise PlainError(" ".join(problem.message for problem in refusal.problems)) from refusal
        except DatabaseFault as fault:
            raise PlainError(
                "Cơ sở dữ liệu chưa sẵn sàng "
                f"({_first_line(fault)}). Chạy: manage.py migrate, hoặc xem lại DATABASE_URL."
            ) from fault

    def act(self, *args: Any, **options: Any) -> str | None:
        raise NotImplementedError


def _first_line(fault: Exception) -> str:
    return (str(fault).strip().splitlines() or [fault.__class__.__name__])[0]


def _speak_utf8() -> None:
    """Under LC_ALL=C or a Latin locale Python may not know how to write Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
