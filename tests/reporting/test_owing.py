"""Who owes which figures follows from what was issued."""

from datetime import date

import pytest

from childlabour.core.errors import Refusal
from childlabour.units.models import Unit
from plans.models import Delivery, Document, Status
from plans.reporting.owing import owed_by, owing_of
from targets.models import Indicator, Target
from tests.measuring.answers import a_period, a_regime

from .world import HELPED, a_plan_promising

pytestmark = pytest.mark.django_db


def test_every_commune_owes_what_is_measured_and_nobody_what_is_words_alone(district):
    owing = owing_of(district.plan, district.period)
    assert set(owing.units) == set(district.communes)
    assert [metric.code for metric in owing.metrics] == [
        "1.2",
        f"CT-{district.informed.pk}",
        f"CT-{district.clubs.pk}",
    ]
    assert len(owing.targets) == 4
    assert all(len(units) == 3 for units in owing.owed.values())


def test_a_commune_sees_the_same_from_its_side(district):
    theirs = owed_by(district.tan_thanh, district.period)
    assert [m.key for m in theirs] == [m.key for m in owing_of(district.plan, district.period).metrics]


def test_what_two_plans_ask_of_a_commune_is_answered_once(district):
    own = a_plan_promising(district.office, district.tan_thanh, HELPED, parent=district.plan)
    target = Target.objects.get(block__document=own)
    Target.objects.filter(pk=target.pk).update(indicator=district.helped.indicator)
    (helped, *_) = owed_by(district.tan_thanh, district.period)
    assert {one.pk for one in helped.targets} == {district.helped.pk, target.pk}


def test_a_commune_answers_for_its_own_plan_itself(district):
    own = a_plan_promising(district.office, district.tan_thanh, HELPED, parent=district.plan)
    owing = owing_of(own, district.period)
    assert owing.units == (district.tan_thanh,)


def test_a_plan_of_their_own_does_not_make_one_commune_the_only_one(district):
    a_plan_promising(district.office, district.tan_thanh, HELPED, parent=district.plan)
    assert len(owing_of(district.plan, district.period).units) == 3


def test_who_lies_inside_another_carrier_is_not_counted_twice(district, office):
    office.committee.superior = None
    province = a_committee_of(office.province)
    type(office.committee).objects.filter(pk=office.committee.pk).update(superior=province)
    above = a_plan_promising(office, province, HELPED)
    for unit in (office.committee, district.tan_thanh):
        Delivery.objects.create(document=above, unit=unit, channel="desk")
    above.recipients.all().delete()
    assert owing_of(above, district.period).units == (office.committee,)


def a_committee_of(place):
    return Unit.objects.create(name=f"Ủy ban nhân dân {place.name}", place=place, function="committee")


def test_what_the_catalogue_asks_of_higher_offices_alone_is_owed_by_the_issuer(district):
    Indicator.objects.update(lowest_level="province")
    owing = owing_of(district.plan, district.period)
    assert owing.owed[f"i{district.helped.indicator_id}"] == (district.office.committee.pk,)
    assert district.office.committee in owing.units


def test_a_commune_that_has_ended_owes_nothing_afterwards(district):
    last = district.communes[2]
    type(last).objects.filter(pk=last.pk).update(valid_to=date(2023, 6, 30))
    assert last not in owing_of(district.plan, district.period).units
    half = a_period("2023H1", a_regime("6-thang", frequency="half"))
    assert last in owing_of(district.plan, half).units


@pytest.mark.parametrize(
    "change", [{"status": Status.DRAFT, "number": None}, {"period_from": 2020, "period_to": 2022}]
)
def test_a_draft_and_another_year_ask_for_nothing(district, change):
    Document.objects.filter(pk=district.plan.pk).update(**change)
    plan = Document.objects.select_related("unit__place").get(pk=district.plan.pk)
    with pytest.raises(Refusal):
        owing_of(plan, district.period)
    assert owed_by(district.tan_thanh, district.period) == ()


def test_an_outlook_is_a_promise_of_its_years_too(district):
    plan = district.plan
    Document.objects.filter(pk=plan.pk).update(period_from=2021, period_to=2022, orientation_year=2030)
    plan.refresh_from_db()
    assert owing_of(plan, district.period).metrics


def test_it_costs_the_same_however_many_plans_and_units(district, django_assert_num_queries):
    with django_assert_num_queries(8):
        assert owed_by(district.tan_thanh, district.period)
    for _ in range(3):
        a_plan_promising(district.office, district.office.committee, HELPED)
    with django_assert_num_queries(8):
        assert owed_by(district.tan_thanh, district.period)
