"""A plan on its way: each person does their part, and only theirs."""

from datetime import date, timedelta

import pytest

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from plans.content.asking import content_of
from plans.issuing.workflow import available, perform
from plans.models import Action, EntryState, Event, Kind, RelationKind, Scan, Status
from tests.cast import a_plan, an_issued_plan, an_officer
from tests.issuing.elsewhere import run
from tests.issuing.way import an_old_paper, approved, carried_over, issued, numbered, signed, submitted
from tests.issuing.words import say_otherwise, says

pytestmark = pytest.mark.django_db


def refusals(action, document, officer, **details) -> str:
    with pytest.raises(Refusal) as refused:
        perform(action, document, officer, **details)
    return " ".join(problem.message for problem in refused.value.problems)


def test_a_plan_goes_from_draft_to_issued_by_hand(office):
    document = issued(office)
    assert document.status == Status.ISSUED
    assert document.code == "01/KH-UBND"
    assert document.issue.sha256
    said = [(e.action, e.status_before, e.status_after, e.officer_name) for e in document.events.all()]
    assert said == [
        ("submit", "draft", "submitted", "Hoàng Thị Lan"),
        ("approve", "submitted", "approved", "Vi Văn Hùng"),
        ("number", "approved", "numbered", "Lê Thị Thu"),
        ("record", "numbered", "signed", "Lê Thị Thu"),
        ("issue", "signed", "issued", "Lê Thị Thu"),
    ]


def test_every_missing_thing_is_named_at_once(office, lan):
    document = a_plan(office=office, title="", signer="", signature_lines="")
    document.citations.all().delete()
    document.recipients.all().delete()
    said = refusals(Action.SUBMIT, document, lan)
    for missing in ("trích yếu", "căn cứ", "nơi nhận", "quyền hạn", "họ và tên"):
        assert missing in said
    document.refresh_from_db()
    assert document.status == Status.DRAFT
    assert not document.events.exists()


def test_what_the_leader_sends_back_needs_a_reason_and_can_be_laid_before_him_again(office, lan, hung):
    document = submitted(office)
    assert "lý do" in refusals(Action.SEND_BACK, document, hung)
    document = perform(Action.SEND_BACK, document, hung, reason="Bổ sung kinh phí.")
    assert document.status == Status.DRAFT
    assert document.events.last().reason == "Bổ sung kinh phí."
    perform(Action.SUBMIT, document, lan)
    assert document.submissions.count() == 2


def test_the_leader_cannot_approve_a_text_that_was_handed_in_after_he_read(office, lan, hung):
    document = submitted(office)
    read = document.submissions.last().pk
    perform(Action.WITHDRAW, document, lan)
    document = perform(Action.SUBMIT, document, lan)
    assert "trình lại" in refusals(Action.APPROVE, document, hung, seen=read)
    assert (
        perform(Action.APPROVE, document, hung, seen=document.submissions.last().pk).status == Status.APPROVED
    )


def test_whoever_submits_does_not_approve_where_another_leader_is_there(office):
    both = an_officer("vinh", "Nông Văn Vinh", office.committee, is_drafter=True, is_leader=True)
    document = perform(Action.SUBMIT, a_plan(office=office), both)
    assert "Vi Văn Hùng" in refusals(Action.APPROVE, document, both)
    assert perform(Action.APPROVE, document, office.hung).events.last().exception == ""


def test_alone_in_the_office_one_may_approve_ones_own_and_the_event_says_so(office):
    alone = an_officer(
        "dung", "Lò Thị Dung", office.people_of_tan_thanh, is_drafter=True, is_leader=True, is_clerk=True
    )
    document = perform(Action.SUBMIT, a_plan(office.people_of_tan_thanh, office=office), alone)
    document = perform(Action.APPROVE, document, alone)
    assert document.status == Status.APPROVED
    assert "chỉ có một người" in document.events.last().exception


def test_a_leader_who_has_left_does_not_count_as_the_second_pair_of_eyes(office):
    both = an_officer("vinh", "Nông Văn Vinh", office.committee, is_drafter=True, is_leader=True)
    office.hung.is_active = False
    office.hung.save()
    document = perform(Action.SUBMIT, a_plan(office=office), both)
    assert perform(Action.APPROVE, document, both).status == Status.APPROVED


