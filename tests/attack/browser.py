"""What an attacker's tool sends, byte for byte if need be, and what it is answered."""

import http.client
import json
import re
import socket
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlencode

HERE = "127.0.0.1"
TOKEN = "a" * 32  # of the browser's own making: cookie and form say the same
PATIENCE = 60  # seconds for one answer
NOTHING: Mapping[str, str] = MappingProxyType({})
BOUNDARY = "----ranh-gioi-7741"

File = tuple[str, str, bytes]  # field, name, content


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")

    @property
    def is_fault(self) -> bool:
        return self.status >= 500 and self.status != 503

    @property
    def is_closed(self) -> bool:
        """To log-in, forbidden, or not there."""
        return self.status in {401, 403, 404} or (self.status == 302 and "/dang-nhap/" in self.location)


@dataclass
class Browser:
    port: int
    source: str = HERE
    cookies: dict[str, str] = field(default_factory=lambda: {"csrftoken": TOKEN})

    def get(self, address: str, **headers: str) -> Answer:
        return self.asks("GET", address, b"", headers)

    def post(
        self, address: str, fields: Mapping[str, object] = NOTHING, files: Iterable[File] = (), **headers: str
    ) -> Answer:
        typed = {"csrfmiddlewaretoken": TOKEN, **fields}
        files = list(files)
        kind = f"multipart/form-data; boundary={BOUNDARY}" if files else "application/x-www-form-urlencoded"
        body = _parts(typed, files) if files else urlencode(typed, doseq=True).encode()
        return self.asks("POST", address, body, {"Content-Type": kind} | headers)

    def asks(
        self, verb: str, address: str, body: bytes = b"", headers: Mapping[str, str] = NOTHING
    ) -> Answer:
        line = http.client.HTTPConnection(HERE, self.port, timeout=PATIENCE, source_address=(self.source, 0))
        said = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        said |= {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            line.request(verb, address, body or None, said)
            got = line.getresponse()
            self._keeps(got.headers)
            return Answer(got.status, got.headers, got.read())
        finally:
            line.close()

    def _keeps(self, headers: http.client.HTTPMessage) -> None:
        """Every cookie but the token, which stays the browser's own."""
        for cookie in headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            if name != "csrftoken":
                self.cookies[name] = value


def json_body(value: object) -> bytes:
    return json.dumps(value).encode()


def raw(port: int, said: bytes, patience: float = 10) -> bytes:
    """Bytes as they are, and what comes back until the other side is done."""
    with socket.create_connection((HERE, port), timeout=patience) as line:
        heard = bytearray()
        with suppress(OSError):  # who is refused half-way may find the line shut, and the answer on it
            line.sendall(said)
        try:
            while piece := line.recv(65536):
                heard += piece
        except OSError:
            pass  # what was heard until then is the answer
        return bytes(heard)


def status_of(heard: bytes) -> int:
    """Of the first answer; 0 when there was none."""
    found = re.match(rb"HTTP/1\.[01] (\d{3})", heard)
    return int(found.group(1)) if found else 0


def _parts(fields: Mapping[str, object], files: list[File]) -> bytes:
    """File names as they are, whatever they hold."""
    body = bytearray()
    for name, value in fields.items():
        body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    for name, file_name, data in files:
        head = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n\r\n'
        )
        body += head.encode() + data + b"\r\n"
    return bytes(body + f"--{BOUNDARY}--\r\n".encode())
