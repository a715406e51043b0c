"""What the product brings is well-formed before it is laid: no orphan, no act that ends before it begins."""

from dataclasses import fields
from datetime import timedelta
from itertools import pairwise

from targets.catalogue.choices import ENDING, ActRelationKind, Certainty, EndReason
from targets.catalogue.data import CATALOGUE
from targets.catalogue.data.pieces import (
    ActData,
    CataloguePiece,
    DayData,
    IndicatorData,
    ParameterData,
    RelationData,
)

ACTS = [piece for piece in CATALOGUE if isinstance(piece, ActData)]
RELATIONS = [piece for piece in CATALOGUE if isinstance(piece, RelationData)]


def test_everything_that_a_piece_points_at_stands_before_it():
    seen: set[CataloguePiece] = set()
    for piece in CATALOGUE:
        above = [value for value in piece.values.values() if isinstance(value, CataloguePiece)]
        assert [str(other) for other in above if other not in seen] == [], piece
        seen.add(piece)


def test_every_piece_has_a_name_of_its_own():
    assert len({piece.key for piece in CATALOGUE}) == len(CATALOGUE)


def test_a_piece_says_nothing_that_its_table_does_not_hold():
    for kind in {type(piece) for piece in CATALOGUE}:
        columns = {field.name for field in kind.model._meta.get_fields()}
        assert {field.name for field in fields(kind)} <= columns


def test_every_row_that_is_laid_passes_the_rules_of_its_form(catalogue):
    for row in catalogue.rows.values():
        row.full_clean()


def test_no_act_ends_before_it_begins_and_each_that_ended_says_why():
    for act in ACTS:
        first = act.valid_from or act.issued_on
        assert act.valid_to is None or first is None or first <= act.valid_to, act.number
        assert bool(act.end_reason) == (act.valid_to is not None), act.number


def test_an_act_that_was_replaced_ends_the_day_before_another_takes_its_place():
    replaced = {piece.earlier: piece for piece in RELATIONS if piece.kind == ActRelationKind.REPLACES}
    assert set(replaced) == {act for act in ACTS if act.end_reason == EndReason.REPLACED}
    for earlier, relation in replaced.items():
        assert relation.since == earlier.valid_to + timedelta(days=1)
        later = relation.later
        assert (later.valid_from or later.issued_on) <= relation.since, later.number


def test_no_act_acts_on_a_later_one():
    for relation in RELATIONS:
        days = (relation.later.issued_on, relation.earlier.issued_on)
        assert None in days or days[0] >= days[1], str(relation)


def test_only_acts_that_ended_are_ended_by_others():
    for relation in RELATIONS:
        assert relation.kind not in ENDING or relation.earlier.valid_to is not None, str(relation)


def test_the_replacements_that_offices_meet_most_are_there():
    known = {(r.earlier.number, r.later.number) for r in RELATIONS if r.kind == ActRelationKind.REPLACES}
    assert known >= {
        ("20-CT/TW", "28-CT/TW"),
        ("98/2023/NĐ-CP", "152/2025/NĐ-CP"),
        ("01/2024/TT-BNV", "15/2025/TT-BNV"),
        ("13/2023/NĐ-CP", "356/2025/NĐ-CP"),
        ("47/2020/NĐ-CP", "278/2025/NĐ-CP"),
        ("130/2018/NĐ-CP", "23/2025/NĐ-CP"),
        ("45/2025/NĐ-CP", "150/2025/NĐ-CP"),
        ("37/2021/TT-BYT", "20/2025/TT-BYT"),
        ("01/2011/QH13", "33/2024/QH15"),
        ("86/2015/QH13", "116/2025/QH15"),
        ("24/2018/QH14", "116/2025/QH15"),
        ("29/2018/QH14", "117/2025/QH15"),
        ("22/2020/TT-BTTTT", "15/2025/TT-BKHCN"),
    }


def test_programmes_whose_period_is_over_are_not_called_repealed():
    over = {act.number for act in ACTS if act.end_reason == EndReason.PERIOD_OVER}
    assert over >= {"782/QĐ-TTg", "1863/QĐ-TTg", "1437/QĐ-TTg", "1438/QĐ-TTg"}


def test_what_nobody_has_read_says_so_and_what_was_read_may_be_trusted():
    sourced = [piece for piece in CATALOGUE if hasattr(piece, "certainty")]
    assert {piece.certainty for piece in sourced} == set(Certainty)
    days = [piece for piece in CATALOGUE if isinstance(piece, DayData)]
    assert [str(day) for day in days if not day.source] == []


def test_amounts_of_one_kind_follow_each_other_without_overlap():
    by_code: dict[str, list[ParameterData]] = {}
    for piece in CATALOGUE:
        if isinstance(piece, ParameterData):
            by_code.setdefault(piece.code, []).append(piece)
    for amounts in by_code.values():
        amounts.sort(key=lambda amount: amount.valid_from)
        for before, after in pairwise(amounts):
            assert before.valid_to == after.valid_from - timedelta(days=1), after.code


def test_every_indicator_counts_something_over_something():
    indicators = [piece for piece in CATALOGUE if isinstance(piece, IndicatorData)]
    assert [piece.code for piece in indicators if not (piece.numerator and piece.denominator)] == []
