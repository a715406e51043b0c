"""One task from the day it was given to the day it was accepted: the commune on its phone, the district at its desk."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from childlabour.core.clock import today
from plans.models import Assignment, AssignmentState, Condition
from tests.cast import an_issued_plan

from .desk_pages import leave, log_in
from .test_public import faults_of

pytestmark = pytest.mark.django_db(transaction=True)

PHONE, DESK = {"width": 360, "height": 780}, {"width": 1280, "height": 900}


def day(ahead: int) -> str:
    return (today() + timedelta(days=ahead)).strftime("%d/%m/%Y")


@pytest.fixture
def given(office) -> Assignment:
    an_issued_plan(office.committee, frozen=False, tasks=4)
    Assignment.objects.update(due_on=today() + timedelta(days=5))
    return Assignment.objects.get(unit=office.people_of_tan_thanh)


def on(page: Page, size: dict, officer, given: Assignment) -> None:
    leave(page)
    page.set_viewport_size(size)
    log_in(page, officer)
    page.goto(f"/nhiem-vu/{given.pk}/")


def test_through_more_time_a_report_sent_back_and_acceptance(page, office, given):
    on(page, PHONE, office.pao, given)
    page.get_by_role("button", name="Xác nhận đã nhận").click()
    expect(page.get_by_text("đơn vị đã tiếp nhận")).to_be_visible()
    page.get_by_text("Xin gia hạn", exact=True).first.click()
    page.get_by_label("Xin gia hạn đến ngày").fill(day(20))
    page.get_by_label("Lý do xin gia hạn").fill("Hai thôn bị chia cắt do mưa lũ.")
    page.get_by_role("button", name="Xin gia hạn", exact=True).click()
    expect(page.get_by_text("đang xin gia hạn")).to_be_visible()
    expect(page.get_by_text("còn 5 ngày")).to_be_visible()

    on(page, DESK, office.lan, given)
    page.get_by_text("Đồng ý gia hạn", exact=True).first.click()
    page.get_by_role("button", name="Đồng ý gia hạn").click()
    expect(page.get_by_text(f"gia hạn; hạn ban đầu {given.deadline:%d}", exact=False)).to_be_visible()

    on(page, PHONE, office.pao, given)
    page.get_by_label("Đã làm được gì").fill("Đã rà soát 9 thôn.")
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    expect(page.get_by_text("Đã gửi báo cáo, chờ")).to_be_visible()

    on(page, DESK, office.lan, given)
    page.get_by_label("Ý kiến").fill("Thiếu số liệu thôn Khe.")
    page.get_by_role("button", name="Yêu cầu làm lại").click()
    expect(page.get_by_text("Đã trả lại cho")).to_be_visible()

    on(page, PHONE, office.pao, given)
    asked = page.get_by_role("region", name="Nhiệm vụ đang ở đâu")
    expect(asked.get_by_text("Thiếu số liệu thôn Khe.")).to_be_visible()
    page.get_by_label("Đã làm được gì").fill("Đã bổ sung thôn Khe.")
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    expect(page.get_by_text("Đã gửi báo cáo, chờ")).to_be_visible()

    on(page, DESK, office.hung, given)
    page.get_by_role("button", name="Chấp nhận kết quả").click()
    expect(page.get_by_text("Đã chấp nhận kết quả: nhiệm vụ hoàn thành.")).to_be_visible()
    done = Assignment.objects.select_related("task").get(pk=given.pk)
    assert (done.state, done.condition) == (AssignmentState.DONE, Condition.DONE_ON_TIME)


def test_the_pages_of_who_gave_the_work_have_no_fault(page, office, given):
    office.front.superior = office.committee
    office.front.save()
    Assignment.objects.filter(pk=given.pk).update(asked_until=today() + timedelta(days=9), priority="urgent")
    document = given.task.block.document_id
    on(page, PHONE, office.lan, given)
    faults = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 780})
        for address in (
            f"/nhiem-vu/{given.pk}/",
            "/nhiem-vu/cho-tra-loi/",
            f"/nhiem-vu/da-giao/{document}/",
            f"/nhiem-vu/da-giao/{document}/{given.task_id}/",
        ):
            page.goto(address)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            faults += faults_of(page, f"{address} at {width}")
    assert not faults, "\n".join(faults)


def test_nothing_covers_the_field_that_is_written_in(page, office, given):
    on(page, {"width": 360, "height": 420}, office.pao, given)  # the keys of the phone take the rest
    field = page.get_by_label("Đã làm được gì")
    field.focus()
    covered = field.evaluate(
        """field => { const box = field.getBoundingClientRect();
        return [0.1, 0.5, 0.9].some(part => {
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * part);
          return top && top !== field; }) }"""
    )
    assert not covered
