"""One plan in the hands of four people, from draft to issued: returned twice, and one of them on leave."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from plans.models import Document, Status
from tests.cast import Office, a_plan, an_office, an_officer, revised, with_password
from tests.issuing.words import reworded
from tests.journeys.test_issuing import approve_and_issue, come_in, open_document, press

pytestmark = pytest.mark.django_db(transaction=True)

WHEN_BACK = short_date(today() + timedelta(days=3))


@pytest.fixture
def staff(transactional_db) -> Office:
    office = an_office()
    for officer in (office.lan, office.hung, office.thu, chairwoman(office)):
        with_password(officer)
    return office


def chairwoman(office: Office):
    return an_officer("hoa", "Nông Thị Hoa", office.committee, "Chủ tịch", is_leader=True)


def send_back(page: Page, button: str, reason: str) -> None:
    page.locator("summary", has_text=button).click()
    page.locator("details[open]").get_by_label("Lý do").last.fill(reason)
    press(page, button)


def lay_before(page: Page, leader: str, note: str) -> None:
    page.get_by_label("Trình ai").select_option(label=leader)
    page.get_by_label("Lời trình").fill(note)
    press(page, "Trình")
    expect(page.get_by_text("Đã trình lãnh đạo.")).to_be_visible()


def mended(document: Document, before: str, after: str) -> None:
    document.refresh_from_db()
    revised(document, lambda content: reworded(content, before, after))


def test_from_draft_to_issued_returned_twice_with_one_on_leave(page: Page, staff):
    document, hoa = a_plan(office=staff), chairwoman(staff)

    come_in(page, staff.lan)
    open_document(page, document)
    expect(page.get_by_role("heading", name="nên xem trước khi trình")).to_be_visible()
    lay_before(page, str(hoa), "Xin ban hành trước ngày 5.")
    page.goto("/ban-lam-viec/")
    expect(page.get_by_text("Ở chỗ Nông Thị Hoa từ hôm nay")).to_be_visible()

    come_in(page, hoa)  # who reads what was said, returns it, and goes on leave
    page.get_by_role("link", name="Thông báo").click()
    page.get_by_role("link", name="trình Kế hoạch năm 2023: Xin ban hành").click()
    expect(page.get_by_role("heading", name="Lời trình")).to_be_visible()
    send_back(page, "Trả lại", "Nêu rõ gia đình.")
    page.goto("/ban-lam-viec/")
    page.get_by_role("link", name="Nghỉ, giao thay").click()
    page.get_by_label("Người thay").select_option(label=str(staff.hung))
    page.get_by_label("Đến hết ngày").fill(WHEN_BACK)
    press(page, "Giao xử lý thay")
    expect(page.get_by_text("xử lý thay anh/chị")).to_be_visible()

    come_in(page, staff.lan)  # whose desk says why it is back, and who stands in
    page.goto("/ban-lam-viec/")
    expect(page.get_by_text("Bị trả lại: Nêu rõ gia đình (Nông Thị Hoa).")).to_be_visible()
    mended(document, "Nâng cao nhận thức.", "Nâng cao nhận thức của gia đình.")
    open_document(page, document)
    lay_before(page, f"{hoa} (nghỉ đến hết {WHEN_BACK}, {staff.hung} thay)", "Đã thêm gia đình.")

    come_in(page, staff.hung)
    page.goto("/ban-lam-viec/")
    expect(page.get_by_text("Anh/chị xử lý thay Nông Thị Hoa")).to_be_visible()
    page.get_by_role("link", name="Kế hoạch năm 2023").click()
    expect(page.get_by_text("So với lần trình trước")).to_be_visible()
    press(page, "Duyệt")
    expect(page.get_by_text("Đã duyệt. Văn thư cấp số.")).to_be_visible()
    expect(page.get_by_text("Vi Văn Hùng (thay Nông Thị Hoa)")).to_be_visible()

    come_in(page, staff.thu)  # who sees the number ahead, and sends it back for its form
    open_document(page, document)
    expect(page.get_by_role("heading", name="Số tiếp theo: 01/KH-UBND")).to_be_visible()
    send_back(page, "Trả lại vì thể thức", "Nơi nhận chưa đúng.")

    come_in(page, staff.lan)
    page.goto("/ban-lam-viec/")
    expect(page.get_by_text("Bị trả lại: Nơi nhận chưa đúng (Lê Thị Thu).")).to_be_visible()
    open_document(page, document)
    lay_before(page, str(staff.hung), "Đã sửa nơi nhận.")

    approve_and_issue(page, staff, document)
    page.goto("/so-van-ban-di/")
    page.locator("summary", has_text="Ghi nơi đã chuyển").click()
    page.get_by_label("Người ký nhận").fill("Giàng A Páo")
    page.locator("details[open]").get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_text("Giàng A Páo ký nhận")).to_be_visible()

    document.refresh_from_db()
    assert document.status == Status.ISSUED
    assert document.signer == "Vi Văn Hùng"
    actions = [event.action for event in document.events.order_by("at", "pk")]
    assert (actions.count("submit"), actions.count("send_back"), actions.count("return_for_form")) == (
        3,
        1,
        1,
    )
