"""From the desk of the drafter to the phone of whoever holds the paper, in a real browser."""

import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from plans.issuing.workflow import perform
from plans.models import Action, Document, Status
from tests.cast import PASSWORD as LOG_IN_PASSWORD
from tests.cast import Office, a_plan, an_office, revised, with_password
from tests.issuing.certificates import PASS_PHRASE, given_to, root_file
from tests.issuing.papers import a_scan
from tests.issuing.way import approved, numbered
from tests.issuing.words import reworded

from .desk_pages import leave

pytestmark = pytest.mark.django_db(transaction=True)

LEADER, AGENCY = "Vi Văn Hùng", "Ủy ban nhân dân huyện Hữu Lũng"


@pytest.fixture
def staff(transactional_db) -> Office:
    office = an_office()
    for officer in (office.lan, office.hung, office.thu):
        with_password(officer)
    return office


def come_in(page: Page, officer) -> None:
    leave(page)
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(officer.username)
    page.get_by_label("Mật khẩu").fill(LOG_IN_PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: "dang-nhap" not in url)


def open_document(page: Page, document: Document) -> None:
    page.goto(f"/van-ban/{document.pk}/xu-ly/")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def give_number(page: Page) -> None:
    page.get_by_label("Ngày văn bản").fill(short_date(today()))
    press(page, "Cấp số")


def send_scan(page: Page, document: Document) -> None:
    document.refresh_from_db()
    page.get_by_role("link", name="Ghi nhận bản ký tay").click()
    data = a_scan(bytes(document.signing_copy.pdf))
    page.locator("input[type=file]").set_input_files(
        {"name": "ban-quet.pdf", "mimeType": "application/pdf", "buffer": data}
    )
    press(page, "Nộp bản quét")
    expect(page.get_by_text("Trang 1, bản quét")).to_be_visible()
    press(page, "Nội dung khớp, ghi nhận đã ký")


def approve_and_issue(page: Page, staff, document: Document) -> None:
    """From the leader's desk over the clerk's, signed by hand, to everybody."""
    come_in(page, staff.hung)
    open_document(page, document)
    press(page, "Duyệt")
    come_in(page, staff.thu)
    open_document(page, document)
    give_number(page)
    expect(page.get_by_role("heading", name="Kế hoạch số 01/KH-UBND")).to_be_visible()
    send_scan(page, document)
    press(page, "Ban hành")
    expect(page.get_by_text("Nội dung không sửa được nữa")).to_be_visible()


