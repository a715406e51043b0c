"""What people brought stays foreign: it is opened elsewhere, before anything is locked, and never near a key."""

import json
from base64 import b64encode
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from django.db import connection
from PIL import Image, PngImagePlugin

from childlabour.airlock.asking import ask
from childlabour.airlock.refusing import Unanswered
from plans.issuing import signing
from plans.issuing.workflow import perform
from plans.models import Action, Document, Scan, Status
from plans.signatures import asking as about_files
from plans.signatures.asking import clean_picture
from plans.signatures.keys import FileKey
from plans.signatures.pades import asking as about_signatures
from plans.signatures.pades import making
from plans.signatures.pades.asking import signatures_in
from tests.issuing.certificates import PASS_PHRASE, given_to, root_file
from tests.issuing.papers import a_scan, upload
from tests.issuing.test_signing import AGENCY, LEADER, key_of, refusals
from tests.issuing.way import numbered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roots(settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "roots"
    root_file(settings.SIGNATURE_TRUST_ROOTS)


@pytest.fixture
def asked(monkeypatch) -> list[tuple[str, bytes, bool]]:
    """What the workers were given: the question, all that was told, and whether a transaction of ours was open."""
    questions = []

    def listening(question, data, words=None, *more):
        told = json.dumps(dict(words or {})).encode() + data
        questions.append((question, told, bool(connection.savepoint_ids)))
        return ask(question, data, words or {}, *more)

    for room in (about_files, about_signatures, making):
        monkeypatch.setattr(room, "ask", listening)
    return questions


def test_nobody_waits_for_a_lock_while_a_file_is_looked_at(office, client, asked):
    document = numbered(office)
    signed = making.sign(document.signing_copy.current, key_of(given_to(LEADER)), "Signature1", None)
    client.force_login(office.thu)
    assert client.post(f"/van-ban/{document.pk}/nhan-ban-ky-so/", {"file": upload(signed)}).status_code == 302
    assert Document.objects.get().status == Status.SIGNED
    assert [question for question, *_ in asked] == ["key", "signature_prepared", "file_taken_back"]
    assert not [question for question, _, is_locked in asked if is_locked]


def test_nobody_waits_for_a_lock_while_a_scan_is_measured(office, client, asked):
    document = numbered(office)
    client.force_login(office.thu)
    data = a_scan(bytes(document.signing_copy.pdf))
    assert client.post(f"/van-ban/{document.pk}/ban-quet/", {"file": upload(data)}).status_code == 302
    assert [(question, is_locked) for question, _, is_locked in asked] == [("pages_of_scan", False)]


def test_a_scan_that_was_kept_is_as_foreign_as_one_that_just_came(office, client, asked):
    document = numbered(office)
    Scan.objects.create(
        document=document,
        pdf=b"%PDF-1.7 rac",
        sha256="0" * 64,
        pages=1,
        resolution=300,
        brought_by_name=str(office.thu),
        brought_at=document.signing_copy.made_at,
    )
    client.force_login(office.thu)
    address = f"/van-ban/{document.pk}/ban-quet/quet"
    answer = client.get(f"{address}/1/")
    assert answer.status_code == 422
    assert "Không mở được tệp PDF này" in answer.content.decode()
    assert client.get(f"{address}/2/").status_code == 404
    assert [question for question, *_ in asked] == ["page_of_scan"]


def test_the_key_is_never_told_to_who_opens_the_file(office, asked):
    document, held = numbered(office), given_to(LEADER)
    key = key_of(held)
    asked.clear()
    signed = signing.signed_by_leader(document, key)
    assert [question for question, *_ in asked] == ["signature_prepared"]
    secret = held.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    [(_, told, _)] = asked
    assert secret not in told
    assert b64encode(secret)[40:400] not in told
    assert signatures_in(signed)[0].is_good


def test_the_agency_seals_what_its_leader_signed_elsewhere(office):
    """The file of another tool is laid out by a worker, the seal made here."""
    document = numbered(office)
    signed = making.sign(document.signing_copy.current, key_of(given_to(LEADER)), "Signature1", None)
    document = perform(Action.TAKE_BACK, document, office.thu, signed=signed)
    document = perform(
        Action.SEAL,
        document,
        office.thu,
        signed=signing.sealed_by_agency(document, key_of(given_to(AGENCY))),
    )
    leader, agency = signatures_in(document.signing_copy.current)
    assert leader.is_good
    assert agency.is_good


@pytest.mark.parametrize(
    "answer",
    [
        {"added": "PDAwMD4=", "start": 3, "end": 10},  # over what stood there before
        {"added": "PDAwMD4=", "start": 10, "end": 10},
        {"added": "PHh4eD4=", "start": 8, "end": 13},  # room that is none
    ],
)
def test_a_worker_that_lies_about_the_room_for_a_signature_gets_none(answer):
    with pytest.raises(Unanswered):
        making._laid_out(b"%PDF-1.7", answer)


def test_a_key_with_a_crowd_of_certificates_spoils_no_file(office):
    held = given_to(LEADER)
    crowd = [given_to(f"CA {number}", organisation="x" * 60).certificate for number in range(16)]
    file = pkcs12.serialize_key_and_certificates(
        b"ky", held.key, held.certificate, crowd, BestAvailableEncryption(PASS_PHRASE.encode())
    )
    key = FileKey(file, PASS_PHRASE)
    assert "quá nhiều chứng thư" in refusals(signing.signed_by_leader, numbered(office), key)


def test_a_picture_is_written_anew_from_its_pixels():
    note = PngImagePlugin.PngInfo()
    note.add_text("Author", "Vi Văn Hùng, máy của phòng")
    written = BytesIO()
    Image.new("LA", (30, 20), (0, 128)).save(written, "PNG", pnginfo=note)
    clean = clean_picture(written.getvalue() + b"<script>", "image")
    assert clean.startswith(b"\x89PNG")
    assert b"Author" not in clean
    assert b"script" not in clean
    with Image.open(BytesIO(clean)) as image:
        assert (image.mode, image.size, image.getpixel((3, 3))) == ("RGBA", (30, 20), (0, 0, 0, 128))
