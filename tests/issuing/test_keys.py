"""Keys that sign: a file with a pass phrase, a token; RSA with PSS, as it was before, and P-256."""

import subprocess
from io import BytesIO

import pkcs11
import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from pkcs11.util.rsa import decode_rsa_private_key
from pyhanko.pdf_utils.reader import PdfFileReader

from childlabour.core import machine
from plans.issuing import signing
from plans.issuing.workflow import perform
from plans.models import Action, Status
from plans.signatures.keys import FileKey, token_key
from plans.signatures.pades.asking import signatures_in
from plans.signatures.pades.making import sign
from tests.issuing.certificates import PASS_PHRASE, authority, ec_key, given_to, root_file, rsa_key, stamper
from tests.issuing.stamping import Service, served
from tests.issuing.test_signing import LEADER, key_of, refusals
from tests.issuing.way import numbered

pytestmark = pytest.mark.django_db

SOFTHSM = machine.SOFT_TOKEN


@pytest.fixture(autouse=True)
def _roots(settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "roots"
    root_file(settings.SIGNATURE_TRUST_ROOTS)


def algorithm_of(pdf: bytes) -> tuple[str, int | None]:
    """The scheme of the last signature, and the length of its salt."""
    signature = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures[-1]
    said = signature.signer_info["signature_algorithm"].native
    return said["algorithm"], (said["parameters"] or {}).get("salt_length")


def second_opinion(pdf: bytes, folder) -> str:
    file = folder / "signed.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=True).stdout


def test_rsa_signs_with_pss_and_poppler_agrees(office, tmp_path):
    pdf = signing.signed_by_leader(numbered(office), key_of(given_to(LEADER)))
    assert algorithm_of(pdf) == ("rsassa_pss", 32)
    assert "Signature is Valid." in second_opinion(pdf, tmp_path)


def test_signatures_of_older_tools_with_pkcs1_are_as_good(office, tmp_path):
    document, key = numbered(office), key_of(given_to(LEADER))
    key.is_pss = False
    key.sign = lambda data: key._key.sign(data, padding.PKCS1v15(), SHA256())
    back = sign(document.signing_copy.current, key, "Signature1", None)
    assert algorithm_of(back)[0] == "sha256_rsa"
    assert perform(Action.TAKE_BACK, document, office.thu, signed=back).status == Status.SIGNED
    assert signatures_in(back)[0].is_good


def test_a_long_chain_of_large_keys_and_a_stamp_fit(office, settings, tmp_path):
    held, key = given_to(LEADER, key=rsa_key(4096)), rsa_key(4096)
    chain = [given_to(f"CA trung gian {number}", key=key).certificate for number in range(3)]
    file = pkcs12.serialize_key_and_certificates(
        b"ky", held.key, held.certificate, chain, BestAvailableEncryption(PASS_PHRASE.encode())
    )
    with served(Service(tmp_path / "tsa", stamper())) as settings.TIMESTAMP_URL:
        pdf = signing.signed_by_leader(numbered(office), FileKey(file, PASS_PHRASE))
    (seen,) = signatures_in(pdf)
    assert seen.is_good
    assert seen.is_stamped


def test_a_p256_key_signs_as_well(office):
    document = numbered(office)
    pdf = signing.signed_by_leader(document, key_of(given_to(LEADER, key=ec_key())))
    (seen,) = signatures_in(pdf)
    assert seen.is_good


def test_a_wrong_pass_phrase_a_short_key_and_an_old_certificate_are_refused():
    assert "mật khẩu sai" in refusals(FileKey, given_to(LEADER).file, "sai")
    assert "mật khẩu sai" in refusals(FileKey, b"rac", PASS_PHRASE)
    assert "quá ngắn" in refusals(key_of, given_to(LEADER, key=rsa_key(1024)))
    assert "hết hạn" in refusals(key_of, given_to(LEADER, days=(-30, -2)))


@pytest.fixture
def token(tmp_path, monkeypatch):
    """A SoftHSM token with the leader's key on it."""
    (tmp_path / "tokens").mkdir()
    configuration = tmp_path / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {tmp_path / 'tokens'}\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(configuration))
    run = lambda *words: subprocess.run(["softhsm2-util", *words], check=True, capture_output=True)  # noqa: E731
    run("--init-token", "--free", "--label", "lanh-dao", "--pin", "123456", "--so-pin", "87654321")
    return held_on_token(given_to(LEADER), "lanh-dao", "123456")


def held_on_token(held, label: str, pin: str) -> str:
    library = pkcs11.lib(SOFTHSM)
    library.reinitialize()
    with library.get_token(token_label=label).open(user_pin=pin, rw=True) as session:
        key = held.key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        session.create_object(
            decode_rsa_private_key(key)
            | {pkcs11.Attribute.TOKEN: True, pkcs11.Attribute.ID: b"1", pkcs11.Attribute.LABEL: "ky"}
        )
        for number, certificate in enumerate((held.certificate, authority().certificate), start=1):
            session.create_object(
                {
                    pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                    pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                    pkcs11.Attribute.TOKEN: True,
                    pkcs11.Attribute.ID: str(number).encode(),
                    pkcs11.Attribute.SUBJECT: certificate.subject.public_bytes(),
                    pkcs11.Attribute.VALUE: certificate.public_bytes(Encoding.DER),
                }
            )
    return label


def test_a_key_on_a_token_signs_without_leaving_it(office, token, tmp_path):
    document = numbered(office)
    with token_key(SOFTHSM, token, "123456") as key:
        pdf = signing.signed_by_leader(document, key)
    (seen,) = signatures_in(pdf)
    assert seen.is_good
    assert algorithm_of(pdf) == ("rsassa_pss", 32)
    assert "Signature is Valid." in second_opinion(pdf, tmp_path)


def test_a_token_that_does_not_know_pss_signs_in_the_old_way(office, token):
    with token_key(SOFTHSM, token, "123456") as key:
        key.is_pss = False  # as its list of mechanisms would say
        pdf = signing.signed_by_leader(numbered(office), key)
    assert algorithm_of(pdf)[0] == "sha256_rsa"
    assert signatures_in(pdf)[0].is_good


def test_a_wrong_pin_and_an_absent_token_are_told(token):
    def open_with(label, pin):
        with token_key(SOFTHSM, label, pin):
            pass

    assert "PIN" in refusals(open_with, token, "000000")
    assert "cắm thiết bị" in refusals(open_with, "khong-co", "123456")
