"""Work that goes to units which the words do not name: passed on, given later, one turn of what comes round again."""

from datetime import date

import pytest
from django.urls import reverse

from childlabour.core.errors import Refusal
from childlabour.units.models import Post, Unit, UnitSuccession
from plans.content.asking import content_of
from plans.followup.passing_on import Commission, give
from plans.followup.recurring import make_turns, make_turns_of
from plans.issuing.checking import faults
from plans.issuing.later_rows import digest_of_later
from plans.law.belonging import document_of
from plans.models import Assignment, AssignmentState, Condition, Document, Move, Task
from tests.cast import an_issued_plan, an_officer
from tests.issuing.way import an_old_paper, carried_over, sealed

from .work import again, given_to_the_commune, in_days, journal, notices_of, refusal, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(office):
    return given_to_the_commune(office, due=5)


@pytest.fixture
def of_the_front(office):
    return an_officer("mat-tran", "Lý Thị Trận", office.front, is_responder=True)


# ── Passed on ────────────────────────────────────────────────────────────────────────────────────


def test_work_passed_on_keeps_its_deadline_and_both_units_are_told(office, given, of_the_front):
    Assignment.objects.filter(task=given.task).exclude(pk=given.pk).delete()
    step(Move.EXTEND, given, office.lan, text="Mưa lũ.", day=in_days(9))
    step(Move.TRANSFER, given, office.lan, text="Thuộc Mặt trận.", unit=office.front)
    new = Assignment.objects.get(unit=office.front, task=given.task)
    assert again(given).state == AssignmentState.PASSED_ON
    assert (new.state, new.made_from, new.deadline, new.original_due) == (
        AssignmentState.GIVEN,
        given,
        in_days(9),
        in_days(5),
    )
    assert journal(new) == ["give"]
    assert given.answers.last().to_unit == office.front
    assert "giao cho" in notices_of(of_the_front)[-1]
    assert "chuyển cho đơn vị khác" in notices_of(office.pao)[-1]
    step(Move.FINISH, new, of_the_front, text="Xong.")
    assert step(Move.ACCEPT, new, office.lan).state == AssignmentState.DONE


def test_work_that_is_late_may_be_passed_on_with_a_later_day(office):
    late = given_to_the_commune(office, due=-9)
    Assignment.objects.filter(task=late.task).exclude(pk=late.pk).delete()
    told = {"text": "Thuộc Mặt trận.", "unit": office.front}
    assert "phải sau hạn" in refusal(Move.TRANSFER, late, office.lan, day=in_days(-20), **told)
    step(Move.TRANSFER, late, office.lan, day=in_days(20), **told)
    assert Assignment.objects.get(unit=office.front, task=late.task).deadline == in_days(20)
    assert again(late).deadline == in_days(-9), "the old unit's day stays what it was"


def test_work_is_not_passed_to_who_has_it_nor_to_who_is_no_more(office, given):
    assert "đã được giao nhiệm vụ này" in refusal(
        Move.TRANSFER, given, office.lan, text="Nhầm.", unit=given.unit
    )
    office.front.valid_to = date(2025, 6, 30)
    office.front.save()
    said = refusal(Move.TRANSFER, given, office.lan, text=" ", unit=office.front)
    assert "đã giải thể hoặc sáp nhập" in said and "Ghi lý do chuyển" in said


def test_of_an_issued_paper_the_words_and_their_figure_stay_as_they_were(office):
    """The database lets the new row in, and nothing that was frozen looks changed."""
    document = sealed(office, tasks=4)
    given = Assignment.objects.get(task__block__document=document, unit=office.people_of_tan_thanh)
    before, figure = content_of(Document.objects.get(pk=document.pk)), digest_of_later(document)
    step(Move.TRANSFER, given, office.lan, text="Thuộc Công an.", unit=office.committee)
    after = Document.objects.get(pk=document.pk)
    assert (content_of(after), digest_of_later(after)) == (before, figure)
    assert list(faults()) == [], "verify_issued finds nothing"
    assert [str(unit) for unit in again(given).task.leads] == [str(office.people_of_tan_thanh)]


