"""Things that are true from one day to another: places, offices, capacities."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from childlabour.core.fields import DayField
from childlabour.core.rules import Rule, Ruled, rule
from childlabour.core.vietnamese import short_date

# An open beginning, as a value that unique constraints can compare (SQLite knows no "nulls not distinct").
SINCE_EVER = Coalesce("valid_from", Value(date(1, 1, 1)))


M = TypeVar("M", bound=models.Model)


class ValidityQuerySet(models.QuerySet[M]):
    def valid_on(self, day: date) -> Self:
        """Rows in force on `day`, both ends included; an open end never lapses."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )


def ends_after_it_begins(first: date | None, last: date | None) -> str:
    if first is None or last is None or first <= last:
        return ""
    return f"Ngày hết hiệu lực ({short_date(last)}) phải từ ngày bắt đầu ({short_date(first)}) trở đi."


class Validity(Ruled, models.Model):
    rules: tuple[Rule, ...] = (rule(ends_after_it_begins, "valid_from", "valid_to"),)

    valid_from = DayField("có hiệu lực từ", null=True, blank=True)
    valid_to = DayField("đến hết ngày", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_valid_in_order",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                violation_error_message="Ngày hết hiệu lực phải từ ngày bắt đầu trở đi.",
            )
        ]

    def is_valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )
