"""Bà Hoa leads with ông Hùng. She goes on leave and says who acts at the desk meanwhile."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from childlabour.core.steps import Act
from childlabour.core.vietnamese import short_date
from childlabour.notices.models import Notice
from childlabour.units.models import Appointment, Delegation, Role
from plans.issuing.guards import leader_signs_himself
from plans.issuing.standing_in import hand_over, take_back
from plans.issuing.steps import DOCUMENTS
from plans.issuing.workflow import perform
from plans.law.roles import roles_towards
from plans.models import Action, Document
from plans.pages.desk import waiting_for_me, whereabouts_of
from tests.cast import Office, a_plan, an_officer, appoint
from tests.issuing.way import numbered

pytestmark = pytest.mark.django_db

TOMORROW = today() + timedelta(days=1)
NEXT_WEEK = today() + timedelta(days=7)


@pytest.fixture
def hoa(office: Office):
    """Chairwoman."""
    return an_officer("hoa", "Nông Thị Hoa", office.committee, "Chủ tịch", is_leader=True)


@pytest.fixture
def huong(office: Office):
    """Head of the committee's own office: no leader by herself."""
    return an_officer("huong", "Bế Thị Hương", office.committee, "Chánh Văn phòng", is_drafter=True)


def away(leader, stand_in, office, first=None, last=None) -> Delegation:
    return hand_over(leader, office.committee, stand_in, first or today(), last or NEXT_WEEK)


def seen_again(officer):
    """As the next request sees the officer."""
    return type(officer).objects.get(pk=officer.pk)


def laid_before(leader, office, **said) -> Document:
    return perform(Action.SUBMIT, a_plan(office=office), office.lan, leader=leader, **said)


def why_not(call, *args) -> list[str]:
    with pytest.raises(Refusal) as refused:
        call(*args)
    return [problem.message for problem in refused.value.problems]


class TestTheRight:
    def test_who_stands_in_may_lead_at_the_desk_on_those_days_alone(self, office, hoa, huong):
        assert Role.LEADER not in roles_towards(huong, office.committee.pk)
        delegation = away(hoa, huong, office)
        assert Role.LEADER in roles_towards(seen_again(huong), office.committee.pk)
        Delegation.objects.update(first_day=today() - timedelta(days=9), last_day=today() - timedelta(days=1))
        assert Role.LEADER not in roles_towards(seen_again(huong), office.committee.pk)
        Delegation.objects.update(first_day=TOMORROW, last_day=NEXT_WEEK)
        assert Role.LEADER not in roles_towards(seen_again(huong), office.committee.pk)
        Delegation.objects.update(first_day=today())
        take_back(delegation, hoa)
        assert Role.LEADER not in roles_towards(seen_again(huong), office.committee.pk)

    @pytest.mark.parametrize("who", ["hoa", "huong"])
    def test_it_ends_when_either_serves_there_no_more(self, office, hoa, huong, who):
        away(hoa, huong, office)
        Appointment.objects.filter(officer__username=who).update(valid_to=today() - timedelta(days=1))
        assert Role.LEADER not in roles_towards(seen_again(huong), office.committee.pk)

    def test_it_ends_when_she_leads_no_more_though_she_serves_there_still(self, office, hoa, huong):
        away(hoa, huong, office)
        Appointment.objects.filter(officer=hoa).update(is_leader=False)
        assert Role.LEADER not in roles_towards(seen_again(huong), office.committee.pk)

    def test_it_opens_no_other_unit(self, office, hoa, huong):
        away(hoa, huong, office)
        for unit in (office.labour, office.police, office.other_committee):
            assert Role.LEADER not in roles_towards(seen_again(huong), unit.pk)

    def test_the_act_is_written_down_in_whose_place(self, office, hoa, huong):
        document = laid_before(hoa, office)
        away(hoa, huong, office)
        document = perform(Action.APPROVE, document, seen_again(huong))
        approval = document.events.get(action=Action.APPROVE)
        assert (approval.officer_name, approval.in_place_of) == (str(huong), str(hoa))
        assert document.signer == "Vi Văn Hùng", "what is printed stays the signer's own"
        said = f"{huong} (thay {hoa}) đã duyệt Kế hoạch năm 2023; văn thư cấp số."
        assert Notice.objects.of(office.thu).first().words == said
        assert Notice.objects.of(hoa).first().words == f"{huong} đã duyệt thay anh/chị: Kế hoạch năm 2023."

    def test_a_leader_who_stands_in_for_another_acts_in_that_place_where_it_was_laid_before_her(
        self, office, hoa
    ):
        away(hoa, office.hung, office)
        hung = seen_again(office.hung)
        hers = perform(Action.APPROVE, laid_before(hoa, office), hung)
        his = perform(Action.APPROVE, laid_before(office.hung, office), hung)
        assert hers.events.last().in_place_of == str(hoa)
        assert his.events.last().in_place_of == ""

    def test_nobody_signs_with_a_key_in_anothers_place(self, office, hoa, huong):
        document = numbered(office)
        Document.objects.filter(pk=document.pk).update(signer=str(hoa))
        away(hoa, huong, office)
        document.refresh_from_db()
        act = Act(DOCUMENTS, DOCUMENTS[Action.SIGN], document, huong, {}, document.status)
        (no,) = leader_signs_himself(act)
        assert no.message == "Văn bản ghi người ký là Nông Thị Hoa: chỉ người này ký số được."
        assert document not in waiting_for_me(seen_again(huong))

    def test_a_clerk_who_stands_in_does_what_is_hers_in_her_own_name(self, office, hoa):
        document = perform(Action.APPROVE, laid_before(office.hung, office), office.hung)
        away(hoa, office.thu, office)
        document = perform(Action.NUMBER, document, seen_again(office.thu), day=today())
        assert document.events.get(action=Action.NUMBER).in_place_of == ""


