"""Many papers as files at once: by several processes of one machine, with what became of each.

Only a few papers are held at a time, however many there are. A paper that cannot be made is a line of the manifest and
ends nothing.
"""

import csv
import hashlib
import io
import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.db import connections
from django.db.models import QuerySet

from childlabour.core.errors import Refusal
from plans.law.belonging import rows_of_any
from plans.models import AnnexFile, Document

from .files import Format, beside, file_of, free_name

MANIFEST = "manifest.csv"
AT_ONCE = 20  # papers at most that one process makes before it says so
AHEAD = 3  # such handfuls for each process, made or in the making
PACKED = frozenset({Format.PDF, Format.DOCX})  # files that no archive makes smaller
FAULT = "Máy chủ gặp lỗi khi lập tệp này; chi tiết ở nhật ký của máy chủ."
KILLED = "Tiến trình lập tệp này bị dừng giữa chừng (có thể do thiếu bộ nhớ): chạy lại với ít tiến trình hơn."
GONE = "Văn bản không còn ở đây."

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wanted:
    document: int
    name: str  # of its file, which no other of them has


@dataclass(frozen=True)
class Handed:
    document: int
    name: str
    content: bytes = b""  # none once it is put away
    sha256: str = ""
    error: str = ""
    is_annex: bool = False  # issued beside the file that was asked for


Handful = tuple[Wanted, ...]
Put = Callable[[Handed], Handed]  # where a file goes, told in the process that made it


def keep(one: Handed) -> Handed:
    """For whoever asked to put away himself."""
    return one


def wanted(documents: QuerySet[Document], form: Format) -> list[Wanted]:
    """In the order of the documents. One query."""
    taken: set[str] = set()
    named = documents.select_related("unit").only("kind", "number", "number_year", "symbol", "unit__symbol")
    return [
        Wanted(document.pk, free_name(f"{document.slug}.{form.suffix}", taken))
        for document in named.iterator(chunk_size=500)
    ]


def handed_out(
    asked: Sequence[Wanted], form: Format, processes: int = 1, put: Put = keep
) -> Iterator[Handed]:
    """In the order in which they were asked for; by several processes outside a transaction alone."""
    if processes == 1:
        for handful in _handfuls(asked, 1):
            yield from _made(handful, form, put)
        return
    connections.close_all()  # no child speaks on the connection of its parent
    fork = multiprocessing.get_context("fork")  # nothing is loaded twice
    with ProcessPoolExecutor(processes, mp_context=fork) as pool:
        waiting: deque[tuple[Handful, Future[list[Handed]]]] = deque()
        for handful in _handfuls(asked, processes):
            waiting.append((handful, _begun(pool, handful, form, put)))
            if len(waiting) > AHEAD * processes:
                yield from _ended(*waiting.popleft())
        while waiting:
            yield from _ended(*waiting.popleft())


def _handfuls(asked: Sequence[Wanted], processes: int) -> Iterator[Handful]:
    """Smaller towards the end, where one process would work on alone while the others have nothing left."""
    at = 0
    while at < len(asked):
        share = AT_ONCE if processes == 1 else (len(asked) - at) // (4 * processes)
        size = max(1, min(AT_ONCE, share))
        yield tuple(asked[at : at + size])
        at += size


def _begun(pool: ProcessPoolExecutor, handful: Handful, form: Format, put: Put) -> Future[list[Handed]]:
    try:
        return pool.submit(_made, handful, form, put)
    except BrokenProcessPool as fault:
        broken: Future[list[Handed]] = Future()
        broken.set_exception(fault)
        return broken


def _ended(handful: Handful, made: Future[list[Handed]]) -> Iterator[Handed]:
    try:
        yield from made.result()
    except BrokenProcessPool:
        yield from (Handed(one.document, one.name, error=KILLED) for one in handful)


def _made(handful: Handful, form: Format, put: Put) -> list[Handed]:
    """One query for the documents, and those of each file."""
    documents = Document.objects.select_related("unit__place").in_bulk([one.document for one in handful])
    annexes = _annexes_of(documents.values()) if form is Format.PDF else {}
    return [
        put(made)
        for one in handful
        for made in (
            _file(one, documents.get(one.document), form),
            *_annexes(one, annexes.get(one.document, ())),
        )
    ]


def _annexes_of(documents: Iterable[Document]) -> dict[int, list[AnnexFile]]:
    """Of issued ones, the annexes that were issued in files of their own. One query."""
    issued = [document.pk for document in documents if document.is_issued]
    found: dict[int, list[AnnexFile]] = {}
    for annex in rows_of_any(AnnexFile, issued).select_related("copy"):
        found.setdefault(annex.copy.document_id, []).append(annex)
    return found


def _annexes(one: Wanted, annexes: Iterable[AnnexFile]) -> Iterator[Handed]:
    for annex in annexes:
        content = annex.current
        yield Handed(one.document, beside(one.name, annex.place), content, _hash(content), is_annex=True)


def _file(one: Wanted, document: Document | None, form: Format) -> Handed:
    if document is None:
        return Handed(one.document, one.name, error=GONE)
    try:
        content = file_of(document, form).content
        return Handed(one.document, one.name, content, _hash(content))
    except Refusal as refusal:
        return Handed(one.document, one.name, error=" ".join(p.message for p in refusal.problems))
    except Exception:
        logger.exception("Document %s as %s", one.document, form)
        return Handed(one.document, one.name, error=FAULT)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def zip_into(file: IO[bytes], files: Iterable[Handed], form: Format, tell: Callable[[Handed], None]) -> None:
    """An archive of those that could be made, and the manifest of all; `tell` hears of each.

    `file` is only written to from start to end: a pipe will do.
    """
    packing = ZIP_STORED if form in PACKED else ZIP_DEFLATED
    lines = [MANIFEST_HEAD]
    with ZipFile(file, "w", packing) as archive:
        for one in files:
            if not one.error:
                archive.writestr(one.name, one.content)
            lines.append(manifest_line(one))
            tell(one)
        archive.writestr(MANIFEST, "".join(lines), ZIP_DEFLATED)


def manifest_line(one: Handed) -> str:
    return _line(str(one.document), one.name, one.sha256, one.error)


def _line(*values: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()


MANIFEST_HEAD = _line("id", "name", "sha256", "error")
