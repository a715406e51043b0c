"""What the journeys at the desk share: logging in by the page, opening a spot, waiting for a save."""

import re

from playwright.sync_api import Page, expect

from tests.cast import PASSWORD, with_password

SAVED = re.compile(r"Đã lưu \d\d:\d\d")


def log_in(page: Page, officer) -> None:
    """By the form of the page: the journey is the officer's own."""
    with_password(officer)
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(officer.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: "dang-nhap" not in url)


def open_spot(page: Page, name: str) -> None:
    """By the outline, as a person does."""
    page.locator("#outline").get_by_role("link", name=name).first.click()
    expect(page.locator("#outline [aria-current]")).to_contain_text(name[:20])


def wait_saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(SAVED)


def fill_and_save(page: Page, label: str, words: str) -> None:
    """Type, pause, and see that the server has it."""
    with page.expect_response(lambda got: got.request.method == "POST" and "/van-ban/" in got.url) as answer:
        page.get_by_label(label, exact=True).fill(words)
    assert answer.value.status == 200, answer.value.text()
    wait_saved(page)


def paste(page: Page, label: str, text: str) -> None:
    """A paste with the clipboard's plain text, as Word and browsers put it there."""
    page.get_by_label(label, exact=True).evaluate(
        """(area, text) => {
            area.focus();
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
            if (area.dispatchEvent(event)) {
                area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
                area.dispatchEvent(new Event("input", { bubbles: true }));
            }
        }""",
        text,
    )
