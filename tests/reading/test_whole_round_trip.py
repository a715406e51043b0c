"""What an office exports and reads back again is the same plan: every word, every mark, every table."""

from pathlib import Path

import pytest

from plans.content.asking import content_of
from plans.content.values import Content
from plans.content.words import words_of_content
from plans.law.blocks import BlockType
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.pdf import to_pdf
from plans.reading import read
from plans.reading.review.readings import reading_of
from plans.reading.review.saving import save

from .corpus.as_word import word
from .corpus.communes import COMMUNES
from .corpus.facts import clause, part, point
from .corpus.lines import TASK_TABLE, plan
from .corpus.others import OTHERS
from .corpus.upper import UPPER

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

PAPERS = {
    **{paper.name: word(paper) for paper in (*COMMUNES, *UPPER)},
    **{other.name: other.data for other in OTHERS if other.kind == "KH"},
    "a table of tasks": word(
        plan(
            part("I.", "TỔ CHỨC THỰC HIỆN"),
            clause("1.", "Công an huyện Hữu Lũng"),
            point("-", "Phấn đấu 90% cơ sở, 80% hộ kinh doanh được kiểm tra, chậm nhất ngày 30/6/2026."),
            TASK_TABLE,
        )
    ),
    **{path.name: path.read_bytes() for path in sorted(SAMPLES.rglob("*.txt"))},
}


def words(content: Content) -> list[str]:
    """Titles of parts are printed in capitals, however they are stored (NĐ 30/2020, Phụ lục I)."""
    return [word.lower() for word in words_of_content(content)]


def promises(content: Content) -> list[tuple]:
    return [
        (said.comparator, said.value, said.unit, said.horizon)
        for said in (mark.statement for _, mark in content.targets)
    ]


def duties(content: Content) -> list[tuple]:
    return [
        (block.printed.removesuffix("./.").rstrip("."), task.lead, task.units_said, task.due)
        for block, task in content.tasks
    ]


def rows(content: Content) -> list[str]:
    return [block.text for block in content.blocks if block.type == BlockType.ROW]


@pytest.fixture(params=PAPERS)
def laid(request, office):
    return save(read(PAPERS[request.param], "a"), office.lan, office.committee)


def test_through_word_nothing_changes(laid):
    kept = content_of(laid)
    back = reading_of(read(to_docx(paper_of(laid)), "a.docx")).content
    assert words(back) == words(kept)
    assert rows(back) == rows(kept)
    assert promises(back) == promises(kept)
    assert [said[0] for said in duties(back)] == [said[0] for said in duties(kept)]


def test_through_pdf_every_word_comes_back(laid):
    kept = content_of(laid)
    back = reading_of(read(to_pdf(paper_of(laid)), "a.pdf")).content
    assert sorted(words(back)) == sorted(words(kept))
