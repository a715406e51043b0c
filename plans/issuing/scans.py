"""The paper that was signed by hand, scanned and brought back (NĐ 30/2020, Phụ lục I, Phần II: colour, 200 dpi).

Of a paper of old times, the scan that lies in the archive, or the PDF that was made of it then: nobody knows how many
pages it should have, and it is taken as it is, as long as it can be read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.units.models import Officer
from plans.models import Document, Scan, Status
from plans.signatures.asking import scanned_pages
from plans.signatures.pdf_files import MeasuredPage, pages_of

from .freezing import copy_to_sign, sha256

LARGEST = 40 * 1024 * 1024  # bytes: forty pages in colour at 200 dpi
MOST_PAGES = 200
LEAST_DPI = 200
LEAST_DPI_OF_OLD = 100  # letters of 13 points can still be read
A4 = (210, 297)  # mm
TOLERANCE = 12  # mm; scanners crop


@dataclass(frozen=True)
class MeasuredScan:
    """A file that was looked at, which takes seconds: before anything is locked, so that nobody else waits for it."""

    data: bytes
    pages: tuple[MeasuredPage, ...]


def measured(data: bytes) -> MeasuredScan:
    """Raises Refusal when the file is no PDF, too large, of too many pages, or cannot be opened."""
    return MeasuredScan(data, _pages(data))


def bring(document: Document, data: bytes, officer: Officer) -> Scan:
    """Keep the scan of a numbered plan, or of an old one not yet proposed, in place of one brought before.

    Raises Refusal with every reason why not.
    """
    _refuse_unless_awaited(document)
    return keep(document, measured(data), officer)


def keep(document: Document, scan: MeasuredScan, officer: Officer) -> Scan:
    """The same of a file that was measured before."""
    faults = list(_faults_of(document, scan.pages))
    with transaction.atomic():
        locked = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
        _refuse_unless_awaited(locked)
        if faults:
            raise Refusal(*faults)
        Scan.objects.filter(document=locked).delete()
        return Scan.objects.create(
            document=locked,
            pdf=scan.data,
            sha256=sha256(scan.data),
            pages=len(scan.pages),
            resolution=min((page.dpi for page in scan.pages if page.dpi), default=None),
            brought_by_name=str(officer),
            brought_at=now(),
        )


def confirm(document: Document, seen_sha256: str, officer: Officer) -> Scan:
    """Someone has compared the pages of this very scan with ours."""
    with transaction.atomic():
        Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
        scan = Scan.objects.filter(document=document).first()
        if scan is None or scan.sha256 != seen_sha256:
            raise Refusal(Problem("Bản quét vừa được thay bằng bản khác: đối chiếu lại từ đầu.", "scan"))
        scan.confirmed_by_name, scan.confirmed_at = str(officer), now()
        scan.save(update_fields=["confirmed_by_name", "confirmed_at"])
        return scan


def _refuse_unless_awaited(document: Document) -> None:
    waits_for_it = Status.DRAFT if document.is_of_old_times else Status.NUMBERED
    if document.status != waits_for_it:
        when = "trước khi đề nghị nhập" if document.is_of_old_times else "khi đang chờ ký"
        raise Refusal(Problem(f"Văn bản {document.get_status_display()}: chỉ nộp bản quét {when}.", "scan"))


def _pages(data: bytes) -> tuple[MeasuredPage, ...]:
    if len(data) > LARGEST:
        raise Refusal(Problem(f"Bản quét nặng hơn {LARGEST // 2**20} MB: quét lại ở 200 dpi.", "scan"))
    if not data.startswith(b"%PDF-"):
        raise Refusal(Problem("Bản quét phải là tệp PDF: chọn PDF khi quét.", "scan"))
    scanned = scanned_pages(data, MOST_PAGES)
    if not 1 <= scanned.count <= MOST_PAGES:
        raise Refusal(Problem(f"Bản quét phải có từ 1 đến {MOST_PAGES} trang.", "scan"))
    return scanned.pages


def _faults_of(document: Document, pages: tuple[MeasuredPage, ...]) -> Iterator[Problem]:
    """Nobody knows how many pages an old paper had, nor on what it was scanned."""
    if document.is_of_old_times:
        return _faults_of_old_pages(pages)
    return _faults_of_pages(pages, ours=len(pages_of(bytes(copy_to_sign(document).pdf))))


def _faults_of_pages(pages: tuple[MeasuredPage, ...], ours: int) -> Iterator[Problem]:
    if len(pages) != ours:
        yield Problem(f"Bản quét có {len(pages)} trang, văn bản có {ours} trang: quét đủ từng trang.", "scan")
    for number, page in enumerate(pages, start=1):
        if page.dpi is None:
            yield Problem(
                f"Trang {number} không phải ảnh quét của tờ giấy: quét trang đã ký, đóng dấu.", "scan"
            )
        elif page.dpi < LEAST_DPI:
            yield Problem(f"Trang {number} chỉ {page.dpi} dpi: quét lại từ {LEAST_DPI} dpi.", "scan")
        across, down = sorted((page.width, page.height))
        if abs(across - A4[0]) > TOLERANCE or abs(down - A4[1]) > TOLERANCE:
            yield Problem(
                f"Trang {number} cỡ {across:.0f} × {down:.0f} mm, không phải A4: quét đúng tỷ lệ 100 %.",
                "scan",
            )


def _faults_of_old_pages(pages: tuple[MeasuredPage, ...]) -> Iterator[Problem]:
    for number, page in enumerate(pages, start=1):
        if page.dpi is not None and page.dpi < LEAST_DPI_OF_OLD:
            yield Problem(
                f"Trang {number} chỉ {page.dpi} dpi, không đọc được: quét lại từ {LEAST_DPI_OF_OLD} dpi.",
                "scan",
            )
