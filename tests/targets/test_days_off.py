"""The days off of 2025, 2026 and 2027 as the notices named them, and terms that run across them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from targets.catalogue.choices import DayKind
from targets.models import CalendarDay

pytestmark = pytest.mark.django_db


@pytest.fixture
def calendar(catalogue):
    return CalendarDay.objects.calendar()


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_every_day_off_of_the_year_is_known(calendar, year):
    assert calendar.is_whole(year)


def test_a_year_that_nobody_has_announced_is_not_known(calendar):
    assert not calendar.is_whole(2028)


@pytest.mark.parametrize(
    ("last_before", "first_after"),
    [
        (date(2025, 1, 24), date(2025, 2, 3)),  # nine days of Tết Ất Tỵ
        (date(2026, 2, 13), date(2026, 2, 23)),  # nine days of Tết Bính Ngọ
        (date(2027, 2, 3), date(2027, 2, 11)),  # seven days of Tết Đinh Mùi
    ],
)
def test_across_tet_the_next_working_day_comes_after_the_feast(calendar, last_before, first_after):
    assert calendar.is_working_day(last_before)
    assert calendar.after(last_before, 1) == first_after
    assert calendar.before(first_after, 1) == last_before


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ],
)
def test_a_swapped_day_is_off_and_its_saturday_is_worked(calendar, off, worked):
    assert not calendar.is_working_day(off)
    assert calendar.is_working_day(worked)
    assert CalendarDay.objects.get(day=worked).name.startswith("Làm bù")


def test_hung_kings_on_a_sunday_gives_the_monday(calendar):
    assert date(2026, 4, 26).strftime("%a") == "Sun"
    assert calendar.on_or_after(date(2026, 4, 25)) == date(2026, 4, 28)


def test_culture_day_is_off_since_2026(calendar):
    assert calendar.is_working_day(date(2025, 11, 24))
    assert not calendar.is_working_day(date(2026, 11, 24))


def test_a_report_due_two_working_days_after_the_close_of_the_year(calendar):
    assert calendar.after(date(2026, 12, 14), 2) == date(2026, 12, 16)


def test_a_report_due_five_working_days_before_tet_is_asked_for_in_time(calendar):
    assert calendar.before(date(2027, 2, 3), 5) == date(2027, 1, 27)


def test_a_sunday_is_no_day_off_to_enter_and_a_monday_no_day_to_make_up(db):
    with pytest.raises(ValidationError) as refused:
        CalendarDay(day=date(2026, 4, 26), kind=DayKind.OFF, name="Giỗ Tổ Hùng Vương").full_clean()
    assert "ngày nghỉ bù thay cho nó" in refused.value.message_dict["kind"][0]
    with pytest.raises(ValidationError) as refused:
        CalendarDay(day=date(2026, 4, 27), kind=DayKind.WORKED, name="Làm bù").full_clean()
    assert "ngày làm việc sẵn rồi" in refused.value.message_dict["kind"][0]
