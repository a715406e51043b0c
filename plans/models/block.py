"""The body of a document: blocks in the order of the paper, and what is to be done that hangs on them.

Rows are read as `Content` (`plans.content.asking`) and written by its one writer (`plans.content.laying`).
"""

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q, QuerySet

from childlabour.core import lengths
from childlabour.core.fields import LineField
from childlabour.units.models import Unit
from plans.law.belonging import ways_up
from plans.law.blocks import DEEPEST, BlockType
from plans.law.seeing import OfDocuments

from .document import Document

Rows = TypeVar("Rows", bound=QuerySet[Any])
UNPRINTED = ("folded", "removed_as")  # to search by, to bring back
WORDS = ("runs", "layout", *UNPRINTED)  # nine tenths of a row


class BlockQuerySet(OfDocuments["StoredBlock"]):
    def standing(self) -> Self:
        """Those that are on the paper, with what is printed of them."""
        return self.filter(removed_at=None).defer(*UNPRINTED)


class StoredBlock(models.Model):
    """One block as it is kept.

    A block that was taken away stays with `removed_at` until the document is issued; `removed_as` brings it back.
    """

    belongs_by = "document"
    seen_as = "words"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="blocks"
    )
    key = models.CharField("khóa", max_length=lengths.KEY)
    place = models.PositiveIntegerField("thứ tự")
    type = models.CharField("loại", max_length=9, choices=BlockType)
    level = models.PositiveSmallIntegerField("bậc")
    marker = models.CharField("dấu đầu dòng", max_length=lengths.MARKER, blank=True)
    runs = models.JSONField("chữ", default=list, blank=True)
    layout = models.JSONField("cách đặt", default=dict, blank=True)
    made_from = models.CharField("lập từ", max_length=10, blank=True)
    source_document = models.PositiveBigIntegerField("lấy từ văn bản", null=True)
    source_key = models.CharField("lấy từ khối", max_length=lengths.KEY, blank=True)
    revision = models.PositiveIntegerField("lần ghi", default=0)  # of the document, when this was laid last
    removed_at = models.DateTimeField("bỏ lúc", null=True)
    removed_as = models.JSONField("như lúc bỏ, cả những gì gắn với chữ", null=True)
    folded = models.TextField("chữ để tìm", blank=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        db_table = "plans_block"
        verbose_name = "khối"
        verbose_name_plural = "các khối"
        ordering = ["place", "pk"]
        indexes = [models.Index(fields=["document", "place"], name="plans_block_in_order")]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "key"],
                name="plans_block_key_once_a_document",
                violation_error_message="Hai khối của văn bản trùng khóa.",
            ),
            models.CheckConstraint(
                name="plans_block_level_in_range",
                condition=Q(level__lte=DEEPEST),
                violation_error_message=f"Bậc của khối từ 0 đến {DEEPEST}.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.marker}".strip()


class Charge(models.Model):
    """A heading that names units: what is to be done below it is theirs, unless it names its own."""

    belongs_by = "block"
    seen_as = "words"

    block = models.OneToOneField(
        StoredBlock, verbose_name="khối", on_delete=models.CASCADE, related_name="charge"
    )
    units = models.ManyToManyField(
        Unit, verbose_name="đơn vị", through="ChargedUnit", related_name="charges", blank=True
    )
    units_said = LineField("tên đơn vị trong văn bản", max_length=lengths.AGENCY, blank=True)
    added_at = models.DateTimeField("đánh dấu sau khi ban hành", null=True, blank=True)

    class Meta:
        verbose_name = "giao việc cho đơn vị"
        verbose_name_plural = "giao việc cho đơn vị"

    def __str__(self) -> str:
        return self.units_said


class ChargedUnit(models.Model):
    """One of the units that a heading names."""

    belongs_by = "charge"
    seen_as = "words"

    charge = models.ForeignKey(Charge, verbose_name="giao việc", on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "plans_charge_units"
        verbose_name = "đơn vị được giao"
        verbose_name_plural = "các đơn vị được giao"
        constraints = [
            models.UniqueConstraint(
                fields=["charge", "unit"],
                name="plans_charge_unit_once",
                violation_error_message="Đề mục đã giao việc cho đơn vị này.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.unit)


def without_words(rows: Rows, through: str = "") -> Rows:
    """Rows that hang on a block (targets, tasks, assignments) and were joined with it, fetched without its words.

    `through` is the way from them to another row of their model ("upper"), where that one is joined in.
    """
    ways = (way for way, model in ways_up(rows.model) if model is StoredBlock)
    before = (through,) if through else ()
    return rows.defer(*("__".join((*before, *way, column)) for way in ways for column in WORDS))
