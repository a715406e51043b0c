"""Amounts on the day of the decision."""

from datetime import date
from decimal import ROUND_CEILING, Decimal

import pytest

from childlabour.core.errors import Refusal
from targets.models import Parameter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("decided_on", "salary"),
    [
        (date(2019, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2024, 6, 30), 1_800_000),
        (date(2024, 7, 1), 2_340_000),
        (date(2026, 6, 30), 2_340_000),
        (date(2026, 7, 1), 2_530_000),
    ],
)
def test_the_base_salary_on_the_day_of_the_decision(catalogue, decided_on, salary):
    assert Parameter.objects.value_on("luong-co-so", decided_on) == salary


def test_a_giay_khen_of_a_commune_pays_760_000_dong_since_july_2026(catalogue):
    def paid(day: date) -> Decimal:
        value_on = Parameter.objects.value_on
        step = value_on("lam-tron-tien-thuong", day)
        exact = value_on("tien-thuong-giay-khen", day) * value_on("luong-co-so", day)
        return (exact / step).quantize(Decimal(1), ROUND_CEILING) * step

    assert paid(date(2026, 7, 1)) == 760_000
    assert paid(date(2026, 6, 30)) == 710_000


def test_what_the_decree_sets_ends_with_the_decree(catalogue):
    assert Parameter.objects.value_on("quy-thi-dua-mien-nui", date(2027, 2, 28)) == Decimal("1.5")
    with pytest.raises(Refusal) as refused:
        Parameter.objects.value_on("quy-thi-dua-mien-nui", date(2027, 3, 1))
    assert "Chưa có mức “quy-thi-dua-mien-nui” áp dụng cho ngày 01/3/2027" in str(refused.value)


def test_before_the_decree_a_giay_khen_paid_half(catalogue):
    assert Parameter.objects.value_on("tien-thuong-giay-khen", date(2025, 6, 30)) == Decimal("0.15")


def test_an_unknown_amount_is_refused_in_words(db):
    with pytest.raises(Refusal, match="Quản trị hệ thống bổ sung"):
        Parameter.objects.value_on("khong-co", date(2026, 1, 1))


def an_amount(**fields) -> Parameter:
    known = {"code": "muc", "name": "Mức", "value": 1, "unit": "đồng", "valid_from": date(2026, 1, 1)}
    return Parameter(**(known | fields))


def test_where_two_amounts_hold_the_one_that_began_last_counts(db):
    an_amount(valid_from=None, value=1).save()
    an_amount(valid_from=date(2026, 1, 1), value=2).save()
    assert Parameter.objects.value_on("muc", date(2025, 12, 31)) == 1
    assert Parameter.objects.value_on("muc", date(2026, 1, 1)) == 2


def test_an_amount_is_asked_in_one_query(catalogue, django_assert_num_queries):
    with django_assert_num_queries(1):
        Parameter.objects.value_on("luong-co-so", date(2026, 1, 1))
