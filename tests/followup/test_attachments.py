"""Papers that go with an answer are known by their content, and every reason against them is told at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plans.followup.attachments import ACCEPTED, LARGEST, MOST, attachments_of

STARTS = {
    "bien-ban.pdf": (b"%PDF-1.4\n", "application/pdf"),
    "anh.jpg": (b"\xff\xd8\xff\xe0", "image/jpeg"),
    "ANH.JPEG": (b"\xff\xd8\xff\xe0", "image/jpeg"),
    "anh.png": (b"\x89PNG\r\n\x1a\n", "image/png"),
    "bao-cao.docx": (
        b"PK\x03\x04",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "so-lieu.xlsx": (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def a_file(name: str, content: bytes = b"%PDF-1.4\n") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("name", STARTS)
def test_what_an_office_sends_is_taken_under_its_true_type_and_still_whole(name):
    content, media_type = STARTS[name]
    upload = a_file(name, content + b"rest")
    ((kept,), problems) = attachments_of([upload])
    assert (kept.media_type, problems) == (media_type, [])
    assert kept.upload.read() == content + b"rest", "looking at the first bytes takes nothing away"


@pytest.mark.parametrize(
    "upload",
    [
        a_file("bien-ban.pdf", b"MZ"),
        a_file("bien-ban.pdf", b""),
        a_file("bien-ban.exe"),
        a_file("anh.png", b"\xff\xd8\xff\xe0"),
        a_file("macro.docm", b"PK\x03\x04"),
        a_file("trang.pdf.html", b"<html>"),
        a_file("pdf"),
    ],
    ids=lambda upload: upload.name,
)
def test_what_is_not_what_its_name_says_is_refused_by_its_name(upload):
    accepted, (problem,) = attachments_of([upload])
    assert accepted == []
    assert f"“{upload.name}” không phải PDF" in problem.message
    assert problem.field == "files"


def test_a_file_of_the_largest_size_is_taken_and_one_byte_more_is_too_much():
    fits, too_large = a_file("vua.pdf"), a_file("qua.pdf")
    fits.size, too_large.size = LARGEST, LARGEST + 1
    (kept,), (problem,) = attachments_of([fits, too_large])
    assert kept.upload is fits
    assert "“qua.pdf” nặng" in problem.message


def test_as_many_as_may_be_sent_and_one_more():
    assert attachments_of([a_file(f"{number}.pdf") for number in range(MOST)])[1] == []
    _, (problem,) = attachments_of([a_file(f"{number}.pdf") for number in range(MOST + 1)])
    assert f"nhiều nhất {MOST} tệp; đang có {MOST + 1} tệp" in problem.message


def test_every_reason_is_told_at_once():
    heavy = a_file("nang.pdf")
    heavy.size = LARGEST + 1
    _, problems = attachments_of(
        [heavy, a_file("virus.exe", b"MZ"), *(a_file(f"{n}.pdf") for n in range(MOST))]
    )
    said = " ".join(problem.message for problem in problems)
    assert "nhiều nhất 5 tệp" in said and "“nang.pdf”" in said and "“virus.exe”" in said


def test_the_form_names_every_ending_that_is_taken():
    assert set(ACCEPTED.split(", ")) == {".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx"}
