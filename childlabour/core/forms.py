"""Form fields that read what an office types: decimal commas, days before months, text from anywhere.

A model field of `childlabour.core.fields` brings its form field along, so every form of the project reads
alike. Refused input stays in the form as it was typed.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import BaseValidator

from childlabour.core.vietnamese import read_date, read_number, write_number

Read = TypeVar("Read")


class LongestText(BaseValidator):
    message = "Dài %(show_value)s ký tự, nhiều nhất là %(limit_value)s. Rút gọn hoặc chia thành nhiều phần."
    code = "max_length"

    def compare(self, length: int, limit: int) -> bool:
        return length > limit

    def clean(self, text: str) -> int:
        return len(text)


class TextField(forms.CharField):
    """Text cleaned before it is judged: a control character is dropped, not refused.

    The browser is not told the limit: it would cut a pasted text without a word.
    """

    def __init__(self, *, tidy: Callable[[str], str], max_length: int | None = None, **kwargs: Any) -> None:
        self.tidy = tidy
        super().__init__(**kwargs)
        if max_length is not None:
            self.validators.append(LongestText(max_length))

    def to_python(self, value: Any) -> str | None:
        text = super().to_python(value)
        return self.tidy(text) if text else text


class NumberFormField(forms.DecimalField):
    """ "4,9", "1.541.829", "72 %"; "4.9" is refused with "4,9" proposed."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override] # so does Django's own
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return value
        return _read(read_number, str(value))

    def prepare_value(self, value: Any) -> Any:
        return write_number(value) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal"}


class DayFormField(forms.DateField):
    """A date in any form that an office meets ("01/6/2023", "ngày 01 tháng 6 năm 2023", "2023-06-01")."""

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str) and value.strip():
            return _read(read_date, value)
        return super().to_python(value)


def _read(reader: Callable[[str], Read], text: str) -> Read:
    try:
        return reader(text)
    except ValueError as fault:
        raise ValidationError(str(fault), code="invalid") from fault


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Files as a list; each is asked by itself."""

    widget = ManyFilesInput

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        self.most = most
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[bytes]"]:
        files = [file for file in data or () if file]
        if len(files) > self.most:
            raise ValidationError(
                f"Gửi {len(files)} tệp một lần là quá nhiều: chia thành từng đợt {self.most} tệp."
            )
        return files
