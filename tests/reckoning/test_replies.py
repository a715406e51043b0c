"""An answer is a figure, or one of the reasons why there is none; what contradicts itself is told why."""

from decimal import Decimal

import pytest

from targets.catalogue.choices import EmptyTotal, RollUp
from targets.models import Indicator, Target
from targets.reckoning.metrics import metrics_in
from targets.reckoning.replies import FigureState, Reply, faults_of, oddity_of, settled
from tests.measuring.answers import NOTHING, of


def a_metric(empty: EmptyTotal | str = "", **facts):
    indicator = Indicator(pk=1, code="1.2", name="Tỷ lệ", empty_total_means=empty, **facts)
    return metrics_in([Target(pk=1, sentence="100% trẻ em", value=100, unit="%", indicator=indicator)])[0]


def faults(reply: Reply, metric=None) -> list[tuple[str, str]]:
    return [(problem.field, problem.message) for problem in faults_of(settled(reply), metric or a_metric())]


def test_numbers_alone_are_a_figure():
    assert settled(Reply(numerator=Decimal(3), denominator=Decimal(4))).state == FigureState.FIGURE


def test_zeros_beside_nothing_arose_say_nothing_more():
    assert settled(Reply(NOTHING.state, Decimal(0), Decimal(0))) == NOTHING


@pytest.mark.parametrize("reply", [of(0, 7), of(7, 7), NOTHING, Reply()])
def test_what_can_be(reply):
    assert faults(reply) == []


@pytest.mark.parametrize(
    ("reply", "field", "said"),
    [
        (of(8, 7), "numerator", "Số đạt 8 lớn hơn tổng số 7."),
        (of(-1, 7), "numerator", "Số không được âm."),
        (of("2.5", 7), "numerator", "không ghi phần lẻ"),
        (of(3), "denominator", "Thiếu tổng số."),
        (Reply(FigureState.FIGURE.value, None, Decimal(4)), "numerator", "Thiếu số đạt."),
        (of(0, 0), "denominator", "chọn “không phát sinh” hoặc"),
        (of("1e30", "1e31"), "numerator", "Số lớn quá."),
        (of("NaN", 5), "numerator", "Số lớn quá."),
        (Reply(NOTHING.state, Decimal(3)), "numerator", "thì không ghi số"),
        (Reply(FigureState.NOT_COLLECTED.value), "note", "ghi lý do"),
    ],
)
def test_what_cannot(reply, field, said):
    (first, *_) = faults(reply)
    assert first[0] == field
    assert said in first[1]


def test_where_everybody_has_such_people_nothing_arose_cannot_be():
    metric = a_metric(EmptyTotal.ERROR)
    assert faults(NOTHING, metric)[0][0] == "state"
    assert "không thể là 0" in faults(of(0, 0), metric)[0][1]


def test_an_empty_whole_is_told_by_its_own_name():
    assert "“không có đối tượng”" in faults(of(0, 0), a_metric(EmptyTotal.NOBODY))[0][1]


def test_a_count_has_no_whole():
    metric = a_metric(roll_up=RollUp.SUM)
    assert faults(of(12), metric) == []
    assert faults(of(12, 20), metric)[0][0] == "denominator"


def test_a_figure_far_from_the_last_one_asks_for_a_note():
    assert oddity_of(of(90, 100), of(40, 100)).startswith("So với kỳ trước, số đạt tăng từ 40 lên 90")
    assert oddity_of(of(5, 6), of(1, 6)) == ""  # a handful
    assert oddity_of(of(50, 100), of(40, 100)) == ""
    assert "tổng số giảm từ 1.000 còn 100" in oddity_of(of(90, 100), of(90, 1000))
    assert oddity_of(of(90, 100), None) == ""


def test_what_two_targets_ask_by_one_indicator_is_answered_once():
    indicator = Indicator(pk=7, code="1.1", name="Tỷ lệ")
    now, later = (Target(pk=pk, sentence="Dưới 1%", value=1, unit="%", indicator=indicator) for pk in (1, 2))
    (metric,) = metrics_in([now, later])
    assert (metric.key, metric.code, metric.targets) == ("i7", "1.1", (now, later))


def test_two_indicators_of_one_code_are_told_apart_and_words_ask_for_nothing():
    targets = [
        Target(pk=pk, sentence="x", value=1, unit="%", indicator=Indicator(pk=pk, code="1.1"))
        for pk in (1, 2)
    ]
    words = Target(pk=3, sentence="Nâng cao nhận thức")
    own = Target(pk=4, sentence="10 lớp", value=10, unit="lớp")
    assert [metric.code for metric in metrics_in([*targets, words, own])] == ["CT-1", "CT-2", "CT-4"]
