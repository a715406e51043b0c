"""A forger at work, in twenty ways: neither "drop a PDF" nor "bring back the signed file" is taken in."""

import pytest

from plans.issuing import signing
from plans.issuing.appearance import Box
from plans.issuing.workflow import perform
from plans.models import Action, Status
from plans.signatures.pades.asking import signatures_in, taken_back
from plans.signatures.pades.making import sign
from tests.issuing import other_tools, tampering
from tests.issuing.certificates import given_to, root_file, self_made
from tests.issuing.papers import upload
from tests.issuing.test_signing import (
    AGENCY,
    LEADER,
    a_drawing,
    key_of,
    place_on,
    refusals,
    sealed_inside,
    signed_inside,
)
from tests.issuing.way import numbered

pytestmark = pytest.mark.django_db

# What can be done to a file with one signature; most of it also before anybody has signed.
OF_UNSIGNED = (
    tampering.drawn_over,
    tampering.page_rewritten,
    tampering.saved_anew,
    tampering.noted,
    tampering.given_a_script,
    tampering.page_added,
    tampering.attachment_replaced,
    tampering.empty_field_over_the_text,
    tampering.field_with_a_script,
    tampering.signature_of_nobody_over_the_text,
    tampering.stamp_of_nobody_over_the_text,
    tampering.title_changed,
    tampering.one_byte_changed,
)
OF_SIGNED = (
    *OF_UNSIGNED,
    tampering.signature_taken_out,
    tampering.other_picture_of_a_signature,
    tampering.moved_box_of_a_signature,
    tampering.words_after_the_end,
    tampering.loose_bytes_at_the_end,
    tampering.contents_emptied,
    tampering.range_spoilt,
    tampering.value_replaced,
    tampering.wrapped,
)
OF_SEALED = (*OF_SIGNED, tampering.signatures_swapped, tampering.last_signature_garbled)


