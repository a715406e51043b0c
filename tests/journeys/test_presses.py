"""How many presses a plan costs, counted by the browser: every key that is no letter of the words, and every click."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, Route, expect

from childlabour.units.models import SigningCapacity, Unit
from plans.checking.dossier import dossier_of
from plans.checking.findings import Severity
from plans.checking.rules import check
from plans.content.asking import content_of
from plans.content.markers import next_marker
from plans.models import Document

from .desk_pages import SAVED, log_in
from .presses import Presses, press
from .sheet_pages import clip

pytestmark = pytest.mark.django_db(transaction=True)

UNITS = (
    ("Công chức Văn hóa - Xã hội xã Tân Thành", "labour"),
    ("Trường Tiểu học xã Tân Thành", "school"),
    ("Công an xã Tân Thành", "police"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Thành", "front"),
    ("Công chức Tài chính - Kế toán xã Tân Thành", "finance"),
)
TITLE = "Thực hiện Chương trình phòng ngừa, giảm thiểu lao động trẻ em xã Tân Thành năm 2023"
GROUNDS = (
    "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;",
    "Căn cứ Kế hoạch số 192/KH-UBND ngày 26 tháng 5 năm 2023 của Ủy ban nhân dân huyện Hữu Lũng;",
)
OPENING = "Ủy ban nhân dân xã Tân Thành xây dựng Kế hoạch như sau:"
# Under each of the four parts that a blank draft has; "+" stands where a list goes on by itself.
PURPOSE = (
    "1. Giúp chính quyền, đoàn thể, gia đình và trẻ em hiểu đúng chính sách về lao động chưa thành niên.",
    "+ Chủ động phòng ngừa, kéo giảm lao động trẻ em; phát hiện sớm và giúp trẻ em hòa nhập cộng đồng.",
    "+ Triển khai đầy đủ các hoạt động của Chương trình trên địa bàn xã.",
)
OBJECTIVES = (
    "- Trên 90% cha mẹ và trẻ em được cung cấp kiến thức về phòng ngừa lao động trẻ em;",
    "+ 100% trẻ em lao động trái quy định được hỗ trợ, can thiệp kịp thời.",
)
WORK = (
    "1. Truyền thông về phòng ngừa lao động trẻ em tới từng thôn.",
    "+ Nâng cao năng lực cho cán bộ làm công tác trẻ em.",
    "+ Kiểm tra việc chấp hành pháp luật ở nơi có sử dụng lao động.",
)
DUTIES = (
    "1. Công chức Văn hóa - Xã hội",
    "- Kiểm tra việc chấp hành pháp luật ở các cơ sở, hoàn thành trước ngày 30/9/2023.",
    "+ Mở hai buổi truyền thông tại thôn, hoàn thành trước ngày 15/8/2023.",
    "+ Tổng hợp kết quả, hoàn thành trước ngày 15/12/2023.",
    "2. Trường Tiểu học",
    "- Vận động học sinh bỏ học trở lại lớp, hoàn thành trước ngày 30/9/2023.",
    "+ Đưa nội dung phòng ngừa vào giờ sinh hoạt, hoàn thành trước ngày 31/10/2023.",
    "3. Công an xã",
    "- Rà soát cơ sở có nguy cơ bóc lột trẻ em, hoàn thành trước ngày 30/6/2023.",
    "4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    "- Vận động gia đình không để con em lao động sớm, hoàn thành trước ngày 30/11/2023.",
    "5. Công chức Tài chính - Kế toán",
    "- Tham mưu bố trí kinh phí, hoàn thành trước ngày 31/7/2023.",
)
PARTS = (PURPOSE, OBJECTIVES, WORK, DUTIES)


@pytest.fixture
def commune(office) -> Unit:
    unit = office.people_of_tan_thanh
    for name, function in UNITS:
        Unit.objects.create(name=name, place=office.commune, function=function)
    lines = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    SigningCapacity.objects.create(unit=unit, signer="Phan Quang Vinh", lines=lines)
    return unit


@pytest.fixture
def presses(page: Page, office, commune) -> Iterator[Presses]:
    page.set_viewport_size({"width": 1280, "height": 860})
    counted = Presses(page)
    log_in(page, office.pao)
    page.goto("/ban-lam-viec/lap-moi/")
    page.get_by_label("Năm", exact=True).fill("2023")
    counted.made.clear()
    yield counted


def write(page: Page, lines: tuple[str, ...]) -> None:
    """Under the heading at the caret; what a list brings by itself is not typed."""
    press(page, "End")
    for line in lines:
        press(page, "Enter")
        page.keyboard.type(line.removeprefix("+ "))


def open_blank(page: Page) -> None:
    page.locator("[name=way][value=blank]").click()
    page.get_by_role("button", name="Lập dự thảo").click()
    expect(page.get_by_role("textbox", name="Văn bản đang soạn")).to_be_visible()


def take_all(page: Page, count: int) -> None:
    expect(page.locator("#take-all")).to_have_text(f"Nhận cả {count} đề xuất")
    press(page, "Alt+Shift+Enter")
    expect(page.locator("#take-all")).to_be_hidden()


def written(page: Page) -> Document:
    expect(page.locator("#saved")).to_have_text(SAVED)
    return Document.objects.latest("pk")


def errors_of(document: Document) -> list[str]:
    return [one.message for one in check(dossier_of(document)) if one.severity == Severity.ERROR]


def test_a_communes_plan_from_nothing_to_its_pdf(page, presses):
    open_blank(page)
    opened = presses.loads
    page.locator(".paper .title").click(click_count=3)
    page.keyboard.type(TITLE)
    for words in (*GROUNDS, OPENING):
        press(page, "Enter")
        page.keyboard.type(words)
    for lines in PARTS:
        press(page, "ArrowDown")
        write(page, lines)
    take_all(page, 18)

    page.locator("[data-shows=identity]").click()
    expect(page.locator(".paper .citation")).to_have_text(list(GROUNDS))
    page.locator("[data-part=recipients]").click()
    page.locator("#panel-body summary", has_text="Lập nơi nhận").click()
    page.get_by_role("button", name="Dùng danh sách này").click()
    expect(page.locator(".paper .recipient")).to_have_count(7)
    page.locator("[data-part=signature]").click()
    page.get_by_label("Phan Quang Vinh").click()
    expect(page.locator(".paper .signer")).to_have_text("Phan Quang Vinh")

    document = written(page)
    content = content_of(document)
    assert len(list(content.targets)) == 2
    duties = [task for block, task in content.tasks if block.marker == "-"]
    assert [task.due for task in duties] == [
        date(2023, month, day)
        for month, day in ((9, 30), (8, 15), (12, 15), (9, 30), (10, 31), (6, 30), (11, 30), (7, 31))
    ]
    assert all(block.charge.units for block in content.blocks if block.charge)
    assert errors_of(document) == []
    assert fetched_pdf(page).startswith(b"%PDF-")
    assert presses.loads - opened <= 1
    assert len(presses) <= 60, presses.made


def fetched_pdf(page: Page) -> bytes:
    """By the way in the bar, in a window of its own; the browser's own viewer is not ours to look at."""
    got: list[bytes] = []

    def take(route: Route) -> None:
        got.append(route.fetch().body())
        route.fulfill(status=204)

    page.context.route("**/pdf/", take)
    page.locator("#bar summary", has_text="Văn bản").click()
    with page.context.expect_event("response", lambda answer: answer.url.endswith("/pdf/")):
        page.get_by_role("link", name="Tải PDF").click()
    return got[0]


