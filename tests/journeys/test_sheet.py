"""The sheet: the draft lies on its paper and is typed in; what is read from the sheet is what was put on it."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given, settings
from playwright.sync_api import Page, expect

from plans.content.asking import content_of
from plans.content.laying import lay
from plans.content.shapes import content_as_data, content_from
from plans.content.values import Content
from plans.drafting.starting import Start, start_blank
from plans.models import Document, Status
from plans.paper.compose import paper_of
from plans.paper.pdf import to_pdf
from tests.cast import a_plan
from tests.content.making import contents

from .desk_pages import log_in
from .sheet_lines import alike, of_the_pdf, of_the_sheet
from .sheet_pages import draft_now, lines_now, open_sheet, press, put, there_and_back

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft(office) -> Document:
    return a_plan(office.committee, targets=2, tasks=2)


@pytest.fixture
def desk(page, office) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    return page


@pytest.fixture
def blank(desk, office) -> Page:
    open_sheet(desk, start_blank(Start(office.committee, 2024, office.lan)))
    return desk


def samples() -> list[Document]:
    call_command("load_samples", stdout=io.StringIO())
    return list(Document.objects.exclude(status=Status.DRAFT).order_by("pk"))


def as_draft(document: Document) -> Document:
    """The words of an issued paper, as a draft of the same office."""
    content = content_of(document)
    blocks = tuple(
        replace(block, source=None, targets=tuple(replace(mark, upper=None) for mark in block.targets))
        for block in content.blocks
    )
    names = ("unit", "kind", "programme", "period_from", "period_to", "title")
    draft = Document.objects.create(**{name: getattr(document, name) for name in names})
    lay(replace(content, blocks=blocks), draft)
    return draft


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_typed_on_the_paper_stands_there(desk, draft):
    open_sheet(desk, draft)
    line = desk.locator(".paper [data-type=paragraph]").first
    line.click()
    press(desk, "End", " và gõ thêm")
    expect(line).to_contain_text("và gõ thêm")
    assert any("và gõ thêm" in line for line in lines_now(desk))


def test_every_draft_comes_back_from_the_sheet_as_it_was(blank, draft):
    """Words, markers, looks, marks, tables and what hangs on them; nothing is lost or made up on the way."""
    contents = [content_of(draft), *map(content_of, samples())]
    for content in contents:
        back = content_from(there_and_back(blank, content_as_data(content)))
        assert back == content, content.title


def test_any_content_comes_back_from_the_sheet_as_it_was(blank):
    drawn: list[Content] = []

    @settings(max_examples=100, deadline=None, database=None)
    @given(contents())
    def draw(content):
        drawn.append(content)

    draw()
    for content in drawn:
        assert content_from(there_and_back(blank, content_as_data(content))) == content


def test_what_the_schema_does_not_know_is_carried_through(blank):
    block = {
        "key": "k",
        "type": "paragraph",
        "level": 3,
        "runs": [["x", False, False, []]],
        "later": {"a": 1},
    }
    back = there_and_back(blank, content_as_data(Content()) | {"blocks": [block]})
    assert back["blocks"] == [block]


def test_every_block_keeps_a_key_of_its_own_whatever_is_done(blank):
    """Splits, joins, moves, pastes, steps back: at random, four hundred times over."""
    put(
        blank,
        "part 1 I.|Mục đích",
        "clause 2 1.|Trên 72% trẻ em",
        "paragraph 3 -|Một hai ba",
        "part 1 II.|Hai",
    )
    script = Path(__file__).with_name("random_edits.js").read_text(encoding="utf-8")
    faults = blank.evaluate(script, {"steps": 400, "seed": 7})
    assert faults == []


def test_a_split_leaves_the_key_and_the_mark_with_the_first_words(blank):
    block = {
        "key": "k",
        "type": "clause",
        "level": 2,
        "marker": "1.",
        "runs": [["Trên 72% ^trẻ em", False, False, ["m"]]],
        "targets": [{"id": "m", "sentence": "Trên 72% trẻ em", "statement": {}}],
        "task": {"lead": [1]},
    }
    put(blank, block)
    press(blank, "Enter")
    first, second = draft_now(blank)["blocks"]
    assert (first["key"], first["task"], [mark["id"] for mark in first["targets"]]) == (
        "k",
        {"lead": [1]},
        ["m"],
    )
    assert second["key"] != "k"
    assert not {"task", "targets"} & set(second)


def test_before_the_first_letter_the_key_stays_with_the_text(blank):
    put(blank, {"key": "k", "type": "paragraph", "level": 3, "runs": [["^Chữ", False, False, []]]})
    press(blank, "Enter")
    assert [block["key"] == "k" for block in draft_now(blank)["blocks"]] == [False, True]


def test_what_is_typed_before_the_script_is_there_is_taken_up(desk, draft):
    held = []
    desk.route("**/sheet/schema*.js", lambda route: held.append(route))
    desk.goto(reverse("desk:editor", args=[draft.pk]), wait_until="commit")
    line = desk.locator("#sheet .text p").last
    line.click()
    press(desk, "End", " Gõ trước khi trang sẵn sàng")
    while not held:
        desk.wait_for_timeout(10)  # ms; the route is told only while the page is listened to
    held[0].continue_()
    expect(desk.get_by_role("textbox", name="Văn bản đang soạn")).to_be_visible()
    assert "Gõ trước khi trang sẵn sàng" in lines_now(desk)[-1]
    assert len(lines_now(desk)) == len(content_of(draft).blocks)


# ── Lines and pages ──────────────────────────────────────────────────────────────────────────────


def test_lines_and_pages_end_where_those_of_the_pdf_do(page, office, keeper):
    """98 of 100 lines, and every page."""
    page.set_viewport_size({"width": 1280, "height": 860})
    drafts = list(map(as_draft, samples()))
    log_in(page, keeper)
    lines = same = 0
    for draft in drafts:
        open_sheet(page, draft)
        sheet, pdf = of_the_sheet(page), of_the_pdf(to_pdf(paper_of(draft)))
        lines += len(sheet["lines"])
        same += alike(sheet["lines"], pdf["lines"]) * len(sheet["lines"])
        assert sheet["pages"] == pdf["pages"], draft
    assert same / lines >= 0.98


# ── Find, outline, ways ──────────────────────────────────────────────────────────────────────────


def test_found_and_replaced_everywhere_by_one_step(blank):
    put(blank, "part 1 I.|Trẻ em", "paragraph 2|trẻ em và trẻ\xa0em^")
    press(blank, "Control+h")
    blank.get_by_label("Tìm", exact=True).fill("trẻ em")
    expect(blank.locator("#find output")).to_contain_text("3 chỗ")
    blank.get_by_label("Thay bằng").fill("các em")
    blank.get_by_role("button", name="Thay tất cả").click()
    assert lines_now(blank) == ["part 1 I.|các em", "paragraph 2|các em và các em"]
    blank.get_by_role("button", name="Đóng").click()
    press(blank, "Control+z")
    assert lines_now(blank) == ["part 1 I.|Trẻ em", "paragraph 2|trẻ em và trẻ\xa0em"]


def test_an_annex_that_a_colleague_adds_leaves_ones_own_words_to_be_undone(blank):
    put(blank, "part 1 I.|A", "paragraph 2|a^", "paragraph 2|b")
    press(blank, "x")
    blank.evaluate(
        """async (block) => {
            const { nodeFrom, putIn } = await import("sheet/applying");
            const { SERVER } = await import("sheet/arriving");
            const view = (await (await import("sheet/sheet")).opened).view();
            const change = view.state.tr.setMeta(SERVER, true).setMeta("addToHistory", false);
            putIn(change, nodeFrom(block), ["b2"]);
            view.dispatch(change);
            view.state.doc.check();
        }""",
        {"key": "n1", "type": "annex", "level": 0, "marker": "Phụ lục", "runs": [["B", False, False, []]]},
    )
    press(blank, "Control+z")
    assert lines_now(blank) == ["part 1 I.|A", "paragraph 2|a", "paragraph 2|b", "annex 0 Phụ lục|B"]


def test_the_outline_jumps_and_moves(blank):
    put(blank, "part 1 I.|A", "paragraph 2|a", "part 1 II.|B", "paragraph 2|b")
    blank.get_by_role("button", name="Mục lục").click()
    outline = blank.get_by_role("navigation", name="Mục lục của văn bản")
    outline.get_by_role("button", name="II. B").click()
    press(blank, "Home", "x")
    assert lines_now(blank)[2] == "part 1 II.|xB"
    outline.get_by_role("button", name="II. xB").drag_to(
        outline.get_by_role("button", name="I. A", exact=True)
    )
    assert lines_now(blank) == ["part 1 II.|xB", "paragraph 2|b", "part 1 I.|A", "paragraph 2|a"]
    press(blank, "Control+z")
    assert lines_now(blank)[0] == "part 1 I.|A"


def test_a_heading_of_the_outline_dropped_on_the_paper_adds_no_words(blank):
    put(blank, "part 1 I.|A", "paragraph 2|a", "part 1 II.|B")
    before = lines_now(blank)
    blank.get_by_role("button", name="Mục lục").click()
    outline = blank.get_by_role("navigation", name="Mục lục của văn bản")
    outline.get_by_role("button", name="II. B").drag_to(blank.locator(".paper [data-type=paragraph]"))
    assert lines_now(blank) == before


def test_what_a_key_does_a_button_does_and_the_table_of_keys_tells(blank):
    put(blank, "part 1 I.|^A", "paragraph 2|a", "part 1 II.|B")
    bar = blank.locator("#bar")
    bar.get_by_text("Đoạn", exact=True).click()
    for name in ("Đề mục trước", "Dán nguyên", "Tìm và thay"):
        expect(bar.get_by_role("button", name=name, exact=True)).to_have_attribute(
            "title", re.compile(r"\(.+\)")
        )
    bar.get_by_role("button", name="Đề mục sau").click()
    press(blank, "x")
    assert lines_now(blank)[2] == "part 1 II.|xB"
    press(blank, "Control+/")
    for key in ("Ctrl+Shift+V", "Ctrl+H", "Alt+PageDown", "Alt+PageUp"):
        expect(blank.locator("#keys kbd", has_text=key)).to_have_count(1)


def test_one_press_from_a_part_to_the_next(blank):
    put(blank, "part 1 I.|^A", "paragraph 2|a", "part 1 II.|B", "paragraph 2|b")
    press(blank, "Alt+PageDown", "x")
    assert lines_now(blank)[2] == "part 1 II.|xB"


def test_ways_lead_to_the_paper_in_all_its_forms_and_back(desk, draft):
    open_sheet(desk, draft)
    desk.locator("#bar summary", has_text="Văn bản").click()
    for name in ("Bản in", "Tải PDF", "Tải Word", "Lịch sử", "Trình, xử lý"):
        address = desk.get_by_role("link", name=name, exact=True).get_attribute("href")
        assert desk.request.get(address).status == 200, name
    desk.locator("#bar").get_by_role("link", name="Bàn làm việc").click()
    expect(desk).to_have_url(re.compile("/ban-lam-viec/$"))


def test_who_submits_sees_first_what_the_check_finds(desk, draft):
    open_sheet(desk, draft)
    expect(desk.locator("#findings")).not_to_have_text("(0)")
    desk.locator("#bar summary", has_text="Văn bản").click()
    desk.get_by_role("link", name="Trình, xử lý", exact=True).click()
    expect(desk.locator("#panel-body .finding-list")).to_be_visible()
    desk.get_by_role("button", name="Trình, xử lý →").click()
    expect(desk).to_have_url(re.compile(rf"/van-ban/{draft.pk}/xu-ly/$"))
    expect(desk.locator(".paper[role=textbox]")).to_have_count(0)


def test_a_milestone_is_set_from_the_sheet_and_stands_in_its_history(desk, draft):
    open_sheet(desk, draft)
    desk.locator(".paper [data-key]").last.click()
    desk.keyboard.press("End")
    desk.keyboard.type(" Thêm")
    desk.keyboard.press("Control+Shift+S")
    desk.get_by_label("Ghi dự thảo hiện tại thành mốc").fill("trước khi gửi lấy ý kiến")
    desk.keyboard.press("Enter")
    expect(desk.locator("#toasts")).to_contain_text("Đã ghi mốc")
    version = draft.versions.get(name="trước khi gửi lấy ý kiến")
    assert "Thêm" in str(version.content["blocks"][-1])


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_the_sheet_is_for_everybody(desk, draft, width):
    """Labelled, reachable, readable, and never wider than the window."""
    desk.set_viewport_size({"width": width, "height": 900})
    open_sheet(desk, draft)
    found = Axe().run(desk)
    assert found.violations_count == 0, found.generate_report()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
