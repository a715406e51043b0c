"""Sent, returned with a reason, accepted, locked; a correction is a version of its own."""

from datetime import date, timedelta
from itertools import product

import pytest

from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from childlabour.notices.models import Notice
from childlabour.units.models import Role
from plans.reporting.owing import owed_by
from plans.reporting.periods import close_period, due_on, open_period, reopen_period
from plans.reporting.replying import filing_of, standing_figures, tell_apart, type_in
from plans.reporting.results import carried_up, results_of
from plans.reporting.steps import FILINGS, FilingStep
from targets.measuring.models import Figure, FigureStanding, FilingEvent, FilingState
from targets.reckoning.replies import Reply
from tests.laws.test_rights import an_officer_who_is
from tests.measuring.answers import NOTHING, a_period, a_regime, answered, of

pytestmark = pytest.mark.django_db


@pytest.fixture
def filing(district):
    return filing_of(district.period, district.tan_thanh)


@pytest.fixture
def metrics(district):
    return owed_by(district.tan_thanh, district.period)


def send(filing, metrics, officer, *replies):
    told = {metric.key: reply for metric, reply in zip(metrics, replies, strict=False)}
    return FILINGS.perform(FilingStep.SEND, filing, officer, replies=told, metrics=metrics)


def standings(filing) -> list[str]:
    return list(Figure.objects.filter(filing=filing).order_by("pk").values_list("standing", flat=True))


def test_what_is_typed_is_nobodys_yet(district, filing, metrics):
    assert type_in(filing, metrics, {metrics[0].key: of(3, 4)}, district.office.pao) == 1
    assert standings(filing) == [FigureStanding.TYPED]
    assert all(r.rolled.reported == 0 for r in results_of(district.plan, district.period, sent=True))


def test_typed_again_it_is_still_one_version_and_emptied_it_is_gone(district, filing, metrics):
    for reply in (of(3, 4), of(4, 4), of(4, 4)):
        type_in(filing, metrics, {metrics[0].key: reply}, district.office.pao)
    assert Figure.objects.get().numerator == 4
    type_in(filing, metrics, {metrics[0].key: Reply()}, district.office.pao)
    assert not Figure.objects.exists()


def test_sent_it_counts_as_sent_and_accepted_for_everybody(district, filing, metrics):
    send(filing, metrics, district.office.pao, of(3, 4), of(60, 100))
    (helped, informed, *_) = results_of(district.plan, district.period, sent=True)
    assert (helped.rolled.numerator, helped.rolled.reported, helped.met) == (3, 1, False)
    assert results_of(district.plan, district.period)[0].rolled.reported == 0
    row = FILINGS.perform(FilingStep.ACCEPT, filing, district.office.lan)
    assert row.state == FilingState.ACCEPTED
    (helped, informed, *_) = results_of(district.plan, district.period)
    assert (informed.value, informed.met) == (60, True)


def test_one_figure_returned_says_why_and_the_rest_is_accepted(district, filing, metrics):
    send(filing, metrics, district.office.pao, of(3, 4), of(60, 100))
    FILINGS.perform(
        FilingStep.RETURN, filing, district.office.lan, keys=(metrics[0].key,), text="Thiếu thôn Làng Bên."
    )
    row = FILINGS.perform(FilingStep.ACCEPT, filing, district.office.lan)
    assert row.state == FilingState.RETURNED
    returned = standing_figures(filing)[metrics[0].key]
    assert (returned.standing, returned.reason) == (FigureStanding.RETURNED, "Thiếu thôn Làng Bên.")
    assert Notice.objects.filter(officer=district.office.pao, words__contains="Thiếu thôn").exists()
    send(filing, metrics, district.office.pao, of(4, 5))
    assert standings(filing) == [FigureStanding.PAST, FigureStanding.ACCEPTED, FigureStanding.SENT]


def test_nothing_is_returned_without_a_reason_nor_named_after_a_child(district, filing, metrics):
    send(filing, metrics, district.office.pao, of(3, 4))
    with pytest.raises(Refusal, match="Ghi lý do"):
        FILINGS.perform(FilingStep.RETURN, filing, district.office.lan)
    with pytest.raises(Refusal, match="giống tên của một trẻ em"):
        FILINGS.perform(FilingStep.RETURN, filing, district.office.lan, text="Xem lại cháu Vàng A Súa.")


def test_a_note_typed_before_is_asked_about_when_it_is_sent(district, filing, metrics):
    type_in(filing, metrics, {metrics[0].key: of(3, 4, note="Cháu Vàng A Súa bỏ học.")}, district.office.pao)
    with pytest.raises(Refusal, match="giống tên của một trẻ em"):
        FILINGS.perform(FilingStep.SEND, filing, district.office.pao)


