"""By what right someone signs, and how the signature block is printed (NĐ 30/2020, Phụ lục I, II.7)."""

from django.db import models
from simple_history.models import HistoricalRecords

from childlabour.core import lengths
from childlabour.core.fields import LineField, ProseField, SearchKeyField

from .unit import Unit
from .validity import Validity, ValidityQuerySet


class SigningCapacity(Validity):
    """One person's right to sign for one unit: the lines above the signature, and the name under it."""

    unit = models.ForeignKey(
        Unit, verbose_name="đơn vị", on_delete=models.CASCADE, related_name="signing_capacities"
    )
    lines = ProseField(
        "quyền hạn, chức vụ",
        help_text="Mỗi dòng một dòng in: “TM. ỦY BAN NHÂN DÂN”, “KT. CHỦ TỊCH”, “PHÓ CHỦ TỊCH”.",
    )
    signer = LineField("họ và tên", max_length=lengths.PERSON)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    search_key = SearchKeyField(of=["signer", "lines"])

    objects = ValidityQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_key"])

    class Meta(Validity.Meta):
        verbose_name = "thẩm quyền ký"
        verbose_name_plural = "thẩm quyền ký"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{' / '.join(self.lines.splitlines())} – {self.signer}"