@pytest.fixture(autouse=True)
def _roots(settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "roots"
    root_file(settings.SIGNATURE_TRUST_ROOTS)


def test_a_dropped_file_that_was_tampered_with_is_neither_ours_nor_validly_signed(office, client):
    document = perform(Action.ISSUE, sealed_inside(office), office.thu)
    issued = bytes(document.issue.pdf)
    believed = {}
    for forge in OF_SEALED:
        answer = client.post("/xac-thuc/", {"file": upload(forge(issued))})
        shown = answer.content.decode()
        if (
            answer.status_code != 200
            or "Không phải tệp của hệ thống này" not in shown
            or "chữ ký hợp lệ" in shown
        ):
            believed[forge.__name__] = shown[-3000:]
    assert list(believed) == []


def test_a_tampered_file_is_not_taken_back(office):
    document = numbered(office)
    ours, key = document.signing_copy.current, key_of(given_to(LEADER))
    forged = {f"{forge.__name__}, then signed": sign_if_possible(forge(ours), key) for forge in OF_UNSIGNED}
    signed = sign(ours, key, "Signature1", place_on(document))
    forged |= {f"signed, then {forge.__name__}": forge(signed) for forge in OF_SIGNED}
    forged["another paper behind ours"] = sign(
        tampering.another_paper_behind(ours, tampering.drawn_over(ours)), key, "Signature1", None
    )
    taken = [name for name, file in forged.items() if not signing.added_to(document, file).problems]
    assert taken == []
    assert not signing.added_to(document, signed).problems


def test_words_hidden_before_the_signature_cannot_be_brought_out_after_it(office):
    document = numbered(office)
    prepared = tampering.with_hidden_words(document.signing_copy.current)
    signed = sign(prepared, key_of(given_to(LEADER)), "Signature1", None)
    shown = tampering.hidden_words_brought_out(signed)
    (seen,) = signatures_in(shown)
    assert seen.intact
    assert not seen.whole
    assert signing.added_to(document, shown).problems


def sign_if_possible(pdf: bytes, key) -> bytes:
    """A forged file that the signing library itself will not touch stays as it is."""
    try:
        return sign(pdf, key, "Signature1", None)
    except Exception:
        return pdf


def test_the_seal_is_not_put_under_a_tampered_signature(office):
    document = signed_inside(office)
    signed, key = document.signing_copy.current, key_of(given_to(AGENCY))
    forged = {forge.__name__: sign_if_possible(forge(signed), key) for forge in OF_UNSIGNED}
    taken = [name for name, file in forged.items() if not signing.added_to(document, file).problems]
    assert taken == []


def test_a_signature_whose_picture_lies_over_the_words_is_sent_back(office):
    document = numbered(office)
    ours, key = document.signing_copy.current, key_of(given_to(LEADER))
    over_the_number = sign(ours, key, "Signature1", Box(0, 60, 600, 530, 790), image=a_drawing("blue"))
    assert "che chữ" in refusals(perform, Action.TAKE_BACK, document, office.thu, signed=over_the_number)
    beside = sign(ours, key, "Signature1", place_on(document), image=a_drawing("blue"))
    document = perform(Action.TAKE_BACK, document, office.thu, signed=beside)
    assert document.status == Status.SIGNED


def test_a_strangers_signature_over_the_words_is_pointed_out(office, client):
    signed = signed_inside(office).signing_copy.current
    stranger = sign(
        signed, key_of(self_made("Kẻ Lạ")), "S9", Box(0, 60, 600, 530, 790), image=a_drawing("red")
    )
    shown = client.post("/xac-thuc/", {"file": upload(stranger)}).content.decode()
    assert "Kẻ Lạ" in shown
    assert "không rõ ai cấp chứng thư" in shown
    assert "phần hình của chữ ký ấy có thể che chữ" in shown


def test_the_file_before_its_seal_is_not_the_issued_one(office, client):
    document = perform(Action.ISSUE, sealed_inside(office), office.thu)
    shown = client.post(
        "/xac-thuc/", {"file": upload(tampering.last_update_cut_off(bytes(document.issue.pdf)))}
    ).content.decode()
    assert "Không phải tệp của hệ thống này" in shown
    assert "không làm cho tệp thành văn bản đã ban hành" in shown


def test_a_signature_that_locks_the_paper_is_sent_back(office):
    document = numbered(office)
    locking = other_tools.certified(document.signing_copy.current, given_to(LEADER))
    (seen,) = signatures_in(locking)
    assert seen.locks
    assert "kiểu chứng nhận" in refusals(perform, Action.TAKE_BACK, document, office.thu, signed=locking)


@pytest.mark.parametrize("lock", other_tools.LOCKS, ids=lambda lock: lock.action.name)
def test_a_signature_that_leaves_no_room_for_the_seal_is_sent_back(office, lock):
    document = numbered(office)
    locking = other_tools.certified(document.signing_copy.current, given_to(LEADER), lock)
    assert "bỏ chọn khóa văn bản" in refusals(perform, Action.TAKE_BACK, document, office.thu, signed=locking)


def test_a_seal_that_would_spoil_the_leaders_signature_is_not_put(office):
    """The leader's tool locked just the name that the seal's field bears."""
    document = numbered(office)
    lock = other_tools.only("CoQuan")
    document = perform(
        Action.TAKE_BACK,
        document,
        office.thu,
        signed=other_tools.certified(document.signing_copy.current, given_to(LEADER), lock),
    )
    sealed = signing.sealed_by_agency(document, key_of(given_to(AGENCY)))
    assert "Chữ ký trước đó không còn giá trị" in refusals(
        perform, Action.SEAL, document, office.thu, signed=sealed
    )


def test_a_field_of_the_same_name_is_no_obstacle(office):
    document = numbered(office)
    taken = sign(document.signing_copy.current, key_of(given_to(LEADER)), "CoQuan", None)
    document = perform(Action.TAKE_BACK, document, office.thu, signed=taken)
    sealed = signing.sealed_by_agency(document, key_of(given_to(AGENCY)))
    document = perform(Action.SEAL, document, office.thu, signed=sealed)
    assert [seen.field for seen in signatures_in(document.signing_copy.current)] == ["CoQuan", "CoQuan2"]


def test_a_file_that_is_no_longer_a_pdf_is_called_so(client):
    for data in (b"rac", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n9\n%%EOF"):
        shown = client.post("/xac-thuc/", {"file": upload(data)}).content.decode()
        assert "Không phải tệp của hệ thống này" in shown
        assert "không đọc được chữ ký nào" in shown


def test_many_signatures_are_not_looked_at(office, client):
    pdf = numbered(office).signing_copy.current
    for number in range(11):
        pdf = tampering.signature_of_nobody_over_the_text(pdf, f"S{number}")
    shown = client.post("/xac-thuc/", {"file": upload(pdf)}).content.decode()
    assert "hơn 10 chữ ký" in shown


def test_ours_alone_adds_nothing(office):
    ours = numbered(office).signing_copy.current
    assert "chưa có chữ ký số" in taken_back(ours, ours, ()).faults[0]
