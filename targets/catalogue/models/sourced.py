"""Where a row of the catalogue comes from, and how sure one may be of it."""

from django.db import models

from childlabour.core.fields import LineField
from targets.catalogue.choices import Certainty


class Sourced(models.Model):
    certainty = models.CharField("độ tin cậy", max_length=6, choices=Certainty, default=Certainty.SEEN)
    source = LineField(
        "nguồn", max_length=300, blank=True, help_text="Điều, khoản, trang thông tin đã đối chiếu."
    )

    class Meta:
        abstract = True
