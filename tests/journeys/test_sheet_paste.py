"""Paste on the sheet: every word of the clipboard arrives, as what it was; one Ctrl+Z takes it back.

`clipboards/`, all in words of ours. By hand: word.html as Word writes it, libreoffice.html as LibreOffice's own filter
wrote it, law_site.html in the manner of a site of laws, pdf_viewer.txt in the shape in which PDF viewers give lines.
Recorded by "choose all" and "copy": recorded_libreoffice.html in Writer 7.4 of a Word file, recorded_pdf_viewer in
Chromium's viewer of the PDF that Writer made of it (its letters, and the same once more as a page),
recorded_page.html of a web page in Chromium.
"""

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from plans.drafting.starting import Start, start_blank

from .desk_pages import log_in
from .sheet_pages import clip, draft_now, lines_now, open_sheet, press, put, words_of

pytestmark = pytest.mark.django_db(transaction=True)

CLIPBOARDS = Path(__file__).parent / "clipboards"
PROGRAMS = (
    "word.html",
    "libreoffice.html",
    "law_site.html",
    "recorded_libreoffice.html",
    "recorded_page.html",
)
_UNSAID = re.compile(r"<(script|style|title)\b.*?</\1>|<div[^>]*display:none.*?</div>|<!.*?>", re.DOTALL)


@pytest.fixture
def sheet(page, office) -> Page:
    page.set_viewport_size({"width": 1280, "height": 860})
    log_in(page, office.lan)
    open_sheet(page, start_blank(Start(office.committee, 2024, office.lan)))
    put(page, "paragraph 1|^")
    return page


def board(name: str) -> str:
    return (CLIPBOARDS / name).read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return sorted(re.findall(r"[\w%‰]+", text))


def words_of_html(html: str) -> list[str]:
    return words(unescape(re.sub(r"<[^>]+>", " ", _UNSAID.sub(" ", html))))


def words_on(page: Page) -> list[str]:
    blocks = draft_now(page)["blocks"]
    return words(" ".join(f"{block.get('marker', '')} {words_of(block)}" for block in blocks))


@pytest.mark.parametrize("raw", [False, True], ids=["mended", "as it is"])
def test_every_word_of_the_clipboard_arrives_and_goes_by_one_step_back(sheet, raw):
    for name in PROGRAMS:
        html = board(name)
        clip(sheet, html=html, text="x", raw=raw)
        numbers = {"1", "2", "a", "b"} if "<ol" in html else set()  # of lists, which the page does not spell
        arrived = words_on(sheet)
        missing = [word for word in words_of_html(html) if word not in arrived]
        assert not missing, name
        assert {word for word in arrived if word not in words_of_html(html)} <= numbers, name
        press(sheet, "Control+z")
        assert lines_now(sheet) == [], name


def test_word_brings_headings_numbers_tables_and_notes(sheet):
    clip(sheet, html=board("word.html"), text="x")
    assert lines_now(sheet) == [
        "part 1 I.|QUAN ĐIỂM, YÊU CẦU",
        "clause 2 1.|Quan điểm: mọi gia đình,\xa0nhà trường đều biết việc trẻ em không được làm;",
        "clause 2 2.|Yêu cầu: kịp thời, gắn bó với thôn, bản.",
        "paragraph 3 -|Trên 68% trẻ em bỏ học được trở lại lớp",
        "table 3|",
        "row 4|TT | Nội dung | Chủ trì | Thời gian",
        "row 4|1 | Nói chuyện dưới cờ / và họp thôn | Công chức VH-XH | Quý II/2026",
        "paragraph 3|Trên đây là Kế hoạch năm 2026./.",
        "note 3 1|Theo số liệu rà soát tháng 10/2025.",
    ]
    blocks = draft_now(sheet)["blocks"]
    assert blocks[1]["runs"][0] == ["Quan điểm:", True, False, []]
    assert blocks[2]["runs"][1] == ["kịp thời", False, True, []]
    called = [run for run in blocks[7]["runs"] if run[3]]
    assert called == [["hoạch", False, False, [blocks[8]["key"]]]]
    assert blocks[4]["head_rows"] == 1


