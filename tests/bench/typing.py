"""How long a person waits on the sheet, in a real Chromium: from a key to the screen, from a pause to "Đã lưu"."""

from statistics import median

import pytest
from django.urls import reverse

from tests.bench.measuring import tell
from tests.cast import a_plan, an_office
from tests.journeys.conftest import browser, page  # noqa: F401 - fixtures
from tests.journeys.desk_pages import SAVED, log_in
from tests.journeys.sheet_pages import open_sheet

pytestmark = pytest.mark.django_db(transaction=True)

FEW, MANY, KEYS = 5, 140, 7
DESKTOP = {"width": 1280, "height": 900}

# One letter at the caret, and the time until the frame after it is drawn; ms by the browser's own clock.
PRESSED = """async () => {
    const { opened } = await import("sheet/sheet");
    const view = (await opened).view();
    const start = performance.now();
    view.dispatch(view.state.tr.insertText("a"));
    return new Promise((drawn) => requestAnimationFrame(() => setTimeout(() => drawn(performance.now() - start))));
}"""


def test_from_a_key_to_the_screen_and_from_a_pause_to_saved(page, capsys):  # noqa: F811
    office = an_office()
    page.set_viewport_size(DESKTOP)
    log_in(page, office.lan)
    waits, sizes = {}, {}
    for rows in (FEW, MANY):
        document = a_plan(office.committee, targets=rows, tasks=rows)
        open_sheet(page, document)
        page.locator("#saved", has_text=SAVED).wait_for()
        page.locator(".paper [data-key]").last.click()
        keys, saves = [], []
        for _ in range(KEYS):
            with page.expect_response(lambda got: got.url.endswith("/ghi/")) as answer:
                keys.append(page.evaluate(PRESSED))
            saves.append(answer.value.request.timing["responseEnd"])
            sizes[rows] = (len(answer.value.request.post_data.encode()), len(answer.value.body()))
            page.locator("#saved", has_text=SAVED).wait_for()
        waits[f"key to screen, {rows} targets and {rows} tasks"] = median(keys)
        waits[f"save to answer, {rows} targets and {rows} tasks"] = median(saves)
        page.goto(reverse("desk:home"))
    with capsys.disabled():
        tell("On the sheet", waits, base=next(iter(waits)))
        for rows, (sent, told) in sizes.items():
            print(f"  {sent:>6} bytes sent, {told} told: {rows} targets and {rows} tasks")
