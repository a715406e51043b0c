"""What no document may say, at the very edge of it."""

from datetime import date

import pytest

from plans.law.rules import (
    PLAN_RULES,
    due_date_outside,
    number_in_register,
    warnings_of,
)
from plans.models import Assignment, Task
from tests.cast import a_plan

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)


@pytest.mark.parametrize("number", [None, 1, 99_999])
def test_a_register_gives_numbers_of_one_to_five_digits(number):
    assert number_in_register(number) == ""


@pytest.mark.parametrize("number", [-1, 0, 100_000])
def test_and_no_other(number):
    assert number_in_register(number) == f"Số văn bản phải từ 1 đến 99999; đang ghi {number}."


def test_each_rule_stands_beside_its_field():
    assert {rule.at for rule in PLAN_RULES} == {"period_to", "orientation_year", "number"}


@pytest.mark.parametrize("due_on", [None, FIRST, LAST])
def test_a_day_of_the_period_needs_no_second_look(due_on):
    assert due_date_outside(due_on, FIRST, LAST) == ""


@pytest.mark.parametrize(
    ("due_on", "written"), [(date(2022, 12, 31), "31/12/2022"), (date(2024, 1, 1), "01/01/2024")]
)
def test_a_day_outside_is_named_with_the_period(due_on, written):
    assert due_date_outside(due_on, FIRST, LAST) == (
        f"Thời hạn {written} nằm ngoài kỳ của văn bản (01/01/2023 – 31/12/2023). Vẫn lưu; hãy xem lại."
    )


@pytest.mark.django_db
def test_a_warning_names_the_task_the_unit_and_the_spot(office):
    document = a_plan(office=office, tasks=1)
    task = Task.objects.get(block__document=document)
    Assignment.objects.filter(task=task).update(due_on=date(2024, 1, 1))
    (warning,) = warnings_of(document, [task])
    assert warning.message.startswith(f"Nhiệm vụ “{task}”, {office.people_of_tan_thanh}: Thời hạn 01/01/2024")
    assert (warning.field, warning.anchor) == ("due_on", task.block.key)
    task.due_on = date(2022, 12, 31)
    assert [said.message.partition(": Thời hạn")[0] for said in warnings_of(document, [task])] == [
        f"Nhiệm vụ “{task}”",
        f"Nhiệm vụ “{task}”, {office.people_of_tan_thanh}",
    ]
