"""An officer at the desk: writes, loses the connection, meets a colleague, loses nothing."""

import pytest
from playwright.sync_api import expect

from childlabour.units.models import SigningCapacity
from plans.drafting.saving import save_spot
from plans.drafting.starting import Start, start_blank, start_from_upper
from plans.models import Assignment, Document, SectionKind
from tests.cast import a_plan, an_issued_plan, an_officer

from .conftest import WIDTHS
from .desk_pages import fill_and_save, log_in, open_spot, paste, wait_saved
from .test_public import faults_of

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP = {"width": 1280, "height": 860}


@pytest.fixture
def desk(page):
    page.set_viewport_size(DESKTOP)
    return page


def start(page, way: str, year: int, **choice) -> Document:
    page.goto("/ban-lam-viec/")
    page.get_by_role("link", name="Lập văn bản mới").click()
    page.get_by_label(way).check()
    for label, option in choice.items():
        page.get_by_label(label.replace("_", " "), exact=True).select_option(label=option)
    page.get_by_label("Năm", exact=True).fill(str(year))
    page.get_by_role("button", name="Lập dự thảo").click()
    expect(page.locator("#editor")).to_be_visible()
    return Document.objects.get(pk=int(page.url.rstrip("/").split("/")[-1]))


def add_lines(page, text: str) -> None:
    page.locator("#new-lines").fill(text)
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(page.locator("#toasts")).to_contain_text("Đã thêm")


