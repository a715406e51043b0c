"""What gunicorn does by itself, before Django is asked: it waits for a request, and refuses one that cannot be read.

Its own pages are English; these are ours. Whoever connects and says nothing takes no thread, and whoever stops in the
middle of a request has gone. Against many who speak slowly there is the web server in front, which takes a request
whole before it hands it on. `childlabour.server` names the worker.
"""

import socket
import time
from contextlib import suppress
from typing import Any

from django.template.loader import render_to_string
from gunicorn.http.errors import (
    ConfigurationProblem,
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
)
from gunicorn.http.unreader import SocketUnreader
from gunicorn.workers.gthread import _DEFER, ThreadWorker

UNREADABLE, TOO_LONG, HEADERS_TOO_LARGE = (
    "400 Bad Request",
    "414 URI Too Long",
    "431 Request Header Fields Too Large",
)
OURS = (
    ConfigurationProblem,
    InvalidResponseHeader,
    InvalidResponseHeaderName,
)  # faults of this side stay faults
DRAINED = 1_000_000  # bytes of what is still coming; a connection shut on them would take the page along
PATIENCE = 1  # second
FIRST_WORD = 0.02  # seconds that a thread waits for a new line; then the line waits without one
SILENCE = 2  # seconds in the middle of a request, after which its sender has gone


class Listener(SocketUnreader):  # type: ignore[misc] # gunicorn has no types
    """Hears the end where nothing more is said; without it, a thread would listen for ever."""

    def chunk(self, size_hint: int | None = None) -> bytes:
        before = self.sock.gettimeout()
        self.sock.settimeout(SILENCE if before is None else min(before, SILENCE))
        try:
            heard: bytes = super().chunk(size_hint)
            return heard
        except TimeoutError:
            return b""
        finally:
            self.sock.settimeout(before)


class WebWorker(ThreadWorker):  # type: ignore[misc] # as above
    def handle(self, conn: Any) -> Any:
        if not conn.initialized:
            if not conn.wait_for_data(FIRST_WORD):
                return _DEFER
            conn.init()
            conn.parser.unreader = Listener(conn.sock)
        return super().handle(conn)

    def handle_error(self, req: object, client: socket.socket, addr: tuple[str, int], exc: Exception) -> None:
        if not isinstance(exc, ParseException) or isinstance(exc, OURS):
            super().handle_error(req, client, addr, exc)
            return
        address = addr[0] if addr else ""  # a unix socket has none
        self.log.warning(
            "Refused a request from %s: %s", address, type(exc).__name__
        )  # its words stay out of the log
        with suppress(OSError):
            client.sendall(answer_to(exc))
            _drain(client)


def answer_to(fault: ParseException) -> bytes:
    status = status_of(fault)
    page = render_to_string(f"{status[:3]}.html").encode()
    head = (
        f"HTTP/1.1 {status}\r\n"
        "Connection: close\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(page)}\r\n"
        "Cache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "X-Frame-Options: DENY\r\n"
        "\r\n"
    )
    return head.encode("ascii") + page


def status_of(fault: ParseException) -> str:
    if isinstance(fault, LimitRequestLine):
        return TOO_LONG
    return HEADERS_TOO_LARGE if isinstance(fault, LimitRequestHeaders) else UNREADABLE


def _drain(client: socket.socket) -> None:
    """Reads on for a moment, so that the caller gets to read, too."""
    client.shutdown(socket.SHUT_WR)
    client.settimeout(PATIENCE)
    left, until = DRAINED, time.monotonic() + PATIENCE
    while left > 0 and time.monotonic() < until and (got := client.recv(65536)):
        left -= len(got)
