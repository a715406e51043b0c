"""What an office was before and what it is now, through its own successions or those of its place."""

from datetime import date

import pytest

from childlabour.units.lineage import lineage_of
from childlabour.units.models import Place, PlaceSuccession, Unit, UnitSuccession

pytestmark = pytest.mark.django_db

RESOLUTION = "Nghị quyết số 1672/NQ-UBTVQH15"
FIRST_DAY = date(2025, 7, 1)


@pytest.fixture
def new_commune(office) -> Place:
    """Tân Thành since 1/7/2025: larger, under the province, under the old name."""
    return Place.objects.create(
        level="commune", name="xã Tân Thành", parent=office.province, valid_from=FIRST_DAY
    )


def an_heir(place: Place) -> Unit:
    return Unit.objects.create(
        name="Ủy ban nhân dân xã Tân Thành",
        short_name="UBND xã Tân Thành",
        place=place,
        function="committee",
        valid_from=place.valid_from,
    )


def test_an_office_that_nothing_happened_to_has_no_relatives(office, django_assert_num_queries):
    with django_assert_num_queries(4):
        lineage = lineage_of(office.committee)
    assert (lineage.before, lineage.after, lineage.legal_basis) == ((), (), "")


def test_an_office_names_its_heir_its_manner_and_its_legal_basis(office, new_commune):
    old, heir = office.people_of_tan_thanh, an_heir(new_commune)
    UnitSuccession.objects.create(old=old, new=heir, kind="merged", legal_basis=RESOLUTION)
    (after,) = lineage_of(old).after
    assert (after.unit_id, after.how) == (heir.pk, "gộp")
    assert lineage_of(old).legal_basis == RESOLUTION
    (before,) = lineage_of(heir).before
    assert (before.unit_id, before.how) == (old.pk, "gộp")
    assert lineage_of(heir).after == ()


def test_of_two_offices_of_one_name_each_is_told_apart_by_its_days(office, new_commune):
    old, heir = office.people_of_tan_thanh, an_heir(new_commune)
    old.valid_to = date(2025, 6, 30)
    old.save()
    UnitSuccession.objects.create(old=old, new=heir, kind="merged")
    assert [relative.name for relative in lineage_of(old).after] == ["UBND xã Tân Thành (từ 01/7/2025)"]
    assert [relative.name for relative in lineage_of(heir).before] == ["UBND xã Tân Thành (đến 30/6/2025)"]


def test_without_successions_of_its_own_an_office_goes_by_its_territory(office, new_commune):
    PlaceSuccession.objects.create(old=office.commune, new=new_commune, kind="split", legal_basis=RESOLUTION)
    (after,) = lineage_of(office.school).after
    assert (after.name, after.unit_id, after.how) == ("xã Tân Thành", None, "chia")
    assert after.legal_basis == RESOLUTION


def test_its_own_successions_win_over_those_of_its_territory(office, new_commune):
    heir = an_heir(new_commune)
    PlaceSuccession.objects.create(old=office.commune, new=new_commune, kind="split")
    UnitSuccession.objects.create(old=office.school, new=heir, kind="ended")
    (after,) = lineage_of(office.school).after
    assert (after.unit_id, after.how) == (heir.pk, "giải thể")


def test_a_divided_office_names_every_heir(office, new_commune):
    heirs = {an_heir(new_commune), office.police, office.front}
    for heir in heirs:
        UnitSuccession.objects.create(old=office.school, new=heir, kind="split")
    assert {relative.unit_id for relative in lineage_of(office.school).after} == {heir.pk for heir in heirs}
