"""A drafter works in the admin with mouse and keyboard; a stranger tries the open data in the manual."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from plans.content.asking import content_of
from targets.models import Target
from tests.cast import PASSWORD, Office, a_plan, an_issued_plan, an_office, with_password
from tests.journeys.conftest import WIDTHS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(transactional_db) -> Office:
    return an_office()


def come_in(page: Page, officer) -> None:
    officer.is_staff = True
    with_password(officer)
    page.goto("/quan-tri/")
    page.get_by_label("Tên đăng nhập").fill(officer.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Trang quản trị")).to_be_visible()


def test_a_drafter_finds_a_plan_without_marks_and_changes_its_lines(page: Page, office: Office):
    document = a_plan(office=office, title="Trẻ em vùng sâu")
    a_plan(office=office, title="Trẻ em thành thị")
    come_in(page, office.lan)
    page.get_by_role("link", name="Văn bản", exact=True).click()
    page.get_by_label("Tìm", exact=True).fill("vung sau")
    page.get_by_role("button", name="Tìm kiếm").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Trẻ em vùng sâu").click()

    box = page.get_by_label("Nơi nhận")
    box.fill(f"{box.input_value()}\nỦy ban Mặt trận Tổ quốc huyện")
    words = page.get_by_label("Nội dung (mỗi dòng một khối)")
    words.fill(words.input_value().replace("Can thiệp sớm.", "Can thiệp **kịp thời**."))
    page.get_by_role("button", name="Lưu", exact=True).click()

    expect(page.locator(".messagelist .success")).to_contain_text("Đã lưu văn bản")
    content = content_of(document)
    assert content.recipients[-1].text == "Ủy ban Mặt trận Tổ quốc huyện"
    (changed,) = (block for block in content.blocks if block.text == "Can thiệp kịp thời.")
    assert [run.text for run in changed.runs if run.bold] == ["kịp thời"]


def test_a_date_is_chosen_from_the_calendar_in_vietnamese(page: Page, office: Office):
    document = a_plan(office=office)
    come_in(page, office.lan)
    page.goto(f"/quan-tri/plans/document/{document.pk}/change/")
    page.get_by_role("link", name="Hôm nay").first.click()
    day = page.locator("#id_issued_on").input_value()
    assert len(day.split("/")) == 3, day
    page.locator("#calendarlink0").click()
    calendar = page.locator("#calendarbox0")
    expect(calendar).to_contain_text("Tháng")
    expect(calendar).to_contain_text("Hôm qua")
    page.get_by_role("button", name="Lưu và sửa tiếp").click()
    expect(page.locator("#id_issued_on")).to_have_value(day)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_the_admin_is_wider_than_the_window(page: Page, office: Office, width: int):
    document = an_issued_plan(office=office, frozen=False)
    draft = a_plan(office=office)
    come_in(page, office.lan)
    page.set_viewport_size({"width": width, "height": 900})
    target = Target.objects.filter(block__document=draft).first().pk
    for address in (
        "",
        "plans/document/",
        f"plans/document/{draft.pk}/change/",
        f"plans/document/{document.pk}/change/",
        f"targets/target/{target}/change/",
        "plans/task/",
        "plans/storedblock/",
        "units/unit/",
    ):
        page.goto(f"/quan-tri/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_the_manual_of_the_open_data_works_under_the_content_security_policy(
    page: Page, live_server: LiveServer, office: Office
):
    """The window's own fixture fails when the page breaks its policy, misses a file or asks outside."""
    an_issued_plan(office=office, number=192, frozen=False)
    answer = page.goto("/api/v1/tai-lieu/")
    policy = answer.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    page.get_by_text("Danh sách văn bản").click()
    page.get_by_role("button", name="Thử ngay").click()
    page.get_by_role("button", name="Gọi", exact=True).click()
    expect(page.locator(".live-responses-table")).to_contain_text("192/KH-UBND")


@pytest.mark.parametrize("width", WIDTHS)
def test_everyone_can_read_the_manual_of_the_open_data(page: Page, live_server: LiveServer, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/api/v1/tai-lieu/")
    page.get_by_text("Danh sách văn bản").click()
    expect(page.get_by_role("button", name="Thử ngay")).to_be_visible()
    assert not Axe().run(page).response["violations"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
