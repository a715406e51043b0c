"""Places and units as the API shows them.

A docstring of a shape would stand in the public schema: comments are used instead.
"""

from django.db.models import QuerySet
from rest_framework import serializers

from .models import Place, Unit


class PlaceShape(serializers.ModelSerializer):
    class Meta:
        model = Place
        fields = ("id", "code", "name", "level")


class UnitName(serializers.ModelSerializer):  # where a unit is mentioned
    class Meta:
        model = Unit
        fields = ("id", "name")


class UnitShape(serializers.ModelSerializer):
    place = PlaceShape()
    superior = UnitName(allow_null=True)
    successors = UnitName(many=True, help_text="Đơn vị kế thừa sau sáp nhập, đổi tên.")

    class Meta:
        model = Unit
        fields = (
            "id",
            "name",
            "short_name",
            "symbol",
            "seat",
            "function",
            "place",
            "superior",
            "valid_from",
            "valid_to",
            "successors",
        )


def units_to_show() -> QuerySet[Unit]:
    """Three queries however many rows."""
    return Unit.objects.select_related("place", "superior").prefetch_related("successors")
