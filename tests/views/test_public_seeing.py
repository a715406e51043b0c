"""Who may read what on the public pages: the issued for everyone, drafts for their own unit, the rest is not there."""

from datetime import date

import pytest
from django.urls import reverse

from plans.law.states import WITH_NUMBER
from plans.models import Plan, Status
from tests.cast import a_plan, an_issued_plan, many_issued_plans

pytestmark = pytest.mark.django_db

NUMBERED = {"number": 7, "number_year": 2023, "issued_on": date(2023, 6, 1)}
PAGES_OF_A_PLAN = ("plan", "sheet", "pdf", "word")


def address(name: str, plan: Plan) -> str:
    return reverse(f"public:{name}", args=[plan.pk])


@pytest.fixture
def draft(office) -> Plan:
    return a_plan(title="Thực hiện Chương trình năm 2024 còn đang soạn")


@pytest.mark.parametrize("page", PAGES_OF_A_PLAN)
def test_a_draft_is_not_there_for_a_stranger(client, draft, page):
    assert client.get(address(page, draft)).status_code == 404


@pytest.mark.parametrize("page", PAGES_OF_A_PLAN)
def test_a_draft_is_not_there_for_another_district(client, draft, office, page):
    client.force_login(office.mai)
    assert client.get(address(page, draft)).status_code == 404


@pytest.mark.parametrize("page", PAGES_OF_A_PLAN)
@pytest.mark.parametrize("who", ["lan", "hung", "thu", "son"])
def test_the_own_unit_and_the_keeper_read_the_draft(client, draft, office, who, page):
    client.force_login(getattr(office, who))
    assert client.get(address(page, draft)).status_code == 200


@pytest.mark.parametrize(
    "status", [s for s in Status if s not in (Status.ISSUED, Status.REPLACED, Status.REVOKED)]
)
def test_before_it_is_issued_no_state_shows_a_plan_to_strangers(client, draft, status):
    Plan.objects.filter(pk=draft.pk).update(status=status, **NUMBERED if status in WITH_NUMBER else {})
    assert client.get(address("plan", draft)).status_code == 404
    assert draft.title not in client.get(reverse("public:plans")).content.decode()


def test_a_draft_is_in_no_list_for_strangers(client, draft):
    for page in ("home", "plans", "programmes"):
        assert draft.title not in client.get(reverse(f"public:{page}")).content.decode()
    unit = client.get(reverse("public:unit", args=[draft.unit_id])).content.decode()
    assert draft.title not in unit
    assert "Nhiệm vụ 1" not in unit  # tasks of a draft are given to nobody yet


def test_the_own_unit_sees_its_draft_in_the_list_marked_as_such(client, draft, office):
    client.force_login(office.lan)
    page = client.get(reverse("public:plans")).content.decode()
    assert draft.title in page
    assert ">nháp<" in page


def test_a_draft_says_that_it_is_not_issued(client, draft, office):
    client.force_login(office.lan)
    assert "chưa ban hành" in client.get(address("plan", draft)).content.decode()


def test_a_draft_below_an_issued_plan_stays_hidden_from_strangers(client, office):
    upper = an_issued_plan(frozen=False)
    a_plan(office.people_of_tan_thanh, parent=upper, title="Kế hoạch của xã còn soạn")
    assert "còn soạn" not in client.get(address("plan", upper)).content.decode()
    client.force_login(office.pao)
    assert "UBND xã Tân Thành" in client.get(address("plan", upper)).content.decode()


def test_a_draft_above_is_never_named_below(client, office):
    upper = a_plan(title="Kế hoạch huyện còn soạn")
    lower = an_issued_plan(office.people_of_tan_thanh, parent=upper, frozen=False)
    assert address("plan", upper) not in client.get(address("plan", lower)).content.decode()


def test_a_replaced_plan_and_a_revoked_plan_say_so(client):
    replaced, revoked = many_issued_plans(2)
    Plan.objects.filter(pk=replaced.pk).update(status=Status.REPLACED)
    Plan.objects.filter(pk=revoked.pk).update(status=Status.REVOKED)
    assert "đã được thay thế" in client.get(address("plan", replaced)).content.decode()
    assert "đã bị thu hồi" in client.get(address("plan", revoked)).content.decode()


@pytest.mark.parametrize("page", [*PAGES_OF_A_PLAN, "unit"])
@pytest.mark.parametrize("number", [0, 999_999, 10**30])
def test_an_unknown_number_is_a_page_that_is_not_there(client, page, number):
    answer = client.get(reverse(f"public:{page}", args=[number]))
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()


@pytest.mark.parametrize("page", ["home", "plans", "programmes"])
def test_public_pages_only_listen(client, page):
    assert client.post(reverse(f"public:{page}")).status_code == 405
