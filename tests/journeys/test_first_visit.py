"""Somebody opens the site for the first time."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_log_in_of_the_admin_speaks_vietnamese(page):
    page.goto("/quan-tri/")
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.get_by_role("button", name="Đăng nhập").is_visible()
