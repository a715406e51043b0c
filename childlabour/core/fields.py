"""Model fields that keep text as this project wants it: NFC, without control characters or odd spaces."""

from django.db import models

from childlabour.core.vietnamese import clean, search_key


class _CleanText:
    """Cleans on every way in: forms, admin, API and code."""

    def tidy(self, text: str) -> str:
        return clean(text)

    def to_python(self, value):
        value = super().to_python(value)
        return self.tidy(value) if isinstance(value, str) else value

    def pre_save(self, instance, add):
        value = self.to_python(super().pre_save(instance, add))
        setattr(instance, self.attname, value)
        return value


class LineField(_CleanText, models.CharField):
    """One line of text; line breaks become spaces."""

    def tidy(self, text):
        return " ".join(clean(text).split())


class ProseField(_CleanText, models.TextField):
    """Text of several lines, as typed."""


class SentenceField(_CleanText, models.TextField):
    """An item of a printed list: the paper adds ";" or "." by its place, so neither is stored."""

    def tidy(self, text):
        line = " ".join(clean(text).split())
        return line if line.endswith("...") else line.rstrip(" ;.")


class SearchKeyField(models.TextField):
    """A folded copy of other attributes, kept in step at every save; the same search on every database.

    SQLite never folds Vietnamese case and PostgreSQL does it by locale, so neither is asked to.
    `of` names attributes of the instance (fields or properties) that are searched.
    """

    def __init__(self, *args, of=(), **kwargs):
        self.of = tuple(of)
        kwargs |= {"editable": False, "blank": True, "default": ""}
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for implied in ("editable", "blank", "default"):
            kwargs.pop(implied, None)
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, instance, add):
        key = search_key(" ".join(str(getattr(instance, name) or "") for name in self.of))
        setattr(instance, self.attname, key)
        return key
