"""What the product laid into the catalogue, and how: so the keeper's own hand is told from ours."""

from django.db import models


class Seed(models.Model):
    """One row of ours as it was last laid. A row that looks otherwise today was changed by the keeper."""

    key = models.CharField(max_length=300, unique=True)
    row = models.BigIntegerField()  # its id in the table that the key names
    values = models.JSONField()

    class Meta:
        verbose_name = "mục đã nạp"
        verbose_name_plural = "mục đã nạp"

    def __str__(self) -> str:
        return self.key
