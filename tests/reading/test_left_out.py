"""What is left out of a document: only what a page puts round it; kept with its place, and brought back when asked."""

import pytest

from plans.content.faults import faults_of
from plans.content.words import words_of, words_of_content
from plans.reading import read
from plans.reading.blocks.making import content_read
from plans.reading.review.bringing_back import taken_back
from plans.reading.review.deciding import as_proposed, decided
from plans.reading.review.form import Form
from plans.reading.review.readings import reading_of
from plans.reading.sources import pasted as source_of
from plans.reading.sources.lines import SourceKind
from plans.reading.text.cleaning import left_out

from .corpus.as_text import pasted
from .corpus.facts import dash, para, part
from .corpus.lines import LIKE_FURNITURE, plan, with_line
from .corpus.printing import woven

BODY = (part("I.", "MỤC ĐÍCH"), para("Bảo vệ trẻ em."), part("II.", "MỤC TIÊU"))
MENU = "Trang chủ > Tin tức > Văn bản\n"
OTHER_NEWS = "\nTin khác\nKhai giảng năm học mới (05/9/2026)\nGiá cà phê tăng 30% (04/9/2026)\n"


def kept(draft) -> str:
    return " ".join(words_of_content(content_read(draft)))


@pytest.mark.parametrize("line", LIKE_FURNITURE)
def test_a_line_of_a_body_that_nothing_ends_is_none_of_a_page(line):
    """Neither "./." nor "Nơi nhận" nor a signature: somebody pasted the first pages alone."""
    text = pasted(with_line(line)).partition("Trên đây")[0].partition("Nơi nhận")[0]
    assert " ".join(words_of(line)) in kept(read(text.encode(), "a.txt"))


@pytest.mark.parametrize("line", LIKE_FURNITURE)
def test_a_line_of_a_body_without_a_head_is_none_of_a_page(line):
    text = (
        f"I. MỤC TIÊU\n- Phấn đấu 90% trẻ em được quản lý trong năm 2026.\n{line}\n"
        "II. NHIỆM VỤ\n1. Truyền thông theo Kế hoạch và Chương trình của Ủy ban nhân dân xã.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Công an xã phối hợp triển khai giải pháp, báo cáo kết quả hằng quý."
    )
    assert " ".join(words_of(line)) in kept(read(text.encode(), "a.txt"))


@pytest.mark.parametrize("line", LIKE_FURNITURE)
def test_a_copy_of_a_web_page_keeps_every_line_between_letterhead_and_signature(line):
    draft = read((MENU + pasted(with_line(line)) + OTHER_NEWS).encode(), "a.txt")
    assert " ".join(words_of(line)) in kept(draft)
    assert [found.reason for found in draft.left_out if found.reason != "debris"] == [
        "menu",
        *["other_news"] * 3,
    ]


def test_a_file_of_pdf_has_no_menus():
    lines = (para("Nguồn: Ngân sách địa phương."), para("Email: bvte@xa.example.vn"), para("Tin khác"))
    draft = read(woven(plan(*BODY, *lines)), "a.pdf")
    assert {found.reason for found in draft.left_out} <= {"page_number", "running_head", "debris"}


def test_no_menu_is_told_in_a_word_file_or_an_old_one():
    lines = source_of(MENU + pasted(plan(*BODY)) + OTHER_NEWS).lines
    for origin in (SourceKind.WORD, SourceKind.OLD_WORD, SourceKind.PDF):
        assert set(left_out(lines, origin).values()) <= {"debris", "page_number"}
    assert "other_news" in left_out(lines, SourceKind.TEXT).values()


def test_page_numbers_of_a_pdf_stand_where_their_page_ends():
    long = [para(f"Đoạn thứ {number} nói về việc bảo vệ trẻ em trên địa bàn xã.") for number in range(90)]
    draft = read(woven(plan(*BODY, *long)), "a.pdf")
    numbers = [found for found in draft.left_out if found.reason == "page_number"]
    assert [found.text for found in numbers] and all(
        0 < found.place < len(draft.passages) for found in numbers
    )
    assert [found.text for found in numbers] == sorted(found.text for found in numbers)


# ── Brought back ─────────────────────────────────────────────────────────────────────────────────


def page(news: str = OTHER_NEWS):
    text = MENU + pasted(plan(*BODY, dash("Phấn đấu 90% trẻ em được học."))) + news
    return reading_of(read(text.encode(), "a.txt"))


def laid(reading, **ticked):
    proposed = as_proposed(reading)
    kept = {
        "target": [*proposed.targets],
        "task": [*proposed.tasks],
        "citation": [*map(str, proposed.citations)],
    }
    typed = {name: [*kept.get(name, []), *ticked.get(name, [])] for name in {*kept, *ticked}}
    return decided(reading, Form.of(reading, typed).decisions())


def line_with(reading, words: str) -> int:
    return next(place for place, line in enumerate(reading.lines) if words in line.text)


def test_what_is_brought_back_is_of_the_document_again():
    reading = page()
    news = line_with(reading, "Giá cà phê")
    blocks = laid(reading, back=[str(news)]).blocks
    assert reading.lines[news].text in [block.text for block in blocks]
    assert len(blocks) == len(reading.content.blocks) + 1


def test_a_line_above_the_head_comes_back_before_the_body_and_leaves_the_grounds_alone():
    reading = page()
    menu = line_with(reading, "Trang chủ")
    content = laid(reading, back=[str(menu)])
    assert content.citations == reading.content.citations
    assert content.blocks[0].text == reading.lines[menu].text


def test_a_target_of_a_line_that_comes_back_is_offered_and_taken_by_itself():
    reading = page(OTHER_NEWS.replace("Giá cà phê tăng 30%", "Phấn đấu 85% trẻ em được tư vấn"))
    line = line_with(reading, "85%")
    (found,) = taken_back(reading, line).targets
    as_read = [mark.statement.value for _, mark in reading.content.targets]
    alone = laid(reading, back=[str(line)])
    assert [mark.statement.value for _, mark in alone.targets] == as_read
    taken = laid(reading, target=[found.id])
    assert [mark.statement.value for _, mark in taken.targets] == [*as_read, 85]
    assert not list(faults_of(taken)), "its mark lies on its words"


def test_what_is_of_the_draft_cannot_be_brought_back_once_more():
    reading = page()
    every = [str(place) for place, line in enumerate(reading.lines) if line.block] + ["999"]
    assert (
        laid(reading, back=every, target=["back-999-0", f"back-{line_with(reading, '90%')}-0"]).blocks
        == reading.content.blocks
    )
