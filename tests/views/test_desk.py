"""The desk over HTTP, with and without JavaScript."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from childlabour.units.models import Unit
from plans.models import Document, Status, Task
from targets.models import Target
from tests.cast import a_plan, an_issued_plan, an_officer, long_plan

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def draft(office):
    return a_plan(office.committee)


@pytest.fixture
def lan_in(client, office):
    client.force_login(office.lan)
    return client


def spot(document, key):
    return reverse("desk:spot", args=[document.pk, key])


def test_the_desk_shows_what_waits_for_me(lan_in, draft):
    page = lan_in.get(reverse("desk:home")).content.decode()
    assert draft.title in page
    assert "đang soạn, chờ trình" in page


def test_a_submitted_plan_waits_for_the_leader_and_for_nobody_else(client, office, draft):
    Document.objects.filter(pk=draft.pk).update(status=Status.SUBMITTED)
    client.force_login(office.hung)
    mine = client.get(reverse("desk:home")).context["mine"]
    client.force_login(office.lan)
    others = client.get(reverse("desk:home")).context["others"]
    assert [document.pk for document in mine] == [document.pk for document in others] == [draft.pk]


def test_the_editor_shows_the_form_and_the_paper_together(lan_in, draft):
    page = lan_in.get(spot(draft, "preamble")).content.decode()
    assert 'name="preamble"' in page
    assert 'class="paper"' in page


def test_the_paper_by_itself_may_wear_its_style_sheet(lan_in, draft):
    answer = lan_in.get(reverse("desk:sheet", args=[draft.pk]))
    [nonce] = re.findall(r'<style nonce="([^"]+)"', answer.content.decode())
    assert f"'nonce-{nonce}'" in answer["Content-Security-Policy"]


def test_a_plain_save_stores_and_comes_back(lan_in, draft):
    answer = lan_in.post(spot(draft, "closing"), {"closing": "Câu kết mới."})
    assert answer.status_code == 302
    assert Document.objects.get(pk=draft.pk).closing == "Câu kết mới."


def test_an_autosave_answers_with_the_time_and_the_new_paper(lan_in, draft):
    told = lan_in.post(spot(draft, "closing"), {"closing": "Câu kết mới."}, **JSON).json()
    assert "Câu kết mới" in "".join(told["sheet"]["lines"])
    assert len(told["saved_at"]) == 5
    assert told["base"]


def test_a_second_save_sends_only_the_lines_of_the_paper_that_changed(lan_in, office):
    document = long_plan(40)
    first = lan_in.post(spot(document, "closing"), {"closing": "Câu một."}, **JSON).json()
    known = {"sheet_marks": ",".join(first["sheet"]["marks"]), "outline_mark": first["outline_mark"]}
    second = lan_in.post(spot(document, "closing"), {"closing": "Câu hai.", **known}, **JSON).json()
    assert "outline" not in second
    lines, patch = first["sheet"]["lines"], second["sheet"]
    assert len(patch["lines"]) == 1
    lines[patch["start"] : patch["start"] + patch["removed"]] = patch["lines"]
    whole = lan_in.post(spot(document, "closing"), {"closing": "Câu hai."}, **JSON).json()
    assert lines == whole["sheet"]["lines"]


def test_a_sentence_typed_fills_the_parts_on_the_page(lan_in, draft):
    target = Target.objects.filter(section__document=draft).first()
    form = {"sentence": "trên 72,5% trẻ em được đi học vào năm 2025", "direction": target.direction}
    form |= {"comparator": target.comparator, "value": "72", "unit": "%", "population": target.population}
    form |= {"outcome": target.outcome, "group": target.group_id, "refill": "on"}
    told = lan_in.post(spot(draft, f"target-{target.pk}"), form, **JSON).json()
    assert told["filled"]["comparator"] == ">"
    assert told["filled"]["value"] == "72,5"
    assert told["filled"]["horizon"] == "2025"


def test_a_lapsed_session_keeps_the_text_through_the_log_in(client, office, draft):
    answer = client.post(spot(draft, "closing"), {"closing": "Chữ gõ lúc phiên đã hết."})
    assert answer.status_code == 302
    client.force_login(office.lan)
    page = client.get(spot(draft, "closing")).content.decode()
    assert "Chữ gõ lúc phiên đã hết." in page
    assert "Chữ anh/chị vừa gõ vẫn còn" in page
    assert Document.objects.get(pk=draft.pk).closing != "Chữ gõ lúc phiên đã hết."


def test_a_lapsed_autosave_is_told_to_log_in(client, draft):
    assert client.post(spot(draft, "closing"), {"closing": "x"}, **JSON).status_code == 401


def test_two_writers_without_javascript_see_both_texts(client, office, draft):
    client.force_login(office.lan)
    base = client.get(spot(draft, "closing")).context["form"].base
    hoa = an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)
    client.force_login(hoa)
    client.post(spot(draft, "closing"), {"base": base, "closing": "Hoa viết."})
    client.force_login(office.lan)
    answer = client.post(spot(draft, "closing"), {"base": base, "closing": "Lan viết."})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Bế Thị Hoa vừa sửa chỗ này" in page
    assert "Hoa viết." in page
    assert "Lan viết." in page


def test_a_wrong_date_is_said_at_the_field_and_the_text_stays(lan_in, draft):
    form = {
        "kind": "KH",
        "title": draft.title,
        "period_from": 2023,
        "period_to": 2023,
        "issued_on": "31/02/2023",
    }
    answer = lan_in.post(spot(draft, "identity"), form)
    assert answer.status_code == 422
    assert "31/02/2023" in answer.content.decode()


def test_script_tags_are_printed_as_text(lan_in, draft):
    lan_in.post(spot(draft, "closing"), {"closing": "<script>alert(1)</script>"})
    page = lan_in.get(spot(draft, "closing")).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_pasted_megabyte_is_refused_with_its_measure_and_stays_in_the_form(lan_in, draft):
    text = "nâng cao nhận thức của cha mẹ và trẻ em. " * 24_000
    section = draft.sections.first()
    form = {"heading": "Mục đích", "kind": "prose", "body": text}
    answer = lan_in.post(spot(draft, f"section-{section.pk}"), form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "ký tự" in page
    assert text.strip() in page


def test_forty_pages_of_text_are_kept(lan_in, draft):
    text = "\n".join(["Nâng cao nhận thức của cha mẹ và trẻ em về lao động trẻ em."] * 1_500)
    section = draft.sections.first()
    form = {"heading": "Mục đích", "kind": "prose", "body": text}
    assert lan_in.post(spot(draft, f"section-{section.pk}"), form).status_code == 302
    section.refresh_from_db()
    assert section.body == text


@pytest.mark.parametrize("key", ["section-999999", "target-1", "task-0"])
def test_a_spot_that_is_not_of_this_draft_is_not_found(lan_in, office, draft, key):
    a_plan(office.other_committee)
    foreign = Target.objects.filter(section__document__unit=office.other_committee).first()
    key = f"target-{foreign.pk}" if key == "target-1" else key
    assert lan_in.get(spot(draft, key)).status_code == 404


@pytest.mark.parametrize("name", ["editor", "sheet", "check", "history", "comparison", "units"])
def test_another_districts_officer_finds_nothing(client, office, draft, name):
    client.force_login(office.mai)
    assert client.get(reverse(f"desk:{name}", args=[draft.pk])).status_code == 404


def test_an_issued_plan_is_closed_to_the_editor_with_a_reason(lan_in, office):
    document = an_issued_plan(office.committee, frozen=False)
    answer = lan_in.get(reverse("desk:editor", args=[document.pk]), follow=True)
    assert "Không sửa được: văn bản đã ban hành." in answer.content.decode()


def test_units_are_found_without_tone_marks_and_all_communes_at_once(lan_in, office, draft):
    address = reverse("desk:units", args=[draft.pk])
    assert "Công an huyện" in lan_in.get(address, {"tim": "cong an"}).content.decode()
    assert "xã Tân Thành" in lan_in.get(address, {"tat-ca": "xa"}).content.decode()


def test_all_communes_are_taken_by_one_tick_without_javascript(lan_in, office, draft):
    task = Task.objects.create(section=draft.sections.first(), details="Rà soát.")
    answer = lan_in.post(spot(draft, f"task-{task.pk}"), {"details": "Rà soát.", "partners_communes": "yes"})
    assert answer.status_code == 302
    assert task.partners == (office.people_of_tan_thanh,)


def test_each_way_to_start_leads_to_the_editor(lan_in, office):
    old = an_issued_plan(office.committee, frozen=False)
    upper = an_issued_plan(office.other_committee, frozen=False)
    choices = {
        "blank": {},
        "last_year": {"last_year": old.pk},
        "upper": {"upper": upper.pk},
        "programme": {"programme": office.programme.pk},
    }
    for way, more in choices.items():
        form = {"way": way, "unit": office.committee.pk, "year": 2024, **more}
        answer = lan_in.post(reverse("desk:start"), form)
        assert answer.status_code == 302, f"{way}: {answer.context['form'].errors}"


def test_a_new_plan_is_offered_for_the_committee_and_a_year_it_was_there(lan_in, office):
    Unit.objects.filter(pk=office.committee.pk).update(valid_to=date(2025, 6, 30))
    fields = lan_in.get(reverse("desk:start")).context["form"].fields
    assert fields["unit"].initial == office.committee
    assert fields["year"].initial == 2025


def test_a_way_without_its_plan_says_what_to_choose(lan_in, office):
    answer = lan_in.post(reverse("desk:start"), {"way": "upper", "unit": office.committee.pk, "year": 2024})
    assert "Chọn kế hoạch cấp trên để bắt đầu." in answer.content.decode()


def test_history_compares_two_versions_on_the_paper(client, office, draft):
    for officer, words in (
        (office.lan, "Câu một."),
        (an_officer("hoa", "Hoa", office.labour, is_drafter=True), "Câu hai."),
    ):
        client.force_login(officer)
        client.post(spot(draft, "closing"), {"closing": words})
    page = client.get(reverse("desk:comparison", args=[draft.pk])).content.decode()
    assert "<del>một" in page
    assert "<ins>hai" in page


def test_a_removal_asks_first(lan_in, draft):
    target = Target.objects.filter(section__document=draft).first()
    address = reverse("desk:remove", args=[draft.pk, f"target-{target.pk}"])
    assert target.sentence in lan_in.get(address).content.decode()
    assert Target.objects.filter(pk=target.pk).exists()
    lan_in.post(address)
    assert not Target.objects.filter(pk=target.pk).exists()


# What a page of the desk costs in queries, the session, the officer, the log-in and the presence included.
BUDGETS = {
    "identity": 22,
    "citations": 19,
    "preamble": 18,
    "recipients": 20,
    "signature": 20,
    "target": 21,
    "task": 22,
    "objectives": 20,
    "organisation": 22,
}
PAGES = {"check": 13, "history": 7, "comparison": 6, "sheet": 13}


def key_of(document, name: str) -> str:
    if name in ("objectives", "organisation"):
        return f"section-{document.sections.get(kind=name).pk}"
    rows = {"target": Target.objects, "task": Task.objects}
    return f"{name}-{rows[name].filter(section__document=document).first().pk}" if name in rows else name


@pytest.mark.parametrize("rows", [5, 300])
def test_the_desk_costs_the_same_for_a_short_and_a_long_plan(lan_in, rows):
    document = long_plan(rows)
    lan_in.get("/")  # the first page of a log-in puts it on the list
    spent = {}
    for name in BUDGETS:
        address = spot(document, key_of(document, name))
        with CaptureQueriesContext(connection) as queries:
            assert lan_in.get(address).status_code == 200
        spent[name] = len(queries)
    for name in PAGES:
        with CaptureQueriesContext(connection) as queries:
            assert lan_in.get(reverse(f"desk:{name}", args=[document.pk])).status_code == 200
        spent[name] = len(queries)
    budgets = BUDGETS | PAGES
    dearer = {name: (cost, budgets[name]) for name, cost in spent.items() if cost > budgets[name]}
    assert not dearer


@pytest.mark.parametrize("rows", [5, 300])
def test_a_save_costs_the_same_for_a_short_and_a_long_plan(lan_in, rows, django_assert_max_num_queries):
    document = long_plan(rows)
    lan_in.get("/")  # the first page of a log-in puts it on the list
    with django_assert_max_num_queries(27):
        assert lan_in.post(spot(document, "closing"), {"closing": "Xong."}, **JSON).status_code == 200