def test_pasted_as_it_is_a_soft_break_stays_one(sheet):
    clip(sheet, html=board("word.html"), text="x", raw=True)
    assert "clause 2 2.|Yêu cầu: kịp thời, gắn bó" in lines_now(sheet)
    assert "paragraph 3|với thôn, bản." in lines_now(sheet)


def test_a_law_site_brings_words_and_neither_scripts_nor_pictures(sheet):
    clip(sheet, html=board("law_site.html"), text="x")
    lines = lines_now(sheet)
    assert "article 2 Điều 2.|Trách nhiệm:" in lines
    assert "clause 4 b)|Trạm y tế xã" in lines
    assert "row 6|Bà Mùa Thị Mai 0219 3" in lines, "the table in a cell is flattened"
    assert lines[-1] == "paragraph 5|Liên hệ để biết thêm và chữ 漢."
    assert draft_now(sheet)["blocks"][0]["centred"]
    expect(sheet.locator("#toasts")).to_contain_text("1 ảnh")
    expect(sheet.locator("#toasts")).to_contain_text("2 hình vẽ nhỏ (emoji)")


def test_broken_lines_of_a_pdf_are_mended_by_the_truth_of_the_server(sheet):
    clip(sheet, text=board("pdf_viewer.txt"))
    expect(sheet.locator(".paper [data-type=part]")).to_be_visible()
    assert lines_now(sheet) == [
        "part 1 III.|NỘI DUNG THỰC HIỆN",
        "clause 2 1.|Tuyên truyền trên loa truyền thanh của thôn về những việc trẻ em không được làm, mỗi tuần "
        "hai buổi.",
        "clause 2 2.|Rà soát, lập danh sách trẻ em bỏ học;",
        "paragraph 3 -|Giao trưởng thôn gặp từng gia đình, báo cáo ủy ban nhân dân xã trước ngày 30/6/2026.",
    ]
    press(sheet, "Control+z")
    assert lines_now(sheet) == []


def test_without_a_line_plain_text_stays_as_it_is(sheet):
    sheet.context.set_offline(True)
    clip(sheet, text="Mục đích\nnâng cao nhận thức")
    assert lines_now(sheet) == ["paragraph 1|Mục đích", "paragraph 1|nâng cao nhận thức"]
    sheet.context.set_offline(False)


def test_two_pastes_that_wait_for_the_server_both_arrive_before_what_is_typed_meanwhile(sheet):
    held: list[Route] = []
    sheet.route("**/don-doan-dan/", lambda route: held.append(route))
    clip(sheet, text="Một.\nHai.")
    clip(sheet, text="Ba.\nBốn.")
    sheet.keyboard.type("Năm")
    while len(held) < 2:
        sheet.wait_for_timeout(10)  # ms; the route is told only while the page is listened to
    for route in held:
        with sheet.expect_response("**/don-doan-dan/"):
            route.continue_()
    for said in ("Hai", "Bốn"):
        expect(sheet.locator(".paper")).to_contain_text(said)
    said = " ".join(words_of(block) for block in draft_now(sheet)["blocks"])
    assert re.findall("Một|Hai|Ba|Bốn|Năm", said) == ["Một", "Hai", "Ba", "Bốn", "Năm"]


def test_lines_pasted_before_a_numbered_line_leave_its_words(sheet):
    put(sheet, "clause 2 1.|^Mục đích")
    clip(sheet, html="<p>Một.</p><p>Hai.</p>", text="x")
    assert lines_now(sheet)[-1] == "clause 2 1.|Mục đích"


