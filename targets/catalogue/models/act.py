"""Legal acts with their time of force, and what later ones do to earlier ones."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from childlabour.core import lengths
from childlabour.core.fields import DayField, LineField, ProseField, SearchKeyField
from childlabour.core.rules import Rule, Ruled, rule
from childlabour.core.vietnamese import short_date
from childlabour.units.models.validity import Validity
from targets.catalogue.choices import ActRelationKind, ActType, EndReason
from targets.catalogue.naming import act_name, asked_number_key, number_key
from targets.catalogue.states import ActState, act_state
from targets.catalogue.validation import ACT_RULES, RELATION_RULES

from .sourced import Sourced

NAMED_BY_TITLE = (ActType.LAW, ActType.CODE)  # cited without number and issuer (NĐ 30/2020, II.6a)


class LegalActQuerySet(models.QuerySet["LegalAct"]):
    def in_force_on(self, day: date) -> Self:
        """An act whose first day is not known counts from the day it was issued."""
        return self.alias(first_day=Coalesce("valid_from", "issued_on")).filter(
            Q(first_day__isnull=True) | Q(first_day__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def find(self, number: str) -> Self:
        """Acts of this number however it is typed, the newest first; a number without its symbol finds all.

        "782/qd-ttg", "QĐ số 782 / QĐ – TTg", "Nghị định 30/2020". Numbers of decisions begin anew each year:
        there may be several.
        """
        key = asked_number_key(number)
        if not key:
            return self.none()
        without_symbol = key.replace("/", "").isdecimal()
        asked = Q(number_key__regex=f"^{key}[a-z]") if without_symbol else Q(number_key=key)
        return self.filter(asked).order_by(F("issued_on").desc(nulls_last=True), "pk")


def not_there_already(pk: int | None, bare_number: str, issued_on: date | None) -> str:
    """As the constraint of the table, which no form can ask: the key is made on saving. One query."""
    twins = LegalAct.objects.filter(number_key=bare_number, issued_on=issued_on)
    twins = twins if pk is None else twins.exclude(pk=pk)
    return "Văn bản cùng số, ký hiệu và ngày ban hành đã có. Sửa ở dòng đó." if twins.exists() else ""


class LegalAct(Sourced, Validity):
    """An act that plans may rest on. `valid_to` is its last day of force; `end_reason` says why."""

    rules: tuple[Rule, ...] = (
        *Validity.rules,
        *ACT_RULES,
        rule(not_there_already, "pk", "bare_number", "issued_on", at="number"),
    )

    type = models.CharField("loại", max_length=12, choices=ActType)
    number = LineField("số, ký hiệu", max_length=lengths.ACT_NUMBER)
    issued_on = DayField("ngày ban hành", null=True, blank=True, help_text="Để trống khi chưa rõ.")
    issuer = LineField("cơ quan ban hành", max_length=lengths.AGENCY)
    title = LineField("trích yếu", max_length=500)
    end_reason = models.CharField("lý do hết hiệu lực", max_length=8, choices=EndReason, blank=True)
    note = ProseField("ghi chú", blank=True)
    number_key = SearchKeyField(of=["bare_number"])
    search_key = SearchKeyField(of=["number", "title", "issuer"])

    objects = LegalActQuerySet.as_manager()

    class Meta(Validity.Meta):
        verbose_name = "văn bản pháp luật"
        verbose_name_plural = "văn bản pháp luật"
        ordering = [F("issued_on").desc(nulls_last=True), "number"]
        constraints = [
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                "number_key",
                Coalesce("issued_on", Value(date(1, 1, 1))),
                name="targets_act_number_once_a_day",
                violation_error_message="Văn bản cùng số, ký hiệu và ngày ban hành đã có.",
            ),
            models.CheckConstraint(
                name="targets_act_end_has_its_reason",
                condition=Q(valid_to__isnull=True, end_reason="")
                | (Q(valid_to__isnull=False) & ~Q(end_reason="")),
                violation_error_message="Ngày hết hiệu lực và lý do hết hiệu lực phải đi cùng nhau.",
            ),
        ]

    def __str__(self) -> str:
        if self.type in NAMED_BY_TITLE:
            return f"{self.title} ({self.number})"
        return act_name(self.get_type_display(), self.number, self.issued_on, self.issuer)

    @property
    def bare_number(self) -> str:
        return number_key(self.number)

    @property
    def first_day(self) -> date | None:
        return self.valid_from or self.issued_on

    def state_on(self, day: date) -> ActState:
        return act_state(self.first_day, self.valid_to, day)

    def is_valid_on(self, day: date) -> bool:
        return self.state_on(day) in (ActState.IN_FORCE, ActState.ENDS_SOON)

    def has_ended_on(self, day: date) -> bool:
        return self.state_on(day) == ActState.ENDED

    def state_in_words(self, day: date) -> str:
        """ "sắp hết hiệu lực, còn đến hết ngày 28/02/2027"; "hết hiệu lực sau ngày 31/12/2025, hết giai đoạn"."""
        state, first, last = self.state_on(day), self.first_day, self.valid_to
        if first and state == ActState.NOT_YET:
            return f"{state}, từ ngày {short_date(first)} mới có"
        if last and state == ActState.ENDS_SOON:
            return f"{state}, còn đến hết ngày {short_date(last)}"
        if last and state == ActState.ENDED:
            return f"{state} sau ngày {short_date(last)}, {self.get_end_reason_display()}"
        return str(state)

    def replacements_on(self, day: date) -> tuple["LegalAct", ...]:
        """What stands in this act's place and is in force on `day`, past any that came and went between.

        One query for each generation.
        """
        standing: list[LegalAct] = []
        asked, known = [self], {self.pk}
        while asked:
            heirs = [
                heir
                for heir in LegalAct.objects.filter(
                    effects__earlier__in=asked, effects__kind=ActRelationKind.REPLACES
                ).distinct()
                if heir.pk not in known
            ]
            known.update(heir.pk for heir in heirs)
            standing += [heir for heir in heirs if heir.is_valid_on(day)]
            asked = [heir for heir in heirs if heir.has_ended_on(day)]
        return tuple(standing)


class ActRelation(Ruled, Sourced):
    """The later act does something to the earlier one, or rests on it."""

    rules = RELATION_RULES

    later = models.ForeignKey(
        LegalAct, verbose_name="văn bản sau", on_delete=models.CASCADE, related_name="effects"
    )
    kind = models.CharField("quan hệ", max_length=8, choices=ActRelationKind)
    earlier = models.ForeignKey(
        LegalAct, verbose_name="văn bản trước", on_delete=models.CASCADE, related_name="affected_by"
    )
    since = DayField("từ ngày", null=True, blank=True, help_text="Để trống: từ ngày văn bản sau có hiệu lực.")

    class Meta:
        verbose_name = "quan hệ với văn bản khác"
        verbose_name_plural = "quan hệ giữa các văn bản pháp luật"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["later", "earlier", "kind"],
                name="targets_act_relation_once",
                violation_error_message="Quan hệ này đã có.",
            ),
            models.CheckConstraint(
                name="targets_act_relation_of_two_acts",
                condition=~Q(later=F("earlier")),
                violation_error_message="Một văn bản không thể tự thay thế, sửa đổi hay hướng dẫn chính mình.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_kind_display()} {self.earlier}"

    @property
    def endless_earlier(self) -> LegalAct | None:
        """The earlier act, as long as its last day is not known."""
        earlier = self.earlier if self.earlier_id else None
        return earlier if earlier is not None and earlier.valid_to is None else None
