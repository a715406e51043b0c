"""Adding a signature to a PDF file.

The file and the picture may come from anywhere, so another process lays them out and leaves room for the signature
(`preparing`); the key never goes there. What is signed is the digest taken here, of the bytes that came back.
"""

from __future__ import annotations

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from childlabour.airlock.asking import ask
from childlabour.airlock.refusing import Unanswered, Why
from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from plans.signatures.keys import SALT, Key, name_of
from plans.signatures.pdf_files import Box

from .asking import signatures_in
from .seen import Stamp
from .timestamps import no_stamp, timestamper
from .tools import tools

if TYPE_CHECKING:  # loaded late: see tools
    from asn1crypto.cms import SignedDigestAlgorithm
    from pyhanko.sign.signers import Signer
    from pyhanko.sign.timestamps import TimeStamper

# Hexadecimal digits set aside in the file, two a byte: a chain of four certificates of RSA-4096 takes 8 kB,
# a time stamp with its own chain as much again.
ROOM_FOR_SIGNATURE, ROOM_FOR_STAMP = 20_000, 20_000
TOO_LONG = (
    "Tệp khóa mang theo quá nhiều chứng thư nên chữ ký không vừa chỗ dành cho nó: "
    "dùng tệp khóa chỉ có chứng thư của người ký và của các cơ quan cấp."
)


def sign(
    pdf: bytes, key: Key, field: str, box: Box | None, *, image: bytes = b"", words: bytes = b""
) -> bytes:
    """`pdf` with one signature more, as an incremental update: what was there stays byte for byte.

    `image` (PNG) or `words` (a one-page PDF) is drawn in `box`. Half a second; with a time stamp as long as the
    service takes. Raises Refusal when the service gives no sound stamp: nothing is half signed.
    """
    service, moment = timestamper(), now()
    room = ROOM_FOR_SIGNATURE + (ROOM_FOR_STAMP if service else 0)
    told = {
        "field": field,
        "box": asdict(box) if box else None,
        "image": b64encode(image).decode(),
        "words": b64encode(words).decode(),
        "certificate": b64encode(key.certificate).decode(),
        "name": name_of(key.certificate),
        "moment": moment.isoformat(),
        "room": room,
    }
    laid_out, start, end = _laid_out(pdf, ask("signature_prepared", pdf, told))
    digest = sha256(laid_out[:start] + laid_out[end:]).digest()
    signature = asyncio.run(_signature(digest, key, moment, service)).hex().upper().encode()
    if len(signature) > end - start - 2:
        raise Refusal(Problem(TOO_LONG, "key_file"))
    signed = laid_out[: start + 1] + signature + laid_out[start + 1 + len(signature) :]
    if service and signatures_in(signed)[-1].stamp == Stamp.BROKEN:
        raise no_stamp("trả dấu không hợp với chữ ký")
    return signed


def _laid_out(pdf: bytes, answer: dict[str, Any]) -> tuple[bytes, int, int]:
    """The file with room for a signature, and from where to where, the angle brackets around it included."""
    laid_out, start, end = pdf + b64decode(answer["added"]), answer["start"], answer["end"]
    if not len(pdf) <= start < end or laid_out[start:end].strip(b"<0>"):
        raise Unanswered(Why.CRASHED)
    return laid_out, start, end


async def _signature(digest: bytes, key: Key, moment: datetime, service: TimeStamper | None) -> bytes:
    made = await _held_key()(key).async_sign(
        digest,
        "sha256",
        use_pades=True,
        timestamper=service,
        signed_attr_settings=tools().pdf_cms.PdfCMSSignedAttributes(signing_time=moment),
    )
    return made.dump()


@cache
def _held_key() -> Callable[[Key], Signer]:
    class HeldKey(tools().signers.Signer):  # type: ignore[misc] # loaded late
        """Any key of `plans.signatures.keys`, as pyHanko wants one."""

        def __init__(self, key: Key) -> None:
            registry = tools().registry.SimpleCertificateStore()
            registry.register_multiple(tools().asn1.Certificate.load(der) for der in key.chain)
            own = tools().asn1.Certificate.load(key.certificate)
            super().__init__(
                signing_cert=own, cert_registry=registry, signature_mechanism=_pss() if key.is_pss else None
            )
            self._key = key

        async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
            return bytes(512) if dry_run else self._key.sign(data)

    return HeldKey


def _pss() -> SignedDigestAlgorithm:
    """RSASSA-PSS as RFC 4056 recommends it: one hash throughout, a salt of its length."""
    sha256 = tools().algos.DigestAlgorithm({"algorithm": "sha256"})
    return tools().cms.SignedDigestAlgorithm(
        {
            "algorithm": "rsassa_pss",
            "parameters": tools().algos.RSASSAPSSParams(
                {
                    "hash_algorithm": sha256,
                    "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": sha256},
                    "salt_length": SALT,
                }
            ),
        }
    )