def test_no_public_page_and_no_open_data_says_to_whom_it_was_passed_or_until_when(office, given, client):
    step(Move.EXTEND, given, office.lan, text="Mưa lũ.", day=in_days(9))
    step(Move.TRANSFER, given, office.lan, text="Thuộc Mặt trận.", unit=office.front)
    document = document_of(given)
    before = again(given).original_due.isoformat()
    task = client.get(reverse("api:task-detail", args=[given.task_id])).json()
    assert [(one["unit"]["id"], one["due_on"]) for one in task["assignments"]] == [(given.unit_id, before)]
    listed = client.get("/api/v1/tasks/", {"unit": office.front.pk, "plan": document.pk}).json()
    assert given.task_id not in [row["id"] for row in listed["results"]]
    shown = client.get(reverse("public:unit", args=[office.front.pk])).context["page"].object_list
    assert given.task_id not in [one.task_id for one in shown]
    page = client.get(document.get_absolute_url()).content.decode()
    assert "Mưa lũ" not in page


# ── Given later ──────────────────────────────────────────────────────────────────────────────────


def test_a_plan_of_old_times_is_given_to_units_and_followed(office, of_the_front):
    """Carried over from paper years later: its days are past, so that each unit gets a day of its own."""
    document = carried_over(office, an_old_paper(office))
    task = Task.objects.filter(block__document=document).first()
    nobody_yet = office.front
    with pytest.raises(Refusal, match="ghi thời hạn mới"):
        give(task, Commission((nobody_yet,)), office.lan)
    (new,) = give(task, Commission((nobody_yet,), due_on=in_days(30), text="Làm lại năm nay."), office.lan)
    assert (new.deadline, new.condition) == (in_days(30), Condition.IN_TIME)
    assert notices_of(of_the_front)
    assert new in Assignment.objects.given_to(of_the_front)
    step(Move.FINISH, new, of_the_front, text="Xong.")
    assert step(Move.ACCEPT, new, office.lan).state == AssignmentState.DONE
    with pytest.raises(Refusal, match="đã được giao"):
        give(task, Commission((nobody_yet,), due_on=in_days(30)), office.lan)


def test_only_the_giver_gives_and_only_what_is_in_force(office, given):
    with pytest.raises(Refusal, match="Chỉ cán bộ soạn thảo, lãnh đạo"):
        give(given.task, Commission((office.front,), due_on=in_days(9)), office.pao)
    with pytest.raises(Refusal, match="Chọn ít nhất một đơn vị"):
        give(given.task, Commission((), due_on=in_days(9)), office.lan)
    Document.objects.filter(pk=document_of(given).pk).update(status="revoked")
    with pytest.raises(Refusal, match="đã thu hồi"):
        give(given.task, Commission((office.front,), due_on=in_days(9)), office.lan)


def test_of_two_units_where_one_cannot_have_it_none_gets_it(office, given):
    with pytest.raises(Refusal, match=f"{office.people_of_tan_thanh} đã được giao"):
        give(given.task, Commission((office.committee, given.unit), due_on=in_days(9)), office.lan)
    assert not Assignment.objects.filter(unit=office.committee).exists()


# ── Comes round again ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def monthly(office):
    """Given on 26/5/2023 for that year."""
    document = an_issued_plan(office.committee, frozen=False, tasks=4)
    given = Assignment.objects.get(task__block__document=document, unit=office.people_of_tan_thanh)
    given.recurs = "monthly"
    given.responsibility = "Chủ tịch UBND xã"
    given.save()
    return given


def turns(given: Assignment) -> list[tuple[str, date]]:
    return list(given.made.order_by("turn").values_list("turn", "due_on"))


def test_each_month_is_an_assignment_of_its_own_made_once(office, monthly):
    assert make_turns(date(2023, 6, 1)) == 1
    assert make_turns(date(2023, 6, 30)) == 0
    assert make_turns(date(2023, 8, 1)) == 2, "nobody came by in July"
    assert turns(monthly) == [
        ("202306", date(2023, 6, 30)),
        ("202307", date(2023, 7, 31)),
        ("202308", date(2023, 8, 31)),
    ]
    assert {one.responsibility for one in monthly.made.all()} == {"Chủ tịch UBND xã"}
    assert "giao cho" in notices_of(office.pao)[-1]
    assert monthly not in Assignment.objects.counted()


