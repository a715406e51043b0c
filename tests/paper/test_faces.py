"""What the face of the paper has is printed in it; what it lacks is told."""

import io
import re
from dataclasses import replace

import pdfplumber
import pytest

from plans.paper import faces
from plans.paper.faces import lacked
from plans.paper.pdf import to_pdf
from tests.content.writing import paragraph
from tests.paper import papers

OTHERS = ("➢", "✓", "☐", "中", "文", "\uf0b7")


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Trẻ em – “hỗ trợ” ≥ 72 %, đồng bào H’Mông…", ()),
        (f"{OTHERS[0]} Tập huấn {' '.join(OTHERS)}", OTHERS),
    ],
)
def test_signs_that_the_face_lacks_are_told_once(text, signs):
    assert lacked(text) == signs


def fonts_of(text: str) -> set[str]:
    paper = replace(papers.short_letter(), blocks=(paragraph(text),))
    with pdfplumber.open(io.BytesIO(to_pdf(paper))) as document:
        return {c["fontname"].split("+")[-1] for page in document.pages for c in page.chars}


def test_what_is_said_to_be_there_is_there():
    every = [
        chr(code)
        for code in range(0x21, 0x2666)
        if re.match(f"[{faces._HAS}]", chr(code)) and chr(code).isprintable()
    ]
    used = fonts_of(" ".join(every))
    assert len(every) > 1_000
    assert all(re.match("Liberation-?Serif|Times-?New-?Roman", font) for font in used), used
