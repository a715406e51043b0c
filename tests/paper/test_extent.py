"""What nobody could print is said while it is written: pages are told from the words alone."""

import time

import pypdfium2
import pytest

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from plans.drafting.saving import Saved, Unsaved, save_spot
from plans.models import Document, Section, Version
from plans.paper.compose import paper_of
from plans.paper.extent import LONGEST_WORD, MOST_PAGES, about_pages, too_long
from plans.paper.frozen import to_data
from plans.paper.pdf import to_pdf
from plans.reading import read
from plans.reading.review.saving import save
from tests.cast import a_plan
from tests.drafting.test_saving import typed

pytestmark = pytest.mark.django_db

SENTENCE = "Tăng cường phối hợp liên ngành trong phòng ngừa lao động trẻ em trên địa bàn huyện và các xã. "
SECONDS_TO_PRINT = 30


def a_plan_saying(office, text: str):
    plan = a_plan(office=office)
    Section.objects.filter(pk=plan.sections.first().pk).update(body=text)
    return plan


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 300,
        f"{SENTENCE}\n" * 300,
        "Trẻ em.\n" * 900,
        "| Xã Tân Thành | Xã Hòa Sơn |\n" * 500,
        f"| {SENTENCE} | {SENTENCE} |\n" * 100,
    ],
    ids=["one long paragraph", "paragraphs", "short lines", "rows", "full rows"],
)
def test_pages_are_told_without_printing(office, text):
    paper = paper_of(a_plan_saying(office, text))
    printed = len(pypdfium2.PdfDocument(to_pdf(paper)))
    assert abs(about_pages(paper) - printed) <= max(1, printed * 0.25), (about_pages(paper), printed)


def saved(office, plan, text: str):
    """Another seven hundred thousand letters come in pieces: a part holds a hundred thousand."""
    key = f"section-{plan.sections.first().pk}"
    return save_spot(plan.pk, key, typed(plan, key, office.lan, body=text), office.lan)


def test_a_draft_that_outgrows_what_can_be_printed_is_refused_and_nothing_typed_is_lost(office):
    plan = a_plan(office=office)
    outcome = saved(office, plan, "Trẻ em.\n" * 12_000)
    assert isinstance(outcome, Unsaved)
    (said,) = outcome.form.non_field_errors()
    assert f"quá {MOST_PAGES} trang" in said
    assert outcome.form["body"].value().startswith("Trẻ em.")
    assert "Trẻ em.\nTrẻ em." not in plan.sections.first().body


def test_a_draft_that_was_too_long_already_may_be_shortened_but_not_lengthened(office):
    plan = a_plan_saying(office, "Trẻ em.\n" * 12_000)
    plan.versions.all().delete()
    grown = paper_of(plan)
    Version.objects.create(
        document=plan,
        number=1,
        started_at=now(),
        saved_at=now(),
        officer_name="Bế Thị Hoa",
        paper=to_data(grown),
    )
    assert isinstance(saved(office, plan, "Trẻ em.\n" * 11_000), Saved)
    assert isinstance(saved(office, plan, "Trẻ em.\n" * 12_200), Unsaved)


def test_a_word_without_end_is_refused_with_its_first_letters(office):
    outcome = saved(office, a_plan(office=office), f"Xem {'1' * (LONGEST_WORD + 1)} nhé.")
    assert isinstance(outcome, Unsaved)
    assert "“1111" in outcome.form.non_field_errors()[0]
    address = f"https://{'a' * (LONGEST_WORD - 10)}"
    assert isinstance(saved(office, a_plan(office=office), f"Xem {address} nhé."), Saved)


def test_a_word_without_end_does_not_slip_in_where_many_pages_stood(office):
    plan = a_plan(office=office)
    assert isinstance(saved(office, plan, SENTENCE * 1_000), Saved)
    outcome = saved(office, plan, "A" * 60_000)
    assert isinstance(outcome, Unsaved)
    assert "60000 ký tự liền nhau" in outcome.form.non_field_errors()[0]


def test_a_file_that_nobody_could_print_is_not_saved_as_a_draft(office):
    lines = "Nâng cao nhận thức của cộng đồng về quyền trẻ em.\n" * 12_000
    file = f"KẾ HOẠCH\nPhòng ngừa lao động trẻ em năm 2023\nI. MỤC ĐÍCH\n{lines}"
    before = Document.objects.count()
    with pytest.raises(Refusal, match="trang"):
        save(read(file.encode(), "a.txt"), office.lan, office.committee)
    assert Document.objects.count() == before


def test_the_longest_draft_is_printed_within_its_time(office):
    """A hundred thousand letters in the worst of shapes that are let through: 300 pages of one word a line."""
    plan = a_plan_saying(office, "Trẻ em.\n" * 8_500)
    paper = paper_of(plan)
    assert list(too_long(paper)) == [] and about_pages(paper) > MOST_PAGES * 0.9
    begun = time.process_time()
    to_pdf(paper)
    assert time.process_time() - begun < SECONDS_TO_PRINT
