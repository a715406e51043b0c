"""How long a person waits at the sheet, in a real Chromium: until it is there, and from a key to the next frame."""

from dataclasses import replace
from statistics import median

import pytest
from django.urls import reverse

from plans.content.asking import content_of
from plans.models import Document
from tests.bench.measuring import tell
from tests.cast import a_plan, an_office, revised
from tests.content import writing
from tests.journeys.conftest import browser, page  # noqa: F401 - fixtures
from tests.journeys.desk_pages import log_in

pytestmark = pytest.mark.django_db(transaction=True)

FEW, MANY, MOST, OPENED = 30, 300, 2000, 5
DESKTOP = {"width": 1280, "height": 900}
LINE = "Trên 72% trẻ em có nguy cơ được hỗ trợ theo Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021;"

# Of every key the time to the end of the next frame, by the browser's own clock.
LISTEN = """() => {
    window.waits = [];
    addEventListener("keydown", ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => {
        window.waits.push(performance.now() - timeStamp);
    })), true);
}"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


def a_draft_of(lines: int, office) -> Document:
    blocks = tuple(writing.paragraph(LINE, "-", f"k{number}") for number in range(lines))
    document = a_plan(office.committee, office=office)
    return revised(document, lambda content: replace(content, blocks=blocks))


def test_opening_the_sheet_and_typing_on_it(page, capsys):  # noqa: F811
    office = an_office()
    page.set_viewport_size(DESKTOP)
    log_in(page, office.lan)
    opened, typed = {}, {}
    for lines in (FEW, MANY, MOST):
        document = a_draft_of(lines, office)
        name = f"{len(content_of(document).blocks)} lines"
        paints, ready = [], []
        for _ in range(OPENED):
            page.goto(reverse("desk:editor", args=[document.pk]))
            page.wait_for_selector(".paper[role=textbox]")
            paints.append(page.evaluate(PAINTED))
            ready.append(page.evaluate("performance.now()"))
        opened[f"{name}: first paint"], opened[f"{name}: ready"] = median(paints), median(ready)
        page.locator(".paper [data-type=paragraph]").nth(lines // 2).click()
        page.evaluate(LISTEN)
        page.keyboard.type("ủy ban nhân dân xã", delay=80)
        typed[name] = median(page.evaluate("window.waits"))
    with capsys.disabled():
        tell("Until the sheet is there", opened, base=next(iter(opened)))
        tell("From a key to the end of the next frame", typed, base=next(iter(typed)))
