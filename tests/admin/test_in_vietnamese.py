"""No word of English stands in front of an officer, in any page of the admin, seen or read aloud."""

import re
from html.parser import HTMLParser
from pathlib import Path

import django
import pytest
import simple_history
from django.contrib import admin
from django.urls import reverse

from childlabour.core.clock import now
from childlabour.jobs.models import Job, Worker
from plans.models import Document, Event, Status
from tests.admin.pages import address, as_shown, desk_of, list_of
from tests.cast import a_letter, a_plan, an_issued_plan

SPOKEN = ("alt", "title", "placeholder", "aria-label", "aria-description")
WORD = re.compile(r"(?<![\w/.@-])[A-Za-z]{4,}(?![\w/@-])")
# Names that Vietnamese takes over as they are.
TAKEN_OVER = {"email", "word", "html", "json", "slug"}


def english() -> frozenset[str]:
    """The words of everything that Django, its admin, its accounts and simple_history can say."""
    sources = [*Path(django.__file__).parent.glob("c*/**/locale/en/LC_MESSAGES/django.po")]
    sources += Path(simple_history.__file__).parent.glob("locale/de/LC_MESSAGES/django.po")
    said = "".join(source.read_text(encoding="utf-8") for source in sources)
    assert len(sources) >= 5, sources
    lines = re.findall(r'^(?:msgid|msgid_plural|)\s*"(.*)"$', said, re.MULTILINE)
    return frozenset(word.lower() for line in lines for word in WORD.findall(line)) - TAKEN_OVER


ENGLISH = english()


class WhatIsSaid(HTMLParser):
    """Text that is shown, and attributes that are read aloud or hover."""

    def __init__(self, page: str):
        super().__init__()
        self.said, self._silent = [], 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self._silent += tag in ("script", "style")
        values = dict(attributes)
        self.said += [values[name] for name in SPOKEN if values.get(name)]
        if tag == "input" and values.get("type") in ("submit", "button", "reset"):
            self.said.append(values.get("value") or "")

    def handle_endtag(self, tag):
        self._silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self._silent:
            self.said.append(data)


def english_on(page) -> set[str]:
    said = " ".join(WhatIsSaid(page.content.decode()).said)
    return {word for word in WORD.findall(said) if word.lower() in ENGLISH}


def test_the_measure_finds_english():
    assert {"select", "history", "delete", "change", "revert", "password"} <= ENGLISH


@pytest.fixture
def rows(office):
    """One row of everything the admin has a page for."""
    draft, issued = a_plan(office=office), an_issued_plan(office=office)
    a_letter(office=office)
    Job.objects.create(work_name="read_file", officer=office.lan)
    Worker.objects.create(name="may-chu 4711", beaten_at=now())
    Event.objects.create(document=issued, at=now(), action="issue", status_after=Status.ISSUED)
    return [model.objects.first() for model in admin.site._registry if model.objects.exists()] + [
        draft,
        issued,
    ]


@pytest.mark.parametrize("who", ["son", "lan"])
def test_lists_pages_histories_and_deletions_speak_vietnamese(office, rows, who):
    desk = desk_of(getattr(office, who))
    addresses = [reverse("admin:index"), reverse("admin:password_change")]
    addresses += [reverse("admin:app_list", args=[room]) for room in ("plans", "targets", "units", "jobs")]
    for model in admin.site._registry:
        addresses += [list_of(model), f"{list_of(model)}?q=khong-co-gi", f"{list_of(model)}add/"]
    addresses += [address(row, what) for row in rows for what in ("change", "history", "delete")]
    wrong = {url: found for url in addresses if (found := english_on(desk.get(url, follow=True)))}
    assert not wrong


def test_refusals_and_answers_speak_vietnamese(office, rows, keeper):
    desk = desk_of(keeper)
    add = reverse("admin:plans_document_add")
    answers = [desk.post(add, dict.fromkeys(as_shown(desk.get(add)), "") | _empty_inlines(desk.get(add)))]
    answers.append(desk.post(reverse("admin:units_officer_add"), {"username": "á b", "password1": "1"}))
    answers.append(desk.post(reverse("admin:units_place_add"), {"level": "x", "parent": "999"}, follow=True))
    answers.append(desk.post(reverse("accounts:password"), {"old_password": "x", "new_password1": "1"}))
    document = Document.objects.filter(status="draft").first()
    sent = as_shown(desk.get(address(document)))
    answers.append(desk.post(address(document), sent, follow=True))
    answers.append(desk.post(address(document), sent | {"_continue": "1", "title": "khác"}, follow=True))
    answers.append(
        desk.post(address(document), sent | {"unit": "999", "parent": "x", "kind": "?", "period_to": "x"})
    )
    answers.append(desk.post(list_of(Document), {"action": "delete_selected"}, follow=True))
    answers.append(
        desk.post(
            list_of(Document), {"action": "delete_selected", "_selected_action": [document.pk]}, follow=True
        )
    )
    answers.append(desk.post(address(document, "delete"), {"post": "yes"}, follow=True))
    assert not set().union(*map(english_on, answers))


def _empty_inlines(page) -> dict[str, str]:
    return {name: value for name, value in as_shown(page).items() if name.endswith("_FORMS")}


def test_the_door_speaks_vietnamese(office, lan, client):
    answers = [client.get(reverse("admin:login")), client.post(reverse("admin:login"), {"username": "x"})]
    client.force_login(lan)
    answers.append(client.get(reverse("admin:index"), follow=True))
    answers.append(desk_of(lan).post(reverse("admin:logout")))
    assert not set().union(*map(english_on, answers))
