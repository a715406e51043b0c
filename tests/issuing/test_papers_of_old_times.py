"""A paper issued before there was this system comes in by a way of its own, by two people, and says what it is."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from PIL import Image

from childlabour.core.errors import Refusal
from plans.issuing import register, scans, triggers
from plans.issuing.checking import faults
from plans.issuing.workflow import available, perform
from plans.models import Action, Document, Intake, Origin, Scan, SigningCopy, Status
from plans.paper.compose import paper_of
from plans.paper.pdf import to_pdf
from tests.cast import a_plan, an_issued_plan, an_officer
from tests.issuing.papers import a_scan, upload
from tests.issuing.way import (
    an_old_paper,
    approved,
    bring_a_scan,
    carried_over,
    issued,
    numbered,
    proposed,
    signed,
    submitted,
)
from tests.issuing.words import say_otherwise
from tests.jobs.workers import work_off
from tests.reading.intakes import a_reading

pytestmark = pytest.mark.django_db

DAY = date(2022, 5, 26)


def refusals(act, *args, **told) -> str:
    with pytest.raises(Refusal) as refused:
        act(*args, **told)
    return str(refused.value)


def acts_of(document: Document, officer) -> set[str]:
    return {step.name for step in available(document, officer)}


# ── Where it comes from is settled when it is made ──────────────────────────────────────────────


@pytest.mark.parametrize("way", [lambda o: a_plan(office=o), submitted, approved, numbered, signed, issued])
def test_what_is_written_here_is_never_published_as_a_paper_of_old_times(office, way):
    document = way(office)
    everyone = (
        *office.officers,
        an_officer("tat-ca", "Có Đủ Vai", office.committee, is_clerk=True, is_leader=True),
    )
    for officer in everyone:
        for told in ({"number": 10, "day": DAY}, {"compared": "0" * 64}):
            action = Action.PROPOSE if "number" in told else Action.CARRY_OVER
            with pytest.raises(Refusal):
                perform(action, document, officer, **told)
    document.refresh_from_db()
    assert document.origin == Origin.HERE


def test_a_paper_of_old_times_gets_no_number_and_no_signature_here(office):
    for document in (an_old_paper(office), proposed(office)):
        for officer in office.officers:
            for action in (
                Action.SUBMIT,
                Action.APPROVE,
                Action.NUMBER,
                Action.SIGN,
                Action.RECORD,
                Action.ISSUE,
            ):
                with pytest.raises(Refusal):
                    perform(action, document, officer)
    for status in (Status.APPROVED, Status.NUMBERED, Status.SIGNED):
        with pytest.raises(IntegrityError), transaction.atomic():
            Document.objects.filter(pk=document.pk).update(status=status)


@pytest.mark.parametrize("origin", Origin)
def test_nobody_changes_afterwards_where_a_document_comes_from(office, origin):
    document = a_plan(office=office, origin=origin)
    other = next(o for o in Origin if o != origin)
    with pytest.raises((IntegrityError, InternalError), match=triggers.ORIGIN_STAYS), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(origin=other)
    Document.objects.filter(pk=document.pk).update(origin=origin, title="Khác")


def test_what_was_read_from_a_file_is_what_it_was_sent_as(client, office):
    client.force_login(office.lan)
    for name, origin in (("reading:source", Origin.HERE), ("reading:old_paper", Origin.CARRIED_OVER)):
        sent = {"unit": office.committee.pk, "text": "KẾ HOẠCH\nThực hiện Chương trình năm 2022\nI. MỤC TIÊU"}
        client.post(reverse(name), sent)
        work_off()
        address = reverse("reading:reviewed", args=[Intake.objects.latest("pk").pk])
        page = client.get(address).content.decode()
        assert ("không trình, cấp số, ký ở đây" in page) == (origin == Origin.CARRIED_OVER)
        client.post(address, {"act": "lay"})
        assert Document.objects.latest("pk").origin == origin


def test_a_pdf_of_old_times_is_what_the_second_person_compares_with_and_its_number_is_offered(client, office):
    """Read, saved, proposed with the number that stands on it, compared by the clerk: no file is asked for twice."""
    client.force_login(office.lan)
    paper = replace(paper_of(a_plan(office=office, tasks=1)), number="77")
    intake = a_reading(office.lan, office.committee, to_pdf(paper), "cu.pdf", Origin.CARRIED_OVER)
    client.post(reverse("reading:reviewed", args=[intake.pk]), {"act": "lay"})
    document = Document.objects.get(intake=intake)
    assert document.scan.resolution is None, "the PDF of then, not a scan"
    page = client.get(reverse("issuing:document", args=[document.pk])).content.decode()
    assert re.search(r'name="number" value="77"', page)
    assert document.number is None, "nothing is taken over before two people have seen it"


def test_a_scan_alone_is_a_way_in_and_its_words_are_typed_beside_it(client, office):
    client.force_login(office.lan)
    form = {"unit": office.committee.pk, "kind": "KH", "year": 2022, "title": "Kế hoạch năm 2022"}
    scan = a_scan(to_pdf(paper_of(a_plan(office=office))), dpi=100)
    answer = client.post(reverse("desk:from_scan"), form | {"file": upload(scan, "cu.pdf")})
    document = Document.objects.get(title="Kế hoạch năm 2022")
    assert answer["Location"] == reverse("desk:editor", args=[document.pk])
    assert (document.origin, document.scan.resolution) == (Origin.CARRIED_OVER, 100)
    refused = client.post(reverse("desk:from_scan"), form | {"file": upload(b"no paper", "cu.pdf")})
    assert refused.status_code == 422
    assert Document.objects.filter(title="Kế hoạch năm 2022").count() == 1


# ── Its scan ────────────────────────────────────────────────────────────────────────────────────


def test_an_old_scan_is_taken_as_long_as_it_can_be_read_however_many_pages_it_has(office):
    document = an_old_paper(office)
    ours = to_pdf(paper_of(document))
    assert scans.bring(document, a_scan(ours, dpi=120, size=(200, 280)), office.lan).resolution == 120
    assert "không đọc được" in refusals(scans.bring, document, a_scan(ours, dpi=60), office.lan)
    assert scans.bring(document, ours, office.lan).resolution is None, "a PDF made of letters"
    assert "tệp PDF" in refusals(scans.bring, document, _a_picture(), office.lan)


def _a_picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (9, 9)).save(written, "PNG")
    return written.getvalue()


def test_once_proposed_the_scan_stays_the_one_that_is_compared(office):
    document = proposed(office)
    said = refusals(scans.bring, document, to_pdf(paper_of(document)), office.lan)
    assert "trước khi đề nghị nhập" in said


# ── Two people ──────────────────────────────────────────────────────────────────────────────────


def test_one_enters_and_proposes_another_compares_and_both_are_named(office):
    document = carried_over(office)
    events = document.events.order_by("pk").values_list("action", "officer_name", "exception")
    assert list(events) == [("propose", "Hoàng Thị Lan", ""), ("carry_over", "Lê Thị Thu", "")]
    assert document.scan.confirmed_by_name == "Lê Thị Thu"
    assert document.code == "10/KH-UBND"
    assert list(faults()) == []


def test_what_is_published_is_what_was_compared_byte_for_byte(office):
    document = proposed(office)
    compared = bytes(document.signing_copy.pdf)
    document = perform(Action.CARRY_OVER, document, office.thu, compared=document.scan.sha256)
    assert bytes(document.issue.pdf) == compared
    assert document.signatures.count() == 0


def test_words_changed_behind_the_back_after_the_proposal_are_not_published(office):
    document = proposed(office)
    say_otherwise(document)
    said = refusals(perform, Action.CARRY_OVER, document, office.thu, compared=document.scan.sha256)
    assert "khác bản đã đề nghị nhập" in said


def test_the_clerk_alone_publishes_nothing_under_the_leader_s_name(office):
    """The way that was open: a clerk, a draft of anybody's, a number."""
    for document in (a_plan(office=office), an_old_paper(office)):
        assert not acts_of(document, office.thu) & {Action.CARRY_OVER, Action.PROPOSE}
        said = refusals(perform, Action.CARRY_OVER, document, office.thu, compared="x")
        assert "nhập văn bản đã có" in said
    assert not Document.objects.issued().exists()


