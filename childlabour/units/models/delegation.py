"""While a leader is away, who acts at the desk in the leader's place: from one day to another."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from childlabour.core.fields import DayField

from .appointment import Appointment
from .officer import Officer
from .unit import Unit


class DelegationQuerySet(models.QuerySet["Delegation"]):
    def standing(self) -> Self:
        """Not taken back, whatever the days."""
        return self.filter(revoked_at=None)

    def touching(self, first_day: date, last_day: date) -> Self:
        return self.filter(first_day__lte=last_day, last_day__gte=first_day)

    def in_force(self, day: date) -> Self:
        """On `day` and never longer than the leader leads there and the other one serves there."""
        serving = Appointment.objects.valid_on(day).filter(unit=OuterRef("unit"))
        return (
            self.standing()
            .touching(day, day)
            .filter(
                Exists(serving.filter(officer=OuterRef("leader"), is_leader=True)),
                Exists(serving.filter(officer=OuterRef("stand_in"))),
                leader__is_active=True,
                stand_in__is_active=True,
            )
        )


class Delegation(models.Model):
    """It opens acts at the desk; what is printed stays the signer's own capacity, and nobody signs by it."""

    leader = models.ForeignKey(
        Officer, verbose_name="lãnh đạo nghỉ", on_delete=models.CASCADE, related_name="delegations"
    )
    stand_in = models.ForeignKey(
        Officer, verbose_name="người thay", on_delete=models.CASCADE, related_name="standing_in"
    )
    unit = models.ForeignKey(
        Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="delegations"
    )
    first_day = DayField("từ ngày")
    last_day = DayField("đến hết ngày")
    made_at = models.DateTimeField("giao lúc")
    revoked_at = models.DateTimeField("thôi giao lúc", null=True, blank=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = "người thay khi nghỉ"
        verbose_name_plural = "người thay khi nghỉ"
        ordering = ["-first_day", "-pk"]
        indexes = [models.Index(fields=["unit", "last_day"], name="units_delegation_of_unit")]
        constraints = [
            models.CheckConstraint(
                name="units_delegation_days_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
            ),
            models.CheckConstraint(
                name="units_delegation_to_another",
                condition=~Q(stand_in=F("leader")),
                violation_error_message="Chọn người khác thay, không phải chính mình.",
            ),
            models.UniqueConstraint(
                fields=["leader", "unit", "first_day"],
                condition=Q(revoked_at=None),
                name="units_delegation_once_a_day",
                violation_error_message="Đã có người thay từ ngày này.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stand_in} thay {self.leader}, {self.unit}"
