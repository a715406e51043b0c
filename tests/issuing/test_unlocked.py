"""What takes long keeps nobody waiting: pages are printed and files looked at while no lock is held."""

import pytest
from django.db import connection
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from plans.issuing import freezing, guards, scans, sealing_annexes, signing
from plans.issuing.steps import DOCUMENTS
from plans.issuing.workflow import perform
from plans.models import Action, Document, Issue, SigningCopy, Status
from plans.paper.compose import paper_of
from plans.paper.pdf import to_pdf
from plans.signatures.keys import FileKey
from plans.takedown import papers
from plans.takedown import steps as steps_of_takedown
from plans.takedown.steps import TAKE_DOWNS, Settling, ask
from tests.cast import a_plan
from tests.issuing.certificates import PASS_PHRASE, given_to
from tests.issuing.papers import a_scan, upload
from tests.issuing.test_annex_files import a_plan_with_annexes
from tests.issuing.test_signing import signed_inside
from tests.issuing.way import approved, carried_over, issued, numbered, proposed, signed

pytestmark = pytest.mark.django_db(transaction=True)

LEADER = "Vi Văn Hùng"


def signed_by(name: str, document: Document) -> bytes:
    return signing.signed_by_leader(document, FileKey(given_to(name).file, PASS_PHRASE))


@pytest.fixture
def at_work(monkeypatch) -> list[tuple[str, bool]]:
    """Every slow thing that was done, and whether the database was held meanwhile."""
    done = []

    def watched(name, work):
        def slow(*words, **more):
            done.append((name, connection.in_atomic_block))
            return work(*words, **more)

        return slow

    monkeypatch.setattr(freezing, "to_pdf", watched("prints", freezing.to_pdf))
    monkeypatch.setattr(freezing, "annex_to_pdf", watched("prints an annex", freezing.annex_to_pdf))
    monkeypatch.setattr(sealing_annexes, "taken_back", watched("looks at it", sealing_annexes.taken_back))
    monkeypatch.setattr(papers, "to_pdf", watched("prints", papers.to_pdf))
    monkeypatch.setattr(signing, "taken_back", watched("looks", signing.taken_back))
    monkeypatch.setattr(scans, "scanned_pages", watched("measures", scans.scanned_pages))
    return done


def test_from_number_to_issue_nothing_slow_is_done_under_a_lock(office, at_work):
    document = numbered(office)
    pdf = signed_by(LEADER, document)
    document = perform(Action.SIGN, document, office.hung, signed=pdf)
    sealed = signing.sealed_by_agency(document, FileKey(given_to(office.committee.name).file, PASS_PHRASE))
    document = perform(Action.SEAL, document, office.thu, signed=sealed)
    perform(Action.ISSUE, document, office.thu)
    assert at_work == [("prints", False), ("looks", False), ("looks", False)]


def test_no_annex_is_printed_or_looked_at_under_a_lock(office, at_work):
    document = signed_inside(office, numbered(office, a_plan_with_annexes(office), annexes_apart=True))
    key = FileKey(given_to(office.committee.name).file, PASS_PHRASE)
    told = {
        "signed": signing.sealed_by_agency(document, key),
        "annexes": sealing_annexes.sealed_by_agency(document, key),
    }
    perform(Action.ISSUE, perform(Action.SEAL, document, office.thu, **told), office.thu)
    prints, looks = ("prints an annex", False), ("looks at it", False)
    assert at_work == [("prints", False), prints, prints, *[("looks", False)] * 2, looks, looks]


def test_an_old_paper_is_printed_when_it_is_proposed_and_not_under_a_lock(office, at_work):
    carried_over(office)
    assert at_work == [("prints", False)]


def test_the_shorter_paper_is_printed_before_anything_is_locked(office, at_work):
    document = issued(office)
    asked = ask(document, office.lan, words="nghiêm túc triển khai", reason="Thử lược một câu.")
    at_work.clear()
    TAKE_DOWNS.perform(Settling.CONFIRM, asked, office.hung)
    assert at_work == [("prints", False)]
    assert "nghiêm túc triển khai" not in str(Issue.objects.get(document=document).snapshot)


