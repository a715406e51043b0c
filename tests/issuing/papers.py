"""Scans and uploads for the tests."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from plans.signatures.pdf_files import pages_of, picture_of


def upload(data: bytes, name: str = "tep.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def a_scan(
    pdf: bytes, *, dpi: int = 200, drop_last: bool = False, size: tuple[int, int] = (210, 297)
) -> bytes:
    """The pages of `pdf` as a scanner gives them back: one picture a page."""
    count = len(pages_of(pdf)) - drop_last
    across, down = (round(side / 25.4 * dpi) for side in size)
    pictures = [
        Image.open(BytesIO(picture_of(pdf, number))).convert("RGB").resize((across, down))
        for number in range(count)
    ]
    written = BytesIO()
    pictures[0].save(written, "PDF", resolution=dpi, save_all=True, append_images=pictures[1:])
    return written.getvalue()


def a_blank_scan(pages: int = 1) -> bytes:
    """Grey pages of A4 at 100 dpi: what stands on them does not matter."""
    page, written = Image.new("RGB", (827, 1169), "#ddd"), BytesIO()
    page.save(written, "PDF", resolution=100, save_all=True, append_images=[page] * (pages - 1))
    return written.getvalue()