def test_the_head_of_the_drafting_office_does_not_approve_for_the_committee(office):
    head = an_officer("thang", "Mã Văn Thắng", office.labour, "Trưởng phòng", is_leader=True, is_clerk=True)
    document = submitted(office)
    assert "không có quyền" in refusals(Action.APPROVE, document, head)
    assert [step.name for step in available(document, head)] == []


def test_a_leader_who_comes_second_is_told_who_was_first(office, hung):
    second = an_officer("vinh", "Nông Văn Vinh", office.committee, is_leader=True)
    document = submitted(office)
    perform(Action.APPROVE, document, hung)
    said = refusals(Action.APPROVE, document, second)
    assert "đã duyệt" in said
    assert "Vi Văn Hùng" in said


def test_a_wrong_detail_is_a_fault_of_the_code(office, lan):
    with pytest.raises(TypeError):
        perform(Action.SUBMIT, a_plan(office=office), lan, dau="x")


def test_the_history_outlives_the_people(office, lan):
    document = issued(office)
    lan.delete()
    first = Event.objects.filter(document=document).first()
    assert first.officer is None
    assert first.officer_name == "Hoàng Thị Lan"


def test_a_paper_is_not_recorded_as_signed_before_its_scan_was_compared(office, thu):
    document = numbered(office)
    assert "Chưa có bản quét" in refusals(Action.RECORD, document, thu)
    Scan.objects.create(
        document=document,
        pdf=b"%PDF",
        sha256="0" * 64,
        pages=1,
        resolution=300,
        brought_at=document.created_at,
    )
    assert "đối chiếu" in refusals(Action.RECORD, document, thu)


def test_a_number_taken_off_stays_in_the_book_with_the_reason(office, thu, lan, hung):
    document = signed(office)
    assert "lý do" in refusals(Action.VOID, document, thu)
    document = perform(Action.VOID, document, thu, reason="Sai thể thức.")
    assert (document.status, document.number, document.issued_on, document.verification_code) == (
        Status.DRAFT,
        None,
        None,
        None,
    )
    assert not document.signatures.exists()
    entry = document.register_entries.get()
    assert entry.state == EntryState.VOIDED
    assert "Sai thể thức" in entry.reason
    document = perform(Action.SUBMIT, document, lan)
    document = perform(Action.APPROVE, document, hung)
    document = perform(Action.NUMBER, document, thu, day=today())
    assert document.code == "02/KH-UBND"


def test_what_was_signed_and_then_changed_behind_the_back_is_not_issued(office, thu):
    document = signed(office)
    say_otherwise(document)
    assert "khác bản đã ký" in refusals(Action.ISSUE, document, thu)


def test_before_the_number_a_draft_is_withdrawn_or_cancelled(office, lan):
    document = perform(Action.WITHDRAW, submitted(office), lan)
    assert document.status == Status.DRAFT
    document = perform(Action.CANCEL, document, lan, reason="Gộp vào kế hoạch chung.")
    assert document.status == Status.CANCELLED
    assert "không hủy được" in refusals(Action.CANCEL, numbered(office), lan, reason="x").lower()


def test_a_replacement_puts_the_earlier_plan_out_of_force_when_it_is_issued(office, lan):
    old = issued(office)
    perform(Action.REPLACE, old, lan)
    new = old.later_relations.get(kind=RelationKind.REPLACES).later
    assert new.title == old.title
    taken_over, there = content_of(new), content_of(old)
    assert [block.printed for block in taken_over.blocks] == [block.printed for block in there.blocks]
    assert [mark.sentence for _, mark in taken_over.targets] == [mark.sentence for _, mark in there.targets]
    assert "01/KH-UBND" in new.citations.last().text
    assert old.status == Status.ISSUED
    new = issued(office, new)
    old.refresh_from_db()
    assert old.status == Status.REPLACED
    assert "số 02/KH-UBND" in old.events.last().reason
    assert old.issue.sha256


