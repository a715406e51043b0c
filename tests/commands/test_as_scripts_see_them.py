"""The commands in processes of their own: what a script reads on each stream, and the exit code it acts upon."""

import json
import os
import subprocess
import sys

import pytest

from plans.models import Document, Issue
from tests.cast import a_plan, an_issued_plan
from tests.issuing.way import issued
from tests.jobs.workers import database_url
from tests.laws.imports import HOUSE

on_the_data_of_the_test = pytest.mark.django_db(transaction=True)


# Under the poorest locale there is, as a job of cron has it.
POOR = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "DJANGO_SETTINGS_MODULE": "tests.settings"}


def run(*words: str, database: str = "") -> tuple[int, bytes, list[str]]:
    """(exit code, what stands on standard output, the lines of standard error)."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=HOUSE,
        env=os.environ | POOR | {"DATABASE_URL": database},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.decode("utf-8").splitlines()


def test_what_is_not_understood_is_code_2_and_one_line():
    said = "Lỗi: Không hiểu “--khong-co”. Xem: manage.py list_plans --help"
    assert run("list_plans", "--khong-co") == (2, b"", [said])
    assert run("read_plan") == (2, b"", ["Lỗi: Không hiểu lệnh này. Xem: manage.py read_plan --help"])


@pytest.mark.parametrize("name", ["load_samples", "verify_issued"])
def test_a_database_that_is_not_ready_is_code_1_and_one_line(tmp_path, name):
    code, out, lines = run(name, database=f"sqlite:///{tmp_path}/empty.sqlite3")
    assert (code, out) == (1, b"")
    assert [line[:37] for line in lines] == ["Lỗi: Cơ sở dữ liệu chưa sẵn sàng (no "]


@on_the_data_of_the_test
def test_data_goes_to_standard_output_and_nothing_else_is_said(office):
    document = an_issued_plan(office=office)
    pdf = bytes(Issue.objects.get(document=document).pdf)
    assert run(
        "export_plan", str(document.pk), "--format", "pdf", "--output", "-", database=database_url()
    ) == (
        0,
        pdf,
        [],
    )
    code, listed, lines = run("list_plans", "--json", database=database_url())
    assert (code, lines) == (0, [])
    assert json.loads(listed)[0]["issuer"] == "Ủy ban nhân dân huyện Hữu Lũng"
    assert run("verify_issued", database=database_url()) == (0, "1 văn bản nguyên vẹn.\n".encode(), [])


@on_the_data_of_the_test
def test_a_file_is_written_and_named_and_every_refusal_is_a_line(office, tmp_path):
    document = a_plan(office=office)
    file = tmp_path / "kế hoạch.json"
    said = f"Đã ghi {file}\n".encode()
    assert run("export_plan", str(document.pk), "--output", str(file), database=database_url()) == (
        0,
        said,
        [],
    )
    assert json.loads(file.read_text(encoding="utf-8"))["kind"] == "KH"
    code, out, lines = run(
        "export_plan", "999", "--format", "rtf", "--output", "/khong/co/a.rtf", database=database_url()
    )
    assert (code, out, len(lines)) == (1, b"", 3)
    assert all(line.startswith("Lỗi: ") for line in lines)


@on_the_data_of_the_test
def test_what_differs_from_what_was_issued_is_named_line_by_line(office):
    issued(office)  # with a scan that is none
    code, out, lines = run("verify_issued", database=database_url())
    assert (code, out) == (1, b"")
    assert lines[0].endswith("bản quét khác mã kiểm tra của nó.")
    assert lines[1:] == ["Lỗi: 1 điểm sai trong 1 văn bản."]


@on_the_data_of_the_test
def test_whoever_has_read_enough_is_left_in_peace(office):
    document = an_issued_plan(office=office)
    for words in (
        ["list_plans"],
        ["export_plan", str(document.pk), "--format", "pdf", "--output", "-"],
    ):
        with subprocess.Popen(
            [sys.executable, "manage.py", *words],
            cwd=HOUSE,
            env=os.environ | POOR | {"DATABASE_URL": database_url()},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            process.stdout.close()
            assert process.stderr.read() == b"", words
            assert process.wait(timeout=120) == 0, words


def test_a_file_is_read_as_data_or_refused_in_a_line(tmp_path):
    text = tmp_path / "ke-hoach.txt"
    text.write_text("KẾ HOẠCH\nPhòng ngừa lao động trẻ em năm 2024", encoding="utf-8")
    code, data, lines = run("read_plan", str(text), "--json")
    assert (code, lines) == (0, [])
    assert json.loads(data)["title"] == "Phòng ngừa lao động trẻ em năm 2024"
    said = "Lỗi: Không mở được tệp “/khong/co.pdf”. Kiểm tra lại đường dẫn và quyền đọc."
    assert run("read_plan", "/khong/co.pdf") == (1, b"", [said])


@on_the_data_of_the_test
def test_what_was_exported_is_imported_by_its_id_or_refused_in_a_line(office, tmp_path):
    document, file = a_plan(office=office), tmp_path / "ke-hoach.json"
    run("export_plan", str(document.pk), "--output", str(file), database=database_url())
    code, out, lines = run("import_plan", str(file), "--officer", "lan", "--json", database=database_url())
    assert (code, lines) == (0, [])
    assert Document.objects.get(pk=json.loads(out)["id"]).title == document.title
    file.write_text("[]", encoding="utf-8")
    said = "Lỗi: Tệp JSON phải là một đối tượng {…} như export_plan xuất ra."
    assert run("import_plan", str(file), "--officer", "lan", database=database_url()) == (1, b"", [said])
    said = "Lỗi: Thiếu người soạn thảo. Thêm: --officer TÊN_ĐĂNG_NHẬP."
    assert run("import_plan", str(file)) == (2, b"", [said])
    assert run("read_plan", str(file), "--save") == (2, b"", [said])


def test_the_page_of_rights_is_data_a_file_or_a_refusal(tmp_path):
    page, file = (HOUSE / "docs" / "rights.md").read_bytes(), tmp_path / "rights.md"
    assert run("write_rights", "--output", "-") == (0, page, [])
    assert run("write_rights", "--output", str(file)) == (0, f"{file}\n".encode(), [])
    assert file.read_bytes() == page
    code, out, lines = run("write_rights", "--output", "/khong/co/rights.md")
    assert (code, out) == (1, b"")
    assert [line[:20] for line in lines] == ["Lỗi: Không ghi được "]


@on_the_data_of_the_test
def test_samples_and_catalogue_are_loaded_with_a_word_each():
    code, out, lines = run("load_catalogue", database=database_url())
    assert (code, lines) == (0, [])
    assert out.decode("utf-8").endswith("\n")
    code, out, lines = run("load_samples", database=database_url())
    assert (code, lines) == (0, [])
    assert out.decode("utf-8").startswith("Đã nạp dữ liệu mẫu: ")
