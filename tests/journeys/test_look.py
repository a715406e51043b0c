"""Every family of pages as eye, thumb and keyboard meet it: by day, by night, in forced colours; phone and desk."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from childlabour.core.styles import lean
from plans.content.asking import content_of
from plans.drafting.changing import lay_change
from plans.issuing.workflow import perform
from plans.models import Action, Assignment, Document
from plans.paper.html import style, to_html
from tests.cast import Office, a_plan, an_office, revised
from tests.issuing.way import issued, numbered
from tests.issuing.words import reworded
from tests.laws.test_addresses import ADDRESSES, PUBLIC, a_world
from tests.paper import papers

pytestmark = pytest.mark.django_db(transaction=True)

PHONE, DESK = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
NARROWEST = 320
STYLES = Path(__file__).parents[2] / "static" / "css"
MASTHEAD = 57  # 56 px and a line
MODES = (
    ("by day", {"color_scheme": "light", "forced_colors": "none"}),
    ("by night", {"color_scheme": "dark", "forced_colors": "none"}),
    ("in forced colours", {"color_scheme": "light", "forced_colors": "active"}),
)
WALK = 'axe.run(document, {resultTypes: ["violations"]}).then((found) => found.violations)'
NO_CHOICE_YET = "select2-selection"  # Django's own field of choice: empty, it has no name
MOST_STOPS = 150  # of the focus on one page

# What has the focus, if it is not wholly in the window or lies behind something else; null for what is well.
HIDDEN_FOCUS = """() => {
  const focused = document.activeElement, box = focused.getClientRects()[0];
  if (!box || focused === document.body) return "";
  const name = `${focused.tagName} ${(focused.textContent || focused.name || focused.id).trim().slice(0, 50)}`;
  // Of a box of lines the line of the caret is brought into sight; what is higher than the window cannot be whole.
  const whole = focused.tagName !== "TEXTAREA" && box.height < innerHeight * 0.8;
  if (whole && (box.top < -1 || box.bottom > innerHeight + 1)) return `${name}: out of the window`;
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
  const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
  const line = focused.tagName === "TEXTAREA" ? Math.min(top + 16, bottom) : (top + bottom) / 2;
  const seen = document.elementFromPoint((left + right) / 2, line);
  const own = seen && (focused.contains(seen) || seen.contains(focused) || focused.labels?.[0]?.contains(seen));
  return own ? null : `${name}: behind ${seen?.className || seen?.tagName}`;
}"""

# What one taps that is lower than a thumb; a link in a sentence is as high as its line (WCAG 2.5.8).
TOO_SMALL = """() => [...document.querySelectorAll("a[href], button, select, summary, textarea, input")]
  .filter((tapped) => tapped.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .filter((tapped) => !tapped.closest(".paper, .skip-link, .unseen, .select2-container"))
  .map((tapped) => {
    const whole = getComputedStyle(tapped, "::after").position === "absolute" ? tapped.offsetParent : null;
    const label = /checkbox|radio/.test(tapped.type) ? tapped.closest("label, .choice") || tapped.labels?.[0] : null;
    return [tapped, (whole || label || tapped).getBoundingClientRect()];
  })
  .filter(([tapped, box]) => box.width > 1 && box.height > 1 && box.height < 43.5)
  .filter(([tapped]) => {
    if (getComputedStyle(tapped).display !== "inline") return true;
    const around = tapped.closest("p, li, dd, td, th, blockquote, figcaption, label");
    return !around || around.textContent.trim().length <= tapped.textContent.trim().length + 1;
  })
  .map(([tapped, box]) => `${Math.round(box.height)} px: ${tapped.outerHTML.slice(0, 110)}`)"""

# Solid buttons that stand in one window together.
SOLID_TOGETHER = """() => {
  const solid = [...document.querySelectorAll(".button")]
    .filter((button) => !button.matches(".button-secondary, .button-quiet, .button-danger, [disabled]"))
    .filter((button) => button.checkVisibility())
    .map((button) => [button.getBoundingClientRect(), button.textContent.trim()])
    .sort(([one], [other]) => one.top - other.top);
  return solid.slice(1).filter(([box], before) => box.bottom - solid[before][0].top < innerHeight)
    .map(([, words]) => words);
}"""


@dataclass(frozen=True)
class World:
    """One district with a document at every step."""

    office: Office
    rows: dict  # one of everything that an address names
    draft: Document  # two versions
    laid_again: Document  # sent back once, waits for the leader
    numbered: Document
    issued: Document

    def pages(self, who: str) -> list[str]:
        """Every page of the table of addresses that is theirs to open; "" is a stranger."""
        reader = Client()
        if who:
            reader.force_login(getattr(self.office, who))
        theirs = (
            reverse(name, args=[self.rows[arg] for arg in row.args])
            for name, row in ADDRESSES.items()
            if not row.post and not name.startswith("api:") and who == ("" if row.who == PUBLIC else row.by)
        )
        return [*filter(lambda address: is_a_page(reader.get(address)), theirs), *self.in_other_states(who)]

    def in_other_states(self, who: str) -> tuple[str, ...]:
        issued, draft = self.issued, self.draft
        given = Assignment.objects.filter(
            unit=self.office.people_of_tan_thanh, task__block__document=issued
        ).first()
        return {
            "": (
                "/ke-hoach/?q=khong+co+gi",
                issued.get_absolute_url(),
                f"{issued.get_absolute_url()}?xem=bang",
                f"/don-vi/{issued.unit_id}/",
                f"/chuong-trinh/{issued.programme.code}/",
                f"/xac-thuc/{issued.verification_code}/",
                "/khong-co-trang-nay/",
            ),
            "lan": (
                f"/ban-lam-viec/van-ban/{draft.pk}/lich-su/1/",
                f"/ban-lam-viec/van-ban/{draft.pk}/so-sanh/",
                f"/van-ban/{issued.pk}/da-gui/",
            ),
            "hung": (f"/van-ban/{self.laid_again.pk}/xu-ly/", "/ban-lam-viec/", "/ban-lam-viec/nghi/"),
            "thu": (
                "/ban-lam-viec/",
                f"/van-ban/{self.numbered.pk}/xu-ly/",
                f"/van-ban/{self.numbered.pk}/ban-quet/",
                "/so-van-ban-di/",
                f"/nhiem-vu/da-giao/{issued.pk}/",
            ),
            "pao": ("/ban-lam-viec/", "/nhiem-vu/", f"/nhiem-vu/{given.pk}/", "/van-ban-den/"),
            "son": (),
        }[who]


def is_a_page(answer) -> bool:
    return answer.status_code == 200 and b"<html" in answer.getvalue()[:200]  # no piece of one, no file


@pytest.fixture
def world(transactional_db) -> World:
    office = an_office()
    rows = a_world(office)
    draft = a_plan(office=office)
    for title in ("Kế hoạch bản thứ nhất", "Kế hoạch bản thứ hai"):
        officer = office.lan if title.endswith("nhất") else office.hung
        draft = Document.objects.get(pk=draft.pk)
        before = content_of(draft)
        lay_change(draft, officer, before, replace(before, title=title))
    laid = perform(Action.SUBMIT, a_plan(office=office), office.lan)
    perform(Action.SEND_BACK, laid, office.hung, reason="Nêu rõ gia đình.")
    revised(laid, lambda content: reworded(content, "Can thiệp sớm.", "Can thiệp sớm, kịp thời."))
    laid = perform(Action.SUBMIT, laid, office.lan)
    return World(office, rows, draft, laid, numbered(office), issued(office))


def come_in(page: Page, office: Office, name: str, site: str) -> None:
    """Without the log-in page: its own journey has that."""
    if not name:
        return
    client = Client()
    client.force_login(getattr(office, name))
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])


def faults_of_access(page: Page) -> list[str]:
    """Everything axe knows, by day, by night and where colours are the reader's own."""
    faults = []
    page.evaluate(AXE_SCRIPT)
    for mode, media in MODES:
        page.emulate_media(reduced_motion="reduce", **media)
        for rule in page.evaluate(WALK):
            faults += [f"{mode}: {rule['id']}: {node['html'][:140]}" for node in rule["nodes"]]
    page.emulate_media(color_scheme="light", forced_colors="none")
    return faults


def faults_of_focus(page: Page) -> list[str]:
    faults = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        hidden = page.evaluate(HIDDEN_FOCUS)
        if hidden == "":
            break
        if hidden:
            faults.append(f"focus on {hidden}")
    return faults


def faults_of_solid_buttons(page: Page) -> list[str]:
    return [f"a second solid button in the window: {words}" for words in page.evaluate(SOLID_TOGETHER)]


def faults_on_a_phone(page: Page) -> list[str]:
    faults = [f"too small to tap: {tapped}" for tapped in page.evaluate(TOO_SMALL)]
    faults += [
        f"the masthead is {masthead.bounding_box()['height']} px high"
        for masthead in page.locator(".masthead").all()  # a paper by itself has none
        if masthead.bounding_box()["height"] > MASTHEAD
    ]
    faults += faults_of_focus(page)
    page.set_viewport_size({"width": NARROWEST, "height": PHONE["height"]})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"scrolls sideways at {NARROWEST}")
    page.set_viewport_size(PHONE)
    return faults


