"""The keyboard on the sheet, as in Word: what stands there before, the keys, what stands there then."""

import pytest
from playwright.sync_api import Page, expect

from plans.drafting.starting import Start, start_blank

from .desk_pages import log_in
from .sheet_pages import draft_now, lines_now, open_sheet, press, put, words_of

pytestmark = pytest.mark.django_db(transaction=True)

TWO_PARTS = ("part 1 I.|A", "clause 2 1.|a", "part 1 II.|B", "clause 2 1.|b")
TURNED = ["part 1 II.|B", "clause 2 1.|b", "part 1 I.|A", "clause 2 1.|a"]

# what a person does: (what stands there, keys, what stands there then)
LISTS = {
    "Enter goes on with the next number": (
        ["clause 2 1.|Mục đích"],
        ["Enter", "Yêu cầu"],
        ["clause 2 1.|Mục đích", "clause 2 2.|Yêu cầu"],
    ),
    "Enter on an empty number ends the list": (
        ["clause 2 1.|Mục đích"],
        ["Enter", "Enter", "Hai"],
        ["clause 2 1.|Mục đích", "paragraph 3|Hai"],
    ),
    "Enter within a line": (
        ["clause 2 1.|Mục^đích"],
        ["Enter"],
        ["clause 2 1.|Mục", "clause 2 2.|đích"],
    ),
    "Enter before the first letter": (
        ["part 1 I.|A", "clause 2 1.|^đích"],
        ["Enter"],
        ["part 1 I.|A", "paragraph 2|", "clause 2 1.|đích"],
    ),
    "a dash after a dash": (
        ["paragraph 3 -|Một"],
        ["Enter", "Hai"],
        ["paragraph 3 -|Một", "paragraph 3 -|Hai"],
    ),
    "letters run as in the alphabet": (
        ["clause 4 d)|Một"],
        ["Enter", "Hai"],
        ["clause 4 d)|Một", "clause 4 đ)|Hai"],
    ),
    "text after a heading": (
        ["part 1 I.|MỤC ĐÍCH"],
        ["Enter", "Hai"],
        ["part 1 I.|MỤC ĐÍCH", "paragraph 2|Hai"],
    ),
    "an article after an article": (
        ["article 2 Điều 1.|Ban hành kèm theo."],
        ["Enter", "Hai"],
        ["article 2 Điều 1.|Ban hành kèm theo.", "article 2 Điều 2.|Hai"],
    ),
    "Shift+Enter numbers nothing": (
        ["clause 2 1.|Một"],
        ["Shift+Enter", "Hai"],
        ["clause 2 1.|Một", "paragraph 3|Hai"],
    ),
    "Backspace takes the number first": (
        ["part 1 I.|A", "clause 2 1.|^đích"],
        ["Backspace"],
        ["part 1 I.|A", "paragraph 2|đích"],
    ),
    "then the line joins the one above": (
        ["part 1 I.|Mục ", "clause 2 1.|^đích"],
        ["Backspace", "Backspace"],
        ["part 1 I.|Mục đích"],
    ),
    "Delete at the end joins the one below": (
        ["part 1 I.|Mục ^", "clause 2 1.|đích"],
        ["Delete"],
        ["part 1 I.|Mục đích"],
    ),
    "Tab one deeper": (
        ["clause 2 1.|A", "clause 2 2.|B"],
        ["Tab"],
        ["clause 2 1.|A", "clause 3 1.1.|B"],
    ),
    "Tab runs on from its sibling there": (
        ["clause 2 1.|A", "clause 3 1.1.|B", "clause 2 2.|C"],
        ["Tab"],
        ["clause 2 1.|A", "clause 3 1.1.|B", "clause 3 1.2.|C"],
    ),
    "Tab below a third level": (
        ["clause 3 1.1.|A", "clause 3 1.2.|B"],
        ["Tab"],
        ["clause 3 1.1.|A", "clause 4 a)|B"],
    ),
    "Tab on a dash": (["part 1 I.|A", "paragraph 2 -|B"], ["Tab"], ["part 1 I.|A", "paragraph 2 +|B"]),
    "Shift+Tab one up": (
        ["clause 2 1.|A", "clause 3 1.1.|B"],
        ["Shift+Tab"],
        ["clause 2 1.|A", "clause 2 2.|B"],
    ),
}
TYPED = {
    "a part": (["paragraph 1|^"], ["I. ", "Mục đích"], ["part 1 I.|Mục đích"]),
    "a clause": (
        ["part 1 I.|A", "paragraph 2|^"],
        ["1. ", "Mục đích"],
        ["part 1 I.|A", "clause 2 1.|Mục đích"],
    ),
    "a clause of the next level": (["paragraph 1|^"], ["1.1. ", "X"], ["clause 3 1.1.|X"]),
    "a point": (["paragraph 1|^"], ["a) ", "X"], ["clause 4 a)|X"]),
    "a dash": (["part 1 I.|A", "paragraph 2|^"], ["- ", "X"], ["part 1 I.|A", "paragraph 2 -|X"]),
    "an article": (["paragraph 1|^"], ["Điều 1. ", "Ban"], ["article 2 Điều 1.|Ban"]),
    "over the number that was proposed": (
        ["clause 2 1.|A"],
        ["Enter", "- ", "X"],
        ["clause 2 1.|A", "paragraph 3 -|X"],
    ),
    "a chapter and its title below": (
        ["paragraph 1|^"],
        ["Chương I", "Enter", "QUY"],
        ["chapter 0 Chương I|QUY"],
    ),
    "a chapter and its title behind": (["paragraph 1|^"], ["Chương I QUY"], ["chapter 0 Chương I|QUY"]),
    "a sentence that begins with a chapter": (
        ["paragraph 1|^"],
        ["Chương I của Luật"],
        ["paragraph 1|Chương I của Luật"],
    ),
    "an annex on a sheet of its own": (
        ["part 1 I.|A", "paragraph 2|^"],
        ["Phụ lục", "Enter", "BẢNG", "Enter", "dòng"],
        ["part 1 I.|A", "annex 0 Phụ lục|BẢNG", "paragraph 1|dòng"],
    ),
    "an annex that is none any more": (
        ["part 1 I.|A", "annex 0 Phụ lục|^B"],
        ["Backspace"],
        ["part 1 I.|A", "paragraph 2|B"],
    ),
    "taken back": (["paragraph 1|^"], ["1. ", "Control+z"], ["paragraph 1|1."]),
}
MOVED = {
    "a part up, with what stands below": (
        ["part 1 I.|A", "clause 2 1.|a", "part 1 II.|B^", "clause 2 1.|b"],
        ["Alt+ArrowUp"],
        TURNED,
    ),
    "a part down": (
        ["part 1 I.|A^", "clause 2 1.|a", "part 1 II.|B", "clause 2 1.|b"],
        ["Alt+ArrowDown"],
        TURNED,
    ),
    "a paragraph into the next part": (
        ["part 1 I.|A", "paragraph 2|p^", "part 1 II.|B"],
        ["Alt+ArrowDown"],
        ["part 1 I.|A", "part 1 II.|B", "paragraph 2|p"],
    ),
    "the first stays the first": (
        ["part 1 I.|A^", "part 1 II.|B"],
        ["Alt+ArrowUp"],
        ["part 1 I.|A", "part 1 II.|B"],
    ),
}
KINDS = {
    "a new part behind the line": (
        ["part 1 I.|A", "paragraph 2|p"],
        ["Control+Enter", "X"],
        ["part 1 I.|A", "paragraph 2|p", "part 1 II.|X"],
    ),
    "numbers anew": (
        ["part 1 I.|A", "part 1 II.|X^", "part 1 II.|B", "clause 2 1.|a", "clause 2 3.|b"],
        ["Control+Shift+N"],
        ["part 1 I.|A", "part 1 II.|X", "part 1 III.|B", "clause 2 1.|a", "clause 2 2.|b"],
    ),
    "a line as a part": (
        ["part 1 I.|A", "paragraph 2|X"],
        ["Control+Alt+1"],
        ["part 1 I.|A", "part 1 II.|X"],
    ),
    "pressed again a paragraph": (["part 1 I.|A"], ["Control+Alt+1"], ["paragraph 1|A"]),
}
TABLES = {
    "from cell to cell": (
        ["paragraph 1|^"],
        ["Control+Alt+t", "Enter", "TT", "Tab", "Việc", "Tab", "Ai", "Tab", "1"],
        ["table 1|", "row 2|TT | Việc | Ai", "row 2|1 |  | ", "row 2| |  | ", "paragraph 1|"],
    ),
    "Tab in the last cell makes a row": (
        ["paragraph 1|^"],
        ["Control+Alt+t", "Enter", *["Tab"] * 9, "x"],
        ["table 1|", *["row 2| |  | "] * 3, "row 2|x |  | ", "paragraph 1|"],
    ),
    "a column more and a row less": (
        ["paragraph 1|^"],
        ["Control+Alt+t", "Enter", "Control+Alt+ArrowRight", "Control+Alt+Backspace"],
        ["table 1|", *["row 2| |  |  | "] * 2, "paragraph 1|"],
    ),
    "the whole table less": (["paragraph 1|^"], ["Control+Alt+t", "Enter", "Control+Alt+Delete"], []),
    "a line below the last table": (
        [
            {"key": "t", "type": "table", "level": 1, "columns": [[100, "left"]]},
            {"key": "r", "type": "row", "level": 2, "cells": [{"paragraphs": [[["a^", False, False, []]]]}]},
        ],
        ["ArrowDown", "x"],
        ["table 1|", "row 2|a", "paragraph 1|x"],
    ),
}


