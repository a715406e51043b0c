"""What the journeys at the desk share: logging in by the page, and what the bar says of a save."""

import re

from playwright.sync_api import Page

from tests.cast import PASSWORD, with_password

SAVED = re.compile(r"Đã lưu \d\d:\d\d")


def leave(page: Page) -> None:
    """Nobody sits here any more. The page goes first: what it still asks would bring the next one's log-in a cookie."""
    page.goto("about:blank")
    page.context.clear_cookies()


def log_in(page: Page, officer) -> None:
    """By the form of the page: the journey is the officer's own."""
    with_password(officer)
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(officer.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: "dang-nhap" not in url)
