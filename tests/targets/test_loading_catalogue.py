"""`manage.py load_catalogue`: as often as one likes, and never over the keeper's hand."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from targets.catalogue.data import CATALOGUE, child_labour, emulation_law, office_law
from targets.catalogue.loading import load
from targets.models import ActRelation, CalendarDay, Indicator, LegalAct, ObjectiveGroup, Programme, Seed
from tests.laws.imports import HOUSE

pytestmark = pytest.mark.django_db


def command() -> tuple[str, str]:
    """What it writes for scripts, and what it tells the person."""
    out, err = io.StringIO(), io.StringIO()
    call_command("load_catalogue", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def everything() -> dict:
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("targets").get_models()
    }


def test_the_first_loading_makes_everything_and_says_so_in_one_line():
    out, err = command()
    number = len(CATALOGUE)
    assert out == (
        f"Danh mục: {number} mục mới, 0 mục cập nhật, 0 mục giữ theo bản đã sửa, tổng {number} mục.\n"
    )
    assert err == ""
    assert Seed.objects.count() == number


def test_loading_twice_changes_nothing_and_asks_one_query_a_table(django_assert_max_num_queries):
    load()
    before = everything()
    with django_assert_max_num_queries(11):
        report = load()
    assert everything() == before
    assert (report.new.total(), report.renewed, report.left_alone) == (0, 0, [])
    assert set(report.rows) == set(CATALOGUE)


class TestOverTheKeepersHand:
    @pytest.fixture(autouse=True)
    def _loaded(self, db):
        load()

    def test_a_row_that_the_keeper_changed_is_left_alone_and_named(self):
        Indicator.objects.filter(code="2.3").update(name="Tỷ lệ học sinh được học", by_sex=False)
        before = everything()
        out, err = command()
        assert everything() == before
        assert "1 mục giữ theo bản đã sửa" in out
        assert err.startswith("Giữ bản đã sửa: chỉ số ")
        assert err.endswith("MT2 2.3 (tên, chia theo giới tính).\n")

    def test_a_row_that_the_keeper_put_back_is_ours_again(self):
        own = Indicator.objects.get(code="2.3")
        Indicator.objects.filter(pk=own.pk).update(name="Tỷ lệ khác")
        load()
        own.save()
        assert load().left_alone == []

    def test_a_row_that_the_keeper_deleted_stays_away_with_what_hung_on_it(self):
        LegalAct.objects.get(number="98/2023/NĐ-CP").parameters.all().delete()
        LegalAct.objects.get(number="98/2023/NĐ-CP").delete()
        _, err = command()
        assert not LegalAct.objects.filter(number="98/2023/NĐ-CP").exists()
        assert not ActRelation.objects.filter(earlier__number="98/2023/NĐ-CP").exists()
        assert err.splitlines() == [
            "Đã bị xóa, không nạp lại: văn bản pháp luật 98/2023/NĐ-CP 31/12/2023.",
            "Đã bị xóa, không nạp lại: mức áp dụng theo ngày tien-thuong-giay-khen 01/01/2024.",
        ]

    def test_a_row_that_the_keeper_renamed_is_known_again(self):
        Programme.objects.filter(code="vi-tre-em-2021-2030").update(code="hanh-dong-vi-tre-em")
        report = load()
        assert not Programme.objects.filter(code="vi-tre-em-2021-2030").exists()
        assert report.left_alone == ["Giữ bản đã sửa: chương trình vi-tre-em-2021-2030 (mã)."]

    def test_rows_that_the_keeper_added_are_none_of_our_business(self):
        CalendarDay.objects.create(day=date(2028, 1, 3), name="Nghỉ bù Tết Dương lịch")
        before = everything()
        assert load().left_alone == []
        assert everything() == before


def edited(old, **changes):
    """The catalogue of a later version, in which the piece `old` says something else."""
    new = replace(old, **changes)
    pieces = []
    for piece in CATALOGUE:
        above = {name: new for name, value in vars(piece).items() if value is old}
        pieces.append(new if piece is old else replace(piece, **above) if above else piece)
    return pieces


class TestANewVersion:
    """The National Assembly prolongs NĐ 152 to the end of 2028."""

    @pytest.fixture
    def newer(self):
        load()
        pieces = edited(emulation_law.DECREE_152_2025, valid_to=date(2028, 12, 31))
        return [piece for piece in pieces if piece.model in (LegalAct,)]

    def test_renews_what_is_still_as_we_laid_it(self, newer):
        report = load(newer)
        assert (report.renewed, report.left_alone) == (1, [])
        assert LegalAct.objects.get(number="152/2025/NĐ-CP").valid_to == date(2028, 12, 31)
        assert load(newer).renewed == 0

    def test_is_followed_by_the_next(self, newer):
        load(newer)
        newest = [
            replace(piece, valid_to=date(2029, 12, 31)) if piece.number == "152/2025/NĐ-CP" else piece
            for piece in newer
        ]
        report = load(newest)
        assert (report.renewed, report.left_alone) == (1, [])

    def test_that_cannot_be_laid_whole_is_not_laid_at_all(self, newer):
        last = replace(newer[-1], title="Sẽ không được nạp")
        without_reason = replace(newer[0], end_reason="", valid_to=date(2030, 1, 1))
        with pytest.raises(IntegrityError):
            load([last, without_reason])
        assert not LegalAct.objects.filter(title=last.title).exists()

    def test_leaves_the_keepers_own_row_alone(self, newer):
        LegalAct.objects.filter(number="152/2025/NĐ-CP").update(note="Tỉnh đã có quy định riêng.")
        report = load(newer)
        assert report.renewed == 0
        assert "152/2025/NĐ-CP" in report.left_alone[0]
        assert LegalAct.objects.get(number="152/2025/NĐ-CP").valid_to == date(2027, 2, 28)

    def test_agrees_with_a_keeper_who_knew_it_before(self, newer):
        LegalAct.objects.filter(number="152/2025/NĐ-CP").update(valid_to=date(2028, 12, 31))
        report = load(newer)
        assert (report.renewed, report.left_alone) == (0, [])
        assert load(newer).left_alone == []

    def test_fills_in_a_date_of_issue_that_was_not_known(self, newer):
        pieces = [
            replace(piece, issued_on=date(2021, 12, 31)) if piece is office_law.CIRCULAR_37_2021 else piece
            for piece in CATALOGUE
            if piece.model is LegalAct
        ]
        report = load(pieces)
        assert (report.renewed, report.new.total()) == (1, 0)


class TestAnOfficeThatIsOlderThanTheCatalogue:
    """Programmes and indicators stood in databases before there was a loader to remember them."""

    def test_what_is_as_it_was_then_is_taken_over_and_completed(self, db):
        load()
        Seed.objects.all().delete()
        Programme.objects.update(act=None)
        Indicator.objects.update(held_by="", data_source="", basis=None, age_from=None, age_to=None, note="")
        report = load()
        assert (report.new.total(), report.left_alone) == (0, [])
        assert Indicator.objects.get(code="1.1").held_by == "children"
        assert Programme.objects.filter(act=None).count() == 0

    def test_what_somebody_wrote_there_is_kept(self, db):
        programme = Programme.objects.create(
            code=child_labour.CHILD_LABOUR.code, name="Tên của tỉnh", period_from=2021, period_to=2025
        )
        report = load()
        programme.refresh_from_db()
        assert programme.name == "Tên của tỉnh"
        assert len(report.left_alone) == 1
        assert ObjectiveGroup.objects.filter(programme=programme).count() == 4

    def test_an_act_that_the_keeper_spelled_in_another_way_is_not_laid_twice(self, db):
        LegalAct.objects.create(
            type="decree",
            number="30/2020/ND-CP",
            issued_on=date(2020, 3, 5),
            issuer="Chính phủ",
            title="Về công tác văn thư",
        )
        report = load()
        assert LegalAct.objects.find("30/2020").count() == 1
        assert [line for line in report.left_alone if "30/2020" in line and "số, ký hiệu" in line]


def test_what_is_not_understood_is_refused_in_words(db):
    with pytest.raises(CommandError, match="Không hiểu"):
        call_command("load_catalogue", "--again")


def test_before_the_tables_are_there_it_says_what_to_run(tmp_path):
    run = subprocess.run(
        [sys.executable, "manage.py", "load_catalogue"],
        cwd=HOUSE,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3", "STATE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert "Chạy: manage.py migrate" in run.stderr
    assert "Traceback" not in run.stderr
