"""Annexes issued as files of their own: the agency signs each at the top right of its first page."""

import re
import subprocess
from dataclasses import replace

import pytest
from django.db import connection

from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from plans.issuing import appearance, checking, freezing, sealing_annexes, signing, triggers
from plans.issuing.checking_signatures import OTHERS
from plans.issuing.copying import pages_of_copy
from plans.issuing.workflow import perform
from plans.law.blocks import Align
from plans.models import Action, AnnexFile, Document, Issue, Status
from plans.paper.apart import annex_papers
from plans.paper.files import Format
from plans.paper.many import handed_out, wanted
from plans.paper.pdf import annex_to_pdf
from plans.signatures.pades.asking import signatures_in
from plans.signatures.pades.making import sign
from plans.signatures.pdf_files import Box, lines_of_text, pages_of
from plans.takedown.steps import TAKE_DOWNS, Settling, ask
from tests.cast import a_plan, revised
from tests.content import writing
from tests.issuing.certificates import given_to, root_file
from tests.issuing.papers import upload
from tests.issuing.tampering import drawn_over
from tests.issuing.test_copying import copied, texts_of
from tests.issuing.test_signing import AGENCY, LEADER, key_of, refusals, signed_inside
from tests.issuing.way import approved, issued, numbered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roots(settings, tmp_path):
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "roots"
    root_file(settings.SIGNATURE_TRUST_ROOTS)


ANNEXES = (
    writing.paragraph("Chỉ tiêu tại Phụ lục I, phân công tại Phụ lục II.", key="says-annexes"),
    writing.annex("Phụ lục I", "Chỉ tiêu năm 2023", "annex-1"),
    writing.table((8, Align.CENTER), 62, 30, key="table-1"),
    writing.row("TT", "Chỉ tiêu", "Đơn vị", key="row-1"),
    writing.row("1", "90% trẻ em có nguy cơ được hỗ trợ", "Công an xã", key="row-2"),
    writing.annex("Phụ lục II", "Phân công nhiệm vụ", "annex-2", landscape=True),
    writing.paragraph("Phòng Nội vụ tổ chức tập huấn.", key="line-1"),
)


def a_plan_with_annexes(office, **fields) -> Document:
    return revised(
        a_plan(office=office, **fields),
        lambda content: replace(content, blocks=(*content.blocks, *ANNEXES)),
    )


def numbered_apart(office) -> Document:
    return numbered(office, a_plan_with_annexes(office), annexes_apart=True)


def sealed_apart(office) -> Document:
    document, key = signed_inside(office, numbered_apart(office)), key_of(given_to(AGENCY))
    told = {
        "signed": signing.sealed_by_agency(document, key),
        "annexes": sealing_annexes.sealed_by_agency(document, key),
    }
    return perform(Action.SEAL, document, office.thu, **told)


def text_of(pdf: bytes) -> str:
    return " ".join(line.text for line in lines_of_text(pdf))


def assert_marked_at_the_top_right(pdf: bytes, code: str) -> None:
    """As a reader shows it: number and symbol, day, hour and zone, in the margin at the right edge of the text."""
    asked = ["pdftotext", "-bbox-layout", "-l", "1", "-", "-"]
    drawn = subprocess.run(asked, input=pdf, capture_output=True, check=True).stdout.decode()
    lines = re.findall(
        r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', drawn, re.S
    )
    said = {" ".join(re.findall(r">([^<>]+)</word>", words)): at for *at, words in lines}
    mark = next(text for text in said if text.startswith("Số, ký hiệu"))
    moment = next(text for text in said if text.startswith("Thời gian ký"))
    assert mark == f"Số, ký hiệu: {code}"
    assert re.fullmatch(r"Thời gian ký: \d\d?/\d\d?/\d{4} \d\d:\d\d:\d\d \+07:00", moment)
    right = (pages_of(pdf)[0].width - 20) * appearance.MM
    for text in (mark, moment):
        _, head, reaches, foot = map(float, said[text])
        assert reaches == pytest.approx(right, abs=1)
        assert foot < 20 * appearance.MM, "in the margin: it covers no word"
        assert foot - head == pytest.approx(11, abs=1), "a line of 10 points"


