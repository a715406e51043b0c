"""In which unit an officer serves, in which post, and what may be done there: one row for each of the hats' places."""

from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce

from childlabour.core.rules import Rule, rule

from .officer import Officer, Role
from .room import Post, Room, in_the_unit
from .unit import Unit
from .validity import SINCE_EVER, Validity, ValidityQuerySet

# Roles that are held in a unit; the keeper's is of the whole system and stands on the officer.
ROLES_OF_A_UNIT = (Role.DRAFTER, Role.LEADER, Role.CLERK, Role.RESPONDER)


def flag_of(role: Role) -> str:
    """The column that says whether an appointment brings `role`."""
    return f"is_{role}"


def room_of_the_post(room: Room | None, post: Post | None) -> str:
    if post is None or room is None or post.room_id in (None, room.pk):
        return ""
    return f"Chức danh “{post}” là của {post.room}, không phải của {room}."


class Appointment(Validity):
    rules: tuple[Rule, ...] = (
        *Validity.rules,
        rule(in_the_unit, "unit_id", "room", at="room"),
        rule(in_the_unit, "unit_id", "post", at="post"),
        rule(room_of_the_post, "room", "post", at="post"),
    )

    officer = models.ForeignKey(
        Officer, verbose_name="cán bộ", on_delete=models.CASCADE, related_name="appointments"
    )
    unit = models.ForeignKey(
        Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="appointments"
    )
    room = models.ForeignKey(
        Room,
        verbose_name="phòng",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
    )
    post = models.ForeignKey(
        Post,
        verbose_name="chức danh",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
    )
    is_drafter = models.BooleanField("soạn thảo", default=False)
    is_leader = models.BooleanField("lãnh đạo", default=False)
    is_clerk = models.BooleanField("văn thư", default=False)
    is_responder = models.BooleanField("thực hiện nhiệm vụ", default=False)

    objects = ValidityQuerySet.as_manager()

    class Meta(Validity.Meta):
        verbose_name = "phân công"
        verbose_name_plural = "phân công"
        ordering = ["pk"]
        constraints = [
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                "officer",
                "unit",
                Coalesce("room", Value(0)),
                Coalesce("post", Value(0)),
                SINCE_EVER,
                name="units_appointment_once_a_time",
                violation_error_message="Cán bộ đã được phân công vào chỗ này từ cùng ngày.",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.post, self.room, self.unit) if part)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(role for role in ROLES_OF_A_UNIT if getattr(self, flag_of(role)))
