"""The hour of the office, wherever the server keeps its own."""

from datetime import UTC, datetime

from childlabour.core.clock import day_and_hour


def test_an_instant_is_said_in_the_hour_of_vietnam():
    assert day_and_hour(datetime(2026, 12, 31, 17, 5, tzinfo=UTC)) == "01/01/2027, 00:05"
