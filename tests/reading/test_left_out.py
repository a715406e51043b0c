"""What is left out of a document: only what a page puts round it; kept with its place, and brought back when asked."""

import pytest

from plans.content.words import words_of, words_of_content
from plans.reading import read
from plans.reading.blocks.making import content_read
from plans.reading.bringing_back import brought_back
from plans.reading.sources import pasted as source_of
from plans.reading.sources.lines import SourceKind
from plans.reading.text.cleaning import left_out

from .corpus.as_text import pasted
from .corpus.facts import clause, dash, para, part
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


def page():
    return read((MENU + pasted(plan(*BODY, dash("Trẻ em được học."))) + OTHER_NEWS).encode(), "a.txt")


def test_what_is_brought_back_is_of_the_document_again():
    draft = page()
    news = next(found for found in draft.left_out if "Giá cà phê" in found.text)
    again = brought_back(draft, [news.place])
    assert " ".join(words_of(news.text)) in kept(again)
    assert news.place not in {found.place for found in again.left_out}
    assert len(again.left_out) == len(draft.left_out) - 1


def test_a_line_above_the_head_comes_back_without_taking_the_grounds_apart():
    draft = page()
    menu = next(found for found in draft.left_out if found.reason == "menu")
    before, after = content_read(draft), content_read(brought_back(draft, [menu.place]))
    assert after.citations == before.citations and len(after.blocks) == len(before.blocks) + 1


def test_a_target_that_comes_back_is_marked_and_the_numbers_of_the_others_stay():
    text = (
        MENU
        + pasted(plan(*BODY, dash("Phấn đấu 90% trẻ em được học.")))
        + OTHER_NEWS.replace("Giá cà phê tăng 30%", "Phấn đấu 85% trẻ em được tư vấn")
    )
    draft = read(text.encode(), "a.txt")
    line = next(found for found in draft.left_out if "85%" in found.text)
    again = brought_back(draft, [line.place])
    assert again.targets[: len(draft.targets)] == draft.targets
    assert [target.statement.value for target in again.targets[len(draft.targets) :]] == [85]
    assert len(list(content_read(again).targets)) == len(again.targets)
    assert len(again.findings) == len(draft.findings)


def test_what_is_not_left_out_cannot_be_brought_back():
    draft = page()
    kept_places = [place for place, passage in enumerate(draft.passages) if not passage.left_out]
    assert brought_back(draft, kept_places) == draft


def test_nothing_changes_the_second_time():
    draft = page()
    once = brought_back(draft, [draft.left_out[0].place])
    assert brought_back(once, [draft.left_out[0].place]) == once


def test_clauses_after_it_keep_their_tasks():
    body = (part("I.", "NHIỆM VỤ"), clause("1.", "Truyền thông", bold=False), para("Phát tin hằng tháng."))
    draft = read((MENU + pasted(plan(*body)) + OTHER_NEWS).encode(), "a.txt")
    again = brought_back(draft, [draft.left_out[0].place])
    assert again.tasks == draft.tasks and len(list(content_read(again).tasks)) == len(draft.tasks)
