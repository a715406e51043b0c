"""What an edXML file of ours says, and that what was written is read again."""

import csv
import hashlib
from base64 import b64decode
from io import StringIO

import pytest
from lxml import etree

from childlabour.units.models import Unit
from plans.edxml.opening import letter_of
from plans.edxml.reading import letter_in
from plans.edxml.shape import TASKS, Namespace
from plans.edxml.writing import to_edxml
from plans.models import Document
from tests.cast import a_plan
from tests.issuing.papers import a_blank_scan
from tests.issuing.test_annex_files import a_plan_with_annexes
from tests.issuing.way import issued, sealed

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(office) -> Document:
    Unit.objects.filter(pk=office.committee.pk).update(organ_id="H37.24")
    return whole(issued(office, a_plan(office=office, tasks=4), scan=a_blank_scan()))


def whole(document: Document) -> Document:
    return Document.objects.select_related("unit__place", "issue").get(pk=document.pk)


def texts(data: bytes, path: str, namespace: str = Namespace.QCVN_102) -> list[str]:
    root = etree.fromstring(data)
    return [node.text or "" for node in root.iterfind(f".//{path}", {None: str(namespace)})]


def test_annexes_that_were_issued_apart_are_in_it(office):
    apart = whole(issued(office, a_plan_with_annexes(office), scan=a_blank_scan(), annexes_apart=True))
    named = texts(to_edxml(apart, [office.people_of_tan_thanh]), "AttachmentName")
    assert named[:3] == [f"{apart.slug}{more}.pdf" for more in ("-ban-quet", "", "-phu-luc-1")]
    assert f"{apart.slug}-phu-luc-2.pdf" in named


def test_head_and_tasks_of_the_unit_it_goes_to(office, document):
    data = to_edxml(document, [office.people_of_tan_thanh])
    assert texts(data, "DocumentId")[0] == f"H37.24,{document.issued_on:%Y/%m/%d},{document.code}"
    assert texts(data, "CodeNumber") == [document.written_number]
    assert texts(data, "CodeNotation") == ["KH-UBND"]
    assert texts(data, "TypeName") == ["Kế hoạch"]
    assert texts(data, "To/OrganName") == ["Ủy ban nhân dân xã Tân Thành"]
    assert texts(data, "DueDate") == ["2023/11/30"]
    assert texts(data, "FullName") == ["Vi Văn Hùng"]
    assert texts(data, "Competence") == ["TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"]
    assert texts(data, "Place") == ["Hữu Lũng", "UBND xã Tân Thành", "Lưu: VT, LĐTBXH"]
    (listed,) = [
        b64decode(attachment.findtext("{*}ContentTransferEncoded"))
        for attachment in etree.fromstring(data).iterfind(".//{*}Attachment")
        if attachment.findtext("{*}Description") == TASKS
    ]
    _, row = csv.reader(StringIO(listed.decode("utf-8-sig")))
    assert row[:2] == ["Ủy ban nhân dân xã Tân Thành", "chủ trì"]
    assert row[3] == "30/11/2023"


def test_the_scan_is_the_authentic_copy_and_ours_stands_beside_it(document):
    data = to_edxml(document, [])
    names = texts(data, "Attachment/AttachmentName")
    assert names == [f"{document.slug}-ban-quet.pdf", f"{document.slug}.pdf"]
    scan, ours = texts(data, "Attachment/ContentTransferEncoded")
    assert b64decode(scan) == bytes(document.scan.pdf)
    assert b64decode(ours) == bytes(document.issue.pdf)
    digests = [node.text for node in etree.fromstring(data).iterfind(".//{*}Attachment/{*}DigestValue")]
    assert [b64decode(one) for one in digests] == [
        hashlib.sha256(b64decode(one)).digest() for one in (scan, ours)
    ]


def test_a_paper_signed_by_key_is_one_file(office):
    document = whole(sealed(office))
    assert texts(to_edxml(document, []), "Attachment/Description") == ["Bản chính (PDF ký số)"]


@pytest.mark.parametrize("namespace", Namespace)
def test_what_was_written_is_read_again_by_both_names(document, office, namespace):
    data = to_edxml(document, [office.people_of_tan_thanh], namespace)
    letter = letter_of(data)
    assert (letter.code, letter.kind, letter.issuer) == (
        document.code,
        "Kế hoạch",
        "Ủy ban nhân dân huyện Hữu Lũng",
    )
    assert (letter.day, f"{letter.due}", letter.is_checked) == (document.issued_on, "2023-11-30", True)
    assert [name for name, _ in letter.files] == [f"{document.slug}-ban-quet.pdf", f"{document.slug}.pdf"]
    assert letter.files[1][1] == bytes(document.issue.pdf)


def test_names_with_signs_of_xml_stay_names(office, document):
    Unit.objects.filter(pk=office.committee.pk).update(name='UBND <xã> & "phường"')
    letter = letter_in(to_edxml(whole(document), []))
    assert letter["issuer"] == 'UBND <xã> & "phường"'
