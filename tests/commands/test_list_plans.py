"""`manage.py list_plans`: what scripts and people get to see of all documents."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.cast import a_letter, a_plan, an_issued_plan, many_issued_plans

ROOT = Path(__file__).resolve().parents[2]


def run(name: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(name, *arguments, stdout=out)
    return out.getvalue()


def listed() -> list[dict]:
    return json.loads(run("list_plans", "--json"))


@pytest.mark.django_db
def test_an_issued_plan_is_listed_with_its_number_symbol_and_date():
    document = an_issued_plan(number=192, frozen=False, issued_on=date(2023, 5, 26))
    assert listed() == [
        {
            "id": document.pk,
            "kind": "KH",
            "number": 192,
            "symbol": "KH-UBND",
            "issuer": "Ủy ban nhân dân huyện Hữu Lũng",
            "issued_on": "2023-05-26",
            "title": "Thực hiện Chương trình phòng ngừa, giảm thiểu lao động trẻ em năm 2023",
            "status": "issued",
        }
    ]


@pytest.mark.django_db
def test_a_draft_has_neither_number_nor_date_and_a_letter_has_its_own_kind():
    a_letter()
    (letter,) = listed()
    assert (letter["kind"], letter["number"], letter["issued_on"]) == ("CV", None, None)
    assert letter["status"] == "draft"


@pytest.mark.django_db
def test_a_title_of_two_lines_is_one_line_in_the_list():
    a_plan(title="Thực hiện Chương trình\nnăm 2023")
    assert listed()[0]["title"] == "Thực hiện Chương trình năm 2023"


@pytest.mark.django_db
def test_without_json_people_get_a_table_with_a_row_for_each():
    an_issued_plan(number=5, frozen=False)
    a_plan()
    head, *rows = run("list_plans").splitlines()
    assert "Số, ký hiệu" in head
    assert len(rows) == 2
    assert "05/KH-UBND" in rows[0]
    assert "nháp" in rows[1]


@pytest.mark.django_db
def test_an_empty_register_is_an_empty_array_and_a_sentence():
    assert listed() == []
    assert run("list_plans") == "Chưa có văn bản nào.\n"


@pytest.mark.django_db
@pytest.mark.parametrize("how_many", [3, 60])
def test_the_list_costs_one_query_however_long(how_many, django_assert_num_queries):
    many_issued_plans(how_many)
    with django_assert_num_queries(1):
        assert len(listed()) == how_many


def test_an_option_that_does_not_exist_is_refused_in_vietnamese():
    with pytest.raises(CommandError, match="Không hiểu “--xml”"):
        call_command("list_plans", "--xml")


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_vietnamese_is_written_in_utf_8_whatever_the_locale(tmp_path, locale):
    """Against a database without tables: the answer is one Vietnamese line, and no traceback."""
    environment = os.environ | {
        "LC_ALL": locale,
        "PYTHONIOENCODING": "ascii",
        "STATE_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3",
        "DJANGO_SETTINGS_MODULE": "childlabour.settings",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "list_plans", "--json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    said = done.stderr.decode("utf-8")
    assert done.returncode == 1
    assert done.stdout == b""
    assert said.startswith("Lỗi: Cơ sở dữ liệu chưa sẵn sàng")
    assert said.count("\n") == 1
