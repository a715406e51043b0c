"""What nobody can read is answered in our words too: gunicorn's own pages are never seen."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from gunicorn.http.errors import InvalidResponseHeader

from childlabour.web_worker import OURS, SILENCE, status_of

HOUSE = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds; the machine may be busy


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[str]:
    """The path of the socket on which our worker serves."""
    path = str(tmp_path_factory.mktemp("gunicorn") / "socket")
    worker = "childlabour.web_worker.WebWorker"
    gunicorn = [sys.executable, "-m", "gunicorn", "-k", worker, "--threads", "2", "-b", f"unix:{path}"]
    process = subprocess.Popen([*gunicorn, "--no-control-socket", "tests.core.bare_app"], cwd=HOUSE)
    try:
        until = time.monotonic() + PATIENCE
        while not _answers(path):
            assert process.poll() is None, "gunicorn did not start"
            assert time.monotonic() < until
            time.sleep(0.1)
        yield path
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as trial:
        return trial.connect_ex(path) == 0


def answer_to(path: str, request: bytes) -> tuple[str, str]:
    """(status line, page)."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE)
        line.connect(path)
        line.sendall(request)
        got = b""
        while more := line.recv(65536):
            got += more
    head, _, page = got.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(page)}".encode() in head
    return head.decode().splitlines()[0], page.decode()


@pytest.mark.parametrize(
    ("request_", "status", "said"),
    [
        (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", "414", "Địa chỉ này quá dài"),
        (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", "414", "Địa chỉ này quá dài"),
        (b"GET / HTTP/1.1\r\nCookie: " + b"a" * 100_000 + b"\r\n\r\n", "431", "quá nhiều dữ liệu"),
        (b"GET / HTTP/1.1\r\nHo st: x\r\n\r\n", "400", "chưa hiểu yêu cầu"),
        (b"@@@@\r\n\r\n", "400", "chưa hiểu yêu cầu"),
        (b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", "400", "chưa hiểu yêu cầu"),
    ],
)
def test_a_request_that_cannot_be_read_gets_a_page_of_ours(server, request_, status, said):
    line, page = answer_to(server, request_)
    assert line.startswith(f"HTTP/1.1 {status} ")
    assert said in page
    assert 'lang="vi"' in page
    assert "aaaa" not in page, "nothing of what was sent is said again"


WELL = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
BEGUN = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc"


@pytest.mark.parametrize(
    ("lines", "said"),
    [(60, b""), (2, b"GET / HTTP/1.1\r\nHost: loc"), (2, BEGUN)],
    ids=["silent", "head", "body"],
)
def test_who_connects_and_falls_silent_keeps_nobody_waiting(server, lines, said):
    """Two threads serve; each of them listened for ever, or for five seconds a line."""
    with ExitStack() as others:
        for _ in range(lines):
            other = others.enter_context(socket.socket(socket.AF_UNIX))
            other.connect(server)
            other.sendall(said)
        begun = time.monotonic()
        answer_to(server, WELL)
        assert time.monotonic() - begun < SILENCE + 7, "a busy machine takes its time"


def test_a_header_that_we_could_not_send_is_our_fault_and_not_the_callers():
    assert issubclass(InvalidResponseHeader, OURS)
    assert status_of(InvalidResponseHeader("X")).startswith("400"), "which is why it is asked first"
