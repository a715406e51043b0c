"""Boards of work: from four sides, cut in four ways, and behind every number exactly its rows."""

import re
from datetime import date, timedelta
from html import escape, unescape
from io import BytesIO
from urllib.parse import parse_qs, urlencode

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from childlabour.core.clock import today
from childlabour.units.models import Appointment, Officer
from plans.followup.rates import TaskBox
from plans.models import Assignment, AssignmentRole, Document, Task, TaskReminder
from plans.pages.boards import BoardSide, CutBy
from plans.web.views.tasks import urging
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db

LINK = re.compile(r'<a href="(/nhiem-vu/bang/danh-sach/\?[^"]*)">([\d.]+)</a>')


@pytest.fixture
def work(office) -> None:
    """Tasks of two plans in every box, and a few that no board of theirs may show."""
    for _ in range(2):
        an_issued_plan(office.committee, frozen=False, tasks=24)
    a_plan(office.committee, tasks=4)
    an_issued_plan(office.other_committee, frozen=False, tasks=4)
    stands = [
        ("done", -20, -21),
        ("done", -20, -3),
        ("done", 40, -3),
        ("reported", -4, -9),
        ("under_way", -4, None),
        ("given", 5, None),
        ("given", 90, None),
        ("given", None, None),
        ("suspended", -50, None),
        ("sent_back", -70, None),
    ]
    days = {None: None} | {days: today() + timedelta(days=days) for days in range(-100, 100)}
    for place, row in enumerate(Assignment.objects.order_by("pk")):
        state, deadline, reported = stands[place % len(stands)]
        Task.objects.filter(pk=row.task_id).update(due_on=None)
        Assignment.objects.filter(pk=row.pk).update(
            state=state,
            due_on=days[deadline],
            reported_on=days[reported],
            role=AssignmentRole.PARTNER if place % 7 == 3 else AssignmentRole.LEAD,
            leader=office.hung if place % 3 == 0 else None,
        )


def shown(client, name: str, **asked):
    answer = client.get(reverse(f"tasks:{name}"), asked)
    assert answer.status_code == 200
    return answer


@pytest.mark.parametrize("by", CutBy)
@pytest.mark.parametrize(
    ("side", "who"), [("giao", "lan"), ("nhan", "pao"), ("phoi-hop", "pao"), ("theo-doi", "hung")]
)
def test_behind_every_number_stand_exactly_its_rows(client, office, work, side, who, by):
    client.force_login(getattr(office, who))
    page = shown(client, "board", phia=side, theo=by.value).content.decode()
    links = {(unescape(address), int(number.replace(".", ""))) for address, number in LINK.findall(page)}
    assert {"due", "left_out", ""} <= {boxes_in(address) for address, _ in links}
    for address, number in links:
        assert client.get(address).context["page"].paginator.count == number, address
        book = client.get(address.replace("danh-sach/", "danh-sach.xlsx"))
        assert load_workbook(BytesIO(book.content)).active.max_row == number + 3, address


def boxes_in(address: str) -> str:
    return parse_qs(address.partition("?")[2]).get("nhom", [""])[0]


def test_each_side_shows_its_own_and_nothing_else(client, office, work):
    sides = {"giao": office.lan, "nhan": office.pao, "phoi-hop": office.pao, "theo-doi": office.hung}
    given = Assignment.objects.filter(task__block__document__unit=office.committee).in_force()
    mine = Assignment.objects.in_force().filter(unit=office.people_of_tan_thanh)
    expected = {
        "giao": given.count(),
        "nhan": mine.filter(role="lead").count(),
        "phoi-hop": mine.filter(role="partner").count(),
        "theo-doi": Assignment.objects.in_force().visible_to(office.hung).filter(leader=office.hung).count(),
    }
    assert set(sides) == set(BoardSide.values)
    for side, officer in sides.items():
        client.force_login(officer)
        assert shown(client, "board", phia=side).context["board"].tally.whole == expected[side] > 0, side


def test_the_boxes_add_up_to_what_the_database_holds(client, office, work):
    client.force_login(office.lan)
    whole = None
    for by in CutBy:
        board = shown(client, "board", theo=by.value).context["board"]
        tally = {box: board.tally.of(box) for box in TaskBox}
        assert whole in (None, tally)
        whole = tally
        assert sum(row.tally.whole for row in board.rows) == board.tally.whole
    assert all(whole.values()), "every box is met"


def test_work_that_comes_round_again_counts_by_its_turns(client, office, work):
    client.force_login(office.lan)
    before = shown(client, "board").context["board"].tally.whole
    Assignment.objects.filter(pk=Assignment.objects.in_force().first().pk).update(recurs="monthly")
    assert shown(client, "board").context["board"].tally.whole == before - 1


@pytest.mark.parametrize(
    "asked",
    [
        {"phia": "x", "theo": "y", "cua": "z", "nhom": "w"},
        {"cua": "9" * 30},
        {"cua": "999999999999999999"},
        {"theo": "thang", "cua": "2026-13"},
        {"theo": "thang", "cua": "١٢٣"},
        {"theo": "thang", "cua": "abcdefg"},
        {"theo": "thang", "cua": "2026-W1"},
        {"theo": "thang", "cua": "12"},
        {"theo": "van-ban", "cua": "2026-11"},
        {"theo": "don-vi", "cua": "\0"},
        {"theo": "van-ban", "cua": "-1"},
        {"page": "nghìn"},
    ],
)
@pytest.mark.parametrize("name", ["board", "rows", "book", "report"])
def test_whatever_an_address_says_there_is_a_page(client, office, work, name, asked):
    client.force_login(office.lan)
    shown(client, name, **asked)


