"""The officer drops a file, sees what was read, corrects it, and has a draft."""

from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from childlabour.airlock import asking
from childlabour.jobs.models import Job, State, Worker
from childlabour.jobs.running import Run, Stopped
from plans.content.asking import content_of
from plans.content.words import words_of_content
from plans.models import Document, Intake, Task
from plans.reading.intakes import reading_in
from plans.reading.later import read_file, take_in
from plans.reading.sources import limits
from targets.models import Target
from tests.jobs.workers import work_off

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
    return sent(desk, office, file=SimpleUploadedFile(name, data))


def sent(desk, office, **source):
    """The page that the officer comes to once a worker has read what was sent."""
    waiting = desk.post(SOURCE, {"unit": office.committee.pk} | source)
    work_off()
    return desk.get(waiting.url, follow=True)


def confirmed(desk, page, data: dict):
    return desk.post(page.request["PATH_INFO"], data)


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
        if tag == "button" or told.get("type") == "file":
            return
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


def read_by(page):
    """What was read of the file that the page shows."""
    return reading_in(page.context["intake"])


def test_a_word_file_becomes_a_draft_in_two_steps(desk, office):
    page = dropped(desk, office, word(DISTRICT), "ke hoach.docx")
    intake = Intake.objects.get()
    address = reverse("reading:reviewed", args=[intake.pk])
    assert page.redirect_chain[-1] == (address, 302)
    assert desk.get(REVIEW).url == address, "and the short address leads there, too"
    assert DISTRICT.title in page.content.decode()
    saved = confirmed(desk, page, accepted(page))
    document = Document.objects.get(title=DISTRICT.title)
    assert saved.url == reverse("desk:editor", args=[document.pk])
    content = read_by(page).content
    assert list(words_of_content(content_of(document))) == list(words_of_content(content))
    assert document.signature_lines.splitlines() == list(content.signature_lines)
    assert document.recipients.first().text in content.recipients[0].text
    assert Target.objects.filter(block__document=document, value__isnull=False).count() >= 8
    assert desk.get(REVIEW).url == SOURCE, "what was saved is not offered again"
    assert not desk.get(SOURCE).context["intakes"]


def test_pasted_text_is_read_the_same_way(desk, office):
    page = sent(desk, office, text=pasted(LONG_ROAD))
    assert read_by(page).content.signer == LONG_ROAD.signer


def test_of_a_refused_target_the_words_stay_and_a_corrected_one_is_given_beside_them(desk, office):
    page = dropped(desk, office, word(LONG_ROAD), "a.docx")
    data = accepted(page)
    refused, corrected, *_ = (mark.id for _, mark in read_by(page).content.targets)
    data["target"].remove(refused)
    data |= {f"value-{corrected}": "86,5", f"comparator-{corrected}": ">="}
    confirmed(desk, page, data)
    document = Document.objects.get(title=LONG_ROAD.title)
    targets = Target.objects.filter(block__document=document)
    assert not targets.filter(sentence__contains="48 giờ").exists()
    assert any("48 giờ" in block.text for block in content_of(document).blocks)
    given = targets.get(value="86.5", comparator=">=")
    assert given.given == ["comparator", "value"]
    assert "Trên 85% hộ nghèo" in given.block.runs[0][0], "the words are not rewritten"


def test_of_a_refused_task_the_words_stay(desk, office):
    page = dropped(desk, office, word(LONG_ROAD), "a.docx")
    data = accepted(page)
    del data["task"][0]
    confirmed(desk, page, data)
    document = Document.objects.get(title=LONG_ROAD.title)
    assert Task.objects.filter(block__document=document).count() == page.context["review"].tasks - 1
    assert list(words_of_content(content_of(document))) == list(words_of_content(read_by(page).content))


def test_figures_that_cannot_be_read_come_back_with_all_reasons(desk, office):
    page = dropped(desk, office, word(LONG_ROAD), "a.docx")
    data = accepted(page) | {
        "value-target-0": "4.9",
        "value-target-1": "130",
        "title": "Trích yếu đã sửa tay.",
    }
    refused = data["task"].pop(0)
    answer = confirmed(desk, page, data)
    assert len(answer.context["problems"]) == 2
    assert Form(answer).sent["title"] == "Trích yếu đã sửa tay."
    assert refused not in Form(answer).sent["task"], "a tick taken away stays away"
    assert not Document.objects.filter(title=LONG_ROAD.title).exists()


@pytest.mark.parametrize("year", ["25", "1989", "2101", "năm 2025", "9" * 5000])
def test_a_year_that_no_plan_has_is_refused_and_not_dropped(desk, office, year):
    page = dropped(desk, office, word(LONG_ROAD), "a.docx")
    answer = confirmed(desk, page, accepted(page) | {"horizon-target-0": year})
    [problem] = answer.context["problems"]
    assert "Chỉ tiêu thứ 1: năm đạt phải từ 1990 đến 2100" in problem.message
    assert not Document.objects.filter(title=LONG_ROAD.title).exists()


