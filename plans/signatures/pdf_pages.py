"""Pages of a PDF taken as they are, with a block set below what stands on the last of them.

Asked behind the airlock (`plans.signatures.asking`): a scan, or what a stranger's tool signed, stays foreign.
"""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium

from childlabour.core.errors import Problem, Refusal

from .pdf_files import UNOPENABLE, measured_page, opened


def copied(
    data: bytes, *, further: list[str], pages: list[int] | None, block: str, margin: float, gap: float
) -> str:
    """The file of `with_block_below`, in base64 like `block` and the `further` files."""
    files = (data, *map(b64decode, further))
    try:
        made = with_block_below(files, pages, b64decode(block), margin=margin, gap=gap)
    except Exception as fault:  # a spoilt file can break any assumption of a parser
        raise Refusal(Problem(UNOPENABLE)) from fault
    return b64encode(made).decode()


def with_block_below(
    files: Sequence[bytes], pages: Sequence[int] | None, block: bytes, *, margin: float, gap: float
) -> bytes:
    """`pages` (from 0, counted on from file to file; None: all), then what stands on `block`, a page: `gap` points
    below the last words where that leaves the lower `margin` free, else, and below the picture of a page, on a page of
    its own.

    What was signed stays as it looks; the signatures themselves are of the original bytes alone.
    """
    with opened(block) as below:
        made = pypdfium2.PdfDocument.new()
        try:
            before = 0
            for file in files:
                before += _import(made, file, pages, before)
            for page in made:
                pdfium.FPDFPage_Flatten(
                    page, pdfium.FLAT_PRINT
                )  # seals and signatures become part of the page
            _set_below(made, below, margin, gap)
            written = BytesIO()
            made.save(written)
            return written.getvalue()
        finally:
            made.close()


def _import(made: pypdfium2.PdfDocument, file: bytes, pages: Sequence[int] | None, before: int) -> int:
    """Those of `pages` that are in `file`, where `before` pages come before it; how many pages it has."""
    with opened(file) as source:
        count = len(source)
        chosen = [at for at in range(count) if pages is None or before + at in pages]
        if chosen:
            made.import_pages(source, pages=chosen)
        return count


def _set_below(made: pypdfium2.PdfDocument, below: pypdfium2.PdfDocument, margin: float, gap: float) -> None:
    last = made[len(made) - 1]
    is_upright = last.get_width() < last.get_height()
    if not is_upright or measured_page(last).dpi:  # where words end on a picture nobody knows
        made.import_pages(below)
        return
    top, bottom = _extent(below[0], margin)
    lift = _extent(last, margin)[1] - gap - top
    if bottom + lift < margin:
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