def test_the_keeper_of_the_system_publishes_nothing_either(office, keeper):
    document = proposed(office)
    with pytest.raises(Refusal, match="không có quyền"):
        perform(Action.CARRY_OVER, document, keeper, compared=document.scan.sha256)


def test_who_proposed_is_told_whom_to_ask(office):
    both = an_officer("vinh", "Nông Văn Vinh", office.committee, is_drafter=True, is_clerk=True)
    document = proposed(office, by=both)
    told = {"compared": document.scan.sha256}
    assert "đối chiếu và nhập" in refusals(perform, Action.CARRY_OVER, document, both, **told)
    office.thu.is_active = office.hung.is_active = False
    office.thu.save()
    office.hung.save()
    said = refusals(perform, Action.CARRY_OVER, document, both, **told)
    assert "rút lại để Hoàng Thị Lan đề nghị" in said


def test_where_there_is_one_person_the_exception_is_on_record_and_on_the_page(client, office):
    alone = an_officer("sen", "Vi Thị Sen", office.other_committee, is_drafter=True, is_clerk=True)
    office.mai.is_active = False
    office.mai.save()
    document = an_old_paper(office, unit=office.other_committee)
    document = proposed(office, document, by=alone)
    document = perform(Action.CARRY_OVER, document, alone, compared=document.scan.sha256)
    said = document.events.get(action=Action.CARRY_OVER).exception
    assert said == "Người đề nghị tự đối chiếu và nhập: cơ quan chỉ có một người."
    assert "một người vừa nhập vừa đối chiếu" in page(client, document)
    client.force_login(alone)
    assert said in client.get(reverse("issuing:document", args=[document.pk])).content.decode()


# ── Its number ──────────────────────────────────────────────────────────────────────────────────


def test_a_number_is_proposed_once_and_comes_off_with_the_proposal(office):
    first, second = proposed(office), an_old_paper(office)
    assert "đã thuộc về" in refusals(perform, Action.PROPOSE, second, office.lan, number=10, day=DAY)
    first = perform(Action.WITHDRAW, first, office.lan)
    assert (first.number, first.verification_code) == (None, None)
    assert not SigningCopy.objects.filter(document=first).exists()
    assert first.scan, "what was brought stays"
    assert proposed(office, second).number == 10
    sent_back = perform(Action.DECLINE, second, office.thu, reason="Sai số.")
    assert sent_back.number is None
    assert perform(Action.CANCEL, proposed(office, first), office.lan, reason="Trùng.").number is None
    assert not register.locked_book(register.common_series(office.committee), 2022).entries.exists()


def test_without_number_day_or_signer_nothing_is_proposed(office):
    document = an_old_paper(office, signer="")
    said = refusals(perform, Action.PROPOSE, document, office.lan)
    assert "Ghi số của văn bản" in said
    assert "Ghi ngày ban hành" in said
    assert "họ và tên người ký" in said


# ── What the public is told ─────────────────────────────────────────────────────────────────────


def page(client, document: Document, name: str = "public:document") -> str:
    client.logout()
    return client.get(reverse(name, args=[document.pk])).content.decode()


def test_everyone_is_told_that_it_was_entered_again_and_what_it_was_compared_with(client, office):
    document = carried_over(office)
    said = page(client, document)
    assert "Văn bản ban hành trước khi dùng hệ thống, nhập lại từ bản quét ngày" in said
    assert "bản gốc là bản giấy" in said
    assert "trùng với bản quét đã đối chiếu" in said
    assert "văn bản nhập lại" in client.get(reverse("public:plans")).content.decode()


