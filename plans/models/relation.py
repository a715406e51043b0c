"""What a later document does to an earlier one (NĐ 30/2020, Điều 18.3): shown from both sides."""

from django.db import models
from django.db.models import F, Q

from .document import Document


class RelationKind(models.TextChoices):
    AMENDS = "amends", "sửa đổi, bổ sung"
    REPLACES = "replaces", "thay thế"
    CORRECTS = "corrects", "đính chính"
    REVOKES = "revokes", "thu hồi"


class Relation(models.Model):
    belongs_by = "later"
    seen_as = "words"

    later = models.ForeignKey(
        Document, verbose_name="văn bản sau", on_delete=models.CASCADE, related_name="earlier_relations"
    )
    earlier = models.ForeignKey(
        Document, verbose_name="văn bản trước", on_delete=models.PROTECT, related_name="later_relations"
    )
    kind = models.CharField("quan hệ", max_length=8, choices=RelationKind)

    class Meta:
        verbose_name = "quan hệ giữa hai văn bản"
        verbose_name_plural = "quan hệ giữa các văn bản"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["later", "earlier", "kind"],
                name="plans_relation_once",
                violation_error_message="Quan hệ này đã có.",
            ),
            models.CheckConstraint(
                name="plans_relation_of_two_papers",
                condition=~Q(later=F("earlier")),
                violation_error_message="Văn bản không thể tự thay thế hoặc đính chính chính mình.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_kind_display()} {self.earlier}"
