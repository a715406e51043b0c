"""What a drafter lays before a leader, how it comes back, and what the clerk sees before a number is spent."""

from datetime import date, timedelta

import pytest

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.notices.models import Notice
from childlabour.units.models import Appointment, Unit
from plans.issuing.law_changes import tell_of_ended_law
from plans.issuing.register import ahead_of
from plans.issuing.workflow import perform
from plans.models import Action, Citation, Document, RegisterBook, RegisterEntry, Status
from plans.pages.desk import to_judge, waiting_for_me, waiting_for_others, whereabouts_of
from plans.pages.returned import returns_of
from targets.models import LegalAct
from tests.cast import Office, a_plan, an_issued_plan, an_officer, appoint
from tests.issuing.test_pages import do, page
from tests.issuing.way import an_old_paper, approved, numbered, proposed, submitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa(office: Office):
    return an_officer("hoa", "Nông Thị Hoa", office.committee, "Chủ tịch", is_leader=True)


def handling(document) -> str:
    return f"/van-ban/{document.pk}/xu-ly/"


class TestSubmitting:
    def test_everything_the_check_finds_stands_there_before_it_is_sent(self, client, office):
        document = a_plan(office=office)
        Document.objects.filter(pk=document.pk).update(signer="")
        client.force_login(office.lan)
        answer = client.get(handling(document))
        findings = answer.context["findings"]
        assert findings.stopping >= 1
        shown = answer.content.decode()
        assert "phải sửa thì mới trình được" in shown
        for finding, address in (*findings.shown, *findings.folded):
            assert finding.message.split("“")[0] in shown
            assert address.startswith(f"/ban-lam-viec/van-ban/{document.pk}/")
        with pytest.raises(Refusal) as refused:
            perform(Action.SUBMIT, document, office.lan)
        assert findings.stopping == len(refused.value.problems), "one table for what is shown and refused"

    def test_the_usual_leader_is_chosen_the_note_goes_along_and_the_leader_reads_it(
        self, client, office, hoa
    ):
        document = a_plan(office=office)
        client.force_login(office.lan)
        assert (
            client.get(handling(document)).context["choices"][0]["form"].fields["leader"].initial
            == office.hung
        ), "who signs it"
        do(client, document, "submit", leader=hoa.pk, note="Đã bỏ mục 3 theo ý kiến của Sở.")
        submission = document.submissions.get()
        assert (submission.leader, submission.note) == (hoa, "Đã bỏ mục 3 theo ý kiến của Sở.")
        client.force_login(hoa)
        assert "Đã bỏ mục 3 theo ý kiến của Sở." in page(client, handling(document))
        assert "Đã bỏ mục 3 theo ý kiến của Sở." in page(client, "/ban-lam-viec/")
        assert document.events.get().reason == "Đã bỏ mục 3 theo ý kiến của Sở."

    def test_nothing_is_laid_before_one_who_leads_nothing_here(self, client, office):
        document = a_plan(office=office)
        with pytest.raises(Refusal, match="không phải là lãnh đạo của UBND huyện Hữu Lũng"):
            perform(Action.SUBMIT, document, office.lan, leader=office.thu)
        client.force_login(office.lan)
        do(client, document, "submit", status=422, leader=office.thu.pk)

    def test_who_drafts_and_leads_lays_it_before_another_one(self, office, hoa):
        appoint(hoa, office.labour, "Trưởng phòng", is_drafter=True)
        document = a_plan(office=office)
        with pytest.raises(Refusal, match=f"không tự duyệt: trình {office.hung}"):
            perform(Action.SUBMIT, document, hoa, leader=hoa)
        perform(Action.SUBMIT, document, hoa)
        assert document not in waiting_for_me(hoa), "she may not say yes to it"
        assert document in waiting_for_me(office.hung)

    def test_a_childs_name_in_the_note_is_asked_about(self, office):
        with pytest.raises(Refusal, match="lời trình"):
            perform(
                Action.SUBMIT,
                a_plan(office=office),
                office.lan,
                note="Cháu Nguyễn Văn An, sinh ngày 02/3/2015.",
            )