def test_from_submitting_to_the_phone_of_the_holder(page: Page, staff):
    document = a_plan(office=staff)
    come_in(page, staff.lan)
    open_document(page, document)
    press(page, "Trình")
    expect(page.get_by_text("Đã trình lãnh đạo.")).to_be_visible()
    approve_and_issue(page, staff, document)
    document.refresh_from_db()
    leave(page)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/xac-thuc/{document.verification_code}/")
    expect(page.get_by_role("heading", name="Văn bản thật, kỳ kế hoạch đã hết")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_sent_back_and_laid_before_the_leader_again_with_the_differences(page: Page, staff):
    document = perform(Action.SUBMIT, a_plan(office=staff), staff.lan)
    come_in(page, staff.hung)
    open_document(page, document)
    page.locator("summary", has_text="Trả lại").click()
    page.locator("details[open]").get_by_label("Lý do").fill("Nêu rõ gia đình.")
    press(page, "Trả lại")
    revised(
        document,
        lambda content: reworded(content, "Nâng cao nhận thức.", "Nâng cao nhận thức của gia đình."),
    )
    come_in(page, staff.lan)
    open_document(page, document)
    expect(page.get_by_text("Nêu rõ gia đình.")).to_be_visible()
    press(page, "Trình")
    come_in(page, staff.hung)
    open_document(page, document)
    expect(page.get_by_text("So với lần trình trước")).to_be_visible()
    page.get_by_role("link", name="gia đình").first.click()
    expect(page.locator("#sheet .change").first).to_be_in_viewport()
    expect(page.locator(".live-paper ins").first).to_contain_text("gia đình")
    press(page, "Duyệt")
    expect(page.get_by_text("Văn thư cấp số")).to_be_visible()


def test_a_reason_written_longer_than_the_session_lasts_is_sent_after_the_log_in(page: Page, staff):
    document = perform(Action.SUBMIT, a_plan(office=staff), staff.lan)
    come_in(page, staff.hung)
    open_document(page, document)
    page.context.clear_cookies(name="sessionid")
    page.locator("summary", has_text="Trả lại").click()
    page.locator("details[open]").get_by_label("Lý do").fill("Nêu rõ gia đình.")
    press(page, "Trả lại")
    page.get_by_label("Tên đăng nhập").fill("hung")
    page.get_by_label("Mật khẩu").fill(LOG_IN_PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    expect(page.locator("details[open]").get_by_label("Lý do")).to_have_value("Nêu rõ gia đình.")
    press(page, "Trả lại")
    expect(page.get_by_text("Đã trả lại người soạn.")).to_be_visible()
    assert document.events.last().reason == "Nêu rõ gia đình."


def test_leader_and_seal_sign_with_keys_and_a_tampered_file_is_caught(page: Page, staff, settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "roots"
    root_file(settings.SIGNATURE_TRUST_ROOTS)
    document = numbered(staff)
    for officer, name, link, button in (
        (staff.hung, LEADER, "Ký số", "Ký số"),
        (staff.thu, AGENCY, "Đóng dấu số", "Đóng dấu số của cơ quan"),
    ):
        come_in(page, officer)
        open_document(page, document)
        page.get_by_role("link", name=link, exact=True).click()
        page.locator("input[name=key_file]").set_input_files(
            {"name": "khoa.p12", "mimeType": "application/x-pkcs12", "buffer": given_to(name).file}
        )
        page.get_by_label("Mật khẩu của tệp khóa").fill(PASS_PHRASE)
        press(page, button)
    press(page, "Ban hành")
    expect(page.get_by_text("Nội dung không sửa được nữa")).to_be_visible()
    document.refresh_from_db()
    assert document.status == Status.ISSUED
    page.goto(f"/xac-thuc/{document.verification_code}/")
    expect(page.locator(".chip", has_text="chữ ký hợp lệ")).to_have_count(2)
    file = tmp_path / "ban-hanh.pdf"
    file.write_bytes(bytes(document.issue.pdf))
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid.") == 2
    drop(page, file.read_bytes())
    expect(page.get_by_role("heading", name="Tệp của hệ thống này, nguyên vẹn")).to_be_visible()
    tampered = bytearray(file.read_bytes())
    tampered[tampered.index(b"stream", 3000) + 60] ^= 1
    drop(page, bytes(tampered))
    expect(page.get_by_role("heading", name="Không phải tệp của hệ thống này")).to_be_visible()
    expect(page.get_by_text("tệp đã bị sửa sau khi ký")).to_have_count(2)


def drop(page: Page, data: bytes) -> None:
    page.goto("/xac-thuc/")
    page.locator("input[type=file]").set_input_files(
        {"name": "tep.pdf", "mimeType": "application/pdf", "buffer": data}
    )
    press(page, "Kiểm tra tệp")


def test_the_clerk_prints_the_book(page: Page, staff):
    numbered(staff)
    come_in(page, staff.thu)
    page.goto("/so-van-ban-di/")
    expect(page.get_by_role("rowheader", name="01/KH-UBND")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="In sổ").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


def test_a_refused_number_says_why_beside_the_form(page: Page, staff):
    document = approved(staff)
    come_in(page, staff.thu)
    open_document(page, document)
    page.get_by_label("Ngày văn bản").fill("01/01/2024")
    press(page, "Cấp số")
    expect(page.locator(".problems")).to_contain_text("sớm hơn ngày làm việc liền trước")


LETTERS = """() => {
    const line = document.querySelector(".live-paper .text > p");
    return parseFloat(getComputedStyle(line).fontSize) * line.currentCSSZoom;
}"""


def test_the_leader_reads_the_paper_on_a_phone(page: Page, staff):
    document = perform(Action.SUBMIT, a_plan(office=staff), staff.lan)
    page.set_viewport_size({"width": 360, "height": 740})
    come_in(page, staff.hung)
    open_document(page, document)
    assert page.evaluate(LETTERS) >= 16
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert Axe().run(page).response["violations"] == []
    page.get_by_label("Xem cả tờ giấy, chữ nhỏ").check()
    assert page.evaluate(LETTERS) < 10, "a whole sheet in the window"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.reload()
    expect(page.get_by_label("Xem cả tờ giấy, chữ nhỏ")).to_be_checked()


def test_what_is_missing_is_one_press_away(page: Page, staff):
    document = a_plan(office=staff)
    Document.objects.filter(pk=document.pk).update(signer="")
    come_in(page, staff.lan)
    open_document(page, document)
    page.get_by_role("link", name="Chưa ghi họ và tên người ký").click()
    expect(page.get_by_role("heading", name="Chữ ký")).to_be_visible()