WHO = ("", "lan", "hung", "thu", "pao", "son")


@pytest.mark.parametrize("who", WHO, ids=lambda who: who or "anyone")
def test_on_a_phone_every_page_is_seen_tapped_and_walked_through(page, world, live_server, who):
    come_in(page, world.office, who, live_server.url)
    page.set_viewport_size(PHONE)
    faults = []
    for address in world.pages(who):
        page.goto(address)
        found = [*faults_of_access(page), *faults_of_solid_buttons(page), *faults_on_a_phone(page)]
        faults += [f"{address} {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("who", WHO, ids=lambda who: who or "anyone")
def test_on_a_desk_every_page_holds_by_day_by_night_and_in_forced_colours(page, world, live_server, who):
    come_in(page, world.office, who, live_server.url)
    page.set_viewport_size(DESK)
    faults = []
    for address in world.pages(who):
        page.goto(address)
        faults += [
            f"{address} {fault}" for fault in (*faults_of_access(page), *faults_of_solid_buttons(page))
        ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_admin_and_the_manual_hold_by_day_by_night_and_in_forced_colours(
    browser, world, live_server, size
):
    """Past their content security policy, which axe breaks on these two; that they keep it, other journeys see."""
    context = browser.new_context(base_url=live_server.url, viewport=size, bypass_csp=True)
    page = context.new_page()
    come_in(page, world.office, "son", live_server.url)
    faults = []
    form = f"plans/document/{world.draft.pk}/change/"
    admin = (f"/quan-tri/{address}" for address in ("", "plans/document/", form, "units/unit/"))
    for address in ("/api/v1/tai-lieu/", *admin):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        faults += [f"{address} {fault}" for fault in faults_of_access(page) if NO_CHOICE_YET not in fault]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{address} scrolls sideways")
    context.close()
    assert not faults, "\n".join(faults)


def test_a_printed_page_ends_with_its_address_its_code_and_the_hotline(page, world):
    page.goto(world.issued.get_absolute_url())
    foot = page.locator(".printed-foot")
    assert not foot.is_visible()
    with page.expect_response(lambda got: "/ma-trang.svg" in got.url) as drawn:
        page.pdf()
    assert drawn.value.status == 200
    page.emulate_media(media="print")
    assert foot.is_visible()
    assert "111" in foot.inner_text()
    assert world.issued.get_absolute_url() in foot.inner_text()


def test_nothing_moves_for_who_asked_for_stillness(page, world):
    page.emulate_media(reduced_motion="reduce")
    for address in ("/", "/ke-hoach/", "/dang-nhap/"):
        page.goto(address)
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter((one) => parseFloat(getComputedStyle(one)"
            ".transitionDuration) > 0 || getComputedStyle(one).animationName !== 'none').length"
        )
        assert moving == 0, address


# The rules as a browser read them; blanks behind a comma and in a condition's pair are kept as they were written.
RULES_READ = """(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const rules = [...sheet.cssRules].map((rule) => rule.cssText).join("\\n");
  return rules.replaceAll(/\\s+/g, " ").replaceAll(", ", ",").replaceAll(/(@supports \\([\\w-]+:) /g, "$1");
}"""


def test_a_lean_style_sheet_says_the_same_rules(page):
    for written in (path.read_text("utf-8") for path in STYLES.glob("*.css")):
        said = page.evaluate(RULES_READ, written)
        assert said
        assert page.evaluate(RULES_READ, lean(written)) == said


# The rules of a style sheet that something on the page wears, those within others too.
WORN = """(style) => {
  const sheet = new CSSStyleSheet(), worn = [];
  sheet.replaceSync(style);
  const look = (rules) => [...rules].forEach((rule) => {
    const plain = rule instanceof CSSStyleRule && rule.selectorText
      .replaceAll("&", ":root").replaceAll(/::[\\w-]+/g, "");
    if (plain && document.querySelector(plain)) worn.push(rule.selectorText);
    if (rule.cssRules) look(rule.cssRules);
  });
  look(sheet.cssRules);
  return worn;
}"""


@pytest.mark.parametrize(
    "paper", [papers.short_letter, papers.with_annexes, papers.with_tables, papers.long_names]
)
def test_a_paper_by_itself_brings_every_rule_that_it_wears_and_few_others(page, paper):
    page.set_content(to_html(paper()))
    brought = page.locator("style").text_content()
    whole = lean(style())
    worn = page.evaluate(WORN, whole)
    assert worn
    assert page.evaluate(WORN, brought) == worn
    assert len(brought) < len(whole) * 0.75
