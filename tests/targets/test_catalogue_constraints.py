"""What the database itself refuses in the catalogue, whoever writes: each constraint by its name."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from targets.models import (
    ActRelation,
    CalendarDay,
    Indicator,
    LegalAct,
    ObjectiveGroup,
    Parameter,
    Programme,
    Seed,
)

pytestmark = pytest.mark.django_db

DAY, DAY_BEFORE = date(2030, 1, 2), date(2030, 1, 1)


def act(number: str = "12/2030/NĐ-CP", **fields) -> LegalAct:
    known = {"type": "decree", "issuer": "Chính phủ", "title": "Về một việc", "issued_on": DAY}
    return LegalAct.objects.create(number=number, **(known | fields))


def act_spelled_in_two_ways():
    act("12/2030/NĐ-CP")
    act("12/2030/ND - CP")


def act_of_an_unknown_day_twice():
    act(issued_on=None)
    act(issued_on=None)


def relation(later: LegalAct, earlier: LegalAct) -> ActRelation:
    return ActRelation.objects.create(later=later, earlier=earlier, kind="amends")


def relation_twice():
    later, earlier = act("1/2030/NĐ-CP"), act("2/2030/NĐ-CP")
    relation(later, earlier)
    relation(later, earlier)


def relation_with_itself():
    one = act()
    relation(one, one)


def amount(**fields) -> Parameter:
    return Parameter.objects.create(**({"code": "muc", "name": "Mức", "value": 1, "unit": "đồng"} | fields))


def amount_twice_since_ever():
    amount()
    amount()


def amount_twice_from_a_day():
    amount(valid_from=DAY)
    amount(valid_from=DAY)


def programme(**fields) -> Programme:
    known = {"code": "ct", "name": "Chương trình", "period_from": 2026, "period_to": 2030}
    return Programme.objects.create(**(known | fields))


def group_twice():
    above = programme()
    for _ in range(2):
        ObjectiveGroup.objects.create(programme=above, code="MT1", name="Mục tiêu")


def indicator(**fields) -> Indicator:
    group, _ = ObjectiveGroup.objects.get_or_create(programme=programme(), code="MT1", name="Mục tiêu")
    return Indicator.objects.create(group=group, code="1.1", name="Tỷ lệ", **fields)


def indicator_twice():
    Indicator.objects.create(group=indicator().group, code="1.1", name="Tỷ lệ khác")


REFUSED: tuple[tuple[str, Callable], ...] = (
    ("targets_act_number_once_a_day", act_spelled_in_two_ways),
    ("targets_act_number_once_a_day", act_of_an_unknown_day_twice),
    ("targets_act_end_has_its_reason", lambda: act(valid_to=DAY)),
    ("targets_act_end_has_its_reason", lambda: act(end_reason="repealed")),
    (
        "targets_legalact_valid_in_order",
        lambda: act(valid_from=DAY, valid_to=DAY_BEFORE, end_reason="repealed"),
    ),
    ("targets_act_relation_once", relation_twice),
    ("targets_act_relation_of_two_acts", relation_with_itself),
    ("targets_parameter_once_a_day", amount_twice_since_ever),
    ("targets_parameter_once_a_day", amount_twice_from_a_day),
    ("targets_parameter_valid_in_order", lambda: amount(valid_from=DAY, valid_to=DAY_BEFORE)),
    ("targets_programme_period_in_order", lambda: programme(period_from=2030, period_to=2026)),
    ("targets_programme_years_plausible", lambda: programme(period_from=1800)),
    ("targets_group_code_once", group_twice),
    ("targets_indicator_code_once", indicator_twice),
    ("targets_indicator_ages_in_order", lambda: indicator(age_from=17, age_to=5)),
)


@pytest.mark.parametrize(("name", "write"), REFUSED)
def test_the_database_refuses(name, write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_every_constraint_of_the_catalogue_is_tried():
    tables = (LegalAct, ActRelation, Parameter, CalendarDay, Programme, ObjectiveGroup, Indicator, Seed)
    named = {constraint.name for table in tables for constraint in table._meta.constraints}
    assert named == {name for name, _ in REFUSED}


def test_what_only_looks_alike_is_let_in():
    act("12/2030/NĐ-CP")
    act("12/2030/NĐ-CP", issued_on=DAY_BEFORE)  # numbers begin anew each year
    amount(valid_from=DAY)
    amount(valid_from=DAY_BEFORE)
    indicator(age_from=5, age_to=5)
    act("13/2030/NĐ-CP", valid_from=DAY, valid_to=DAY, end_reason="repealed")


def test_a_day_and_a_seed_are_entered_once():
    CalendarDay.objects.create(day=DAY, name="Nghỉ")
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarDay.objects.create(day=DAY, kind="worked", name="Làm bù")
    Seed.objects.create(key="mục", row=1, values={})
    with pytest.raises(IntegrityError), transaction.atomic():
        Seed.objects.create(key="mục", row=2, values={})
