"""Where signature and seal stand on the paper (NĐ 30/2020, Phụ lục I, II.7d and II.8a), and what is drawn there."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import short_date, upper
from plans.models import Document
from plans.paper.pdf import render_pdf
from plans.signatures.pdf_files import Box, lines_of_text

MM = 72 / 25.4  # points
SIGNATURE_WIDTH = 46 * MM
LOWEST, HIGHEST = 10 * MM, 26 * MM  # of a signature; the paper leaves about 25 mm between post and name
SEAL = 36 * MM  # across, a district's or commune's seal in its real size


def place_of_signature(pdf: bytes, document: Document) -> Box:
    """Between post and name, centred on the name, on a paper of ours. Raises Refusal when it has no such place."""
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


def touchable(document: Document) -> list[str]:
    """Post and name: the lines that a signature may lie over (II.7d)."""
    return [*(upper(line.strip()) for line in document.signature_lines.splitlines()), document.signer]


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
