"""Commands that scripts can lean on, all of one kind.

Exit code 0: done; 1: refused; 2: not understood. Standard output holds the data alone, in UTF-8 whatever the
locale; standard error one line a problem. `--output -` writes to standard output and says nothing else.
"""

import contextlib
import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error as DatabaseFault

from childlabour.core.errors import Refusal
from childlabour.core.files import write_whole

REFUSED, NOT_UNDERSTOOD = 1, 2
STANDARD_OUTPUT = "-"


class PlainError(CommandError):
    """What a command says no with: whole Vietnamese sentences, one a line, each with a way out."""

    def __init__(self, *lines: str):
        self.lines = lines
        super().__init__("\n".join(lines), returncode=REFUSED)


class PlainCommand(BaseCommand):
    """`act(**options)` does the work; a `Refusal` from any room becomes its lines and exit code 1."""

    _called_from_command_line: bool  # Django's own

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.error = self._misunderstood  # type: ignore[method-assign] # Django makes the parser itself
        return parser

    def _misunderstood(self, message: str) -> NoReturn:
        _, _, stray = message.partition("unrecognized arguments: ")
        name = self.__module__.rpartition(".")[2]
        self.not_understood(
            f"Không hiểu {f'“{stray}”' if stray else 'lệnh này'}. Xem: manage.py {name} --help"
        )

    def not_understood(self, said: str) -> NoReturn:
        """For arguments that make no sense together: exit code 2."""
        if not self._called_from_command_line:
            raise PlainError(said)
        self._say_no([said])
        sys.exit(NOT_UNDERSTOOD)

    def run_from_argv(self, argv: list[str]) -> None:
        _speak_utf8()
        try:
            super().run_from_argv(argv)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader has seen enough (| head)
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except PlainError as no:
            if not self._called_from_command_line:
                raise
            self._say_no(no.lines)
            sys.exit(REFUSED)

    def handle(self, *args: Any, **options: Any) -> str | None:
        try:
            return self.act(**options)
        except Refusal as refusal:
            raise PlainError(*(problem.message for problem in refusal.problems)) from refusal
        except DatabaseFault as fault:
            raise PlainError(
                "Cơ sở dữ liệu chưa sẵn sàng "
                f"({_first_line(fault)}). Chạy: manage.py migrate, hoặc xem lại DATABASE_URL."
            ) from fault

    def act(self, *args: Any, **options: Any) -> str | None:
        raise NotImplementedError

    def put(self, content: bytes, target: Path | None) -> None:
        """Into the file, whole or not at all; without one, onto standard output."""
        if target is None:
            self.stdout.flush()
            stream = cast(BinaryIO, self.stdout.buffer)  # Django's wrapper hands on what its stream has
            stream.write(content)
            stream.flush()
        else:
            write_whole(target, content)

    def _say_no(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.stderr.write(f"Lỗi: {' '.join(line.split())}")


def _first_line(fault: Exception) -> str:
    return (str(fault).strip().splitlines() or [fault.__class__.__name__])[0]


def _speak_utf8() -> None:
    """Under LC_ALL=C or a Latin locale Python may not know how to write Vietnamese.

    The name of a file may hold bytes that are no UTF-8: it goes out as it came in, or is spelt out.
    """
    for stream, odd_bytes in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=odd_bytes)
