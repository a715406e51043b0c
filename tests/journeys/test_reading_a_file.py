"""Chị Lan drops the Word file of last year's plan and has a draft, in a real browser."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from childlabour.jobs.models import Job, worker_is_alive
from plans.content.asking import content_of
from plans.models import Document
from targets.models import Target
from tests.cast import an_officer
from tests.jobs.workers import AS_SERVED, a_worker, wait_until
from tests.reading.corpus.as_word import word
from tests.reading.corpus.upper import DISTRICT
from tests.reading.intakes import a_reading

from .conftest import WIDTHS
from .test_public import faults_of


def come_in(page: Page, officer) -> None:
    client = Client()
    client.force_login(officer)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.goto("/")
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": page.url}])


def drop(page: Page, office) -> None:
    come_in(page, office.lan)
    page.goto("/ban-lam-viec/doc-tep/")
    file = {"name": "ke-hoach.docx", "mimeType": "application/octet-stream", "buffer": word(DISTRICT)}
    page.get_by_label("Tệp văn bản").set_input_files(file)
    page.get_by_role("button", name="Đọc văn bản").click()


def test_a_word_file_becomes_a_draft(page, office, worker):
    drop(page, office)
    page.wait_for_url("**/doc-tep/xem/*/")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"runs over at {width} px"
    page.get_by_role("button", name="Lưu thành dự thảo").click()
    page.wait_for_url("**/van-ban/**")
    assert Document.objects.filter(title=DISTRICT.title).count() == 1


def test_a_file_waits_for_a_worker_and_is_not_lost(page, office):
    drop(page, office)
    page.wait_for_url("**/viec-chay-nen/*/")
    waiting = page.locator("[data-waiting]")
    expect(waiting).to_contain_text("Bộ chạy việc nền của máy chủ đang tắt")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert not faults_of(page, f"at {width}")
    page.get_by_role("button", name="Hủy").click()
    expect(page.locator("main")).to_contain_text("đã hủy")
    page.get_by_role("button", name="Chạy lại").click()
    expect(waiting).to_contain_text("đang đợi")
    with a_worker(*AS_SERVED):
        wait_until(worker_is_alive)
        page.wait_for_url("**/doc-tep/xem/*/")
    assert Job.objects.get().attempts == 1


@pytest.fixture
def without_script(browser, live_server):
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", java_script_enabled=False)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def test_without_javascript_the_page_leads_on_too(without_script, office, worker):
    drop(without_script, office)
    without_script.wait_for_url("**/doc-tep/xem/*/")


DOUBTFUL = """ỦY BAN NHÂN DÂN
HUYỆN HỮU LŨNG
Số: 12/KH-UBND
Hữu Lũng, ngày 05 tháng 6 năm 2023
KẾ HOẠCH
Phòng ngừa, giảm thiếu lao động trẻ em năm 2023
I. MỤC TIÊU
- Trên 90% trẻ em lao động trái quy định của pháp luật được hỗ trợ, can thiệp kịp thời vào năm 2023.
- Trên 80% cha mẹ được cung cấp kiến thức về phòng ngừa, giảm thiếu lao động trẻ em vào năm 2023.
II. TỔ CHỨC THỰC HIỆN
1. Công an huyện
- Kiểm tra các cơ sở sử dụng lao động.
Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def test_a_colleague_goes_on_with_the_keyboard_where_the_page_was_closed(page, office):
    """Chị Lan takes the first doubt with Enter and closes the page; chị Nga finds it taken, and saves."""
    nga = an_officer("nga", "Đàm Thị Nga", office.labour, is_drafter=True)
    intake = a_reading(office.lan, office.committee, DOUBTFUL.encode(), "ke-hoach.txt")
    address = f"/ban-lam-viec/doc-tep/xem/{intake.pk}/"
    come_in(page, office.lan)
    page.goto(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert not faults_of(page, f"at {width}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"runs over at {width} px"
    page.set_viewport_size({"width": 1280, "height": 900})
    slips = page.locator("[name=slip]")
    expect(slips.first).to_be_visible()
    page.keyboard.press("Alt+ArrowDown")
    while not page.evaluate("document.activeElement.name === 'slip'"):
        page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Enter")
    expect(slips.first).to_be_checked()
    target = page.locator("[name=target]").last
    target.uncheck()
    expect(page.locator("[data-count=target]")).to_have_text("1")
    expect(page.locator("#kept")).to_contain_text("Đã giữ lựa chọn")
    page.close()

    other = page.context.new_page()
    come_in(other, nga)
    other.goto("/ban-lam-viec/")
    other.get_by_role("link", name="ke-hoach.txt").click()
    expect(other.locator("[name=slip]").first).to_be_checked()
    expect(other.locator("[name=target]").last).not_to_be_checked()
    other.get_by_role("button", name="Lưu thành dự thảo").click()
    other.wait_for_url("**/van-ban/**")
    document = Document.objects.get(intake=intake)
    assert Target.objects.filter(block__document=document).count() == 1
    assert "giảm thiểu" in document.title or "giảm thiểu" in " ".join(
        block.text for block in content_of(document).blocks
    )


def test_a_folder_of_last_years_is_dropped_and_each_plan_waits_to_be_looked_at(page, office, worker):
    come_in(page, office.lan)
    page.goto("/ban-lam-viec/doc-tep/")
    sent = {
        "ke-hoach-2023.docx": word(DISTRICT),
        "hong.pdf": b"%PDF-1.7 1 0 obj<<",
        "2022.txt": DOUBTFUL.encode(),
    }
    dropped = page.evaluate_handle(
        """files => {
            const carried = new DataTransfer();
            for (const [name, bytes] of files) carried.items.add(new File([new Uint8Array(bytes)], name));
            return carried;
        }""",
        [[name, list(data)] for name, data in sent.items()],
    )
    form = page.locator("[data-takes-files]")
    form.dispatch_event("dragover", {"dataTransfer": dropped})
    expect(form).to_have_class(re.compile("is-over"))
    form.dispatch_event("drop", {"dataTransfer": dropped})
    expect(page.locator(".file-words")).to_contain_text("ke-hoach-2023.docx, hong.pdf, 2022.txt")
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/dang-doc/")
    expect(page.get_by_text("chờ xem lại", exact=True)).to_have_count(2)
    expect(page.get_by_text("không đọc được", exact=True)).to_have_count(1)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert not faults_of(page, f"at {width}")
