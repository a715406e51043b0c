"""Whose act a document is, and by what right it is signed."""

import pytest

from childlabour.units.models import Unit
from childlabour.units.naming import head_of
from plans.drafting.skeletons import usual_competence
from plans.law.competence import Competence, Right, agrees, right_in
from plans.law.kinds import Kind

COLLECTIVE, HEAD = Competence.COLLECTIVE, Competence.HEAD


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), Right.FOR_ALL),
        (("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), Right.FOR_ALL),
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), Right.OWN),
        (("Q. CHỦ TỊCH",), Right.OWN),
        (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), Right.BY_ORDER),
        (("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"), Right.BY_AUTHORITY),
        (("CHỦ TỌA",), Right.OWN),
        ((), Right.OWN),
    ],
)
def test_the_first_abbreviation_says_the_right(lines, right):
    assert right_in(lines) == right


@pytest.mark.parametrize(
    ("right", "fits"),
    [
        (Right.FOR_ALL, {COLLECTIVE, ""}),
        (Right.OWN, {HEAD, ""}),
        (Right.BY_ORDER, {COLLECTIVE, HEAD, ""}),
        (Right.BY_AUTHORITY, {COLLECTIVE, HEAD, ""}),
    ],
)
def test_a_right_fits_whose_act_it_is(right, fits):
    assert {competence for competence in (COLLECTIVE, HEAD, "") if agrees(competence, right)} == fits


@pytest.mark.parametrize(
    ("function", "kind", "competence"),
    [
        ("committee", Kind.PLAN, COLLECTIVE),
        ("committee", Kind.DECISION, COLLECTIVE),
        ("committee", Kind.NOTICE, ""),
        ("committee", Kind.MINUTES, ""),
        ("steering", Kind.PLAN, COLLECTIVE),
        ("children", Kind.PROPOSAL, HEAD),
        ("children", Kind.MINUTES, ""),
        ("front", Kind.PLAN, ""),
    ],
)
def test_whose_act_it_usually_is(function, kind, competence):
    assert usual_competence(Unit(function=function), kind.facts) == competence


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("Ủy ban nhân dân xã Tân Thành", "Chủ tịch Ủy ban nhân dân xã Tân Thành"),
        ("Sở Y tế tỉnh Lạng Sơn", "Giám đốc Sở Y tế tỉnh Lạng Sơn"),
        ("Phòng Văn hóa - Xã hội", "Trưởng phòng Văn hóa - Xã hội"),
        ("Ban Chỉ đạo công tác trẻ em", "Trưởng Ban Chỉ đạo công tác trẻ em"),
        ("Bộ Y tế", "Bộ trưởng Bộ Y tế"),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("Văn phòng HĐND và UBND", "Thủ trưởng Văn phòng HĐND và UBND"),
    ],
)
def test_the_head_is_called_after_the_office(unit, head):
    assert head_of(Unit(name=unit)) == head
