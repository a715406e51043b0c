"""The keeper looks after acts, amounts and days off; every officer reads how they stand today."""

from datetime import date

import pytest
from django.urls import reverse

from targets.models import ActRelation, CalendarDay, LegalAct, Parameter, Programme
from tests.admin.pages import address, as_shown, desk_of, list_of, problems_on, words_on

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def _on_that_day(monkeypatch):
    monkeypatch.setattr("targets.admin.today", lambda: TODAY)


def an_act(number: str, **fields) -> LegalAct:
    known = {"type": "decree", "issuer": "Chính phủ", "title": "Về một việc"}
    return LegalAct.objects.create(number=number, **(known | fields))


@pytest.fixture
def acts() -> dict[str, LegalAct]:
    return {
        "holds": an_act("1/2025/NĐ-CP", valid_from=date(2025, 1, 1)),
        "ends soon": an_act("2/2025/NĐ-CP", valid_to=date(2027, 1, 31), end_reason="term"),
        "ended": an_act("3/2025/NĐ-CP", valid_to=date(2026, 6, 30), end_reason="repealed"),
        "not yet": an_act("4/2026/NĐ-CP", valid_from=date(2027, 1, 1)),
    }


def test_an_officer_reads_how_each_act_stands_today(office, lan, acts):
    page = words_on(desk_of(lan).get(list_of(LegalAct)))
    assert "sắp hết hiệu lực, còn đến hết ngày 31/01/2027" in page
    assert "hết hiệu lực sau ngày 30/6/2026, bị bãi bỏ" in page
    assert "chưa có hiệu lực, từ ngày 01/01/2027 mới có" in page


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("con", {"holds", "ends soon"}),
        ("sap", {"ends soon"}),
        ("khong", {"ended", "not yet"}),
        ("", {"holds", "ends soon", "ended", "not yet"}),
    ],
)
def test_acts_are_narrowed_by_how_they_stand_today(office, lan, acts, asked, shown):
    page = desk_of(lan).get(list_of(LegalAct), {"hieu-luc": asked} if asked else {})
    assert set(page.context["cl"].queryset) == {acts[name] for name in shown}


def test_an_act_is_found_by_its_number_without_marks(office, lan, acts):
    page = desk_of(lan).get(list_of(LegalAct), {"q": "3/2025/nd-cp"})
    assert list(page.context["cl"].queryset) == [acts["ended"]]


def test_the_keeper_enters_an_act_that_replaces_another(office, keeper, acts):
    desk = desk_of(keeper)
    page = desk.get(reverse("admin:targets_legalact_add"))
    sent = as_shown(page) | {
        "type": "decree",
        "number": "5/2026/NĐ-CP",
        "issued_on": "01/7/2026",
        "issuer": "Chính phủ",
        "title": "Về việc ấy",
    }
    replaced = {"kind": "replaces", "certainty": "seen"}
    refused = desk.post(
        reverse("admin:targets_legalact_add"),
        sent | _touches(page, earlier=acts["holds"].pk, **replaced),
    )
    assert "chưa ghi ngày hết hiệu lực" in words_on(refused)
    done = desk.post(
        reverse("admin:targets_legalact_add"),
        sent | _touches(page, earlier=acts["ended"].pk, **replaced),
    )
    assert done.status_code == 302
    assert ActRelation.objects.get().later.number == "5/2026/NĐ-CP"


@pytest.mark.parametrize("issued_on", ["02/01/2025", ""])
def test_an_act_that_is_there_already_is_not_entered_again(office, keeper, issued_on):
    an_act("1/2025/NĐ-CP", issued_on=date(2025, 1, 2) if issued_on else None)
    desk, add = desk_of(keeper), reverse("admin:targets_legalact_add")
    sent = as_shown(desk.get(add)) | {
        "type": "decree",
        "number": "1/2025/ND - CP",
        "issued_on": issued_on,
        "issuer": "Chính phủ",
        "title": "Về việc ấy",
    }
    assert "đã có" in problems_on(desk.post(add, sent))["number"][0]
    assert desk.post(add, sent | {"issued_on": "03/01/2025"}).status_code == 302


def test_a_relation_that_is_there_already_is_not_entered_again(office, keeper, acts):
    ActRelation.objects.create(later=acts["holds"], earlier=acts["ended"], kind="amends")
    desk = desk_of(keeper)
    page = desk.get(address(acts["holds"]))
    again = _touches(page, kind="amends", earlier=acts["ended"].pk, certainty="seen")
    refused = desk.post(address(acts["holds"]), as_shown(page) | again)
    assert "trùng nhau" in problems_on(refused)["effects-1-__all__"][0]
    assert ActRelation.objects.count() == 1


def test_an_amount_that_begins_on_the_same_day_is_not_entered_again(office, keeper):
    Parameter.objects.create(code="muc", name="Mức", value=1, unit="đồng")
    desk, add = desk_of(keeper), reverse("admin:targets_parameter_add")
    sent = as_shown(desk.get(add)) | {"code": "muc", "name": "Mức", "value": "2", "unit": "đồng"}
    assert "cùng ngày" in words_on(desk.post(add, sent))


def test_a_relation_without_its_act_is_refused_and_no_fault(office, keeper, acts):
    desk = desk_of(keeper)
    page = desk.get(address(acts["holds"]))
    answer = desk.post(
        address(acts["holds"]), as_shown(page) | _touches(page, kind="replaces", earlier="", certainty="seen")
    )
    assert answer.status_code == 200
    assert not ActRelation.objects.exists()


def _touches(page, **values) -> dict[str, str]:
    """A new row of "what this act does to earlier ones", as the browser sends it."""
    formset = next(i.formset for i in page.context["inline_admin_formsets"] if i.opts.fk_name == "later")
    place = formset.total_form_count()
    row = {f"{formset.prefix}-{place}-{name}": str(value) for name, value in values.items()}
    return row | {f"{formset.prefix}-TOTAL_FORMS": str(place + 1)}


def test_the_keeper_enters_a_new_base_salary(office, keeper):
    desk, add = desk_of(keeper), reverse("admin:targets_parameter_add")
    sent = as_shown(desk.get(add)) | {
        "code": "luong-co-so",
        "name": "Mức lương cơ sở",
        "value": "2.730.000",
        "unit": "đồng/tháng",
        "valid_from": "01/7/2027",
        "certainty": "seen",
    }
    assert desk.post(add, sent).status_code == 302
    assert Parameter.objects.value_on("luong-co-so", date(2027, 7, 1)) == 2_730_000


def test_a_sunday_is_not_entered_as_a_day_off(office, keeper):
    desk, add = desk_of(keeper), reverse("admin:targets_calendarday_add")
    sent = as_shown(desk.get(add)) | {"day": "30/4/2028", "kind": "off", "name": "Ngày Chiến thắng"}
    assert "kind" in problems_on(desk.post(add, sent))
    assert desk.post(add, sent | {"day": "02/5/2028"}).status_code == 302
    assert CalendarDay.objects.get().day == date(2028, 5, 2)


def test_programmes_say_how_they_stand_today(office, lan):
    Programme.objects.filter(code="782").update(period_to=2025)
    assert "hết giai đoạn, chưa có chương trình thay thế" in words_on(desk_of(lan).get(list_of(Programme)))
