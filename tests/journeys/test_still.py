"""The sheet lies still under the hand: from the first paint on nothing that comes later moves a line of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from plans.models import Document
from tests.cast import a_plan, an_officer

from .desk_pages import SAVED, log_in
from .sheet_pages import open_sheet, settle

pytestmark = pytest.mark.django_db(transaction=True)

WATCHING = """() => {
    window.shifts = [];
    const isOfTheSheet = (node) => (node.closest ? node : node.parentElement)?.closest("#place");
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            if (sources.some(({ node }) => node && isOfTheSheet(node))) window.shifts.push(value);
        }
    }).observe({ type: "layout-shift", buffered: true });
}"""
PAINTED = """async () => {
    const isPainted = () => performance.getEntriesByName("first-contentful-paint").length;
    while (!isPainted()) await new Promise(requestAnimationFrame);
    await document.fonts.ready;
}"""
LINES = """() => [...document.querySelectorAll("#sheet .text > *, #sheet .title")].map((line) => {
    const { left, top } = line.getBoundingClientRect();
    return [Math.round(left), Math.round(top + scrollY)];
})"""


@pytest.fixture
def draft(office) -> Document:
    return a_plan(office.committee, targets=12, tasks=12)


def lines(page: Page) -> list[list[int]]:
    return page.evaluate(LINES)


@pytest.mark.parametrize("width", [360, 768, 1100, 1280, 1600])
def test_no_line_moves_from_the_first_paint_on(page, office, draft, width):
    page.set_viewport_size({"width": width, "height": 860})
    log_in(page, office.lan)
    page.add_init_script(f"({WATCHING})()")
    come = held(page, "**/js/sheet/sheet*.js")
    page.goto(f"/ban-lam-viec/van-ban/{draft.pk}/", wait_until="commit")
    expect(page.locator("#sheet .text")).to_be_visible()
    page.evaluate(PAINTED)
    painted = lines(page)
    come()
    expect(page.get_by_role("textbox", name="Văn bản đang soạn")).to_be_visible()
    opened = lines(page)
    expect(page.locator("#saved")).to_have_text(SAVED)
    if width > 360:
        expect(page.locator("#pages")).to_contain_text("Trang 1/")
    expect(page.locator("#findings")).to_contain_text("(")
    settle(page)
    assert (opened, lines(page)) == (painted, painted)
    assert page.evaluate("window.shifts") == []


@pytest.mark.parametrize("width", [768, 1280])
def test_no_line_moves_when_the_line_is_down_or_somebody_comes_in(
    page: Page, browser: Browser, live_server, office, draft, width
):
    page.set_viewport_size({"width": width, "height": 860})
    log_in(page, office.lan)
    open_sheet(page, draft)
    before = lines(page)
    other = browser.new_context(base_url=live_server.url, locale="vi-VN").new_page()
    log_in(other, an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True))
    with other.expect_response("**/tin/"):
        open_sheet(other, draft)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("#others")).to_contain_text("Bế Thị Hoa")
    page.route("**/ghi/", lambda route: route.abort())
    page.locator(".paper [data-key]").last.click()
    page.keyboard.press("End")
    page.keyboard.type(" x")
    expect(page.locator("#saved")).to_contain_text("Mất kết nối")
    assert lines(page) == before
    page.unroute("**/ghi/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert lines(page) == before
    other.context.close()


def test_where_a_key_put_the_caret_it_stays_whatever_arrives_in_that_moment(page, office, draft):
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    open_sheet(page, draft)
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.locator(".paper [data-key]").last.click()
    caret = page.evaluate(
        """async () => {
            const view = (await (await import("sheet/sheet")).opened).view();
            getSelection().modify("move", "forward", "lineboundary");
            const told = { findings: { is: [] }, units: {} };
            document.getElementById("desk").dispatchEvent(new CustomEvent("sheet:told", { detail: told }));
            return [view.state.selection.$head.parentOffset, view.state.selection.$head.parent.content.size];
        }"""
    )
    assert caret[0] == caret[1] > 0


def held(page: Page, address: str) -> Callable[[], None]:
    """What is asked for at `address` waits until the given act is called."""
    asked: list[Route] = []
    page.route(address, lambda route: asked.append(route))

    def come() -> None:
        while not asked:
            page.wait_for_timeout(10)  # ms; the route is told only while the page is listened to
        page.unroute(address)  # goes on with what waits

    return come
