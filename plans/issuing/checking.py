"""Whether what was issued is still what was issued: bytes, hash, data, words, signatures, and the locks on them.

Of a scan there is the hash alone: nobody reads its picture here.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import connection
from django.db.models import F, OuterRef, QuerySet, Subquery

from childlabour.core.vietnamese import nfc
from plans.law.belonging import rows_of
from plans.models import (
    PUBLISHED,
    AnnexFile,
    Document,
    Event,
    Issue,
    Means,
    RegisterBook,
    Scan,
    TakeDown,
    TakeDownState,
)
from plans.paper.apart import annex_papers, in_main_file, name_of_annex
from plans.paper.document import Paper
from plans.paper.frozen import from_data
from plans.paper.on_file import OF_THE_LAYOUT
from plans.paper.words import page_of_annex_that_differs, page_that_differs
from plans.signatures.asking import attachments_in, read_pages_in
from plans.signatures.pdf_files import ReadPage, attachments_of, read_pages_of

from . import register, triggers
from .checking_signatures import faults_of_seal, faults_of_signatures
from .freezing import sha256
from .standing import faults_of_rows


@dataclass(frozen=True)
class Fault:
    where: str
    what: str


def faults() -> Iterator[Fault]:
    """Everything that is not as it was issued. Reads every stored file once, one at a time."""
    yield from _faults_of_locks()
    for document in Document.objects.filter(status__in=PUBLISHED, issue=None).select_related("unit"):
        yield Fault(str(document), "đã ban hành nhưng không có bản lưu")
    issues = Issue.objects.select_related("document__unit__place", "document__programme")
    issues = issues.prefetch_related("document__signatures")
    for issue in issues.order_by("pk").iterator(chunk_size=20):
        for what in (
            *faults_of(issue),
            *faults_of_signatures(issue),
            *faults_of_annexes(issue),
            *faults_of_a_copy(issue),
            *faults_of_rows(issue),
        ):
            yield Fault(str(issue.document), what)
    yield from _faults_of_states()
    for scan in Scan.objects.select_related("document__unit").order_by("pk").iterator(chunk_size=5):
        if sha256(bytes(scan.pdf)) != scan.sha256:
            yield Fault(str(scan.document), "bản quét khác mã kiểm tra của nó")
    yield from _faults_of_books()
    for take_down in TakeDown.objects.filter(state=TakeDownState.UNDER_WAY).select_related("document__unit"):
        yield Fault(
            str(take_down.document), "một lần lược dữ liệu cá nhân dở dang: không phải hệ thống để lại"
        )


def _faults_of_locks() -> Iterator[Fault]:
    for name in triggers.missing(connection):
        yield Fault("cơ sở dữ liệu", f"thiếu khóa {name}: chạy manage.py migrate")
    for name in triggers.strange(connection):
        yield Fault("cơ sở dữ liệu", f"khóa lạ {name}: không phải của hệ thống, xem ai đã đặt")
    for name in triggers.altered(connection):
        yield Fault("cơ sở dữ liệu", f"khóa {name} đã bị tắt hoặc bị sửa: chạy manage.py migrate")


def _faults_of_books() -> Iterator[Fault]:
    for book in RegisterBook.objects.select_related("series__unit"):
        for number in register.gaps(book):
            yield Fault(str(book), f"không có số {number:02d} và không có lý do")
        for number in register.on_the_wrong_side(book):
            yield Fault(
                str(book), f"số {number:02d} không ở phía của nó: sổ giấy khai đến {book.opened_after:02d}"
            )


def faults_of(issue: Issue) -> Iterator[str]:
    pdf = bytes(issue.pdf)
    is_same = sha256(pdf) == issue.sha256
    if not is_same:
        yield "tệp PDF khác mã kiểm tra đã lưu"
    said = (issue.snapshot.get("number", ""), issue.snapshot.get("date"))
    if said != (issue.number, issue.issued_on.isoformat() if issue.issued_on else None):
        yield "số, ngày trong bản lưu khác số, ngày đã đăng ký"
    is_foreign = not is_same or not _is_ours(issue)
    attached = attached_data(attachments_in(pdf) if is_foreign else attachments_of(pdf))
    if attached is None:
        yield "tệp PDF không kèm dữ liệu của văn bản"
    elif attached != {key: value for key, value in issue.snapshot.items() if key != OF_THE_LAYOUT}:
        yield "dữ liệu kèm trong tệp PDF khác bản lưu"
    printed = layout_of(issue)
    main_file = partial(page_that_differs, in_main_file(printed)) if printed else None
    yield from _faults_of_pages(read_pages_in(pdf) if is_foreign else read_pages_of(pdf), main_file)


def faults_of_annexes(issue: Issue) -> Iterator[str]:
    """Of each annex in a file of its own the same: hash, words, signature. One query, and none where there is none."""
    layout = layout_of(issue)
    papers = annex_papers(layout) if layout else ()
    kept = {annex.place: annex for annex in rows_of(AnnexFile, issue.document)} if papers else {}
    for place, paper in enumerate(papers, start=1):
        annex, name = kept.pop(place, None), name_of_annex(paper)
        if annex is None:
            yield f"không có tệp {name}"
            continue
        for what in (*_faults_of_annex(annex, paper, is_ours=_is_ours(issue)), *faults_of_seal(annex, issue)):
            yield f"tệp {name}: {what}"
    for annex in kept.values():
        yield f"tệp {annex.label} không thuộc văn bản này"


def _faults_of_annex(annex: AnnexFile, paper: Paper, *, is_ours: bool) -> Iterator[str]:
    pdf = annex.current
    is_same = sha256(pdf) == annex.sha256
    if not is_same:
        yield "khác mã kiểm tra đã lưu"
    pages = read_pages_of(pdf) if is_same and is_ours else read_pages_in(pdf)
    yield from _faults_of_pages(pages, partial(page_of_annex_that_differs, paper))


def layout_of(issue: Issue) -> Paper | None:
    """None of one that was kept before the layout was kept with the data."""
    return from_data(issue.snapshot[OF_THE_LAYOUT]) if OF_THE_LAYOUT in issue.snapshot else None


def _faults_of_pages(
    pages: list[ReadPage], that_differs: Callable[[list[str]], int | None] | None
) -> Iterator[str]:
    """A page may have been put in the place of another one while the attachment stayed what it was."""
    if not pages:
        yield "không mở được tệp PDF"
        return
    for number, page in enumerate(pages, start=1):
        if page.has_picture:
            yield f"trang {number} của tệp PDF có ảnh; hệ thống không in ảnh lên văn bản"
    differs = that_differs([page.text for page in pages]) if that_differs else None
    if differs is not None:
        yield f"chữ trên trang {differs} của tệp PDF khác bản lưu"


def _faults_of_states() -> Iterator[Fault]:
    """A document stands where its last event left it."""
    last = Event.objects.filter(document=OuterRef("pk")).order_by("-pk").values("status_after")[:1]
    standing = Document.objects.filter(status__in=PUBLISHED).annotate(left_at=Subquery(last))
    for document in standing.exclude(left_at=F("status")).select_related("unit"):
        yield Fault(str(document), "trạng thái khác diễn biến đã ghi")


def _is_ours(issue: Issue) -> bool:
    """Every byte was made here: nobody signed it with a tool of his own."""
    return all(signature.means != Means.OUTSIDE for signature in issue.document.signatures.all())


def faults_of_a_copy(issue: Issue) -> Iterator[str]:
    """Where words were taken out, the paper is the one that was made then, and marked; elsewhere it bears no mark."""
    marked = bool(issue.snapshot.get(OF_THE_LAYOUT, {}).get("taken_out"))
    last = taken_out_of(issue.document).last()
    if last and issue.sha256 != last.sha256_after:
        yield "bản lược khác mã kiểm tra đã ghi khi lược dữ liệu cá nhân"
    if marked != bool(last):
        yield "dấu “bản lược” trên văn bản không khớp với các lần lược đã ghi"


def taken_out_of(document: Document) -> QuerySet[TakeDown]:
    """The take-downs that changed its paper, in their order."""
    return TakeDown.objects.that_changed_a_paper().filter(document=document)


def copies_with_words_taken_out() -> QuerySet[Issue]:
    """Issued papers that are no longer what was signed, because a person's data were taken out. One query."""
    shorter = TakeDown.objects.that_changed_a_paper().values("document")
    issues = Issue.objects.filter(document__in=shorter).defer("pdf", "snapshot")
    return issues.select_related("document__unit").order_by("pk")


def attached_data(attachments: list[tuple[str, bytes]]) -> dict[str, Any] | None:
    """The plan's own data inside its PDF; None when there are none that can be read."""
    for name, content in attachments:
        if name.endswith(".json"):
            try:
                data: dict[str, Any] = json.loads(nfc(content.decode()))
            except ValueError:
                return None
            return data
    return None
