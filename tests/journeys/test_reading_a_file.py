"""Chị Lan drops the Word file of last year's plan and has a draft, in a real browser."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from childlabour.jobs.models import Job, worker_is_alive
from plans.models import Plan
from tests.jobs.workers import AS_SERVED, a_worker, wait_until
from tests.reading.corpus.as_word import word
from tests.reading.corpus.upper import DISTRICT

from .conftest import WIDTHS
from .test_public import faults_of


def drop(page: Page, office) -> None:
    client = Client()
    client.force_login(office.lan)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.goto("/")
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": page.url}])
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
    assert Plan.objects.filter(title=DISTRICT.title).count() == 1


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