def test_the_communes_plan_from_nothing_to_the_pdf(desk, office):
    SigningCapacity.objects.create(
        unit=office.people_of_tan_thanh,
        signer="Nông Văn Thành",
        lines="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    )
    log_in(desk, office.pao)
    document = start(desk, "Văn bản trống", 2023)
    fill_and_save(desk, "Trích yếu", "Phòng ngừa, giảm thiểu lao động trẻ em xã Tân Thành năm 2023")
    expect(desk.locator("#sheet .title")).to_contain_text("xã Tân Thành năm 2023")
    open_spot(desk, "Căn cứ")
    fill_and_save(desk, "Mỗi dòng một mục", "Căn cứ Kế hoạch số 192/KH-UBND ngày 26/5/2023 của UBND huyện")
    open_spot(desk, "Phần mở đầu")
    fill_and_save(desk, "Phần mở đầu", "Ủy ban nhân dân xã Tân Thành ban hành Kế hoạch như sau:")
    open_spot(desk, "I. Mục đích, yêu cầu")
    fill_and_save(desk, "Nội dung", "1. Mục đích\n- Nâng cao nhận thức.\n2. Yêu cầu\n- Đúng tiến độ.")

    open_spot(desk, "II. Mục tiêu")
    add_lines(desk, "Trên 72% trẻ em có nguy cơ được hỗ trợ\n90% cán bộ, 80% cha mẹ được cung cấp kiến thức")
    assert [t.value for s in document.sections.all() for t in s.targets.all()] == [72, 90, 80]
    open_spot(desk, "III. Nhiệm vụ, giải pháp")
    add_lines(desk, "Truyền thông tại trường học\n- Phát tờ rơi cho phụ huynh.")
    desk.locator("#outline").get_by_role("link", name="Truyền thông tại trường học").click()
    lead = desk.get_by_role("group", name="Chủ trì")
    lead.get_by_role("searchbox").fill("truong trung hoc")
    lead.get_by_role("button", name="Trường Trung học cơ sở xã Tân Thành").click()
    wait_saved(desk)
    fill_and_save(desk, "Thời hạn (không bắt buộc)", "30/11/2023")
    fill_and_save(desk, "Sản phẩm (không bắt buộc)", "Báo cáo kết quả")
    assert Assignment.objects.get(task__section__document=document).unit == office.school

    open_spot(desk, "IV. Tổ chức thực hiện")
    desk.get_by_role("button", name="Lập từ phân công nhiệm vụ").click()
    expect(desk.locator("#sheet")).to_contain_text("Chủ trì thực hiện: truyền thông tại trường học.")
    open_spot(desk, "Nơi nhận")
    desk.get_by_text("Lập nơi nhận từ phân công").click()
    desk.get_by_role("button", name="Dùng danh sách này").click()
    expect(desk.locator("#sheet .recipients").first).to_contain_text("Trường Trung học cơ sở xã Tân Thành")
    open_spot(desk, "Chữ ký")
    desk.get_by_label("Nông Văn Thành").check()
    expect(desk.locator("#sheet .signer")).to_have_text("Nông Văn Thành")
    expect(desk.get_by_label("Họ và tên người ký")).to_have_value("Nông Văn Thành")

    desk.get_by_role("link", name="Kiểm tra").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Kiểm tra trước khi trình")
    expect(desk.get_by_text("phải sửa")).to_have_count(0)
    desk.get_by_role("link", name="Tiếp tục soạn").click()
    pdf = desk.request.get(desk.get_by_role("link", name="PDF").get_attribute("href"))
    assert pdf.body().startswith(b"%PDF-")


def test_from_last_years_plan(desk, office):
    an_issued_plan(office.committee, frozen=False, title="Kế hoạch phòng ngừa lao động trẻ em năm 2023")
    log_in(desk, office.lan)
    document = start(
        desk,
        "Từ kế hoạch năm trước của đơn vị",
        2024,
        Kế_hoạch_năm_trước="01/KH-UBND – UBND huyện Hữu Lũng, năm 2023",
    )
    expect(desk.get_by_label("Trích yếu")).to_have_value("Kế hoạch phòng ngừa lao động trẻ em năm 2024")
    assert document.sections.count() == 3


def test_from_the_districts_plan_by_the_link_on_its_page(desk, office):
    upper = an_issued_plan(office.committee, frozen=False, number=192)
    log_in(desk, office.pao)
    desk.goto(upper.get_absolute_url())
    desk.get_by_role("link", name="Lập kế hoạch triển khai").click()
    expect(desk.get_by_label("Từ kế hoạch cấp trên")).to_be_checked()
    desk.get_by_label("Năm", exact=True).fill("2023")
    desk.get_by_role("button", name="Lập dự thảo").click()
    expect(desk.locator("#sheet")).to_contain_text("192/KH-UBND")
    desk.locator("#outline .outline-inner a").first.click()
    expect(desk.locator("#upper")).to_contain_text("bằng cấp trên")
    fill_and_save(desk, "Giá trị", "40")
    expect(desk.locator("#upper")).to_contain_text("thấp hơn cấp trên: cần ghi lý do")
    expect(desk.locator("#notes")).to_contain_text("Câu và các phần không còn khớp ở: giá trị")
    fill_and_save(desk, "Lý do thấp hơn cấp trên", "Xã vùng III.")
    expect(desk.locator("#upper")).to_contain_text("lý do đã ghi")


@pytest.fixture
def draft(office) -> Document:
    return start_blank(Start(office.committee, 2024, office.lan))


def test_what_is_typed_without_a_connection_is_sent_when_it_returns(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(f"/ban-lam-viec/van-ban/{draft.pk}/closing/")
    desk.context.set_offline(True)
    desk.get_by_label("Câu kết").fill("Gõ trong lúc mất mạng.")
    expect(desk.locator("#saved")).to_contain_text("Mất kết nối. Chữ vẫn được giữ")
    desk.context.set_offline(False)
    wait_saved(desk)
    draft.refresh_from_db()
    assert draft.closing == "Gõ trong lúc mất mạng."


def test_a_window_closed_without_a_connection_keeps_the_words_for_the_next_visit(desk, office, draft):
    log_in(desk, office.lan)
    address = f"/ban-lam-viec/van-ban/{draft.pk}/closing/"
    desk.goto(address)
    desk.context.set_offline(True)
    desk.get_by_label("Câu kết").fill("Chưa kịp gửi.")
    expect(desk.locator("#saved")).to_contain_text("Mất kết nối")
    desk.goto("about:blank")
    desk.context.set_offline(False)
    desk.goto(address)
    expect(desk.get_by_label("Câu kết")).to_have_value("Chưa kịp gửi.")
    wait_saved(desk)


def test_words_kept_on_a_machine_never_overwrite_what_a_colleague_wrote_meanwhile(desk, office, draft):
    hoa = a_colleague(office)
    log_in(desk, office.lan)
    address = f"/ban-lam-viec/van-ban/{draft.pk}/closing/"
    desk.goto(address)
    desk.context.set_offline(True)
    desk.get_by_label("Câu kết").fill("Lan gõ lúc mất mạng.")
    expect(desk.locator("#saved")).to_contain_text("Mất kết nối")
    save_spot(draft.pk, "closing", {"closing": "Hoa viết."}, hoa)
    desk.goto("about:blank")
    desk.context.set_offline(False)
    desk.goto(address)
    expect(desk.locator("#conflict")).to_contain_text("Bế Thị Hoa vừa sửa chỗ này")
    draft.refresh_from_db()
    assert draft.closing == "Hoa viết."


def a_colleague(office):
    return an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)


def test_a_session_that_lapses_while_typing_keeps_the_text_through_the_log_in(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(f"/ban-lam-viec/van-ban/{draft.pk}/closing/")
    desk.context.clear_cookies(name="sessionid")
    desk.get_by_label("Câu kết").fill("Gõ lúc phiên đã hết.")
    desk.get_by_role("link", name="Phiên đăng nhập đã hết").click()
    desk.get_by_label("Tên đăng nhập").fill("lan")
    desk.get_by_label("Mật khẩu").fill("Vi-tre-em-Viet-Nam-2023")
    desk.locator("main").get_by_role("button", name="Đăng nhập").click()
    expect(desk.get_by_label("Câu kết")).to_have_value("Gõ lúc phiên đã hết.")
    wait_saved(desk)
    draft.refresh_from_db()
    assert draft.closing == "Gõ lúc phiên đã hết."


def test_new_rows_typed_in_a_lapsed_session_survive_the_log_in(desk, office, draft):
    log_in(desk, office.lan)
    section = draft.sections.get(kind=SectionKind.OBJECTIVES)
    desk.goto(f"/ban-lam-viec/van-ban/{draft.pk}/section-{section.pk}/")
    desk.context.clear_cookies(name="sessionid")
    desk.locator("#new-lines").fill("Trên 72% trẻ em được hỗ trợ")
    desk.get_by_role("button", name="Thêm", exact=True).click()
    desk.get_by_role("link", name="Phiên đăng nhập đã hết").click()
    desk.get_by_label("Tên đăng nhập").fill("lan")
    desk.get_by_label("Mật khẩu").fill("Vi-tre-em-Viet-Nam-2023")
    desk.locator("main").get_by_role("button", name="Đăng nhập").click()
    expect(desk.locator("#new-lines")).to_have_value("Trên 72% trẻ em được hỗ trợ")


def test_what_a_browser_puts_back_by_itself_never_covers_what_a_colleague_wrote(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(f"/ban-lam-viec/van-ban/{draft.pk}/closing/")
    fill_and_save(desk, "Câu kết", "Lan viết.")
    save_spot(draft.pk, "closing", {"closing": "Hoa viết."}, a_colleague(office))
    desk.reload()
    expect(desk.get_by_label("Câu kết")).to_have_value("Hoa viết.")
    wait_saved(desk)
    draft.refresh_from_db()
    assert draft.closing == "Hoa viết."


def test_two_officers_are_told_of_each_other_and_neither_overwrites(
    desk, browser, live_server, office, draft
):
    hoa = a_colleague(office)
    address = f"/ban-lam-viec/van-ban/{draft.pk}/closing/"
    log_in(desk, office.lan)
    desk.goto(address)
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", viewport=DESKTOP)
    other = context.new_page()
    log_in(other, hoa)
    other.goto(address)
    expect(other.locator("#others")).to_contain_text("Hoàng Thị Lan đang mở cùng văn bản này (ở: Câu kết).")
    fill_and_save(other, "Câu kết", "Hoa viết.")
    desk.get_by_label("Câu kết").fill("Lan viết.")
    expect(desk.locator("#conflict")).to_contain_text("Bế Thị Hoa vừa sửa chỗ này")
    expect(desk.locator("#conflict")).to_contain_text("Hoa viết.")
    draft.refresh_from_db()
    assert draft.closing == "Hoa viết."
    desk.get_by_role("button", name="Ghi bản của tôi").click()
    wait_saved(desk)
    expect(desk.locator("#others")).to_contain_text("Bế Thị Hoa")
    draft.refresh_from_db()
    assert draft.closing == "Lan viết."
    context.close()


PASTED = (
    (
        "Word",
        "\uf0b7\u00a0Nâng cao nhận thức\x0bcủa cha mẹ;\r\n–\u00a0Phát hiện sớm.",
        "- Nâng cao nhận thức của cha mẹ;\n- Phát hiện sớm.",
    ),
    ("a table", "Công an\tLập hồ sơ\nTrạm Y tế\tKhám\n", "Công an; Lập hồ sơ\nTrạm Y tế; Khám"),
    ("script tags", "Một\n<script>alert(1)</script>", "Một\n<script>alert(1)</script>"),
)


@pytest.mark.parametrize(("text", "expected"), [p[1:] for p in PASTED], ids=[p[0] for p in PASTED])
def test_a_paste_comes_in_mended_and_whole(desk, office, draft, text, expected):
    log_in(desk, office.lan)
    section = draft.sections.get(kind=SectionKind.PROSE)
    desk.goto(f"/ban-lam-viec/van-ban/{draft.pk}/section-{section.pk}/")
    paste(desk, "Nội dung", text)
    expect(desk.get_by_label("Nội dung", exact=True)).to_have_value(expected)
    expect(desk.locator("#sheet")).to_contain_text(expected.splitlines()[-1][:12].lstrip("- "))
    wait_saved(desk)
    section.refresh_from_db()
    assert section.body == expected


def test_a_pasted_picture_is_refused_with_a_word(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(f"/ban-lam-viec/van-ban/{draft.pk}/closing/")
    desk.get_by_label("Câu kết").evaluate(
        """area => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(8)], "anh.png", { type: "image/png" }));
            area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    expect(desk.locator("#saved")).to_contain_text("Hình ảnh không dán vào văn bản được")


def test_a_sentence_typed_fills_its_parts_and_a_part_corrected_by_hand_stays(desk, office, draft):
    log_in(desk, office.lan)
    section = draft.sections.get(kind=SectionKind.OBJECTIVES)
    desk.goto(f"/ban-lam-viec/van-ban/{draft.pk}/section-{section.pk}/")
    add_lines(desk, "Nâng cao nhận thức của gia đình")
    desk.locator("#outline .outline-inner a").first.click()
    fill_and_save(desk, "Câu chỉ tiêu", "Trên 72,5% trẻ em có nguy cơ được hỗ trợ")
    expect(desk.get_by_label("Giá trị")).to_have_value("72,5")
    expect(desk.get_by_label("So sánh")).to_have_value(">")
    expect(desk.get_by_label("Đối tượng")).to_have_value("trẻ em có nguy cơ")
    fill_and_save(desk, "Đối tượng", "trẻ em nghèo")
    fill_and_save(desk, "Câu chỉ tiêu", "Trên 80% trẻ em có nguy cơ được hỗ trợ")
    expect(desk.get_by_label("Giá trị")).to_have_value("80")
    expect(desk.get_by_label("Đối tượng")).to_have_value("trẻ em nghèo")
    expect(desk.locator("#notes")).to_contain_text("đối tượng")


def test_the_paper_follows_the_spot_and_leads_to_it(desk, office):
    document = a_plan(office.committee, targets=30)
    log_in(desk, office.lan)
    desk.goto(f"/ban-lam-viec/van-ban/{document.pk}/")
    desk.locator("#sheet .signature").click()
    expect(desk.get_by_role("heading", name="Chữ ký")).to_be_visible()
    expect(desk.locator("#sheet .being-edited")).to_be_in_viewport()
    desk.locator("#sheet .citation").first.click()
    expect(desk.get_by_role("heading", name="Căn cứ")).to_be_visible()


def test_all_communes_are_chosen_in_one_act(desk, office):
    document = a_plan(office.committee, tasks=1)
    task = document.sections.get(kind=SectionKind.ORGANISATION).tasks.get()
    log_in(desk, office.lan)
    desk.goto(f"/ban-lam-viec/van-ban/{document.pk}/task-{task.pk}/")
    desk.get_by_role("group", name="Phối hợp").get_by_role("button", name="Thêm tất cả các xã").click()
    expect(desk.get_by_text("Đã là đơn vị chủ trì: UBND xã Tân Thành")).to_be_visible()
    desk.get_by_role("group", name="Chủ trì").get_by_label("UBND xã Tân Thành").uncheck()
    wait_saved(desk)
    assert [unit.pk for unit in task.partners] == [office.people_of_tan_thanh.pk]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_the_desk_has_a_fault(page, office, width):
    upper = an_issued_plan(office.committee, frozen=False, number=192)
    document = start_from_upper(Start(office.people_of_tan_thanh, 2023, office.pao), upper)
    save_spot(document.pk, "closing", {"closing": "Một."}, a_colleague_of_pao(office))
    save_spot(document.pk, "closing", {"closing": "Hai."}, office.pao)
    log_in(page, office.pao)
    page.set_viewport_size({"width": width, "height": 860})
    draft = f"/ban-lam-viec/van-ban/{document.pk}/"
    keys = [
        f"{kind}-{row.pk}"
        for kind, rows in (
            ("section", document.sections.all()),
            ("target", [t for s in document.sections.all() for t in s.targets.all()][:1]),
            ("task", [t for s in document.sections.all() for t in s.tasks.all()][:1]),
        )
        for row in rows
    ]
    spots = ["identity", "citations", "preamble", "closing", "recipients", "signature", *keys]
    pages = [f"{draft}{spot}/" for spot in spots]
    pages += [f"{draft}{page}/" for page in ("kiem-tra", "lich-su", "so-sanh", f"{keys[0]}/xoa")]
    faults = []
    for address in ["/ban-lam-viec/", "/ban-lam-viec/lap-moi/", *pages]:
        page.goto(address)
        faults += faults_of(page, f"{address} at {width}")
    assert not faults, "\n".join(faults)


def a_colleague_of_pao(office):
    return an_officer("seo", "Vàng Thị Seo", office.people_of_tan_thanh, is_drafter=True)


def test_at_1280_the_masthead_and_the_bottom_bar_are_one_line(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(f"/ban-lam-viec/van-ban/{draft.pk}/closing/")
    tops = desk.locator(".bottom-bar > *").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().bottom)"
    )
    assert max(tops) - min(tops) < 24
    assert desk.locator(".masthead").bounding_box()["height"] < 80


def test_on_a_phone_the_outline_folds_and_the_paper_is_a_tab(page, office, draft):
    log_in(page, office.lan)
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"/ban-lam-viec/van-ban/{draft.pk}/")
    expect(page.locator("#sheet")).to_be_hidden()
    expect(page.locator("#outline")).to_be_hidden()
    page.get_by_role("button", name="Bản in", exact=True).click()
    expect(page.locator("#sheet .title")).to_be_visible()
    page.get_by_role("button", name="Soạn", exact=True).click()
    page.get_by_text("Các phần của văn bản").click()
    page.locator("#outline").get_by_role("link", name="Nơi nhận").click()
    expect(page.get_by_role("heading", name="Nơi nhận")).to_be_visible()


def test_everything_works_without_javascript(browser, live_server, office):
    document = start_blank(Start(office.committee, 2024, office.lan))
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    log_in(page, office.lan)
    page.goto(f"/ban-lam-viec/van-ban/{document.pk}/closing/")
    page.get_by_label("Câu kết").fill("Một câu kết\nbị ngắt dòng.")
    page.get_by_role("button", name="Lưu và sửa chữ dán từ Word").click()
    expect(page.get_by_label("Câu kết")).to_have_value("Một câu kết bị ngắt dòng.")
    expect(page.locator("#sheet")).to_contain_text("Một câu kết bị ngắt dòng.")
    page.get_by_role("button", name="Mục sau").click()
    expect(page.get_by_role("heading", name="Nơi nhận")).to_be_visible()

    page.get_by_role("link", name="II. Mục tiêu").click()
    page.locator("#new-lines").fill("Trên 72% trẻ em được hỗ trợ\n60% thôn có cộng tác viên")
    page.get_by_role("button", name="Thêm", exact=True).click()
    page.get_by_role("button", name="Chuyển xuống: Trên 72% trẻ em được hỗ trợ").click()
    section = document.sections.get(kind=SectionKind.OBJECTIVES)
    assert [target.value for target in section.targets.all()] == [60, 72]
    page.locator("#outline").get_by_role("link", name="Trên 72% trẻ em được hỗ trợ").click()
    page.get_by_label("Câu chỉ tiêu").fill("90% cán bộ, 80% cha mẹ được cung cấp kiến thức")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("button", name="Tách thành 2 chỉ tiêu").click()
    assert [target.value for target in section.targets.all()] == [60, 90, 80]

    page.get_by_role("link", name="III. Nhiệm vụ, giải pháp").click()
    page.locator("#new-lines").fill("Rà soát trẻ em có nguy cơ")
    page.get_by_role("button", name="Thêm", exact=True).click()
    page.locator("#outline").get_by_role("link", name="Rà soát trẻ em có nguy cơ").click()
    lead = page.get_by_role("group", name="Chủ trì")
    lead.get_by_text("Xem tất cả đơn vị").click()
    lead.get_by_label("Công an huyện Hữu Lũng").check()
    partners = page.get_by_role("group", name="Phối hợp")
    partners.get_by_text("Xem tất cả đơn vị").click()
    partners.get_by_label("Tất cả các xã").check()
    page.get_by_role("button", name="Lưu", exact=True).click()
    given = Assignment.objects.filter(task__section__document=document).order_by("role")
    assert [(a.unit, a.role) for a in given] == [
        (office.police, "lead"),
        (office.people_of_tan_thanh, "partner"),
    ]
    context.close()
