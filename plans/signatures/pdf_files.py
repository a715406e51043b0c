"""What a PDF file is made of: pages, pictures, attachments. The only reader of PDF files in this room."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium

from childlabour.core.vietnamese import nfc

INCH = 72  # points


@dataclass(frozen=True)
class MeasuredPage:
    width: float  # mm
    height: float
    dpi: int | None  # of the one picture that covers the page; None when there is no such picture


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Raises `pypdfium2.PdfiumError` for what cannot be opened."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def attachments_of(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each attached file; nothing when the PDF cannot be opened."""
    try:
        with opened(pdf) as document:
            for number in range(document.count_attachments()):
                attachment = document.get_attachment(number)
                yield attachment.get_name(), bytes(attachment.get_data())
    except pypdfium2.PdfiumError:
        return


@dataclass(frozen=True)
class ReadPage:
    text: str  # of the page itself, without what signatures and notes lay over it
    is_picture: bool


def read_pages_of(pdf: bytes) -> list[ReadPage]:
    """What our own paper says, page by page. Not for files of strangers: they are opened in a process of their own."""
    with opened(pdf) as document:
        return [_read(document[number]) for number in range(len(document))]


def _read(page: pypdfium2.PdfPage) -> ReadPage:
    text = page.get_textpage()
    return ReadPage(nfc(text.get_text_range()), _resolution(page, *page.get_size()) is not None)


def pages_of(pdf: bytes) -> list[MeasuredPage]:
    with opened(pdf) as document:
        return [_measured(document[number]) for number in range(len(document))]


def picture_of(pdf: bytes, number: int, width: int = 900) -> bytes:
    """Page `number` (from 0) as PNG, `width` pixels wide. Raises IndexError for a page that is not there."""
    with opened(pdf) as document:
        if not 0 <= number < len(document):
            raise IndexError(number)
        page = document[number]
        written = BytesIO()
        page.render(scale=width / page.get_width(), may_draw_forms=True).to_pil().save(written, "PNG")
        return written.getvalue()


def _measured(page: pypdfium2.PdfPage) -> MeasuredPage:
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


def lines_of_text(pdf: bytes) -> Iterator[TextLine]:
    """Each line of each page as it is drawn; columns side by side are lines of their own."""
    with opened(pdf) as document:
        for number in range(len(document)):
            text = document[number].get_textpage()
            for place in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(place)
                said = " ".join(nfc(text.get_text_bounded(left, bottom, right, top)).split())
                if said:
                    yield TextLine(number, left, bottom, right, top, said)
