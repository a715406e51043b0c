"""The commune's two minutes: a phone of 360 px, a weak network, sometimes no JavaScript."""

from datetime import date

import pytest
from playwright.sync_api import expect

from plans.models import Answer, Assignment, AssignmentState, Task
from tests.cast import an_issued_plan

from .conftest import WIDTHS, as_served
from .desk_pages import leave, log_in
from .test_public import HEAVIEST_PAGE, faults_of

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 360, "height": 780}


@pytest.fixture
def given(office) -> Assignment:
    document = an_issued_plan(office.committee, frozen=False, tasks=8)
    Task.objects.filter(block__document=document).update(due_on=date(2020, 1, 1), product="Báo cáo kết quả")
    return Assignment.objects.filter(unit=office.people_of_tan_thanh).order_by("pk").first()


def two_minutes(page, office, given) -> None:
    log_in(page, office.pao)
    page.get_by_role("button", name="Danh mục").click()
    page.get_by_role("link", name="Nhiệm vụ", exact=True).click()
    expect(page.get_by_role("heading", name="Quá hạn (2)")).to_be_visible()
    page.get_by_role("link", name=str(given.task)).click()
    page.get_by_role("button", name="Xác nhận đã nhận").click()
    expect(page.get_by_text("Đã báo cho cơ quan giao việc: đơn vị đã tiếp nhận.")).to_be_visible()
    page.get_by_label("Đã làm được gì").fill("Đã rà soát 9 thôn.")
    page.get_by_label("Tệp kèm theo").set_input_files(
        {"name": "bien-ban.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n"}
    )
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    expect(page.get_by_text("Đã gửi báo cáo, chờ")).to_be_visible()
    expect(page.get_by_role("link", name="bien-ban.pdf")).to_be_visible()
    given.refresh_from_db()
    assert given.state == AssignmentState.REPORTED


def test_receive_answer_and_finish_on_a_phone(page, office, given):
    page.set_viewport_size(PHONE)
    two_minutes(page, office, given)


def test_the_same_without_javascript(browser, live_server, office, given):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=PHONE)
    two_minutes(context.new_page(), office, given)
    context.close()


def test_the_page_says_when_the_network_is_gone_and_keeps_the_words(page, office, given):
    page.set_viewport_size(PHONE)
    log_in(page, office.pao)
    page.goto(f"/nhiem-vu/{given.pk}/")
    page.get_by_label("Đã làm được gì").fill("Đã họp 3 thôn.")
    page.context.set_offline(True)
    expect(page.locator("#offline")).to_be_visible()
    page.get_by_role("button", name="Lưu việc đã làm").click()
    expect(page.get_by_label("Đã làm được gì")).to_have_value("Đã họp 3 thôn.")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(f"/nhiem-vu/{given.pk}/")
    expect(page.get_by_label("Đã làm được gì")).to_have_value("Đã họp 3 thôn.")
    page.get_by_role("button", name="Lưu việc đã làm").click()
    expect(page.get_by_text("Đã lưu việc đã làm; cơ quan giao việc xem được ngay.")).to_be_visible()
    assert Answer.objects.get().text == "Đã họp 3 thôn."


def test_the_list_also_says_when_the_network_is_gone(page, office, given):
    log_in(page, office.pao)
    page.goto("/nhiem-vu/")
    page.context.set_offline(True)
    expect(page.locator("#offline")).to_be_visible()


def test_a_session_that_lapsed_keeps_the_answer_through_the_log_in(page, office, given):
    page.set_viewport_size(PHONE)
    log_in(page, office.pao)
    page.goto(f"/nhiem-vu/{given.pk}/")
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Đã làm được gì").fill("Đã họp 3 thôn.")
    page.get_by_role("button", name="Lưu việc đã làm").click()
    page.get_by_label("Tên đăng nhập").fill("pao")
    page.get_by_label("Mật khẩu").fill("Vi-tre-em-Viet-Nam-2023")
    page.locator("main").get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_label("Đã làm được gì")).to_have_value("Đã họp 3 thôn.")


def test_the_first_load_stays_under_sixty_kilobytes_however_many_tasks(browser, live_server, office):
    an_issued_plan(office.committee, frozen=False, tasks=400)
    context = browser.new_context(base_url=live_server.url, viewport=PHONE)
    page = context.new_page()
    log_in(page, office.pao)
    cookies = context.cookies()
    context.close()
    context = browser.new_context(base_url=live_server.url, viewport=PHONE)  # nothing kept but the log-in
    context.add_cookies(cookies)
    page, answers = context.new_page(), []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/nhiem-vu/")
    page.wait_for_load_state("networkidle")
    assert page.locator(".task-card").count() == 40
    assert sum(len(as_served(answer)) for answer in answers) < HEAVIEST_PAGE
    context.close()


def test_the_issuer_sees_who_has_received_and_judges(page, office, given):
    log_in(page, office.lan)
    page.goto(given.task.block.document.get_absolute_url())
    page.get_by_role("link", name="Nhiệm vụ đã giao").click()
    expect(page.locator(".counts")).to_contain_text("0/4")
    Assignment.objects.filter(pk=given.pk).update(state=AssignmentState.REPORTED)
    page.goto(f"/nhiem-vu/{given.pk}/")
    page.get_by_role("button", name="Yêu cầu làm lại").click()
    expect(page.get_by_text("Ghi lý do để đơn vị biết")).to_be_visible()
    page.get_by_label("Ý kiến").fill("Thiếu số liệu thôn Khe.")
    page.get_by_role("button", name="Yêu cầu làm lại").click()
    expect(page.get_by_text("Đã trả lại cho")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_the_tasks_has_a_fault(page, office, given, width):
    faults = []
    for officer, pages in (
        (office.pao, ["/nhiem-vu/", f"/nhiem-vu/{given.pk}/"]),
        (office.lan, [f"/nhiem-vu/da-giao/{given.task.block.document_id}/", f"/nhiem-vu/{given.pk}/"]),
    ):
        leave(page)
        log_in(page, officer)
        page.set_viewport_size({"width": width, "height": 780})
        for address in pages:
            page.goto(address)
            faults += faults_of(page, f"{address} at {width}")
    assert not faults, "\n".join(faults)
