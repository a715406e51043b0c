"""What a PDF file is made of: pages, pictures, attachments, lines.

The site calls `pages_of`, `picture_of`, `lines_of_text`, `attachments_of` and `read_pages_of` on papers that it
made itself; `measured`, `drawn`, `attached` and `read` answer behind the airlock, for what people brought
(`plans.signatures.asking`).
"""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import RLock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from childlabour.airlock.carrying import plain
from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import nfc

INCH = 72  # points
TALLEST = 4  # times as high as wide: no page that is to be drawn
_ONE_THREAD = RLock()  # PDFium bears no second one, and the site is served by several
UNOPENABLE = "Không mở được tệp PDF này (hỏng hoặc đặt mật khẩu): quét lại."


@dataclass(frozen=True)
class MeasuredPage:
    width: float  # mm
    height: float
    dpi: int | None  # of the one picture that covers the page; None when there is no such picture


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Raises `pypdfium2.PdfiumError` for what cannot be opened. No thread has a file open beside another one's."""
    with _ONE_THREAD:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def measured(data: bytes, *, at_most: int) -> dict[str, Any]:
    """How many pages a file has; when there are at least one and no more than `at_most`, each of them measured."""
    try:
        with opened(data) as document:
            count = len(document)
            return {"count": count, "pages": plain(_pages(document)) if 1 <= count <= at_most else []}
    except Exception as fault:  # a spoilt file can break any assumption of a parser
        raise Refusal(Problem(UNOPENABLE, "scan")) from fault


def drawn(data: bytes, *, number: int) -> str:
    """A page (from 0) as PNG, in base64."""
    try:
        return b64encode(picture_of(data, number)).decode()
    except Exception as fault:  # as above
        raise Refusal(Problem(UNOPENABLE, "scan")) from fault


def attached(data: bytes) -> list[list[str]]:
    """The attachments, content in base64."""
    return [[name, b64encode(content).decode()] for name, content in attachments_of(data)]


def attachments_of(pdf: bytes) -> list[tuple[str, bytes]]:
    """Name and content of each attached file; nothing when the PDF cannot be opened."""
    try:
        with opened(pdf) as document:
            files = [document.get_attachment(number) for number in range(document.count_attachments())]
            return [(file.get_name(), bytes(file.get_data())) for file in files]
    except pypdfium2.PdfiumError:
        return []


def read(data: bytes) -> list[Any]:
    """What each page says, as `read_pages_of`."""
    pages: list[Any] = plain(read_pages_of(data))
    return pages


@dataclass(frozen=True)
class ReadPage:
    text: str  # of the page itself, without what signatures and notes lay over it
    has_picture: bool  # of the page itself; what a signature shows is no part of it


def read_pages_of(pdf: bytes) -> list[ReadPage]:
    """What each page says; nothing when the PDF cannot be opened."""
    try:
        with opened(pdf) as document:
            return [_read(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        return []


def _read(page: pypdfium2.PdfPage) -> ReadPage:
    text = page.get_textpage()
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
    return ReadPage(nfc(text.get_text_range()), any(True for _ in pictures))


def pages_of(pdf: bytes) -> list[MeasuredPage]:
    with opened(pdf) as document:
        return _pages(document)


def _pages(document: pypdfium2.PdfDocument) -> list[MeasuredPage]:
    """One page at a time: what it is made of is let go before the next one."""
    found = []
    for number in range(len(document)):
        page = document[number]
        found.append(measured_page(page))
        page.close()
    return found


def picture_of(pdf: bytes, number: int, width: int = 900) -> bytes:
    """Page `number` (from 0) as PNG, `width` pixels wide. Raises IndexError for a page that is not there."""
    with opened(pdf) as document:
        if not 0 <= number < len(document):
            raise IndexError(number)
        page = document[number]
        if page.get_height() > page.get_width() * TALLEST:
            raise ValueError("nobody can look at a page like this")
        written = BytesIO()
        page.render(scale=width / page.get_width(), may_draw_forms=True).to_pil().save(written, "PNG")
        return written.getvalue()


def measured_page(page: pypdfium2.PdfPage) -> MeasuredPage:
    width, height = page.get_size()
    return MeasuredPage(width * 25.4 / INCH, height * 25.4 / INCH, _resolution(page, width, height))


def _resolution(page: pypdfium2.PdfPage, width: float, height: float) -> int | None:
    """The lowest resolution among the pictures that cover half the page or more."""
    found = []
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        covers = (right - left) * (top - bottom) / (width * height)
        if covers >= 0.5:
            across, down = picture.get_px_size()
            found.append(min(across * INCH / (right - left), down * INCH / (top - bottom)))
    return round(min(found)) if found else None


@dataclass(frozen=True)
class Box:
    """On a page counted from 0, in points from its lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def share_under(self, other: "Box") -> float:
        """How much of this box the other one lies over, from 0 to 1."""
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        if self.page != other.page or across <= 0 or up <= 0 or not self.width * self.height:
            return 0
        return across * up / (self.width * self.height)


def boxes_of_fields(pdf: bytes) -> set[Box]:
    """Where form fields, signatures among them, are shown."""
    with opened(pdf) as document:
        return {box for number in range(len(document)) for box in _boxes_on(document[number], number)}


def _boxes_on(page: pypdfium2.PdfPage, number: int) -> Iterator[Box]:
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        shown = pdfium.FPDFPage_GetAnnot(page, place)
        corners = pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetSubtype(shown) == pdfium.FPDF_ANNOT_WIDGET:
            pdfium.FPDFAnnot_GetRect(shown, corners)
            yield Box(number, corners.left, corners.bottom, corners.right, corners.top)
        pdfium.FPDFPage_CloseAnnot(shown)


@dataclass(frozen=True)
class TextLine(Box):
    """A run of text on one line."""

    text: str


def lines_of_text(pdf: bytes) -> list[TextLine]:
    """Each line of each page as it is drawn; columns side by side are lines of their own."""
    with opened(pdf) as document:
        return [line for number in range(len(document)) for line in _lines_on(document[number], number)]


def _lines_on(page: pypdfium2.PdfPage, number: int) -> Iterator[TextLine]:
    text = page.get_textpage()
    for place in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(place)
        said = " ".join(nfc(text.get_text_bounded(left, bottom, right, top)).split())
        if said:
            yield TextLine(number, left, bottom, right, top, said)
