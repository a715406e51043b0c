"""Keys that sign: a file with a pass phrase (PKCS#12), or a token (PKCS#11). A provider's service would be a third.

A key is opened for one signature and forgotten; pass phrases and PINs are asked each time and stored nowhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from typing import Any, Protocol

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key
from cryptography.x509.oid import NameOID

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import short_date

from .asking import opened_key
from .key_files import UNFIT

LEAST_RSA_BITS = 2048  # Thông tư 15/2025/TT-BKHCN
LEAST_EC_BITS = 256
SALT = 32  # bytes, the length of the hash (RFC 4056)


class Key(Protocol):
    """The whole contract. `certificate` and `chain` are DER; `sign` hashes `data` with SHA-256 and signs it:
    RSA as PSS with SALT, or as PKCS#1 v1.5 where `is_pss` is not; elliptic curves as a DER pair."""

    certificate: bytes
    chain: tuple[bytes, ...]
    is_pss: bool

    def sign(self, data: bytes) -> bytes: ...


class FileKey:
    """A key out of a .p12 or .pfx file. Opening costs about 0.2 s, each signature after that a few ms."""

    def __init__(self, file: bytes, pass_phrase: str) -> None:
        """Raises Refusal for a wrong pass phrase, a broken file, or one without key or certificate."""
        given = opened_key(file, pass_phrase)
        refuse_unfit(x509.load_der_x509_certificate(given.certificate))
        key = load_der_private_key(given.key, None)
        assert isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey), "no other file is opened"
        self._key = key
        self.certificate, self.chain = given.certificate, given.chain
        self.is_pss = isinstance(key, rsa.RSAPrivateKey)

    def sign(self, data: bytes) -> bytes:
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, padding.PSS(padding.MGF1(SHA256()), SALT), SHA256())
        return self._key.sign(data, ec.ECDSA(SHA256()))


class TokenKey:
    """A key that never leaves its token; use inside `token_key`."""

    def __init__(self, session: Any, private_key: Any, certificate: bytes, chain: tuple[bytes, ...]) -> None:
        import pkcs11

        self._session, self._key = session, private_key
        self.certificate, self.chain = certificate, chain
        # Older tokens do not know PSS; a signature as PKCS#1 v1.5 is better than none.
        known = session.token.slot.get_mechanisms()
        self._is_rsa = private_key.key_type == pkcs11.KeyType.RSA
        self.is_pss = self._is_rsa and pkcs11.Mechanism.SHA256_RSA_PKCS_PSS in known

    def sign(self, data: bytes) -> bytes:
        import pkcs11
        from pkcs11.util.ec import encode_ecdsa_signature

        if self.is_pss:
            return self._key.sign(
                data,
                mechanism=pkcs11.Mechanism.SHA256_RSA_PKCS_PSS,
                mechanism_param=(pkcs11.Mechanism.SHA256, pkcs11.MGF.SHA256, SALT),
            )
        if self._is_rsa:
            return self._key.sign(data, mechanism=pkcs11.Mechanism.SHA256_RSA_PKCS)
        digest = sha256(data).digest()  # few tokens hash and sign with ECDSA in one go
        return encode_ecdsa_signature(self._key.sign(digest, mechanism=pkcs11.Mechanism.ECDSA))


@contextmanager
def token_key(module: str, token: str, pin: str, label: str = "") -> Iterator[TokenKey]:
    """The key on a token, while the session lasts. `label` when the token holds several."""
    import pkcs11
    from pkcs11 import Attribute, ObjectClass, exceptions

    try:
        with pkcs11.lib(module).get_token(token_label=token).open(user_pin=pin) as session:
            found = {Attribute.LABEL: label} if label else {}
            private = next(
                iter(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY} | found)), None
            )
            if private is None:
                raise Refusal(Problem("Thiết bị không có khóa ký: kiểm tra tên khóa.", "label"))
            own = {Attribute.CLASS: ObjectClass.CERTIFICATE, Attribute.ID: private[Attribute.ID]}
            certificate = next((c[Attribute.VALUE] for c in session.get_objects(own)), None)
            if certificate is None:
                raise Refusal(Problem("Thiết bị không có chứng thư của khóa ký.", "label"))
            refuse_unfit(x509.load_der_x509_certificate(certificate))
            every = session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
            chain = tuple(c[Attribute.VALUE] for c in every if c[Attribute.VALUE] != certificate)
            yield TokenKey(session, private, certificate, chain)
    except (exceptions.PinIncorrect, exceptions.PinInvalid, exceptions.PinLenRange) as fault:
        raise Refusal(
            Problem("Mã PIN của thiết bị không đúng. Nhập lại, thử sai nhiều thiết bị sẽ khóa.", "pin")
        ) from fault
    except exceptions.PKCS11Error as fault:
        raise Refusal(
            Problem("Không dùng được thiết bị ký: cắm thiết bị, kiểm tra tên thiết bị rồi thử lại.", "token")
        ) from fault


def refuse_unfit(certificate: x509.Certificate) -> None:
    """Raises Refusal with every reason why nothing should be signed with this certificate today."""
    problems = list(_unfit(certificate, now()))
    if problems:
        raise Refusal(*problems)


def _unfit(certificate: x509.Certificate, at: datetime) -> Iterator[Problem]:
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        if key.key_size < LEAST_RSA_BITS:
            yield Problem(f"Khóa RSA {key.key_size} bit quá ngắn: cần từ {LEAST_RSA_BITS} bit.", "key_file")
    elif not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.key_size < LEAST_EC_BITS:
        yield Problem(UNFIT, "key_file")
    if at < certificate.not_valid_before_utc:
        yield Problem(
            f"Chứng thư chưa có hiệu lực (từ {short_date(certificate.not_valid_before_utc.date())})."
        )
    if at > certificate.not_valid_after_utc:
        yield Problem(
            f"Chứng thư đã hết hạn ngày {short_date(certificate.not_valid_after_utc.date())}: "
            "xin gia hạn rồi ký lại.",
            "key_file",
        )


def name_of(certificate: bytes) -> str:
    """The common name in a DER certificate."""
    subject = x509.load_der_x509_certificate(certificate).subject
    named = subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(named[0].value) if named else subject.rfc4514_string()