@pytest.fixture
def sheet(page, office) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    open_sheet(page, start_blank(Start(office.committee, 2024, office.lan)))
    return page


@pytest.mark.parametrize(
    "acts", [LISTS, TYPED, MOVED, KINDS, TABLES], ids=["lists", "typed", "moved", "kinds", "tables"]
)
def test_keys_do_as_in_word(sheet, acts):
    for name, (before, keys, after) in acts.items():
        put(sheet, *before)
        press(sheet, *keys)
        assert lines_now(sheet) == after, name


def test_a_table_says_how_wide_its_columns_are(sheet):
    put(sheet, "paragraph 1|^")
    press(sheet, "Control+Alt+t", "Enter", "Control+Alt+ArrowRight")
    table = draft_now(sheet)["blocks"][0]
    assert len(table["columns"]) == 4
    assert 97 <= sum(share for share, _ in table["columns"]) <= 103
    assert table["head_rows"] == 1


def test_cells_are_joined_and_parted(sheet):
    put(sheet, "paragraph 1|^")
    press(
        sheet,
        "Control+Alt+t",
        "Enter",
        "một",
        "Tab",
        "hai",
        "Shift+ArrowLeft",
        "Shift+ArrowLeft",
        "Shift+ArrowLeft",
    )
    press(sheet, "Shift+ArrowLeft", "Control+Alt+m")
    row = draft_now(sheet)["blocks"][1]
    assert (row["cells"][0]["across"], words_of(row)) == (2, "một / hai | ")


