"""Form fields that read what an office types: decimal commas, days before months, text from anywhere.

A model field of `childlabour.core.fields` brings its form field along, so every form of the project reads
alike. Refused input stays in the form as it was typed.
"""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import BaseValidator

from childlabour.core.vietnamese import read_date, read_number, write_number


class LongestText(BaseValidator):
    message = "Dài %(show_value)s ký tự, nhiều nhất là %(limit_value)s. Rút gọn hoặc chia thành nhiều phần."
    code = "max_length"

    def compare(self, length, limit):
        return length > limit

    def clean(self, text):
        return len(text)


class TextField(forms.CharField):
    """Text cleaned before it is judged: a control character is dropped, not refused.

    The browser is not told the limit: it would cut a pasted text without a word.
    """

    def __init__(self, *, tidy, max_length=None, **kwargs):
        self.tidy = tidy
        super().__init__(**kwargs)
        if max_length is not None:
            self.validators.append(LongestText(max_length))

    def to_python(self, value):
        return self.tidy(super().to_python(value))


class NumberFormField(forms.DecimalField):
    """ "4,9", "1.541.829", "72 %"; "4.9" is refused with "4,9" proposed."""

    widget = forms.TextInput

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return value
        return _read(read_number, str(value))

    def prepare_value(self, value):
        return write_number(value) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget):
        return {"inputmode": "decimal"}


class DayFormField(forms.DateField):
    """A date in any form that an office meets ("01/6/2023", "ngày 01 tháng 6 năm 2023", "2023-06-01")."""

    def to_python(self, value):
        return (
            _read(read_date, value) if isinstance(value, str) and value.strip() else super().to_python(value)
        )


def _read(reader, text: str):
    try:
        return reader(text)
    except ValueError as fault:
        raise ValidationError(str(fault), code="invalid") from fault
