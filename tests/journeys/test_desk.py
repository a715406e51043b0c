"""An officer at the desk: writes, loses the connection, meets a colleague, loses nothing."""

import pytest
from django.http import QueryDict
from playwright.sync_api import expect

from childlabour.units.models import SigningCapacity
from plans.content.asking import content_of
from plans.content.lines import text_of
from plans.content.values import Content
from plans.drafting.saving import save_spot
from plans.drafting.starting import Start, start_blank, start_from_upper
from plans.models import Assignment, Document
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


def content(document: Document) -> Content:
    return content_of(Document.objects.get(pk=document.pk))


def lines(document: Document) -> str:
    return text_of(content(document).blocks)


def address(document: Document, spot: str = "body") -> str:
    return f"/ban-lam-viec/van-ban/{document.pk}/{spot}/"


def words_of(page):
    """The box of the body, or of the block that is open."""
    return page.locator("textarea[name=lines]")


def type_and_save(page, text: str) -> None:
    with page.expect_response(lambda got: got.request.method == "POST" and "/van-ban/" in got.url) as answer:
        words_of(page).fill(text)
    assert answer.value.status == 200, answer.value.text()
    wait_saved(page)


def write_elsewhere(document: Document, officer, old: str, new: str) -> None:
    """A colleague has changed a line of the body meanwhile."""
    typed = QueryDict(mutable=True)
    typed["lines"] = lines(document).replace(old, new)
    save_spot(document.pk, "body", typed, officer)


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
    open_spot(desk, "Nội dung")
    type_and_save(
        desk,
        "Ủy ban nhân dân xã Tân Thành ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n"
        "- Nâng cao nhận thức.\nII. MỤC TIÊU\n- Trên 72% trẻ em có nguy cơ được hỗ trợ.\n"
        "- 90% cán bộ, 80% cha mẹ được cung cấp kiến thức.\nIII. NHIỆM VỤ, GIẢI PHÁP\n"
        "1. Truyền thông tại trường học\n- Phát tờ rơi cho phụ huynh.",
    )
    desk.get_by_text("3 câu có vẻ là chỉ tiêu").click()
    desk.get_by_role("button", name="Đánh dấu tất cả là chỉ tiêu (3)").click()
    expect(desk.get_by_text("câu có vẻ là chỉ tiêu")).to_have_count(0)
    assert [mark.statement.value for _, mark in content(document).targets] == [72, 90, 80]
    desk.get_by_text("1 đoạn có vẻ là nhiệm vụ").click()
    desk.get_by_role("button", name="Đánh dấu", exact=True).click()
    expect(desk.get_by_text("1 đoạn có vẻ là nhiệm vụ")).to_have_count(0)
    open_spot(desk, "1. Truyền thông tại trường học")
    lead = desk.get_by_role("group", name="Chủ trì")
    lead.get_by_role("searchbox").fill("truong trung hoc")
    lead.get_by_role("button", name="Trường Trung học cơ sở xã Tân Thành").click()
    wait_saved(desk)
    fill_and_save(desk, "Thời hạn như đã viết (không bắt buộc)", "30/11/2023")
    expect(desk.get_by_label("Ngày để tính trễ hạn")).to_have_value("30/11/2023")
    fill_and_save(desk, "Sản phẩm (không bắt buộc)", "Báo cáo kết quả")
    assert Assignment.objects.get(task__block__document=document).unit == office.school

    open_spot(desk, "Nội dung")
    desk.get_by_text("Lập phần tổ chức thực hiện, phụ lục").click()
    desk.get_by_role("button", name="Lập phần tổ chức thực hiện").click()
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
    assert "II. Mục tiêu" in lines(document)


