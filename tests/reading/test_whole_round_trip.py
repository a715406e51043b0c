"""What an office exports and reads back again is the same plan: every word, every mark, every table."""

from dataclasses import replace
from pathlib import Path

import pytest

from plans.content.asking import content_of
from plans.content.laying import lay
from plans.content.values import Content, Handling
from plans.content.words import words_of_content
from plans.law.blocks import BlockType
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.pdf import to_pdf
from plans.reading import read, read_pasted
from plans.reading.review.deciding import decided
from plans.reading.review.form import Form
from plans.reading.review.readings import reading_of
from plans.reading.review.saving import save

from .corpus.as_text import pasted
from .corpus.as_word import word
from .corpus.communes import COMMUNES, LONG_ROAD
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


MARKS = Handling(
    "at_once",
    "to_be_returned",
    "PL.(300)",
    ("Địa chỉ: số 1, đường Chi Lăng, xã Hữu Lũng", "Điện thoại: 0205 3825 000; Fax: 0205 3825 001"),
)


@pytest.fixture
def with_marks(office):
    draft = save(read(word(LONG_ROAD), "a"), office.lan, office.committee)
    lay(replace(content_of(draft), handling=MARKS), draft)
    return draft


@pytest.mark.parametrize("made", [to_docx, to_pdf])
def test_what_the_office_marked_on_the_paper_comes_back_with_it(with_marks, made):
    kept = content_of(with_marks)
    back = reading_of(read(made(paper_of(with_marks)), "a")).content
    assert back.handling == kept.handling == MARKS
    assert sorted(words(back)) == sorted(words(kept))


class TestPasted:
    LINES = pasted(LONG_ROAD).splitlines()
    AT = next(place for place, line in enumerate(LINES) if line.startswith("Số"))

    def reading(self):
        head, body = self.LINES[: self.AT + 1], self.LINES[self.AT + 1 :]
        return read_pasted("\n".join([*head, "HỎA TỐC", "XEM XONG TRẢ LẠI", *body, *MARKS.contact]))

    def test_marks_and_contact_are_said_beside_the_words(self):
        draft = self.reading()
        assert draft.handling == replace(MARKS, typist="")
        assert "XEM XONG" not in draft.issuer.upper()
        assert not any(section.is_annex for section in draft.sections)


def test_a_typist_under_the_recipients_is_no_recipient_and_no_post():
    text = pasted(LONG_ROAD)
    last = LONG_ROAD.recipients[-1]
    draft = read_pasted(text.replace(f"- {last}.", f"- {last}.\nPL.(300)"))
    assert draft.handling.typist == "PL.(300)"
    assert draft.recipients == read_pasted(text).recipients


def test_a_stamp_beside_the_words_may_be_taken_back():
    lines = TestPasted.LINES
    text = "\n".join([*lines[: TestPasted.AT + 1], "SAO Y", *lines[TestPasted.AT + 1 :]])
    reading = reading_of(read_pasted(text))
    at = next(place for place, line in enumerate(reading.lines) if line.text == "SAO Y")
    form = Form.of(reading, {"back": [str(at)]})
    assert "SAO Y" in [block.text for block in decided(reading, form.decisions()).blocks]


def test_through_pdf_every_word_comes_back(laid):
    kept = content_of(laid)
    back = reading_of(read(to_pdf(paper_of(laid)), "a.pdf")).content
    assert sorted(words(back)) == sorted(words(kept))
