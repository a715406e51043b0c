"""The people who work with the system. One person in a commune often wears several hats."""

from enum import StrEnum
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models

from childlabour.core.fields import LineField, SearchKeyField

from .unit import Unit


class Role(StrEnum):
    DRAFTER = "drafter"  # chuyên viên soạn thảo
    LEADER = "leader"  # lãnh đạo
    CLERK = "clerk"  # văn thư
    RESPONDER = "responder"  # cán bộ thực hiện nhiệm vụ được giao (cán bộ xã)
    KEEPER = "keeper"  # quản trị hệ thống


class Officer(AbstractUser):
    first_name = None
    last_name = None
    full_name = LineField("họ và tên", max_length=100)
    post = LineField("chức vụ", max_length=100, blank=True)
    unit = models.ForeignKey(
        Unit, verbose_name="đơn vị", on_delete=models.PROTECT, null=True, blank=True, related_name="officers"
    )
    is_drafter = models.BooleanField("chuyên viên soạn thảo", default=False)
    is_leader = models.BooleanField("lãnh đạo", default=False)
    is_clerk = models.BooleanField("văn thư", default=False)
    is_responder = models.BooleanField("cán bộ thực hiện nhiệm vụ", default=False)
    is_keeper = models.BooleanField("quản trị hệ thống", default=False)
    search_key = SearchKeyField(of=["full_name", "username"])

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = "cán bộ"
        verbose_name_plural = "cán bộ"
        ordering = ["full_name"]

    def __str__(self):
        return self.full_name or self.username

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(role for role in Role if getattr(self, f"is_{role}"))

    @cached_property
    def home_unit_ids(self) -> frozenset[int]:
        """The units this person acts for: the own one and the one it drafts for. Costs at most one query."""
        if self.unit is None:
            return frozenset()
        return frozenset(pk for pk in (self.unit_id, self.unit.drafts_for_id) if pk)