def test_from_the_districts_plan_by_the_link_on_its_page(desk, office):
    upper = an_issued_plan(office.committee, frozen=False, number=192)
    log_in(desk, office.pao)
    desk.goto(upper.get_absolute_url())
    desk.get_by_role("link", name="Lập kế hoạch triển khai").click()
    expect(desk.get_by_label("Từ kế hoạch cấp trên")).to_be_checked()
    desk.get_by_label("Năm", exact=True).fill("2023")
    desk.get_by_role("button", name="Lập dự thảo").click()
    expect(desk.locator("#sheet")).to_contain_text("192/KH-UBND")
    block, _ = next(content(Document.objects.latest("pk")).targets)
    desk.goto(address(Document.objects.latest("pk"), f"block-{block.key}"))
    expect(desk.locator("#upper")).to_contain_text("bằng cấp trên")
    fill_and_save(desk, "Giá trị", "40")
    expect(desk.locator("#upper")).to_contain_text("thấp hơn cấp trên: cần ghi lý do")
    expect(desk.locator("#notes")).to_contain_text("và phần ghi thêm khác nhau ở: giá trị")
    desk.get_by_text("Tăng hay giảm, độ tuổi").click()
    fill_and_save(desk, "Lý do thấp hơn cấp trên", "Xã vùng III.")
    expect(desk.locator("#upper")).to_contain_text("lý do đã ghi")


@pytest.fixture
def draft(office) -> Document:
    """Of one line, so that whatever two people change is the same one."""
    document = start_blank(Start(office.committee, 2024, office.lan))
    write_elsewhere(document, office.lan, lines(document), "Một dòng.")
    return document