def test_what_is_accepted_is_locked_until_it_is_opened_and_counts_until_the_next_is(
    district, filing, metrics
):
    send(filing, metrics, district.office.pao, of(3, 4))
    FILINGS.perform(FilingStep.ACCEPT, filing, district.office.lan)
    with pytest.raises(Refusal, match="đã khóa"):
        type_in(filing, metrics, {metrics[0].key: of(4, 4)}, district.office.pao)
    FILINGS.perform(FilingStep.UNLOCK, filing, district.office.lan, keys=(metrics[0].key,), text="Sót.")
    send(filing, metrics, district.office.pao, of(4, 4))
    assert results_of(district.plan, district.period)[0].rolled.numerator == 3
    assert results_of(district.plan, district.period, sent=True)[0].rolled.numerator == 4
    FILINGS.perform(FilingStep.ACCEPT, filing, district.office.lan)
    assert results_of(district.plan, district.period)[0].rolled.numerator == 4
    assert [f.version for f in Figure.objects.order_by("version")] == [1, 2]
    assert standings(filing) == [FigureStanding.PAST, FigureStanding.ACCEPTED]


def test_a_version_never_takes_the_number_of_one_before(district, filing, metrics):
    key = metrics[0].key
    send(filing, metrics, district.office.pao, of(3, 4))
    send(filing, metrics, district.office.pao, of(2, 4))
    FILINGS.perform(FilingStep.RETURN, filing, district.office.lan, text="Sai.")
    type_in(filing, metrics, {key: of(1, 4)}, district.office.pao)
    type_in(filing, metrics, {key: Reply()}, district.office.pao)
    type_in(filing, metrics, {key: of(4, 4)}, district.office.pao)
    assert Figure.objects.get(standing=FigureStanding.TYPED).version == 3


def test_nothing_arose_is_an_answer_and_not_a_zero(district, filing, metrics):
    send(filing, metrics, district.office.pao, NOTHING)
    answered(district.period, district.communes[1], district.helped, of(0, 5))
    FILINGS.perform(FilingStep.ACCEPT, filing, district.office.lan)
    helped = results_of(district.plan, district.period)[0]
    assert (helped.rolled.reported, helped.rolled.counted, helped.rolled.owed) == (2, 1, 3)
    assert (helped.rolled.numerator, helped.rolled.denominator, helped.met) == (0, 5, False)


def test_where_nothing_arose_anywhere_there_is_nothing_to_judge(district):
    for unit in district.communes:
        answered(district.period, unit, district.helped, NOTHING)
    helped = results_of(district.plan, district.period)[0]
    assert (helped.rolled.state, helped.value, helped.met) == ("nothing_arose", None, None)


def test_an_estimate_below_is_an_estimate_above(district):
    answered(district.period, district.communes[0], district.informed, of(30, 50))
    assert not results_of(district.plan, district.period)[1].rolled.is_estimate
    answered(district.period, district.communes[1], district.informed, of(900, 1000, is_estimate=True))
    informed = results_of(district.plan, district.period)[1]
    assert informed.rolled.is_estimate
    assert str(informed.value).startswith("88.571428")  # 930/1050: no average of 60 and 90


def test_the_district_takes_the_sum_of_what_it_accepted(district):
    answered(district.period, district.communes[0], district.helped, of(3, 4, is_estimate=True))
    answered(district.period, district.communes[1], district.helped, of(5, 6))
    own = filing_of(district.period, district.office.committee)
    taken = carried_up(own, owed_by(district.tan_thanh, district.period))
    (reply,) = taken.values()
    assert (reply.numerator, reply.denominator, reply.is_estimate) == (8, 10, True)
    assert reply.note == "Cộng từ 2/3 đơn vị cấp dưới."


@pytest.mark.parametrize("role", Role)
def test_each_step_is_open_to_exactly_these(district, filing, metrics, role):
    type_in(filing, metrics, {metrics[0].key: of(3, 4)}, district.office.pao)
    office = district.office
    below = "responder drafter leader"
    rights = {
        FilingStep.SEND: ("reporting", below),
        FilingStep.ACCEPT: ("above", "drafter leader"),
        FilingStep.RETURN: ("above", "drafter leader"),
        FilingStep.UNLOCK: ("above", "drafter leader"),
        FilingStep.ALLOW_LATE: ("above", "drafter leader"),
    }
    sides = {"reporting": district.tan_thanh, "above": office.committee, "": office.other_committee}
    for side, step in product(sides, FilingStep):
        opened = {one.name for one in FILINGS.open_to(an_officer_who_is(role, sides[side]), filing)}
        expected = rights[step][0] == side and role.value in rights[step][1].split()
        assert (step in opened) == expected, f"{role} {side or 'elsewhere'} {step}"


