"""A period is its code, its words and its days."""

from datetime import date

import pytest

from childlabour.core.errors import Refusal
from targets.catalogue.choices import CutOff, Frequency
from targets.reckoning.periods import PeriodCode


@pytest.mark.parametrize(
    ("code", "words", "first", "last"),
    [
        ("202406", "tháng 6 năm 2024", date(2024, 5, 15), date(2024, 6, 14)),
        ("202401", "tháng 1 năm 2024", date(2023, 12, 15), date(2024, 1, 14)),
        ("2024Q1", "quý I năm 2024", date(2023, 12, 15), date(2024, 3, 14)),
        ("2024Q2", "quý II năm 2024", date(2024, 3, 15), date(2024, 6, 14)),
        ("2024Q4", "quý IV năm 2024", date(2024, 9, 15), date(2024, 12, 14)),
        ("2024H1", "6 tháng đầu năm 2024", date(2023, 12, 15), date(2024, 6, 14)),
        ("2024H2", "6 tháng cuối năm 2024", date(2024, 6, 15), date(2024, 12, 14)),
        ("2024", "năm 2024", date(2023, 12, 15), date(2024, 12, 14)),
    ],
)
def test_by_the_general_rule_a_period_runs_from_the_15th_to_the_14th(code, words, first, last):
    read = PeriodCode.read(code)
    assert (str(read), read.words, read.days(CutOff.GENERAL)) == (code, words, (first, last))


def test_by_the_calendar_it_runs_from_the_first_day_to_the_last():
    assert PeriodCode.read("202402").days(CutOff.CALENDAR) == (date(2024, 2, 1), date(2024, 2, 29))
    assert PeriodCode.read("2024Q4").days(CutOff.CALENDAR) == (date(2024, 10, 1), date(2024, 12, 31))
    assert PeriodCode.read("2024").days(CutOff.CALENDAR) == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_code_is_read_however_it_is_typed():
    assert PeriodCode.read(" 2024q2 ") == PeriodCode(2024, Frequency.QUARTER, 2)


@pytest.mark.parametrize(
    "code",
    ["", "24", "2024Q5", "2024Q0", "2024H3", "202413", "202400", "2024-06", "20246", "năm 2024", "9999"],
)
def test_what_is_no_code_is_told_how_codes_are_written(code):
    with pytest.raises(Refusal, match="Viết 202406 cho tháng"):
        PeriodCode.read(code)


@pytest.mark.parametrize(
    ("code", "before", "a_year_before"),
    [
        ("202401", "202312", "202301"),
        ("2024Q1", "2023Q4", "2023Q1"),
        ("2024Q3", "2024Q2", "2023Q3"),
        ("2024H1", "2023H2", "2023H1"),
        ("2024", "2023", "2023"),
    ],
)
def test_the_period_before_and_the_one_a_year_ago(code, before, a_year_before):
    read = PeriodCode.read(code)
    assert (str(read.before), str(read.a_year_before)) == (before, a_year_before)


@pytest.mark.parametrize("frequency", Frequency)
def test_periods_follow_each_other_without_a_gap(frequency):
    period = PeriodCode(2025, frequency, 1)
    for rule in CutOff:
        assert (period.days(rule)[0] - period.before.days(rule)[1]).days == 1
