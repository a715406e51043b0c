"""What a field keeps of what was typed or pasted, and what it shows again."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from childlabour.core import fields, forms, lengths


def named(name: str, field: models.Field) -> models.Field:
    """As it stands in a model, without a model."""
    field.set_attributes_from_name(name)
    return field


COLUMNS = {
    "line": named("line", fields.LineField(max_length=20)),
    "sentence": named("sentence", fields.SentenceField()),
    "key": named("key", fields.SearchKeyField(of=("line", "sentence"))),
    "year": named("year", fields.YearField()),
}


def column(name: str) -> models.Field:
    return COLUMNS[name]


def kept(field: models.Field, typed):
    """As it stands in the row when the row is written."""
    row = SimpleNamespace(**{field.name: typed})
    assert field.pre_save(row, add=True) == getattr(row, field.name)
    return getattr(row, field.name)


@pytest.mark.parametrize(
    ("typed", "line"), [("một\nhai", "một hai"), ("  một \t hai ", "một hai"), ("a\x00b", "ab"), ("", "")]
)
def test_a_line_is_one_line(typed, line):
    assert kept(column("line"), typed) == line


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("Đạt 100%;", "Đạt 100%"), ("Đạt\n100% .", "Đạt 100%"), ("y tế, ...", "y tế, ..."), ("A.;", "A")],
)
def test_a_sentence_is_kept_without_the_mark_of_its_place(typed, sentence):
    assert kept(column("sentence"), typed) == sentence


def test_a_search_finds_without_tones_what_the_row_says():
    row = SimpleNamespace(line="Tân Thành", sentence="Đạt 100%")
    assert column("key").pre_save(row, add=False) == row.key == "tan thanh dat 100%"
    assert column("key").pre_save(SimpleNamespace(line="", sentence=None), add=False) == ""


def test_a_migration_remembers_what_is_searched_and_nothing_that_goes_without_saying():
    *_, said = column("key").deconstruct()
    assert said == {"of": ("line", "sentence")}
    assert not column("key").editable


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_first_and_the_last_year_are_years(year):
    assert column("year").clean(year, None) == year


@pytest.mark.parametrize("year", [1899, 2200, -1, 40_000])
def test_any_other_is_refused_once(year):
    with pytest.raises(ValidationError) as refused:
        column("year").clean(year, None)
    assert refused.value.messages == [f"Năm {year} quá xa. Ghi đủ bốn chữ số, từ 1900 đến 2199."]


def test_each_field_brings_the_form_field_that_reads_what_an_office_types():
    brought = {
        fields.LineField(max_length=9): forms.TextField,
        fields.ProseField(): forms.TextField,
        fields.NumberField(max_digits=9, decimal_places=2): forms.NumberFormField,
        fields.DayField(): forms.DayFormField,
    }
    assert {type(field.formfield()) for field in brought} == set(brought.values())
    assert all(type(field.formfield()) is form for field, form in brought.items())


def test_a_choice_stays_a_choice():
    chosen = fields.LineField(max_length=9, choices=[("a", "A")]).formfield()
    assert dict(chosen.choices)["a"] == "A"


def test_the_longest_text_is_taken_and_one_letter_more_is_not():
    field = fields.ProseField(longest=10)
    assert field.clean("x" * 10, None) == "x" * 10
    with pytest.raises(ValidationError) as refused:
        field.clean("x" * 11, None)
    assert refused.value.messages == ["Dài 11 ký tự, nhiều nhất là 10. Rút gọn hoặc chia thành nhiều phần."]
    assert fields.ProseField().longest == lengths.PROSE
    assert fields.SentenceField().longest == lengths.SENTENCE


def test_a_number_is_shown_as_it_is_written_and_typed_again_as_it_was():
    form = fields.NumberField(max_digits=9, decimal_places=2).formfield()
    assert (form.to_python("4,9"), form.to_python(Decimal("4.9")), form.to_python("")) == (
        Decimal("4.9"),
        Decimal("4.9"),
        None,
    )
    assert (form.prepare_value(Decimal("4.90")), form.prepare_value("4.9")) == ("4,9", "4.9")
    assert form.widget.attrs["inputmode"] == "decimal"
