"""Programmes and targets as the API shows them; whose targets are shown is decided above, by the plan."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.serializers import SlugRelatedField

from childlabour.core.api import PlainDecimal
from childlabour.units.api import UnitName
from targets.language.parts import KEPT

from .models import Indicator, ObjectiveGroup, Programme, Target
from .models.target import ComparatorChoice


class IndicatorShape(serializers.ModelSerializer):
    class Meta:
        model = Indicator
        fields = ("code", "name", "unit", "numerator", "denominator", "direction")


class GroupShape(serializers.ModelSerializer):
    indicators = IndicatorShape(many=True)

    class Meta:
        model = ObjectiveGroup
        fields = ("code", "name", "order", "indicators")


class GroupName(serializers.ModelSerializer):  # where a group is mentioned
    class Meta:
        model = ObjectiveGroup
        fields = ("code", "name")


class ProgrammeShape(serializers.ModelSerializer):
    groups = GroupShape(many=True)
    replaces: "SlugRelatedField[Programme]" = SlugRelatedField("code", read_only=True, allow_null=True)

    class Meta:
        model = Programme
        fields = (
            "code",
            "name",
            "decision",
            "period_from",
            "period_to",
            "orientation_year",
            "replaces",
            "groups",
        )


def programmes_to_show() -> QuerySet[Programme]:
    """Three queries however many rows."""
    return Programme.objects.select_related("replaces").prefetch_related("groups__indicators")


ADDED = "Khi đánh dấu sau khi ban hành; để trống (null) là có từ lúc ban hành."


# `upper` comes from an annotation `visible_upper`: an upper target is named only to who may see its plan.
class TargetShape(serializers.ModelSerializer):
    plan = serializers.IntegerField(source="block.document_id", help_text="id của văn bản.")
    block = serializers.CharField(
        source="block.key", help_text="Khóa của khối mang chỉ tiêu, trong `blocks`."
    )
    order = serializers.IntegerField(source="block.place", help_text="Thứ tự của khối trong văn bản.")
    group = GroupName(allow_null=True)
    comparator = serializers.SerializerMethodField(help_text="Để trống (null) với chỉ tiêu định tính.")
    measure = serializers.CharField(help_text="Cách so sánh và giá trị, như người đọc: “trên 72%”.")
    value = PlainDecimal(allow_null=True)
    responsible = UnitName(allow_null=True)
    indicator: "SlugRelatedField[Indicator]" = SlugRelatedField("code", read_only=True, allow_null=True)
    upper = serializers.IntegerField(source="visible_upper", allow_null=True)
    added_at = serializers.DateTimeField(allow_null=True, help_text=ADDED)

    class Meta:
        model = Target
        fields = (
            "id",
            "plan",
            "block",
            "order",
            "group",
            "sentence",
            "comparator",
            "measure",
            *(name for name in KEPT if name not in ("comparator", "wording")),
            "responsible",
            "indicator",
            "upper",
            "weaker_reason",
            "added_at",
        )

    @extend_schema_field({"type": ["string", "null"], "enum": [*ComparatorChoice.values, None]})
    def get_comparator(self, target: Target) -> str | None:
        return target.comparator or None


def targets_to_show(targets: QuerySet[Target]) -> QuerySet[Target]:
    """What a row prints, fetched with it."""
    return targets.select_related("block", "group", "responsible", "indicator")