@pytest.mark.parametrize("sign", ["<a", '<a "', "<style ", "<a" + " " * 50, "</style  "])
def test_a_page_of_signs_that_never_close_is_read_at_once(sheet, sign):
    took = sheet.evaluate(
        """async (html) => {
            const { blocksFromHtml } = await import("sheet/clipboard");
            const start = performance.now();
            blocksFromHtml(html);
            return performance.now() - start;
        }""",
        sign * 30_000,
    )
    assert took < 3_000  # ms


def test_what_was_copied_on_another_draft_leaves_what_it_hung_on_there(sheet):
    target = {"id": "t1", "sentence": "Trên 72%", "upper": 4711, "group": "g1"}
    marks = [{"type": "target", "attrs": {"id": "t1", "data": target}}]
    words = {"type": "text", "text": "Trên 72%", "marks": marks}
    line = {"type": "line", "attrs": {"key": "k1", "type": "paragraph", "level": 1}, "content": [words]}
    paste_ours(sheet, {"document": 0, "content": [line]})
    (block,) = (block for block in draft_now(sheet)["blocks"] if block.get("targets"))
    assert block["targets"][0].keys().isdisjoint({"upper", "group"})


def test_what_no_sheet_can_read_comes_in_as_words(sheet):
    paste_ours(sheet, {"content": [{"type": "no such kind"}]})
    assert lines_now(sheet) == ["paragraph 1|chữ thường"]


def paste_ours(page: Page, said: dict) -> None:
    page.evaluate(
        """async (said) => {
            const view = (await (await import("sheet/sheet")).opened).view();
            const data = new DataTransfer();
            data.setData("application/x-van-ban", JSON.stringify(said));
            data.setData("text/plain", "chữ thường");
            const how = { clipboardData: data, bubbles: true, cancelable: true };
            view.dom.dispatchEvent(new ClipboardEvent("paste", how));
        }""",
        said,
    )


def test_within_a_line_a_few_words_stay_in_it(sheet):
    put(sheet, "clause 2 1.|Mục đích ^kế hoạch")
    clip(sheet, text="của ")
    press(sheet, "cả ")
    assert lines_now(sheet) == ["clause 2 1.|Mục đích của cả kế hoạch"]


def test_two_paragraphs_within_a_line_part_it(sheet):
    put(sheet, "paragraph 1|Trước ^sau")
    clip(sheet, html="<p>một</p><p>hai </p>", text="x")
    press(sheet, " ")
    assert lines_now(sheet) == ["paragraph 1|Trước một", "paragraph 1|hai sau"]


def test_what_was_copied_here_comes_back_with_a_key_of_its_own(sheet):
    put(sheet, "clause 2 1.|Một", "clause 2 2.|^Hai")
    press(sheet, "Shift+End", "Control+c", "End", "Enter", "Control+v")
    assert lines_now(sheet) == ["clause 2 1.|Một", "clause 2 2.|Hai", "clause 2 3.|Hai"]
    keys = [block["key"] for block in draft_now(sheet)["blocks"]]
    assert len(set(keys)) == 3


def test_a_paste_past_the_cap_is_refused_whole_and_offered_as_a_file(sheet):
    put(sheet, "paragraph 1|Đứng đây.")
    text = "\n".join(f"Dòng thứ {number} nói về việc học của trẻ em." for number in range(5_000))
    clip(sheet, text=text)
    link = sheet.get_by_role("link", name="Tải phần vừa dán")
    expect(link).to_be_visible()
    assert lines_now(sheet) == ["paragraph 1|Đứng đây."]
    with sheet.expect_download() as download:
        link.click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == text


def test_a_megabyte_is_pasted(sheet):
    clip(sheet, html="".join(f"<p>{'chữ ' * 125}</p>" for _ in range(2_000)), text="x")
    assert len(lines_now(sheet)) == 2_000
    press(sheet, "Control+z")
    assert lines_now(sheet) == []


