"""The time of a signature, said by a service of time stamps (RFC 3161) instead of by our own clock."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings

from childlabour.core.errors import Problem, Refusal

from .tools import tools

if TYPE_CHECKING:  # loaded late: see tools
    from asn1crypto.cms import ContentInfo
    from pyhanko.sign.timestamps import HTTPTimeStamper

BADLY = "từ chối hoặc trả lời sai"
PATIENCE = 5  # seconds; the person who signs is waiting, and the service is asked at most twice


def timestamper() -> HTTPTimeStamper | None:
    """Whom to ask for a stamp; None when the keeper of the system named nobody."""
    return _service()(settings.TIMESTAMP_URL, timeout=PATIENCE) if settings.TIMESTAMP_URL else None


def no_stamp(why: str) -> Refusal:
    """`why`: what the service did, as the rest of a sentence."""
    host = urlsplit(settings.TIMESTAMP_URL).netloc or settings.TIMESTAMP_URL
    return Refusal(
        Problem(
            f"Dịch vụ dấu thời gian {host} {why}, nên chưa ký. Văn bản giữ nguyên; chờ ít phút rồi ký lại, "
            "vẫn không được thì báo quản trị hệ thống."
        )
    )


@cache
def _service() -> type[HTTPTimeStamper]:
    class Service(tools().timestamps.HTTPTimeStamper):  # type: ignore[misc] # loaded late
        """Says in one way, and in words, whatever can go wrong between us and the service."""

        async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> ContentInfo:
            try:
                token = await super().async_timestamp(message_digest, md_algorithm)
                imprint = token["content"]["encap_content_info"]["content"].parsed["message_imprint"]
                fits = imprint["hashed_message"].native == message_digest
            except tools().timestamps.TimestampRequestError as fault:
                raise no_stamp(_reason(fault)) from fault
            except Exception as fault:  # an answer that is no answer can break any assumption of a parser
                raise no_stamp(BADLY) from fault
            if not fits:
                raise no_stamp("đóng dấu cho tệp khác")
            return token

    return Service


def _reason(fault: Exception) -> str:
    cause = fault.__cause__
    if isinstance(cause, TimeoutError):
        return f"không trả lời trong {PATIENCE} giây"
    has_answered = cause is None or hasattr(cause, "status")
    return BADLY if has_answered else "không nối được"
