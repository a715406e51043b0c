"""The siblings of the plan at the desk: begun from their form, who decides on the sheet, two people sign minutes."""

import pytest
from playwright.sync_api import Page, expect

from plans.drafting.starting import Start, start_blank
from plans.law.kinds import Kind
from plans.models import Document

from .desk_pages import log_in
from .sheet_pages import open_sheet

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page, office) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    return page


def test_a_proposal_and_its_draft_are_begun_at_the_desk(desk):
    desk.goto("/ban-lam-viec/lap-moi/")
    desk.get_by_label("Văn bản trống").check()
    desk.get_by_label("Loại văn bản", exact=True).select_option(
        label="Tờ trình của phòng kèm dự thảo kế hoạch"
    )
    desk.get_by_label("Năm", exact=True).fill("2024")
    desk.get_by_role("button", name="Lập dự thảo").click()
    expect(desk.get_by_role("textbox", name="Văn bản đang soạn")).to_contain_text("kính trình")
    desk.get_by_role("link", name="dự thảo của cơ quan").click()
    expect(desk.get_by_role("heading", name="Tờ trình và dự thảo")).to_be_visible()


def test_who_decides_stands_on_the_sheet_of_a_decision(desk, office):
    document = start_blank(Start(office.committee, 2024, office.lan), Kind.DECISION)
    sheet = open_sheet(desk, document)
    expect(sheet.locator(".deciding")).to_have_text("ỦY BAN NHÂN DÂN HUYỆN HỮU LŨNG")
    sheet.locator(".title").click()
    desk.keyboard.press("End")
    desk.keyboard.type(" kiện toàn Ban Chỉ đạo")
    expect(desk.get_by_text("Đã lưu")).to_be_visible()
    assert Document.objects.get(pk=document.pk).title == "Về việc … kiện toàn Ban Chỉ đạo"


def test_minutes_ask_for_the_name_of_who_wrote_them(desk, office):
    document = start_blank(Start(office.committee, 2024, office.lan), Kind.MINUTES)
    desk.goto(f"/ban-lam-viec/van-ban/{document.pk}/signature/")
    desk.get_by_label("Họ và tên người ký bên trái").fill("Hoàng Thị Lan")
    desk.get_by_role("button", name="Lưu").first.click()
    expect(desk.get_by_label("Họ và tên người ký bên trái")).to_have_value("Hoàng Thị Lan")
    assert Document.objects.get(pk=document.pk).beside_signer == "Hoàng Thị Lan"
