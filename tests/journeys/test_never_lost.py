"""Whatever happens while one writes on the sheet, no word is lost, and "Đã lưu" stands there only while it is true."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from childlabour.units.models import Officer
from plans.content.asking import content_of
from plans.models import Document
from tests.cast import a_plan, an_officer

from .desk_pages import SAVED, log_in
from .sheet_pages import open_sheet

pytestmark = pytest.mark.django_db(transaction=True)

CLOSING = "Các đơn vị nghiêm túc triển khai thực hiện"
PREAMBLE = "Ủy ban nhân dân ban hành Kế hoạch như sau"


@pytest.fixture
def draft(office) -> Document:
    return a_plan(office.committee, targets=2, tasks=2)


@pytest.fixture
def desk(page: Page, office) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    return page


@pytest.fixture
def hoa(office) -> Officer:
    return an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)


@pytest.fixture
def hers(browser: Browser, live_server, hoa) -> Iterator[Page]:
    """Chị Hoa's window, on a machine of her own."""
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    page = context.new_page()
    log_in(page, hoa)
    yield page
    context.close()


def words(document: Document) -> list[str]:
    return [block.text for block in content_of(Document.objects.get(pk=document.pk)).blocks]


def line(page: Page, said: str) -> Locator:
    return page.locator(".paper [data-key]", has_text=said).last


def type_at_end(page: Page, said: str, more: str) -> None:
    line(page, said).click()
    page.keyboard.press("End")
    page.keyboard.type(more)


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(SAVED)


def the_bar(page: Page, says: str) -> None:
    expect(page.locator("#saved")).to_contain_text(says)


def ask_news(page: Page) -> None:
    """As the window does every twenty seconds, and whenever one comes back to it."""
    with page.expect_response(lambda got: got.url.endswith("/tin/")):
        page.evaluate("dispatchEvent(new Event('focus'))")


def hold(page: Page, address: str) -> Callable[[], Route]:
    """The first request to `address` waits; gives it once it has come."""
    held: list[Route] = []
    page.route(address, lambda route: route.continue_() if held else held.append(route))

    def first() -> Route:
        while not held:
            page.wait_for_timeout(10)  # ms; the route is told only while the page is listened to
        return held[0]

    return first


# ── Saving ───────────────────────────────────────────────────────────────────────────────────────


def test_what_is_typed_is_saved_after_a_pause(desk, draft):
    open_sheet(desk, draft)
    saved(desk)
    type_at_end(desk, CLOSING, " Xong")
    saved(desk)
    assert words(draft)[-1].endswith(" Xong")


def test_the_bar_says_saved_only_of_what_is_saved(desk, draft):
    open_sheet(desk, draft)
    saved(desk)
    held = hold(desk, "**/ghi/")
    type_at_end(desk, CLOSING, " Một")
    the_bar(desk, "Chưa lưu")
    first = held()
    the_bar(desk, "Đang lưu…")
    desk.keyboard.type(" hai")
    first.continue_()
    saved(desk)
    assert words(draft)[-1].endswith(" Một hai")


def test_what_is_undone_is_saved_again_as_it_was(desk, draft):
    before = words(draft)
    open_sheet(desk, draft)
    type_at_end(desk, CLOSING, " Thừa")
    saved(desk)
    desk.keyboard.press("Control+z")
    the_bar(desk, "Chưa lưu")
    saved(desk)
    assert words(draft) == before


def test_a_sheet_that_nobody_touched_sends_nothing(desk, draft):
    sent = []
    desk.on("request", lambda asked: asked.url.endswith("/ghi/") and sent.append(asked.url))
    open_sheet(desk, draft)
    saved(desk)
    ask_news(desk)
    assert sent == []