def test_bold_and_italic(sheet):
    put(sheet, "paragraph 1|thường ")
    press(sheet, "Control+b", "đậm", "Control+b", "Control+i", " nghiêng")
    assert draft_now(sheet)["blocks"][0]["runs"] == [
        ["thường ", False, False, []],
        ["đậm", True, False, []],
        [" nghiêng", False, True, []],
    ]


def test_everything_done_in_this_window_is_taken_back_and_done_again(sheet):
    put(sheet, "part 1 I.|A")
    press(
        sheet, "Enter", "một", "Enter", "- ", "hai", "Alt+ArrowUp", "Control+Alt+t", "Enter", "Control+Alt+1"
    )
    after = lines_now(sheet)
    for _ in range(30):
        press(sheet, "Control+z")
    assert lines_now(sheet) == ["part 1 I.|A"]
    for _ in range(30):
        press(sheet, "Control+y")
    assert lines_now(sheet) == after


def test_one_step_back_takes_one_line_however_fast_it_was_typed(sheet):
    put(sheet, "paragraph 1|A")
    press(sheet, "Enter", "một", "Enter", "hai", "Control+z")
    assert lines_now(sheet) == ["paragraph 1|A", "paragraph 1|một"]


def test_a_footnote_is_written_where_it_is_called_and_numbered_by_its_place(sheet):
    put(sheet, "paragraph 1|Luật Trẻ em", "paragraph 1|Bộ luật Lao động")
    press(sheet, "Control+Alt+f", "Số 45", "Enter", ";")
    sheet.locator(".paper .prose").first.click()
    press(sheet, "End", "Control+Alt+f", "Số 102", "Enter", ",")
    assert lines_now(sheet) == [
        "paragraph 1|Luật Trẻ em,",
        "note 2 1|Số 102",
        "paragraph 1|Bộ luật Lao động;",
        "note 2 2|Số 45",
    ]
    assert sheet.locator(".paper .calls").evaluate_all("all => all.map(one => one.dataset.call)") == [
        "1",
        "2",
    ]
    blocks = draft_now(sheet)["blocks"]
    assert blocks[0]["runs"][1] == ["m", False, False, [blocks[1]["key"]]]