def test_a_file_that_is_no_plan_is_refused_with_the_reason(desk, office):
    page = dropped(desk, office, "Thực đơn hôm nay: cơm, canh, cá kho.".encode(), "thuc don.txt")
    assert "không giống kế hoạch" in page.content.decode()
    assert "Chạy lại" in page.content.decode()


def test_nobody_reads_files_without_logging_in(client, office):
    assert client.get(SOURCE).status_code == 302
    assert client.get(REVIEW).status_code == 302


def closing(document: Document) -> str:
    return content_of(document).blocks[-1].text


def test_a_slip_is_corrected_only_when_asked(desk, office):
    text = pasted(LONG_ROAD).replace(
        "giảm thiểu trẻ em lao động trái quy định của pháp luật năm 2024 của xã", "giảm thiếu"
    )
    page = sent(desk, office, text=text)
    slips = [found.id for found in read_by(page).slips if found.suggestion == "giảm thiểu"]
    assert slips
    confirmed(desk, page, accepted(page))
    assert "giảm thiếu" in closing(Document.objects.latest("pk"))
    page = sent(desk, office, text=text)
    confirmed(desk, page, accepted(page) | {"slip": slips})
    assert "giảm thiểu" in closing(Document.objects.latest("pk"))


def test_what_was_confirmed_twice_is_one_draft(desk, office):
    page = dropped(desk, office, word(LONG_ROAD), "a.docx")
    first, second = (confirmed(desk, page, accepted(page)) for _ in range(2))
    assert first.url == second.url
    assert Document.objects.filter(title=LONG_ROAD.title).count() == 1


def test_two_files_at_once_do_not_mix(desk, office):
    earlier = dropped(desk, office, word(LONG_ROAD), "a.docx")
    dropped(desk, office, word(DISTRICT), "b.docx")
    confirmed(desk, earlier, accepted(earlier))
    assert [document.title for document in Document.objects.all()] == [LONG_ROAD.title]


def test_a_file_that_waits_is_found_again_on_the_page_where_files_are_sent(desk, office):
    file = SimpleUploadedFile("ke-hoach.docx", word(LONG_ROAD))
    waiting = desk.post(SOURCE, {"unit": office.committee.pk, "file": file})
    page = desk.get(SOURCE).content.decode()
    intake = Intake.objects.get()
    assert waiting.url == reverse("jobs:job", args=[intake.job_id])
    assert f'href="{reverse("reading:reviewed", args=[intake.pk])}">ke-hoach.docx</a>' in page
    assert "đợi đến lượt" in page


def test_a_file_too_large_is_refused_before_it_is_kept(desk, office, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 1000)
    monkeypatch.setattr(limits, "CHARACTERS", 1000)
    for large in ({"file": SimpleUploadedFile("a.docx", word(LONG_ROAD))}, {"text": pasted(LONG_ROAD)}):
        page = desk.post(SOURCE, {"unit": office.committee.pk} | large)
        assert page.context["problems"], large
    assert not Job.objects.exists()
    assert not Intake.objects.exists()


def waiting(office, name: str = "ke-hoach.txt", **how) -> Intake:
    """A file of chị Lan's that no worker has read yet."""
    return take_in(office.lan, office.committee, name, pasted(LONG_ROAD).encode(), **how)


class Impatient(Run):
    """Goes along with the first step and no further."""

    steps = 0

    def progress(self, *words, **more):
        self.steps += 1
        if self.steps > 1:
            raise Stopped


def test_hủy_is_heard_while_the_file_is_being_read(office, monkeypatch):
    monkeypatch.setattr(asking, "LOOK", 0.01)
    for is_pasted in (True, False):
        job = waiting(office, is_pasted=is_pasted).job
        with pytest.raises(Stopped):
            read_file.do(Impatient(job, "", read_file))


def test_a_character_that_no_database_keeps_does_not_hinder_the_reading(desk, office):
    text = pasted(LONG_ROAD).replace("trẻ em", "trẻ\x00 em")
    sent(desk, office, file=SimpleUploadedFile("a.txt", text.encode()))
    assert Job.objects.get().state == State.DONE


def test_the_page_where_files_are_sent_says_when_nobody_would_read_them(desk):
    told = "Bộ chạy việc nền của máy chủ đang tắt"
    assert told in desk.get(SOURCE).content.decode()
    Worker.objects.create(name="máy của văn phòng", beaten_at=Now())
    assert told not in desk.get(SOURCE).content.decode()


@pytest.mark.parametrize("files", [3, 60])
def test_the_page_where_files_are_sent_costs_nine_queries_however_many_were_sent(desk, office, files):
    for _ in range(files):
        waiting(office)
    desk.get("/")  # the first page of a log-in puts it on the list
    with CaptureQueriesContext(connection) as spent:
        assert desk.get(SOURCE).status_code == 200
    assert len(spent) == 9
