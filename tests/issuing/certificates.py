"""An authority of the tests, and the keys it gives out: to the leader, to the agency, to a stranger."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from childlabour.core.clock import now

PASS_PHRASE = "một con đường sáng"


@dataclass(frozen=True)
class Held:
    key: object
    certificate: x509.Certificate

    @property
    def file(self) -> bytes:
        """As a .p12 file under PASS_PHRASE, with the authority's certificate beside it."""
        return pkcs12.serialize_key_and_certificates(
            b"ky",
            self.key,
            self.certificate,
            [authority().certificate],
            BestAvailableEncryption(PASS_PHRASE.encode()),
        )


@cache
def rsa_key(bits: int = 2048, which: int = 0):
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@cache
def authority() -> Held:
    key = rsa_key(which=99)
    return Held(key, _certificate(key, "CA của phép thử", key, "CA của phép thử", is_authority=True))


def given_to(name: str, *, key=None, days: tuple[int, int] = (-1, 365), organisation: str = "") -> Held:
    key = key or rsa_key(which=hash(name) % 50)
    signed_by = authority()
    return Held(
        key, _certificate(key, name, signed_by.key, "CA của phép thử", days=days, organisation=organisation)
    )


@cache
def stamper() -> Held:
    """A service of time stamps that the authority vouches for."""
    return _a_stamper(authority(), rsa_key(which=98))


def unknown_stamper() -> Held:
    """One that nobody vouches for."""
    key = rsa_key(which=97)
    return _a_stamper(Held(key, _certificate(key, "CA lạ", key, "CA lạ", is_authority=True)), key)


def _a_stamper(signed_by: Held, key) -> Held:
    issuer = signed_by.certificate.subject.rfc4514_string().removeprefix("CN=")
    only = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    return Held(key, _certificate(key, "Dịch vụ dấu thời gian", signed_by.key, issuer, only_for=only))


def revocation_list(
    *revoked: tuple[Held, timedelta], by: Held | None = None, days: tuple[float, float] = (-0.1, 7)
) -> x509.CertificateRevocationList:
    """Of certificates, each with how long from now it is revoked; `days` from and to which the list is for."""
    by = by or authority()
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(by.certificate.subject)
        .last_update(now() + timedelta(days=days[0]))
        .next_update(now() + timedelta(days=days[1]))
    )
    for held, when in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(held.certificate.serial_number)
        builder = builder.add_revoked_certificate(entry.revocation_date(now() + when).build())
    return builder.sign(by.key, SHA256())


def answer_about(held: Held, revoked: timedelta | None = None, *, by: Held | None = None) -> bytes:
    """What the authority answers about a certificate now (OCSP); or somebody in its name, who is not."""
    status = ocsp.OCSPCertStatus.GOOD if revoked is None else ocsp.OCSPCertStatus.REVOKED
    by = by or authority()
    return (
        ocsp.OCSPResponseBuilder()
        .add_response(
            cert=held.certificate,
            issuer=authority().certificate,
            algorithm=SHA256(),
            cert_status=status,
            this_update=now(),
            next_update=now() + timedelta(days=1),
            revocation_time=None if revoked is None else now() + revoked,
            revocation_reason=None,
        )
        .responder_id(ocsp.OCSPResponderEncoding.HASH, by.certificate)
        .certificates([by.certificate])
        .sign(by.key, SHA256())
        .public_bytes(Encoding.DER)
    )


def responder() -> Held:
    """Whom the authority appointed to answer for it."""
    key = rsa_key(which=96)
    only = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING])
    return Held(
        key, _certificate(key, "OCSP của phép thử", authority().key, "CA của phép thử", only_for=only)
    )


def self_made(name: str) -> Held:
    """By nobody anyone trusts."""
    key = rsa_key(which=77)
    return Held(key, _certificate(key, name, key, name))


def ec_key():
    return ec.generate_private_key(ec.SECP256R1())


def root_file(folder) -> None:
    """The authority's certificate where SIGNATURE_TRUST_ROOTS looks."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "goc.pem").write_bytes(authority().certificate.public_bytes(Encoding.PEM))


def _certificate(
    key, name, issuer_key, issuer, *, is_authority=False, days=(-1, 365), organisation="", only_for=None
):
    subject = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if organisation:
        subject.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    usage = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    usage |= {
        "key_cert_sign": is_authority,
        "digital_signature": True,
        "content_commitment": not is_authority,
    }
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name(subject))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now() + timedelta(days=days[0]))
        .not_valid_after(now() + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
    )
    if only_for:
        builder = builder.add_extension(only_for, critical=True)
    return builder.sign(issuer_key, SHA256())