def test_the_documents_file_ends_with_its_signature_and_each_annex_is_a_file(office):
    document = numbered_apart(office)
    main = text_of(bytes(freezing.signing_copy_of(document).pdf))
    first, second = freezing.annex_files_of(document)
    assert "Chỉ tiêu tại Phụ lục I" in main and "90% trẻ em có nguy cơ" not in main
    assert (first.label, second.label) == ("Phụ lục I", "Phụ lục II")
    said = text_of(bytes(first.pdf))
    assert "CHỈ TIÊU NĂM 2023" in said and "90% trẻ em có nguy cơ" in said
    assert f"(Kèm theo Kế hoạch số {document.code}" in said, "it travels alone, and says what it belongs to"
    assert "CỘNG HÒA" not in said and "tập huấn" not in said
    page = pages_of(bytes(second.pdf))[0]
    assert page.width > page.height


def test_leader_and_agency_sign_the_document_and_the_agency_each_annex_at_its_top_right(office):
    document = perform(Action.ISSUE, sealed_apart(office), office.thu)
    assert document.status == Status.ISSUED
    leader, agency = signatures_in(bytes(document.issue.pdf))
    assert leader.is_good and agency.is_good
    for annex in freezing.annex_files_of(document):
        (mark,) = signatures_in(annex.current)
        assert mark.signer == AGENCY and mark.is_good
        assert annex.sha256 == freezing.sha256(annex.current)
        assert_marked_at_the_top_right(annex.current, document.code)
    assert list(checking.faults()) == []


def test_without_the_choice_annexes_stay_in_the_file_of_the_document(office):
    document = perform(Action.NUMBER, approved(office, a_plan_with_annexes(office)), office.thu, day=today())
    assert freezing.annex_files_of(document) == []
    assert "90% trẻ em có nguy cơ" in text_of(bytes(freezing.signing_copy_of(document).pdf))


def test_no_annex_is_forgotten_at_the_seal(office):
    document, key = signed_inside(office, numbered_apart(office)), key_of(given_to(AGENCY))
    pdf, (first, _) = signing.sealed_by_agency(document, key), sealing_annexes.sealed_by_agency(document, key)
    said = refusals(perform, Action.SEAL, document, office.thu, signed=pdf, annexes=[first])
    assert "Chưa có tệp Phụ lục II với chữ ký số của cơ quan" in said
    assert AnnexFile.objects.filter(signed_pdf=None).count() == 2


def test_an_annex_signed_by_another_key_or_twice_is_not_taken(office):
    document, key = signed_inside(office, numbered_apart(office)), key_of(given_to(AGENCY))
    pdf = signing.sealed_by_agency(document, key)
    others = sealing_annexes.sealed_by_agency(document, key_of(given_to("Ủy ban nhân dân xã khác")))
    assert "chính chứng thư đã ký văn bản" in refusals(
        perform, Action.SEAL, document, office.thu, signed=pdf, annexes=others
    )
    twice = [sign(file, key, "LanHai", None) for file in sealing_annexes.sealed_by_agency(document, key)]
    assert "Phụ lục I: chỉ cơ quan ký, một chữ ký." in refusals(
        perform, Action.SEAL, document, office.thu, signed=pdf, annexes=twice
    )


def test_a_file_that_is_no_annex_of_ours_is_not_taken(office):
    document, key = signed_inside(office, numbered_apart(office)), key_of(given_to(AGENCY))
    pdf, (first, second) = (
        signing.sealed_by_agency(document, key),
        sealing_annexes.sealed_by_agency(document, key),
    )
    said = refusals(perform, Action.SEAL, document, office.thu, signed=pdf, annexes=[first, second, first])
    assert "Tệp phụ lục thứ 3 không phải tệp hệ thống đã giao, hoặc chọn hai lần" in said
    changed = bytes(second).replace(b"/Type", b"/Typo", 1)
    assert "không phải tệp hệ thống đã giao" in refusals(
        perform, Action.SEAL, document, office.thu, signed=pdf, annexes=[first, changed]
    )


def test_annexes_wait_for_the_agency(office):
    document = numbered_apart(office)
    leader, agency = key_of(given_to(LEADER)), key_of(given_to(AGENCY))
    pdf, annexes = (
        signing.signed_by_leader(document, leader),
        sealing_annexes.sealed_by_agency(document, agency),
    )
    said = refusals(perform, Action.TAKE_BACK, document, office.thu, signed=pdf, annexes=annexes)
    assert "Cơ quan chưa ký văn bản: nộp tệp phụ lục cùng với văn bản có chữ ký cơ quan." in said


def test_signed_by_hand_nothing_is_sealed_and_the_files_are_kept(office):
    document = issued(office, a_plan_with_annexes(office), annexes_apart=True)
    assert [annex.signed_pdf for annex in freezing.annex_files_of(document)] == [None, None]


