"""Working days as an office counts them: the first day of a term never counts, a term never ends on a day off."""

from datetime import date, timedelta

import pytest

from childlabour.core.workdays import WorkingCalendar, statutory_days_off

PLAIN = WorkingCalendar()
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 3, day) for day in (6, 7, 8, 9))
# As at New Year 2026: Thursday a feast, Friday swapped for a Saturday a week later.
NEW_YEAR = WorkingCalendar(days_off={date(2026, 1, 1), date(2026, 1, 2)}, days_worked={date(2026, 1, 10)})


def test_a_plain_week_runs_from_monday_to_friday():
    week = [MONDAY + timedelta(days=ahead) for ahead in range(7)]
    assert [PLAIN.is_working_day(day) for day in week] == [True] * 5 + [False] * 2


def test_a_day_off_is_none_and_a_saturday_worked_instead_is_one():
    assert not NEW_YEAR.is_working_day(date(2026, 1, 1))
    assert not NEW_YEAR.is_working_day(date(2026, 1, 2))
    assert NEW_YEAR.is_working_day(date(2026, 1, 10))
    assert not NEW_YEAR.is_working_day(date(2026, 1, 11))


@pytest.mark.parametrize(
    ("day", "working_days", "last"),
    [
        (FRIDAY, 0, FRIDAY),
        (FRIDAY, 1, MONDAY),
        (SATURDAY, 1, MONDAY),
        (SUNDAY, 2, date(2026, 3, 10)),
        (MONDAY, 5, date(2026, 3, 16)),
    ],
)
def test_the_day_itself_never_counts(day, working_days, last):
    assert PLAIN.after(day, working_days) == last


def test_two_working_days_before_a_monday_is_the_thursday():
    assert PLAIN.before(MONDAY, 2) == date(2026, 3, 5)


def test_a_term_over_the_swapped_days_ends_with_the_saturday_that_is_worked():
    assert NEW_YEAR.after(date(2025, 12, 31), 6) == date(2026, 1, 10)
    assert NEW_YEAR.before(date(2026, 1, 12), 1) == date(2026, 1, 10)


def test_a_term_that_ends_on_a_day_off_ends_with_the_next_working_day():
    assert PLAIN.on_or_after(SATURDAY) == MONDAY
    assert PLAIN.on_or_after(MONDAY) == MONDAY
    assert NEW_YEAR.on_or_after(date(2026, 1, 1)) == date(2026, 1, 5)
    assert NEW_YEAR.on_or_after(date(2026, 1, 10)) == date(2026, 1, 10)


def test_what_must_be_there_by_a_day_off_must_be_there_the_working_day_before():
    assert PLAIN.on_or_before(SUNDAY) == FRIDAY
    assert NEW_YEAR.on_or_before(date(2026, 1, 2)) == date(2025, 12, 31)
    assert PLAIN.on_or_before(FRIDAY) == FRIDAY


def test_days_left_are_counted_as_terms_are():
    start = date(2025, 12, 29)
    for ahead in range(1, 12):
        assert NEW_YEAR.between(start, NEW_YEAR.after(start, ahead)) == ahead
    assert NEW_YEAR.between(start, start) == 0


def test_when_the_last_day_is_over_no_day_is_left():
    assert PLAIN.between(MONDAY, FRIDAY) == 0


def test_a_negative_number_of_days_is_refused_in_words():
    with pytest.raises(ValueError, match="không được âm"):
        PLAIN.after(FRIDAY, -1)


def test_the_law_gives_a_day_more_since_the_culture_day():
    assert [statutory_days_off(year) for year in (2025, 2026, 2027)] == [11, 12, 12]


def test_a_year_is_whole_when_every_day_off_that_the_law_gives_is_entered():
    eleven = {date(2025, 3, day) for day in range(10, 15)} | {date(2025, 3, day) for day in range(17, 22)}
    eleven |= {date(2025, 3, 24)}
    assert WorkingCalendar(days_off=eleven).is_whole(2025)
    assert not WorkingCalendar(days_off=eleven - {date(2025, 3, 24)}).is_whole(2025)
    assert not WorkingCalendar(days_off=eleven, days_worked={date(2025, 3, 29)}).is_whole(2025)
    assert not WorkingCalendar(days_off=eleven).is_whole(2026)