def test_into_a_cell_everything_becomes_its_paragraphs(sheet):
    press(sheet, "Control+Alt+t", "Enter")
    clip(sheet, html=board("libreoffice.html"), text="x")
    row = lines_now(sheet)[1]
    assert row.startswith("row 2|I. MỤC ĐÍCH, YÊU CẦU / 1. Nâng cao nhận thức")
    assert "1 Truyền thông tại trường học và tại thôn Công chức VH-XH" in row


LETTERHEAD = (
    "<table><tr><td><p>ỦY BAN NHÂN DÂN</p><p>XÃ TÂN THÀNH</p><p>Số: 12/KH-UBND</p></td>"
    "<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p>"
    "<p>Tân Thành, ngày 5 tháng 3 năm 2024</p></td></tr></table>"
    "<p><b>KẾ HOẠCH</b></p><p><b>Phòng ngừa lao động trẻ em</b></p><p><b>xã Tân Thành năm 2024</b></p><p>-----</p>"
    "<p>Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;</p><p>Căn cứ Quyết định số 782/QĐ-TTg của Thủ tướng Chính phủ.</p>"
)
TEXT = "<p>Ủy ban nhân dân xã xây dựng Kế hoạch như sau:</p><p><b>I. MỤC ĐÍCH</b></p><p>1. Giúp trẻ em tới lớp.</p>"
IN_A_TABLE = (
    "<table><tr><td><p>Nơi nhận:</p><p>- UBND huyện;</p><p>- Công an xã;</p><p>- Lưu: VT.</p></td>"
    "<td><p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>(Đã ký)</p><p>Phan Quang Vinh</p></td></tr></table>"
)
IN_LINES = (
    "<p>Nơi nhận:</p><p>- UBND huyện;</p><p>- Công an xã;</p><p>- Lưu: VT.</p>"
    "<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Phan Quang Vinh</p>"
)


