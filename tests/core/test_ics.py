"""Whole days as other programs read them (RFC 5545)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from childlabour.core.ics import LINE, DayEntry, written

AT = datetime(2026, 11, 28, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def lines_of(*entries: DayEntry) -> list[str]:
    """As a reader sees them: folded lines put together again."""
    whole = written("Nhiệm vụ", entries, AT).decode()
    assert whole.endswith("\r\n") and "\n" not in whole.replace("\r\n", "")
    return whole.replace("\r\n ", "").splitlines()


def test_a_day_is_an_entry_without_hours():
    lines = lines_of(DayEntry("nhiem-vu-1@huulung.example", date(2026, 12, 31), "Hạn: rà soát trẻ em"))
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DTSTAMP:20261128T003000Z" in lines
    assert "SUMMARY:Hạn: rà soát trẻ em" in lines


def test_no_line_is_longer_than_the_standard_allows_and_no_letter_is_torn():
    entry = DayEntry("x", date(2026, 1, 1), "Lập danh sách các hộ gia đình có trẻ em nguy cơ " * 9)
    for line in written("Lịch", [entry], AT).split(b"\r\n"):
        assert len(line) <= LINE
        line.decode()
    assert f"SUMMARY:{entry.summary}" in lines_of(entry)


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("a; b, c", "a\\; b\\, c"),
        ("a\\n", "a\\\\n"),
        ("hai\r\ndòng", "hai\\ndòng"),
        ("x\r\nEND:VEVENT\r\nBEGIN:VALARM", "x\\nEND:VEVENT\\nBEGIN:VALARM"),
        ("y\x00\x1b\u202e\u2028z", "y\\nz"),
    ],
)
def test_words_stay_words(said, stands):
    lines = lines_of(DayEntry("x", date(2026, 1, 1), said))
    assert f"SUMMARY:{stands}" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1 and "BEGIN:VALARM" not in lines
