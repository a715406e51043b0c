"""Model fields that keep values as this project wants them, and read them as an office types them.

Text is kept in NFC, without control characters or odd spaces; each field brings the form field that goes
with it (`childlabour.core.forms`).
"""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Field as FormField

from childlabour.core import forms, lengths
from childlabour.core.vietnamese import FIRST_YEAR, LAST_YEAR, clean, search_key


class _CleanText(models.Field):
    """Cleans on every way in: forms, admin, API and code."""

    def tidy(self, text: str) -> str:
        return clean(text)

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return self.tidy(value) if isinstance(value, str) else value

    def pre_save(self, instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(instance, add))
        setattr(instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> FormField | None:
        if self.choices is not None:
            return super().formfield(**kwargs)
        return super().formfield(**{"form_class": forms.TextField, "tidy": self.tidy, **kwargs})


class LineField(_CleanText, models.CharField):
    """One line of text; line breaks become spaces."""

    def tidy(self, text: str) -> str:
        return " ".join(clean(text).split())


class _LimitedText(_CleanText, models.TextField):
    """`longest` counts characters; it is held by validation, not by the database."""

    longest: int

    def __init__(self, *args: Any, longest: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.longest = longest or self.longest
        self.validators.append(forms.LongestText(self.longest))

    def formfield(self, **kwargs: Any) -> FormField | None:
        return super().formfield(**{"max_length": self.longest, **kwargs})


class ProseField(_LimitedText):
    """Text of several lines, as typed."""

    longest = lengths.PROSE


class SentenceField(_LimitedText):
    """An item of a printed list: the paper adds ";" or "." by its place, so neither is stored."""

    longest = lengths.SENTENCE

    def tidy(self, text: str) -> str:
        line = " ".join(clean(text).split())
        return line if line.endswith("...") else line.rstrip(" ;.")


class NumberField(models.DecimalField):
    """A measured number; forms read and show it with a decimal comma."""

    def formfield(self, **kwargs: Any) -> FormField | None:
        return super().formfield(**{"form_class": forms.NumberFormField, **kwargs})


class DayField(models.DateField):
    """A day; forms read it in any order of words an office uses, always day before month."""

    def formfield(self, **kwargs: Any) -> FormField | None:
        return super().formfield(**{"form_class": forms.DayFormField, **kwargs})


def plausible_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValidationError(
            f"Năm {year} quá xa. Ghi đủ bốn chữ số, từ {FIRST_YEAR} đến {LAST_YEAR}.", code="year"
        )


class YearField(models.PositiveSmallIntegerField):
    default_validators = [plausible_year]
    # The range of years alone: the column's own range would complain a second time.
    validators = models.Field.validators


class SearchKeyField(models.TextField):
    """A folded copy of other attributes, kept in step at every save; the same search on every database.

    SQLite never folds Vietnamese case and PostgreSQL does it by locale, so neither is asked to.
    `of` names attributes of the instance (fields or properties) that are searched.
    """

    def __init__(self, *args: Any, of: Iterable[str] = (), **kwargs: Any) -> None:
        self.of = tuple(of)
        kwargs |= {"editable": False, "blank": True, "default": ""}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        for implied in ("editable", "blank", "default"):
            kwargs.pop(implied, None)
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, instance: models.Model, add: bool) -> str:
        key = search_key(" ".join(str(getattr(instance, name) or "") for name in self.of))
        setattr(instance, self.attname, key)
        return key


def own_field(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    """The field of this name; asked only for what is a column of the model, never for rows that point at it."""
    return cast("models.Field[Any, Any]", model._meta.get_field(name))
