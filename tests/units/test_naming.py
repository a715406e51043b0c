"""Units as an office lists them."""

import pytest

from childlabour.units.models import Place, Unit
from childlabour.units.naming import all_communes_of, in_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def communes(office) -> tuple[Unit, ...]:
    """Tân Thành, a township and a ward, in the order of the territory."""
    others = []
    for name in ("thị trấn Hữu Lũng", "phường Đồng Tân"):
        place = Place.objects.create(level="commune", name=name, parent=office.district)
        others.append(Unit.objects.create(name=f"UBND {name}", place=place, function="committee"))
    return (office.people_of_tan_thanh, *others)


def test_all_communes_together_have_one_name_that_says_of_which_kinds_they_are(office, communes):
    assert in_words(communes, communes) == "UBND các xã, phường, thị trấn"
    assert in_words([office.police, *communes], communes) == f"{office.police}, UBND các xã, phường, thị trấn"


def test_when_one_is_missing_each_is_named(office, communes):
    some = communes[:2]
    assert all_communes_of(some, communes) == ()
    assert in_words(some, communes) == "UBND xã Tân Thành, UBND thị trấn Hữu Lũng"


def test_a_single_commune_is_named_though_it_is_all_there_is(office):
    alone = (office.people_of_tan_thanh,)
    assert in_words(alone, alone) == "UBND xã Tân Thành"


def test_nobody_is_no_words(communes):
    assert in_words([], communes) == ""
    assert in_words([], ()) == ""


def test_an_office_without_a_short_name_is_called_in_full(office):
    assert in_words([office.front], ()) == office.front.name
