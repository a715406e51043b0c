"""Agencies and offices, with the names that were true at their time."""

from typing import Self

from django.db import models
from simple_history.models import HistoricalRecords

from childlabour.core import lengths
from childlabour.core.fields import LineField, ProseField, SearchKeyField
from childlabour.core.rules import Rule, no_circle
from childlabour.core.vietnamese import lines_of

from .place import Place, PlaceLevel
from .succession import Succession
from .validity import SINCE_EVER, Validity, ValidityQuerySet


class UnitFunction(models.TextChoices):
    """What a unit is there for; decides the wording of its duties, never its name (which reforms change)."""

    COMMITTEE = "committee", "Ủy ban nhân dân"
    GOVERNMENT = "government", "Chính phủ, bộ, ngành trung ương"
    CHILDREN = "children", "cơ quan tham mưu về trẻ em"
    STEERING = "steering", "ban chỉ đạo"
    FINANCE = "finance", "tài chính – kế toán"
    POLICE = "police", "công an"
    SCHOOL = "school", "giáo dục, trường học"
    HEALTH = "health", "y tế"
    CULTURE = "culture", "văn hóa, thông tin"
    OFFICE = "office", "cơ quan chuyên môn khác"
    FRONT = "front", "Mặt trận Tổ quốc"
    UNION = "union", "tổ chức chính trị - xã hội"
    OTHER = "other", "tổ chức khác"


class UnitQuerySet(ValidityQuerySet["Unit"]):
    def within(self, place: Place) -> Self:
        """Units that sit in `place` or anywhere below it."""
        return self.filter(place__path__startswith=place.path)

    def commune_committees(self) -> Self:
        """People's Committees of communes, wards, townships: what "tất cả các xã" means."""
        return self.filter(function=UnitFunction.COMMITTEE, place__level=PlaceLevel.COMMUNE)


class Unit(Validity):
    rules: tuple[Rule, ...] = (*Validity.rules, no_circle("superior"), no_circle("drafts_for"))

    name = LineField(
        "tên", max_length=lengths.AGENCY, help_text="Tên đầy đủ: “Ủy ban nhân dân xã Tân Thành”."
    )
    short_name = LineField("tên gọi tắt", max_length=100, blank=True, help_text="“UBND xã Tân Thành”.")
    letterhead = ProseField(
        "tên trên đầu văn bản", blank=True, help_text="Mỗi dòng một dòng in; để trống thì in tên đầy đủ."
    )
    superior_letterhead = ProseField(
        "tên cơ quan chủ quản trên đầu văn bản", blank=True, help_text="Để trống với Ủy ban nhân dân các cấp."
    )
    symbol = LineField(
        "ký hiệu", max_length=30, blank=True, help_text="Chữ viết tắt trong số, ký hiệu: “UBND”."
    )
    seat = LineField(
        "địa danh ghi trên văn bản", max_length=lengths.SEAT, blank=True, help_text="“Tân Thành”, “Hà Nội”."
    )
    organ_id = LineField(
        "mã định danh điện tử",
        max_length=35,
        blank=True,
        help_text="Theo Quyết định 20/2020/QĐ-TTg, ghi vào tệp edXML: “H37.24.5”.",
    )
    email = models.EmailField(
        "thư điện tử nhận văn bản",
        blank=True,
        help_text="Của đơn vị không dùng hệ thống này: văn bản ban hành được gửi tới đây.",
    )
    place = models.ForeignKey(Place, verbose_name="địa bàn", on_delete=models.PROTECT, related_name="units")
    function = models.CharField("chức năng", max_length=12, choices=UnitFunction, default=UnitFunction.OFFICE)
    superior = models.ForeignKey(
        "self",
        verbose_name="cơ quan cấp trên",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="subordinates",
    )
    drafts_for = models.ForeignKey(
        "self",
        verbose_name="tham mưu, soạn thảo cho",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="drafting_units",
        help_text="Cơ quan ban hành văn bản do đơn vị này soạn: Phòng LĐTBXH huyện soạn cho UBND huyện.",
    )
    successors = models.ManyToManyField(
        "self",
        verbose_name="kế thừa bởi",
        through="UnitSuccession",
        symmetrical=False,
        related_name="predecessors",
    )
    search_key = SearchKeyField(of=["name", "short_name"])

    objects = UnitQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_key"])

    class Meta(Validity.Meta):
        verbose_name = "đơn vị"
        verbose_name_plural = "đơn vị"
        ordering = ["place__path", "name"]
        constraints = [
            *Validity.Meta.constraints,
            models.UniqueConstraint(
                "name",
                "place",
                SINCE_EVER,
                name="units_unit_name_once_a_time",
                violation_error_message="Đơn vị cùng tên, cùng địa bàn và cùng ngày hiệu lực đã có.",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    @property
    def letterhead_lines(self) -> tuple[str, ...]:
        return lines_of(self.letterhead or self.name)

    @property
    def superior_lines(self) -> tuple[str, ...]:
        return lines_of(self.superior_letterhead)


class UnitSuccession(Succession):
    old = models.ForeignKey(
        Unit, verbose_name="đơn vị cũ", on_delete=models.CASCADE, related_name="handed_on"
    )
    new = models.ForeignKey(
        Unit, verbose_name="đơn vị mới", on_delete=models.CASCADE, related_name="taken_over"
    )

    class Meta(Succession.Meta):
        verbose_name = "kế thừa đơn vị"
        verbose_name_plural = "kế thừa đơn vị"
