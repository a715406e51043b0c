"""Pages of a PDF of ours taken as they are, with a block set below what stands on the last of them."""

from collections.abc import Sequence
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium

from .pdf_files import opened


def count_of(pdf: bytes) -> int:
    with opened(pdf) as document:
        return len(document)


def with_block_below(pdf: bytes, pages: Sequence[int], block: bytes, *, margin: float, gap: float) -> bytes:
    """`pages` (from 0) of `pdf`, then what stands on `block`, a page: `gap` points below the last words where that
    leaves the lower `margin` free, else on a page of its own.

    What was signed stays as it looks; the signatures themselves are of the original bytes alone.
    """
    with opened(pdf) as source, opened(block) as below:
        made = pypdfium2.PdfDocument.new()
        try:
            made.import_pages(source, pages=list(pages))
            for page in made:
                pdfium.FPDFPage_Flatten(
                    page, pdfium.FLAT_PRINT
                )  # seals and signatures become part of the page
            _set_below(made, below, margin, gap)
            file = BytesIO()
            made.save(file)
            return file.getvalue()
        finally:
            made.close()


def _set_below(made: pypdfium2.PdfDocument, below: pypdfium2.PdfDocument, margin: float, gap: float) -> None:
    last = made[len(made) - 1]
    top, bottom = _extent(below[0], margin)
    lift = _extent(last, margin)[1] - gap - top
    is_upright = last.get_width() < last.get_height()
    if not is_upright or bottom + lift < margin:
        made.import_pages(below)
        return
    matter = below.page_as_xobject(0, made).as_pageobject()
    matter.set_matrix(pypdfium2.PdfMatrix().translate(0, lift))
    last.insert_obj(matter)
    last.gen_content()


def _extent(page: pypdfium2.PdfPage, margin: float) -> tuple[float, float]:
    """How far what stands between the margins reaches, upwards and downwards."""
    bounds = [item.get_bounds() for item in page.get_objects(max_depth=1)]
    within = [(bottom, top) for _, bottom, _, top in bounds if bottom > margin - 1 and top > bottom]
    if not within:
        return page.get_height() - margin, page.get_height() - margin
    return max(top for _, top in within), min(bottom for bottom, _ in within)
