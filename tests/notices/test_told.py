"""Nobody has to look for news: whoever must act next is told, in the transaction of the act."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.core.steps import Act
from childlabour.notices.models import Notice
from childlabour.units.models import Appointment, Unit
from plans.delivery.sending import deliver
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing.steps import DOCUMENTS
from plans.issuing.told import whom_it_concerns
from plans.issuing.workflow import perform
from plans.models import Action, Assignment, Document, Recipient
from tests.cast import a_plan, an_issued_plan, an_officer
from tests.issuing.way import an_old_paper, approved, carried_over, issued, numbered, signed, submitted
from tests.units.reform import a_unit_after, hand_on

pytestmark = pytest.mark.django_db


def told(officer) -> list[str]:
    return list(Notice.objects.of(officer).order_by("pk").values_list("words", flat=True))


def unseen(officer) -> int:
    officer.refresh_from_db()
    count: int = officer.unseen_notices
    return count


class TestFromDraftToIssue:
    def test_the_leader_hears_of_what_is_submitted_and_the_writer_does_not(self, office):
        submitted(office)
        assert told(office.hung) == [f"{office.lan} trình Kế hoạch năm 2023."]
        assert (unseen(office.hung), unseen(office.lan), unseen(office.thu)) == (1, 0, 0)

    def test_what_is_returned_comes_back_to_its_writer_with_the_reason(self, office):
        document = submitted(office)
        perform(Action.SEND_BACK, document, office.hung, reason="Thiếu kinh phí.")
        assert told(office.lan) == [f"{office.hung} trả lại Kế hoạch năm 2023: Thiếu kinh phí."]

    def test_the_clerk_hears_that_a_number_is_wanted(self, office):
        approved(office)
        assert told(office.thu) == [f"{office.hung} đã duyệt Kế hoạch năm 2023; văn thư cấp số."]

    def test_the_leader_hears_that_it_waits_for_his_hand(self, office):
        document = numbered(office)
        assert told(office.hung)[-1] == f"Kế hoạch số {document.code} đã có số, chờ ký."

    def test_at_issue_units_that_were_given_work_hear_how_much_it_is(self, office):
        document = issued(office)
        given = Assignment.objects.filter(
            task__block__document=document, unit=office.people_of_tan_thanh
        ).count()
        assert given
        assert told(office.pao) == [
            f"UBND huyện Hữu Lũng giao {given} nhiệm vụ theo kế hoạch số {document.code}."
        ]
        assert told(office.lan)[-1] == f"Kế hoạch số {document.code} đã ban hành."

    def test_when_it_is_revoked_they_hear_that_too(self, office):
        document = issued(office)
        perform(Action.REVOKE, document, office.hung, reason="Trái thẩm quyền.")
        assert told(office.pao)[-1] == f"Kế hoạch số {document.code} của UBND huyện Hữu Lũng đã bị thu hồi."

        assert told(office.lan)[-1] == f"Kế hoạch số {document.code} đã bị thu hồi."

    def test_a_unit_that_only_received_it_hears_that_it_is_revoked(self, office):
        document = issued(office, a_plan(office=office, tasks=0))
        assert told(office.pao) == [f"Nhận kế hoạch số {document.code} của UBND huyện Hữu Lũng."]
        perform(Action.REVOKE, document, office.hung, reason="Trái thẩm quyền.")
        assert told(office.pao)[-1] == f"Kế hoạch số {document.code} của UBND huyện Hữu Lũng đã bị thu hồi."

    def test_for_a_unit_that_has_ended_whoever_took_its_place_is_told(self, office):
        document = signed(office)
        new = a_unit_after(office.people_of_tan_thanh, "Ủy ban nhân dân xã Tân Thành mới")
        hand_on(office.people_of_tan_thanh, new)
        ha = an_officer("ha", "Lý Thị Hà", new, is_responder=True)
        perform(Action.ISSUE, document, office.thu)
        assert ["giao" in words for words in told(ha)] == [True]

    def test_a_paper_signed_by_hand_is_sealed_already(self, office):
        document = signed(office)
        assert told(office.lan)[-1] == f"Kế hoạch số {document.code} đã ký, đóng dấu, chờ ban hành."

    def test_a_writer_who_drafts_for_the_unit_no_more_hears_no_more_of_it(self, office):
        document = submitted(office)
        hoa = an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)
        Appointment.objects.filter(officer=office.lan).update(is_drafter=False)
        perform(Action.SEND_BACK, document, office.hung, reason="Thiếu kinh phí.")
        assert told(office.lan) == []
        assert told(hoa) == [f"{office.hung} trả lại Kế hoạch năm 2023: Thiếu kinh phí."]

    def test_a_paper_of_old_times_gives_no_work_when_it_is_entered(self, office):
        document = carried_over(office)
        assert told(office.pao) == []
        assert told(office.lan)[-1] == f"Kế hoạch số {document.code} đã nhập vào hệ thống."

    @pytest.mark.parametrize("communes", [2, 60])
    def test_to_tell_many_units_costs_the_same_queries_as_few(self, office, communes):
        document = a_plan(office=office, tasks=0)
        for number in range(communes):
            unit = Unit.objects.create(name=f"Ủy ban nhân dân xã {number}", place=office.commune)
            an_officer(f"xa-{number}", f"Cán bộ xã {number}", unit, is_responder=True)
            Recipient.objects.create(document=document, unit=unit, text=str(unit), order=number + 10)
        act = Act(DOCUMENTS, DOCUMENTS[Action.ISSUE], document, office.thu, {}, document.status)
        with CaptureQueriesContext(connection) as queries:
            deliver(document)
            whom_it_concerns(act)
        assert Notice.objects.filter(words__startswith="Nhận ").count() == communes + 1
        assert len(queries) <= 20

    def test_a_paper_of_old_times_waits_for_a_second_person_who_is_told(self, office):
        document = an_old_paper(office)
        perform(Action.PROPOSE, document, office.lan, number=12, day=today().replace(year=2022))
        assert any("đối chiếu với bản quét" in words for words in told(office.thu))

    def test_an_act_that_is_refused_tells_nobody(self, office):
        document = a_plan(office=office, title="")
        with pytest.raises(Refusal):
            perform(Action.SUBMIT, document, office.lan)
        assert not Notice.objects.exists()

    def test_what_is_rolled_back_was_never_told(self, office):
        document = a_plan(office=office)
        with pytest.raises(RuntimeError), transaction.atomic():
            perform(Action.SUBMIT, document, office.lan)
            raise RuntimeError("the power fails")
        assert not Notice.objects.exists()
        assert unseen(office.hung) == 0

    def test_whoever_has_left_is_not_told(self, office):
        office.hung.is_active = False
        office.hung.save()
        submitted(office)
        assert told(office.hung) == []


class TestAnswersToTasks:
    @pytest.fixture
    def given(self, office) -> Assignment:
        document: Document = an_issued_plan(frozen=False)
        return Assignment.objects.filter(task__block__document=document, unit=office.people_of_tan_thanh)[0]

    def test_the_issuer_hears_of_a_report_and_the_unit_of_the_answer(self, office, given):
        ASSIGNMENTS.perform(Move.FINISH, given, office.pao, text="Đã làm xong.")
        assert told(office.lan) == [f"UBND xã Tân Thành báo cáo hoàn thành, chờ duyệt: {given.task}"]
        ASSIGNMENTS.perform(Move.SEND_BACK, given, office.lan, text="Thiếu số liệu.")
        assert told(office.pao) == [f"UBND huyện Hữu Lũng yêu cầu làm lại “{given.task}”: Thiếu số liệu."]
        ASSIGNMENTS.perform(Move.FINISH, given, office.pao, text="Đã bổ sung.")
        ASSIGNMENTS.perform(Move.ACCEPT, given, office.lan)
        assert told(office.pao)[-1] == f"UBND huyện Hữu Lũng chấp nhận kết quả: {given.task}"
