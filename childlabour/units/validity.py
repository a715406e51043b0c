"""Things that are true from one day to another: places, offices, capacities."""

from datetime import date

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

# An open beginning, as a value that unique constraints can compare (SQLite knows no "nulls not distinct").
SINCE_EVER = Coalesce("valid_from", Value(date(1, 1, 1)))


class ValidityQuerySet(models.QuerySet):
    def valid_on(self, day: date):
        """Rows in force on `day`, both ends included; an open end never lapses."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )


class Validity(models.Model):
    valid_from = models.DateField("có hiệu lực từ", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

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