def test_one_that_nobody_compared_claims_nothing(client, office):
    said = page(client, an_issued_plan(office=office, origin=Origin.CARRIED_OVER))
    assert "Chưa có bản quét để đối chiếu" in said
    assert "trùng với" not in said


def test_a_pdf_of_letters_is_called_what_it_is(client, office):
    document = an_old_paper(office)
    scans.bring(document, to_pdf(paper_of(document)), office.lan)
    document = Document.objects.get(pk=document.pk)
    assert "nhập lại từ tệp PDF gốc" in page(client, carried_over(office, document))


def test_what_is_written_here_bears_no_such_label(client, office):
    document = an_issued_plan(office=office)
    assert "nhập lại" not in page(client, document)
    assert "nhập lại" not in client.get(reverse("public:plans")).content.decode()


def test_the_code_on_it_proves_no_signature(client, office):
    document = carried_over(office)
    said = client.get(reverse("issuing:verify", args=[document.verification_code])).content.decode()
    assert "Văn bản nhập lại từ bản giấy" in said
    assert "Hệ thống không xác thực chữ ký" in said
    assert "Văn bản thật" not in said


def test_its_file_is_known_again_as_what_it_is(client, office):
    document = carried_over(office)
    for stored in (document.issue.pdf, document.scan.pdf):
        said = client.post(reverse("issuing:ask"), {"file": upload(bytes(stored))}).content.decode()
        assert "nguyên vẹn" in said
        assert "hệ thống không xác thực chữ ký" in said


def test_open_data_tells_it_too(client, office):
    old, new = carried_over(office), an_issued_plan(office=office)
    rows = client.get(reverse("api:plan-list")).json()["results"]
    assert {row["id"]: row["origin"] for row in rows} == {old.pk: "carried_over", new.pk: "here"}
    assert (
        "bản gốc là bản giấy" in client.get(reverse("api:plan-detail", args=[old.pk])).json()["origin_note"]
    )
    assert client.get(reverse("api:plan-detail", args=[new.pk])).json()["origin_note"] == ""


# ── On the pages of the office ──────────────────────────────────────────────────────────────────


def test_from_the_draft_to_the_public_by_hand(client, office):
    document = an_old_paper(office)
    Scan.objects.all().delete()
    handling = reverse("issuing:document", args=[document.pk])
    scan_page = reverse("issuing:scan", args=[document.pk])
    client.force_login(office.lan)
    assert scan_page in client.get(handling).content.decode()
    ours = to_pdf(paper_of(document))
    assert client.post(scan_page, {"file": upload(a_scan(ours, dpi=100))}).status_code == 302
    shown = client.get(scan_page).content.decode()
    assert "đề nghị nhập" in shown
    assert 'name="confirm"' not in shown
    form = {"number": "10", "day": "26/05/2022", "series": ""}
    assert client.post(reverse("issuing:act", args=[document.pk, "propose"]), form).status_code == 302
    client.force_login(office.thu)
    assert scan_page in client.get(handling).content.decode()
    assert ("Đối chiếu, công bố", "now") in client.get(handling).context["stages"]
    shown = client.get(scan_page).content.decode()
    assert "Nội dung khớp, nhập văn bản" in shown
    assert 'type="file"' not in shown
    sha = Scan.objects.get().sha256
    assert client.post(scan_page, {"confirm": sha}).status_code == 302
    document.refresh_from_db()
    assert document.status == Status.ISSUED


def test_who_proposed_cannot_confirm_on_the_page_either(client, office):
    both = an_officer("vinh", "Nông Văn Vinh", office.committee, is_drafter=True, is_clerk=True)
    document = an_old_paper(office)
    Scan.objects.all().delete()
    brought = bring_a_scan(document, office)
    document = proposed(office, document, by=both)
    client.force_login(both)
    answer = client.post(reverse("issuing:scan", args=[document.pk]), {"confirm": brought.sha256})
    assert answer.status_code == 422
    document.refresh_from_db()
    assert document.status == Status.SUBMITTED
    assert Scan.objects.get().confirmed_at is None
