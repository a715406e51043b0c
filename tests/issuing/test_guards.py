"""Each guard stands alone once: all else about the row is in order, and still the step is refused, in its words.

`TRIED` has one entry for every guard of every table of steps, by the guard's name.
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing import signing
from plans.issuing.steps import DOCUMENTS
from plans.issuing.workflow import perform
from plans.models import Action, Assignment, Document, RegisterBook, RelationKind, Status
from tests.cast import Office, a_plan, an_issued_plan, an_officer
from tests.issuing.certificates import given_to
from tests.issuing.test_annex_files import numbered_apart
from tests.issuing.test_signing import AGENCY, LEADER, key_of, sealed_inside, signed_inside
from tests.issuing.way import an_old_paper, approved, issued, numbered, proposed, sealed, signed, submitted
from tests.issuing.words import reworded, say_otherwise, says

pytestmark = pytest.mark.django_db

TABLES = (DOCUMENTS, ASSIGNMENTS)
TOMORROW = timedelta(days=1)

TRIED: dict[str, tuple[Callable[[Office], object], str]] = {}


def guards() -> set[str]:
    """Of every step of every table, by name."""
    return {guard.__name__ for table in TABLES for step in table for guard in step.guards}


def guard(name: str, said: str):
    """The function under it takes a step that only this guard keeps from being taken, with these words."""

    def enter(take: Callable[[Office], object]):
        TRIED[name] = (take, said)
        return take

    return enter


@guard("fit_to_submit", "trích yếu")
def a_draft_without_a_title_is_submitted(office):
    perform(Action.SUBMIT, a_plan(office=office, title=""), office.lan)


@guard("leader_may_approve", "không phải là lãnh đạo")
def a_draft_is_laid_before_the_clerk(office):
    perform(Action.SUBMIT, a_plan(office=office), office.lan, leader=office.thu)


@guard("bears_no_number", "không mở lại được")
def a_document_is_opened_again_that_was_cancelled_with_its_number(office):
    document = a_plan(office=office)
    facts = {"number": 7, "number_year": 2023, "issued_on": "2023-06-01"}
    Document.objects.filter(pk=document.pk).update(status=Status.CANCELLED, **facts)
    perform(Action.REOPEN, document, office.lan)


@guard("no_child_is_named", "Vàng Thị Mỷ")
def a_draft_is_submitted_that_names_a_child(office):
    perform(
        Action.SUBMIT, a_plan(office=office, closing="Hỗ trợ cháu Vàng Thị Mỷ trở lại trường."), office.lan
    )


@guard("read_as_it_stands", "đã được trình lại")
def a_paper_is_approved_that_was_handed_in_anew_meanwhile(office):
    document = submitted(office)
    read = document.submissions.get().pk
    document = perform(Action.WITHDRAW, document, office.lan)
    document = perform(Action.SUBMIT, document, office.lan)
    perform(Action.APPROVE, document, office.hung, seen=read)


@guard("four_eyes", "Vi Văn Hùng duyệt thay")
def one_approves_what_one_laid_before_oneself(office):
    both = an_officer("vinh", "Nông Văn Vinh", office.committee, is_drafter=True, is_leader=True)
    perform(Action.APPROVE, perform(Action.SUBMIT, a_plan(office=office), both), both)


@guard("complete", "nơi nhận")
def a_number_is_given_to_a_paper_that_lost_its_recipients(office):
    document = approved(office)
    document.recipients.all().delete()
    perform(Action.NUMBER, document, office.thu, day=today())


@guard("number_free", "chưa tới")
def with_all_that_is_missing_a_number_for_tomorrow_is_named_too(office):
    document = approved(office)
    document.recipients.all().delete()
    perform(Action.NUMBER, document, office.thu, day=today() + TOMORROW)


@guard("old_number_free", "chưa tới")
def with_all_that_is_missing_an_old_paper_of_tomorrow_is_named_too(office):
    document = an_old_paper(office, title="")
    perform(Action.PROPOSE, document, office.lan, number=7, day=today() + TOMORROW)


@guard("scan_brought", "Chưa có bản quét")
def an_old_paper_is_proposed_of_which_nobody_has_seen_the_scan(office):
    document = an_old_paper(office)
    document.scan.delete()
    perform(Action.PROPOSE, document, office.lan, number=7, day=date(2022, 5, 26))


@guard("two_people", "Lê Thị Thu đối chiếu và nhập")
def one_enters_the_old_paper_that_one_proposed(office):
    both = an_officer("vinh", "Nông Văn Vinh", office.committee, is_drafter=True, is_clerk=True)
    document = proposed(office, by=both)
    perform(Action.CARRY_OVER, document, both, compared=document.scan.sha256)


@guard("scan_is_the_one_compared", "không còn là bản vừa xem")
def an_old_paper_is_entered_by_who_compared_another_scan(office):
    perform(Action.CARRY_OVER, proposed(office), office.thu, compared="0" * 64)


@guard("unchanged_since_proposed", "khác bản đã đề nghị nhập")
def an_old_paper_is_entered_whose_words_were_changed_behind_the_back(office):
    document = proposed(office)
    say_otherwise(document)
    perform(Action.CARRY_OVER, document, office.thu, compared=document.scan.sha256)


@guard("old_number_still_free", "đã thuộc về")
def an_old_paper_is_entered_whose_number_was_taken_meanwhile(office):
    document = proposed(office)
    book = RegisterBook.objects.get(year=2022)
    book.entries.create(number=10, dated=date(2022, 5, 26), state="voided", reason="Hỏng.", given_at=now())
    perform(Action.CARRY_OVER, document, office.thu, compared=document.scan.sha256)


@guard("scan_confirmed", "Chưa có bản quét")
def a_paper_is_recorded_as_signed_that_nobody_scanned(office):
    perform(Action.RECORD, numbered(office), office.thu)


@guard("signed_as_asked", "chưa có chữ ký")
def our_own_copy_is_taken_for_a_signed_one(office):
    document = numbered(office)
    perform(Action.SIGN, document, office.hung, signed=document.signing_copy.current)


@guard("leader_signs_himself", "chỉ người này ký số được")
def another_leader_hands_in_what_the_first_one_signed(office):
    other = an_officer("vinh", "Nông Văn Vinh", office.committee, is_leader=True)
    document = numbered(office)
    pdf = signing.signed_by_leader(document, key_of(given_to(LEADER)))
    perform(Action.SIGN, document, other, signed=pdf)


@guard("not_yet_sealed", "đã có chữ ký, con dấu của cơ quan")
def a_sealed_paper_is_sealed_again(office):
    document = sealed_inside(office)
    perform(Action.SEAL, document, office.thu, signed=document.signing_copy.current)


@guard("sealed_with_the_document", "Chưa có tệp")
def a_paper_is_sealed_without_its_annexes_that_go_apart(office):
    document = signed_inside(office, numbered_apart(office))
    perform(
        Action.SEAL, document, office.thu, signed=signing.sealed_by_agency(document, key_of(given_to(AGENCY)))
    )


@guard("signed_and_sealed", "chưa có chữ ký số của cơ quan")
def a_paper_is_issued_that_bears_no_seal(office):
    perform(Action.ISSUE, signed_inside(office), office.thu)


@guard("unchanged_since_signing", "khác bản đã ký")
def a_paper_is_issued_whose_words_were_changed_behind_the_back(office):
    document = signed(office)
    say_otherwise(document)
    perform(Action.ISSUE, document, office.thu)


@guard("earlier_acts_in_force", "không sửa đổi, bổ sung được nữa")
def what_was_revoked_is_amended(office):
    old, amendment = being_changed(office, Action.AMEND)
    perform(Action.REVOKE, old, office.hung, reason="Trái thẩm quyền.")
    perform(Action.ISSUE, amendment, office.thu)


@guard("revoked_by_an_issued_act", "phải do chính cơ quan này ban hành")
def a_draft_revokes_what_was_issued(office):
    draft = a_plan(office=office)
    perform(Action.REVOKE, issued(office), office.hung, reason="Trái thẩm quyền.", by=draft)


def given(office, **facts) -> Assignment:
    """A task of the commune, due in five days."""
    an_issued_plan(office.committee, frozen=False, tasks=4)
    row = Assignment.objects.filter(unit=office.people_of_tan_thanh).first()
    Assignment.objects.filter(pk=row.pk).update(due_on=today() + 5 * TOMORROW, **facts)
    return Assignment.objects.get(pk=row.pk)


@guard("files_can_be_kept", "không phải PDF")
def a_program_is_sent_along_with_an_answer(office):
    program = SimpleUploadedFile("bien-ban.exe", b"MZ")
    ASSIGNMENTS.perform(Move.REPORT, given(office), office.pao, text="Đã họp.", uploads=[program])


@guard("said_done_is_past", "chưa tới")
def a_task_was_finished_tomorrow(office):
    ASSIGNMENTS.perform(Move.FINISH, given(office), office.pao, text="Xong.", day=today() + TOMORROW)


@guard("may_still_ask", "không xin gia hạn được nữa")
def more_time_is_asked_for_when_it_has_run_out(office):
    late = given(office, extended_to=today() - TOMORROW)
    ASSIGNMENTS.perform(Move.ASK_MORE_TIME, late, office.pao, text="Lũ.", day=today() + 9 * TOMORROW)


@guard("a_request_waits", "không xin gia hạn")
def a_request_is_declined_that_nobody_made(office):
    ASSIGNMENTS.perform(Move.DECLINE, given(office), office.lan, text="Không được.")


@guard("granted_day", "phải sau hạn đang có")
def less_time_is_granted_than_there_was(office):
    asked = given(office, asked_until=today() + 9 * TOMORROW)
    ASSIGNMENTS.perform(Move.GRANT, asked, office.lan, day=today())


@guard("new_day", "phải sau hạn đang có")
def a_deadline_is_put_off_to_an_earlier_day(office):
    ASSIGNMENTS.perform(Move.EXTEND, given(office), office.lan, text="Lũ.", day=today())


@guard("details_of_the_unit", "không công tác ở")
def work_is_allotted_to_somebody_of_another_unit(office):
    ASSIGNMENTS.perform(Move.ALLOT, given(office), office.pao, details={"person": office.lan})


@guard("details_of_the_issuer", "không phải lãnh đạo của")
def a_drafter_is_named_as_the_leader_who_follows(office):
    ASSIGNMENTS.perform(Move.DETAIL, given(office), office.lan, details={"leader": office.lan})


@guard("may_be_passed_to", "đã được giao nhiệm vụ này")
def work_is_passed_on_to_who_has_it(office):
    row = given(office)
    ASSIGNMENTS.perform(Move.TRANSFER, row, office.lan, text="Nhầm.", unit=row.unit)


@guard("marks_alone", "không đổi được")
def words_of_an_issued_document_are_marked_away(office):
    perform(
        Action.MARK, issued(office), office.lan, marked=lambda content: reworded(content, "Mục đích", "Khác")
    )


@guard("is_still_to_copy", "của bản sao số 01/SY")
def a_copy_dated_before_the_one_before_it(office):
    said = {
        "copy_form": "SY",
        "authority": "CHÁNH VĂN PHÒNG",
        "copy_signer": "Vi Văn Hùng",
        "recipients": "Các xã",
    }
    document = sealed(office, number=5)
    perform(Action.COPY, document, office.thu, **said)
    perform(Action.COPY, document, office.thu, copied_on=today() - timedelta(days=1), **said)


def test_every_guard_is_tried_here():
    assert set(TRIED) == guards()


@pytest.mark.parametrize("name", TRIED)
def test_the_guard_refuses_in_its_own_words(office, name):
    take, said = TRIED[name]
    with pytest.raises(Refusal) as refused:
        take(office)
    assert said in str(refused.value)


# ── What is no longer in force is not changed any more ──────────────────────────────────────────────

CHANGES = {
    Action.AMEND: RelationKind.AMENDS,
    Action.REPLACE: RelationKind.REPLACES,
    Action.CORRECT: RelationKind.CORRECTS,
}


def being_changed(office: Office, by: Action) -> tuple[Document, Document]:
    """An issued plan, and what shall change it: signed, about to be issued."""
    old = issued(office)
    perform(by, old, office.lan)
    later = old.later_relations.get(kind=CHANGES[by]).later
    return old, signed(office, says(later, "Nay sửa đổi, bổ sung một số nội dung như sau:"))


@pytest.mark.parametrize("status", [Status.REPLACED, Status.REVOKED])
@pytest.mark.parametrize("action", CHANGES)
def test_what_is_out_of_force_is_neither_amended_nor_replaced_nor_corrected(office, action, status):
    old, later = being_changed(office, action)
    Document.objects.filter(pk=old.pk).update(status=status)
    with pytest.raises(Refusal) as refused:
        perform(Action.ISSUE, later, office.thu)
    kind = CHANGES[action]
    assert f"{old.code} {status.label}: không {kind.label} được nữa." in str(refused.value)
    later.refresh_from_db()
    assert later.status == Status.SIGNED


@pytest.mark.parametrize("action", CHANGES)
def test_what_is_in_force_is_changed(office, action):
    _, later = being_changed(office, action)
    assert perform(Action.ISSUE, later, office.thu).status == Status.ISSUED


# ── Who revokes ─────────────────────────────────────────────────────────────────────────────────────


def a_draft(office: Office) -> Document:
    return a_plan(office=office)


def one_of_another_agency(office: Office) -> Document:
    return an_issued_plan(office.other_committee, office=office)


def one_that_was_revoked_itself(office: Office) -> Document:
    return perform(Action.REVOKE, issued(office), office.hung, reason="Trái thẩm quyền.")


@pytest.mark.parametrize("wrong", [a_draft, one_of_another_agency, one_that_was_revoked_itself])
def test_a_document_is_revoked_only_by_one_of_its_own_agency_that_is_in_force(office, wrong):
    document, by = issued(office), wrong(office)
    with pytest.raises(Refusal, match="phải do chính cơ quan này ban hành và đang có hiệu lực"):
        perform(Action.REVOKE, document, office.hung, reason="Trái thẩm quyền.", by=by)
    document.refresh_from_db()
    assert document.status == Status.ISSUED
    assert not document.later_relations.exists()
