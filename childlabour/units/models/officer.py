"""The people who work with the system; where they serve and with which hats stands in their appointments."""

from enum import StrEnum
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models

from childlabour.core import lengths
from childlabour.core.fields import LineField, SearchKeyField


class Role(StrEnum):
    DRAFTER = "drafter"  # chuyên viên soạn thảo
    LEADER = "leader"  # lãnh đạo
    CLERK = "clerk"  # văn thư
    RESPONDER = "responder"  # cán bộ thực hiện nhiệm vụ được giao (cán bộ xã)
    KEEPER = "keeper"  # quản trị hệ thống


class Officer(AbstractUser):
    first_name = None  # type: ignore[assignment] # Django takes an inherited field away by None
    last_name = None  # type: ignore[assignment]
    full_name = LineField("họ và tên", max_length=lengths.PERSON)
    is_keeper = models.BooleanField("quản trị hệ thống", default=False)
    search_key = SearchKeyField(of=["full_name", "username"])

    as_viewer: Any  # see `access.viewer`

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = "cán bộ"
        verbose_name_plural = "cán bộ"
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)
