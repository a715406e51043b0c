"""The leader signs, the agency seals: with a key here, on a token, or elsewhere and brought back."""

import re
import subprocess
from datetime import timedelta
from io import BytesIO

import pytest
import segno
from PIL import Image, ImageDraw

from childlabour.core import machine
from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from plans.issuing import appearance, freezing, signing
from plans.issuing.workflow import perform
from plans.models import Action, Means, Status
from plans.paper.compose import paper_of
from plans.signatures.asking import clean_picture
from plans.signatures.covering import without_blanks
from plans.signatures.keys import FileKey
from plans.signatures.pades.asking import signatures_in
from plans.signatures.pades.making import sign
from plans.signatures.pades.seen import Trust
from plans.signatures.pdf_files import Box, lines_of_text, pages_of, picture_of
from tests.cast import a_plan
from tests.issuing import other_tools, tampering
from tests.issuing.certificates import (
    PASS_PHRASE,
    given_to,
    root_file,
    self_made,
)
from tests.issuing.way import approved, numbered
from tests.paper.rules import check

pytestmark = pytest.mark.django_db

LEADER, AGENCY = "Vi Văn Hùng", "Ủy ban nhân dân huyện Hữu Lũng"
A4_POINTS = (595.28, 841.89)
SOFTHSM = machine.SOFT_TOKEN


def place_on(document):
    """Where the leader signs on the copy of a document that has its number."""
    copy = document.signing_copy
    return appearance.place_of_signature(bytes(copy.pdf), freezing.paper_in(copy.snapshot))


@pytest.fixture(autouse=True)
def _roots(settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "roots"
    root_file(settings.SIGNATURE_TRUST_ROOTS)


def key_of(held) -> FileKey:
    return FileKey(held.file, PASS_PHRASE)


@pytest.mark.parametrize(
    "who",
    [
        AGENCY,
        "BAN CHỈ ĐẠO PHÒNG NGỪA, GIẢM THIỂU LAO ĐỘNG TRẺ EM HUYỆN ĐIỆN BIÊN ĐÔNG",
        "Đại tá, Anh hùng Lực lượng vũ trang nhân dân Công Tằng Tôn Nữ Thị Huyền Trang",
        "TRUNG TÂM CUNG CẤP DỊCH VỤ CÔNG TÁC XÃ HỘI VÀ BẢO VỆ TRẺ EM CÓ HOÀN CẢNH ĐẶC BIỆT BUÔN MA THUỘT",
    ],
)
@pytest.mark.parametrize("ink", [appearance.BLUE, appearance.RED])
def test_a_stamp_in_words_holds_the_longest_name_and_the_time(who, ink):
    signature = Box(0, 300, 200, 300 + appearance.SIGNATURE_WIDTH, 200 + appearance.HIGHEST)
    box = signature if ink is appearance.BLUE else appearance.place_of_seal(signature)
    when = now()
    words = appearance.stamp_in_words(who, when, box, ink)
    lines = lines_of_text(words)
    said = without_blanks("".join(line.text for line in lines))
    assert len(pages_of(words)) == 1
    assert without_blanks(who) in said and f"{when:%H:%M:%S}" in said
    assert min(line.left for line in lines) > 2 and min(line.bottom for line in lines) > 2
    assert max(line.right for line in lines) < box.width - 2


def refusals(act, *args, **kwargs) -> str:
    with pytest.raises(Refusal) as refused:
        act(*args, **kwargs)
    return " ".join(problem.message for problem in refused.value.problems)


def signed_inside(office, document=None):
    document = document or numbered(office)
    pdf = signing.signed_by_leader(document, key_of(given_to(LEADER)))
    return perform(Action.SIGN, document, office.hung, signed=pdf)


def sealed_inside(office, document=None):
    document = signed_inside(office, document)
    pdf = signing.sealed_by_agency(document, key_of(given_to(AGENCY)))
    return perform(Action.SEAL, document, office.thu, signed=pdf)


def a_drawing(colour: str, size=(600, 300)) -> bytes:
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse([10, 10, size[0] - 10, size[1] - 10], outline=colour, width=16)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def test_leader_then_seal_then_issued_and_both_signatures_hold(office, tmp_path):
    document = perform(Action.ISSUE, sealed_inside(office), office.thu)
    assert document.status == Status.ISSUED
    pdf = bytes(document.issue.pdf)
    assert pdf.startswith(bytes(document.signing_copy.pdf))
    leader, agency = signatures_in(pdf)
    assert (leader.signer, agency.signer) == (LEADER, AGENCY)
    assert leader.is_good
    assert agency.is_good
    assert leader.signed_at.utcoffset() == timedelta(hours=7)
    assert [(s.signer, s.means) for s in document.signatures.all()] == [
        (LEADER, Means.INSIDE),
        (AGENCY, Means.INSIDE),
    ]
    file = tmp_path / "signed.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid.") == 2
    assert said.count("Total document signed") == 1
    assert "SHA-256" in said
    assert pdf.count(rb"\05307\04700\047)") == 2  # "+07'00'", as PDF strings are written