HEADINGS = ("I. MỤC ĐÍCH, YÊU CẦU", "II. MỤC TIÊU", "III. NHIỆM VỤ, GIẢI PHÁP", "IV. TỔ CHỨC THỰC HIỆN")


def in_word() -> str:
    """The same plan as Word puts it on the clipboard: numbers and dashes of lists apart from their words."""
    paragraphs = [f"<p class=MsoNormal>{OPENING}</p>"]
    for heading, lines in zip(HEADINGS, PARTS, strict=True):
        paragraphs.append(f"<p class=MsoNormal><b>{heading}</b></p>")
        marker = ""
        for line in lines:
            told, _, words = line.partition(" ")
            marker = (next_marker(marker) if told == "+" else told) or told
            ignored = f"<span style='mso-list:Ignore'>{marker}<span>&nbsp;&nbsp; </span></span>"
            paragraphs.append(
                f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>{ignored}{words}</p>"
            )
    return f"<html><body><!--StartFragment-->{''.join(paragraphs)}<!--EndFragment--></body></html>"


def test_a_plan_pasted_from_word_to_a_checked_draft(page, presses):
    open_blank(page)
    opened = presses.loads
    page.locator(".paper .title").click(click_count=3)
    page.keyboard.type(TITLE)
    press(page, "Enter")
    clip(page, html=in_word())
    expect(page.locator(".paper [data-key]")).to_have_count(1 + 4 + 21 + 5)
    page.keyboard.down("Shift")
    press(page, *["ArrowDown"] * 5)
    page.keyboard.up("Shift")
    press(page, "Delete")
    take_all(page, 18)
    page.locator("[data-shows=findings]").click()
    expect(page.locator("#panel-body")).to_contain_text("Chưa có căn cứ")

    document = written(page)
    content = content_of(document)
    assert [block.printed for block in content.blocks if block.type == "part"] == list(HEADINGS)
    assert (len(list(content.targets)), len(list(content.tasks))) == (2, 11)
    assert [told for told in errors_of(document) if "căn cứ" not in told and "ký" not in told] == []
    assert presses.loads == opened
    assert len(presses) <= 25, presses.made
