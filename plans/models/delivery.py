"""An issued document on its way to the units it was issued for: sent, opened, received; and who was reminded."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from childlabour.core import lengths
from childlabour.core.fields import DayField, LineField
from childlabour.core.vietnamese import short_date
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit
from plans.law.seeing import OfDocuments

from .document import Document


class Channel(models.TextChoices):
    """How a document gets to a unit: onto its desk here, by mail, or as a file that somebody carries."""

    DESK = "desk", "trên hệ thống"
    MAIL = "mail", "thư điện tử"
    FILE = "file", "tệp edXML"


class DeliveryQuerySet(OfDocuments["Delivery"]):
    def come_to(self, user: Someone) -> Self:
        """To the units of this person, and to those whose work these took over."""
        return self.filter(unit__in=viewer(user).seen_unit_ids)

    def not_received(self) -> Self:
        return self.filter(received_at=None)

    def to_mail(self) -> Self:
        """What waits for the post office; a mailbox that was refused waits for a better one."""
        return self.filter(channel=Channel.MAIL, sent_at=None, fault="")


class Delivery(models.Model):
    """One issued document to one unit, written in the transaction that issues it."""

    belongs_by = "document"
    seen_as = "dealings"
    given_to = "unit"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="deliveries"
    )
    unit = models.ForeignKey(
        Unit, verbose_name="đơn vị nhận", on_delete=models.PROTECT, related_name="deliveries"
    )
    channel = models.CharField("cách gửi", max_length=4, choices=Channel)
    mailbox = models.EmailField("gửi đến thư điện tử", blank=True)
    sent_at = models.DateTimeField("đã gửi lúc", null=True, blank=True)
    sent_by_name = models.CharField("người gửi", max_length=lengths.FULL_NAME, blank=True)
    fault = LineField("vì sao chưa gửi được", max_length=200, blank=True)
    opened_at = models.DateTimeField("mở lần đầu lúc", null=True, blank=True)
    opened_by_name = models.CharField("người mở", max_length=lengths.FULL_NAME, blank=True)
    received_at = models.DateTimeField("đã nhận lúc", null=True, blank=True)
    received_by_name = models.CharField("người nhận", max_length=lengths.FULL_NAME, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = "nơi đã gửi văn bản"
        verbose_name_plural = "các nơi đã gửi văn bản"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "-id"], name="plans_delivery_to_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "unit"],
                name="plans_delivery_once",
                violation_error_message="Văn bản đã gửi đơn vị này.",
            ),
            models.CheckConstraint(
                name="plans_delivery_received_was_opened",
                condition=Q(received_at=None) | Q(opened_at__isnull=False),
                violation_error_message="Văn bản đã nhận thì phải có người mở.",
            ),
            models.CheckConstraint(
                name="plans_delivery_by_mail_has_a_mailbox",
                condition=~Q(channel=Channel.MAIL) | ~Q(mailbox=""),
                violation_error_message="Gửi bằng thư điện tử thì phải có địa chỉ.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} ({self.get_channel_display()})"

    @property
    def waits_for_clerk(self) -> bool:
        """It left neither by itself nor by hand: the mailbox refused it, or there is none."""
        return self.sent_at is None and (self.channel == Channel.FILE or bool(self.fault))


class Reminder(models.Model):
    """All units that lag behind were reminded in one act: by whom, when, how many. Once a day at most."""

    belongs_by = "document"
    seen_as = "dealings"

    document = models.ForeignKey(
        Document, verbose_name="văn bản", on_delete=models.CASCADE, related_name="reminders"
    )
    day = DayField("ngày")
    at = models.DateTimeField("lúc")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người đôn đốc",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    officer_name = models.CharField("tên người đôn đốc", max_length=lengths.FULL_NAME)
    units = models.PositiveIntegerField("số đơn vị")

    class Meta:
        verbose_name = "lần đôn đốc"
        verbose_name_plural = "các lần đôn đốc"
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "day"],
                name="plans_reminder_once_a_day",
                violation_error_message="Hôm nay đã đôn đốc văn bản này.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer_name}, {short_date(self.day)}"
