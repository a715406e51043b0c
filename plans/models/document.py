"""A programme document: who issues it, what it is called, where it stands on its way."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify

from childlabour.core import lengths
from childlabour.core.fields import (
    DayField,
    LineField,
    ProseField,
    SearchKeyField,
    YearField,
)
from childlabour.core.rules import Ruled, no_circle
from childlabour.core.vietnamese import FIRST_YEAR, LAST_YEAR, search_key
from childlabour.units.models import Unit
from childlabour.units.naming import head_of
from plans.law.competence import Competence
from plans.law.handling import Circulation, Urgency
from plans.law.kinds import Facts, Kind
from plans.law.rules import PLAN_RULES
from plans.law.seeing import OfDocuments, for_everybody
from plans.law.states import PUBLISHED, SIGNED_HERE, WITH_NUMBER, Status
from targets.models import Programme


class Origin(models.TextChoices):
    """Settled when a document is made, and never changed (`plans.issuing.triggers`)."""

    HERE = "here", "lập trên hệ thống"
    CARRIED_OVER = "carried_over", "nhập lại từ văn bản đã có"


class DocumentQuerySet(OfDocuments["Document"]):
    def issued(self) -> Self:
        """In force, replaced or revoked, each saying which."""
        return self.filter(status__in=PUBLISHED)

    def public(self) -> Self:
        """What everybody may read of these."""
        return self.issued().filter(for_everybody(self.model))

    def unfinished(self) -> Self:
        return self.exclude(status__in=[*PUBLISHED, Status.CANCELLED])

    def of_units(self, unit_ids: Iterable[int]) -> Self:
        return self.filter(unit_id__in=unit_ids)

    def for_year(self, year: int) -> Self:
        return self.filter(period_from__lte=year, period_to__gte=year)

    def for_lists(self) -> Self:
        """With everything a row of a list prints; one query however many rows."""
        return self.select_related("unit__place", "programme").defer("source_note")


class Document(Ruled, models.Model):
    belongs_by = ""  # it is the document
    seen_as = "words"
    rules = (*PLAN_RULES, no_circle("parent"))

    kind = models.CharField("loại văn bản", max_length=3, choices=Kind, default=Kind.PLAN)
    unit = models.ForeignKey(
        Unit, verbose_name="cơ quan ban hành", on_delete=models.PROTECT, related_name="documents"
    )
    programme = models.ForeignKey(
        Programme,
        verbose_name="chương trình",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name="thực hiện văn bản",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="Kế hoạch cấp trên mà văn bản này triển khai.",
    )
    submits = models.ForeignKey(
        "self",
        verbose_name="trình dự thảo",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="proposals",
    )
    period_from = YearField("từ năm")
    period_to = YearField("đến năm")
    orientation_year = YearField("định hướng đến năm", null=True, blank=True)

    number = models.PositiveIntegerField(
        "số", null=True, blank=True, help_text="Để trống khi còn là dự thảo."
    )
    number_year = models.PositiveSmallIntegerField("năm của số", null=True, blank=True, editable=False)
    series = models.CharField("dãy số", max_length=20, default="chung", blank=True)
    symbol = LineField(
        "ký hiệu", max_length=lengths.SYMBOL, blank=True, help_text="“KH-UBND”; để trống thì tự ghép."
    )
    seat = LineField(
        "địa danh", max_length=lengths.SEAT, blank=True, help_text="Để trống thì lấy của cơ quan ban hành."
    )
    issued_on = DayField("ngày ban hành", null=True, blank=True)

    title = ProseField("trích yếu", longest=lengths.TITLE)
    addressees = ProseField(
        "kính gửi", blank=True, help_text="Mỗi dòng một nơi; kế hoạch, quyết định không có."
    )
    signature_lines = ProseField("quyền hạn, chức vụ người ký", blank=True, help_text="Mỗi dòng một dòng in.")
    signer = LineField("họ và tên người ký", max_length=lengths.PERSON, blank=True)
    beside_lines = ProseField(
        "chức danh người ký bên trái", blank=True, help_text="Biên bản: “THƯ KÝ”. Loại văn bản khác để trống."
    )
    beside_signer = LineField("họ và tên người ký bên trái", max_length=lengths.PERSON, blank=True)
    competence = models.CharField(
        "thẩm quyền ban hành",
        max_length=10,
        choices=Competence,
        blank=True,
        help_text="Tập thể Ủy ban nhân dân ký “TM. ỦY BAN NHÂN DÂN”; người đứng đầu ký không có “TM.”.",
    )
    drafted_in = LineField(
        "ký hiệu nơi soạn thảo",
        max_length=lengths.SYMBOL,
        blank=True,
        help_text="“VHXH”: phòng soạn thảo, in trong ký hiệu công văn (“UBND-VHXH”).",
    )
    shown_to_public = models.BooleanField(
        "công khai",
        default=False,
        help_text="Tờ trình, biên bản chỉ cơ quan mình, cơ quan cấp trên và nơi nhận xem được, trừ khi chọn công khai.",
    )

    urgency = models.CharField("mức độ khẩn", max_length=12, choices=Urgency, blank=True)
    circulation = models.CharField("phạm vi lưu hành", max_length=20, choices=Circulation, blank=True)
    typist = LineField(
        "ký hiệu người soạn thảo, số bản", max_length=lengths.TYPIST, blank=True, help_text="Ví dụ: PL.(300)."
    )
    contact = ProseField(
        "thông tin liên hệ",
        longest=lengths.CONTACT,
        blank=True,
        help_text="Địa chỉ, điện thoại, thư điện tử, trang tin: in ở chân trang đầu.",
    )

    status = models.CharField(
        "trạng thái", max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    origin = models.CharField("nguồn", max_length=12, choices=Origin, default=Origin.HERE, editable=False)
    source_note = ProseField(
        "ghi chú nguồn", blank=True, help_text="Hiện trên trang xem, không in trên văn bản."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    laid_as = models.CharField("lần ghi nội dung gần nhất", max_length=16, blank=True, editable=False)
    revision = models.PositiveIntegerField("số lần ghi nội dung", default=0, editable=False)
    verification_code = models.CharField(
        "mã tra cứu", max_length=19, null=True, blank=True, unique=True, editable=False
    )
    search_key = SearchKeyField(of=["title", "code", "issuer_names"])

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        ordering = ["-issued_on", "-pk"]
        indexes = [
            models.Index(fields=["status", "-issued_on", "-id"], name="plans_document_newest"),
            models.Index(fields=["unit", "status"], name="plans_document_of_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                name="plans_document_period_in_order",
                condition=Q(period_to__gte=F("period_from")),
                violation_error_message="Kỳ của văn bản phải kết thúc từ năm bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                name="plans_document_years_plausible",
                condition=Q(period_from__gte=FIRST_YEAR, period_to__lte=LAST_YEAR)
                & (Q(orientation_year__isnull=True) | Q(orientation_year__range=(FIRST_YEAR, LAST_YEAR))),
                violation_error_message=f"Các năm của văn bản phải từ {FIRST_YEAR} đến {LAST_YEAR}.",
            ),
            models.UniqueConstraint(
                fields=["unit", "number_year", "series", "number"],
                name="plans_document_number_once_a_year",
                violation_error_message="Số này đã cấp cho văn bản khác của cơ quan trong năm.",
            ),
            models.CheckConstraint(
                name="plans_document_number_has_year_and_date",
                condition=Q(number__isnull=True, number_year__isnull=True)
                | Q(number__gt=0, number_year__isnull=False, issued_on__isnull=False),
                violation_error_message="Văn bản đã có số thì phải có ngày ban hành.",
            ),
            models.CheckConstraint(
                name="plans_document_number_only_after_approval",
                condition=Q(number__isnull=True)
                | Q(status__in=[*WITH_NUMBER, Status.CANCELLED])
                | Q(status=Status.SUBMITTED, origin=Origin.CARRIED_OVER),
                violation_error_message="Dự thảo chưa được mang số.",
            ),
            models.CheckConstraint(
                name="plans_document_old_paper_goes_its_own_way",
                condition=Q(origin=Origin.HERE) | ~Q(status__in=SIGNED_HERE),
                violation_error_message="Văn bản ban hành trước khi dùng hệ thống không duyệt, cấp số, ký ở đây.",
            ),
            models.CheckConstraint(
                name="plans_document_issued_has_number",
                condition=~Q(status__in=WITH_NUMBER)
                | Q(number__isnull=False)
                | Q(origin=Origin.CARRIED_OVER),
                violation_error_message="Văn bản ban hành phải có số và ngày.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind_name} {self.code or 'chưa có số'} – {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._follow_the_date()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("public:document", args=[self.pk])

    def clean(self) -> None:
        self._follow_the_date()

    def _follow_the_date(self) -> None:
        """The register's year; stored only because the unique number needs a column."""
        self.number_year = self.issued_on.year if self.number and self.issued_on else None

    @property
    def kind_name(self) -> str:
        return Kind(self.kind).label

    @property
    def facts(self) -> Facts:
        """What its kind is like."""
        return Kind(self.kind).facts

    @property
    def slug(self) -> str:
        """A name for files: "ke-hoach-10-kh-ubnd-2024", "ke-hoach-12" for a draft."""
        which = f"{self.code} {self.number_year}" if self.number else self.pk
        return slugify(search_key(f"{self.kind_name} {which}".replace("/", " ")))

    @property
    def is_of_old_times(self) -> bool:
        """Issued on paper before there was this system."""
        return self.origin == Origin.CARRIED_OVER

    @property
    def is_issued(self) -> bool:
        return self.status in PUBLISHED

    @property
    def is_editable(self) -> bool:
        return self.status == Status.DRAFT

    @property
    def written_number(self) -> str:
        """The number as printed, at least two digits (NĐ 30/2020, Phụ lục I, II.3c); "" without one."""
        return f"{self.number:02d}" if self.number else ""

    @property
    def written_symbol(self) -> str:
        """The symbol, composed from kind and issuer where none was typed (NĐ 30/2020, Phụ lục I, II.3b)."""
        if self.symbol:
            return self.symbol
        if self.facts.named:
            return f"{self.kind}-{self.unit.symbol}"
        return "-".join(filter(None, (self.unit.symbol, self.drafted_in)))

    @property
    def deciding(self) -> str:
        """Who decides, as it stands below the title of a decision (Mẫu 1.2); "" where that is not said."""
        if not (self.facts.says_who_decides and self.competence):
            return ""
        return self.unit.name if self.competence == Competence.COLLECTIVE else head_of(self.unit)

    @property
    def is_for_everybody(self) -> bool:
        """Whether the public reads it once it is issued."""
        return self.facts.public or self.shown_to_public

    @property
    def code(self) -> str:
        """Số, ký hiệu together: "10/KH-UBND"; "" without a number."""
        return f"{self.written_number}/{self.written_symbol}" if self.number else ""

    @property
    def issuer_names(self) -> str:
        return f"{self.unit.name} {self.unit.short_name} {self.unit.place.name}"

    @property
    def period(self) -> str:
        if self.period_from == self.period_to:
            return f"năm {self.period_from}"
        return f"giai đoạn {self.period_from}-{self.period_to}"

    @property
    def written_seat(self) -> str:
        return self.seat or self.unit.seat

    @cached_property
    def communes(self) -> tuple[Unit, ...]:
        """The commune committees of the issuer's territory when the period begins, with places; one query."""
        there = Unit.objects.within(self.unit.place).valid_on(self.first_day).commune_committees()
        return tuple(there.select_related("place"))

    @property
    def first_day(self) -> date:
        return date(self.period_from, 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the period: a due date later than this is worth a warning."""
        return date(self.orientation_year or self.period_to, 12, 31)