def test_what_is_typed_without_a_connection_is_sent_when_it_returns(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(address(draft))
    desk.context.set_offline(True)
    words_of(desk).fill("Gõ trong lúc mất mạng.")
    expect(desk.locator("#saved")).to_contain_text("Mất kết nối. Chữ vẫn được giữ")
    desk.context.set_offline(False)
    wait_saved(desk)
    assert lines(draft) == "Gõ trong lúc mất mạng."


def test_a_window_closed_without_a_connection_keeps_the_words_for_the_next_visit(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(address(draft))
    desk.context.set_offline(True)
    words_of(desk).fill("Chưa kịp gửi.")
    expect(desk.locator("#saved")).to_contain_text("Mất kết nối")
    desk.goto("about:blank")
    desk.context.set_offline(False)
    desk.goto(address(draft))
    expect(words_of(desk)).to_have_value("Chưa kịp gửi.")
    wait_saved(desk)


def test_words_kept_on_a_machine_never_overwrite_what_a_colleague_wrote_meanwhile(desk, office, draft):
    hoa = a_colleague(office)
    log_in(desk, office.lan)
    desk.goto(address(draft))
    desk.context.set_offline(True)
    words_of(desk).fill("Lan gõ lúc mất mạng.")
    expect(desk.locator("#saved")).to_contain_text("Mất kết nối")
    write_elsewhere(draft, hoa, lines(draft), "Hoa viết.")
    desk.goto("about:blank")
    desk.context.set_offline(False)
    desk.goto(address(draft))
    expect(desk.locator("#conflict")).to_contain_text("Bế Thị Hoa vừa sửa chỗ này")
    assert lines(draft) == "Hoa viết."


def a_colleague(office):
    return an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)


def test_a_session_that_lapses_while_typing_keeps_the_text_through_the_log_in(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(address(draft))
    desk.context.clear_cookies(name="sessionid")
    words_of(desk).fill("Gõ lúc phiên đã hết.")
    desk.get_by_role("link", name="Phiên đăng nhập đã hết").click()
    desk.get_by_label("Tên đăng nhập").fill("lan")
    desk.get_by_label("Mật khẩu").fill("Vi-tre-em-Viet-Nam-2023")
    desk.locator("main").get_by_role("button", name="Đăng nhập").click()
    expect(words_of(desk)).to_have_value("Gõ lúc phiên đã hết.")
    wait_saved(desk)
    assert lines(draft) == "Gõ lúc phiên đã hết."


def test_what_a_browser_puts_back_by_itself_never_covers_what_a_colleague_wrote(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(address(draft))
    type_and_save(desk, "Lan viết.")
    write_elsewhere(draft, a_colleague(office), "Lan viết.", "Hoa viết.")
    desk.reload()
    expect(words_of(desk)).to_have_value("Hoa viết.")
    wait_saved(desk)
    assert lines(draft) == "Hoa viết."


def test_two_officers_are_told_of_each_other_and_neither_overwrites(
    desk, browser, live_server, office, draft
):
    hoa = a_colleague(office)
    log_in(desk, office.lan)
    desk.goto(address(draft))
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", viewport=DESKTOP)
    other = context.new_page()
    log_in(other, hoa)
    other.goto(address(draft))
    expect(other.locator("#others")).to_contain_text("Hoàng Thị Lan đang mở cùng văn bản này (ở: Nội dung).")
    type_and_save(other, "Hoa viết.")
    words_of(desk).fill("Lan viết.")
    expect(desk.locator("#conflict")).to_contain_text("Bế Thị Hoa vừa sửa chỗ này")
    expect(desk.locator("#conflict")).to_contain_text("Hoa viết.")
    assert lines(draft) == "Hoa viết."
    desk.get_by_role("button", name="Ghi bản của tôi").click()
    wait_saved(desk)
    expect(desk.locator("#others")).to_contain_text("Bế Thị Hoa")
    assert lines(draft) == "Lan viết."
    context.close()


def test_lines_that_a_colleague_writes_come_in_and_the_caret_stays_where_one_types(desk, office):
    document = a_plan(office.committee)
    log_in(desk, office.lan)
    desk.goto(address(document))
    words_of(desk).evaluate(
        "box => { box.focus(); box.setSelectionRange(box.value.length, box.value.length); }"
    )
    write_elsewhere(document, a_colleague(office), "I. Mục đích", "I. Mục đích của Hoa")
    words_of(desk).press_sequentially(" Báo cáo.")
    wait_saved(desk)
    expect(words_of(desk)).to_have_value(lines(document))
    assert "I. Mục đích của Hoa" in lines(document)
    words_of(desk).press_sequentially(" Hết.")
    wait_saved(desk)
    assert lines(document).endswith("thực hiện. Báo cáo. Hết.")


def test_of_a_clash_the_others_line_is_taken_and_ones_own_lines_are_saved(desk, office):
    document = a_plan(office.committee)
    log_in(desk, office.lan)
    desk.goto(address(document))
    write_elsewhere(document, a_colleague(office), "Can thiệp sớm.", "Hoa can thiệp.")
    mine = (
        lines(document)
        .replace("Hoa can thiệp.", "Lan can thiệp.")
        .replace("Nâng cao nhận thức", "Lan nâng cao")
    )
    words_of(desk).fill(mine)
    expect(desk.locator("#conflict")).to_contain_text("2. Hoa can thiệp.")
    desk.get_by_role("button", name="Lấy bản đang lưu").click()
    expect(desk.locator("#conflict")).to_have_count(0)
    expect(words_of(desk)).to_have_value(lines(document))
    assert "2. Hoa can thiệp." in lines(document)
    assert "1. Lan nâng cao" in lines(document)


PASTED = (
    (
        "Word",
        "\uf0b7\u00a0Nâng cao nhận thức\x0bcủa cha mẹ;\r\n–\u00a0Phát hiện sớm.",
        "- Nâng cao nhận thức của cha mẹ;\n- Phát hiện sớm.",
    ),
    ("a table", "Công an\tLập hồ sơ\nTrạm Y tế\tKhám\n", "Công an | Lập hồ sơ\nTrạm Y tế | Khám"),
    ("script tags", "Một\n<script>alert(1)</script>", "Một\n<script>alert(1)</script>"),
)


@pytest.mark.parametrize(("text", "expected"), [p[1:] for p in PASTED], ids=[p[0] for p in PASTED])
def test_a_paste_comes_in_mended_and_whole(desk, office, draft, text, expected):
    log_in(desk, office.lan)
    desk.goto(address(draft))
    type_and_save(desk, "Mở đầu.")
    words_of(desk).fill("")
    paste(desk, "Mỗi dòng một đoạn, in đúng như đã gõ", text)
    expect(words_of(desk)).to_have_value(expected)
    expect(desk.locator("#sheet")).to_contain_text(expected.splitlines()[-1][:9].lstrip("- "))
    wait_saved(desk)
    assert lines(draft) == expected


def test_a_pasted_picture_is_refused_with_a_word(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(address(draft))
    words_of(desk).evaluate(
        """area => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(8)], "anh.png", { type: "image/png" }));
            area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    expect(desk.locator("#saved")).to_contain_text("Hình ảnh không dán vào văn bản được")


def test_a_figure_typed_fills_the_parts_and_a_part_corrected_by_hand_stays(desk, office):
    document = a_plan(office.committee)
    block, _ = next(content(document).targets)
    log_in(desk, office.lan)
    desk.goto(address(document, f"block-{block.key}"))
    type_and_save(desk, "- Dưới 72,5% cán bộ, giáo viên được cung cấp kiến thức.")
    expect(desk.get_by_label("Giá trị")).to_have_value("72,5")
    expect(desk.get_by_label("So sánh")).to_have_value("<")
    fill_and_save(desk, "Đối tượng", "cán bộ xã")
    type_and_save(desk, "- Dưới 80% cán bộ, giáo viên được cung cấp kiến thức.")
    expect(desk.get_by_label("Giá trị")).to_have_value("80")
    expect(desk.get_by_label("Đối tượng")).to_have_value("cán bộ xã")
    expect(desk.locator("#notes")).to_contain_text("đối tượng")


def test_words_of_a_line_are_marked_by_hand(desk, office, draft):
    log_in(desk, office.lan)
    key = content(draft).blocks[0].key
    desk.goto(address(draft, f"block-{key}"))
    words_of(desk).fill("- 90% cán bộ, 80% cha mẹ được tập huấn.")
    desk.get_by_label("Chữ của chỉ tiêu").fill("80% cha mẹ")
    desk.get_by_role("button", name="Đánh dấu là chỉ tiêu").first.click()
    expect(desk.locator(".marked-words")).to_have_text("80% cha mẹ")
    assert [mark.statement.value for _, mark in content(draft).targets] == [80]
    desk.get_by_role("button", name="Không phải chỉ tiêu").click()
    expect(desk.locator(".marked-words")).to_have_count(0)
    assert lines(draft) == "- 90% cán bộ, 80% cha mẹ được tập huấn."


def test_a_block_emptied_by_hand_goes_when_a_person_presses_save(desk, office):
    document = a_plan(office.committee)
    key = content(document).blocks[-1].key
    log_in(desk, office.lan)
    desk.goto(address(document, f"block-{key}"))
    words_of(desk).fill("")
    expect(desk.locator("#saved")).to_contain_text("Đoạn đang trống: bấm Lưu để bỏ đoạn này.")
    assert content(document).blocks[-1].key == key
    desk.get_by_role("button", name="Lưu", exact=True).click()
    expect(desk.get_by_role("heading", name="Nội dung")).to_be_visible()
    assert content(document).blocks[-1].key != key


def test_the_paper_follows_the_spot_and_leads_to_it(desk, office):
    document = a_plan(office.committee, targets=30)
    log_in(desk, office.lan)
    desk.goto(f"/ban-lam-viec/van-ban/{document.pk}/")
    desk.locator("#sheet .signature").click()
    expect(desk.get_by_role("heading", name="Chữ ký")).to_be_visible()
    expect(desk.locator("#sheet .being-edited")).to_be_in_viewport()
    desk.locator("#sheet .citation").first.click()
    expect(desk.get_by_role("heading", name="Căn cứ")).to_be_visible()
    desk.locator("#sheet").get_by_text("Trên 60% cán bộ").click()
    expect(words_of(desk)).to_have_value(
        "- Trên 60% cán bộ, giáo viên được cung cấp kiến thức về phòng ngừa lao động trẻ em;"
    )


def test_in_the_whole_body_a_click_on_the_paper_puts_the_caret_into_its_line(desk, office):
    document = a_plan(office.committee, targets=30)
    log_in(desk, office.lan)
    desk.goto(address(document))
    desk.locator("#sheet").get_by_text("Trên 60% cán bộ").click()
    expect(words_of(desk)).to_be_focused()
    line = words_of(desk).evaluate("box => box.value.slice(box.selectionStart).split('\\n')[0]")
    assert line.startswith("- Trên 60% cán bộ")
    expect(desk.locator("#sheet .being-edited")).to_contain_text("Trên 60% cán bộ")


def test_all_communes_are_chosen_in_one_act(desk, office):
    document = a_plan(office.committee, tasks=1)
    block, _ = next(content(document).tasks)
    log_in(desk, office.lan)
    desk.goto(address(document, f"block-{block.key}"))
    desk.get_by_role("group", name="Phối hợp").get_by_role("button", name="Thêm tất cả các xã").click()
    expect(desk.get_by_text("Đã là đơn vị chủ trì: UBND xã Tân Thành")).to_be_visible()
    desk.get_by_role("group", name="Chủ trì").get_by_label("UBND xã Tân Thành").uncheck()
    wait_saved(desk)
    assert next(content(document).tasks)[1].partners == (office.people_of_tan_thanh.pk,)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_the_desk_has_a_fault(page, office, width):
    upper = an_issued_plan(office.committee, frozen=False, number=192)
    document = start_from_upper(Start(office.people_of_tan_thanh, 2023, office.pao), upper)
    write_elsewhere(document, a_colleague_of_pao(office), lines(document), f"{lines(document)}\n- Một.")
    write_elsewhere(document, office.pao, "- Một.", "- Hai.\nTT | Việc\n1 | Rà soát")
    log_in(page, office.pao)
    page.set_viewport_size({"width": width, "height": 860})
    draft = f"/ban-lam-viec/van-ban/{document.pk}/"
    blocks = content(document).blocks
    kinds = [
        next((b for b in blocks if b.targets), None),
        next((b for b in blocks if b.task), None),
        blocks[-1],
    ]
    spots = ["identity", "citations", "body", "recipients", "signature"]
    spots += [f"block-{block.key}" for block in kinds if block]
    pages = [f"{draft}{spot}/" for spot in spots]
    pages += [f"{draft}{page}/" for page in ("kiem-tra", "lich-su", "so-sanh")]
    faults = []
    for at in ["/ban-lam-viec/", "/ban-lam-viec/lap-moi/", *pages]:
        page.goto(at)
        faults += faults_of(page, f"{at} at {width}")
    assert not faults, "\n".join(faults)


def a_colleague_of_pao(office):
    return an_officer("seo", "Vàng Thị Seo", office.people_of_tan_thanh, is_drafter=True)


def test_at_1280_the_masthead_and_the_bottom_bar_are_one_line(desk, office, draft):
    log_in(desk, office.lan)
    desk.goto(address(draft))
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


def test_everything_works_without_javascript(browser, live_server, office, draft):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    log_in(page, office.lan)
    page.goto(address(draft))
    words_of(page).fill(
        "I. MỤC TIÊU\n- Trên 72% trẻ em\nđược hỗ trợ.\nII. NHIỆM VỤ\n1. Rà soát trẻ em có nguy cơ"
    )
    page.get_by_role("button", name="Lưu và sửa chữ dán từ Word").click()
    expect(page.locator("#sheet")).to_contain_text("Trên 72% trẻ em được hỗ trợ.")
    page.get_by_text("1 câu có vẻ là chỉ tiêu").click()
    page.get_by_role("button", name="Đánh dấu", exact=True).first.click()
    assert [mark.statement.value for _, mark in content(draft).targets] == [72]
    page.get_by_text("1 đoạn có vẻ là nhiệm vụ").click()
    page.get_by_role("button", name="Đánh dấu tất cả là nhiệm vụ (1)").click()

    page.locator("#outline").get_by_role("link", name="1. Rà soát trẻ em có nguy cơ").click()
    lead = page.get_by_role("group", name="Chủ trì")
    lead.get_by_text("Xem tất cả đơn vị").click()
    lead.get_by_label("Công an huyện Hữu Lũng").check()
    partners = page.get_by_role("group", name="Phối hợp")
    partners.get_by_text("Xem tất cả đơn vị").click()
    partners.get_by_label("Tất cả các xã").check()
    page.get_by_role("button", name="Lưu", exact=True).click()
    given = Assignment.objects.filter(task__block__document=draft).order_by("role")
    assert [(a.unit, a.role) for a in given] == [
        (office.police, "lead"),
        (office.people_of_tan_thanh, "partner"),
    ]
    page.get_by_role("button", name="Mục sau").click()
    expect(page.get_by_role("heading", name="Nơi nhận")).to_be_visible()
    context.close()