def test_a_number_taken_off_takes_the_files_with_it(office):
    document = numbered_apart(office)
    perform(Action.VOID, document, office.thu, reason="Nhầm ngày.")
    assert not AnnexFile.objects.exists()


def test_everything_on_pages_choice_seal_download_and_verification(office, client):
    document = approved(office, a_plan_with_annexes(office))
    client.force_login(office.thu)
    page = client.get(f"/van-ban/{document.pk}/xu-ly/").content.decode()
    assert "Phát hành phụ lục thành tệp riêng" in page
    client.post(
        f"/van-ban/{document.pk}/xu-ly/number/", {"day": f"{today():%d/%m/%Y}", "annexes_apart": "on"}
    )
    document.refresh_from_db()
    assert document.status == Status.NUMBERED
    draft = client.get(f"/van-ban/{document.pk}/ban-trinh-ky/phu-luc/1/")
    assert draft.content.startswith(b"%PDF")
    assert client.get(f"/ke-hoach/{document.pk}/phu-luc/1/").status_code == 404, "not yet issued"
    both = signing.signed_by_leader(document, key_of(given_to(LEADER)))
    document = perform(Action.SIGN, document, office.hung, signed=both)
    held = given_to(AGENCY)
    sent = {"key_file": upload(held.file, "khoa.p12"), "pass_phrase": "một con đường sáng"}
    answer = client.post(f"/van-ban/{document.pk}/ky-so/", sent)
    assert answer.status_code == 302, answer.content.decode()
    perform(Action.ISSUE, Document.objects.get(pk=document.pk), office.thu)
    client.logout()
    annex = AnnexFile.objects.get(copy__document=document, place=2)
    read = client.get(f"/ke-hoach/{document.pk}/").content.decode()
    assert f"/ke-hoach/{document.pk}/phu-luc/2/" in read and annex.sha256 in read
    assert client.get(f"/ke-hoach/{document.pk}/phu-luc/2/").content == annex.current
    document.refresh_from_db()
    evidence = client.get(f"/xac-thuc/{document.verification_code}/").content.decode()
    assert "Tệp Phụ lục II" in evidence and annex.sha256 in evidence
    assert evidence.count(AGENCY) >= 3
    asked = client.post("/xac-thuc/", {"file": upload(annex.current)}).content.decode()
    assert "Tệp của hệ thống này, nguyên vẹn" in asked


def test_signed_outside_document_and_annexes_come_back_together(office, client):
    document = numbered_apart(office)
    leader, agency = key_of(given_to(LEADER)), key_of(given_to(AGENCY))
    with_leader = signing.signed_by_leader(document, leader)
    box = appearance.place_of_seal(
        appearance.place_of_signature(with_leader, freezing.paper_in(document.signing_copy.snapshot))
    )
    words = appearance.stamp_in_words(AGENCY, document.signing_copy.made_at, box, appearance.RED)
    both = sign(with_leader, agency, "CoQuan", box, words=words)
    client.force_login(office.thu)
    annexes = [
        upload(file, f"{n}.pdf") for n, file in enumerate(sealing_annexes.sealed_by_agency(document, agency))
    ]
    alone = client.post(f"/van-ban/{document.pk}/nhan-ban-ky-so/", {"file": upload(both)})
    assert "Chưa có tệp Phụ lục I với chữ ký số của cơ quan" in alone.content.decode()
    client.post(f"/van-ban/{document.pk}/nhan-ban-ky-so/", {"file": upload(both), "annexes": annexes})
    document.refresh_from_db()
    assert document.status == Status.SIGNED
    assert AnnexFile.objects.exclude(signed_pdf=None).count() == 2


def test_a_certified_copy_has_the_pages_of_the_annexes_with_their_seals(office):
    document = perform(Action.ISSUE, sealed_apart(office), office.thu)
    main = len(texts_of(bytes(document.issue.pdf)))
    whole = texts_of(pages_of_copy(copied(office, document)))
    assert "CHỈ TIÊU NĂM 2023" in whole[main] and "tổ chức tập huấn" in whole[main + 1]
    assert f"Số, ký hiệu: {document.code}" in whole[main], "what the agency signed stays seen"
    assert "SAO Y" in whole[-1] and "SAO Y" not in "".join(whole[: main + 1])
    extract = texts_of(pages_of_copy(copied(office, document, "TrS", pages=f"1, {main + 2}")))
    assert extract[0].startswith(whole[0][:100]) and "tổ chức tập huấn" in extract[1]
    assert "CHỈ TIÊU NĂM 2023" not in "".join(extract)
    with pytest.raises(Refusal, match=f"Văn bản có {main + 2} trang"):
        copied(office, document, "TrS", pages=str(main + 3))


