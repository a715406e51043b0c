"""What is not for the public is read by its office, whoever stands above it and whoever it was sent to."""

import pytest
from django.urls import reverse

from plans.law.kinds import Kind, kinds_that
from plans.models import Channel, Delivery, Document
from tests.cast import an_issued_plan

pytestmark = pytest.mark.django_db

PAGES = ("document", "sheet", "pdf", "word")


def answers(client, document: Document) -> set[int]:
    return {client.get(reverse(f"public:{page}", args=[document.pk])).status_code for page in PAGES}


def test_proposals_and_minutes_are_what_the_public_does_not_read():
    assert set(Kind) - set(kinds_that("public")) == {Kind.PROPOSAL, Kind.MINUTES}


@pytest.mark.parametrize("kind", ["TTr", "BB"])
def test_a_stranger_finds_no_page_of_it_and_no_line_about_it(client, office, kind):
    document = an_issued_plan(office=office, kind=kind, title="Về việc xin kinh phí năm 2023")
    assert answers(client, document) == {404}
    for address in (
        reverse("public:plans"),
        reverse("public:home"),
        reverse("public:unit", args=[document.unit_id]),
    ):
        assert "xin kinh phí" not in client.get(address).text
    assert client.get("/api/v1/plans/").json()["count"] == 0


def test_what_its_office_chose_to_show_is_read_by_everybody(client, office):
    assert answers(client, an_issued_plan(office=office, kind="TTr", shown_to_public=True)) == {200}


def test_its_office_and_the_one_above_read_it_and_another_does_not(client, office):
    document = an_issued_plan(office.people_of_tan_thanh, office=office, kind="TTr")
    for reader, found in ((office.pao, {200}), (office.hung, {200}), (office.mai, {404})):
        client.force_login(reader)
        assert answers(client, document) == found, reader


def test_whom_it_was_sent_to_reads_it(client, office):
    document = an_issued_plan(office=office, kind="TTr")
    Delivery.objects.create(document=document, unit=office.other_labour, channel=Channel.DESK)
    client.force_login(office.mai)
    assert answers(client, document) == {200}


def test_no_browser_or_machine_between_keeps_it(client, office):
    document = an_issued_plan(office=office, kind="BB")
    client.force_login(office.lan)
    for page in ("pdf", "word"):
        answer = client.get(reverse(f"public:{page}", args=[document.pk]))
        assert answer["Cache-Control"] == "private, no-store"


def test_the_pdf_is_the_one_that_was_issued(client, office):
    document = an_issued_plan(office=office, kind="TTr")
    client.force_login(office.lan)
    assert client.get(reverse("public:pdf", args=[document.pk])).content == bytes(document.issue.pdf)


def test_who_holds_the_paper_is_told_that_it_is_genuine_and_led_to_no_page(client, office):
    document = an_issued_plan(office=office, kind="TTr", verification_code="ABCD-EFGH-JKMM-NPQR")
    page = client.get(reverse("issuing:verify", args=["ABCD-EFGH-JKMM-NPQR"]))
    assert page.status_code == 200
    assert document.code in page.text
    assert f'href="{document.get_absolute_url()}"' not in page.text
