"""What became of a place or an office: merged, split, ended, renamed, moved (the reform of 2025)."""

from django.db import models

from childlabour.core.fields import LineField, NumberField


class SuccessionKind(models.TextChoices):
    MERGED = "merged", "gộp"
    SPLIT = "split", "chia"
    ENDED = "ended", "giải thể"
    RENAMED = "renamed", "đổi tên"
    MOVED = "moved", "chuyển"


class Succession(models.Model):
    """One old thing handed on to one new thing; many-to-many, because communes were both merged and split."""

    kind = models.CharField("hình thức", max_length=10, choices=SuccessionKind)
    share = NumberField(
        "phần chuyển sang (%)",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Để trống khi chuyển toàn bộ hoặc chưa rõ.",
    )
    legal_basis = LineField("căn cứ pháp lý", max_length=200, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["old", "new"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="Quan hệ kế thừa này đã có.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_share_is_percentage",
                condition=models.Q(share__isnull=True) | models.Q(share__gt=0, share__lte=100),
                violation_error_message="Phần chuyển sang phải lớn hơn 0 và không quá 100 %%.",
            ),
        ]
