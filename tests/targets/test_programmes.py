"""How a programme stands on a day, and what its indicators say of themselves."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from childlabour.units.models import PlaceLevel
from targets.catalogue.choices import EmptyTotal, EndReason, RollUp, WorkField, ZeroMeaning
from targets.catalogue.states import ProgrammeState
from targets.models import Indicator, LegalAct, ObjectiveGroup, Programme, Target
from tests.cast import a_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme_782(catalogue) -> Programme:
    return Programme.objects.get(act__number="782/QĐ-TTg")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2020, 12, 31), ProgrammeState.NOT_YET),
        (date(2021, 1, 1), ProgrammeState.RUNNING),
        (date(2025, 12, 31), ProgrammeState.RUNNING),
        (date(2026, 1, 1), ProgrammeState.ENDED),
    ],
)
def test_a_programme_runs_from_its_first_year_to_the_end_of_its_last(programme_782, day, state):
    assert programme_782.state_on(day) == state


def test_a_plan_of_2026_that_cites_782_cites_a_programme_that_ended(programme_782):
    cited = LegalAct.objects.find("Quyết định số 782/QĐ-TTg ngày 27/5/2021").get()
    day = date(2026, 11, 27)
    assert cited == programme_782.act
    assert not cited.is_valid_on(day)
    assert cited.end_reason == EndReason.PERIOD_OVER
    assert cited.state_in_words(day) == (
        "hết hiệu lực sau ngày 31/12/2025, hết giai đoạn, chưa có văn bản thay thế"
    )
    assert programme_782.state_on(day) == "hết giai đoạn, chưa có chương trình thay thế"


def test_a_plan_of_2025_cites_it_rightly(programme_782):
    assert programme_782.act.is_valid_on(date(2025, 12, 31))


def test_a_programme_is_replaced_from_the_first_year_of_the_next_and_not_before(programme_782):
    next_one = Programme.objects.create(
        code="lao-dong-tre-em-2027-2030", name="Chương trình sau", period_from=2027, period_to=2030
    )
    next_one.replaces = programme_782
    next_one.save()
    assert programme_782.state_on(date(2026, 12, 31)) == ProgrammeState.ENDED
    assert programme_782.state_on(date(2027, 1, 1)) == ProgrammeState.REPLACED


def test_a_programme_whose_decision_is_repealed_is_repealed_from_the_day_after(programme_782):
    act = programme_782.act
    act.valid_to, act.end_reason = date(2024, 6, 30), EndReason.REPEALED
    act.save()
    assert programme_782.state_on(date(2024, 6, 30)) == ProgrammeState.RUNNING
    assert programme_782.state_on(date(2024, 7, 1)) == ProgrammeState.REPEALED


def test_a_programme_may_be_entered_without_an_act(db):
    local = Programme.objects.create(code="tinh", name="Đề án của tỉnh", period_from=2026, period_to=2030)
    assert local.state_on(date(2026, 5, 1)) == ProgrammeState.RUNNING


def indicator(code: str) -> Indicator:
    return Indicator.objects.get(code=code, group__programme__act__number="782/QĐ-TTg")


class TestTheIndicatorsOf782:
    def test_stand_in_the_groups_of_the_decision(self, programme_782):
        groups = {group.code: group for group in programme_782.groups.all()}
        assert list(groups) == ["MT1", "MT2", "MT3", "DH2030"]
        codes = {
            code: list(group.indicators.values_list("code", flat=True)) for code, group in groups.items()
        }
        assert codes == {
            "MT1": ["1.1", "1.2", "1.3", "1.3a", "1.3b"],
            "MT2": ["2.1", "2.2", "2.3", "2.4", "2.5"],
            "MT3": ["3.1", "3.2", "3.3", "3.4", "3.5"],
            "DH2030": ["4.1"],
        }

    def test_no_notice_in_the_year_is_an_answer_and_no_child_in_the_commune_a_slip(self, catalogue):
        assert indicator("1.2").empty_total_means == EmptyTotal.NOTHING_AROSE
        assert indicator("4.1").empty_total_means == EmptyTotal.NOTHING_AROSE
        assert indicator("2.1").empty_total_means == EmptyTotal.NOBODY
        assert indicator("1.1").empty_total_means == EmptyTotal.ERROR

    def test_no_child_at_work_is_good_and_no_child_helped_is_not(self, catalogue):
        assert indicator("1.1").zero_means == ZeroMeaning.GOOD
        assert indicator("1.2").zero_means == ZeroMeaning.BAD

    def test_the_rate_is_of_those_from_5_to_17_by_sex_age_and_trade(self, catalogue):
        rate = indicator("1.1")
        assert (rate.age_from, rate.age_to) == (5, 17)
        assert rate.by_sex and rate.by_age_band and rate.by_branch

    def test_are_rolled_up_by_adding_both_sides_and_never_by_averaging(self, catalogue):
        assert set(Indicator.objects.values_list("roll_up", flat=True)) == {RollUp.RATIO}

    def test_businesses_are_counted_by_the_economic_office(self, catalogue):
        of_businesses = Indicator.objects.filter(held_by=WorkField.BUSINESS).values_list("code", flat=True)
        assert list(of_businesses) == ["2.4", "3.3", "3.4"]

    def test_training_of_province_staff_is_not_asked_of_a_commune(self, catalogue):
        not_of_communes = Indicator.objects.exclude(lowest_level=PlaceLevel.COMMUNE)
        assert [one.code for one in not_of_communes] == ["3.1"]

    def test_schooling_may_be_split_as_some_provinces_do(self, catalogue):
        assert [part.code for part in indicator("1.3").parts.all()] == ["1.3a", "1.3b"]

    def test_each_says_who_holds_its_figures_and_what_it_rests_on(self, catalogue):
        for one in Indicator.objects.select_related("basis"):
            assert one.held_by and one.data_source and one.basis.number == "782/QĐ-TTg", one.code


class TestAnIndicatorOfTheKeeper:
    @pytest.fixture
    def group(self, programme_782) -> ObjectiveGroup:
        return programme_782.groups.first()

    def test_of_a_share_says_what_the_whole_is(self, group):
        with pytest.raises(ValidationError) as refused:
            Indicator(group=group, code="9.1", name="Tỷ lệ gì đó").full_clean()
        assert "tổng số là gì" in refused.value.message_dict["denominator"][0]
        Indicator(group=group, code="9.1", name="Số buổi", unit="buổi", roll_up=RollUp.SUM).full_clean()

    def test_has_its_ages_in_order(self, group):
        fields = {"group": group, "code": "9.2", "name": "Tỷ lệ", "denominator": "trẻ em"}
        with pytest.raises(ValidationError) as refused:
            Indicator(**fields, age_from=17, age_to=5).full_clean()
        assert "age_to" in refused.value.message_dict

    def test_is_no_part_of_itself(self, catalogue):
        whole = indicator("1.3")
        whole.part_of = indicator("1.3a")
        with pytest.raises(ValidationError) as refused:
            whole.full_clean()
        assert "đứng dưới chính nó" in refused.value.message_dict["part_of"][0]


def test_a_code_that_papers_say_stays(office):
    """Versions, exports and what was issued call a group and an indicator by it."""
    a_plan(office=office, targets=1)
    target = Target.objects.get(group__isnull=False)
    group = target.group
    target.indicator = Indicator.objects.create(group=group, code="X.1", name="Số cha mẹ", roll_up="sum")
    target.save()
    for row, code in ((group, group.code), (target.indicator, "X.1")):
        row.name = "Tên khác"
        row.full_clean()
        row.code = "KHAC"
        with pytest.raises(ValidationError, match=f"ghi mã “{code}”: giữ nguyên"):
            row.full_clean()
    free = ObjectiveGroup.objects.create(programme=group.programme, code="MT9", name="Chưa ai dùng")
    free.code = "MT8"
    free.full_clean()