def test_a_footnote_that_is_undone_leaves_no_call(sheet):
    put(sheet, "paragraph 1|Luật Trẻ em")
    press(sheet, "Control+Alt+f", "Số 102", "Control+z")
    assert lines_now(sheet) == ["paragraph 1|Luật Trẻ em"]
    assert draft_now(sheet)["blocks"][0]["runs"] == [["Luật Trẻ em", False, False, []]]
    press(sheet, "Control+y")
    assert lines_now(sheet) == ["paragraph 1|Luật Trẻ em", "note 2 1|Số 102"]
    expect(sheet.locator(".paper .calls")).to_have_count(1)


def test_in_whose_name_it_is_signed_has_a_place_before_anything_is_said(sheet):
    put(sheet, "paragraph 1|x", signer={"lines": [], "name": ""})
    assert draft_now(sheet)["signer"] == {"lines": [], "name": ""}
    sheet.locator(".paper .signature-line").click()
    press(sheet, "TM. ỦY BAN NHÂN DÂN", "Enter", "CHỦ TỊCH", "ArrowDown", "Vi Văn Hùng")
    assert draft_now(sheet)["signer"] == {"lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "Vi Văn Hùng"}


def test_one_menu_is_open_at_a_time_and_a_press_elsewhere_closes_it(sheet):
    tables, lines = (sheet.locator(".sheet-bar summary", has_text=name) for name in ("Bảng", "Đoạn"))
    opened = sheet.locator(".sheet-bar details[open]")
    tables.click()
    lines.click()
    expect(opened).to_have_count(1)
    sheet.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    tables.click()
    sheet.locator(".paper .title").click()
    expect(opened).to_have_count(0)


def test_on_a_telephone_the_bar_says_whether_all_is_saved_and_its_menus_are_whole(sheet):
    put(sheet, "paragraph 1|x")
    sheet.set_viewport_size({"width": 360, "height": 740})
    expect(sheet.locator("#saved")).to_be_in_viewport(ratio=1)
    for name in ("Bảng", "Đoạn", "Văn bản"):
        sheet.locator(".sheet-bar summary", has_text=name).click()
        first = sheet.locator(".sheet-bar details[open] .menu > *").first
        expect(first).to_be_in_viewport(ratio=1)
        first.click(trial=True)
        sheet.keyboard.press("Escape")


def test_choosing_all_spares_head_and_foot_first(sheet):
    put(sheet, "part 1 I.|A", "paragraph 2|b", title="Trích yếu", signer={"lines": ["CHỦ TỊCH"], "name": "A"})
    press(sheet, "Control+a", "Z")
    assert [*map(words_of, draft_now(sheet)["blocks"])] == ["Z"]
    press(sheet, "Control+a", "Control+a", "Backspace")
    draft = draft_now(sheet)
    assert (draft["title"], draft["signer"], draft["blocks"]) == ("", {"lines": [], "name": ""}, [])


def test_head_and_foot_line_by_line(sheet):
    put(sheet, "paragraph 1|x", citations=[{"text": "Luật Trẻ em^"}], recipients=[{"text": "Như Điều 1"}])
    press(sheet, "Enter", "Quyết định số 782/QĐ-TTg")
    assert [ground["text"] for ground in draft_now(sheet)["citations"]] == [
        "Luật Trẻ em",
        "Quyết định số 782/QĐ-TTg",
    ]
    press(sheet, "Enter", "Enter", "Ủy ban nhân dân xã")
    assert lines_now(sheet)[0] == "paragraph 1|Ủy ban nhân dân xã"
    sheet.locator(".recipient").click()
    press(sheet, "End", "Enter", "Lưu: VT")
    assert [one["text"] for one in draft_now(sheet)["recipients"]] == ["Như Điều 1", "Lưu: VT"]


def test_from_the_title_one_comes_to_the_grounds_and_from_the_last_of_them_to_the_text(sheet):
    put(sheet, "part 1 I.|MỤC ĐÍCH", title="Phòng ngừa^")
    press(
        sheet,
        "Enter",
        "Căn cứ Luật Trẻ em;",
        "Enter",
        "Căn cứ Kế hoạch 192.",
        "Enter",
        "Xã xây dựng như sau:",
    )
    assert [ground["text"] for ground in draft_now(sheet)["citations"]] == [
        "Căn cứ Luật Trẻ em;",
        "Căn cứ Kế hoạch 192.",
    ]
    assert lines_now(sheet) == ["paragraph 1|Xã xây dựng như sau:", "part 1 I.|MỤC ĐÍCH"]


def test_an_opening_that_is_typed_behind_a_ground_is_the_text(sheet):
    put(sheet, "part 1 I.|MỤC ĐÍCH", title="Phòng ngừa^")
    press(sheet, "Enter", "Căn cứ Luật Trẻ em;", "Enter", "Xã xây dựng Kế hoạch như sau:", "Enter", "Một")
    assert [ground["text"] for ground in draft_now(sheet)["citations"]] == ["Căn cứ Luật Trẻ em;"]
    assert lines_now(sheet)[:2] == ["paragraph 1|Xã xây dựng Kế hoạch như sau:", "paragraph 1|Một"]


def test_a_table_is_as_large_as_it_is_asked_for_and_its_columns_as_wide(sheet):
    put(sheet, "paragraph 1|^")
    press(sheet, "Control+Alt+t")
    sheet.get_by_label("Số hàng").fill("4")
    sheet.get_by_label("Số cột").fill("2")
    sheet.get_by_role("button", name="Chèn bảng").click()
    table, *rows = draft_now(sheet)["blocks"][:5]
    assert ([share for share, _ in table["columns"]], [len(row["cells"]) for row in rows]) == (
        [50, 50],
        [2] * 4,
    )
    press(sheet, "x", *["Alt+Shift+ArrowLeft"] * 3)
    assert [share for share, _ in draft_now(sheet)["blocks"][0]["columns"]] == [44, 56]
    press(sheet, "Control+Alt+d")
    assert [share for share, _ in draft_now(sheet)["blocks"][0]["columns"]] == [50, 50]


def test_squares_tell_the_size_of_a_table_to_the_mouse(sheet):
    put(sheet, "paragraph 1|^")
    press(sheet, "Control+Alt+t")
    squares = sheet.locator(".squares span")
    squares.nth(8 * 4 + 5).hover()
    expect(sheet.get_by_label("Số hàng")).to_have_value("5")
    expect(sheet.locator(".squares .chosen")).to_have_count(5 * 6)
    squares.nth(8 * 4 + 5).click()
    assert [len(block["cells"]) for block in draft_now(sheet)["blocks"] if "cells" in block] == [6] * 5


def test_a_ground_that_is_typed_first_is_a_ground(sheet):
    put(sheet, "paragraph 1|^")
    press(
        sheet,
        "Căn cứ Luật Trẻ em ngày 05/4/2016;",
        "Enter",
        "Căn cứ tình hình của xã, Ủy ban nhân dân xã:",
        "Enter",
    )
    draft = draft_now(sheet)
    assert [ground["text"] for ground in draft["citations"]] == ["Căn cứ Luật Trẻ em ngày 05/4/2016;"]
    assert lines_now(sheet)[0] == "paragraph 1|Căn cứ tình hình của xã, Ủy ban nhân dân xã:"


def test_the_table_of_keys_names_every_key(sheet):
    sheet.get_by_role("button", name="Bảng phím").click()
    dialog = sheet.get_by_role("dialog", name="Bảng phím")
    for key in ("Ctrl+B", "Ctrl+Z", "Alt+↑", "Ctrl+F", "Ctrl+S", "Shift+Tab"):
        expect(dialog.get_by_text(key, exact=True)).to_be_visible()
    dialog.get_by_role("button", name="Đóng").click()
    sheet.locator("#kind").focus()
    sheet.keyboard.press("F1")
    expect(dialog).to_be_visible()


def test_every_button_of_the_bar_names_its_key(sheet):
    titles = sheet.locator("#bar button[data-key]").evaluate_all("all => all.map(one => one.title)")
    assert len(titles) > 20
    assert all("(" in title for title in titles)


# ── Input methods ────────────────────────────────────────────────────────────────────────────────


def compose(page: Page, *steps: str, end: str = "") -> None:
    """As UniKey, ibus and Gboard do: a word changes in place until it is done."""
    protocol = page.context.new_cdp_session(page)
    for step in steps:
        protocol.send(
            "Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)}
        )
    protocol.send("Input.insertText", {"text": end or steps[-1]})
    protocol.detach()


def test_a_word_composed_by_telex_stands_as_it_was_composed(sheet):
    put(sheet, "part 1 I.|A", "paragraph 2|Trẻ em ^được học")
    compose(sheet, "d", "dd", "đ", "đa", "đan", "đang")
    assert lines_now(sheet)[1] == "paragraph 2|Trẻ em đangđược học"
    compose(sheet, "v", "vu", "vui", "vuif", "vùi")
    assert lines_now(sheet)[1] == "paragraph 2|Trẻ em đangvùiđược học"


def test_nothing_touches_the_line_while_a_word_is_composed(sheet):
    """The last line bears the end mark and bound words: both wait until the input method is done."""
    put(sheet, "part 1 I.|A", "paragraph 2|ngày 26 tháng 5^")
    line = sheet.locator(".paper p[data-type=paragraph]")
    line.evaluate(
        """line => {
            window.torn = [];
            new MutationObserver(all => all.forEach(one =>
                one.type === "attributes" && window.torn.push(one.attributeName))
            ).observe(line, { attributes: true, subtree: true });
        }"""
    )
    protocol = sheet.context.new_cdp_session(sheet)
    for step in (".", ". ", ". N", ". Na", ". Nam", ". Năm"):
        protocol.send(
            "Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)}
        )
    assert sheet.evaluate("window.torn") == []
    protocol.send("Input.insertText", {"text": ". Năm."})
    expect(line).to_have_class("prose ends-stop")
    assert lines_now(sheet)[1] == "paragraph 2|ngày 26 tháng 5. Năm."


def test_a_beginning_that_an_input_method_wrote_is_read_when_it_is_done(sheet):
    put(sheet, "part 1 I.|A", "paragraph 2|^")
    compose(sheet, "1", "1.", "1. ", "1. M", "1. Mục")
    expect(sheet.locator(".paper [data-type=clause]")).to_have_text("Mục")
    assert lines_now(sheet)[1] == "clause 2 1.|Mục"
