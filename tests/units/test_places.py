"""A territory knows all that lies in it, also after it was moved."""

import pytest
from django.core.exceptions import ValidationError

from childlabour.units.models import Place, PlaceSuccession, Unit
from tests.admin.pages import address, as_shown, desk_of, new_row, problems_on

pytestmark = pytest.mark.django_db


def names(rows) -> set[str]:
    return {row.name for row in rows}


def test_a_province_holds_its_districts_and_their_communes(office):
    inside = names(Place.objects.within(office.province))
    assert inside == {"tỉnh Lạng Sơn", "huyện Hữu Lũng", "huyện Bắc Sơn", "xã Tân Thành"}
    assert names(Place.objects.within(office.other_district)) == {"huyện Bắc Sơn"}


def test_a_number_that_another_one_begins_with_is_not_inside_it(office):
    """/1/2/ and /1/20/: the path ends in a stroke, so that 20 does not lie in 2."""
    place = Place.objects.create(
        pk=int(f"{office.district.pk}0"), level="district", name="huyện Chi Lăng", parent=office.province
    )
    assert place not in Place.objects.within(office.district)


def test_whoever_moves_takes_along_what_lies_inside(office):
    office.district.parent = None
    office.district.save()
    office.commune.refresh_from_db()
    assert office.commune.path == f"/{office.district.pk}/{office.commune.pk}/"
    assert names(Place.objects.within(office.province)) == {"tỉnh Lạng Sơn", "huyện Bắc Sơn"}
    assert office.people_of_tan_thanh in Unit.objects.within(office.district)


def test_nothing_lies_inside_itself(office):
    office.province.parent = office.commune
    with pytest.raises(ValidationError) as refused:
        office.province.full_clean()
    assert "đứng dưới chính nó" in refused.value.message_dict["parent"][0]


def test_a_share_of_more_than_all_is_said_in_the_form(office):
    desk, page = desk_of(office.son), address(office.commune)
    shown = desk.get(page)
    typed = as_shown(shown) | new_row(
        shown, PlaceSuccession, new=office.district.pk, kind="split", share="150"
    )
    answer = desk.post(page, typed)
    said = " ".join(str(text) for texts in problems_on(answer).values() for text in texts)
    assert "không quá 100 %" in said
    assert not PlaceSuccession.objects.exists()