class TestJudgingSeveralInARow:
    def test_yes_leads_to_the_next_and_the_last_one_home(self, client, office):
        first, second = submitted(office), submitted(office)
        client.force_login(office.hung)
        assert "Duyệt và sang văn bản tiếp" in page(client, handling(first))
        answer = client.post(
            f"{handling(first)}approve/", {"seen": first.submissions.get().pk, "onward": "1"}
        )
        assert answer["Location"] == handling(second)
        assert "sang văn bản tiếp" not in page(client, handling(second)), "it is the last"
        answer = client.post(
            f"{handling(second)}send_back/", {"reason": "Thiếu kinh phí.", "onward": "1"}, follow=True
        )
        assert "Không còn văn bản nào chờ anh/chị duyệt." in answer.content.decode()
        assert list(to_judge(office.hung)) == []

    def test_without_it_the_page_stays(self, client, office):
        first, _ = submitted(office), submitted(office)
        client.force_login(office.hung)
        answer = client.post(f"{handling(first)}approve/", {"seen": first.submissions.get().pk})
        assert answer["Location"] == handling(first)


class TestTheClerk:
    def test_returns_for_form_and_no_number_is_spent(self, client, office):
        document = approved(office)
        client.force_login(office.thu)
        do(client, document, "return_for_form", status=422, reason="")
        do(client, document, "return_for_form", reason="Sai thể thức ngày tháng.")
        assert document.status == Status.DRAFT
        assert not RegisterEntry.objects.exists()
        assert (
            returns_of([document])[document.pk].words
            == f"Bị trả lại: Sai thể thức ngày tháng ({office.thu})."
        )
        assert Notice.objects.of(office.lan).first().words.endswith("Sai thể thức ngày tháng.")

    def test_sees_the_next_number_and_takes_exactly_that(self, client, office):
        numbered(office)
        document = approved(office)
        client.force_login(office.thu)
        assert "Số tiếp theo: 02/KH-UBND" in page(client, handling(document))
        do(client, document, "number", day=today().isoformat())
        assert document.code == "02/KH-UBND"

    def test_looking_ahead_opens_no_book(self, client, office):
        document = approved(office)
        client.force_login(office.thu)
        shown = page(client, handling(document))
        assert "Số tiếp theo: 01/KH-UBND" in shown
        assert "Không thấy gì vướng" in shown
        assert not RegisterBook.objects.exists()

    def test_every_objection_stands_there_first_an_ended_office_too(self, client, office):
        document = approved(office)
        Unit.objects.filter(pk=document.unit_id).update(valid_to=today() - timedelta(days=1), symbol="")
        Document.objects.filter(pk=document.pk).update(signer="")
        client.force_login(office.thu)
        objections = client.get(handling(document)).context["ahead"]["objections"]
        assert any("người ký" in words for words in objections)
        assert any("nằm ngoài thời gian hoạt động" in words for words in objections)
        assert any("chưa có ký hiệu" in words for words in objections)

    def test_the_number_ahead_is_that_of_the_series_for_its_kind(self, office):
        office.committee.number_series.create(name="riêng", kinds="KH")
        first = numbered(office)
        ahead = ahead_of(approved(office), today())
        assert (first.series, ahead.series, ahead.number) == ("riêng", "riêng", 2)


class TestCancelledAndOpenedAgain:
    def test_it_comes_back_as_a_draft_with_its_whole_history(self, client, office):
        document = perform(Action.CANCEL, submitted(office), office.hung, reason="Không làm nữa.")
        assert "hủy Kế hoạch năm 2023: Không làm nữa." in Notice.objects.of(office.lan).first().words
        client.force_login(office.lan)
        shown = page(client, "/ban-lam-viec/van-ban/?state=cancelled")
        assert f"{handling(document)}reopen/" in shown
        answer = client.post(f"{handling(document)}reopen/")
        assert answer["Location"] == f"/ban-lam-viec/van-ban/{document.pk}/"
        document.refresh_from_db()
        assert document.status == Status.DRAFT
        assert [event.action for event in document.events.all()] == ["submit", "cancel", "reopen"]
        assert document in waiting_for_me(office.lan)

    def test_only_those_who_may_write_or_lead_open_it(self, client, office):
        document = perform(Action.CANCEL, a_plan(office=office), office.lan, reason="Nhầm.")
        client.force_login(office.thu)
        assert "reopen/" not in page(client, "/ban-lam-viec/van-ban/?state=cancelled")
        do(client, document, "reopen", status=422)
        client.force_login(office.mai)
        do(client, document, "reopen", status=404)

    def test_an_old_paper_comes_back_without_its_proposed_number(self, office):
        document = perform(Action.CANCEL, proposed(office), office.lan, reason="Nhầm.")
        document = perform(Action.REOPEN, document, office.lan)
        assert (document.status, document.number) == (Status.DRAFT, None)

    def test_what_was_cancelled_with_its_number_stays_cancelled(self, office):
        document = a_plan(office=office)
        facts = {"number": 7, "number_year": 2023, "issued_on": "2023-06-01"}
        Document.objects.filter(pk=document.pk).update(status=Status.CANCELLED, **facts)
        with pytest.raises(Refusal, match="không mở lại được"):
            perform(Action.REOPEN, document, office.lan)


