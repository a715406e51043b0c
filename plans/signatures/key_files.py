"""Files of keys (PKCS#12). Run behind the airlock: how long such a file takes to open, the file itself says."""

from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from childlabour.core.errors import Problem, Refusal

MOST_RSA_BITS = 8192  # twice what any authority gives out

UNOPENED = "Không mở được tệp khóa: mật khẩu sai, hoặc tệp không phải .p12, .pfx. Nhập lại mật khẩu."
INCOMPLETE = "Tệp khóa thiếu khóa bí mật hoặc chứng thư: lấy tệp khác."
UNFIT = "Loại khóa này không dùng để ký văn bản: cần RSA hoặc ECDSA P-256."


def opened(data: bytes, *, pass_phrase: str) -> dict[str, str | list[str]]:
    """Key (PKCS#8), certificate and the certificates above it, each DER in base64."""
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(data, pass_phrase.encode())
    except Exception as fault:  # a spoilt file can break any assumption of a parser
        raise Refusal(Problem(UNOPENED, "pass_phrase")) from fault
    if key is None or certificate is None:
        raise Refusal(Problem(INCOMPLETE, "key_file"))
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) or key.key_size > MOST_RSA_BITS:
        raise Refusal(Problem(UNFIT, "key_file"))
    return {
        "key": _text(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
        "certificate": _text(certificate.public_bytes(Encoding.DER)),
        "chain": [_text(other.public_bytes(Encoding.DER)) for other in others],
    }


def _text(data: bytes) -> str:
    return b64encode(data).decode()
