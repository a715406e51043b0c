"""Adding a signature to a PDF file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from childlabour.core.clock import now
from plans.signatures.keys import SALT, Key, name_of
from plans.signatures.pdf_files import Box

from .judging import signatures_in
from .seen import Stamp
from .timestamps import no_stamp, timestamper
from .tools import tools

if TYPE_CHECKING:  # loaded late: see tools
    from asn1crypto.cms import SignedDigestAlgorithm
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.sign.signers import PdfSigner, Signer
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession
    from pyhanko.stamp import StaticStampStyle

# Hexadecimal digits set aside in the file, two a byte: a chain of four certificates of RSA-4096 takes 8 kB,
# a time stamp with its own chain as much again.
ROOM_FOR_SIGNATURE, ROOM_FOR_STAMP = 20_000, 20_000


def sign(
    pdf: bytes, key: Key, field: str, box: Box | None, *, image: bytes = b"", words: bytes = b""
) -> bytes:
    """`pdf` with one signature more, as an incremental update: what was there stays byte for byte.

    `image` (PNG) or `words` (a one-page PDF) is drawn in `box`. About 30 ms; with a time stamp as long as the
    service takes. Raises Refusal when the service gives no sound stamp: nothing is half signed.
    """
    writer = tools().incremental_writer.IncrementalPdfFileWriter(BytesIO(pdf))
    field, service = _free_name(writer, field), timestamper()
    with TemporaryDirectory() as folder:
        signer = _signer()(
            tools().signers.PdfSignatureMetadata(
                field_name=field,
                md_algorithm="sha256",
                subfilter=tools().fields.SigSeedSubFilter.PADES,
                name=name_of(key.certificate),
            ),
            signer=_held_key()(key),
            timestamper=service,
            stamp_style=_style(Path(folder), image, words),
            new_field_spec=_field(field, box),
        )
        room = ROOM_FOR_SIGNATURE + (ROOM_FOR_STAMP if service else 0)
        signed = signer.sign_pdf(writer, bytes_reserved=room).getvalue()
    if service and signatures_in(signed)[-1].stamp == Stamp.BROKEN:
        raise no_stamp("trả dấu không hợp với chữ ký")
    return signed


def _style(folder: Path, image: bytes, words: bytes) -> StaticStampStyle | None:
    if image:
        drawn = tools().images.PdfImage(Image.open(BytesIO(image)))
    elif words:
        (folder / "stamp.pdf").write_bytes(words)
        drawn = tools().content.ImportedPdfPage(str(folder / "stamp.pdf"))
    else:
        return None
    return tools().stamp.StaticStampStyle(background=drawn, background_opacity=1, border_width=0)


def _free_name(writer: IncrementalPdfFileWriter, field: str) -> str:
    """`field`, or with a number behind it where another tool has taken that name."""
    taken = {name for name, _value, _field in tools().fields.enumerate_sig_fields(writer)}
    names = chain([field], (f"{field}{number}" for number in count(2)))
    return next(name for name in names if name not in taken)


def _field(field: str, box: Box | None) -> SigFieldSpec:
    if box is None:
        return tools().fields.SigFieldSpec(field)
    corners = tuple(round(value) for value in (box.left, box.bottom, box.right, box.top))
    return tools().fields.SigFieldSpec(field, on_page=box.page, box=corners)


@cache
def _held_key() -> Callable[[Key], Signer]:
    class HeldKey(tools().signers.Signer):  # type: ignore[misc] # loaded late
        """Any key of `issuing.keys`, as pyHanko wants one."""

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


@cache
def _signer() -> type[PdfSigner]:
    class SignerInVietnam(tools().signers.PdfSigner):  # type: ignore[misc] # loaded late
        """Writes the time of signing in the project's zone, +07:00, wherever the server stands."""

        def init_signing_session(
            self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
        ) -> PdfSigningSession:
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = now()
            return session

    return SignerInVietnam