class TestWhoHoldsIt:
    @pytest.mark.parametrize(
        ("state", "where"),
        [
            ("submitted", "Ở chỗ Vi Văn Hùng từ hôm nay"),
            ("approved", "Ở chỗ Lê Thị Thu từ hôm nay"),
            ("numbered", "Ở chỗ Vi Văn Hùng từ hôm nay"),
            ("proposed", "Ở chỗ Vi Văn Hùng, Lê Thị Thu từ hôm nay"),
        ],
    )
    def test_who_and_since_when(self, office, state, where):
        ways = {"submitted": submitted, "approved": approved, "numbered": numbered, "proposed": proposed}
        document = ways[state](office)
        assert whereabouts_of([document])[document.pk].words == where

    def test_days_are_counted(self, office):
        document = submitted(office)
        for days, said in (
            (1, "hôm qua"),
            (3, "3 ngày trước"),
            (400, str((today() - timedelta(days=400)).year)),
        ):
            event = document.events.get()
            type(event).objects.update(at=event.at - timedelta(days=days))
            assert said in whereabouts_of([document])[document.pk].words
            type(event).objects.update(at=event.at)

    def test_where_nobody_can_go_on_it_says_whom_to_tell(self, office):
        document = approved(office)
        Appointment.objects.filter(officer=office.thu).delete()
        assert whereabouts_of([document])[document.pk].words == (
            "UBND huyện Hữu Lũng chưa có văn thư: báo người quản trị hệ thống."
        )

    def test_a_number_waits_for_the_hand_of_its_signer_and_for_the_clerk_who_brings_it_there(
        self, office, hoa
    ):
        document = numbered(office)
        assert document in waiting_for_me(office.hung)
        assert document in waiting_for_me(office.thu)
        assert document not in waiting_for_me(hoa)
        assert document in waiting_for_others(hoa)

    def test_each_unfinished_document_is_mine_or_anothers_and_never_both(self, office, hoa):
        made = {
            submitted(office),
            approved(office),
            numbered(office),
            a_plan(office=office),
            an_old_paper(office),
        }
        for officer in (office.lan, office.hung, office.thu, hoa, office.son):
            mine, others = set(waiting_for_me(officer)), set(waiting_for_others(officer))
            assert mine | others == made
            assert not mine & others


class TestGroundsThatFall:
    def test_writers_of_drafts_that_rest_on_a_revoked_document_are_told(self, office):
        upper = an_issued_plan(office=office, frozen=False)
        citing, below = a_plan(office=office, title="Trích dẫn"), a_plan(office.other_committee, parent=upper)
        Citation.objects.create(document=citing, text=str(upper), cited_document=upper)
        a_plan(office=office, title="Không liên quan")
        perform(Action.REVOKE, upper, office.hung, reason="Trái thẩm quyền.")
        said = f"Kế hoạch số {upper.code} đã bị thu hồi: xem lại căn cứ của kế hoạch năm 2023."
        told = Notice.objects.filter(words=said)
        assert {(notice.officer, notice.address) for notice in told} == {
            (office.lan, handling(citing)),
            (office.mai, handling(below)),
        }

    def test_an_act_of_the_catalogue_that_has_ended_is_told_once(self, office):
        law = {"type": "decision", "number": "782/QĐ-TTg", "issued_on": date(2021, 5, 27)}
        act = LegalAct.objects.create(issuer="Thủ tướng Chính phủ", title="phê duyệt Chương trình", **law)
        a_plan(office=office)  # it rests on this decision
        tell_of_ended_law()
        assert not Notice.objects.exists(), "it is in force"
        LegalAct.objects.filter(pk=act.pk).update(valid_to=date(2025, 12, 31), end_reason="period")
        for _ in range(2):
            tell_of_ended_law()
        assert Notice.objects.of(office.lan).get().words == (
            "Căn cứ Quyết định 782/QĐ-TTg hết hiệu lực sau ngày 31/12/2025: xem lại Kế hoạch năm 2023."
        )
