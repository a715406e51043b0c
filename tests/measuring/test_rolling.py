"""Σ over Σ with its coverage, in one grouped query; the sum of parts is the sum of all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.reporting.owing import owing_of
from targets.catalogue.choices import RollUp
from targets.measuring.models import Figure, FigureStanding
from targets.measuring.rolling import figures_of, rolled_over, rolled_up
from targets.models import Indicator
from targets.reckoning.replies import FigureState, Reply
from tests.measuring.answers import NOTHING, a_period, answered, of
from tests.reporting.world import a_district

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(office):
    return a_district(office)


@pytest.fixture
def owing(district):
    return owing_of(district.plan, district.period)


def rolled(district, owing, **how):
    return rolled_up(district.period, owing.metrics, owing.owed, **how)


def test_it_is_one_query_however_many_units_and_metrics(district, owing, django_assert_num_queries):
    for unit in district.communes:
        for target in (district.helped, district.informed):
            answered(district.period, unit, target, of(3, 4))
    with django_assert_num_queries(1):
        found = rolled(district, owing)
    assert [(one.numerator, one.denominator) for one in found.values()] == [(9, 12), (9, 12), (None, None)]
    with django_assert_num_queries(1):
        rolled(district, owing, sent=True)


def test_each_kind_of_answer_is_counted_for_itself(district, owing):
    answered(district.period, district.communes[0], district.helped, of(0, 4))
    answered(district.period, district.communes[1], district.helped, NOTHING)
    why = Reply(FigureState.NOT_COLLECTED.value, note="Lũ.")
    answered(district.period, district.communes[2], district.helped, why)
    found = rolled(district, owing)[f"i{district.helped.indicator_id}"]
    assert (found.owed, found.reported, found.counted) == (3, 3, 1)
    assert (found.nothing_arose, found.not_collected, found.state) == (1, 1, "figure")


def test_what_others_answered_elsewhere_is_not_taken_along(district, owing):
    answered(district.period, district.office.other_committee, district.helped, of(3, 4))
    assert rolled(district, owing)[f"i{district.helped.indicator_id}"].reported == 0
    assert not figures_of([district.period], owing.metrics, owing.owed).exists()


def test_what_cannot_be_added_up_is_not(district):
    Indicator.objects.update(roll_up=RollUp.NONE)
    owing = owing_of(district.plan, district.period)
    answered(district.period, district.communes[0], district.helped, of(3, 4))
    assert rolled(district, owing)[f"i{district.helped.indicator_id}"].numerator == 3
    answered(district.period, district.communes[1], district.helped, of(3, 4))
    assert rolled(district, owing)[f"i{district.helped.indicator_id}"].numerator is None


def test_periods_are_kept_apart_in_the_same_query(district, owing, django_assert_num_queries):
    before = a_period("2022")
    answered(before, district.communes[0], district.informed, of(1, 4))
    answered(district.period, district.communes[0], district.informed, of(3, 4))
    with django_assert_num_queries(1):
        found = rolled_over([before, district.period], owing.metrics, owing.owed)
    key = f"t{district.informed.pk}"
    assert [found[period.pk][key].numerator for period in (before, district.period)] == [1, 3]


answers = st.tuples(
    st.integers(0, 500), st.integers(1, 500), st.sampled_from([FigureStanding.ACCEPTED, FigureStanding.SENT])
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.none() | answers, min_size=3, max_size=3))
def test_sums_are_those_of_the_rows(district, owing, given_by):
    Figure.objects.all().delete()
    for unit, one in zip(district.communes, given_by, strict=True):
        if one:
            answered(district.period, unit, district.informed, of(min(one[:2]), max(one[:2])), one[2])
    key = f"t{district.informed.pk}"
    for sent in (False, True):
        counted = [one for one in given_by if one and (sent or one[2] == FigureStanding.ACCEPTED)]
        found = rolled(district, owing, sent=sent)[key]
        assert found.reported == len(counted)
        assert (found.numerator or 0) == sum(min(one[:2]) for one in counted)
        assert (found.denominator or 0) == sum(max(one[:2]) for one in counted)