def resealed(annex: AnnexFile, by: str = AGENCY, **spoilt) -> bytes:
    box = appearance.place_of_annex_signature(bytes(annex.pdf))
    words = appearance.annex_signature_in_words("05/KH-UBND", now(), box)
    return sign(bytes(annex.pdf), key_of(given_to(by)), "CoQuan", spoilt.get("box", box), words=words)


def with_other_words(annex: AnnexFile) -> bytes:
    paper, *_ = annex_papers(freezing.paper_in(annex.copy.snapshot))
    first, *rest = paper.blocks
    return annex_to_pdf(replace(paper, blocks=(first, *rest[:-1], writing.row("1", "Bỏ hết", "Công an xã"))))


SPOILT = {
    "khác mã kiểm tra đã lưu": lambda annex: {"signed_pdf": annex.current + b" "},
    "chữ ký trong tệp không phải các chữ ký đã ghi": lambda annex: {
        "signed_pdf": resealed(annex, "Ủy ban nhân dân xã khác")
    },
    "hình của chữ ký che chữ": lambda annex: {"signed_pdf": resealed(annex, box=Box(0, 60, 400, 500, 760))},
    "chưa có chữ ký số của cơ quan": lambda annex: {"signed_pdf": None},
    "tệp đã ký không phải bản đã in cộng thêm chữ ký": lambda annex: {
        "signed_pdf": drawn_over(annex.current)
    },
    "chữ trên trang 1 của tệp PDF khác bản lưu": lambda annex: {"signed_pdf": with_other_words(annex)},
}


def faults_when(row: Issue | AnnexFile, **changed) -> list[str]:
    """What is found while somebody with the keys of the database has `changed` it; the locks are back by then."""
    kept = {name: getattr(row, name) for name in changed}
    for values, look in ((changed, True), (kept, False)):
        triggers.lift(connection)
        type(row).objects.filter(pk=row.pk).update(**values)
        triggers.lay(connection)
        if look:
            found = [fault.what for fault in checking.faults()]
    return found


def test_what_is_not_what_was_sealed_is_named(office):
    """The hash was mended, too, where it is not what tells."""
    document = perform(Action.ISSUE, sealed_apart(office), office.thu)
    annex = AnnexFile.objects.get(place=1)
    for said, spoil in SPOILT.items():
        change = spoil(annex)
        if "mã kiểm tra" not in said:
            change["sha256"] = freezing.sha256(bytes(change["signed_pdf"] or annex.pdf))
        found = faults_when(annex, **change)
        assert any(fault.startswith(f"tệp Phụ lục I: {said}") for fault in found), (said, found)
        assert all("Phụ lục I:" in fault for fault in found)
    moved = ["không có tệp Phụ lục II", "tệp Phụ lục II không thuộc văn bản này"]
    assert faults_when(AnnexFile.objects.get(place=2), place=3) == moved
    copy = document.signing_copy
    box = appearance.place_of_signature(bytes(copy.pdf), freezing.paper_in(copy.snapshot))
    pdf = sign(bytes(copy.pdf), key_of(given_to("Người Khác")), "NguoiKy", box)
    assert faults_when(document.issue, pdf=pdf, sha256=freezing.sha256(pdf)) == [OTHERS]
    assert list(checking.faults()) == []


def test_many_at_once_brings_annexes_beside_their_document(office):
    document = perform(Action.ISSUE, sealed_apart(office), office.thu)
    asked = wanted(Document.objects.filter(pk=document.pk), Format.PDF)
    main, first, second = handed_out(asked, Format.PDF)
    assert first.name == main.name.replace(".pdf", "-phu-luc-1.pdf")
    assert second.content == AnnexFile.objects.get(place=2).current
    assert second.sha256 == AnnexFile.objects.get(place=2).sha256


def test_a_take_down_makes_one_file_of_the_whole_again(office):
    document = issued(office, a_plan_with_annexes(office), annexes_apart=True)
    asked = ask(document, office.lan, words="nghiêm túc triển khai", reason="Thử lược một câu.")
    TAKE_DOWNS.perform(Settling.CONFIRM, asked, office.hung)
    assert not AnnexFile.objects.exists()
    said = text_of(bytes(Issue.objects.get(document=document).pdf))
    assert "BẢN LƯỢC" in said
    assert "90% trẻ em có nguy cơ" in said
    assert list(checking.faults()) == []
