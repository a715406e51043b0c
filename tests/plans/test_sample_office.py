"""The office of the samples: places and units through the reform of 2025, and the people of the demo."""

import io
from datetime import date

import pytest
from django.core.management import call_command

from childlabour.samples.people import DEMO_ACCOUNTS
from childlabour.units.models import Officer, Place, Unit
from plans.issuing.workflow import may
from plans.law.rights import may_edit
from plans.models import Action, Assignment, Document

# --- Places and units through the reform ------------------------------------------------------------------


def names(queryset) -> set[str]:
    return set(queryset.values_list("name", flat=True))


def test_the_district_of_dien_bien_dong_became_six_communes(samples):
    district = Place.objects.get(name="huyện Điện Biên Đông")
    assert district.valid_to == date(2025, 6, 30)
    assert set(district.successors.values_list("code", "name")) == {
        ("03203", "xã Na Son"),
        ("03208", "xã Xa Dung"),
        ("03214", "xã Mường Luân"),
        ("03370", "xã Pu Nhi"),
        ("03382", "xã Phình Giàng"),
        ("03385", "xã Tìa Dình"),
    }


def test_the_district_of_huu_lung_became_eight_communes(samples):
    assert names(Place.objects.get(name="huyện Hữu Lũng").successors) == {
        "xã Hữu Lũng",
        "xã Hữu Liên",
        "xã Yên Bình",
        "xã Cai Kinh",
        "xã Thiện Tân",
        "xã Vân Nham",
        "xã Tân Thành",
        "xã Tuấn Sơn",
    }


def test_the_new_tan_thanh_is_another_place_than_the_old_one(samples):
    old, new = Place.objects.filter(name="xã Tân Thành").order_by("valid_to")
    if old.valid_to is None:  # databases sort an open end first or last
        old, new = new, old
    assert (old.code, new.code) == ("06442", "06445")
    assert names(new.predecessors) == {"xã Tân Thành", "xã Hòa Lạc", "xã Hòa Sơn", "huyện Hữu Lũng"}
    assert samples["Tân Thành"].unit.place == old


def test_a_code_used_again_is_another_place(samples):
    assert names(Place.objects.filter(code="06445")) == {"xã Hòa Sơn", "xã Tân Thành"}


def test_a_ward_of_ha_dong_was_divided(samples):
    ward = Place.objects.get(name="phường Dương Nội", valid_to=date(2025, 6, 30))
    assert names(ward.successors) == {"phường Dương Nội", "phường Đại Mỗ", "phường Tây Mỗ", "xã An Khánh"}


def test_the_province_of_the_movement_is_now_part_of_ho_chi_minh_city(samples):
    province = Place.objects.get(name="tỉnh Bà Rịa – Vũng Tàu")
    assert names(province.successors) == {"Thành phố Hồ Chí Minh"}


def test_every_place_that_ended_says_what_became_of_it(samples):
    assert not Place.objects.exclude(valid_to=None).filter(successors=None).exists()


def test_every_committee_that_ended_hands_its_work_to_committees_of_today(samples):
    ended = Unit.objects.filter(function="committee").exclude(valid_to=None)
    assert ended.count() == 65
    assert not ended.filter(successors=None).exists()


def test_every_document_was_issued_while_its_issuer_existed(samples):
    for document in samples.values():
        assert document.unit.is_valid_on(document.issued_on or date(document.period_from, 12, 31))


# --- People -----------------------------------------------------------------------------------------------


def test_the_documented_accounts_open_the_door(samples):
    assert set(Officer.objects.values_list("username", flat=True)) == {a.username for a in DEMO_ACCOUNTS}
    for account in DEMO_ACCOUNTS:
        officer = Officer.objects.get(username=account.username)
        assert officer.check_password(account.password)


def officer(username: str) -> Officer:
    return Officer.objects.get(username=username)


def test_the_commune_writes_its_own_draft_and_nobody_elsewhere_sees_it(samples):
    draft = samples["Tân Thành"]
    assert may_edit(officer("pao"), draft)
    for username in ("lan", "hung", "thu", "mai"):
        assert draft not in Document.objects.visible_to(officer(username))


def test_the_commune_and_the_districts_find_tasks_waiting_past_their_day(samples):
    for username, giver in (("pao", "192"), ("mai", "464")):
        waiting = Assignment.objects.given_to(officer(username)).select_related("task__block__document")
        assert {assignment.task.block.document for assignment in waiting} == {samples[giver]}
        assert all(assignment.deadline < date(2026, 1, 1) for assignment in waiting)


def test_the_office_of_huu_lung_can_carry_a_paper_from_draft_to_issue(samples):
    district = samples["192"].unit
    draft = Document.objects.create(
        unit=district, period_from=2024, period_to=2024, title="Kế hoạch năm 2024"
    )
    assert may(officer("lan"), Action.SUBMIT, draft)
    draft.status = "submitted"
    assert may(officer("hung"), Action.APPROVE, draft)
    draft.status = "approved"
    assert may(officer("thu"), Action.NUMBER, draft)


@pytest.mark.parametrize(("options", "made"), [([], False), (["--accounts"], True)])
def test_a_site_that_others_can_reach_gets_no_known_password_unless_asked(samples, settings, options, made):
    Officer.objects.all().delete()
    settings.HTTPS = True
    said = io.StringIO()
    call_command("load_samples", *options, stdout=said)
    assert Officer.objects.exists() == made
    assert (DEMO_ACCOUNTS[0].password in said.getvalue()) == made
