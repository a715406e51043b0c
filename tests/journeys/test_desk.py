"""An officer at the desk: begins a plan, and writes it in plain forms where there is no script."""

import re

import pytest
from django.http import QueryDict
from playwright.sync_api import expect

from plans.content.asking import content_of
from plans.content.lines import text_of
from plans.content.values import Content
from plans.drafting.saving import save_spot
from plans.drafting.starting import Start, start_blank, start_from_upper
from plans.models import Assignment, Document
from tests.cast import a_plan, an_issued_plan, an_officer

from .conftest import WIDTHS
from .desk_pages import log_in
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
    expect(page.get_by_role("textbox", name="Văn bản đang soạn")).to_be_visible()
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


def write_elsewhere(document: Document, officer, old: str, new: str) -> None:
    """A colleague has changed a line of the body meanwhile."""
    typed = QueryDict(mutable=True)
    typed["lines"] = lines(document).replace(old, new)
    save_spot(document.pk, "body", typed, officer)


def test_from_last_years_plan(desk, office):
    an_issued_plan(office.committee, frozen=False, title="Kế hoạch phòng ngừa lao động trẻ em năm 2023")
    log_in(desk, office.lan)
    document = start(
        desk,
        "Từ kế hoạch năm trước của đơn vị",
        2024,
        Kế_hoạch_năm_trước="01/KH-UBND – UBND huyện Hữu Lũng, năm 2023",
    )
    expect(desk.locator(".paper .title")).to_have_text("Kế hoạch phòng ngừa lao động trẻ em năm 2024")
    assert "II. Mục tiêu" in lines(document)


def test_from_the_districts_plan_by_the_link_on_its_page(desk, office):
    upper = an_issued_plan(office.committee, frozen=False, number=192)
    log_in(desk, office.pao)
    desk.goto(upper.get_absolute_url())
    desk.get_by_role("link", name="Lập kế hoạch triển khai").click()
    expect(desk.get_by_label("Từ kế hoạch cấp trên")).to_be_checked()
    desk.get_by_label("Năm", exact=True).fill("2023")
    desk.get_by_role("button", name="Lập dự thảo").click()
    expect(desk.locator(".paper")).to_contain_text("192/KH-UBND")


@pytest.fixture
def draft(office) -> Document:
    """Of one line, so that whatever two people change is the same one."""
    document = start_blank(Start(office.committee, 2024, office.lan))
    write_elsewhere(document, office.lan, lines(document), "Một dòng.")
    return document


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
    pages = [draft, *(f"{draft}{spot}/" for spot in spots)]
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


def test_on_a_phone_the_outline_folds(page, office, draft):
    log_in(page, office.lan)
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(address(draft))
    expect(page.locator(".outline")).to_be_hidden()
    page.get_by_text("Các phần của văn bản").click()
    page.locator(".outline").get_by_role("link", name="Nơi nhận").click()
    expect(page.get_by_role("heading", name="Nơi nhận")).to_be_visible()


def test_everything_works_without_javascript(browser, live_server, office, draft):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    log_in(page, office.lan)
    page.goto(f"/ban-lam-viec/van-ban/{draft.pk}/")
    page.get_by_role("link", name="Soạn bằng biểu mẫu từng phần").click()
    words_of(page).fill(
        "I. MỤC TIÊU\n- Trên 72% trẻ em\nđược hỗ trợ.\nII. NHIỆM VỤ\n1. Rà soát trẻ em có nguy cơ"
    )
    page.get_by_role("button", name="Lưu và sửa chữ dán từ Word").click()
    expect(words_of(page)).to_have_value(re.compile("Trên 72% trẻ em được hỗ trợ."))
    page.get_by_text("1 câu có vẻ là chỉ tiêu").click()
    page.get_by_role("button", name="Đánh dấu", exact=True).first.click()
    assert [mark.statement.value for _, mark in content(draft).targets] == [72]
    page.get_by_text("1 đoạn có vẻ là nhiệm vụ").click()
    page.get_by_role("button", name="Đánh dấu tất cả là nhiệm vụ (1)").click()

    page.locator(".outline").get_by_role("link", name="1. Rà soát trẻ em có nguy cơ").click()
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


def test_enter_in_a_field_of_one_line_sends_nothing(browser, live_server, office):
    document = a_plan(office.committee, tasks=1)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    log_in(page, office.lan)
    sent = []
    page.on("request", lambda asked: asked.method == "POST" and sent.append(asked.url))
    page.goto(address(document, f"block-{next(content(document).tasks)[0].key}"))
    page.get_by_label("Sản phẩm").fill("Báo cáo")
    page.get_by_label("Sản phẩm").press("Enter")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#toasts")).to_contain_text("Đã lưu lúc")
    assert len(sent) == 1
    context.close()
