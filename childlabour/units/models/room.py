"""What a unit is made of inside: its rooms, and the posts that people hold in them.

A room that writes under its own letterhead and seal (Phòng Văn hóa - Xã hội of a commune) is a unit that drafts
for another one; a room here has no papers of its own.
"""

from django.db import models

from childlabour.core.fields import LineField, SearchKeyField
from childlabour.core.rules import Rule, rule

from .unit import Unit
from .validity import SINCE_EVER, Validity, ValidityQuerySet


def in_the_unit(unit_id: int | None, inside: "Room | Post | None") -> str:
    """A room, and a post as well, counts in its own unit alone."""
    if inside is None or unit_id is None or inside.unit_id == unit_id:
        return ""
    return f"“{inside}” thuộc {inside.unit}: chọn phòng, chức danh của chính đơn vị này."


class Room(Validity):
    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.CASCADE, related_name="rooms")
    name = LineField("tên phòng", max_length=200, help_text="“Phòng Trẻ em và Bình đẳng giới”.")
    short_name = LineField("tên gọi tắt", max_length=100, blank=True)
    symbol = LineField(
        "ký hiệu", max_length=30, blank=True, help_text="“VHXH”: in ở dòng lưu và ký hiệu công văn."
    )
    head_post = LineField(
        "chức vụ người đứng đầu", max_length=100, blank=True, help_text="Như ghi khi ký: “TRƯỞNG PHÒNG”."
    )
    search_key = SearchKeyField(of=["name", "short_name", "symbol"])

    objects = ValidityQuerySet.as_manager()

    class Meta(Validity.Meta):
        verbose_name = "phòng"
        verbose_name_plural = "phòng"
        ordering = ["unit", "name"]
        constraints = [
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                "unit",
                "name",
                SINCE_EVER,
                name="units_room_name_once_a_time",
                violation_error_message="Đơn vị đã có phòng cùng tên và cùng ngày hiệu lực.",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name


class PostKind(models.TextChoices):
    HEAD = "head", "người đứng đầu"
    DEPUTY = "deputy", "cấp phó"
    SPECIALIST = "specialist", "chuyên viên, công chức"
    CLERK = "clerk", "văn thư"


class Post(Validity):
    """A post stays when people change: work is given to the post, and whoever holds it does it."""

    rules: tuple[Rule, ...] = (*Validity.rules, rule(in_the_unit, "unit_id", "room", at="room"))

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.CASCADE, related_name="posts")
    room = models.ForeignKey(
        Room, verbose_name="phòng", on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    name = LineField("chức danh", max_length=100, help_text="“Phó Chủ tịch”, “Công chức Văn hóa - Xã hội”.")
    kind = models.CharField("loại", max_length=10, choices=PostKind, default=PostKind.SPECIALIST)
    search_key = SearchKeyField(of=["name"])

    objects = ValidityQuerySet.as_manager()

    class Meta(Validity.Meta):
        verbose_name = "chức danh"
        verbose_name_plural = "chức danh"
        ordering = ["unit", "room", "name"]
        constraints = [
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                "unit",
                models.functions.Coalesce("room", models.Value(0)),
                "name",
                SINCE_EVER,
                name="units_post_name_once_a_time",
                violation_error_message="Đơn vị đã có chức danh cùng tên, cùng phòng và cùng ngày hiệu lực.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