def test_a_foreign_officer_finds_no_row_of_ours_by_any_key(client, office, work):
    client.force_login(office.mai)
    unit = office.people_of_tan_thanh.pk
    rows = shown(client, "rows", phia="nhan", theo="don-vi", cua=unit).context["page"]
    assert rows.paginator.count == 0
    given = shown(client, "rows", phia="giao").context["page"].paginator.count
    assert (
        given
        == Assignment.objects.in_force().filter(task__block__document__unit=office.other_committee).count()
    )


def test_words_that_begin_like_a_formula_stay_words_in_the_spreadsheet(client, office, work):
    Task.objects.update(name='=HYPERLINK("https://noi-khac.example","bấm")')
    client.force_login(office.lan)
    sheet = load_workbook(BytesIO(shown(client, "book").content)).active
    cells = [row[1] for row in sheet.iter_rows(min_row=4)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert cells[0].value.startswith("=HYPERLINK") and cells[0].quotePrefix


def test_the_chart_says_in_figures_what_it_draws(client, office, work):
    client.force_login(office.lan)
    answer = shown(client, "board")
    chart, board = answer.context["chart"], answer.context["board"]
    bars = {bar.name: bar for bar in chart.bars}
    for row in board.rows:
        if row.tally.due:
            assert bars[row.name].said == f"đúng hạn {row.tally.on_time}/{row.tally.due}"
            assert sum(piece.count for piece in bars[row.name].pieces) == row.tally.due
    longest = max(chart.bars, key=lambda bar: sum(piece.count for piece in bar.pieces))
    assert longest.pieces[-1].start + longest.pieces[-1].width == 640


def test_the_printed_report_names_the_late_ones(client, office, work):
    client.force_login(office.lan)
    answer = shown(client, "report")
    assert len(answer.context["late"]) == answer.context["board"].tally.late > 0
    assert f"hoàn thành đúng hạn {answer.context['board'].tally.on_time}" in answer.content.decode()


@pytest.mark.parametrize(("name", "queries"), [("board", 6), ("rows", 7), ("book", 5), ("report", 7)])
def test_a_board_costs_the_same_however_many_tasks(
    client, office, work, name, queries, django_assert_num_queries
):
    client.force_login(office.lan)
    shown(client, name)
    for _ in range(2):
        with django_assert_num_queries(queries):
            shown(client, name)
        an_issued_plan(office.committee, frozen=False, tasks=40)


def test_the_rows_of_who_gave_the_work_stand_late_first_then_by_unit(client, office, work):
    client.force_login(office.lan)
    rows = list(shown(client, "rows").context["page"].object_list)
    stood = [(row.box != TaskBox.LATE, row.unit.search_key, row.deadline_on or date.max) for row in rows]
    assert stood == sorted(stood)
    assert len({late for late, _, _ in stood}) == 2 and len({unit for _, unit, _ in stood}) > 1


def all_of(client, name: str, query: str):
    return client.post(reverse(f"tasks:{name}"), {"pham-vi": "danh-sach", "danh-sach": query})


def test_a_whole_list_is_urged_in_one_press_and_nothing_beside_it(client, office, work):
    client.force_login(office.lan)
    unit = office.people_of_tan_thanh.pk
    query = urlencode({"phia": "giao", "theo": "don-vi", "cua": unit, "nhom": "late"})
    page = client.get(f"{reverse('tasks:rows')}?{query}")
    late = {row.pk for row in page.context["page"].object_list}
    assert f'name="danh-sach" value="{escape(page.context["cut"].query)}"' in page.content.decode()
    all_of(client, "remind", query)
    assert set(TaskReminder.objects.values_list("assignment", flat=True)) == late
    assert all_of(client, "letter", query).status_code == 302
    assert Document.objects.filter(kind="CV").count() == 1


def test_no_list_and_a_list_too_long_are_refused(client, office, work, monkeypatch):
    client.force_login(office.lan)
    assert "Chưa chọn nhiệm vụ nào để nhắc." in all_of(client, "remind", "").content.decode()
    monkeypatch.setattr(urging, "MOST", 3)
    assert "có hơn 3 việc còn phải làm" in all_of(client, "remind", "phia=giao").content.decode()
    assert not TaskReminder.objects.exists()


def test_an_empty_side_says_what_will_be_here(client, office):
    client.force_login(office.pao)
    assert (
        "Chưa có nhiệm vụ nào trong phạm vi này" in shown(client, "board", phia="theo-doi").content.decode()
    )


def test_who_gives_work_comes_to_it_from_the_list_of_tasks_and_who_only_answers_does_not(client, office):
    Appointment.objects.filter(officer=office.pao).update(is_drafter=False)
    for officer, gives in ((office.lan, True), (office.hung, True), (office.pao, False)):
        client.force_login(Officer.objects.get(pk=officer.pk))
        assert ("Nhiệm vụ đơn vị đã giao" in client.get(reverse("tasks:home")).content.decode()) == gives