def test_names_print_whole_where_there_is_no_picture(office):
    document = signed_inside(office)
    texts = [line.text for line in lines_of_text(document.signing_copy.current)]
    assert texts.count(LEADER) >= 1
    drawn = subprocess.run(
        ["pdftotext", "-layout", "-", "-"],
        input=document.signing_copy.current,
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert "Ký bởi" in drawn
    assert re.search(r"\+07:00", drawn)


def test_the_seal_covers_a_third_of_the_signature_at_its_left(office):
    document = numbered(office)
    signature = place_on(document)
    seal = appearance.place_of_seal(signature)
    covered = (seal.right - signature.left) / signature.width
    assert 0.3 < covered < 0.36
    assert seal.left < signature.left
    name = next(x for x in lines_of_text(bytes(document.signing_copy.pdf)) if x.text == LEADER)
    assert signature.bottom >= name.top - 1
    assert abs((signature.left + signature.right) - (name.left + name.right)) < 2


@pytest.mark.parametrize(
    "lines",
    [
        "TUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        "CHÁNH VĂN PHÒNG HĐND VÀ UBND HUYỆN",
        "KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "Q.Chủ tịch",
        "TM. ỦY BAN  NHÂN DÂN\nCHỦ  TỊCH",
    ],
)
def test_the_place_is_found_by_what_was_printed_and_nothing_is_covered(office, lines):
    document = a_plan(office=office, signature_lines=lines)
    document = numbered(office, document)
    pdf, place = bytes(document.signing_copy.pdf), place_on(document)
    seal = appearance.place_of_seal(place)
    assert [
        line.text for line in lines_of_text(pdf) if line.share_under(place) or line.share_under(seal)
    ] == []
    signed = signing.signed_by_leader(document, key_of(given_to(LEADER)))
    assert signing.added_to(document, signed).problems == ()


def test_a_paper_without_a_place_to_sign_is_refused_before_it_gets_a_number(office, monkeypatch):
    document = approved(office)
    monkeypatch.setattr(appearance, "COLUMN", A4_POINTS[0])  # as if nothing stood on the right
    with pytest.raises(Refusal, match="Không tìm thấy chỗ ký"):
        perform(Action.NUMBER, document, office.thu, day=today())
    document.refresh_from_db()
    assert (document.status, document.number) == (Status.APPROVED, None)
    assert not document.register_entries.exists()


def test_pictures_of_signature_and_seal_are_drawn(office):
    document = numbered(office)
    blue, red = a_drawing("blue"), a_drawing("red", (500, 500))
    pdf = signing.signed_by_leader(document, key_of(given_to(LEADER)), clean_picture(blue, "image"))
    document = perform(Action.SIGN, document, office.hung, signed=pdf)
    pdf = signing.sealed_by_agency(document, key_of(given_to(AGENCY)), clean_picture(red, "image"))
    perform(Action.SEAL, document, office.thu, signed=pdf)
    assert all(seen.intact and seen.whole for seen in signatures_in(pdf))


def test_a_picture_must_be_a_transparent_png():
    opaque = BytesIO()
    Image.new("RGB", (10, 10)).save(opaque, "JPEG")
    assert "nền trong suốt" in refusals(clean_picture, opaque.getvalue(), "image")
    assert "không phải là ảnh" in refusals(clean_picture, b"%PDF", "image")


def test_only_the_person_named_on_the_paper_signs_it(office):
    document = numbered(office)
    pdf = signing.signed_by_leader(document, key_of(given_to("Người Khác")))
    assert "phải tự ký" in refusals(Action_sign, document, office.hung, pdf)


def Action_sign(document, officer, pdf):  # noqa: N802
    return perform(Action.SIGN, document, officer, signed=pdf)


def test_the_leader_cannot_seal_with_his_own_key(office):
    document = signed_inside(office)
    pdf = signing.sealed_by_agency(document, key_of(given_to(LEADER)))
    assert "không phải của người ký" in refusals(perform, Action.SEAL, document, office.thu, signed=pdf)


def test_a_signed_paper_without_its_seal_is_not_issued(office):
    assert "chưa có chữ ký số của cơ quan" in refusals(
        perform, Action.ISSUE, signed_inside(office), office.thu
    )


def test_signed_elsewhere_and_taken_back(office):
    document = numbered(office)
    handed_out = document.signing_copy.current
    back = sign(handed_out, key_of(given_to(LEADER)), "Signature1", None)
    document = perform(Action.TAKE_BACK, document, office.thu, signed=back)
    assert document.status == Status.SIGNED
    back = sign(back, key_of(given_to(AGENCY)), "Signature2", None)
    document = perform(Action.TAKE_BACK, document, office.thu, signed=back)
    assert [s.means for s in document.signatures.all()] == [Means.OUTSIDE, Means.OUTSIDE]
    document = perform(Action.ISSUE, document, office.thu)
    assert bytes(document.issue.pdf) == back


def test_both_signatures_may_come_back_at_once(office):
    document = numbered(office)
    back = sign(document.signing_copy.current, key_of(given_to(LEADER)), "Signature1", None)
    back = sign(back, key_of(given_to(AGENCY)), "Signature2", None)
    document = perform(Action.TAKE_BACK, document, office.thu, signed=back)
    assert document.signatures.count() == 2
    assert "đã có chữ ký" in refusals(perform, Action.TAKE_BACK, document, office.thu, signed=back)


def test_anything_but_our_bytes_with_signatures_is_refused(office):
    document = numbered(office)
    ours = document.signing_copy.current
    other = numbered(office).signing_copy.current
    key = key_of(given_to(LEADER))
    take = lambda data: refusals(perform, Action.TAKE_BACK, document, office.thu, signed=data)  # noqa: E731
    assert "không phải bản đã giao đi" in take(sign(other, key, "S", None))
    assert "không phải bản đã giao đi" in take(b"rac")
    assert "chưa có chữ ký" in take(ours)
    assert "chỗ khác" in take(sign(tampering.drawn_over(ours), key, "S", None))
    assert "nhiều chữ ký hơn" in take(
        sign(sign(sign(ours, key, "A", None), key_of(given_to(AGENCY)), "B", None), key, "C", None)
    )
    document.refresh_from_db()
    assert document.status == Status.NUMBERED


def test_a_file_changed_after_signing_is_seen(office):
    document = signed_inside(office)
    pdf = bytearray(document.signing_copy.current)
    place = pdf.index(b"stream", 2000) + 40
    pdf[place] ^= 1
    (seen,) = signatures_in(bytes(pdf))
    assert not seen.intact
    assert not seen.is_good


def test_what_was_added_after_signing_is_seen(office):
    pdf = tampering.drawn_over(signed_inside(office).signing_copy.current)
    (seen,) = signatures_in(pdf)
    assert seen.intact
    assert not seen.whole
    assert not seen.is_good


def test_without_roots_nothing_is_called_trusted(office, settings, tmp_path):
    pdf = signed_inside(office).signing_copy.current
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "none"
    (seen,) = signatures_in(pdf)
    assert seen.trust == Trust.UNKNOWN
    assert not seen.is_good


def test_a_self_made_certificate_is_not_trusted(office):
    document = numbered(office)
    (seen,) = signatures_in(signing.signed_by_leader(document, key_of(self_made(LEADER))))
    assert seen.intact
    assert seen.trust == Trust.UNTRUSTED


def test_a_time_without_a_zone_is_vietnam_s(office):
    """Some tools leave the zone out; they stand on an office's table here."""
    document = numbered(office)
    before = now().replace(microsecond=0)
    pdf = other_tools.signed_without_a_zone(document.signing_copy.current, given_to(LEADER))
    (seen,) = signatures_in(pdf)
    assert seen.is_good
    assert before <= seen.signed_at <= now()


def test_a_trust_root_that_cannot_be_read_is_named_and_trusts_nobody(office, settings, caplog):
    pdf = signing.signed_by_leader(numbered(office), key_of(given_to(LEADER)))
    for file in settings.SIGNATURE_TRUST_ROOTS.iterdir():
        file.write_bytes(b"-----BEGIN rac")
    (seen,) = signatures_in(pdf)
    assert seen.intact
    assert seen.trust == Trust.UNKNOWN
    assert "goc.pem cannot be read" in caplog.text


def test_the_time_of_signing_is_ours(office):
    before = now().replace(microsecond=0)
    (seen,) = signatures_in(signing.signed_by_leader(numbered(office), key_of(given_to(LEADER))))
    assert before <= seen.signed_at <= now()


def test_every_layout_rule_holds_on_the_copy_with_its_code_and_on_the_signed_paper(office):
    document = sealed_inside(office)
    paper = paper_of(document, signing_copy=True)
    assert paper.verification.endswith(f"/xac-thuc/{document.verification_code}/")
    assert check(bytes(document.signing_copy.pdf), paper) == []
    pictured = numbered(office)
    key = key_of(given_to(LEADER))
    drawn = signing.signed_by_leader(pictured, key, a_drawing("blue"))
    assert check(drawn, paper_of(pictured, signing_copy=True)) == []
    pictured = perform(Action.SIGN, pictured, office.hung, signed=drawn)
    seal = clean_picture(a_drawing("red", (500, 500)), "image")
    both = signing.sealed_by_agency(pictured, key_of(given_to(AGENCY)), seal)
    assert check(both, paper_of(pictured, signing_copy=True)) == []
    on_paper = [line.text for line in lines_of_text(bytes(pictured.signing_copy.pdf))]
    assert [line.text for line in lines_of_text(drawn)] == on_paper


def test_the_code_on_the_paper_leads_to_its_page(office):
    """The drawn squares, sampled as a phone does, are those of the address; 22 mm wide with the white around."""
    document = numbered(office)
    pdf = bytes(document.signing_copy.pdf)
    last = next(line for line in lines_of_text(pdf) if line.text.startswith("- Lưu"))
    dots = 3  # a point
    width = round(A4_POINTS[0] * dots)
    page = (
        Image.open(BytesIO(picture_of(pdf, last.page, width))).convert("L").point(lambda v: 255 * (v < 128))
    )
    below = round((A4_POINTS[1] - last.bottom) * dots) + 6
    beside = round(
        (30 + 22) * appearance.MM * dots
    )  # the left margin and the code; the same in letters follows
    code = page.crop((0, below, beside, page.height))
    left, top, right, _bottom = code.getbbox()
    wanted = segno.make(paper_of(document).verification, error="m", micro=False).matrix
    side = (right - left) / len(wanted)
    seen = [
        [code.getpixel((left + (x + 0.5) * side, top + (y + 0.5) * side)) > 0 for x in range(len(wanted))]
        for y in range(len(wanted))
    ]
    assert seen == [[bool(module) for module in row] for row in wanted]
    assert 17 < (right - left) / dots / appearance.MM <= 22
    assert document.verification_code in [line.text for line in lines_of_text(pdf)], (
        "for who has no phone at hand"
    )
