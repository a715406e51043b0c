"""On a slow machine people type before the script of the page is there; what stands on the page is what is kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from childlabour.units.models import SigningCapacity
from plans.content.asking import content_of
from plans.content.lines import text_of
from plans.drafting.starting import Start, start_blank
from plans.issuing.workflow import perform
from plans.models import Action, Document
from tests.cast import PASSWORD, a_plan

from .desk_pages import SAVED, log_in, wait_saved

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft(office) -> Document:
    return start_blank(Start(office.committee, 2024, office.lan))


@pytest.fixture
def desk(page, office) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    return page


@contextmanager
def slow_script(page: Page, address: str) -> Iterator[None]:
    """The page at `address` is there to be typed into; its script arrives when the block ends."""
    held = hold_first(page, "**/js/editor.js")
    page.goto(address, wait_until="commit")
    yield
    held().continue_()


def hold_first(page: Page, address: str) -> Callable[[], Route]:
    """The first request to `address` waits; the others pass. Gives it once it has come."""
    held: list[Route] = []
    page.route(address, lambda route: route.continue_() if held else held.append(route))

    def first() -> Route:
        while not held:
            page.wait_for_timeout(10)  # ms; the route is told only while the page is listened to
        return held[0]

    return first


def spot(document: Document, key: str) -> str:
    return f"/ban-lam-viec/van-ban/{document.pk}/{key}/"


def lines(document: Document) -> str:
    return text_of(content_of(Document.objects.get(pk=document.pk)).blocks)


def words_of(page: Page):
    return page.locator("textarea[name=lines]")


def of_a_task(document: Document) -> str:
    return spot(document, f"block-{next(content_of(document).tasks)[0].key}")


def test_what_is_typed_before_the_script_is_there_is_saved(desk, draft):
    with slow_script(desk, spot(draft, "body")):
        words_of(desk).fill("Gõ trước khi trang sẵn sàng.")
        expect(desk.locator("#saved")).not_to_have_text(SAVED)
    wait_saved(desk)
    assert lines(draft) == "Gõ trước khi trang sẵn sàng."


def test_what_is_chosen_before_the_script_is_there_is_saved(desk, office, draft):
    signing = SigningCapacity.objects.get(unit=office.committee)
    Document.objects.filter(pk=draft.pk).update(signature_lines="", signer="")
    with slow_script(desk, spot(draft, "signature")):
        desk.get_by_label(signing.signer).check()
    wait_saved(desk)
    draft.refresh_from_db()
    assert draft.signer == signing.signer


def test_a_page_that_nobody_touched_sends_nothing(desk, draft):
    sent = []
    desk.on("request", lambda asked: asked.method == "POST" and sent.append(asked.url))
    block = content_of(draft).blocks[0].key
    for key in ("identity", "citations", "body", "recipients", "signature", f"block-{block}"):
        desk.goto(spot(draft, key))
        wait_saved(desk)
    assert sent == []


def test_a_unit_looked_for_before_the_script_is_there_is_found(desk, office):
    document = a_plan(office.committee, tasks=1)
    with slow_script(desk, of_a_task(document)):
        desk.evaluate("document.documentElement.classList.add('has-script')")
        desk.get_by_role("group", name="Phối hợp").get_by_role("searchbox").fill("cong an")
    expect(desk.get_by_role("button", name="Công an huyện Hữu Lũng")).to_be_visible()


def test_the_bar_says_saved_only_of_what_is_saved(desk, draft):
    desk.goto(spot(draft, "body"))
    wait_saved(desk)
    held = hold_first(desk, f"**{spot(draft, 'body')}")
    words_of(desk).fill("Một.")
    expect(desk.locator("#saved")).to_have_text("Chưa lưu")
    first = held()
    expect(desk.locator("#saved")).to_have_text("Đang lưu…")
    words_of(desk).fill("Một, hai.")  # while the first save is under way
    first.continue_()
    wait_saved(desk)
    assert lines(draft) == "Một, hai."


@pytest.mark.parametrize("button", ["Lưu", "Mục sau"])
def test_a_press_saves_what_stands_there_before_the_pause_is_over(desk, draft, button):
    desk.goto(spot(draft, "body"))
    desk.clock.install()  # the pause after typing never ends: the press is the first that sends anything
    words_of(desk).fill("- Trên 72% trẻ em được hỗ trợ")
    expect(desk.locator("#saved")).to_have_text("Chưa lưu")
    desk.get_by_role("button", name=button, exact=True).click()
    if button == "Lưu":
        wait_saved(desk)
    else:
        expect(desk.locator("#sheet")).to_contain_text("Trên 72% trẻ em được hỗ trợ")
    assert lines(draft) == "- Trên 72% trẻ em được hỗ trợ"


def test_lines_that_are_refused_stay_where_they_were_typed(desk, draft):
    before = lines(draft)
    desk.goto(spot(draft, "body"))
    line = "Trên 72% trẻ em được hỗ trợ " + "và học nghề " * 4_000
    words_of(desk).fill(line)
    expect(desk.locator("#saved")).to_contain_text("Chưa lưu: xem chỗ cần sửa bên trên")
    expect(desk.locator(".errorlist")).to_contain_text("quá 20000")
    desk.reload()
    expect(words_of(desk)).to_have_value(line)
    assert lines(draft) == before


def test_enter_in_a_field_of_one_line_sends_and_changes_nothing_else(desk, office):
    document = a_plan(office.committee, tasks=1)
    desk.goto(of_a_task(document))
    wait_saved(desk)
    desk.evaluate("window.stayed = true")
    desk.get_by_label("Sản phẩm").fill("Báo cáo")
    desk.get_by_label("Sản phẩm").press("Enter")
    wait_saved(desk)
    desk.get_by_text("Đánh dấu thêm trên đoạn này").click()
    desk.get_by_label("Chữ của chỉ tiêu").press("Enter")
    assert desk.evaluate("window.stayed"), "the page was loaded again"
    task = next(content_of(Document.objects.get(pk=document.pk)).tasks)[1]
    assert task.product == "Báo cáo"


def test_enter_sends_nothing_without_a_script_either(browser, live_server, office):
    document = a_plan(office.committee, tasks=1)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    log_in(page, office.lan)
    sent = []
    page.on("request", lambda asked: asked.method == "POST" and sent.append(asked.url))
    page.goto(of_a_task(document))
    page.get_by_label("Sản phẩm").fill("Báo cáo")
    page.get_by_label("Sản phẩm").press("Enter")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#toasts")).to_contain_text("Đã lưu lúc")
    assert len(sent) == 1
    context.close()


def test_enter_in_the_search_for_units_takes_the_first(desk, office):
    document = a_plan(office.committee, tasks=1)
    desk.goto(of_a_task(document))
    partners = desk.get_by_role("group", name="Phối hợp")
    partners.get_by_role("searchbox").fill("cong an")
    partners.get_by_role("searchbox").press("Enter")
    expect(partners.get_by_label("Công an huyện Hữu Lũng")).to_be_checked()
    expect(partners.get_by_role("searchbox")).to_have_value("")
    wait_saved(desk)
    assert next(content_of(Document.objects.get(pk=document.pk)).tasks)[1].partners == (office.police.pk,)


def test_a_search_for_units_in_a_lapsed_session_asks_to_log_in(desk, office):
    document = a_plan(office.committee, tasks=1)
    desk.goto(of_a_task(document))
    desk.context.clear_cookies(name="sessionid")
    desk.get_by_role("group", name="Phối hợp").get_by_role("searchbox").fill("cong an")
    expect(desk.get_by_role("link", name="Phiên đăng nhập đã hết")).to_be_visible()
    expect(desk.locator("form[method=post] input[type=password]")).to_have_count(0)


def test_an_open_editor_hears_that_the_draft_was_submitted(desk, office):
    document = a_plan(office.committee)
    desk.clock.install()
    desk.goto(spot(document, "body"))
    perform(Action.SUBMIT, document, office.lan)
    desk.clock.fast_forward(21_000)
    expect(desk.locator("#saved")).to_contain_text("Không sửa được: văn bản đã trình.")
    words_of(desk).fill("Gõ sau khi đã trình.")
    desk.clock.fast_forward(2_000)
    expect(desk.locator("#saved")).to_contain_text("Không sửa được: văn bản đã trình.")


def test_words_that_waited_behind_the_log_in_are_called_unsaved_until_they_are(desk, draft):
    with slow_script(desk, spot(draft, "body")):
        desk.context.clear_cookies(name="sessionid")
        words_of(desk).fill("Gõ lúc phiên đã hết.")
        desk.get_by_role("button", name="Lưu", exact=True).click()
        expect(desk.get_by_label("Mật khẩu")).to_be_visible()
    log_in_again(desk)
    expect(desk.get_by_text("Chữ anh/chị vừa gõ vẫn còn")).to_be_visible()
    expect(desk.locator("#saved")).to_have_text("Chưa lưu")
    desk.get_by_role("button", name="Lưu", exact=True).click()
    wait_saved(desk)
    assert lines(draft) == "Gõ lúc phiên đã hết."


def log_in_again(page: Page) -> None:
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Đăng nhập").click()
