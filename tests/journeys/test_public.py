"""Anyone with a browser: a phone in the rain, a journalist, one who hears the page, one without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from playwright.sync_api import expect

from childlabour.units.models import Officer
from plans.models import Document, Task
from tests.cast import an_issued_plan

from .conftest import WIDTHS, as_served

pytestmark = pytest.mark.django_db(transaction=True)

HEAVIEST_PAGE = (
    64_000  # bytes on first load, not compressed: the longest plan, its promises at a glance and its text
)
HEIGHT = 780


@pytest.fixture
def samples(db):
    call_command("load_samples", verbosity=0)


@pytest.fixture
def documents(office) -> dict[str, Document]:
    """A cascade of three acts and a plan of another district."""
    province = an_issued_plan(
        office.other_committee, frozen=False, number=187, title="Kế hoạch 5 năm của tỉnh"
    )
    district = an_issued_plan(frozen=False, number=192, parent=province, title="Kế hoạch năm của huyện")
    commune = an_issued_plan(
        office.people_of_tan_thanh, frozen=False, number=5, parent=district, title="Kế hoạch năm của xã"
    )
    return {"province": province, "district": district, "commune": commune}


def public_pages() -> list[str]:
    documents = Document.objects.issued()
    district = documents.get(number=192)
    return [
        "/",
        "/ke-hoach/",
        "/ke-hoach/?q=huu+lung&level=district",
        "/ke-hoach/?q=khong+co+gi&year=x",
        *(document.get_absolute_url() for document in documents),
        f"{district.get_absolute_url()}?xem=bang",
        f"/don-vi/{district.unit_id}/",
        f"/don-vi/{Task.objects.filter(block__document=district).first().leads[0].pk}/",
        "/chuong-trinh/",
        f"/chuong-trinh/{district.programme.code}/",
        "/dang-nhap/",
        "/khong-co-trang-nay/",
    ]


def faults_of(page, where: str) -> list[str]:
    """No violation of axe, nothing to scroll sideways, one first heading, 111 one tap away."""
    violations = Axe().run(page).response["violations"]
    faults = [f"{where} {rule['id']}: {node['html'][:160]}" for rule in violations for node in rule["nodes"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{where} scrolls sideways")
    if page.locator("h1").count() != 1:
        faults.append(f"{where} has {page.locator('h1').count()} first headings")
    if not page.locator("a[href='tel:111']:visible").count():
        faults.append(f"{where} hides the hotline")
    return faults


@pytest.mark.parametrize("width", WIDTHS)
def test_every_public_page_of_the_samples_holds(page, samples, width):
    page.set_viewport_size({"width": width, "height": HEIGHT})
    faults = []
    for address in public_pages():
        page.goto(address)
        faults += faults_of(page, f"{address} at {width}")
    assert not faults, "\n".join(faults)


def test_no_page_is_heavy_on_the_first_visit(browser, live_server, samples):
    faults = []
    for address in public_pages():
        context = browser.new_context(base_url=live_server.url)  # with nothing kept from before
        page, answers = context.new_page(), []
        page.on("response", lambda answer, answers=answers: answers.append(answer))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        weight = sum(len(as_served(answer)) for answer in answers)
        if weight > HEAVIEST_PAGE:
            faults.append(f"{address} weighs {weight} bytes")
        context.close()
    assert not faults, "\n".join(faults)


def test_the_text_of_a_plan_has_the_strongest_contrast(page, documents):
    page.goto(documents["district"].get_absolute_url())
    strongest = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}
    found = Axe().run(page, context=".plan-text", options=strongest).response
    assert found["passes"], "the rule has looked at nothing"
    assert not found["violations"], [node["html"] for node in found["violations"][0]["nodes"]]


def test_from_the_search_box_to_the_paper(page, documents):
    page.goto("/")
    page.get_by_role("searchbox", name="Tìm kế hoạch").fill("xa tan thanh")
    page.get_by_role("button", name="Tìm").click()
    expect(page.get_by_role("status").last).to_contain_text("1 văn bản")
    page.get_by_role("link", name="UBND xã Tân Thành, năm 2023").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch năm của xã")
    expect(page.get_by_text(re.compile(r"trên\s51\s?%")).first).to_be_visible()
    page.get_by_role("link", name="Xem bản in").click()
    expect(page.get_by_text("Số: 05/KH-UBND")).to_be_visible()


def test_up_and_down_the_cascade(page, documents):
    page.goto(documents["district"].get_absolute_url())
    page.get_by_role("navigation", name="Vị trí trang").get_by_role("link", name="Bắc Sơn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch 5 năm của tỉnh")
    page.locator(".tree").get_by_role("link", name="192/KH-UBND").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch năm của huyện")


def test_narrowing_on_a_phone(page, documents):
    page.set_viewport_size({"width": 360, "height": HEIGHT})
    page.goto("/ke-hoach/")
    expect(page.get_by_label("Địa bàn")).to_be_hidden()
    page.get_by_text("Lọc theo địa bàn").click()
    page.get_by_label("Địa bàn").select_option(label="tỉnh Lạng Sơn")
    page.get_by_label("Cấp").select_option(label="Xã, phường, thị trấn")
    page.get_by_role("button", name="Xem kết quả").click()
    expect(page.get_by_role("status").last).to_contain_text("1 văn bản")
    narrowed = page.get_by_role("list", name="Điều kiện đang lọc")
    expect(narrowed.get_by_role("link", name="tỉnh Lạng Sơn (bỏ điều kiện này)")).to_be_visible()
    expect(page.get_by_label("Địa bàn")).to_be_hidden()  # closed again: the results come first
    assert "place=" in page.url


def test_everything_reads_without_scripts(browser, live_server, documents):
    context = browser.new_context(
        base_url=live_server.url,
        locale="vi-VN",
        java_script_enabled=False,
        viewport={"width": 360, "height": HEIGHT},
    )
    page = context.new_page()
    page.goto("/ke-hoach/?q=huu+lung")
    page.get_by_role("link", name="UBND huyện Hữu Lũng, năm 2023").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch năm của huyện")
    page.get_by_text("Mục lục, văn bản cấp trên, cấp dưới").click()
    page.get_by_role("link", name=re.compile("Mục tiêu")).click()
    assert "#khoi-" in page.url
    context.close()


def test_by_keyboard_the_first_stop_leads_to_the_content_and_the_ring_shows(page, documents):
    page.goto("/ke-hoach/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()


def test_an_officer_comes_in_by_the_form_and_is_read_the_refusal_first(page, db):
    Officer(username="lan", full_name="Hoàng Thị Lan").choose_password("mot-mat-khau-dai").save()
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("sai")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("region", name="Chưa đăng nhập được")).to_be_focused()
    page.get_by_label("Mật khẩu").fill("mot-mat-khau-dai")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_text("Hoàng Thị Lan")).to_be_visible()


def test_a_list_prints_as_a_list(page, documents):
    page.goto("/ke-hoach/")
    page.emulate_media(media="print")
    for hidden in (page.locator("form.filters"), page.locator(".masthead-nav"), page.locator(".hotline-bar")):
        expect(hidden).to_be_hidden()
    expect(page.locator(".plan-row").first).to_be_visible()


def test_a_phone_reads_the_sheet_in_letters_of_a_page_without_a_script(browser, live_server, documents):
    phone = {"width": 320, "height": HEIGHT}
    context = browser.new_context(
        base_url=live_server.url, viewport=phone, is_mobile=True, has_touch=True, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{documents['district'].get_absolute_url()}ban-in/")
    line = page.locator(".text > p").first
    letters = "line => parseFloat(getComputedStyle(line).fontSize) * line.currentCSSZoom"
    assert line.evaluate(letters) >= 16
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_label("Xem cả tờ giấy").check()
    assert line.evaluate(letters) < 10
    sheet = page.locator(".sheet").first.bounding_box()
    assert sheet["x"] + sheet["width"] <= 320
    context.close()


def test_the_printed_sheet_by_itself_has_no_faults(page, documents):
    page.goto(f"{documents['district'].get_absolute_url()}ban-in/")
    violations = Axe().run(page).response["violations"]
    assert [violation["id"] for violation in violations] == []


def test_a_browser_of_any_language_speaks_vietnamese_here(page, documents):
    page.goto("/xac-thuc/")
    code = page.get_by_label("Mã tra cứu in dưới văn bản")
    picker = page.locator(".file-choice")
    expect(picker).to_contain_text("Chưa chọn tệp nào")  # the script of forms is there
    page.get_by_role("button", name="Tra mã").click()
    assert code.evaluate("field => field.validationMessage") == "Ô này chưa điền."
    code.fill("ABC")
    assert code.evaluate("field => field.validationMessage") == ""
    picker.locator("input").set_input_files(
        {"name": "ke-hoach.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    expect(picker).to_contain_text("ke-hoach.pdf")
