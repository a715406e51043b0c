"""Whether a certificate was taken back by who gave it out: from lists and answers at hand, never from the network.

A list (CRL, RFC 5280) or an answer (OCSP, RFC 6960) counts when the issuer of the certificate signed it. That a
certificate stands on a list counts however old the list is; that it does not, only for the time the list is for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.hashes import Hash
from cryptography.x509 import Certificate, ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

UNPROMISED = timedelta(days=7)  # how long a list without a next date is taken to hold


@dataclass(frozen=True)
class RevocationStatus:
    revoked_at: datetime | None = None
    known_at: datetime | None = None  # by what was said then, the first certificate was not revoked


@dataclass(frozen=True)
class Said:
    revoked_at: datetime | None
    at: datetime
    until: datetime
    is_whole: bool  # who is not on it is not revoked

    def clears(self, moment: datetime) -> bool:
        return self.revoked_at is None and self.is_whole and moment <= self.until


def standing_of(
    chain: list[Certificate], lists: list[bytes], answers: list[bytes], at: datetime
) -> RevocationStatus:
    """Of a certificate, followed by those that vouch for it up to the root; `at` is when it signed."""
    said = [list(_said(*pair, lists, answers)) for pair in pairwise(chain)]
    revoked = [one.revoked_at for of_one in said for one in of_one if one.revoked_at]
    cleared = [one.at for one in (said[0] if said else ()) if one.clears(at)]
    return RevocationStatus(min(revoked, default=None), max(cleared, default=None))


def _said(
    certificate: Certificate, issuer: Certificate, lists: list[bytes], answers: list[bytes]
) -> Iterator[Said]:
    for data, read in [(data, _by_list) for data in lists] + [(data, _by_answer) for data in answers]:
        try:
            yield from read(data, certificate, issuer)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            continue  # unreadable, so it says nothing


def _by_list(data: bytes, certificate: Certificate, issuer: Certificate) -> Iterator[Said]:
    revoked = x509.load_der_x509_crl(data)
    key = issuer.public_key()
    if revoked.issuer != issuer.subject:
        return
    if not revoked.is_signature_valid(key):  # type: ignore[arg-type] # keys that sign nothing raise TypeError
        return
    entry = revoked.get_revoked_certificate_by_serial_number(certificate.serial_number)
    parts = {extension.oid for extension in revoked.extensions}
    yield Said(
        entry.revocation_date_utc if entry else None,
        revoked.last_update_utc,
        revoked.next_update_utc or revoked.last_update_utc + UNPROMISED,
        not parts & {x509.IssuingDistributionPoint.oid, x509.DeltaCRLIndicator.oid},
    )


def _by_answer(data: bytes, certificate: Certificate, issuer: Certificate) -> Iterator[Said]:
    answer = ocsp.load_der_ocsp_response(data)
    if answer.response_status != ocsp.OCSPResponseStatus.SUCCESSFUL or not _is_from(answer, issuer):
        return
    for one in answer.responses:
        if one.serial_number != certificate.serial_number or not _asks_about(one, issuer):
            continue
        if one.certificate_status == ocsp.OCSPCertStatus.UNKNOWN:
            continue
        until = one.next_update_utc or one.this_update_utc + UNPROMISED
        yield Said(one.revocation_time_utc, one.this_update_utc, until, True)


def _asks_about(one: ocsp.OCSPSingleResponse, issuer: Certificate) -> bool:
    name = Hash(one.hash_algorithm)
    name.update(issuer.subject.public_bytes())
    return one.issuer_name_hash == name.finalize()


def _is_from(answer: ocsp.OCSPResponse, issuer: Certificate) -> bool:
    """By the issuer, or by whom the issuer certified to answer (RFC 6960, 4.2.2.2)."""
    return any(_signed(answer, signer.public_key()) for signer in (issuer, *_appointed(answer, issuer)))


def _appointed(answer: ocsp.OCSPResponse, issuer: Certificate) -> Iterator[Certificate]:
    for certificate in answer.certificates:
        try:
            certificate.verify_directly_issued_by(issuer)
            uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        except (InvalidSignature, x509.ExtensionNotFound, ValueError, TypeError):
            continue
        if ExtendedKeyUsageOID.OCSP_SIGNING in uses:
            yield certificate


def _signed(answer: ocsp.OCSPResponse, key: CertificatePublicKeyTypes) -> bool:
    digest = answer.signature_hash_algorithm
    if digest is None:
        return False
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), digest)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(answer.signature, answer.tbs_response_bytes, ec.ECDSA(digest))
        else:
            return False
    except InvalidSignature:
        return False
    return True
