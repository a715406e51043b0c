"""The parts of a mark are typed in a form; what the words do not say is given beside them."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.http import QueryDict

from plans.content.asking import content_of
from plans.content.values import ChargeMark, TaskMark
from plans.drafting.mark_forms import ChargeMarkForm, MarkChoices, TargetMarkForm, TaskMarkForm
from plans.drafting.marking import block_called, with_block
from tests.cast import a_plan
from tests.content import writing

pytestmark = pytest.mark.django_db


def typed(form):
    """What a browser sends of the form as it is shown."""
    data = QueryDict(mutable=True)
    for bound in form:
        value = bound.value()
        shown = (
            [str(one) for one in value] if isinstance(value, list) else bound.field.widget.format_value(value)
        )
        data.setlist(
            bound.html_name, shown if isinstance(shown, list) else ["" if shown is None else str(shown)]
        )
    return data


def of_target(office, **changes):
    document = a_plan(office=office)
    block, mark = next(content_of(document).targets)
    choices = MarkChoices.for_block(document, block)
    form = TargetMarkForm(block=block, mark=mark, choices=choices)
    data = typed(form)
    for name, value in changes.items():
        data[form.add_prefix(name)] = value
    return mark, TargetMarkForm(data, block=block, mark=mark, choices=choices)


def test_what_is_not_touched_stays_as_it_is(office):
    mark, form = of_target(office)
    assert form.is_valid(), form.errors
    assert not form.has_changed()
    assert form.marked() == mark


def test_a_value_beside_the_words_is_given(office):
    mark, form = of_target(office, value="75", responsible=str(office.police.pk))
    assert form.is_valid(), form.errors
    after = form.marked()
    assert (after.statement.value, after.given) == (Decimal(75), {"value"})
    assert after.responsible == office.police.pk
    assert after.sentence == mark.sentence


def test_a_value_that_the_words_say_is_not_given(office):
    _, form = of_target(office, value="51,0")
    assert form.is_valid()
    assert form.marked().given == frozenset()


def test_a_value_given_once_is_given_no_more_when_it_is_typed_as_said(office):
    document = a_plan(office=office)
    block, mark = next(content_of(document).targets)
    given = replace(mark, statement=replace(mark.statement, value=Decimal(75)), given=frozenset({"value"}))
    block = replace(block, targets=(given,))
    choices = MarkChoices.for_block(document, block)
    data = typed(TargetMarkForm(block=block, mark=given, choices=choices))
    data[f"target-{mark.id}-value"] = "51"
    form = TargetMarkForm(data, block=block, mark=given, choices=choices)
    assert form.is_valid()
    assert form.marked() == mark


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"value": "150"}, "từ 0 đến 100"),
        ({"comparator": "", "value": "5"}, "phải chọn mức"),
        ({"age_from": "10", "age_to": "5"}, "Tuổi"),
        ({"responsible": "999999"}, "Hãy chọn|lựa chọn|Chọn"),
    ],
)
def test_parts_that_cannot_be_are_refused_beside_their_field(office, changes, message):
    _, form = of_target(office, **changes)
    assert not form.is_valid()
    assert re.search(message, str(form.errors))


def of_task(office, mark=None, words=(), **changes):
    document = a_plan(office=office)
    content = content_of(document)
    block, _ = next(content.tasks)
    block = replace(block, task=mark or TaskMark())
    content = with_block(content, block)
    choices = MarkChoices.for_block(document, block)
    data = typed(TaskMarkForm(content=content, block=block, choices=choices))
    for name, value in changes.items():
        data.setlist(f"task-{name}", value if isinstance(value, list) else [value])
    return TaskMarkForm(data, content=content, block=block, choices=choices)


def test_a_time_in_words_tells_its_day(office):
    form = of_task(office, due_text="Quý II/2023")
    assert form.is_valid(), form.errors
    task = form.marked()
    assert (task.due_text, task.due, task.given) == ("Quý II/2023", date(2023, 6, 30), {"due"})


def test_what_never_ends_has_no_day(office):
    form = of_task(office, due_text="hằng tháng")
    assert form.is_valid()
    assert form.marked().due is None


def test_a_day_that_is_typed_counts_over_the_words(office):
    form = of_task(office, due_text="Quý II/2023", due="15/5/2023")
    assert form.is_valid(), form.errors
    assert form.marked().due == date(2023, 5, 15)


def test_units_that_are_ticked_are_given_and_partners_are_none_of_them(office):
    police, front = str(office.police.pk), str(office.front.pk)
    form = of_task(office, lead=[police], partners=[front])
    assert form.is_valid()
    assert form.marked().lead == (office.police.pk,)
    assert form.marked().given == {"lead", "partners"}
    twice = of_task(office, lead=[police], partners=[police])
    assert not twice.is_valid()
    assert "Đã là đơn vị chủ trì: Công an huyện Hữu Lũng" in str(twice.errors)


def test_all_communes_is_a_choice_of_its_own(office):
    form = of_task(office, lead_communes="yes")
    assert form.has_changed()
    assert form.is_valid()
    assert form.marked().lead == (office.people_of_tan_thanh.pk,)


def test_a_unit_of_another_territory_is_no_choice(office):
    assert not of_task(office, lead=[str(office.other_labour.pk)]).is_valid()


def test_a_unit_chosen_before_stays_a_choice(office):
    form = of_task(office, TaskMark(lead=(office.other_labour.pk,), given=frozenset({"lead"})))
    assert form.is_valid(), form.errors
    assert not form.has_changed()
    assert form.marked().lead == (office.other_labour.pk,)


def test_a_heading_is_given_its_units(office):
    document = a_plan(office=office)
    heading = writing.clause("1.", "Công an huyện", "k", charge=ChargeMark())
    choices = MarkChoices.for_block(document, heading)
    data = QueryDict(f"charge-units={office.police.pk}&charge-units_said=Công an huyện")
    form = ChargeMarkForm(data, block=heading, choices=choices)
    assert form.is_valid()
    assert form.marked() == ChargeMark((office.police.pk,), "Công an huyện")


def test_lists_to_choose_from_are_asked_for_once(office, django_assert_num_queries):
    document = a_plan(office=office, targets=6)
    content = content_of(document)
    block = block_called(content, next(content.targets)[0].key)
    choices = MarkChoices.for_block(document, block)
    with django_assert_num_queries(3):  # units, groups, indicators; nothing above
        for _, mark in content.targets:
            str(TargetMarkForm(block=block, mark=mark, choices=choices, prefix=mark.id))
