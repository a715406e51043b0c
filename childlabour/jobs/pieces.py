"""A large file that a job makes, kept in the database in pieces: whoever writes or sends it holds one piece at a time.

In the database, because the worker that makes it and the server that sends it may be two machines.
"""

import errno
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from childlabour.core.errors import Refusal

from .models import Job, MadePiece
from .running import Run

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

PIECE = 4_000_000  # bytes
DELETED_MEANWHILE = (
    "Trong lúc lập tệp, phần đã lập vừa bị xóa khỏi máy chủ. Bấm “Chạy lại” để lập lại từ đầu."
)


class Pieces(io.RawIOBase):
    """Takes bytes in order, as an archive does that is written to a pipe. `keep` once all is written."""

    def __init__(self, run: Run):
        self._run, self._waiting, self._places, self._size = run, bytearray(), 0, 0
        MadePiece.objects.filter(job=run.job).exclude(token=run.token).delete()  # of attempts that died

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer", /) -> int:
        self._waiting += data
        while len(self._waiting) >= PIECE:
            self._store(PIECE)
        return len(memoryview(data))

    def keep(self, result: dict[str, object]) -> None:
        """In the transaction that finishes the job: `result` names the pieces. Raises Refusal when one is gone: a
        take-down deletes those that lie there, of whatever job. One that deletes now is waited for.
        """
        if self._waiting:
            self._store(len(self._waiting))
        stored = MadePiece.objects.filter(job=self._run.job, token=self._run.token).select_for_update()
        if len(stored.values_list("pk", flat=True)) != self._places:
            raise Refusal(DELETED_MEANWHILE)
        result |= {"pieces": self._run.token, "places": self._places, "size": self._size}

    def _store(self, size: int) -> None:
        data, self._waiting = bytes(self._waiting[:size]), self._waiting[size:]
        MadePiece.objects.create(job=self._run.job, token=self._run.token, place=self._places, data=data)
        self._places += 1
        self._size += size


def pieces_of(job: Job) -> Iterator[bytes]:
    """One query a piece. Where one is deleted meanwhile the connection is closed: who reads misses the rest of
    `size_of`, and does not take it for the whole.
    """
    pieces = _of(job).order_by("place")
    for pk in list(pieces.values_list("pk", flat=True)):
        data = MadePiece.objects.filter(pk=pk).values_list("data", flat=True).first()
        if data is None:
            raise ConnectionResetError(errno.ECONNRESET, "the file was deleted while it was sent")
        yield bytes(data)


def size_of(job: Job) -> int:
    """In bytes."""
    size: int = job.result["size"]
    return size


def is_there(job: Job) -> bool:
    """All of it: a take-down that began while the job ended saw nothing of the last piece."""
    places: int = job.result.get("places", 0)
    return 0 < places == _of(job).count()


def _of(job: Job) -> QuerySet[MadePiece]:
    return MadePiece.objects.filter(job=job, token=job.result.get("pieces", ""))