class TestThePeriod:
    def test_opened_again_it_is_the_same(self, district):
        again, is_new = open_period(district.period.regime, "2023")
        assert (again, is_new) == (district.period, False)
        assert FilingEvent.objects.filter(what="opened").count() == 1

    def test_of_another_frequency_it_is_refused(self, district):
        with pytest.raises(Refusal, match="không phải kỳ của chế độ này"):
            open_period(district.period.regime, "2023Q1")

    def test_closed_it_takes_nothing_but_from_who_was_allowed(self, district, filing, metrics):
        close_period(district.period, district.office.son)
        filing.refresh_from_db()
        with pytest.raises(Refusal, match="đã đóng"):
            send(filing, metrics, district.office.pao, of(3, 4))
        with pytest.raises(Refusal, match="Ghi lý do cho gửi muộn"):
            FILINGS.perform(FilingStep.ALLOW_LATE, filing, district.office.lan, until=today())
        with pytest.raises(Refusal, match="đã qua"):
            FILINGS.perform(
                FilingStep.ALLOW_LATE,
                filing,
                district.office.lan,
                until=today() - timedelta(days=1),
                text="Lũ.",
            )
        FILINGS.perform(FilingStep.ALLOW_LATE, filing, district.office.lan, until=today(), text="Lũ.")
        assert send(filing, metrics, district.office.pao, of(3, 4)).state == FilingState.SENT

    def test_it_is_opened_again_with_a_reason_by_the_keeper_alone(self, district):
        with pytest.raises(Refusal, match="người quản trị"):
            close_period(district.period, district.office.lan)
        close_period(district.period, district.office.son)
        with pytest.raises(Refusal, match="mở lại kỳ, ghi lý do"):
            open_period(district.period.regime, "2023")
        with pytest.raises(Refusal, match="Ghi lý do"):
            reopen_period(district.period, district.office.son, " ")
        reopen_period(district.period, district.office.son, "Bổ sung.")
        assert open_period(district.period.regime, "2023")[0].is_open

    def test_each_level_has_its_own_last_day_in_working_days(self, district):
        regime = a_regime("rieng", commune_days=2, district_days=4)
        period = a_period("2023", regime)
        assert period.last_day == date(2023, 12, 14)  # a Thursday
        assert due_on(period, district.tan_thanh) == date(2023, 12, 18)
        assert due_on(period, district.office.committee) == date(2023, 12, 20)


def test_when_it_was_sent_first_is_remembered(district, filing, metrics):
    first = send(filing, metrics, district.office.pao, of(3, 4)).first_sent_at
    again = send(filing, metrics, district.office.pao, of(4, 4))
    assert again.first_sent_at == first <= again.sent_at <= now()


class TestAFigureToldApart:
    @pytest.fixture
    def figure(self, district, filing, metrics):
        type(district.helped.indicator).objects.update(by_sex=True)
        type_in(filing, metrics, {metrics[0].key: of(5, 8)}, district.office.pao)
        return Figure.objects.get()

    def test_its_parts_make_up_the_whole(self, figure):
        tell_apart(figure, {"sex:f": 3, "sex:m": 2}, "BB 12/2023")
        assert dict(figure.parts.values_list("part", "numerator")) == {"sex:f": 3, "sex:m": 2}
        for parts, said in (({"sex:f": 3, "sex:m": 1}, "khác số đạt 5"), ({"sex:f": 6}, "lớn hơn số đạt 5")):
            with pytest.raises(Refusal, match=said):
                tell_apart(figure, parts, "")
        tell_apart(figure, {"sex:f": 3}, "")

    def test_they_stay_as_long_as_the_number_does(self, district, figure, filing, metrics):
        tell_apart(figure, {"sex:f": 3, "sex:m": 2}, "BB 12/2023")
        type_in(filing, metrics, {metrics[0].key: of(5, 9)}, district.office.pao)
        assert (Figure.objects.get().parts.count(), Figure.objects.get().evidence) == (2, "BB 12/2023")
        type_in(filing, metrics, {metrics[0].key: of(6, 9)}, district.office.pao)
        assert Figure.objects.get().parts.count() == 0

    def test_what_was_sent_is_not_told_apart_any_more(self, district, figure, filing):
        FILINGS.perform(FilingStep.SEND, filing, district.office.pao)
        with pytest.raises(Refusal, match="đã gửi"):
            tell_apart(figure, {"sex:f": 3}, "")
