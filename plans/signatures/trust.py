"""What the keeper of the system laid down: whom this office trusts, and which certificates were taken back."""

import logging
from collections.abc import Callable
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

log = logging.getLogger(__name__)


def trust_roots() -> list[bytes]:
    """The certificates (DER) that this office trusts: *.pem, *.crt and *.cer files of SIGNATURE_TRUST_ROOTS."""
    return _read(_certificates, ".pem", ".crt", ".cer")


def revocation_lists() -> list[bytes]:
    """The lists of revoked certificates (CRL, DER) beside them: *.crl files, as the authorities publish them."""
    return _read(_lists, ".crl")


def _read(parts_of: Callable[[bytes], list[bytes]], *endings: str) -> list[bytes]:
    """A file that cannot be read makes nothing trusted and nothing checked, and is named in the log."""
    folder, found = Path(settings.SIGNATURE_TRUST_ROOTS), []
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.suffix.lower() in endings:
            try:
                found += parts_of(file.read_bytes())
            except (ValueError, OSError):
                log.error("SIGNATURE_TRUST_ROOTS: %s cannot be read.", file)
    return found


def _certificates(data: bytes) -> list[bytes]:
    if b"-----BEGIN" in data:
        return [c.public_bytes(Encoding.DER) for c in x509.load_pem_x509_certificates(data)]
    return [x509.load_der_x509_certificate(data).public_bytes(Encoding.DER)]


def _lists(data: bytes) -> list[bytes]:
    read = x509.load_pem_x509_crl if b"-----BEGIN" in data else x509.load_der_x509_crl
    return [read(data).public_bytes(Encoding.DER)]
