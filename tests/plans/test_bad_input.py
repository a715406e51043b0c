"""What a plan cannot mean is refused at its field, in one sentence, all at once; the rest is kept."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory

from plans.content.faults import faults_of
from plans.content.values import Content
from plans.law.rules import due_date_outside, warnings_of
from plans.models import Assignment, Document, Task
from targets.models import Programme, Target
from tests.cast import a_plan, an_issued_plan, an_office
from tests.content import writing

DocumentForm = modelform_factory(
    Document, fields=["title", "unit", "kind", "period_from", "period_to", "issued_on"]
)
TargetForm = modelform_factory(
    Target, fields=["sentence", "comparator", "value", "unit", "age_from", "age_to", "horizon", "direction"]
)

pytestmark = pytest.mark.django_db


def refusals(row) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    return refused.value.message_dict


def a_target(**values) -> Target:
    block = a_plan(targets=0, tasks=0).blocks.last()
    return Target(block=block, mark="moi", **{"sentence": "Trên 72% trẻ em được hỗ trợ"} | values)


def document_form(**typed) -> DocumentForm:
    unit = an_office().committee.pk
    typed = {"title": "Kế hoạch", "unit": unit, "kind": "KH", "period_from": 2023, "period_to": 2023} | typed
    return DocumentForm(typed)


def target_form(**typed) -> TargetForm:
    return TargetForm({"sentence": "Trên 72% trẻ em được hỗ trợ", "direction": "up"} | typed)


# ── Years and periods


def test_a_period_that_ends_before_it_starts_is_refused_at_its_end():
    form = document_form(period_from=2025, period_to=2021)
    assert form.errors == {
        "period_to": ["Kỳ kết thúc năm 2021, trước khi bắt đầu (2025). Xem lại hai năm này."]
    }


@pytest.mark.parametrize("year", [0, 23, 1899, 2200, 99999, 10**12])
def test_a_year_that_is_no_year_is_refused_once(year):
    (message,) = document_form(period_to=year).errors["period_to"]
    assert message == f"Năm {year} quá xa. Ghi đủ bốn chữ số, từ 1900 đến 2199."


def test_an_orientation_before_the_end_of_the_period_is_refused():
    document = a_plan()
    document.orientation_year = 2020
    assert list(refusals(document)) == ["orientation_year"]


def test_a_programme_and_a_plan_are_held_to_the_same_years():
    programme = Programme(code="x", name="Chương trình", period_from=2025, period_to=2021)
    assert list(refusals(programme)) == ["period_to"]


@pytest.mark.parametrize("day", ["31/02/2023", "01/13/2023", "ngày mai", "01/06/0001", "2023"])
def test_a_day_that_does_not_exist_is_refused_with_the_day_as_typed(day):
    form = document_form(issued_on=day)
    assert list(form.errors) == ["issued_on"]
    assert form["issued_on"].value() == day


@pytest.mark.parametrize("day", ["01/6/2023", "1-6-2023", "ngày 01 tháng 6 năm 2023", "2023-06-01"])
def test_a_day_is_read_as_an_office_writes_it(day):
    form = document_form(issued_on=day)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["issued_on"] == date(2023, 6, 1)


# ── Numbers in the register


def test_a_number_given_twice_in_a_year_is_refused():
    first = an_issued_plan(number=10, frozen=False)
    second = an_issued_plan(number=11, frozen=False)
    second.number = first.number
    assert refusals(second) == {"__all__": ["Số này đã cấp cho văn bản khác của cơ quan trong năm."]}


def test_the_same_number_is_free_in_another_year_series_and_agency():
    an_issued_plan(number=10, frozen=False)
    other_year = an_issued_plan(number=10, frozen=False, period_from=2024, period_to=2024)
    other_series = an_issued_plan(number=10, frozen=False, series="mật")
    other_agency = an_issued_plan(an_office().other_committee, number=10, frozen=False)
    for document in (other_year, other_series, other_agency):
        document.full_clean()


@pytest.mark.parametrize("number", [0, 100_000, 2**31 - 1])
def test_a_number_no_register_gives_is_refused(number):
    document = an_issued_plan(number=1, frozen=False)
    document.number = number
    assert "Số văn bản phải từ 1 đến 99999" in refusals(document)["number"][0]


# ── Targets


@pytest.mark.parametrize("value", ["-1", "100,5", "250"])
def test_a_percentage_outside_0_to_100_is_refused(value):
    (message,) = target_form(value=value, unit="%", comparator=">").errors["value"]
    assert message == f"Giá trị tính bằng % phải từ 0 đến 100; đang ghi {value}."


@pytest.mark.parametrize("value", ["0", "100", "4,9", "72 %"])
def test_a_percentage_from_0_to_100_is_taken(value):
    assert target_form(value=value, unit="%", comparator=">").is_valid()


def test_a_number_of_things_may_be_more_than_a_hundred():
    assert target_form(value="1.541", unit="trẻ em", comparator=">=").is_valid()


def test_a_decimal_comma_is_read_and_shown_again():
    form = target_form(value="4,9", unit="%", comparator="<=")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["value"] == Decimal("4.9")
    assert TargetForm(instance=Target(value=Decimal("4.9000")))["value"].value() == "4,9"


def test_a_decimal_point_is_refused_with_the_comma_proposed_and_nothing_lost():
    form = target_form(value="4.9", unit="%", comparator="<=")
    assert "có phải “4,9” không?" in form.errors["value"][0]
    assert form["value"].value() == "4.9"


def test_a_comparator_without_its_value_is_refused_at_the_value():
    assert list(refusals(a_target(comparator=">", unit="%"))) == ["value"]


def test_a_value_without_a_comparator_is_refused_at_the_comparator():
    assert list(refusals(a_target(value=Decimal(72), unit="%"))) == ["comparator"]


def test_as_little_as_possible_goes_without_a_value():
    a_target(comparator="min").full_clean()
    assert list(refusals(a_target(comparator="min", value=Decimal(5)))) == ["comparator"]


@pytest.mark.parametrize("ages", [(17, 5), (5, 170)])
def test_ages_out_of_order_or_of_reason_are_refused(ages):
    assert list(refusals(a_target(age_from=ages[0], age_to=ages[1]))) == ["age_to"]


def test_everything_wrong_with_a_target_is_said_at_once():
    form = target_form(sentence="", value="120", unit="%", age_from=17, age_to=5, horizon=99999)
    assert set(form.errors) == {"sentence", "value", "comparator", "age_to", "horizon"}
    assert all(len(messages) == 1 for messages in form.errors.values())


# ── Tasks


def test_a_due_date_outside_the_period_is_a_warning_and_still_saved():
    document = a_plan(tasks=1)
    task = Task.objects.get(block__document=document)
    task.due_on = date(2024, 3, 1)
    task.full_clean()
    task.save()
    Assignment.objects.filter(task=task).update(due_on=date(2022, 12, 31))
    said = [problem.message for problem in warnings_of(document, [task])]
    assert len(said) == 2
    assert "01/3/2024" in said[0]
    assert "31/12/2022" in said[1]
    assert all("Vẫn lưu" in message for message in said)


def test_the_first_and_the_last_day_of_the_period_are_inside():
    first, last = date(2023, 1, 1), date(2023, 12, 31)
    assert due_date_outside(first, first, last) == due_date_outside(last, first, last) == ""
    assert due_date_outside(None, first, last) == ""


# ── Text


def test_decomposed_letters_are_stored_composed():
    title = "Kế hoạch phòng, chống lao động trẻ em"
    form = document_form(title=unicodedata.normalize("NFD", title))
    assert form.save().title == title


def test_control_characters_are_dropped_and_markup_stays_text():
    form = document_form(title="Kế\x00 hoạch\x08 <script>alert(1)</script> & \u200bnăm")
    assert form.save().title == "Kế hoạch <script>alert(1)</script> & năm"


def test_two_hundred_kilobytes_in_one_line_are_refused_and_forty_pages_of_lines_are_taken():
    endless = writing.paragraph("một đoạn dài " * 16_000)
    (refused,) = faults_of(Content(blocks=(endless,)))
    assert "208000 ký tự, quá 20000: chia thành nhiều đoạn." in refused.message
    lines = tuple(writing.paragraph("một đoạn dài " * 100) for _ in range(80))
    assert not list(faults_of(Content(blocks=lines)))


def test_a_title_longer_than_the_registers_column_is_refused():
    assert "nhiều nhất là 500" in document_form(title="dài " * 200).errors["title"][0]


# ── Rows that point at themselves


def test_no_plan_carries_out_itself_however_long_the_way_round():
    top = a_plan()
    middle = a_plan(parent=top)
    bottom = a_plan(parent=middle)
    top.parent = bottom
    assert list(refusals(top)) == ["parent"]
    assert top.pk != bottom.pk


def test_no_unit_stands_above_itself():
    unit = an_office().committee
    unit.superior = unit
    assert list(refusals(unit)) == ["superior"]


def test_a_unit_does_not_end_before_it_begins():
    unit = an_office().committee
    unit.valid_from, unit.valid_to = date(2025, 7, 1), date(2025, 6, 30)
    assert list(refusals(unit)) == ["valid_to"]