def test_a_paper_made_anew_meanwhile_is_not_overwritten_by_what_was_printed_before(office, monkeypatch):
    document = issued(office)
    asked = ask(document, office.lan, words="nghiêm túc triển khai", reason="Thử lược một câu.")
    monkeypatch.setattr(steps_of_takedown, "is_still_of", lambda *_: False)
    with pytest.raises(Refusal, match="vừa thay đổi"):
        TAKE_DOWNS.perform(Settling.CONFIRM, asked, office.hung)
    assert "nghiêm túc triển khai" in str(Issue.objects.get(document=document).snapshot)


def test_a_number_stands_though_the_power_fails_before_its_pages_are_printed(office, monkeypatch):
    document = approved(office)
    with monkeypatch.context() as outage, pytest.raises(SystemError):
        outage.setattr(freezing, "to_pdf", power_fails)
        perform(Action.NUMBER, document, office.thu, day=today())
    document.refresh_from_db()
    assert (document.status, document.number) == (Status.NUMBERED, 1)
    assert SigningCopy.objects.get().sha256 == ""
    copy = freezing.signing_copy_of(document)
    assert bytes(copy.pdf).startswith(b"%PDF-")
    assert copy.sha256 == freezing.sha256(bytes(copy.pdf))
    assert freezing.signing_copy_of(document).sha256 == copy.sha256, "and once only"


def test_the_copy_says_what_was_on_file_when_the_number_was_given(office, monkeypatch):
    document = approved(office)
    with monkeypatch.context() as outage, pytest.raises(SystemError):
        outage.setattr(freezing, "to_pdf", power_fails)
        perform(Action.NUMBER, document, office.thu, day=today())
    office.committee.name = "Ủy ban nhân dân huyện Khác"
    office.committee.save()
    printed = freezing.paper_in(freezing.signing_copy_of(document).snapshot)
    assert "Khác" not in " ".join(printed.letterhead.agency)


def test_a_paper_signed_by_hand_is_issued_though_its_pages_were_never_asked_for(office, at_work):
    document = signed(office)
    SigningCopy.objects.update(pdf=b"", sha256="")
    perform(Action.ISSUE, document, office.thu)
    assert bytes(document.issue.pdf).startswith(b"%PDF-")
    assert all(not held for _, held in at_work)


def test_the_scan_of_an_old_paper_is_measured_before_its_draft_is_begun(office, client, at_work):
    client.force_login(office.lan)
    form = {"unit": office.committee.pk, "kind": "KH", "year": 2022, "title": "Kế hoạch năm 2022"}
    scan = a_scan(to_pdf(paper_of(a_plan(office=office))), dpi=100)
    client.post(reverse("desk:from_scan"), form | {"file": upload(scan, "cu.pdf")})
    assert Document.objects.get(title="Kế hoạch năm 2022").scan
    assert at_work == [("measures", False)]


def test_an_old_paper_is_entered_on_the_page_though_its_copy_was_never_printed(office, client, at_work):
    document = proposed(office)
    SigningCopy.objects.update(pdf=b"", sha256="")
    client.force_login(office.thu)
    client.post(reverse("issuing:scan", args=[document.pk]), {"confirm": document.scan.sha256})
    document.refresh_from_db()
    assert document.status == Status.ISSUED
    assert at_work == [("prints", False)] * 2


def test_a_file_held_against_a_copy_that_got_a_signature_meanwhile_is_not_taken(office, monkeypatch):
    document = numbered(office)
    mine = signed_by(LEADER, document)
    looked = guards.look_at_signed_file

    def somebody_else_signs_meanwhile(act):
        yield from looked(act)
        SigningCopy.objects.update(signed_pdf=mine)

    monkeypatch.setitem(vars(DOCUMENTS[Action.SIGN]), "beforehand", [somebody_else_signs_meanwhile])
    with pytest.raises(Refusal, match="vừa có thêm chữ ký"):
        perform(Action.SIGN, document, office.hung, signed=mine)


def power_fails(*_):
    raise SystemError
