"""Ninety-nine thousand letters of anything in the body: every page of the draft still answers."""

import time
from dataclasses import replace

import pytest
from django.urls import reverse

from plans.content.asking import content_of
from plans.content.lines import text_of
from plans.models import Document
from tests.cast import a_plan, revised
from tests.content.writing import blocks_of
from tests.drafting.sheet.sheets import Sheet, posted

pytestmark = pytest.mark.django_db

LETTERS = 99_000
LONGEST = 19_000  # letters of a line; just under what a block may hold
SECONDS = 5  # of processor time, for the slowest page; a digit repeated took sixty
PAGES = ("desk:editor", "desk:sheet", "desk:check", "issuing:document")


@pytest.mark.parametrize(
    "repeated",
    ["1", " ", "-", "a-", "(", "1% ", "trẻ em ", "AB ", "UBND", "x\n", "- x\n", "| a |\n", "ngày 1 "],
    ids=repr,
)
def test_no_text_holds_a_page(office, client, repeated):
    plan = a_plan(office=office)
    revised(plan, lambda content: replace(content, blocks=(*content.blocks, *blocks_of(a_text(repeated)))))
    client.force_login(office.lan)
    for page in PAGES:
        begun = time.process_time()
        assert client.get(reverse(page, args=[plan.pk])).status_code == 200
        assert time.process_time() - begun < SECONDS, page
    address = reverse("desk:spot", args=[plan.pk, "body"])
    begun = time.process_time()
    assert client.get(address).status_code == 200
    lines = text_of(content_of(Document.objects.get(pk=plan.pk)).blocks)
    typed = {"lines": f"{lines}\n- Thêm một việc."}
    assert client.post(address, typed).status_code in (302, 422)
    assert time.process_time() - begun < 2 * SECONDS, "the body and a save of it"
    sheet = Sheet(plan, office.lan)
    begun = time.process_time()
    told = posted(client, plan, sheet.data(sheet.new("moi", "Thêm một việc.", sheet.keys[-1])))
    assert told.status_code in (200, 422)
    assert time.process_time() - begun < SECONDS, "a save of the sheet"


def a_text(repeated: str) -> str:
    """As many lines as these letters need, of those that a draft may hold."""
    text = (repeated * LETTERS)[:LETTERS]
    lines = [
        line[at : at + LONGEST] for line in text.splitlines() for at in range(0, max(len(line), 1), LONGEST)
    ]
    return "\n".join(lines[: 450 if "|" in repeated else 2_400])
