"""A large file that a job makes, kept in the database in pieces: whoever writes or sends it holds one piece at a time.

In the database, because the worker that makes it and the server that sends it may be two machines.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .models import Job, MadePiece
from .running import Run

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

PIECE = 4_000_000  # bytes


class Pieces(io.RawIOBase):
    """Takes bytes in order, as an archive does that is written to a pipe. `keep` once all is written."""

    def __init__(self, run: Run):
        self._run, self._waiting, self._places = run, bytearray(), 0
        MadePiece.objects.filter(job=run.job).exclude(token=run.token).delete()  # of attempts that died

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer", /) -> int:
        self._waiting += data
        while len(self._waiting) >= PIECE:
            self._store(PIECE)
        return len(memoryview(data))

    def keep(self, result: dict[str, object]) -> None:
        """In the transaction that finishes the job: `result` names the pieces."""
        if self._waiting:
            self._store(len(self._waiting))
        result["pieces"] = self._run.token

    def _store(self, size: int) -> None:
        data, self._waiting = bytes(self._waiting[:size]), self._waiting[size:]
        MadePiece.objects.create(job=self._run.job, token=self._run.token, place=self._places, data=data)
        self._places += 1


def pieces_of(job: Job) -> Iterator[bytes]:
    """One query a piece."""
    pieces = MadePiece.objects.filter(job=job, token=job.result.get("pieces", "")).order_by("place")
    for pk in list(pieces.values_list("pk", flat=True)):
        yield bytes(MadePiece.objects.values_list("data", flat=True).get(pk=pk))


def is_there(job: Job) -> bool:
    return MadePiece.objects.filter(job=job, token=job.result.get("pieces", "")).exists()
