"""Notes at the foot of a printed page come back as notes of the document, on the word that calls them."""

import shutil
from dataclasses import replace

import pytest

from plans.content.asking import content_of
from plans.content.laying import lay
from plans.content.values import Block, Content
from plans.law.blocks import BlockType
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.pdf import to_pdf
from plans.reading import read
from plans.reading.blocks.making import content_read
from plans.reading.review.saving import save

from .corpus.as_word import word
from .corpus.communes import LONG_ROAD
from .corpus.printing import word_converted
from .test_whole_round_trip import words

pytestmark = pytest.mark.django_db

LONG = (
    "Số liệu tổng hợp từ báo cáo của các thôn, bản và các trường học trên địa bàn, kể cả trẻ em tạm trú, " * 3
)


def notes_of(content: Content) -> list[tuple[list[str], str]]:
    """The last word of what each note hangs on, and what it says."""
    runs = [run for block in content.blocks for stretch in block.stretches for run in stretch]
    return [
        ([run.text.split()[-1] for run in runs if block.key in run.marks], block.text)
        for block in content.blocks
        if block.type is BlockType.NOTE
    ]


def with_notes(content: Content, *said: str) -> Content:
    """Each note hangs on the last words of one of the first paragraphs."""
    blocks: list[Block] = []
    left = list(said)
    for block in content.blocks:
        if left and block.type is BlockType.PARAGRAPH and block.runs:
            key, number = f"note-{len(left)}", str(len(said) - len(left) + 1)
            *runs, last = block.runs
            blocks.append(replace(block, runs=(*runs, replace(last, marks=(*last.marks, key)))))
            blocks.append(
                Block(
                    key,
                    BlockType.NOTE,
                    block.level,
                    number,
                    runs=(replace(last, text=left.pop(0), marks=()),),
                )
            )
        else:
            blocks.append(block)
    return replace(content, blocks=tuple(blocks))


@pytest.fixture
def kept(office):
    draft = save(read(word(LONG_ROAD), "a"), office.lan, office.committee)
    said = ("Theo Báo cáo số 15/BC-UBND.", LONG.strip(" ,"), "Không kể trẻ em tạm trú.")
    lay(with_notes(content_of(draft), *said), draft)
    return draft


def by_weasyprint(paper, folder):
    return to_pdf(paper)


def by_libreoffice_as_others_write(paper, folder):
    """A note that only LibreOffice counts."""
    blocks = (replace(block, marker="") if block.type == BlockType.NOTE else block for block in paper.blocks)
    return word_converted(folder, to_docx(replace(paper, blocks=tuple(blocks))), "pdf")


def by_libreoffice(paper, folder):
    """Which counts notes itself, and prints a mark of our own beside its figure: "22 Số liệu …"."""
    return word_converted(folder, to_docx(paper), "pdf")


CONVERTED = (by_libreoffice, by_libreoffice_as_others_write)


@pytest.mark.parametrize("printed", [by_weasyprint, *(CONVERTED if shutil.which("soffice") else [])])
def test_notes_come_back_on_their_words(kept, printed, tmp_path):
    content = content_of(kept)
    back = content_read(read(printed(paper_of(kept), tmp_path), "a.pdf"))
    assert notes_of(back) == notes_of(content)
    assert sorted(words(back)) == sorted(words(content))


def test_recipients_in_small_type_are_no_notes(office):
    draft = save(read(word(LONG_ROAD), "a"), office.lan, office.committee)
    back = content_read(read(to_pdf(paper_of(draft)), "a.pdf"))
    assert notes_of(back) == []
