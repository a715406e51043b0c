"""Where signature and seal stand on the paper (NĐ 30/2020, Phụ lục I, II.7d and II.8a), and what is drawn there."""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import short_date, upper
from plans.models import Document
from plans.paper.pdf import render_pdf
from plans.signatures.pdf_files import Box, boxes_of_fields, lines_of_text

MM = 72 / 25.4  # points
SIGNATURE_WIDTH = 46 * MM
LOWEST, HIGHEST = 10 * MM, 26 * MM  # of a signature; the paper leaves about 25 mm between post and name
SEAL = 36 * MM  # across, a district's or commune's seal in its real size
HIDDEN = 0.5  # of a line that a signature may lie over before the line counts as covered
BIGGEST_PICTURE = 2 * 1024 * 1024  # bytes
SIDE = 4000  # pixels


def place_of_signature(pdf: bytes, document: Document) -> Box:
    """Between post and name, centred on the name. Raises Refusal when the paper has no such place."""
    name = post = None
    last_post = upper(document.signature_lines.strip().splitlines()[-1].strip())
    for line in lines_of_text(pdf):
        if line.text == last_post:
            post, name = line, None
        elif post and line.text == document.signer and line.page == post.page:
            name = line
            break
    if post is None or name is None:
        raise Refusal(Problem("Không tìm thấy chỗ ký giữa chức vụ và họ tên trên văn bản."))
    middle = (name.left + name.right) / 2
    room = post.bottom - name.top - 2 * MM
    height = max(LOWEST, min(HIGHEST, room))
    centre = (post.bottom + name.top) / 2
    half = SIGNATURE_WIDTH / 2
    return Box(name.page, middle - half, centre - height / 2, middle + half, centre + height / 2)


def place_of_seal(signature: Box) -> Box:
    """Over about a third of the signature, at its left."""
    right = signature.left + signature.width / 3
    centre = (signature.bottom + signature.top) / 2
    return Box(signature.page, right - SEAL, centre - SEAL / 2, right, centre + SEAL / 2)


def covered_words(before: bytes, after: bytes, document: Document) -> list[str]:
    """The lines of the paper that signatures added to `before` lie over; post and name may be touched (II.7d)."""
    touchable = {upper(line.strip()) for line in document.signature_lines.splitlines()} | {document.signer}
    added = boxes_of_fields(after) - boxes_of_fields(before)
    return [
        line.text
        for line in lines_of_text(before)
        if line.text not in touchable and any(line.share_under(box) > HIDDEN for box in added)
    ]


def picture(data: bytes, field: str) -> bytes:
    """A PNG with a transparent background, as the decree asks; raises Refusal with every reason why not."""
    problems = []
    if len(data) > BIGGEST_PICTURE:
        problems.append(Problem("Ảnh lớn hơn 2 MB: thu nhỏ rồi tải lại.", field))
    try:
        with Image.open(BytesIO(data)) as image:
            image.load()
            if image.format != "PNG" or (
                image.mode not in {"RGBA", "LA"} and "transparency" not in image.info
            ):
                problems.append(
                    Problem("Ảnh phải là PNG có nền trong suốt (NĐ 30/2020, Phụ lục I, II.7).", field)
                )
            if max(image.size) > SIDE:
                problems.append(
                    Problem(f"Ảnh lớn hơn {SIDE} điểm ảnh mỗi chiều: thu nhỏ rồi tải lại.", field)
                )
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        problems.append(Problem("Tệp không phải là ảnh PNG đọc được.", field))
    if problems:
        raise Refusal(*problems)
    return data


WORDS = """
@page {{ size: {width}pt {height}pt; margin: 0 }}
body {{ margin: 0; font: 7pt/1.2 "Times New Roman", "Liberation Serif", serif; color: {colour} }}
div {{ box-sizing: border-box; width: {width}pt; height: {height}pt; padding: 2pt; overflow: hidden;
  padding-{covered}: {overlap}pt; border: 1pt solid {colour}; text-align: center }}
b {{ display: block; font-size: 8.5pt }}
span {{ white-space: nowrap }}
"""


@dataclass(frozen=True)
class Ink:
    colour: str
    covered: str  # the side on which signature and seal lie over each other; words keep off it


BLUE, RED = Ink("#1f3fa8", "left"), Ink("#c8102e", "right")


def stamp_in_words(who: str, when: datetime, box: Box, ink: Ink) -> bytes:
    """A one-page PDF of the size of `box`, for whoever has no picture of signature or seal.

    Set by the same renderer as the paper: PDF libraries that draw text themselves space Vietnamese wrongly.
    """
    css = WORDS.format(
        width=round(box.width, 2),
        height=round(box.height, 2),
        colour=ink.colour,
        covered=ink.covered,
        overlap=round(SIGNATURE_WIDTH / 3 + 2, 2),
    )
    zone = f"{when:%z}"
    moment = f"{short_date(when.date())} <span>{when:%H:%M:%S} {zone[:-2]}:{zone[-2:]}</span>"
    return render_pdf(f"<div>Ký bởi<b>{escape(who)}</b>{moment}</div>", css)
