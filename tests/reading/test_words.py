"""The first law: words of the source from its title to its last recipient = words of the content, in order."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plans.content.faults import faults_of
from plans.content.words import words_of, words_of_content
from plans.reading import read
from plans.reading.blocks.making import content_read
from plans.reading.sources import read_source
from targets.language.lexicon.patterns import listed
from tests.words import counted

from .corpus.as_text import markdown, pasted
from .corpus.as_word import word
from .corpus.cases import Case, printed_cases, quick_cases
from .corpus.facts import clause, dash, para, part
from .corpus.forms import own_forms_of
from .corpus.lines import BEFORE_A_COLON, LIKE_FURNITURE, plan, with_line
from .corpus.others import OTHERS

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
PLANS = [case for case in (*quick_cases(), *printed_cases()) if not case.name.startswith("web/")]
# Of a paper without a title of its own the draft has one from its opening: those words stand there twice.
UNTITLED = {"sao-tinh-lang-khe", "001-ha-dong-tin-ke-hoach-2021-2025", "002-brvt-phong-trao-thi-dua-2023"}
OF_OTHER_HANDS = [o for o in OTHERS if o.kind == "KH" and o.number and o.name not in UNTITLED]


@cache
def words(name: str):
    case = next(case for case in PLANS if case.name == name)
    return of_file(case.data, case.file)


def of_file(data: bytes, file: str):
    draft = read(data, file)
    return counted(read_source(data, file), draft, content_read(draft))


@pytest.mark.parametrize("case", PLANS, ids=lambda case: case.name)
def test_no_word_is_lost_added_or_moved(case: Case):
    found = words(case.name)
    assert (found.lost, found.added, found.moved) == ([], [], [])


@pytest.mark.parametrize("other", OF_OTHER_HANDS, ids=lambda other: other.name)
def test_no_word_of_a_paper_of_another_hand_is_lost_or_added(other):
    found = of_file(other.data, "a.txt")
    assert (found.lost, found.added) == ([], [])


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.txt")), ids=lambda path: path.stem)
def test_no_word_of_a_real_paper_is_lost_or_added_in_any_form(path):
    found = {form: of_file(data, file) for form, file, data in own_forms_of(path.read_text("utf-8"))}
    assert {form: words.lost for form, words in found.items()} == {form: [] for form in found}
    if path.stem not in UNTITLED:
        assert {form: words.added for form, words in found.items()} == {form: [] for form in found}


@pytest.mark.parametrize("line", LIKE_FURNITURE)
@pytest.mark.parametrize("made", [word, lambda paper: pasted(paper).encode()], ids=["word", "pasted"])
def test_a_line_of_the_body_is_never_taken_for_furniture(line, made):
    content = content_read(read(made(with_line(line)), ""))
    before, after = words_of("của cộng đồng"), words_of("II NHIỆM VỤ")
    assert " ".join([*before, *words_of(line), *after]) in " ".join(words_of_content(content))


WHOSE = {
    duty: body
    for duty in BEFORE_A_COLON
    for body in (duty.text.split(":")[0] if duty.text.startswith(("Trung tâm", "Đoàn kiểm tra")) else "",)
}


@pytest.mark.parametrize("duty", BEFORE_A_COLON, ids=lambda row: row.text[:30])
@pytest.mark.parametrize("made", [word, lambda paper: markdown(paper).encode()], ids=["word", "markdown"])
def test_words_before_a_colon_stay_with_the_duty(made, duty):
    """A body that they name has the duty; else it is that of the heading above."""
    body = (part("I.", "TỔ CHỨC THỰC HIỆN"), clause("1.", "Sở Y tế"), duty)
    content = content_read(read(made(plan(*body)), ""))
    block = next(block for block in content.blocks if block.printed == f"{duty.mark} {duty.text}")
    assert block.task.units_said == WHOSE[duty]
    heading = next(block for block in content.blocks if block.text == "Sở Y tế")
    assert heading.charge.units_said == "Sở Y tế" and heading.task is None


def test_a_figure_in_a_cell_drawn_with_bars_is_no_page_number():
    cells = "\n|\n5.1\n|\nĐơn vị có mô hình bảo vệ trẻ em.\n|\n5\n|\nGhi rõ tên mô hình.\n|\n"
    text = pasted(with_line("Bảng tiêu chí:")).replace("Bảng tiêu chí:", f"Bảng tiêu chí:\n{cells}")
    content = content_read(read(text.encode(), "a.txt"))
    assert " ".join(words_of(cells)) in " ".join(words_of_content(content))


def test_a_note_that_a_copy_put_below_the_signature_stays_whole():
    note = "[1] " + "Gồm Quyết định số 12/QĐ-UBND ngày 01/3/2026 của Ủy ban nhân dân xã; " * 8
    text = pasted(plan(part("I.", "NHIỆM VỤ"), clause("1.", "Truyền thông[1]"))) + "\n\n" + note
    content = content_read(read(text.encode(), "a.txt"))
    assert " ".join(words_of(note)) in " ".join(words_of_content(content))


PIECES = st.sampled_from(
    listed("""
        trẻ em lao động | gia đình | hỗ trợ | truyền thông | kiểm tra 05 cơ sở | thôn bản | xã | Sở Y tế | Công an xã |
        100% | 85% hộ nghèo | năm 2026 | I. | 1. | a) | (2) | - | + | : | ; | . | 111 | 2 | đạt trên | Nguồn: |
        Căn cứ Luật Trẻ em | Phụ lục kèm theo | Nơi nhận quà | * | ** | [1] | / | Điều 5. | Chương I | Trên đây là |
        Chủ trì: | KẾ HOẠCH | Tin khác | ./. | KT. CHỦ TỊCH | Thực hiện Kế hoạch số 5/KH-UBND | TT | >
    """)
)
LINES = st.lists(PIECES, min_size=1, max_size=12).map(" ".join)
ROWS = st.one_of(
    LINES.map(para),
    LINES.map(dash),
    st.tuples(st.integers(1, 9), LINES).map(lambda said: clause(f"{said[0]}.", said[1], bold=False)),
    LINES.map(lambda text: clause("1.", text)),
)


@given(st.lists(ROWS, min_size=1, max_size=12))
@example([para("Nơi nhận KT. CHỦ TỊCH"), dash("trẻ em lao động")])  # no two columns
@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_of_any_body_in_word_is_lost_added_or_moved(rows):
    found = of_file(word(plan(part("I.", "NHIỆM VỤ"), *rows, part("II.", "KINH PHÍ"))), "a.docx")
    assert (found.lost, found.added, found.moved) == ([], [], [])


@pytest.mark.parametrize("case", PLANS, ids=lambda case: case.name)
def test_what_is_read_can_be_laid(case: Case):
    assert [fault.message for fault in faults_of(content_read(read(case.data, case.file)))] == []
