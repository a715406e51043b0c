"""The margin of the sheet: what words mean is proposed, taken, corrected, declined; no word is changed."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from plans.content.asking import content_of
from plans.content.values import TaskMark, span_of
from plans.models import Document
from tests.cast import a_plan, revised
from tests.content.writing import clause, paragraph, part, row, table

from .desk_pages import SAVED, log_in
from .presses import press
from .sheet_pages import open_sheet

pytestmark = pytest.mark.django_db(transaction=True)

SAVE_NOW = """async () => {
    const { saveNow } = await import("sheet/saving");
    const { opened } = await import("sheet/sheet");
    await saveNow((await opened).view());
}"""
PROMISE = "Trên 72% trẻ em có nguy cơ được hỗ trợ."
BLOCKS = (
    part("I.", "MỤC TIÊU", "goals"),
    paragraph(PROMISE, "-", "promise"),
    part("II.", "NHIỆM VỤ", "work"),
    paragraph("Truyền thông tới từng thôn.", "", "line"),
    part("III.", "TỔ CHỨC THỰC HIỆN", "organisation"),
    clause("1.", "Công an huyện", "police"),
    paragraph("Rà soát trẻ em có nguy cơ, hoàn thành trước ngày 30/6/2023.", "-", "duty"),
)


@pytest.fixture
def draft(office) -> Document:
    document = a_plan(office.committee, targets=0, tasks=0)
    return revised(document, lambda content: replace(content, blocks=BLOCKS))


@pytest.fixture
def desk(page, office, draft) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    open_sheet(page, draft)
    return page


def notes(page: Page, key: str):
    return page.locator(f"#margin [data-block={key}] .note")


def line(page: Page, key: str):
    return page.locator(f".paper [data-key={key}]")


def stored(page: Page, draft: Document, key: str):
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.evaluate(SAVE_NOW)
    return next(block for block in content_of(Document.objects.get(pk=draft.pk)).blocks if block.key == key)


def at_end(page: Page, key: str) -> None:
    line(page, key).click()
    page.keyboard.press("End")


def test_a_promise_is_proposed_hollow_taken_by_a_key_and_taken_back_by_another(desk, draft):
    expect(notes(desk, "promise")).to_have_text(["> 72%?"])
    assert "".join(line(desk, "promise").locator(".proposed").all_inner_texts()) == PROMISE.rstrip(".")
    at_end(desk, "promise")
    desk.keyboard.press("Alt+Enter")
    expect(notes(desk, "promise").first).to_have_text("> 72%")
    (mark,) = stored(desk, draft, "promise").targets
    assert mark.statement.value == 72
    desk.keyboard.press("Control+z")
    expect(notes(desk, "promise")).to_have_text(["> 72%?"])
    assert stored(desk, draft, "promise").targets == ()
    assert stored(desk, draft, "promise").text == PROMISE


def test_a_click_in_the_margin_takes_who_and_when(desk, draft, office):
    expect(notes(desk, "duty")).to_have_text(["30/6?"])
    notes(desk, "police").click()
    expect(notes(desk, "police").first).to_contain_text("Công an huyện")
    expect(notes(desk, "duty")).to_have_text(["30/6?"])
    notes(desk, "duty").click()
    expect(notes(desk, "duty").first).to_have_text("30/6")
    assert stored(desk, draft, "police").charge.units == (office.police.pk,)
    assert stored(desk, draft, "duty").task.due.isoformat() == "2023-06-30"


def test_one_press_takes_all_and_one_key_takes_all_back(desk, draft):
    expect(desk.locator("#take-all")).to_have_text("Nhận cả 3 đề xuất")
    desk.locator("#take-all").click()
    expect(desk.locator("#take-all")).to_be_hidden()
    assert stored(desk, draft, "duty").task
    line(desk, "duty").click()
    desk.keyboard.press("Control+z")
    expect(desk.locator("#take-all")).to_have_text("Nhận cả 3 đề xuất")


def test_what_is_no_target_is_said_once_and_remembered(desk, draft):
    at_end(desk, "promise")
    expect(notes(desk, "promise")).to_have_text(["> 72%?"])
    desk.keyboard.press("Alt+k")
    expect(notes(desk, "promise")).to_have_count(0)
    assert stored(desk, draft, "promise").declined == {"target"}
    open_sheet(desk, draft)
    expect(notes(desk, "police")).to_have_count(1)
    expect(notes(desk, "promise")).to_have_count(0)
    line(desk, "promise").click()
    desk.get_by_role("button", name="Bỏ ghi nhớ").click()
    expect(notes(desk, "promise")).to_have_text(["> 72%?"])


def test_the_panel_corrects_a_part_as_a_change_of_the_document(desk, draft):
    at_end(desk, "promise")
    expect(notes(desk, "promise")).to_have_text(["> 72%?"])
    desk.keyboard.press("Alt+Enter")
    desk.get_by_label("Giá trị").fill("75")
    desk.keyboard.press("Tab")
    expect(notes(desk, "promise").first).to_have_text("> 75%")
    expect(notes(desk, "promise").last).to_contain_text("▲")
    expect(desk.locator("#panel-body")).to_contain_text("khác nhau")
    (mark,) = stored(desk, draft, "promise").targets
    assert (mark.statement.value, mark.given) == (75, {"value"})
    desk.locator(".paper").focus()
    desk.keyboard.press("Control+z")
    expect(notes(desk, "promise").first).to_have_text("> 72%")


def test_what_is_filled_in_belongs_to_the_line_of_its_form_wherever_the_caret_is(desk, draft):
    at_end(desk, "promise")
    expect(notes(desk, "promise")).to_have_text(["> 72%?"])
    desk.keyboard.press("Alt+Enter")
    value = desk.get_by_label("Giá trị")
    value.focus()
    caret_into(desk, "duty")
    value.fill("75")
    desk.keyboard.press("Tab")
    expect(notes(desk, "promise").first).to_have_text("> 75%")
    assert stored(desk, draft, "promise").targets[0].statement.value == 75


def caret_into(page: Page, key: str) -> None:
    page.evaluate(
        """async (key) => {
            const { pm } = await import("editor");
            const { placeOf } = await import("sheet/blocks");
            const view = (await (await import("sheet/sheet")).opened).view();
            const at = view.state.doc.resolve(placeOf(view.state.doc, key) + 1);
            view.dispatch(view.state.tr.setSelection(pm.state.Selection.near(at)));
        }""",
        key,
    )


def test_a_form_of_the_head_that_is_not_stored_yet_is_stored_before_something_else_is_shown(desk, draft):
    name = identity(desk)
    name.fill("Kế hoạch gõ ở biểu mẫu")
    desk.locator("[data-shows=findings]").click()
    expect(desk.locator(".finding-list")).to_be_visible()
    assert Document.objects.get(pk=draft.pk).title == "Kế hoạch gõ ở biểu mẫu"


def test_a_form_of_the_head_is_never_said_to_be_stored_when_the_log_in_has_run_out(desk, draft):
    before = draft.title
    name = identity(desk)
    name.fill("Gõ lúc phiên đã hết")
    desk.context.clear_cookies(name="sessionid")
    desk.locator("#panel-body").get_by_role("button", name="Ghi", exact=True).click()
    expect(desk.locator("#toasts")).to_contain_text("Chưa ghi: phiên đăng nhập đã hết")
    expect(desk.get_by_role("link", name="Phiên đăng nhập đã hết")).to_be_visible()
    expect(name).to_have_value("Gõ lúc phiên đã hết")
    assert Document.objects.get(pk=draft.pk).title == before


def identity(page: Page):
    page.locator("[data-shows=identity]").click()
    return page.locator("#panel-body [name=title]")


def test_a_figure_that_cannot_be_is_told_beside_its_field(desk):
    at_end(desk, "promise")
    expect(notes(desk, "promise")).to_have_text(["> 72%?"])
    desk.keyboard.press("Alt+Enter")
    desk.get_by_label("Giá trị").fill("172")
    desk.keyboard.press("Tab")
    expect(desk.locator("#panel-body .field-wrong")).to_contain_text("từ 0 đến 100")
    expect(notes(desk, "promise").first).to_have_text("> 72%")


def test_words_that_change_inside_a_target_are_read_again_and_words_that_go_take_it_along(desk, draft):
    at_end(desk, "promise")
    expect(notes(desk, "promise")).to_have_text(["> 72%?"])
    desk.keyboard.press("Alt+Enter")
    press(desk, "Home", *["ArrowRight"] * len("Trên 72"), "Backspace")
    desk.keyboard.type("5")
    expect(line(desk, "promise")).to_contain_text("Trên 75%")
    expect(notes(desk, "promise").first).to_have_text("> 75%")
    assert span_of(stored(desk, draft, "promise"), stored(desk, draft, "promise").targets[0].id).startswith(
        "Trên 75%"
    )
    press(desk, "Home", "Shift+End", "Delete")
    expect(notes(desk, "promise")).to_have_count(0)
    assert stored(desk, draft, "promise").targets == ()


def test_selected_words_are_marked_by_hand(desk, draft):
    line(desk, "line").click()
    press(desk, "Home", *["Shift+ArrowRight"] * len("Truyền thông"), "Alt+c")
    expect(notes(desk, "line").first).to_have_text("định tính")
    block = stored(desk, draft, "line")
    assert span_of(block, block.targets[0].id) == "Truyền thông"
    desk.keyboard.press("Alt+v")
    expect(notes(desk, "line")).to_contain_text(["định tính", "nhiệm vụ"])
    assert stored(desk, draft, "line").task == TaskMark()


def test_nothing_touches_the_line_in_which_somebody_composes(desk):
    """As UniKey and Gboard do it: the word in the making stands in the line until it is done."""
    expect(notes(desk, "police")).to_have_count(1)
    at_end(desk, "line")
    desk.keyboard.type(" Trên 60% cha mẹ được cung cấp ki")
    keys = desk.context.new_cdp_session(desk)
    keys.send("Input.imeSetComposition", {"text": "ê", "selectionStart": 1, "selectionEnd": 1})
    desk.wait_for_timeout(1500)
    assert line(desk, "line").locator(".proposed").count() == 0
    keys.send("Input.imeSetComposition", {"text": "ến", "selectionStart": 2, "selectionEnd": 2})
    keys.send("Input.insertText", {"text": "ến"})
    desk.keyboard.type(" thức.")
    expect(line(desk, "line")).to_contain_text("được cung cấp kiến thức.")
    expect(notes(desk, "line").first).to_contain_text("60%?")


def test_rows_of_a_table_of_tasks_are_proposed_with_what_their_columns_say(desk, draft):
    rows = (
        table(10, 50, 25, 15, key="grid"),
        row("TT", "Nội dung", "Chủ trì", "Thời gian"),
        row("1", "Rà soát trẻ em", "Công an huyện", "tháng 6/2023", key="row1"),
    )
    revised(draft, lambda content: replace(content, blocks=(*content.blocks, *rows)))
    open_sheet(desk, draft)
    expect(notes(desk, "row1")).to_have_text(["Công an huyện Hữu Lũng · 30/6?"])


def test_a_finding_leads_to_its_line_and_never_says_it_by_colour_alone(desk):
    desk.locator("#take-all").click()
    desk.locator("[data-shows=findings]").click()
    told = desk.locator(".finding-list button", has_text="chưa có đơn vị chịu trách nhiệm")
    expect(told).to_contain_text("nên sửa")
    told.first.click()
    expect(desk.locator("#panel-body .marked-words")).to_have_text(PROMISE.rstrip("."))
    assert desk.evaluate("document.activeElement.classList.contains('paper')")
    assert all(text.strip() for text in notes(desk, "promise").all_inner_texts())


@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_the_sheet_with_its_margin_and_panel_is_open_to_everybody(desk, width):
    desk.set_viewport_size({"width": width, "height": 900})
    desk.locator("#take-all").click()
    notes(desk, "promise").first.click()
    expect(desk.get_by_label("Giá trị")).to_be_visible()
    assert Axe().run(desk).response["violations"] == []
    desk.locator("[data-shows=identity]").click()
    expect(desk.get_by_label("Trích yếu")).to_be_visible()
    assert Axe().run(desk).response["violations"] == []
    desk.locator("[data-shows=findings]").click()
    assert Axe().run(desk).response["violations"] == []
