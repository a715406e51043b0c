"""What was given beside a task is written under it, in an office's words, once."""

from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from plans.content.saying import with_given_said
from plans.content.values import TaskMark
from tests.content.writing import clause, paragraph, row, table

POLICE, SCHOOL = 7, 8
NAMES = {POLICE: "Công an xã", SCHOOL: "Trường Tiểu học"}
MARK = TaskMark(
    lead=(POLICE,),
    partners=(SCHOOL,),
    due=date(2026, 6, 30),
    product="Danh sách hộ",
    given=frozenset({"lead", "partners", "due", "product"}),
)


def naming(units):
    return ", ".join(NAMES[unit] for unit in units)


def said(*blocks, key):
    numbers = count(1)
    return with_given_said(blocks, key, naming, lambda: f"new{next(numbers)}")


def test_each_part_is_a_line_under_its_task():
    task = clause("1.", "Rà soát trẻ em", "t", task=MARK)
    _, *lines, after = said(task, clause("2.", "Hỗ trợ"), key="t")
    assert [line.printed for line in lines] == [
        "- Chủ trì: Công an xã.",
        "- Phối hợp: Trường Tiểu học.",
        "- Thời hạn: 30/6/2026.",
        "- Sản phẩm: Danh sách hộ.",
    ]
    assert {line.level for line in lines} == {3}
    assert after.printed == "2. Hỗ trợ"


def test_what_is_said_is_not_said_again():
    task = clause("1.", "Rà soát trẻ em", "t", task=MARK)
    once = said(task, key="t")
    assert once[0].task == replace(MARK, given=frozenset())
    assert said(*once, key="t") == once


def test_a_due_date_is_said_as_the_office_wrote_it():
    mark = TaskMark(due=date(2026, 6, 30), due_text="Quý II/2026.", given=frozenset({"due"}))
    _, line = said(clause("1.", "Rà soát", "t", task=mark), key="t")
    assert line.printed == "- Thời hạn: Quý II/2026."


def test_under_a_dash_stands_a_plus():
    _, line = said(paragraph("Rà soát", "-", "t", task=replace(MARK, given=frozenset({"lead"}))), key="t")
    assert line.marker == "+"


def test_in_a_table_it_stands_in_the_cell_of_the_words():
    head, work = (
        row("TT", "Nội dung"),
        row("1", "Rà soát trẻ em", key="t", task=replace(MARK, given=frozenset({"due"}))),
    )
    *_, told = said(table(10, 90), head, work, key="t")
    assert told.text == "1 | Rà soát trẻ em Thời hạn: 30/6/2026."


@pytest.mark.parametrize("key", ["gone", "other"])
def test_a_press_that_comes_too_late_changes_nothing(key):
    blocks = (clause("1.", "Rà soát", "t", task=MARK), clause("2.", "Hỗ trợ", "other"))
    assert said(*blocks, key=key) == blocks
