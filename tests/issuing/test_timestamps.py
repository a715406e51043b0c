"""The time of a signature comes from a service of time stamps where there is one, and is called so only then."""

import socket
import subprocess
from datetime import timedelta
from io import BytesIO

import pytest
from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from plans.issuing import signing
from plans.issuing.workflow import perform
from plans.models import Action, Status
from plans.signatures.pades import making as making_module
from plans.signatures.pades import timestamps as timestamps_module
from plans.signatures.pades.asking import signatures_in
from plans.signatures.pades.seen import Stamp
from tests.issuing.certificates import PASS_PHRASE, given_to, root_file, stamper, unknown_stamper
from tests.issuing.papers import upload
from tests.issuing.stamping import Service, served
from tests.issuing.test_signing import AGENCY, LEADER, key_of
from tests.issuing.way import numbered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roots(settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "roots"
    root_file(settings.SIGNATURE_TRUST_ROOTS)


@pytest.fixture
def service(settings, tmp_path):
    made = Service(tmp_path / "tsa", stamper())
    with served(made) as address:
        settings.TIMESTAMP_URL = address
        yield made


@pytest.fixture
def slow_clock(monkeypatch):
    """The office's machine is three hours behind."""
    monkeypatch.setattr(making_module, "now", lambda: now() - timedelta(hours=3))


def signed(document) -> bytes:
    return signing.signed_by_leader(document, key_of(given_to(LEADER)))


def test_the_time_is_that_of_the_stamp_whatever_the_machine_says(office, service, slow_clock):
    before = now().replace(microsecond=0)
    pdf = signed(numbered(office))
    (seen,) = signatures_in(pdf)
    assert (seen.stamp, seen.stamped_by) == (Stamp.TRUSTED, "Dịch vụ dấu thời gian")
    assert before <= seen.signed_at <= now()
    assert seen.signed_at.utcoffset() == timedelta(hours=7)
    assert seen.proven_at == seen.signed_at
    assert seen.is_good
    assert 1 <= len(service.asked) <= 2


def test_poppler_sees_two_valid_signatures_with_stamps(office, service, tmp_path):
    document = perform(Action.SIGN, document := numbered(office), office.hung, signed=signed(document))
    sealed = signing.sealed_by_agency(document, key_of(given_to(AGENCY)))
    document = perform(Action.SEAL, document, office.thu, signed=sealed)
    assert all(seen.is_good and seen.is_stamped for seen in signatures_in(sealed))
    file = tmp_path / "signed.pdf"
    file.write_bytes(sealed)
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid.") == 2


def test_openssl_finds_that_the_stamp_fits_the_signature(office, service, tmp_path):
    signature = PdfFileReader(BytesIO(signed(numbered(office)))).embedded_regular_signatures[0].signer_info
    (tmp_path / "signature").write_bytes(signature["signature"].native)
    (stamp,) = [
        kept for kept in signature["unsigned_attrs"] if kept["type"].native == "signature_time_stamp_token"
    ]
    (tmp_path / "token").write_bytes(stamp["values"][0].dump())
    words = [
        "openssl",
        "ts",
        "-verify",
        "-data",
        "signature",
        "-in",
        "token",
        "-token_in",
        "-CAfile",
        "tsa/ca.pem",
    ]
    said = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Verification: OK" in said.stdout, said.stderr


def test_the_page_says_that_the_time_comes_from_a_stamp_and_whose(office, service, client):
    document = perform(Action.SIGN, document := numbered(office), office.hung, signed=signed(document))
    sealed = signing.sealed_by_agency(document, key_of(given_to(AGENCY)))
    document = perform(Action.SEAL, document, office.thu, signed=sealed)
    document = perform(Action.ISSUE, document, office.thu)
    shown = client.get(f"/xac-thuc/{document.verification_code}/").content.decode()
    assert shown.count("theo dấu thời gian của Dịch vụ dấu thời gian") == 2
    assert "theo máy của người ký" not in shown


def test_a_stamp_by_an_unknown_service_is_shown_and_does_not_count(
    office, settings, tmp_path, slow_clock, client
):
    with served(Service(tmp_path / "tsa", unknown_stamper())) as address:
        settings.TIMESTAMP_URL = address
        pdf = signed(numbered(office))
    (seen,) = signatures_in(pdf)
    assert seen.stamp == Stamp.UNTRUSTED
    assert seen.signed_at < now() - timedelta(hours=2)
    assert seen.proven_at is None
    shown = client.post("/xac-thuc/", {"file": upload(pdf)}).content.decode()
    assert "theo máy của người ký" in shown
    assert "chưa xác định được dấu do ai cấp" in shown


def test_a_stamp_taken_from_another_signature_is_not_believed(office, service):
    """The stamps of two signatures are exchanged: each is sound, neither fits."""
    ours, others = signed(numbered(office)), signed(numbered(office))
    (seen,) = signatures_in(_with_stamp_of(ours, others))
    assert seen.stamp == Stamp.BROKEN
    assert not seen.is_stamped
    assert not seen.is_good


def _with_stamp_of(pdf: bytes, other: bytes) -> bytes:
    start, end = _contents(pdf)
    mine, theirs = (
        cms.ContentInfo.load(bytes.fromhex(p[slice(*_contents(p))].decode())) for p in (pdf, other)
    )
    mine["content"]["signer_infos"][0]["unsigned_attrs"] = theirs["content"]["signer_infos"][0][
        "unsigned_attrs"
    ]
    changed = mine.dump(force=True).hex().encode()
    return pdf[:start] + changed.ljust(end - start, b"0") + pdf[end:]


def _contents(pdf: bytes) -> tuple[int, int]:
    start = pdf.index(b"/Contents <3082") + len(b"/Contents <")
    return start, pdf.index(b">", start)


BAD = {
    "too_late": "không trả lời trong",
    "out_of_order": "từ chối hoặc trả lời sai",
    "a_page": "từ chối hoặc trả lời sai",
    "rubbish": "từ chối hoặc trả lời sai",
    "nothing": "từ chối hoặc trả lời sai",
    "refusing": "từ chối hoặc trả lời sai",
    "for_another_file": "đóng dấu cho tệp khác",
    "with_another_number": "từ chối hoặc trả lời sai",
    "spoilt": "trả dấu không hợp với chữ ký",
}


@pytest.mark.parametrize(("answer", "said"), BAD.items(), ids=BAD)
def test_a_bad_service_is_named_and_nothing_is_half_done(office, service, client, monkeypatch, answer, said):
    monkeypatch.setattr(timestamps_module, "PATIENCE", 0.3)
    service.answers = getattr(service, answer)
    document = numbered(office)
    before = document.signing_copy.current
    with pytest.raises(Refusal) as refused:
        signed(document)
    (problem,) = refused.value.problems
    assert said in problem.message
    assert "127.0.0.1" in problem.message
    assert "nên chưa ký" in problem.message
    document.refresh_from_db()
    assert document.status == Status.NUMBERED
    assert document.signatures.count() == 0
    assert document.signing_copy.current == before


def test_a_service_that_cannot_be_reached_is_told_on_the_page_and_the_next_try_succeeds(
    office, service, settings, client
):
    document, good = numbered(office), settings.TIMESTAMP_URL
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.TIMESTAMP_URL = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        client.force_login(office.hung)
        answer = client.post(f"/van-ban/{document.pk}/ky-so/", asked())
    assert answer.status_code == 422
    assert "không nối được" in answer.content.decode()
    document.refresh_from_db()
    assert document.status == Status.NUMBERED
    settings.TIMESTAMP_URL = good
    assert client.post(f"/van-ban/{document.pk}/ky-so/", asked()).status_code == 302


def asked() -> dict:
    return {"key_file": upload(given_to(LEADER).file), "pass_phrase": PASS_PHRASE}
