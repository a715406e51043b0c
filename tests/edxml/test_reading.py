"""edXML files of others: both namespaces, nested or flat; hostile ones are refused with what to do."""

import hashlib

import pytest

from childlabour.core.errors import Refusal
from plans.edxml import reading
from plans.edxml.opening import letter_of
from plans.edxml.reading import letter_in
from plans.edxml.shape import Namespace
from tests.edxml.letters import PDF, SHA1, an_edxml, attachment, digest, encoded, zipped


@pytest.mark.parametrize("namespace", [*Namespace, ""])
def test_a_letter_is_read_whatever_it_calls_its_names(namespace):
    letter = letter_of(an_edxml(attachment(), namespace=namespace))
    assert letter.words == "Kế hoạch 15/KH-SYT ngày 05/01/2026 của Sở Y tế Lạng Sơn; hạn trả lời 30/6/2026"
    assert letter.files == (("ke-hoach.pdf", PDF),)
    assert not letter.is_checked, "it gave no hash"


def test_prefixes_and_a_flat_structure_make_no_difference():
    flat = (
        f'<x:edXML xmlns:x="{Namespace.GO_VN}"><x:From><x:OrganName>UBND tỉnh</x:OrganName></x:From>'
        "<x:CodeNumber>7</x:CodeNumber><x:CodeNotation>KH-UBND</x:CodeNotation>"
        f"<x:Attachment><x:AttachmentName>a.docx</x:AttachmentName>"
        f"<x:ContentTransferEncoded>{encoded(b'chu')}</x:ContentTransferEncoded></x:Attachment></x:edXML>"
    )
    letter = letter_in(flat.encode())
    assert (letter["code"], letter["issuer"], letter["files"][0]["name"]) == (
        "7/KH-UBND",
        "UBND tỉnh",
        "a.docx",
    )


def test_whose_hash_fits_is_checked_wherever_the_hash_stands():
    right = digest(hashlib.sha256(PDF).digest())
    beside = an_edxml(attachment(more=right))
    in_manifest = an_edxml(
        attachment(), manifest=f"<Reference><ContentId>cid:ke-hoach.pdf</ContentId>{right}</Reference>"
    )
    in_signature = an_edxml(
        attachment(),
        head=f'<Signature><SignedInfo><Reference URI="cid:ke-hoach.pdf">'
        f"{digest(hashlib.sha1(PDF).digest(), SHA1)}</Reference></SignedInfo></Signature>",
    )
    for data in (beside, in_manifest, in_signature):
        assert letter_of(data).is_checked


def test_a_file_in_a_zip_of_its_own_is_unpacked_and_a_word_file_is_not():
    packed = zipped(("../../ke-hoach.pdf", PDF), ("thu-muc/", b""))
    word = zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<d/>"))
    letter = letter_of(
        an_edxml(
            attachment(packed, "a.zip", "application/zip"), attachment(word, "b.docx", "application/zip")
        )
    )
    assert letter.files == (("ke-hoach.pdf", PDF), ("b.docx", word))


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
FOREIGN = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
HOSTILE = {
    "entities that grow": (an_edxml(attachment(), prolog=BOMB, head="<X>&c;</X>"), "DOCTYPE"),
    "an entity of another file": (an_edxml(attachment(), prolog=FOREIGN, head="<X>&b;</X>"), "DOCTYPE"),
    "a definition elsewhere": (
        an_edxml(attachment(), prolog='<!DOCTYPE a SYSTEM "http://example.com/a.dtd">'),
        "DOCTYPE",
    ),
    "entities in another encoding": (
        an_edxml(attachment(), prolog=BOMB).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        "DOCTYPE",
    ),
    "too deep": (an_edxml(attachment(), head="<a>" * 60 + "</a>" * 60), "lồng nhau"),
    "too many": (an_edxml(attachment(), head="<a/>" * 20_001), "lồng nhau"),
    "a hash that does not fit": (an_edxml(attachment(more=digest(b"\0" * 32))), "không khớp mã kiểm tra"),
    "a hash that is none": (
        an_edxml(attachment(more=digest(b"x").replace(encoded(b"x"), "???"))),
        "không khớp mã kiểm tra",
    ),
    "no file": (an_edxml(), "không kèm văn bản nào"),
    "too many files": (an_edxml(*[attachment()] * 21), "quá 20 tệp"),
    "no base64": (
        an_edxml(attachment()).replace(encoded(PDF).encode(), b"@@@@"),
        "bị hỏng",
    ),
    "a broken zip": (an_edxml(attachment(b"PK\x03\x04 nothing", "a.zip", "application/zip")), "bị hỏng"),
    "not edXML": (b"<html><body/></html>", "không phải edXML"),
    "another namespace": (an_edxml(attachment(), namespace="urn:x"), "không phải edXML"),
    "cut off": (an_edxml(attachment())[:-20], "bị hỏng"),
    "no XML": (b"%PDF-1.7", "bị hỏng"),
    "nothing": (b"", "bị hỏng"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_and_says_what_to_do(what):
    data, why = HOSTILE[what]
    with pytest.raises(Refusal, match=why):
        letter_of(data)


def test_a_zip_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 10_000)
    bomb = zipped(("a.pdf", b"\0" * 1_000_000))
    with pytest.raises(Refusal, match="nặng hơn"):
        letter_in(an_edxml(attachment(bomb, "a.zip", "application/zip")))


def test_files_that_are_too_much_together_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 30)
    with pytest.raises(Refusal, match="nặng hơn"):
        letter_in(an_edxml(attachment(), attachment(name="b.pdf")))