@pytest.mark.parametrize("foot", [IN_A_TABLE, IN_LINES], ids=["a table", "lines"])
def test_a_paper_that_is_pasted_whole_has_its_head_and_end_where_they_belong(sheet, foot):
    before = draft_now(sheet)
    clip(sheet, html=LETTERHEAD + TEXT + foot, text="x")
    draft = draft_now(sheet)
    assert draft["title"] == "Phòng ngừa lao động trẻ em xã Tân Thành năm 2024"
    assert [ground["text"] for ground in draft["citations"]] == [
        "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;",
        "Căn cứ Quyết định số 782/QĐ-TTg của Thủ tướng Chính phủ.",
    ]
    assert lines_now(sheet) == [
        "paragraph 1|Ủy ban nhân dân xã xây dựng Kế hoạch như sau:",
        "part 1 I.|MỤC ĐÍCH",
        "clause 2 1.|Giúp trẻ em tới lớp.",
    ]
    assert [one["text"] for one in draft["recipients"]] == ["UBND huyện", "Công an xã", "Lưu: VT"]
    assert draft["signer"] == {"lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "Phan Quang Vinh"}
    for left in ("Số: 12/KH-UBND", "Tân Thành, ngày 5 tháng 3 năm 2024", "Độc lập - Tự do - Hạnh phúc"):
        expect(sheet.locator("#toasts")).to_contain_text(f"“{left}”")
    press(sheet, "Control+z")
    assert draft_now(sheet) == before


def test_recipients_at_the_end_of_a_paste_join_those_that_stand(sheet):
    put(sheet, "part 1 I.|A", "paragraph 2|^", recipients=[{"text": "Lưu: VT"}])
    clip(sheet, html="<p>- Rà soát.</p>" + IN_LINES, text="x")
    assert [one["text"] for one in draft_now(sheet)["recipients"]] == ["Lưu: VT", "UBND huyện", "Công an xã"]
    assert lines_now(sheet) == ["part 1 I.|A", "paragraph 2 -|Rà soát."]


def test_a_paper_of_another_kind_is_quoted_and_letters_as_they_are_stay_so(sheet):
    clip(sheet, html=LETTERHEAD.replace("KẾ HOẠCH", "QUYẾT ĐỊNH") + TEXT, text="x")
    assert draft_now(sheet)["title"] == ""
    assert "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;" in " ".join(lines_now(sheet))
    press(sheet, "Control+z")
    clip(sheet, text="Mở đầu.\nNơi nhận:\n- UBND huyện.", raw=True)
    assert lines_now(sheet) == ["paragraph 1|Mở đầu.", "paragraph 1|Nơi nhận:", "paragraph 1 -|UBND huyện."]


def test_what_is_pasted_into_an_empty_ground_is_the_text(sheet):
    put(sheet, "part 1 I.|A", title="Trích yếu^")
    press(sheet, "Enter")
    clip(sheet, html="<p>Mở đầu như sau:</p><p><b>II. NHIỆM VỤ</b></p>", text="x")
    assert draft_now(sheet)["citations"] == []
    assert lines_now(sheet) == ["paragraph 1|Mở đầu như sau:", "part 1 II.|NHIỆM VỤ", "part 1 I.|A"]


@pytest.mark.parametrize("stands", ["clause 2 1.|^Mục đích", "paragraph 2|Mục ^đích"])
def test_behind_a_paste_one_types_on_where_it_ends(sheet, stands):
    put(sheet, stands)
    clip(sheet, html="<p>Một</p><ul><li>Hai</li></ul>", text="x")
    press(sheet, "Ba")
    assert [line.partition("|")[2] for line in lines_now(sheet)][1] == "HaiBa"


RECORDED = [
    "part 1 I.|MỤC ĐÍCH, YÊU CẦU",
    "clause 2 1.|Nâng cao nhận thức của cha, mẹ và người chăm sóc trẻ em;",
    "clause 2 2.|Phối hợp chặt chẽ với các ngành, đoàn thể của xã.",
    "part 1 II.|MỤC TIÊU",
    "paragraph 2 -|Trên 72% trẻ em có nguy cơ được hỗ trợ;",
    "paragraph 2 -|100% thôn có cộng tác viên.",
    "paragraph 2|Ủy ban nhân dân xã giao công chức phụ trách gặp từng gia đình có trẻ em bỏ học, lập danh sách và báo "
    "cáo Ủy ban nhân dân huyện trước ngày 30/6/2026.",
    "paragraph 2|Các trường học đúng tiến độ báo cáo.",
]


def test_what_writer_copied_is_what_it_showed(sheet):
    clip(sheet, html=board("recorded_libreoffice.html"), text="x")
    assert lines_now(sheet) == [
        *RECORDED,
        "table 2|",
        "row 3|TT | Nội dung | Chủ trì",
        "row 3|1 | Truyền thông tại trường học / và họp thôn | Trường Tiểu học",
        "paragraph 2|Trên đây là Kế hoạch năm 2026./.",
    ]


def test_what_the_pdf_viewer_copied_comes_line_by_line_and_its_broken_lines_are_mended(sheet):
    clip(sheet, html=board("recorded_pdf_viewer.html"), text=board("recorded_pdf_viewer.txt"))
    expect(sheet.locator(".paper [data-type=part]")).to_have_count(2)
    assert lines_now(sheet)[: len(RECORDED)] == RECORDED
    read = [word for word in words(board("recorded_pdf_viewer.txt")) if word]
    assert words_on(sheet) == read


def test_what_was_copied_of_a_web_page_keeps_its_lists_and_its_table(sheet):
    clip(sheet, html=board("recorded_page.html"), text="x")
    said = lines_now(sheet)
    for one in (
        "clause 2 1.|Lập danh sách trẻ em bỏ học;",
        "clause 2 2.|Gặp gia đình của các em.",
        "paragraph 3 -|Trên 80% cha mẹ được gặp.",
        "row 4|TT | Nội dung | Thời gian",
        "row 4|1 | Họp thôn | Quý II/2026",
    ):
        assert one in said
    assert "a)|theo từng thôn;" in " ".join(said)
    assert "không thấy được" not in " ".join(said)
