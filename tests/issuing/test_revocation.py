"""A certificate that was taken back is shown and refused, by lists and answers at hand; nothing is fetched."""

from datetime import timedelta
from io import BytesIO

import pytest
from asn1crypto.crl import CertificateList
from asn1crypto.ocsp import OCSPResponse
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

from childlabour.core.clock import now
from plans.issuing import signing
from plans.issuing.workflow import perform
from plans.models import Action
from plans.signatures.pades import making as making_module
from plans.signatures.pades.asking import signatures_in
from plans.signatures.pades.making import sign
from tests.issuing import other_tools
from tests.issuing.certificates import (
    PASS_PHRASE,
    answer_about,
    authority,
    given_to,
    responder,
    revocation_list,
    root_file,
    self_made,
    stamper,
)
from tests.issuing.papers import upload
from tests.issuing.stamping import Service, served
from tests.issuing.test_signing import AGENCY, LEADER, key_of, refusals
from tests.issuing.way import numbered

pytestmark = pytest.mark.django_db

YESTERDAY, HOUR = timedelta(days=-1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def roots(settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = folder = tmp_path / "roots"
    root_file(folder)
    return folder


def publish(folder, *lists) -> None:
    for number, made in enumerate(lists):
        (folder / f"{number}.crl").write_bytes(made.public_bytes(Encoding.DER))


def signed_by(held, office):
    document = numbered(office)
    return document, signing.signed_by_leader(document, key_of(held))


def shown(client, pdf: bytes) -> str:
    return client.post("/xac-thuc/", {"file": upload(pdf)}).content.decode()


def test_without_a_list_nobody_is_told_that_it_was_checked(office, client):
    _document, pdf = signed_by(given_to(LEADER), office)
    (seen,) = signatures_in(pdf)
    assert (seen.revoked_at, seen.revocation_known_at) == (None, None)
    assert "không có danh sách thu hồi" in shown(client, pdf)


def test_a_list_that_does_not_name_it_says_so_with_its_day(office, roots, client):
    _document, pdf = signed_by(given_to(LEADER), office)
    publish(roots, revocation_list((given_to("Ai Đó"), YESTERDAY)))
    (seen,) = signatures_in(pdf)
    assert seen.is_good
    assert seen.revocation_known_at < now()
    assert "Chưa bị thu hồi, theo danh sách ngày" in shown(client, pdf)


def test_a_list_may_be_text(office, roots):
    held = given_to(LEADER)
    _document, pdf = signed_by(held, office)
    (roots / "danh-sach.crl").write_bytes(revocation_list((held, YESTERDAY)).public_bytes(Encoding.PEM))
    assert signatures_in(pdf)[0].is_revoked


def test_a_revoked_certificate_is_never_called_valid(office, roots, client):
    held = given_to(LEADER)
    document, pdf = signed_by(held, office)
    publish(roots, revocation_list((held, YESTERDAY)))
    (seen,) = signatures_in(pdf)
    assert seen.is_revoked
    assert not seen.is_good
    page = shown(client, pdf)
    assert "chứng thư đã bị thu hồi" in page
    assert "chữ ký hợp lệ" not in page
    for action, officer in ((Action.SIGN, office.hung), (Action.TAKE_BACK, office.thu)):
        assert "đã bị thu hồi ngày" in refusals(perform, action, document, officer, signed=pdf)


def test_an_old_list_still_counts_against_it_and_no_longer_for_it(office, roots):
    held = given_to(LEADER)
    _document, pdf = signed_by(held, office)
    publish(roots, revocation_list((held, timedelta(days=-60)), days=(-50, -40)))
    assert signatures_in(pdf)[0].is_revoked
    publish(roots, revocation_list(days=(-50, -40)))
    assert signatures_in(pdf)[0].revocation_known_at is None


def test_a_list_by_another_hand_says_nothing(office, roots):
    held = given_to(LEADER)
    _document, pdf = signed_by(held, office)
    publish(roots, revocation_list((held, YESTERDAY), by=self_made("CA của phép thử")))
    (roots / "rac.crl").write_bytes(b"rac")
    (seen,) = signatures_in(pdf)
    assert seen.is_good
    assert seen.revocation_known_at is None


def test_revoked_after_signing_needs_a_proof_of_the_time(office, roots, monkeypatch, client):
    monkeypatch.setattr(making_module, "now", lambda: now() - 3 * HOUR)
    held = given_to(LEADER)
    _document, pdf = signed_by(held, office)
    publish(roots, revocation_list((held, -HOUR)))
    (seen,) = signatures_in(pdf)
    assert seen.signed_at < seen.revoked_at
    assert not seen.is_good
    assert "không chứng minh được là ký trước đó" in shown(client, pdf)


def test_a_time_stamp_proves_it(office, roots, settings, tmp_path, client):
    held = given_to(LEADER)
    with served(Service(tmp_path / "tsa", stamper())) as settings.TIMESTAMP_URL:
        _document, pdf = signed_by(held, office)
    publish(roots, revocation_list((held, HOUR)))
    (seen,) = signatures_in(pdf)
    assert seen.revoked_at
    assert seen.is_good
    assert "sau khi đã ký" in shown(client, pdf)


def test_a_paper_that_was_issued_stays_good_when_its_leader_retires(office, roots, client):
    """The certificate is taken back an hour after; the office has kept these very bytes since before that."""
    leader, agency = given_to(LEADER), given_to(AGENCY)
    document, pdf = signed_by(leader, office)
    document = perform(Action.SIGN, document, office.hung, signed=pdf)
    sealed = signing.sealed_by_agency(document, key_of(agency))
    document = perform(Action.ISSUE, perform(Action.SEAL, document, office.thu, signed=sealed), office.thu)
    publish(roots, revocation_list((leader, HOUR)))
    page = client.get(f"/xac-thuc/{document.verification_code}/").content.decode()
    assert page.count("chữ ký hợp lệ") == 2
    assert "sau khi đã ký" in page
    publish(roots, revocation_list((leader, -HOUR)))
    page = client.get(f"/xac-thuc/{document.verification_code}/").content.decode()
    assert page.count("chữ ký hợp lệ") == 1
    assert "chứng thư đã bị thu hồi" in page


def with_evidence(pdf: bytes, **kept) -> bytes:
    """What a signing tool puts into the file for later (DSS)."""
    file = BytesIO(pdf)
    DocumentSecurityStore.add_dss(file, None, **kept)
    return file.getvalue()


def test_an_answer_kept_in_the_file_is_used(office, client):
    held = given_to(LEADER)
    document, pdf = signed_by(held, office)
    for answer in (answer_about(held), answer_about(held, by=responder())):
        (seen,) = signatures_in(with_evidence(pdf, ocsps=[ocsp_of(answer)]))
        assert seen.is_good
        assert now() - seen.revocation_known_at < HOUR
    (seen,) = signatures_in(with_evidence(pdf, ocsps=[ocsp_of(answer_about(held, -HOUR))]))
    assert seen.is_revoked
    back = with_evidence(pdf, ocsps=[ocsp_of(answer_about(held))])
    assert perform(Action.TAKE_BACK, document, office.thu, signed=back).signatures.count() == 1


def test_answers_by_strangers_and_about_others_say_nothing(office):
    held = given_to(LEADER)
    _document, pdf = signed_by(held, office)
    for answer in (answer_about(held, by=given_to("Người Khác")), answer_about(given_to("Người Khác"))):
        (seen,) = signatures_in(with_evidence(pdf, ocsps=[ocsp_of(answer)]))
        assert seen.revocation_known_at is None


def test_a_list_kept_in_the_file_is_used(office):
    held = given_to(LEADER)
    _document, pdf = signed_by(held, office)
    kept = CertificateList.load(revocation_list((held, -HOUR)).public_bytes(Encoding.DER))
    assert signatures_in(with_evidence(pdf, crls=[kept]))[0].is_revoked


def test_a_signature_made_to_last_is_taken_back_sealed_and_good(office, roots, tmp_path, client):
    """PAdES-B-LTA, as an archive's tool makes it: stamp, evidence, and a stamp over the whole file."""
    document, leader = numbered(office), given_to(LEADER)
    kept = CertificateList.load(revocation_list().public_bytes(Encoding.DER))
    with served(Service(tmp_path / "tsa", stamper())) as address:
        lasting = other_tools.signed_to_last(document.signing_copy.current, leader, address, kept)
    document = perform(Action.TAKE_BACK, document, office.thu, signed=lasting)
    sealed = signing.sealed_by_agency(document, key_of(given_to(AGENCY)))
    document = perform(Action.ISSUE, perform(Action.SEAL, document, office.thu, signed=sealed), office.thu)
    seen, seal = signatures_in(bytes(document.issue.pdf))
    assert seen.is_good
    assert seal.is_good
    assert seen.is_stamped
    assert now() - seen.revocation_known_at < timedelta(days=1)
    assert client.get(f"/xac-thuc/{document.verification_code}/").content.decode().count("chữ ký hợp lệ") == 2


def test_an_answer_kept_in_the_signature_itself_is_used(office):
    """Adobe's way: the evidence is among what the signer signs."""
    held = given_to(LEADER)
    document = numbered(office)
    trusted = ValidationContext(
        trust_roots=[Certificate.load(authority().certificate.public_bytes(Encoding.DER))],
        ocsps=[ocsp_of(answer_about(held))],
    )
    kind = signers.PdfSignatureMetadata(
        field_name="Signature1",
        subfilter=fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
        validation_context=trusted,
        embed_validation_info=True,
    )
    signer = signers.SimpleSigner.load_pkcs12_data(held.file, [], PASS_PHRASE.encode())
    writer = IncrementalPdfFileWriter(BytesIO(document.signing_copy.current))
    pdf = signers.sign_pdf(writer, kind, signer).getvalue()
    (seen,) = signatures_in(pdf)
    assert seen.is_good
    assert now() - seen.revocation_known_at < HOUR


def ocsp_of(answer: bytes):
    return OCSPResponse.load(answer)


def test_a_seal_by_a_revoked_certificate_is_refused(office, roots):
    document, pdf = signed_by(given_to(LEADER), office)
    agency = given_to(AGENCY)
    publish(roots, revocation_list((agency, YESTERDAY)))
    document = perform(Action.SIGN, document, office.hung, signed=pdf)
    back = sign(pdf, key_of(agency), "S2", None)
    assert "đã bị thu hồi" in refusals(perform, Action.TAKE_BACK, document, office.thu, signed=back)
