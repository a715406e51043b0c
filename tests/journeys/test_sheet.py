"""The sheet: the draft lies on its paper and is typed in; what is read from the sheet is what was put on it."""

import pytest
from playwright.sync_api import Page, expect

from plans.content.asking import content_of
from plans.content.shapes import content_as_data, content_from
from plans.drafting.starting import Start, start_blank
from plans.models import Document
from tests.cast import a_plan

from .desk_pages import log_in
from .sheet_pages import open_sheet, there_and_back

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft(office) -> Document:
    return a_plan(office.committee, targets=2, tasks=2)


@pytest.fixture
def desk(page, office) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    return page


def test_what_is_typed_on_the_paper_stands_there(desk, draft):
    open_sheet(desk, draft)
    line = desk.locator(".paper [data-key]").first
    line.click()
    desk.keyboard.press("End")
    desk.keyboard.type(" và gõ thêm")
    expect(line).to_contain_text("và gõ thêm")


def test_every_draft_comes_back_from_the_sheet_as_it_was(desk, office, draft):
    """Words, markers, looks, marks, tables and what hangs on them; nothing is lost or made up on the way."""
    blank = start_blank(Start(office.committee, 2024, office.lan))
    open_sheet(desk, blank)
    for document in (draft, blank):
        content = content_of(document)
        back = there_and_back(desk, content_as_data(content))
        assert content_from(back) == content
