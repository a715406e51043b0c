"""Figures by script: a period is opened, the workbook goes out, comes back, and is rolled up."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from targets.measuring.models import Figure, ReportPeriod
from tests.measuring.answers import a_regime, answered, of
from tests.reporting.world import a_district

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(office):
    return a_district(office)


def said(*words) -> str:
    out = StringIO()
    call_command(*map(str, words), stdout=out)
    return out.getvalue()


def test_a_period_is_opened_once_and_again_is_no_fault():
    a_regime("quy", frequency="quarter")
    assert "Đã mở kỳ quý II năm 2024 (quy)" in said("open_period", "--regime", "quy", "--period", "2024Q2")
    assert "Đang mở" in said("open_period", "--regime", "QUY", "--period", "2024q2")
    assert ReportPeriod.objects.get().code == "2024Q2"


def test_an_unknown_regime_is_told_with_those_there_are():
    a_regime("nam")
    with pytest.raises(CommandError, match="Các mã đang có: nam"):
        said("open_period", "--regime", "x", "--period", "2024")


def test_out_filled_in_back_and_rolled_up(district, tmp_path):
    target = tmp_path / "F.xlsx"
    about = ("--document", district.plan.pk, "--period", "2023")
    assert "9 dòng" in said("export_figures", *about, "--output", target)
    book = load_workbook(target)
    for row in book["Số liệu"].iter_rows(min_row=2):
        row[4].value, row[6].value = 7, "có số liệu"
        row[5].value = None if "câu lạc bộ" in row[3].value else 10
    book.save(target)
    assert "đã chấp nhận 9 số liệu, 3 đơn vị" in said("import_figures", target, "--officer", "lan")
    found = json.loads(said("rollup", *about, "--json"))
    assert [set(one) for one in found] == [
        {"text", "numerator", "denominator", "value", "reported", "owed", "state", "met"}
    ] * 4
    assert [(o["numerator"], o["denominator"], o["value"], o["met"]) for o in found] == [
        (21, 30, "70", False),
        (21, 30, "70", True),
        (21, None, None, True),
        (None, None, None, None),
    ]
    assert [(o["reported"], o["owed"]) for o in found] == [(3, 3), (3, 3), (3, 3), (0, 0)]


def test_of_one_unit_alone(district, tmp_path):
    target = tmp_path / "F.xlsx"
    about = ("--document", district.plan.pk, "--period", "2023", "--output", target)
    said("export_figures", *about, "--unit", district.tan_thanh.pk)
    assert load_workbook(target)["Số liệu"].max_row == 4
    with pytest.raises(CommandError, match="không phải báo cáo"):
        said("export_figures", *about, "--unit", district.office.police.pk)


def test_what_was_only_sent_counts_when_it_is_asked_for(district):
    answered(district.period, district.tan_thanh, district.helped, of(1, 3), "sent")
    about = ("rollup", "--document", district.plan.pk, "--period", "2023", "--json")
    assert json.loads(said(*about))[0]["reported"] == 0
    first = json.loads(said(*about, "--submitted"))[0]
    assert (first["reported"], first["value"], first["state"]) == (
        1,
        "33.33333333333333333333333333",
        "figure",
    )


def test_for_people_it_is_a_table(district):
    answered(district.period, district.tan_thanh, district.helped, of(1, 3))
    first, *_ = said("rollup", "--document", district.plan.pk, "--period", "2023").splitlines()
    assert first.split("\t")[:3] == ["chưa đạt", "1/3", "1/3 đơn vị"]


def test_what_is_wrong_is_refused_and_nothing_is_laid(district, tmp_path):
    for words in (
        ("rollup", "--document", district.plan.pk, "--period", "2022"),
        ("rollup", "--document", 999999, "--period", "2023"),
        ("rollup", "--document", "x", "--period", "2023"),
        ("export_figures", "--document", district.plan.pk, "--period", "lung", "--output", tmp_path / "a"),
        ("import_figures", tmp_path / "khong-co.xlsx", "--officer", "lan"),
        ("import_figures", tmp_path, "--officer", "khong-ai"),
    ):
        with pytest.raises(CommandError):
            said(*words)
    assert not Figure.objects.exists()


def test_two_regimes_of_one_period_are_told_apart_by_name(district):
    a_regime("khac")
    said("open_period", "--regime", "khac", "--period", "2023")
    about = ("rollup", "--document", district.plan.pk, "--period", "2023", "--json")
    with pytest.raises(CommandError, match="nam, khac"):
        said(*about)
    assert json.loads(said(*about, "--regime", "nam"))
