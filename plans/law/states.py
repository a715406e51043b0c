"""In which states a document stands, and which of them the public reads."""

from django.db import models


class Status(models.TextChoices):
    DRAFT = "draft", "nháp"
    SUBMITTED = "submitted", "đã trình"
    APPROVED = "approved", "đã duyệt"
    NUMBERED = "numbered", "đã cấp số"
    SIGNED = "signed", "đã ký"
    ISSUED = "issued", "đã ban hành"
    REPLACED = "replaced", "đã thay thế"
    REVOKED = "revoked", "đã thu hồi"
    CANCELLED = "cancelled", "đã hủy"


PUBLISHED = [Status.ISSUED, Status.REPLACED, Status.REVOKED]
WITH_NUMBER = [Status.NUMBERED, Status.SIGNED, *PUBLISHED]
SIGNED_HERE = [Status.APPROVED, Status.NUMBERED, Status.SIGNED]  # on the way to a signature
