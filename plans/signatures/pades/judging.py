"""Looking at the signatures of a file, whoever made it: without the network, and without believing anything.

Runs behind the airlock alone; what this office knows beforehand (`Known`) is told to it.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from childlabour.airlock.carrying import made, plain
from childlabour.core.errors import Problem, Refusal
from plans.signatures.revocation import RevocationStatus, standing_of

from .additions import is_whole
from .known import Known
from .seen import Seen, SeenSignature, Stamp, Trust, UnreadableSignature
from .tools import entry, tools

if TYPE_CHECKING:  # loaded late: see tools
    from pyhanko.pdf_utils.generic import DictionaryObject
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.xref import XRefCache
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus, TimestampSignatureStatus
    from pyhanko_certvalidator import ValidationContext

FOLLOWED = (
    "Sau chữ ký này, tệp có thêm chữ ký của {} mà không rõ ai cấp chứng thư; "
    "phần hình của chữ ký ấy có thể che chữ trên trang."
)
# Anybody may drop a file on us. Comparing what was added costs signatures x updates x objects: within these
# bounds the worst files that were made took 4 s; a paper of ours has 2, 3 and 60.
UNREADABLE = (
    "Tệp hỏng, đặt mật khẩu, hoặc không phải là PDF: không đọc được chữ ký nào trong tệp. "
    "Tải lại tệp từ nơi đã gửi."
)
MOST_SIGNATURES, MOST_UPDATES, MOST_OBJECTS = 10, 30, 20_000
TOO_MUCH = (
    f"Tệp có hơn {MOST_SIGNATURES} chữ ký, hoặc bị sửa đi sửa lại quá nhiều lần: không kiểm tra chữ ký ở đây."
)

log = logging.getLogger(__name__)


def judged(data: bytes, *, known: dict[str, Any], is_strangers: bool) -> Any:
    """The answer of `signatures_in` as JSON; `known` is a `Known` made plain."""
    return plain(signatures_in(data, made(Known, known), is_strangers=is_strangers))


def signatures_in(pdf: bytes, known: Known, *, is_strangers: bool = False) -> list[Seen]:
    """Every signature, in the order they were made. 12-24 ms each.

    Raises Refusal for what is no readable PDF; with `is_strangers` also for what is more often changed than
    anybody needs.
    """
    try:
        reader = tools().reader.PdfFileReader(BytesIO(pdf), strict=False)
        fields = list(tools().fields.enumerate_sig_fields(reader, filled_status=True))
        is_too_much = is_strangers and _is_too_much(fields, reader.xrefs)
    except Exception as fault:  # a spoilt file can break any assumption of a parser
        raise Refusal(Problem(UNREADABLE, "file")) from fault
    if is_too_much:
        raise Refusal(Problem(TOO_MUCH, "file"))
    seen = [_looked_at(reader, name, field, pdf, known) for name, _value, field in fields]
    return _with_what_followed([one for _revision, one in sorted(seen, key=lambda pair: pair[0]) if one])


def _is_too_much(fields: list[Any], places: XRefCache) -> bool:
    updates = range(places.total_revisions)
    if len(fields) > MOST_SIGNATURES or len(updates) > MOST_UPDATES:
        return True
    return sum(len(places.explicit_refs_in_revision(update)) for update in updates) > MOST_OBJECTS


def _looked_at(
    reader: PdfFileReader, name: str, field: Any, pdf: bytes, known: Known
) -> tuple[int, Seen | None]:
    """The revision in which a field was signed and what is seen there; None for a time stamp of the whole file."""
    try:
        signature = tools().pdf_embedded.EmbeddedPdfSignature(reader, field, name)
        if signature.sig_object_type != "/DocTimeStamp":
            return signature.signed_revision, _seen(signature, pdf, known)
        if _is_sound_file_stamp(signature, known.now):
            return signature.signed_revision, None
    except Exception:  # as above
        log.info("The signature %r of a file cannot be read.", name, exc_info=True)
    return reader.xrefs.total_revisions, UnreadableSignature(name)


def _is_sound_file_stamp(signature: EmbeddedPdfSignature, moment: datetime) -> bool:
    """Tools for archives add them; they show nothing on the page."""
    status = tools().validation.validate_pdf_timestamp(signature, _context([], moment), skip_diff=True)
    return bool(status.intact and status.valid) and not _is_visible(signature.sig_field)


def _with_what_followed(seen: list[Seen]) -> list[Seen]:
    return [_followed_by(seen[place + 1 :], signature) for place, signature in enumerate(seen)]


def _followed_by(later: list[Seen], signature: Seen) -> Seen:
    """Only signatures may follow a signature: what follows and is none, is broken, or was added to, is a change."""
    if isinstance(signature, UnreadableSignature):
        return signature
    if not all(one.intact and one.whole for one in later):
        return replace(signature, whole=False)
    readable = [one for one in later if isinstance(one, SeenSignature)]
    unknown = [one.signer for one in readable if one.trust == Trust.UNTRUSTED and one.is_visible]
    return replace(signature, caution=FOLLOWED.format(unknown[0])) if unknown else signature


def _seen(signature: EmbeddedPdfSignature, pdf: bytes, known: Known) -> SeenSignature:
    certificate = x509.load_der_x509_certificate(signature.signer_cert.dump())
    claimed, stamped = _claimed(signature, known), _time_in_stamp(signature)
    status = _validated(
        signature, known.roots, _within(certificate, stamped or claimed or known.now), stamped
    )
    stamp = _stamp(status.timestamp_validity, stamped)
    if stamp != Stamp.TRUSTED and stamped and claimed:
        status = _validated(signature, known.roots, _within(certificate, claimed), stamped)
    validity, signed_at = status.timestamp_validity, stamped if stamp == Stamp.TRUSTED else claimed
    proofs = [moment for moment in (stamp == Stamp.TRUSTED and stamped, known.held_since) if moment]
    standing = _standing(signature, status, known.lists, signed_at or known.now)
    return SeenSignature(
        field=signature.field_name,
        signer=_name(certificate.subject, NameOID.COMMON_NAME),
        organisation=_name(certificate.subject, NameOID.ORGANIZATION_NAME),
        issuer=_name(certificate.issuer, NameOID.COMMON_NAME) or certificate.issuer.rfc4514_string(),
        serial=f"{certificate.serial_number:x}",
        certificate_sha256=certificate.fingerprint(SHA256()).hex(),
        valid_from=certificate.not_valid_before_utc,
        valid_to=certificate.not_valid_after_utc,
        signed_at=signed_at and known.local(signed_at),
        stamp=stamp,
        stamped_by=_stamped_by(validity) if validity and stamp == Stamp.TRUSTED else "",
        intact=bool(status.intact and status.valid),
        whole=is_whole(pdf, signature, status),
        locks=_locks(signature),
        in_time=_within(certificate, signed_at) == signed_at if signed_at else None,
        trust=Trust.UNKNOWN if not known.roots else Trust.TRUSTED if status.trusted else Trust.UNTRUSTED,
        proven_at=min(proofs, default=None),
        revoked_at=standing.revoked_at and known.local(standing.revoked_at),
        revocation_known_at=standing.known_at and known.local(standing.known_at),
        is_visible=_is_visible(signature.sig_field),
    )


def _locks(signature: EmbeddedPdfSignature) -> bool:
    """Of the two ways to forbid what comes after: any change at all, or any field but those named."""
    fields, named = tools().fields, signature.fieldmdp
    forbids_fields = named is not None and named.action != fields.FieldMDPAction.INCLUDE
    return forbids_fields or signature.docmdp_level == fields.MDPPerm.NO_CHANGES


def _claimed(signature: EmbeddedPdfSignature, known: Known) -> datetime | None:
    """As the signer's machine said; some tools leave out the zone, and they stand where we stand."""
    said = signature.self_reported_timestamp
    return said.replace(tzinfo=known.now.tzinfo) if said and said.utcoffset() is None else said


