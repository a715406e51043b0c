"""The paper that was signed by hand, scanned and brought back (NĐ 30/2020, Phụ lục I, Phần II: colour, 200 dpi)."""

from collections.abc import Iterator

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
A4 = (210, 297)  # mm
TOLERANCE = 12  # mm; scanners crop


def bring(document: Document, data: bytes, officer: Officer) -> Scan:
    """Keep the scan of a numbered plan, in place of one brought before. Raises Refusal with every reason why not.

    The file is measured before the document is locked: nobody else waits for it.
    """
    _refuse_unless_awaited(document)
    pages, ours = _pages(data), _pages_of_ours(document)
    with transaction.atomic():
        locked = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
        _refuse_unless_awaited(locked)
        if problems := list(_faults_of_pages(pages, ours)):
            raise Refusal(*problems)
        Scan.objects.filter(document=locked).delete()
        return Scan.objects.create(
            document=locked,
            pdf=data,
            sha256=sha256(data),
            pages=len(pages),
            resolution=min(page.dpi for page in pages if page.dpi),
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
    if document.status != Status.NUMBERED:
        raise Refusal(
            Problem(f"Văn bản {document.get_status_display()}: chỉ nộp bản quét khi đang chờ ký.", "scan")
        )


def _pages(data: bytes) -> tuple[MeasuredPage, ...]:
    if len(data) > LARGEST:
        raise Refusal(Problem(f"Bản quét nặng hơn {LARGEST // 2**20} MB: quét lại ở 200 dpi.", "scan"))
    if not data.startswith(b"%PDF-"):
        raise Refusal(Problem("Bản quét phải là tệp PDF: chọn PDF khi quét.", "scan"))
    scanned = scanned_pages(data, MOST_PAGES)
    if not 1 <= scanned.count <= MOST_PAGES:
        raise Refusal(Problem(f"Bản quét phải có từ 1 đến {MOST_PAGES} trang.", "scan"))
    return scanned.pages


def _pages_of_ours(document: Document) -> int:
    return len(pages_of(bytes(copy_to_sign(document).pdf)))


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
