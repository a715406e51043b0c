"""Rows as a spreadsheet that nobody's words can turn into a formula."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from childlabour.core.spreadsheet import written


def cells_of(*row) -> list:
    book = written("Nhiệm vụ", ["Tính đến hôm nay"], [("A", 10), ("B", 40)], [row])
    sheet = load_workbook(BytesIO(book)).active
    assert [cell.value for cell in sheet[2]] == ["A", "B"] and sheet.freeze_panes == "A3"
    return [sheet.cell(row=3, column=place) for place in range(1, len(row) + 1)]


@pytest.mark.parametrize(
    "words", ["=1+1", "+84 912", "-5", "@SUM(A1)", '=HYPERLINK("https://x.example")', "\t=1"]
)
def test_words_stay_words_also_for_who_goes_on_typing(words):
    (cell,) = cells_of(words)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", words, True)


def test_numbers_and_days_are_numbers_and_days():
    number, day, nothing = cells_of(12, date(2026, 11, 28), None)
    assert (number.value, number.data_type) == (12, "n")
    assert day.value == datetime(2026, 11, 28) and day.number_format == "DD/MM/YYYY"
    assert nothing.value is None


def test_signs_that_no_spreadsheet_can_hold_are_left_out():
    (cell,) = cells_of("rà\x00 soát\x0b")
    assert cell.value == "rà soát"