def _is_visible(field: DictionaryObject) -> bool:
    parts = [field, *(kid.get_object() for kid in entry(field, "/Kids", ()))]
    boxes = [[float(side) for side in part["/Rect"]] for part in parts if "/Rect" in part]
    return any(left != right and bottom != top for left, bottom, right, top in boxes)


def _within(certificate: x509.Certificate, moment: datetime) -> datetime:
    """The moment nearest to `moment` at which the certificate is valid: who vouches for it is a question apart."""
    return min(max(moment, certificate.not_valid_before_utc), certificate.not_valid_after_utc)


def _name(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _time_in_stamp(signature: EmbeddedPdfSignature) -> datetime | None:
    for stamp in tools().generic_cms.extract_tst_data_iter(signature.signer_info, signed=False):
        return stamp["encap_content_info"]["content"].parsed["gen_time"].native
    return None


def _stamp(validity: TimestampSignatureStatus | None, stamped: datetime | None) -> Stamp:
    if validity is None or stamped is None:
        return Stamp.NONE
    if not (validity.intact and validity.valid):
        return Stamp.BROKEN
    return Stamp.TRUSTED if validity.trusted else Stamp.UNTRUSTED


def _stamped_by(validity: TimestampSignatureStatus) -> str:
    certificate = x509.load_der_x509_certificate(validity.signing_cert.dump())
    return _name(certificate.subject, NameOID.COMMON_NAME) or certificate.subject.rfc4514_string()


def _validated(
    signature: EmbeddedPdfSignature, roots: list[bytes], moment: datetime, stamped: datetime | None
) -> PdfSignatureStatus:
    """Integrity and path. Revocation is looked at apart (`plans.signatures.revocation`)."""
    usage = tools().validation.KeyUsageConstraints(
        key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
    )
    return tools().validation.validate_pdf_signature(
        signature, _context(roots, moment), _context(roots, stamped or moment), key_usage_settings=usage
    )


def _context(roots: list[bytes], moment: datetime) -> ValidationContext:
    return tools().certvalidator.ValidationContext(
        trust_roots=[tools().asn1.Certificate.load(root) for root in roots],
        moment=moment,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )


def _standing(
    signature: EmbeddedPdfSignature, status: PdfSignatureStatus, published: list[bytes], at: datetime
) -> RevocationStatus:
    """Whether anyone on the way to the root was taken back, by what lies beside the roots or in the file itself."""
    if not status.trusted or status.validation_path is None:
        return RevocationStatus()
    chain = [x509.load_der_x509_certificate(link.dump()) for link in status.validation_path][::-1]
    lists, answers = _embedded(signature)
    return standing_of(chain, [*published, *lists], answers, at)


def _embedded(signature: EmbeddedPdfSignature) -> tuple[list[bytes], list[bytes]]:
    """Lists (CRL) and answers (OCSP), DER, that the signer's tool put into the file."""
    lists: list[bytes] = []
    answers: list[bytes] = []
    attributes = tools().generic_cms.find_cms_attribute_iter(
        signature.signer_info["signed_attrs"], "adobe_revocation_info_archival"
    )
    for kept in attributes:
        lists += [entry.dump() for entry in kept["crl"] or ()]
        answers += [entry.dump() for entry in kept["ocsp"] or ()]
    store = entry(signature.reader.root, "/DSS", {})
    for name, kept in (("/CRLs", lists), ("/OCSPs", answers)):
        kept += [entry.get_object().data for entry in entry(store, name, ())]
    return lists, answers
