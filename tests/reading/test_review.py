"""The officer drops a file, sees what was read, corrects it, and has a draft."""

from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans.models import Plan
from targets.models import Target

from .corpus.as_text import pasted
from .corpus.as_word import word
from .corpus.communes import LONG_ROAD
from .corpus.upper import DISTRICT

pytestmark = pytest.mark.django_db

SOURCE, REVIEW = reverse("reading:source"), reverse("reading:review")


@pytest.fixture
def desk(client, office):
    client.force_login(office.lan)
    return client


def dropped(desk, office, data: bytes, name: str):
    return desk.post(
        SOURCE, {"unit": office.committee.pk, "file": SimpleUploadedFile(name, data)}, follow=True
    )


class Form(HTMLParser):
    """The review form as a browser reads it off the page: what it would send untouched."""

    def __init__(self, page):
        super().__init__()
        self.sent: dict = {}
        self._in: str | None = None
        self.feed(page.content.decode())

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        name = told.get("name")
        if tag == "input" and name and told.get("type") == "checkbox":
            if "checked" in told:
                self.sent.setdefault(name, []).append(told["value"])
        elif tag == "input" and name:
            self.sent[name] = told.get("value", "")
        elif tag in ("textarea", "select") and name:
            self._in, self.sent[name] = name, ""
        elif tag == "option" and self._in and "selected" in told:
            self.sent[self._in] = told["value"]

    def handle_endtag(self, tag):
        if tag in ("textarea", "select"):
            self._in = None

    def handle_data(self, data):
        if self._in and self.lasttag == "textarea":
            self.sent[self._in] += data


def accepted(page) -> dict:
    """Everything as proposed: what the form sends when the officer changes nothing."""
    return Form(page).sent


def test_a_word_file_becomes_a_draft_in_two_steps(desk, office):
    page = dropped(desk, office, word(DISTRICT), "ke hoach.docx")
    assert page.redirect_chain == [(REVIEW, 302)]
    assert DISTRICT.title in page.content.decode()
    saved = desk.post(REVIEW, accepted(page))
    plan = Plan.objects.get(title=DISTRICT.title)
    assert saved.url == reverse("desk:editor", args=[plan.pk])
    draft = page.context["draft"]
    assert plan.preamble.splitlines() == list(draft.preamble)
    assert plan.signature_lines.splitlines() == list(draft.signer.lines)
    assert plan.recipients.first().text in draft.recipients[0]
    assert Target.objects.filter(section__plan=plan, value__isnull=False).count() >= 8
    assert desk.get(REVIEW).url == SOURCE, "what was saved is not offered again"


def test_pasted_text_is_read_the_same_way(desk, office):
    page = desk.post(SOURCE, {"unit": office.committee.pk, "text": pasted(LONG_ROAD)}, follow=True)
    assert page.context["draft"].signer.name == LONG_ROAD.signer


def test_a_refused_target_stays_as_prose_and_a_corrected_one_is_stored_as_corrected(desk, office):
    page = dropped(desk, office, word(LONG_ROAD), "a.docx")
    data = accepted(page)
    numbers = sorted(row["number"] for row in page.context["targets"])
    refused, corrected = numbers[0], numbers[1]
    del data[f"target-{refused}"]
    data |= {f"value-{corrected}": "86,5", f"comparator-{corrected}": ">="}
    desk.post(REVIEW, data)
    plan = Plan.objects.get(title=LONG_ROAD.title)
    targets = Target.objects.filter(section__plan=plan)
    assert not targets.filter(sentence__contains="48 giờ").exists()
    assert plan.sections.filter(body__contains="48 giờ").exists()
    assert targets.filter(value="86.5", comparator=">=").exists()


def test_figures_that_cannot_be_read_come_back_with_all_reasons(desk, office):
    page = dropped(desk, office, word(LONG_ROAD), "a.docx")
    data = accepted(page) | {"value-0": "4.9", "value-1": "130", "preamble": "Phần mở đầu đã sửa tay."}
    data["task"].remove("0")
    answer = desk.post(REVIEW, data)
    assert len(answer.context["problems"]) == 2
    assert Form(answer).sent["preamble"] == "Phần mở đầu đã sửa tay."
    assert "0" not in Form(answer).sent["task"], "a tick taken away stays away"
    assert not Plan.objects.filter(title=LONG_ROAD.title).exists()


def test_a_file_that_is_no_plan_is_refused_with_the_reason(desk, office):
    page = dropped(desk, office, "Thực đơn hôm nay: cơm, canh, cá kho.".encode(), "thuc don.txt")
    assert "không giống kế hoạch" in page.content.decode()


def test_nobody_reads_files_without_logging_in(client, office):
    assert client.get(SOURCE).status_code == 302
    assert client.get(REVIEW).status_code == 302


def test_a_slip_is_corrected_only_when_asked(desk, office):
    text = pasted(LONG_ROAD).replace(
        "giảm thiểu trẻ em lao động trái quy định của pháp luật năm 2024 của xã", "giảm thiếu"
    )
    page = desk.post(SOURCE, {"unit": office.committee.pk, "text": text}, follow=True)
    slips = [number for number, found, _ in page.context["slips"] if found.suggestion == "giảm thiểu"]
    assert slips
    asked = page.client.session["reading"]
    desk.post(REVIEW, accepted(page))
    assert "giảm thiếu" in Plan.objects.latest("pk").closing
    session = desk.session
    session["reading"] = asked
    session.save()
    desk.post(REVIEW, accepted(page) | {"slip": slips})
    assert "giảm thiểu" in Plan.objects.latest("pk").closing
