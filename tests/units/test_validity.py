"""What is true from one day to another is true on both of them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from childlabour.units.models import Place, SigningCapacity, Unit

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2021, 7, 1), date(2025, 6, 30)
A_DAY = timedelta(days=1)


def lasting(office, first: date | None, last: date | None) -> list:
    """A place, an office and a right to sign of the same time."""
    time = {"valid_from": first, "valid_to": last}
    place = Place.objects.create(level="commune", name="xã Hòa Sơn", **time)
    unit = Unit.objects.create(name="UBND xã Hòa Sơn", place=place, **time)
    return [
        place,
        unit,
        SigningCapacity.objects.create(unit=unit, lines="CHỦ TỊCH", signer="Lò Văn Páo", **time),
    ]


@pytest.mark.parametrize(
    ("first", "last", "day", "is_valid"),
    [
        (FIRST, LAST, FIRST - A_DAY, False),
        (FIRST, LAST, FIRST, True),
        (FIRST, LAST, LAST, True),
        (FIRST, LAST, LAST + A_DAY, False),
        (FIRST, FIRST, FIRST, True),
        (None, LAST, date(1945, 9, 2), True),
        (None, LAST, LAST + A_DAY, False),
        (FIRST, None, date(2199, 12, 31), True),
        (FIRST, None, FIRST - A_DAY, False),
        (None, None, FIRST, True),
    ],
)
def test_both_ends_count_and_an_open_end_never_comes(office, first, last, day, is_valid):
    for row in lasting(office, first, last):
        assert row.is_valid_on(day) == is_valid, row
        assert type(row).objects.valid_on(day).filter(pk=row.pk).exists() == is_valid, row


def test_what_ends_before_it_begins_is_refused_with_both_days(office):
    for row in (Place(level="commune", name="xã Mới"), Unit(name="Ban mới", place=office.commune)):
        row.valid_from, row.valid_to = LAST, FIRST
        with pytest.raises(ValidationError) as refused:
            row.full_clean()
        (said,) = refused.value.message_dict["valid_to"]
        assert "1/7/2021" in said and "30/6/2025" in said


def test_communes_of_a_plan_are_those_of_the_day_it_begins(office):
    """A district's plan of 2025 is carried out by the communes of 1 January, though they end in June."""
    from_july = Place.objects.create(
        level="commune", name="xã Tân Thành", parent=office.district, valid_from=LAST + A_DAY
    )
    Unit.objects.create(name="UBND xã mới", place=from_july, function="committee", valid_from=LAST + A_DAY)
    Unit.objects.filter(pk=office.people_of_tan_thanh.pk).update(valid_to=LAST)
    committees = Unit.objects.within(office.district).commune_committees()
    assert list(committees.valid_on(date(2025, 1, 1))) == [office.people_of_tan_thanh]
    assert list(committees.valid_on(LAST)) == [office.people_of_tan_thanh]
    assert [str(unit) for unit in committees.valid_on(LAST + A_DAY)] == ["UBND xã mới"]
