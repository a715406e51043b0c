"""Ninety-nine thousand letters of anything in one part: every page of the draft still answers."""

import time

import pytest
from django.urls import reverse

from plans.models import Section
from tests.cast import a_plan

pytestmark = pytest.mark.django_db

LETTERS = 99_000  # just under what a part may hold
SECONDS = 5  # of processor time, for the slowest page; a digit repeated took sixty
PAGES = ("desk:editor", "desk:sheet", "desk:check", "issuing:document")


@pytest.mark.parametrize(
    "repeated",
    ["1", " ", "-", "a-", "(", "1% ", "trẻ em ", "AB ", "UBND", "x\n", "- x\n", "| a |\n", "ngày 1 "],
    ids=repr,
)
def test_no_text_holds_a_page(office, client, repeated):
    plan = a_plan(office=office)
    text = (repeated * LETTERS)[:LETTERS]
    Section.objects.filter(pk=plan.sections.first().pk).update(body=text)
    client.force_login(office.lan)
    for page in PAGES:
        begun = time.process_time()
        assert client.get(reverse(page, args=[plan.pk])).status_code == 200
        assert time.process_time() - begun < SECONDS, page
