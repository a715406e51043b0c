"""Whose address a request comes from, behind a proxy or not."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The caller's IP address, for the log-in lock-out.

    X-Real-IP counts only when BEHIND_PROXY says that the proxy writes it; otherwise anyone could send it.
    """
    direct = request.META.get("REMOTE_ADDR")
    return (request.META.get("HTTP_X_REAL_IP") or direct) if settings.BEHIND_PROXY else direct
