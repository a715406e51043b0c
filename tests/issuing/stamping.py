"""A service of time stamps (RFC 3161) on loopback: OpenSSL answers, and it can be made to answer badly."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from asn1crypto import tsp
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.issuing.certificates import Held, authority

CONFIGURATION = """
[ tsa ]
default_tsa = office
[ office ]
dir = {folder}
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
certs = {folder}/ca.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
"""
ANSWER = "application/timestamp-reply"

Answer = tuple[int, str, bytes]  # status, type, body


class Service:
    """Stamps with `held`; `answers` may spoil what it says. Notes every request in `asked`."""

    def __init__(self, folder: Path, held: Held):
        self.folder, self.asked = folder, []
        self.answers: Callable[[bytes], Answer] = lambda query: (200, ANSWER, self.stamped(query))
        folder.mkdir(exist_ok=True)
        key = held.key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        (folder / "tsa.key").write_bytes(key)
        (folder / "tsa.pem").write_bytes(held.certificate.public_bytes(Encoding.PEM))
        (folder / "ca.pem").write_bytes(authority().certificate.public_bytes(Encoding.PEM))
        (folder / "tsa.cnf").write_text(CONFIGURATION.format(folder=folder))

    def stamped(self, query: bytes) -> bytes:
        (self.folder / "query").write_bytes(query)
        words = ("openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "answer")
        subprocess.run(words, cwd=self.folder, check=True, capture_output=True)
        return (self.folder / "answer").read_bytes()

    # ── Bad answers ──────────────────────────────────────────────────────────────────────────────

    def too_late(self, query: bytes) -> Answer:
        time.sleep(1)
        return 200, ANSWER, self.stamped(query)

    def out_of_order(self, query: bytes) -> Answer:
        return 503, "text/html", b"<h1>Bao tri</h1>"

    def a_page(self, query: bytes) -> Answer:
        return 200, "text/html", b"<h1>Dang nhap wifi</h1>"

    def rubbish(self, query: bytes) -> Answer:
        return 200, ANSWER, b"\x30\x03abc"

    def nothing(self, query: bytes) -> Answer:
        return 200, ANSWER, b""

    def refusing(self, query: bytes) -> Answer:
        """As OpenSSL answers to a hash that it was not set up for."""
        asked = tsp.TimeStampReq.load(query)
        asked["message_imprint"] = {"hash_algorithm": {"algorithm": "sha512"}, "hashed_message": bytes(64)}
        return 200, ANSWER, self.stamped(asked.dump())

    def for_another_file(self, query: bytes) -> Answer:
        asked = tsp.TimeStampReq.load(query)
        asked["message_imprint"]["hashed_message"] = bytes(32)
        return 200, ANSWER, self.stamped(asked.dump())

    def with_another_number(self, query: bytes) -> Answer:
        """An old answer, sent again."""
        asked = tsp.TimeStampReq.load(query)
        asked["nonce"] = 7
        return 200, ANSWER, self.stamped(asked.dump())

    def spoilt(self, query: bytes) -> Answer:
        answer = bytearray(self.stamped(query))
        answer[-20] ^= 1  # within the signature of the stamp
        return 200, ANSWER, bytes(answer)


@contextmanager
def served(service: Service) -> Iterator[str]:
    """The address of the service while it listens."""

    class Door(BaseHTTPRequestHandler):
        def do_POST(self):
            query = self.rfile.read(int(self.headers["Content-Length"]))
            service.asked.append(query)
            status, kind, body = service.answers(query)
            try:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                pass  # who asked did not wait

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
