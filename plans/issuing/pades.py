"""Signatures in PDF files (PAdES, ETSI EN 319 142): made and looked at. The only module that knows pyHanko.

pyHanko takes 0.8 s to load, so it waits for the first signature.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils import timezone
from PIL import Image

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal

from .appearance import Box
from .keys import Key, name_of

ROOM_FOR_SIGNATURE = 16_384  # bytes; certificates of a chain of four and a time stamp fit


class Trust(StrEnum):
    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"
    UNKNOWN = "unknown"  # nothing to check against


@dataclass(frozen=True)
class SeenSignature:
    """What can be said of one signature. Nothing here is true because it could not be checked."""

    field: str
    signer: str
    organisation: str
    issuer: str
    serial: str
    certificate_sha256: str
    valid_from: datetime
    valid_to: datetime
    signed_at: datetime | None  # as the signer's machine said; by the time stamp when there is one
    timestamped: bool
    intact: bool  # the bytes it covers are the bytes it was made over
    whole: bool  # and nothing but signatures was added afterwards
    in_time: bool | None  # the certificate was valid at signing; None when the moment is not known
    trust: Trust

    @property
    def is_good(self) -> bool:
        return self.intact and self.whole and bool(self.in_time) and self.trust == Trust.TRUSTED


def sign(
    pdf: bytes, key: Key, field: str, box: Box | None, *, image: bytes = b"", words: bytes = b""
) -> bytes:
    """`pdf` with one signature more, as an incremental update: what was there stays byte for byte.

    `image` (PNG) or `words` (a one-page PDF) is drawn in `box`. About 30 ms.
    """
    tools = _tools()
    writer = tools.incremental_writer.IncrementalPdfFileWriter(BytesIO(pdf))
    with TemporaryDirectory() as folder:
        signer = _signer()(
            tools.signers.PdfSignatureMetadata(
                field_name=field,
                md_algorithm="sha256",
                subfilter=tools.fields.SigSeedSubFilter.PADES,
                name=name_of(key.certificate),
            ),
            signer=_held_key()(key),
            timestamper=tools.timestamps.HTTPTimeStamper(settings.TIMESTAMP_URL)
            if settings.TIMESTAMP_URL
            else None,
            stamp_style=_style(tools, Path(folder), image, words),
            new_field_spec=_field(tools, field, box),
        )
        return signer.sign_pdf(writer, bytes_reserved=ROOM_FOR_SIGNATURE).getvalue()


def _style(tools, folder: Path, image: bytes, words: bytes):
    if image:
        drawn = tools.images.PdfImage(Image.open(BytesIO(image)))
    elif words:
        (folder / "stamp.pdf").write_bytes(words)
        drawn = tools.content.ImportedPdfPage(str(folder / "stamp.pdf"))
    else:
        return None
    return tools.stamp.StaticStampStyle(background=drawn, background_opacity=1, border_width=0)


def _field(tools, field: str, box: Box | None):
    if box is None:
        return tools.fields.SigFieldSpec(field)
    corners = tuple(round(value) for value in (box.left, box.bottom, box.right, box.top))
    return tools.fields.SigFieldSpec(field, on_page=box.page, box=corners)


def signatures_in(pdf: bytes) -> list[SeenSignature]:
    """Every signature, in the order they were made. Raises Refusal for what is no readable PDF. 12-24 ms each."""
    tools = _tools()
    try:
        embedded = tools.reader.PdfFileReader(BytesIO(pdf), strict=False).embedded_regular_signatures
    except tools.faults as fault:
        raise Refusal(Problem("Tệp không phải là PDF đọc được.", "file")) from fault
    return [_seen(tools, signature) for signature in embedded]


def added_problems(ours: bytes, theirs: bytes) -> list[Problem]:
    """Why `theirs` is not `ours` with signatures added and nothing else; empty when it is."""
    if not theirs.startswith(ours):
        return [
            Problem(
                "Tệp nhận về không phải bản đã giao đi: nội dung bị thay đổi hoặc đã được lưu lại bằng "
                "phần mềm khác. Tải lại bản trình ký và ký đúng tệp đó.",
                "file",
            )
        ]
    if len(theirs) == len(ours):
        return [Problem("Tệp chưa có chữ ký số nào: ký rồi tải lên.", "file")]
    tools = _tools()
    try:
        before = tools.reader.PdfFileReader(BytesIO(ours), strict=False)
        after = tools.reader.PdfFileReader(BytesIO(theirs), strict=False)
        review = tools.diff_analysis.DEFAULT_DIFF_POLICY.review_file(after, before.xrefs.total_revisions - 1)
    except tools.faults:
        return [Problem("Phần thêm vào tệp không đọc được: ký lại bản trình ký.", "file")]
    if isinstance(review, tools.diff_analysis.SuspiciousModification) or (
        review.modification_level > tools.diff_analysis.ModificationLevel.FORM_FILLING
    ):
        return [
            Problem(
                "Ngoài chữ ký, tệp còn bị thay đổi chỗ khác: chỉ nhận bản trình ký có thêm chữ ký số.", "file"
            )
        ]
    return []


def _seen(tools, signature) -> SeenSignature:
    certificate = x509.load_der_x509_certificate(signature.signer_cert.dump())
    claimed = signature.self_reported_timestamp
    roots = trust_roots()
    status = _validated(signature, roots, claimed or now())
    timestamp = status.timestamp_validity
    signed_at = timestamp.timestamp if timestamp and timestamp.valid else claimed
    in_time = None
    if signed_at is not None:
        in_time = certificate.not_valid_before_utc <= signed_at <= certificate.not_valid_after_utc
    return SeenSignature(
        field=signature.field_name,
        signer=_name(certificate.subject, NameOID.COMMON_NAME),
        organisation=_name(certificate.subject, NameOID.ORGANIZATION_NAME),
        issuer=_name(certificate.issuer, NameOID.COMMON_NAME) or certificate.issuer.rfc4514_string(),
        serial=f"{certificate.serial_number:x}",
        certificate_sha256=certificate.fingerprint(SHA256()).hex(),
        valid_from=certificate.not_valid_before_utc,
        valid_to=certificate.not_valid_after_utc,
        signed_at=timezone.localtime(signed_at) if signed_at else None,
        timestamped=bool(timestamp and timestamp.valid and timestamp.trusted),
        intact=bool(status.intact and status.valid),
        whole=_whole(tools, status),
        in_time=in_time,
        trust=Trust.UNKNOWN if not roots else Trust.TRUSTED if status.trusted else Trust.UNTRUSTED,
    )


def _whole(tools, status) -> bool:
    if status.coverage == tools.status.SignatureCoverageLevel.ENTIRE_FILE:
        return True
    level = status.modification_level
    return level is not None and level <= tools.diff_analysis.ModificationLevel.FORM_FILLING


def _name(name: x509.Name, oid) -> str:
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def trust_roots() -> list[bytes]:
    """The certificates (DER) that this office trusts: *.pem, *.crt and *.cer files of SIGNATURE_TRUST_ROOTS."""
    folder = Path(settings.SIGNATURE_TRUST_ROOTS)
    if not folder.is_dir():
        return []
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in {".pem", ".crt", ".cer"})
    return [root for file in files for root in _certificates(file.read_bytes())]


def _certificates(data: bytes) -> list[bytes]:
    if b"-----BEGIN" in data:
        return [c.public_bytes(Encoding.DER) for c in x509.load_pem_x509_certificates(data)]
    return [x509.load_der_x509_certificate(data).public_bytes(Encoding.DER)]


@cache
def _tools() -> SimpleNamespace:
    """The modules of pyHanko that this room uses, loaded once."""
    import pyhanko_certvalidator as certvalidator
    from asn1crypto import x509 as asn1
    from pyhanko import stamp
    from pyhanko.pdf_utils import content, images, incremental_writer, misc, reader
    from pyhanko.sign import diff_analysis, fields, signers, timestamps, validation
    from pyhanko.sign.validation import status
    from pyhanko_certvalidator import registry

    return SimpleNamespace(
        asn1=asn1,
        certvalidator=certvalidator,
        content=content,
        diff_analysis=diff_analysis,
        fields=fields,
        images=images,
        incremental_writer=incremental_writer,
        reader=reader,
        registry=registry,
        signers=signers,
        stamp=stamp,
        status=status,
        timestamps=timestamps,
        validation=validation,
        # A broken file can break any assumption of a parser.
        faults=(misc.PdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError),
    )


@cache
def _held_key() -> type:
    tools = _tools()

    class HeldKey(tools.signers.Signer):
        """Any key of `issuing.keys`, as pyHanko wants one."""

        def __init__(self, key: Key):
            registry = tools.registry.SimpleCertificateStore()
            registry.register_multiple(tools.asn1.Certificate.load(der) for der in key.chain)
            own = tools.asn1.Certificate.load(key.certificate)
            super().__init__(signing_cert=own, cert_registry=registry, prefer_pss=False)
            self._key = key

        async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run=False) -> bytes:
            return bytes(512) if dry_run else self._key.sign(data)

    return HeldKey


@cache
def _signer() -> type:
    class SignerInVietnam(_tools().signers.PdfSigner):
        """Writes the time of signing in the project's zone, +07:00, wherever the server stands."""

        def init_signing_session(self, pdf_out, existing_fields_only=False):
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = now()
            return session

    return SignerInVietnam


def _validated(signature, roots: list[bytes], moment: datetime):
    """Without the network: revocation is not asked for, and nobody is told that it was."""
    tools = _tools()
    context = tools.certvalidator.ValidationContext(
        trust_roots=[tools.asn1.Certificate.load(root) for root in roots],
        moment=moment,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
    usage = tools.validation.KeyUsageConstraints(
        key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
    )
    return tools.validation.validate_pdf_signature(signature, context, key_usage_settings=usage)
