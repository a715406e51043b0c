"""What was taken out and saved comes back by one step back, or by a paste, and is saved again: as in Word."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from plans.content.asking import content_of
from plans.content.values import Block, TextRun
from plans.law.blocks import BlockType
from plans.models import Document
from tests.cast import a_plan, revised
from tests.content.writing import paragraph

from .desk_pages import SAVED, log_in
from .sheet_pages import open_sheet, press

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft(office) -> Document:
    return a_plan(office.committee, targets=2, tasks=2)


@pytest.fixture
def sheet(page: Page, office, draft) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    open_sheet(page, draft)
    return page


def words(draft: Document) -> list[str]:
    return [block.text for block in content_of(Document.objects.get(pk=draft.pk)).blocks]


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(SAVED)


def saves(page: Page, *keys: str) -> None:
    """Keys, and the save that follows them."""
    with page.expect_response(lambda got: got.url.endswith("/ghi/")):
        press(page, *keys)
    saved(page)


def choose_all(page: Page) -> None:
    page.locator(".paper [data-key]").first.click()
    press(page, "Control+a")


def test_everything_is_taken_out_saved_and_brought_back(sheet, draft):
    before = words(draft)
    choose_all(sheet)
    saves(sheet, "Delete")
    assert words(draft) != before
    saves(sheet, "Control+z")
    assert words(draft) == before
    sheet.reload()
    saved(sheet)
    assert words(draft) == before


def test_paragraphs_that_were_cut_and_saved_are_pasted_lower_down(sheet, draft):
    before = words(draft)
    lines = sheet.locator(".paper .text [data-key]")
    lines.nth(1).click()
    press(sheet, "Home", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown")
    saves(sheet, "Control+x")
    lines.last.click()
    press(sheet, "End")
    saves(sheet, "Control+v")
    stands = words(draft)
    assert sorted(" ".join(before).split()) == sorted(" ".join(stands).split())


def test_a_heading_that_was_joined_and_saved_stands_alone_again(sheet, draft):
    before = words(draft)
    sheet.locator(".paper .text [data-key]").nth(2).click()
    saves(sheet, "Home", "Backspace", "Backspace")
    saves(sheet, "Control+z", "Control+z")
    assert words(draft) == before


def test_a_note_that_was_taken_out_and_saved_comes_back_with_its_call(sheet, office):
    called = replace(
        paragraph("Theo số liệu rà soát.", "", "called"),
        runs=(TextRun("Theo số liệu rà soát.", marks=("foot",)),),
    )
    note = Block("foot", BlockType.NOTE, level=1, marker="1", runs=(TextRun("Rà soát tháng 10/2025."),))
    draft = a_plan(office.committee, targets=0, tasks=0)
    revised(draft, lambda content: replace(content, blocks=(called, note)))
    open_sheet(sheet, draft)
    sheet.locator(".paper [data-key=foot]").click(click_count=3)
    saves(sheet, "Delete", "Backspace", "Backspace")
    assert [block.key for block in content_of(Document.objects.get(pk=draft.pk)).blocks] == ["called"]
    saves(sheet, *["Control+z"] * 4)
    blocks = content_of(Document.objects.get(pk=draft.pk)).blocks
    assert [block.key for block in blocks] == ["called", "foot"]
    assert [run.marks for run in blocks[0].runs] == [("foot",)]
