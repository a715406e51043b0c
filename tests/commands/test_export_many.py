"""`manage.py export_plan --query`: every issued document of a list as files, and what became of each."""

import csv
import hashlib
import io
import os
import signal
import zipfile

import pytest
from django.core.management import CommandError, call_command

from plans.models import Issue
from plans.paper import many
from plans.paper.files import Format
from tests.cast import a_plan, an_issued_plan
from tests.commands.test_as_scripts_see_them import run
from tests.jobs.workers import database_url

pytestmark = pytest.mark.django_db


def export(output, query: str = "", **options) -> str:
    said = io.StringIO()
    call_command("export_plan", query=query, output=str(output), **{"jobs": 1} | options, stdout=said)
    return said.getvalue()


def rows_of(manifest: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(manifest)))


def refusal(*arguments: str) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("export_plan", *arguments)
    return str(refused.value)


@pytest.fixture
def three(office):
    """Two plans of 2023, one of 2024; and a draft, which nobody hands out this way."""
    a_plan(office.committee)
    return [
        an_issued_plan(office=office, number=5),
        an_issued_plan(office=office, number=6),
        an_issued_plan(office=office, number=5, period_from=2024, period_to=2024),
    ]


def test_a_folder_holds_the_stored_bytes_of_each_and_what_they_must_be(three, tmp_path):
    export(tmp_path / "out")
    rows = rows_of((tmp_path / "out" / "manifest.csv").read_text(encoding="utf-8"))
    assert [int(row["id"]) for row in rows] == [document.pk for document in three]
    assert [row["error"] for row in rows] == ["", "", ""]
    for row in rows:
        content = (tmp_path / "out" / row["name"]).read_bytes()
        assert content == bytes(Issue.objects.get(document=row["id"]).pdf)
        assert hashlib.sha256(content).hexdigest() == row["sha256"]
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_an_archive_holds_the_same(three, tmp_path):
    said = export(tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.testzip() is None
        rows = rows_of(archive.read("manifest.csv").decode())
        assert sorted(archive.namelist()) == sorted([*(row["name"] for row in rows), "manifest.csv"])
        assert all(hashlib.sha256(archive.read(row["name"])).hexdigest() == row["sha256"] for row in rows)
    assert f"Đã ghi 3 tệp vào {tmp_path / 'out.zip'}" in said
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.zip"]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [("nam=2024", [2]), ("year=2023&kind=KH", [0, 1]), ("nam=2023&loai=KH&page=2", [0, 1]), ("nam=2019", [])],
)
def test_it_is_narrowed_as_the_list_is(three, tmp_path, query, numbers):
    export(tmp_path / "out.zip", query)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        rows = rows_of(archive.read("manifest.csv").decode())
    assert [int(row["id"]) for row in rows] == [three[number].pk for number in numbers]


@pytest.mark.parametrize("form", ["docx", "json", "text", "html"])
def test_every_other_form_is_made_of_what_is_on_file(three, tmp_path, form):
    export(tmp_path / "out", "nam=2024", format=form)
    (row,) = rows_of((tmp_path / "out" / "manifest.csv").read_text())
    assert row["name"] == f"ke-hoach-05-kh-ubnd-2024.{Format(form).suffix}"
    assert (tmp_path / "out" / row["name"]).stat().st_size > 100


def test_two_of_one_name_stand_beside_each_other(office, tmp_path):
    for unit in (office.committee, office.people_of_tan_thanh):
        an_issued_plan(unit, office=office, number=5)
    export(tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names >= {"ke-hoach-05-kh-ubnd-2023.pdf", "ke-hoach-05-kh-ubnd-2023-2.pdf"}


def test_one_that_cannot_be_made_is_named_and_the_others_are_there(three, tmp_path, monkeypatch):
    whole = many.file_of

    def broken(document, form):
        if document.pk == three[1].pk:
            raise RuntimeError
        return whole(document, form)

    monkeypatch.setattr(many, "file_of", broken)
    with pytest.raises(CommandError, match=f"Văn bản {three[1].pk}: Máy chủ gặp lỗi"):
        export(tmp_path / "out")
    rows = rows_of((tmp_path / "out" / "manifest.csv").read_text(encoding="utf-8"))
    assert [bool(row["error"]) for row in rows] == [False, True, False]
    assert (rows[1]["sha256"], (tmp_path / "out" / rows[1]["name"]).exists()) == ("", False)


def test_what_makes_no_sense_is_refused_with_every_reason(three, tmp_path):
    said = refusal("--query", "mau=xanh&nam=hai", "--output", str(tmp_path / "khong" / "out"), "--jobs", "0")
    assert "không lọc theo “mau”" in said
    assert "Năm ghi bằng bốn chữ số" in said
    assert "thư mục chứa nó không có" in said
    assert "Số tiến trình từ 1" in said
    assert "không ghi cả hai" in refusal("1", "--query", "nam=2023", "--output", "x")
    (tmp_path / "file").write_text("")
    assert "đó không phải là thư mục" in refusal("--query", "", "--output", str(tmp_path / "file"))


@pytest.mark.django_db(transaction=True)
def test_two_processes_make_the_same_as_one(three, tmp_path, monkeypatch):
    """As a script calls it: progress on standard output, nothing on standard error."""
    code, said, lines = run(
        *("export_plan", "--query", "", "--format", "docx", "--jobs", "2", "--output", f"{tmp_path}/out"),
        database=database_url(),
    )
    assert (code, lines) == (0, [])
    assert said.decode().splitlines()[-2:] == ["Đã lập 3/3", f"Đã ghi 3 tệp vào {tmp_path}/out"]
    rows = rows_of((tmp_path / "out" / "manifest.csv").read_text(encoding="utf-8"))
    assert [int(row["id"]) for row in rows] == [document.pk for document in three]


@pytest.mark.django_db(transaction=True)
def test_a_place_that_takes_no_file_is_told_by_the_process_that_met_it(three, tmp_path):
    (tmp_path / "out" / "ke-hoach-05-kh-ubnd-2024.docx").mkdir(parents=True)
    code, _, lines = run(
        *("export_plan", "--query", "", "--format", "docx", "--jobs", "2", "--output", f"{tmp_path}/out"),
        database=database_url(),
    )
    assert code == 1
    assert "Không ghi được" in "".join(lines)
    assert "ke-hoach-05-kh-ubnd-2024.docx" in "".join(lines)
    assert not (tmp_path / "out" / "manifest.csv").exists()


def test_handfuls_grow_small_where_one_process_would_end_alone():
    asked = [many.Wanted(number, f"{number}.pdf") for number in range(400)]
    handfuls = list(many._handfuls(asked, 2))
    assert [one for handful in handfuls for one in handful] == asked
    assert len(handfuls[0]) == many.AT_ONCE
    assert [len(handful) for handful in handfuls[-3:]] == [1, 1, 1]
    assert [len(handful) for handful in many._handfuls(asked, 1)] == [many.AT_ONCE] * 20


def killed(handful, form, put):
    os.kill(os.getpid(), signal.SIGKILL)


def test_the_files_of_a_killed_process_are_named(monkeypatch):
    """Whoever is killed takes no other paper along unsaid."""
    asked = [many.Wanted(number, f"{number}.pdf") for number in range(50)]
    monkeypatch.setattr(many, "_made", killed)
    monkeypatch.setattr(many.connections, "close_all", lambda: None)
    made = list(many.handed_out(asked, Format.PDF, processes=2))
    assert [one.document for one in made] == list(range(50))
    assert {one.error for one in made} == {many.KILLED}
