"""What the keeper of the system laid down: whom this office trusts, and which certificates were taken back."""

from collections.abc import Iterator
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings


def trust_roots() -> list[bytes]:
    """The certificates (DER) that this office trusts: *.pem, *.crt and *.cer files of SIGNATURE_TRUST_ROOTS."""
    return [root for data in _files(".pem", ".crt", ".cer") for root in _certificates(data)]


def revocation_lists() -> list[bytes]:
    """The lists of revoked certificates (CRL, DER) beside them: *.crl files, as the authorities publish them."""
    return [_as_der(data) for data in _files(".crl")]


def _files(*endings: str) -> Iterator[bytes]:
    folder = Path(settings.SIGNATURE_TRUST_ROOTS)
    if folder.is_dir():
        for file in sorted(folder.iterdir()):
            if file.suffix.lower() in endings:
                yield file.read_bytes()


def _certificates(data: bytes) -> list[bytes]:
    if b"-----BEGIN" in data:
        return [c.public_bytes(Encoding.DER) for c in x509.load_pem_x509_certificates(data)]
    return [x509.load_der_x509_certificate(data).public_bytes(Encoding.DER)]


def _as_der(data: bytes) -> bytes:
    if b"-----BEGIN" in data:
        return x509.load_pem_x509_crl(data).public_bytes(Encoding.DER)
    return data