def test_no_turn_begins_after_the_period_of_the_plan_and_old_ones_are_not_made_by_the_hundred(monthly):
    assert make_turns_of(monthly.pk, date(2060, 1, 1)) == 0
    make_turns(date(2023, 11, 2))
    assert make_turns_of(monthly.pk, date(2060, 1, 1)) == 1
    assert turns(monthly)[-1][0] == "202312"
    Document.objects.update(period_to=2059)
    assert make_turns_of(monthly.pk, date(2058, 1, 1)) == 12


def test_a_period_that_is_over_has_no_turns_to_give(office, monthly):
    Assignment.objects.update(recurs="")
    assert "đã hết ngày" in refusal(Move.DETAIL, monthly, office.lan, details={"recurs": "monthly"})


@pytest.mark.parametrize(
    ("recurs", "code", "due"),
    [
        ("quarterly", "2023Q3", date(2023, 9, 30)),
        ("half_yearly", "2023H2", date(2023, 12, 31)),
        ("yearly", "2023", date(2023, 12, 31)),
    ],
)
def test_quarters_halves_and_years_are_turns_too(monthly, recurs, code, due):
    Assignment.objects.filter(pk=monthly.pk).update(recurs=recurs)
    make_turns(date(2023, 7, 1))
    make_turns(date(2023, 9, 30))
    assert turns(monthly) == [(code, due)]
    assert monthly.made.get().turn_name


@pytest.mark.parametrize("state", [AssignmentState.SUSPENDED, AssignmentState.RECALLED, AssignmentState.DONE])
def test_what_was_stopped_or_is_over_makes_no_more_turns(monthly, state):
    Assignment.objects.filter(pk=monthly.pk).update(state=state)
    assert make_turns(date(2023, 7, 1)) == 0


# ── How it is to be done ─────────────────────────────────────────────────────────────────────────


def test_the_giver_says_under_whose_eyes_how_urgent_and_with_what_powers(office, given):
    details = {"leader": office.hung, "priority": "urgent", "authority": "Được huy động thôn."}
    step(Move.DETAIL, given, office.lan, details=details)
    detailed = again(given)
    assert (detailed.leader, detailed.priority, detailed.authority) == (
        office.hung,
        "urgent",
        "Được huy động thôn.",
    )
    assert "lãnh đạo theo dõi: Vi Văn Hùng; độ ưu tiên: khẩn" in given.answers.last().text
    assert "Chưa có gì khác" in refusal(Move.DETAIL, given, office.lan, details=details)
    assert "không phải lãnh đạo" in refusal(Move.DETAIL, given, office.lan, details={"leader": office.lan})


def test_a_task_that_is_said_to_come_round_again_has_its_first_turn_at_once(office, given):
    step(Move.DETAIL, given, office.lan, details={"recurs": "yearly"})
    (turn,) = given.made.filter(turn=str(in_days(0).year))
    assert "ở nhiệm vụ gốc" in refusal(Move.DETAIL, turn, office.lan, details={"recurs": "monthly"})


def test_the_unit_says_who_of_its_people_does_it(office, given):
    post = Post.objects.get(unit=office.people_of_tan_thanh)
    step(Move.ALLOT, given, office.pao, details={"post": post, "person": office.pao})
    assert (again(given).post, again(given).person) == (post, office.pao)
    foreign = Post.objects.filter(unit=office.committee).first()
    said = refusal(Move.ALLOT, given, office.pao, details={"post": foreign, "person": office.mai})
    assert "chọn chức danh của" in said and "không công tác ở" in said


def test_whoever_took_the_place_of_an_ended_unit_says_who_of_its_own_people_does_it(office, given):
    merged = Unit.objects.create(
        name="Ủy ban nhân dân xã Tân Thành mới", place=office.commune, function="committee", symbol="UBND"
    )
    UnitSuccession.objects.create(old=given.unit, new=merged, kind="merged")
    Unit.objects.filter(pk=given.unit_id).update(valid_to=in_days(-1))
    son = an_officer("moi", "Nông Văn Mới", merged, "Công chức", is_responder=True)
    step(Move.ALLOT, given, son, details={"post": merged.posts.get(), "person": son})
    assert (again(given).post, again(given).person) == (merged.posts.get(), son)
