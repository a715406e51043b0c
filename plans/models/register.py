"""Sổ đăng ký văn bản đi: which numbers an agency gave, to what, and why some lead to no paper.

NĐ 30/2020, Điều 15 (one run of numbers from 01 on 1 January; the head of the agency decides how it is split)
and Phụ lục IV (the columns of the book).
"""

from typing import Self

from django.db import models
from django.db.models import Q

from childlabour.core import lengths
from childlabour.core.fields import LineField, ProseField
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit
from plans.law.kinds import Kind
from plans.law.seeing import of_books, visible

from .document import Document

COMMON_SERIES = "chung"


class SeriesQuerySet(models.QuerySet["NumberSeries"]):
    def visible_to(self, user: Someone) -> Self:
        return of_books(self, user, "unit")


class NumberSeries(models.Model):
    """How an agency splits its numbers: one series for all, one per kind, or as its head decided."""

    unit = models.ForeignKey(
        Unit, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="number_series"
    )
    name = LineField("tên dãy số", max_length=20, default=COMMON_SERIES)
    kinds = LineField(
        "loại văn bản",
        max_length=60,
        blank=True,
        help_text="Chữ viết tắt, cách nhau bằng dấu phẩy: “KH, BC”. Để trống: mọi loại chưa có dãy riêng.",
    )

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = "dãy số văn bản"
        verbose_name_plural = "dãy số văn bản"
        ordering = ["unit", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="plans_numberseries_once",
                violation_error_message="Cơ quan đã có dãy số mang tên này.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: dãy số {self.name}"

    @property
    def kind_codes(self) -> frozenset[str]:
        return frozenset(code.strip() for code in self.kinds.split(",") if code.strip())


class BookQuerySet(models.QuerySet["RegisterBook"]):
    def visible_to(self, user: Someone) -> Self:
        return of_books(self, user, "series__unit")


class RegisterBook(models.Model):
    """One series in one year. Its row is what clerks queue for when they take a number."""

    series = models.ForeignKey(
        NumberSeries, verbose_name="dãy số", on_delete=models.PROTECT, related_name="books"
    )
    year = models.PositiveSmallIntegerField("năm")
    opened_after = models.PositiveIntegerField(
        "sổ giấy đã dùng đến số", default=0, help_text="Hệ thống cấp tiếp từ số sau số này."
    )
    declared_by_name = models.CharField("người khai", max_length=200, blank=True, editable=False)
    declared_at = models.DateTimeField("lúc khai", null=True, editable=False)

    objects = BookQuerySet.as_manager()

    class Meta:
        verbose_name = "sổ đăng ký văn bản đi"
        verbose_name_plural = "sổ đăng ký văn bản đi"
        ordering = ["-year", "series"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "year"],
                name="plans_registerbook_once",
                violation_error_message="Sổ của dãy số này trong năm đã có.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, năm {self.year}"


class EntryState(models.TextChoices):
    GIVEN = "given", "đã cấp"
    RESERVED = "reserved", "để dành"
    VOIDED = "voided", "đã hủy số"


class RegisterEntryQuerySet(models.QuerySet["RegisterEntry"]):
    def visible_to(self, user: Someone) -> Self:
        """A book is read by its agency's own people, by who holds the agency's office now, and by the keeper; its
        lines of published documents by the superior, too.
        """
        eyes = viewer(user)
        if eyes.is_keeper:
            return self
        return self.filter(book__series__unit__in=eyes.seen_unit_ids) | visible(self, user)


class RegisterEntry(models.Model):
    """A line of the book. Its columns are copied in, so that a voided line still says what it was for."""

    belongs_by = "document"
    seen_as = "dealings"

    book = models.ForeignKey(
        RegisterBook, verbose_name="sổ", on_delete=models.PROTECT, related_name="entries"
    )
    number = models.PositiveIntegerField("số")
    state = models.CharField("tình trạng", max_length=8, choices=EntryState, default=EntryState.GIVEN)
    document = models.ForeignKey(
        Document,
        verbose_name="văn bản",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="register_entries",
    )
    symbol = LineField("ký hiệu", max_length=lengths.SYMBOL, blank=True)
    dated = models.DateField("ngày văn bản")
    kind = models.CharField("loại văn bản", max_length=3, choices=Kind, blank=True)
    title = ProseField("trích yếu", blank=True)
    signer = LineField("người ký", max_length=lengths.PERSON, blank=True)
    recipients = ProseField("nơi nhận", blank=True)
    archive = LineField("nơi nhận bản lưu", max_length=lengths.FULL_NAME, blank=True)
    copies = models.PositiveIntegerField("số lượng bản", null=True, blank=True)
    sent_on = models.DateField("ngày chuyển", null=True, blank=True)
    note = ProseField("ghi chú", blank=True)
    reason = ProseField("lý do", blank=True, help_text="Vì sao để dành, hủy số hoặc ghi lùi ngày.")
    carried_over = models.BooleanField("nhập lại từ sổ giấy", default=False)
    given_by_name = models.CharField("người cấp", max_length=lengths.FULL_NAME)
    given_at = models.DateTimeField("lúc cấp")

    objects = RegisterEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "số đã đăng ký"
        verbose_name_plural = "số đã đăng ký"
        ordering = ["book", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["book", "number"],
                name="plans_registerentry_number_once",
                violation_error_message="Số này đã có trong sổ.",
            ),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(state=EntryState.GIVEN),
                name="plans_registerentry_one_number_a_plan",
                violation_error_message="Văn bản đã có số.",
            ),
            models.CheckConstraint(name="plans_registerentry_number_is_positive", condition=Q(number__gt=0)),
            models.CheckConstraint(
                name="plans_registerentry_given_to_a_plan",
                condition=~Q(state=EntryState.GIVEN) | Q(document__isnull=False),
                violation_error_message="Số đã cấp phải thuộc về một văn bản.",
            ),
            models.CheckConstraint(
                name="plans_registerentry_says_why",
                condition=Q(state=EntryState.GIVEN) | ~Q(reason=""),
                violation_error_message="Số để dành hoặc đã hủy phải có lý do.",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def written_number(self) -> str:
        return f"{self.number:02d}"

    @property
    def code(self) -> str:
        return f"{self.written_number}/{self.symbol}" if self.symbol else self.written_number


class SentBy(models.TextChoices):
    HAND = "hand", "trực tiếp"
    POST = "post", "bưu điện"
    AXIS = "axis", "trục liên thông văn bản"
    MAIL = "mail", "thư điện tử"
    OTHER = "other", "cách khác"


class Sending(models.Model):
    """Copies of a numbered paper on their way to one receiver: columns 7 to 9 of the book, a receiver each."""

    belongs_by = "entry"
    seen_as = "dealings"

    entry = models.ForeignKey(
        RegisterEntry, verbose_name="số đã đăng ký", on_delete=models.PROTECT, related_name="sendings"
    )
    receiver = LineField("nơi nhận", max_length=lengths.AGENCY)
    copies = models.PositiveIntegerField("số lượng bản", default=1)
    sent_on = models.DateField("ngày chuyển")
    by = models.CharField("chuyển bằng", max_length=5, choices=SentBy, default=SentBy.HAND)
    signed_for = LineField(
        "người ký nhận", max_length=lengths.PERSON, blank=True, help_text="Để trống thì ký tay trên sổ in."
    )
    noted_by_name = models.CharField("người ghi", max_length=lengths.FULL_NAME)
    noted_at = models.DateTimeField("lúc ghi")

    class Meta:
        verbose_name = "lần chuyển văn bản"
        verbose_name_plural = "các lần chuyển văn bản"
        ordering = ["sent_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="plans_sending_some_copies",
                condition=Q(copies__gt=0),
                violation_error_message="Số lượng bản phải từ 1 trở lên.",
            ),
            models.UniqueConstraint(
                fields=["entry", "receiver", "sent_on", "by"],
                name="plans_sending_once",
                violation_error_message="Lần chuyển này đã ghi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry} → {self.receiver}"
