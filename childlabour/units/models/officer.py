"""The people who work with the system; where they serve and with which hats stands in their appointments."""

from enum import StrEnum
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

from childlabour.core import lengths
from childlabour.core.fields import LineField, SearchKeyField


class Role(StrEnum):
    DRAFTER = "drafter"  # chuyên viên soạn thảo
    LEADER = "leader"  # lãnh đạo
    CLERK = "clerk"  # văn thư
    RESPONDER = "responder"  # cán bộ thực hiện nhiệm vụ được giao (cán bộ xã)
    KEEPER = "keeper"  # quản trị hệ thống


class Officers(UserManager["Officer"]):
    def _create_user_object(self, *who: Any, **facts: Any) -> "Officer":
        """`createsuperuser` and its kin: whoever types them is not yet the person who comes in."""
        officer: Officer = super()._create_user_object(*who, **facts)  # type: ignore[misc]
        officer.must_change_password = officer.has_usable_password()
        return officer


class Officer(AbstractUser):
    first_name = None  # type: ignore[assignment] # Django takes an inherited field away by None
    last_name = None  # type: ignore[assignment]
    full_name = LineField("họ và tên", max_length=lengths.PERSON)
    is_keeper = models.BooleanField("quản trị hệ thống", default=False)
    must_change_password = models.BooleanField(
        "phải đổi mật khẩu",
        default=False,
        help_text="Mật khẩu do người khác đặt: lần đăng nhập tới phải đổi rồi mới làm việc được.",
    )
    unseen_notices = models.PositiveIntegerField("thông báo chưa xem", default=0, editable=False)
    search_key = SearchKeyField(of=["full_name", "username"])

    as_viewer: Any  # see `access.viewer`

    objects: ClassVar[Officers] = Officers()

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = "cán bộ"
        verbose_name_plural = "cán bộ"
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name or self.username

    def set_password(self, raw_password: str | None) -> None:
        """By anybody: whoever it belongs to changes it at the next log-in. Nothing is saved yet."""
        super().set_password(raw_password)
        self.must_change_password = self.has_usable_password()

    def choose_password(self, raw_password: str) -> Self:
        """By the person it belongs to. Nothing is saved yet."""
        self.set_password(raw_password)
        self.must_change_password = False
        return self

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)
