"""Forms that arrived after their session had lapsed: they wait here for the person to come in again.

Not in a session: whoever sends forms without end would make sessions without end.
"""

import secrets
from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import Count, Sum

from childlabour.core.clock import now

LONGEST_KEPT = 400_000  # characters of one form
LONGEST_ADDRESS = 500
# (forms, characters): a whole office behind one address comes back from lunch; thousands of addresses do not.
MOST_OF_AN_ADDRESS = (30, 4_000_000)
MOST_OF_ALL = (2_000, 50_000_000)
KEPT_FOR = timedelta(hours=12)  # a working day, as a session


class KeptForms(models.QuerySet["KeptForm"]):
    def fresh(self) -> Self:
        return self.filter(kept_at__gt=now() - KEPT_FOR)

    def stale(self) -> Self:
        return self.filter(kept_at__lte=now() - KEPT_FOR)

    def room_for(self, size: int, most: tuple[int, int]) -> bool:
        """Whether one more of `size` characters keeps these within `most`. One query."""
        there = self.aggregate(forms=Count("pk"), size=Sum("size", default=0))
        return bool(there["forms"] < most[0] and there["size"] + size <= most[1])


def new_ticket() -> str:
    return secrets.token_urlsafe(32)


class KeptForm(models.Model):
    ticket = models.CharField(
        "vé", max_length=43, unique=True, default=new_ticket
    )  # in a cookie of who sent it
    network = models.CharField("địa chỉ gửi", max_length=45)
    kept_at = models.DateTimeField("giữ lúc", default=now)
    page = models.CharField("trang chờ", max_length=LONGEST_ADDRESS)
    address = models.CharField("gửi đến", max_length=LONGEST_ADDRESS)
    typed = models.JSONField("chữ đã gõ", default=dict)  # {name: [values]}
    size = models.PositiveIntegerField("số ký tự", default=0)
    had_files = models.BooleanField("có tệp", default=False)

    objects = KeptForms.as_manager()

    class Meta:
        verbose_name = "chữ gõ muộn"
        verbose_name_plural = "chữ gõ muộn"
        indexes = [models.Index(fields=["network", "kept_at"], name="units_kept_by_network")]

    def __str__(self) -> str:
        return self.address


def room_to_keep(network: str, size: int) -> bool:
    """Two queries."""
    fresh = KeptForm.objects.fresh()
    of_the_address = fresh.filter(network=network)
    return of_the_address.room_for(size, MOST_OF_AN_ADDRESS) and fresh.room_for(size, MOST_OF_ALL)
