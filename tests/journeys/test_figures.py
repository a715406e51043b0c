"""Figures from a commune's phone to what everybody reads: typed, sent, returned, accepted, allowed late."""

import re

import pytest
from playwright.sync_api import expect

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from plans.reporting.owing import owed_by
from targets.measuring.models import Figure, FigureStanding, Filing, ReportPeriod
from tests.measuring.answers import answered, of
from tests.reporting.world import District, a_district

from .conftest import WIDTHS
from .desk_pages import leave, log_in
from .test_public import faults_of

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 360, "height": 780}


@pytest.fixture
def district(office) -> District:
    return a_district(office)


def keys(district: District) -> list[str]:
    return [metric.key for metric in owed_by(district.tan_thanh, district.period)]


def to_the_grid(page, district) -> None:
    log_in(page, district.office.pao)
    page.get_by_role("link", name="Kỳ báo cáo", exact=True).click()
    page.get_by_role("link", name="Năm 2023, UBND xã Tân Thành").click()
    expect(page.get_by_role("heading", name="Số liệu năm 2023: UBND xã Tân Thành")).to_be_visible()


def test_a_commune_types_on_a_phone_row_by_row_and_sends(page, district):
    page.set_viewport_size(PHONE)
    to_the_grid(page, district)
    helped, informed, clubs = keys(district)
    page.locator(f"#numerator-{helped}").fill("3")
    page.locator(f"#denominator-{helped}").fill("4")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_contain_text("Đã lưu lúc")
    expect(page.locator(f"#{helped} [data-share]")).to_have_text("75%")
    page.locator(f"#numerator-{informed}").fill("9")
    page.locator(f"#denominator-{informed}").fill("4")
    page.keyboard.press("Tab")
    expect(page.locator(f"#{informed} [data-oddity]")).to_contain_text("lớn hơn tổng số")
    page.locator(f"#denominator-{informed}").fill("40")
    page.locator(f"#state-{clubs}").select_option("nothing_arose")
    expect(page.locator("#saved")).to_contain_text("Đã lưu lúc")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="Gửi số liệu").click()
    expect(page.get_by_text("Đã gửi số liệu, chờ cấp trên duyệt.")).to_be_visible()
    assert Figure.objects.filter(standing=FigureStanding.SENT).count() == 3


def test_the_keyboard_goes_down_the_column(page, district):
    to_the_grid(page, district)
    helped, informed, clubs = keys(district)
    page.locator(f"#numerator-{helped}").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#numerator-{informed}")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"#numerator-{clubs}")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"#numerator-{informed}")).to_be_focused()


def test_the_same_without_javascript(browser, live_server, district):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    to_the_grid(page, district)
    helped, *_ = keys(district)
    page.locator(f"#numerator-{helped}").fill("3")
    page.locator(f"#denominator-{helped}").fill("4")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu. Chưa gửi")).to_be_visible()
    page.get_by_role("button", name="Không phát sinh tất cả").click()
    page.get_by_role("button", name="Ghi không phát sinh").click()
    page.get_by_role("button", name="Gửi số liệu").click()
    expect(page.get_by_text("Đã gửi số liệu, chờ cấp trên duyệt.")).to_be_visible()
    assert Figure.objects.filter(standing=FigureStanding.SENT).count() == 3
    context.close()


def test_the_district_returns_one_accepts_the_rest_and_everybody_reads_the_sum(page, district):
    answered(district.period, district.tan_thanh, district.helped, of(30, 40), FigureStanding.SENT)
    answered(district.period, district.tan_thanh, district.informed, of(60, 90), FigureStanding.SENT)
    Filing.objects.update(state="sent")
    log_in(page, district.office.lan)
    page.goto("/so-lieu/")
    page.get_by_role("link", name=re.compile("các đơn vị thuộc UBND huyện Hữu Lũng")).click()
    page.get_by_role("link", name="UBND xã Tân Thành").click()
    page.get_by_label(re.compile("1.2 100%")).check()
    page.get_by_role("button", name="Trả lại").click()
    expect(page.get_by_text("Ghi lý do để đơn vị biết phải sửa điều gì.")).to_be_visible()
    expect(page.get_by_label(re.compile("1.2 100%"))).to_be_checked()
    page.get_by_label("Ý kiến").fill("Thiếu thôn Làng Bên.")
    page.get_by_role("button", name="Trả lại").click()
    expect(page.get_by_text("Đã trả lại cho UBND xã Tân Thành sửa.")).to_be_visible()
    page.get_by_role("button", name="Chấp nhận").click()
    expect(page.get_by_text("Đã chấp nhận số liệu của UBND xã Tân Thành.")).to_be_visible()
    page.goto(f"/ke-hoach/{district.plan.pk}/")
    page.get_by_role("link", name="Kết quả chỉ tiêu").click()
    expect(page.locator("b").filter(has_text="60/90 (66,7%)")).to_be_visible()
    expect(
        page.get_by_text("1/3 đơn vị đã báo cáo; chưa: UBND xã Hòa Bình, UBND xã Yên Bình.")
    ).to_be_visible()


def test_after_closing_one_is_let_come_late(page, district):
    ReportPeriod.objects.update(closed_at="2024-01-01T00:00Z")
    log_in(page, district.office.lan)
    page.goto(f"/so-lieu/{district.period.pk}/{district.tan_thanh.pk}/")
    page.get_by_label("Đến hết ngày").fill(short_date(today()))
    page.get_by_label("Lý do").fill("Lũ cuốn đường.")
    page.get_by_role("button", name="Cho gửi muộn").click()
    expect(page.get_by_text("Đã cho UBND xã Tân Thành gửi muộn.")).to_be_visible()
    page.get_by_role("button", name="Đăng xuất").click()
    log_in(page, district.office.pao)
    page.goto(f"/so-lieu/{district.period.pk}/{district.tan_thanh.pk}/")
    expect(page.get_by_text(re.compile("được gửi muộn đến"))).to_be_visible()
    helped, *_ = keys(district)
    page.locator(f"#numerator-{helped}").fill("3")
    page.locator(f"#denominator-{helped}").fill("4")
    page.get_by_role("button", name="Gửi số liệu").click()
    expect(page.get_by_text("Đã gửi số liệu, chờ cấp trên duyệt.")).to_be_visible()


def test_every_page_of_figures_is_clean_at_every_width(page, district):
    for unit in district.communes:
        answered(district.period, unit, district.informed, of(60, 90))
    answered(district.period, district.tan_thanh, district.helped, of(3, 4), FigureStanding.SENT)
    grid = f"/so-lieu/{district.period.pk}/{district.tan_thanh.pk}/"
    above = f"/so-lieu/{district.period.pk}/{district.office.committee.pk}/cap-duoi/"
    helped, *_ = keys(district)
    own = ["/so-lieu/", grid, f"{grid}{helped}/", f"/so-lieu/{district.period.pk}/nhap-tep/"]
    theirs = ["/so-lieu/", above, grid, f"/so-lieu/van-ban/{district.plan.pk}/"]
    for officer, addresses in ((district.office.pao, own), (district.office.lan, theirs)):
        leave(page)
        log_in(page, officer)
        for address in addresses:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(address)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
            assert faults_of(page, address) == []
