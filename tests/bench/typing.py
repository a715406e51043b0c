"""How long a person waits: from a key in a real Chromium until the paper beside shows it; bytes on the way."""

from statistics import median

import pytest
from django.urls import reverse

from plans.content.asking import content_of
from tests.bench.measuring import tell
from tests.cast import a_plan, an_office
from tests.journeys.conftest import browser, page  # noqa: F401 - fixtures
from tests.journeys.desk_pages import log_in

pytestmark = pytest.mark.django_db(transaction=True)

FEW, MANY, KEYS = 5, 200, 7
DESKTOP = {"width": 1280, "height": 900}

# One key at the end of the field, and the time until the sheet holds the words; ms by the browser's own clock.
PRESSED = """words => new Promise(resolve => {
    const field = document.querySelector("#spot textarea"), sheet = document.getElementById("sheet");
    const start = performance.now();
    const seen = new MutationObserver(() => {
        if (!sheet.textContent.includes(words)) return;
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    seen.observe(sheet, { childList: true, characterData: true, subtree: true });
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def test_from_a_key_to_the_paper_in_a_browser(page, capsys):  # noqa: F811
    office = an_office()
    page.set_viewport_size(DESKTOP)
    log_in(page, office.lan)
    waits, received = {}, {}
    for rows in (FEW, MANY):
        document = a_plan(office.committee, targets=rows, tasks=rows)
        *_, last = content_of(document).blocks
        page.goto(reverse("desk:spot", args=[document.pk, f"block-{last.key}"]))
        taken, sizes = [], []
        for key in range(KEYS):
            with page.expect_response(lambda got: got.request.method == "POST") as answer:
                taken.append(page.evaluate(PRESSED, f"Câu kết thứ {key}"))
            sizes.append(len(answer.value.body()))
        name = f"{rows} targets and {rows} tasks"
        waits[name], received[name] = median(taken), sizes
    with capsys.disabled():
        tell("From a key to the paper, the editor's pause of 700 ms in it", waits, base=next(iter(waits)))
        for name, sizes in received.items():
            print(f"  {sizes[0] / 1000:>8.1f} kB first, {median(sizes[1:]) / 1000:.1f} kB later: {name}")
