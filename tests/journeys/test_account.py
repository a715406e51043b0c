"""An officer looks after the own account: on a phone and at a desk, by keyboard, without JavaScript."""

import pytest
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Page, expect

from tests.accounts.ways_in import TELEPHONE, in_a_browser
from tests.cast import PASSWORD, with_password

from .desk_pages import log_in
from .test_public import faults_of

pytestmark = pytest.mark.django_db(transaction=True)
OWN = "mùa-hoa-mận-trắng-2024"


def code_of(officer) -> str:
    device = TOTPDevice.objects.get(user=officer)
    return f"{TOTP(device.bin_key).token():06d}"


def type_log_in(page: Page, password: str) -> None:
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_label("Mật khẩu").press("Enter")


def test_from_a_password_set_by_the_keeper_to_a_second_factor_without_javascript(
    browser, live_server, office
):
    lan = with_password(office.lan)
    lan.set_password(PASSWORD)
    lan.save()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/dang-nhap/?next=/nhiem-vu/")
    type_log_in(page, PASSWORD)
    expect(page.get_by_text("do người khác đặt")).to_be_visible()
    page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    page.get_by_label("Mật khẩu mới", exact=True).fill(OWN)
    page.get_by_label("Nhập lại mật khẩu mới").fill(OWN)
    page.get_by_role("button", name="Đổi mật khẩu").click()
    assert page.url.endswith("/nhiem-vu/")
    page.get_by_role("link", name="Hoàng Thị Lan").click()
    page.get_by_role("link", name="Bật mã xác nhận").click()
    page.get_by_label("Mật khẩu").fill(OWN)
    page.get_by_label("Mã xác nhận").fill(code_of(lan))
    page.get_by_role("button", name="Bật mã xác nhận").click()
    recovery = page.locator(".recovery-codes code").first.inner_text()
    page.get_by_role("link", name="Đã cất mã, làm tiếp").click()
    page.get_by_role("button", name="Đăng xuất", exact=True).first.click()
    page.goto("/dang-nhap/?next=/tai-khoan/")
    type_log_in(page, OWN)
    page.get_by_label("Mã xác nhận").fill(recovery)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_text("Còn 9 mã dự phòng")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_of_the_account_has_a_fault(page, office, width):
    page.set_viewport_size({"width": width, "height": 800})
    log_in(page, office.lan)
    in_a_browser(office.lan, TELEPHONE)
    for address in (
        "/tai-khoan/",
        "/tai-khoan/mat-khau/",
        "/tai-khoan/ma-xac-nhan/",
        "/tai-khoan/ma-xac-nhan/tat/",
    ):
        page.goto(address)
        assert faults_of(page, address) == []


def test_another_place_is_shut_by_keyboard(page, office):
    log_in(page, office.lan)
    there = in_a_browser(office.lan, TELEPHONE)
    page.goto("/tai-khoan/")
    page.get_by_role("button", name="Đăng xuất Samsung Internet").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã đăng xuất 1 nơi khác.")).to_be_visible()
    assert there.get("/ban-lam-viec/").status_code == 302
