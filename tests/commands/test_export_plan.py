"""`manage.py export_plan`: a document as a file, whole or not at all."""

import io
import json
import os
import zipfile

import pytest
from django.core.management import CommandError, call_command

from plans.models import Issue
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db


def export(document_id, form: str, output) -> None:
    call_command(
        "export_plan", str(document_id), "--format", form, "--output", str(output), stdout=io.StringIO()
    )


def refusal(*arguments: str) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("export_plan", *arguments)
    return str(refused.value)


def test_an_issued_plan_is_exported_as_the_stored_bytes(tmp_path):
    document = an_issued_plan()
    export(document.pk, "pdf", tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == bytes(Issue.objects.get(document=document).pdf)


def test_a_draft_is_exported_as_a_pdf_made_now(tmp_path):
    export(a_plan().pk, "pdf", tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_a_word_file_is_a_word_file(tmp_path):
    export(a_plan().pk, "docx", tmp_path / "out.docx")
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "out.docx").namelist()


def test_the_page_opens_from_disk_and_asks_for_nothing_else(tmp_path):
    export(a_plan().pk, "html", tmp_path / "out.html")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "<style" in page
    assert not [asked for asked in ("<link", "<script", "src=", "url(") if asked in page]


def test_the_data_say_what_is_printed(tmp_path):
    document = an_issued_plan(number=10, frozen=False)
    export(document.pk, "json", tmp_path / "out.json")
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (data["kind"], data["number"], data["symbol"]) == ("KH", "10", "KH-UBND")
    assert (data["version"], data["targets"][0]["value"]) == (2, "51")
    assert data["targets"][0]["block"] in [block["key"] for block in data["blocks"]]
    leads = [str(pk) for block in data["blocks"] if "task" in block for pk in block["task"]["lead"]]
    assert [data["units"][pk] for pk in leads] == [name for task in data["tasks"] for name in task["lead"]]
    assert data["programme"] == document.programme.code


def test_the_text_says_the_words_of_the_paper_a_block_a_line(tmp_path):
    export(a_plan().pk, "text", tmp_path / "out.txt")
    lines = (tmp_path / "out.txt").read_text(encoding="utf-8").splitlines()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    assert lines.index("Nơi nhận:") > lines.index("Độc lập - Tự do - Hạnh phúc")


def test_the_ending_of_the_file_names_the_format_when_nobody_else_does(tmp_path):
    call_command("export_plan", str(a_plan().pk), output=str(tmp_path / "out.json"), stdout=io.StringIO())
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["kind"] == "KH"
    call_command("export_plan", str(a_plan().pk), output=str(tmp_path / "out.txt"), stdout=io.StringIO())
    assert "Nơi nhận:" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_an_older_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    (tmp_path / "out.json").write_text("cũ")
    export(a_plan().pk, "json", tmp_path / "out.json")
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]
    assert (tmp_path / "out.json").read_text(encoding="utf-8") != "cũ"


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "real" / "out.json")
    export(a_plan().pk, "json", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real" / "out.json").exists()


def test_a_disk_that_fails_leaves_the_older_file_as_it_was(tmp_path, monkeypatch):
    def fail(_):
        raise OSError(28, "hết chỗ")

    (tmp_path / "out.json").write_text("cũ")
    document = a_plan()
    monkeypatch.setattr(os, "fsync", fail)
    assert "hết chỗ" in refusal(str(document.pk), "--format", "json", "--output", str(tmp_path / "out.json"))
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]
    assert (tmp_path / "out.json").read_text() == "cũ"


@pytest.mark.parametrize("document_id", ["999999", "abc", "-1", "9" * 30, "1; drop table"])
def test_an_unknown_id_is_named_with_the_way_to_the_right_one(tmp_path, document_id):
    said = refusal("--format=pdf", f"--output={tmp_path}/a.pdf", "--", document_id)
    assert "Không có văn bản mang mã" in said
    assert "list_plans" in said


def test_everything_that_is_wrong_is_said_at_once():
    said = refusal("abc", "--format", "rtf", "--output", "/khong/co/a.rtf")
    assert "“rtf” không phải là định dạng" in said
    assert "Không có văn bản mang mã “abc”" in said
    assert "thư mục chứa nó không có" in said
    assert len(said.splitlines()) == 3, "one line a problem"


def test_a_folder_and_a_device_are_no_place_for_a_file(tmp_path):
    document = a_plan()
    assert "là một thư mục" in refusal(str(document.pk), "--format", "pdf", "--output", str(tmp_path))
    assert "không phải là tệp thường" in refusal(str(document.pk), "--format", "pdf", "--output", os.devnull)


def test_without_anything_all_three_are_asked_for():
    said = refusal()
    assert "Thiếu mã văn bản" in said
    assert "Thiếu tệp kết quả" in said
    assert "pdf, docx, html, json" in said
