"""Whose address a request comes from, behind a proxy or not."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

ONE_SUBSCRIBER = 64  # bits of IPv6 that one line is given; the rest is free for it to change


def client_address(request: HttpRequest) -> str | None:
    """The caller's IP address, for the log-in lock-out.

    X-Real-IP counts only when BEHIND_PROXY says that the proxy writes it; otherwise anyone could send it.
    """
    direct = request.META.get("REMOTE_ADDR")
    return (request.META.get("HTTP_X_REAL_IP") or direct) if settings.BEHIND_PROXY else direct


def client_network(request: HttpRequest) -> str:
    """The address as it is counted: of IPv6 the part that a caller cannot change. "" when nobody knows."""
    written = client_address(request) or ""
    try:
        address = ip_address(written)
    except ValueError:
        return written[:45]
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network((address, ONE_SUBSCRIBER), strict=False))
    return written
