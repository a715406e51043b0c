"""Territory. Identity is (code, valid from): codes are used again for other communes after 1/7/2025."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from childlabour.core.fields import LineField, SearchKeyField
from childlabour.core.rules import Rule, no_circle

from .succession import Succession
from .validity import SINCE_EVER, Validity, ValidityQuerySet


class PlaceLevel(models.TextChoices):
    COUNTRY = "country", "cả nước"
    PROVINCE = "province", "tỉnh, thành phố"
    DISTRICT = "district", "huyện, quận, thị xã"
    COMMUNE = "commune", "xã, phường, thị trấn"


class PlaceQuerySet(ValidityQuerySet["Place"]):
    def within(self, place: "Place") -> Self:
        """The place itself and all below it, by stored path: one range scan however deep."""
        return self.filter(path__startswith=place.path)


class Place(Validity):
    rules: tuple[Rule, ...] = (*Validity.rules, no_circle("parent"))

    code = models.CharField("mã", max_length=10, blank=True, help_text="Để trống khi chưa rõ.")
    level = models.CharField("cấp", max_length=10, choices=PlaceLevel)
    name = LineField("tên", max_length=120, help_text="Cả từ chỉ cấp: “xã Tân Thành”, “tỉnh Lạng Sơn”.")
    parent = models.ForeignKey(
        "self", verbose_name="thuộc", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(max_length=120, editable=False, blank=True, db_index=True)
    successors = models.ManyToManyField(
        "self",
        verbose_name="kế thừa bởi",
        through="PlaceSuccession",
        symmetrical=False,
        related_name="predecessors",
    )
    search_key = SearchKeyField(of=["name"])

    objects = PlaceQuerySet.as_manager()

    class Meta(Validity.Meta):
        verbose_name = "địa bàn"
        verbose_name_plural = "địa bàn"
        ordering = ["path"]
        constraints = [
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                "code",
                SINCE_EVER,
                condition=~Q(code=""),
                name="units_place_code_once_a_time",
                violation_error_message="Mã này đã dùng cho địa bàn khác cùng ngày hiệu lực.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps `path` ("/1/12/340/") in step; a new place takes two writes, for its own id."""
        super().save(*args, **kwargs)
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        if path != self.path:
            self._move(path)

    def _move(self, path: str) -> None:
        old = self.path
        self.path = path
        type(self).objects.filter(pk=self.pk).update(path=path)
        if old:
            below = type(self).objects.filter(path__startswith=old).exclude(pk=self.pk)
            for place in below:
                place.path = path + place.path.removeprefix(old)
            type(self).objects.bulk_update(below, ["path"])


class PlaceSuccession(Succession):
    old = models.ForeignKey(
        Place, verbose_name="địa bàn cũ", on_delete=models.CASCADE, related_name="handed_on"
    )
    new = models.ForeignKey(
        Place, verbose_name="địa bàn mới", on_delete=models.CASCADE, related_name="taken_over"
    )

    class Meta(Succession.Meta):
        verbose_name = "kế thừa địa bàn"
        verbose_name_plural = "kế thừa địa bàn"