def test_two_replacements_of_one_plan_cannot_both_be_issued(office, lan):
    old = issued(office)
    perform(Action.REPLACE, old, lan)
    perform(Action.REPLACE, old, lan)
    first, second = (r.later for r in old.later_relations.order_by("pk"))
    second = signed(office, second)
    issued(office, first)
    assert "đã thay thế" in refusals(Action.ISSUE, second, office.thu)


def test_an_amendment_leaves_the_plan_in_force(office, lan):
    old = issued(office)
    perform(Action.AMEND, old, lan)
    new = old.later_relations.get().later
    assert new.title.startswith("Sửa đổi, bổ sung Kế hoạch số 01/KH-UBND ngày ")
    issued(office, says(new, "Sửa đổi mục II."))
    old.refresh_from_db()
    assert old.status == Status.ISSUED


def test_a_slip_of_form_is_corrected_by_an_official_letter(office, lan):
    old = issued(office)
    perform(Action.CORRECT, old, lan)
    letter = old.later_relations.get().later
    assert letter.kind == Kind.LETTER
    assert letter.title.startswith("đính chính Kế hoạch số 01/KH-UBND")
    assert letter.addressees == "UBND xã Tân Thành"


def test_a_plan_is_revoked_with_a_reason_and_can_name_the_act_that_does_it(office, hung):
    old, by = issued(office), issued(office)
    assert "lý do" in refusals(Action.REVOKE, old, hung)
    document = perform(Action.REVOKE, old, hung, reason="Trái thẩm quyền.", by=by)
    assert document.status == Status.REVOKED
    assert document.later_relations.get().later == by
    assert "không thu hồi được" in refusals(Action.REVOKE, document, hung, reason="Lần nữa.").lower()


def test_a_paper_from_before_the_system_comes_in_with_its_old_number(office, thu):
    document = carried_over(office)
    assert (document.status, document.code, document.number_year) == (Status.ISSUED, "10/KH-UBND", 2022)
    assert document.register_entries.get().carried_over
    said = refusals(Action.PROPOSE, an_old_paper(office), office.lan, number=10, day=date(2022, 6, 1))
    assert "đã thuộc về" in said


def test_what_anyone_sees_as_open_is_what_they_may_do(office, lan, hung, thu):
    document = submitted(office)
    assert [s.name for s in available(document, lan)] == [Action.WITHDRAW, Action.CANCEL]
    assert [s.name for s in available(document, hung)] == [Action.APPROVE, Action.SEND_BACK, Action.CANCEL]
    assert [s.name for s in available(document, thu)] == []
    assert [s.name for s in available(approved(office), thu)] == [Action.NUMBER, Action.RETURN_FOR_FORM]


def test_an_issued_plan_without_a_way_through_the_system_can_still_be_replaced(office, lan):
    old = an_issued_plan(office=office)
    assert perform(Action.REPLACE, old, lan).status == Status.ISSUED


def test_tomorrow_is_no_date_for_a_paper(office, thu):
    assert "chưa tới" in refusals(Action.NUMBER, approved(office), thu, day=today() + timedelta(days=1))


@pytest.mark.django_db(transaction=True)
def test_of_two_approvals_at_the_same_instant_one_wins_and_the_other_is_told(office, tmp_path):
    second = an_officer("vinh", "Nông Văn Vinh", office.committee, is_leader=True)
    document = submitted(office)
    told = run("tests.issuing.together", tmp_path, "approve", document.pk, "-", office.hung.pk, second.pk)
    assert sorted(answer == "done" for answer in told) == [False, True]
    assert any("văn bản đã duyệt" in answer for answer in told)


@pytest.mark.django_db(transaction=True)
def test_of_four_clerks_at_the_same_instant_one_gives_the_number(office, tmp_path):
    clerks = [an_officer(f"vt{n}", f"Văn thư {n}", office.committee, is_clerk=True) for n in range(4)]
    document = approved(office)
    told = run(
        "tests.issuing.together",
        tmp_path,
        "number",
        document.pk,
        today().isoformat(),
        *(c.pk for c in clerks),
    )
    assert sum(answer == "done" for answer in told) == 1
    assert sum("văn bản đã cấp số" in answer for answer in told) == 3
