"""The commune's two minutes: a phone of 360 px, a weak network, sometimes no JavaScript."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from plans.models import Answer, Assignment, AssignmentState, Task
from tests.cast import an_issued_plan

from .conftest import WIDTHS, as_served
from .desk_pages import leave, log_in
from .test_public import HEAVIEST_PAGE, faults_of

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 360, "height": 780}
A_SCAN = {"name": "bien-ban.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n"}


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
    page.get_by_label("Tệp kèm theo").set_input_files(A_SCAN)
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


def at_the_task(page, officer, given) -> None:
    page.set_viewport_size(PHONE)
    log_in(page, officer)
    page.goto(f"/nhiem-vu/{given.pk}/")


def written_without_a_line(page, words: str) -> None:
    page.context.set_offline(True)
    expect(page.locator("#offline")).to_be_visible()
    page.get_by_label("Đã làm được gì").fill(words)
    page.get_by_role("button", name="Gửi tiến độ").click()
    expect(page.locator("#outbox")).to_contain_text("tự gửi khi có mạng")
    assert not Answer.objects.exists()


def test_words_without_a_line_stay_in_the_form_of_who_typed_them(page, office, given):
    at_the_task(page, office.pao, given)
    page.get_by_label("Đã làm được gì").fill("Đã họp 3 thôn.")
    page.goto("about:blank")
    page.goto(f"/nhiem-vu/{given.pk}/")
    expect(page.get_by_label("Đã làm được gì")).to_have_value("Đã họp 3 thôn.")
    leave(page)
    Assignment.objects.filter(pk=given.pk).update(state=AssignmentState.REPORTED)
    at_the_task(page, office.lan, given)
    expect(page.get_by_label("Ý kiến")).to_have_value("")


def test_an_empty_answer_is_not_put_by_and_the_box_says_what_is_missing(page, office, given):
    at_the_task(page, office.pao, given)
    page.context.set_offline(True)
    page.get_by_role("button", name="Gửi tiến độ").click()
    words = page.get_by_label("Đã làm được gì")
    assert words.evaluate("box => box.validationMessage") == "Ô này chưa điền."
    expect(page.locator("#outbox")).to_be_hidden()
    words.fill("Đã họp 3 thôn.")
    page.get_by_label("Tệp kèm theo").set_input_files(A_SCAN)
    page.get_by_role("button", name="Gửi tiến độ").click()
    expect(page.locator("#outbox")).to_contain_text("Đã họp 3 thôn.")
    expect(page.locator("#answer")).to_contain_text("Chưa chọn tệp nào")


def test_an_answer_without_a_line_goes_by_itself_when_the_line_is_back(page, office, given):
    at_the_task(page, office.pao, given)
    written_without_a_line(page, "Đã họp 3 thôn.")
    page.context.set_offline(False)
    expect(page.get_by_text("Đã gửi tiến độ; cơ quan giao việc xem được ngay.")).to_be_visible()
    expect(page.locator("#outbox")).to_be_hidden()
    expect(page.get_by_label("Đã làm được gì")).to_have_value("")
    assert [said.text for said in Answer.objects.all()] == ["Đã họp 3 thôn."]


def test_it_goes_from_the_list_too_with_its_photo_when_the_phone_was_closed_meanwhile(page, office, given):
    at_the_task(page, office.pao, given)
    page.get_by_label("Tệp kèm theo").set_input_files(A_SCAN)
    written_without_a_line(page, "Đã họp 3 thôn.")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto("/nhiem-vu/")
    expect(page.get_by_text("Đã gửi tiến độ; cơ quan giao việc xem được ngay.")).to_be_visible()
    assert [file.name for file in Answer.objects.get().files.all()] == ["bien-ban.pdf"]


def test_it_never_goes_under_another_log_in(page, office, given):
    at_the_task(page, office.pao, given)
    written_without_a_line(page, "Đã họp 3 thôn.")
    page.context.clear_cookies()  # first: what the page sends as it goes would still be hers
    page.goto("about:blank")
    page.context.set_offline(False)
    log_in(page, office.lan)
    page.goto("/nhiem-vu/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("#outbox")).to_be_hidden()
    assert not Answer.objects.exists()
    leave(page)
    log_in(page, office.pao)
    page.goto("/nhiem-vu/")
    expect(page.get_by_text("Đã gửi tiến độ; cơ quan giao việc xem được ngay.")).to_be_visible()
    assert Answer.objects.get().officer == office.pao


def test_an_answer_whose_receipt_was_lost_counts_once(page, office, given):
    at_the_task(page, office.pao, given)

    def lose_the_receipt(route):
        route.fetch()
        route.abort()

    page.route(lambda url: url.endswith(f"/{given.pk}/"), lose_the_receipt, times=1)
    page.get_by_label("Đã làm được gì").fill("Đã họp 3 thôn.")
    page.get_by_role("button", name="Gửi tiến độ").click()
    expect(page.locator("#outbox")).to_contain_text("Đã họp 3 thôn.")
    assert Answer.objects.count() == 1
    page.reload()
    expect(page.get_by_text("Đã gửi tiến độ; cơ quan giao việc xem được ngay.")).to_be_visible()
    expect(page.locator("#outbox")).to_be_hidden()
    assert Answer.objects.count() == 1


def test_what_can_no_longer_be_taken_is_told_and_comes_back_into_the_form(page, office, given):
    at_the_task(page, office.pao, given)
    written_without_a_line(page, "Đã họp 3 thôn.")
    Assignment.objects.filter(pk=given.pk).update(state=AssignmentState.DONE)
    page.context.set_offline(False)
    expect(page.locator("#outbox")).to_contain_text("nhiệm vụ đang ở tình trạng “hoàn thành”")
    page.get_by_role("button", name="Lấy lại để sửa").click()
    expect(page.get_by_label("Đã làm được gì")).to_have_value("Đã họp 3 thôn.")
    expect(page.locator("#outbox")).to_be_hidden()


def test_what_was_put_by_comes_back_with_its_file_when_it_cannot_be_taken(page, office, given):
    at_the_task(page, office.pao, given)
    page.get_by_label("Tệp kèm theo").set_input_files(A_SCAN)
    written_without_a_line(page, "Đã họp với cháu Vàng A Súa.")
    page.context.set_offline(False)
    expect(page.locator("#outbox")).to_contain_text("giống tên của một trẻ em")
    page.get_by_role("button", name="Lấy lại để sửa").click()
    expect(page.locator("#answer")).to_contain_text("bien-ban.pdf")
    expect(page.get_by_label("Đã làm được gì")).to_have_value("Đã họp với cháu Vàng A Súa.")
    page.get_by_label("Đã làm được gì").fill("Đã họp với một trẻ em ở thôn Khe.")
    page.get_by_role("button", name="Gửi tiến độ").click()
    expect(page.get_by_role("link", name="bien-ban.pdf")).to_be_visible()


def posts_of(page) -> list:
    """Every form that the page sends from now on."""
    posts = []
    page.on("request", lambda asked: asked.method == "POST" and posts.append(asked.url))
    return posts


def test_a_refused_answer_is_sent_once_and_its_words_and_file_stand(page, office, given):
    at_the_task(page, office.pao, given)
    posts = posts_of(page)
    page.get_by_label("Tệp kèm theo").set_input_files(A_SCAN)
    page.get_by_label("Đã làm được gì").fill("Đã họp 3 thôn.")
    page.get_by_text("Ngày làm xong, văn bản nộp").click()
    page.get_by_label("Ngày làm xong").fill("15/12")
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    reasons = page.get_by_role("region", name="Những điểm cần sửa")
    expect(reasons).to_contain_text("Ngày làm xong: ")
    expect(reasons).to_be_focused()
    assert len(posts) == 1
    expect(page.get_by_label("Đã làm được gì")).to_have_value("Đã họp 3 thôn.")
    expect(page.get_by_label("Ngày làm xong")).to_have_value("15/12")
    expect(page.locator("#answer")).to_contain_text("bien-ban.pdf")
    expect(page.locator("#outbox")).to_be_hidden()
    page.get_by_label("Ngày làm xong").fill("")
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    expect(page.get_by_text("Đã gửi báo cáo, chờ")).to_be_visible()
    expect(page.get_by_role("link", name="bien-ban.pdf")).to_be_visible()
    assert len(posts) == 2


def test_a_question_about_the_words_is_answered_by_a_tick_where_it_is_asked(page, office, given):
    at_the_task(page, office.pao, given)
    posts = posts_of(page)
    page.get_by_label("Đã làm được gì").fill("Đã họp với cháu Vàng A Súa.")
    for words, asked in (("Vàng A Súa", 1), ("Giàng A Pao", 2)):
        page.get_by_role("button", name="Gửi tiến độ").click()
        expect(page.get_by_role("region", name="Những điểm cần sửa")).to_contain_text(words)
        assert len(posts) == asked
        page.get_by_label("Không phải dữ liệu của trẻ em, tiếp tục").check()
        page.get_by_label("Đã làm được gì").fill("Đã họp với cháu Vàng A Súa, cháu Giàng A Pao.")
    page.get_by_role("button", name="Gửi tiến độ").click()
    expect(page.get_by_text("Đã gửi tiến độ; cơ quan giao việc xem được ngay.")).to_be_visible()
    assert len(posts) == 3


def test_without_a_script_the_page_says_that_a_file_is_to_be_chosen_anew(browser, live_server, office, given):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    at_the_task(page, office.pao, given)
    page.get_by_label("Tệp kèm theo").set_input_files(A_SCAN)
    page.get_by_label("Đã làm được gì").fill("Đã họp với cháu Vàng A Súa.")
    page.get_by_role("button", name="Gửi tiến độ").click()
    beside = page.locator(".field", has=page.get_by_label("Tệp kèm theo"))
    expect(beside).to_contain_text("chọn lại tệp rồi gửi")
    expect(page.get_by_label("Đã làm được gì")).to_have_value("Đã họp với cháu Vàng A Súa.")
    context.close()


def test_a_photo_is_made_smaller_on_the_phone(page, office, given):
    at_the_task(page, office.pao, given)
    photo = a_noisy_photo(3000, 2000)
    page.get_by_label("Tệp kèm theo").set_input_files(
        {"name": "hop thon.png", "mimeType": "image/png", "buffer": photo}
    )
    page.get_by_label("Đã làm được gì").fill("Ảnh họp thôn.")
    page.get_by_role("button", name="Gửi tiến độ").click()  # while it is still being drawn
    expect(page.get_by_role("link", name="hop thon.jpg")).to_be_visible()
    kept = Answer.objects.get().files.get()
    assert (kept.media_type, kept.size < len(photo) / 4) == ("image/jpeg", True)
    with kept.stored.open() as stored:
        assert max(Image.open(stored).size) == 1600


def a_noisy_photo(width: int, height: int) -> bytes:
    """Noise, as a camera sees it: blank paper would be small already."""
    coarse = Image.effect_noise((width // 4, height // 4), 80).resize((width, height)).convert("RGB")
    file = BytesIO()
    coarse.save(file, "PNG")
    return file.getvalue()


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
    page.get_by_role("button", name="Gửi tiến độ").click()
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
    assert page.locator(".task-card").count() == 36
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
