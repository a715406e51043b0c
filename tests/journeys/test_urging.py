"""At the desk: from the board to what is late, a reminder for many, and the official letter that urges."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from childlabour.core.clock import today
from childlabour.notices.models import Notice
from plans.models import Assignment, AssignmentState, Task
from tests.cast import an_issued_plan

from .conftest import WIDTHS
from .desk_pages import log_in
from .test_public import faults_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def work(office) -> None:
    """Twelve tasks in the hands of four units: late, answered late, waiting, not due yet."""
    an_issued_plan(office.committee, frozen=False, tasks=12, number=192)
    Task.objects.update(due_on=today() - timedelta(days=63))
    for place, row in enumerate(Assignment.objects.order_by("pk")):
        stands = (
            {},
            {"state": AssignmentState.DONE, "reported_on": today() - timedelta(days=70)},
            {"state": AssignmentState.DONE, "reported_on": today() - timedelta(days=7)},
            {"state": AssignmentState.REPORTED, "reported_on": today() - timedelta(days=7)},
            {"due_on": today() + timedelta(days=5)},
        )[place % 5]
        Assignment.objects.filter(pk=row.pk).update(**stands)


def test_from_the_board_to_the_late_ones_to_a_reminder_and_a_letter(page, office, work):
    log_in(page, office.lan)
    page.goto("/nhiem-vu/bang/")
    expect(page.get_by_role("heading", name="Đơn vị giao, đến ngày")).to_be_visible()
    late = Assignment.objects.filter(state="given", due_on=None)
    page.locator(".counts a").last.click()
    expect(page.get_by_text(f"{late.count()} nhiệm vụ")).to_be_visible()
    of_tan_thanh = late.filter(unit=office.people_of_tan_thanh)
    for row in of_tan_thanh:
        page.get_by_label(f"Chọn việc của {row.unit}: {row.task}").check()
    page.get_by_role("button", name="Nhắc đơn vị").click()
    expect(page.get_by_text(f"Đã nhắc {of_tan_thanh.count()} nhiệm vụ.")).to_be_visible()
    assert Notice.objects.of(office.pao).count() == of_tan_thanh.count()
    page.get_by_label("Chọn tất cả các dòng trên trang này").check()
    for row in late:
        expect(page.get_by_label(f"Chọn việc của {row.unit}: {row.task}")).to_be_checked()
    page.get_by_role("button", name="Lập công văn đôn đốc").click()
    page.wait_for_url("**/ban-lam-viec/van-ban/**")
    expect(page.get_by_text("Đã lập dự thảo công văn đôn đốc")).to_be_visible()
    expect(page.get_by_text("63 ngày").first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_the_boards_has_a_fault(page, office, work, width):
    log_in(page, office.lan)
    page.set_viewport_size({"width": width, "height": 780})
    faults = []
    for address in ("bang/", "bang/?theo=thang", "bang/?phia=theo-doi", "bang/in/", "bang/danh-sach/"):
        page.goto(f"/nhiem-vu/{address}")
        faults += faults_of(page, f"{address} at {width}")
    assert not faults, "\n".join(faults)