class TestWhoMayHandOverWhatToWhom:
    def test_only_a_leader_by_appointment(self, office, hoa, huong):
        away(hoa, huong, office)
        said = why_not(hand_over, seen_again(huong), office.committee, office.thu, today(), NEXT_WEEK)
        assert said[0] == "Chỉ lãnh đạo của UBND huyện Hữu Lũng giao được người thay."

    def test_only_to_somebody_of_the_same_agency(self, office, hoa):
        assert "không công tác tại" in why_not(away, hoa, office.lan, office)[0]

    def test_not_to_herself_not_for_days_gone_by_not_backwards_all_said_at_once(self, office, hoa):
        yesterday = today() - timedelta(days=1)
        said = why_not(hand_over, hoa, office.committee, hoa, yesterday, yesterday - timedelta(days=1))
        assert len(said) == 3

    def test_one_stand_in_a_day(self, office, hoa, huong):
        away(hoa, huong, office, first=TOMORROW)
        assert "Đã giao" in why_not(away, hoa, office.thu, office)[0]
        assert away(hoa, office.thu, office, first=today(), last=today())

    def test_not_to_one_who_is_away_on_those_days(self, office, hoa, huong):
        away(office.hung, huong, office)
        assert "cũng nghỉ" in why_not(away, hoa, office.hung, office)[0]

    def test_the_same_days_in_another_unit_are_another_thing(self, office, hoa, huong):
        appoint(hoa, office.labour, "Trưởng phòng", is_leader=True)
        away(hoa, huong, office)
        assert hand_over(seen_again(hoa), office.labour, office.lan, today(), NEXT_WEEK)

    def test_only_she_takes_it_back_and_only_once(self, office, hoa, huong):
        delegation = away(hoa, huong, office)
        assert why_not(take_back, delegation, huong) == ["Chỉ người đã giao mới thôi giao được."]
        take_back(delegation, hoa)
        assert "đã hết" in why_not(take_back, delegation, hoa)[0]

    @pytest.mark.parametrize(
        "wrong",
        [
            {"stand_in": "hoa"},
            {"first_day": NEXT_WEEK, "last_day": today()},
            {"first_day": today()},  # twice from the same day
        ],
    )
    def test_the_database_refuses_it_too(self, office, hoa, huong, wrong):
        away(hoa, huong, office)
        who = {"hoa": hoa}
        row = {
            "leader": hoa,
            "stand_in": who.get(wrong.pop("stand_in", ""), huong),
            "unit": office.committee,
            "first_day": TOMORROW,
            "last_day": NEXT_WEEK,
            "made_at": now(),
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            Delegation.objects.create(**row | wrong)

    def test_both_hear_of_it_on_their_desks(self, office, hoa, huong, client):
        delegation = away(hoa, huong, office)
        assert Notice.objects.of(huong).get().words.startswith(f"{hoa} giao anh/chị xử lý thay")
        for officer, words in ((hoa, "xử lý thay anh/chị"), (huong, f"xử lý thay {hoa}")):
            client.force_login(officer)
            assert words in client.get(reverse("desk:home")).content.decode()
        take_back(delegation, hoa)
        assert "thôi giao" in Notice.objects.of(huong).first().words


class TestOnThePage:
    def test_she_hands_over_and_takes_back(self, client, office, hoa, huong):
        client.force_login(hoa)
        page = reverse("desk:leave")
        days = {"first_day": today().isoformat(), "last_day": NEXT_WEEK.isoformat()}
        asked = {"unit": office.committee.pk, "stand_in": huong.pk} | days
        assert client.post(page, asked).status_code == 302
        delegation = Delegation.objects.get()
        assert str(huong) in client.get(page).content.decode()
        again = client.post(page, asked)
        assert again.status_code == 422
        assert "Đã giao" in again.content.decode()
        client.post(reverse("desk:back_again", args=[delegation.pk]))
        delegation.refresh_from_db()
        assert delegation.revoked_at

    def test_who_leads_nothing_is_told_so(self, client, office):
        client.force_login(office.thu)
        page = client.get(reverse("desk:leave"))
        assert "Lãnh đạo đơn vị giao người thay" in page.content.decode()
        assert client.post(reverse("desk:leave"), {}).status_code == 422


class TestWhereItWaits:
    def test_what_is_laid_before_her_waits_for_her_and_for_who_stands_in(self, office, hoa, huong):
        document = laid_before(hoa, office)
        away(hoa, huong, office)
        assert document in waiting_for_me(seen_again(huong))
        assert document in waiting_for_me(seen_again(hoa))
        assert document not in waiting_for_me(office.hung), "it was laid before her"
        assert whereabouts_of([document])[document.pk].words == (
            f"Ở chỗ Nông Thị Hoa (nghỉ đến hết {short_date(NEXT_WEEK)}, Bế Thị Hương thay) từ hôm nay"
        )

    def test_once_she_leads_no_more_it_waits_for_whoever_does(self, office, hoa):
        document = laid_before(hoa, office)
        assert document not in waiting_for_me(office.hung)
        Appointment.objects.filter(officer=hoa).update(is_leader=False)
        assert document in waiting_for_me(seen_again(office.hung))
        assert whereabouts_of([document])[document.pk].holders == (str(office.hung),)

    def test_the_one_who_stands_in_is_told_too_and_the_others_are_not(self, office, hoa, huong):
        away(hoa, huong, office)
        laid_before(hoa, office, note="Cần gấp.")
        said = f"{office.lan} trình Kế hoạch năm 2023: Cần gấp."
        assert Notice.objects.of(hoa).get().words == said
        assert Notice.objects.of(huong).first().words == said
        assert not Notice.objects.of(office.hung).exists()
