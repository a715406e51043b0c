"""Chị Lan drops the Word file of last year's plan and has a draft, in a real browser."""

from django.conf import settings
from django.test import Client

from plans.models import Plan
from tests.reading.corpus.as_word import word
from tests.reading.corpus.upper import DISTRICT


def test_a_word_file_becomes_a_draft(page, office):
    client = Client()
    client.force_login(office.lan)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.goto("/")
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": page.url}])
    page.goto("/ban-lam-viec/doc-tep/")
    file = {"name": "ke-hoach.docx", "mimeType": "application/octet-stream", "buffer": word(DISTRICT)}
    page.get_by_label("Tệp văn bản").set_input_files(file)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/doc-tep/xem/")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"runs over at {width} px"
    page.get_by_role("button", name="Lưu thành dự thảo").click()
    page.wait_for_url("**/van-ban/**")
    assert Plan.objects.filter(title=DISTRICT.title).count() == 1
