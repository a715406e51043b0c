"""Pages of the admin cost the same queries with three rows and with sixty."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from childlabour.core.clock import now
from childlabour.units.models import Officer, Place, SigningCapacity, Unit
from plans.models import Assignment, Citation, Event, Issue, Plan, Recipient, Section, SectionKind, Task
from targets.models import ActRelation, CalendarDay, LegalAct, Parameter, Programme, Target
from tests.admin.pages import address, desk_of, list_of
from tests.cast import a_plan, a_programme, add_targets, add_tasks, an_issued_plan, an_officer

FEW, MANY = 3, 60


def cost(desk, url: str) -> int:
    desk.get(url)  # the first visit fills caches of content types
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = desk.get(url)
    assert answer.status_code == 200
    return len(queries)


def an_act(number: str) -> LegalAct:
    return LegalAct.objects.create(type="decree", number=number, issuer="Chính phủ", title="Về một việc")


def many_of_everything(office, how_many: int) -> None:
    """So many issued plans of so many units, each with its rows."""
    for number in range(Unit.objects.count(), how_many):
        place = Place.objects.create(level="commune", name=f"xã số {number}", parent=office.district)
        unit = Unit.objects.create(name=f"Đơn vị {number}", place=place, superior=office.committee)
        SigningCapacity.objects.create(unit=unit, lines="CHỦ TỊCH", signer=f"Người {number}")
        an_officer(f"u{number}", f"Cán bộ {number}", unit, "Chuyên viên", is_drafter=True)
        act = an_act(f"{number}/2030/NĐ-CP")
        Programme.objects.filter(pk=a_programme(f"ct-{number}").pk).update(act=act)
        Parameter.objects.create(code=f"muc-{number}", name="Mức", value=number, unit="đồng", act=act)
        CalendarDay.objects.create(day=date(2030, 1, 1) + timedelta(days=number), name="Nghỉ")
    top = Plan.objects.first()
    for unit in Unit.objects.filter(plans=None)[: how_many - Plan.objects.count()]:
        plan = an_issued_plan(unit, office=office, frozen=False, parent=top)
        Target.objects.filter(section__plan=plan).update(responsible=office.police)
        Event.objects.create(plan=plan, at=now(), action="issue", status_after=plan.status)
        Issue.objects.create(plan=plan, snapshot={}, pdf=b"", sha256="", issued_at=now())


MODELS = (Plan, Citation, Section, Recipient, Target, Task, Assignment, Event, Issue)
CATALOGUE = (Unit, Place, SigningCapacity, Officer, Programme, LegalAct, Parameter, CalendarDay)


def test_every_list_costs_the_same_with_few_and_many_rows(office, keeper):
    desk = desk_of(keeper)

    def costs() -> dict[str, int]:
        return {model.__name__: cost(desk, list_of(model)) for model in (*MODELS, *CATALOGUE)}

    many_of_everything(office, 10)
    few = costs()
    many_of_everything(office, MANY)
    assert costs() == few
    assert max(few.values()) <= 14, few


def grown_plan(office, rows: int) -> Plan:
    plan = a_plan(office=office, targets=0, tasks=0)
    objectives, work = plan.sections.all()[1:3]
    add_targets(objectives, rows, office.programme)
    Target.objects.filter(section=objectives).update(responsible=office.police)
    add_tasks(work, rows, office.responsible_units)
    Section.objects.bulk_create([Section(plan=plan, order=n, heading=f"Phần {n}") for n in range(rows)])
    Citation.objects.bulk_create([Citation(plan=plan, order=n, text=f"Luật số {n}") for n in range(rows)])
    Recipient.objects.bulk_create(
        [Recipient(plan=plan, order=n, text=f"Nơi {n}", unit=office.front) for n in range(rows)]
    )
    return plan


def spots(plan: Plan) -> dict[str, object]:
    return {
        "plan": plan,
        "targets": plan.sections.get(kind=SectionKind.OBJECTIVES),
        "tasks": plan.sections.get(kind=SectionKind.ORGANISATION),
        "target": Target.objects.filter(section__plan=plan).first(),
    }


@pytest.mark.parametrize("spot", ["plan", "targets", "tasks", "target"])
def test_a_page_of_a_draft_costs_the_same_however_long_the_draft(office, lan, spot):
    desk = desk_of(lan)
    few = cost(desk, address(spots(grown_plan(office, FEW))[spot]))
    many = cost(desk, address(spots(grown_plan(office, MANY))[spot]))
    assert many == few
    assert few <= 25


@pytest.mark.parametrize("spot", ["plan", "targets", "tasks"])
def test_a_page_for_reading_only_costs_the_same_as_well(office, lan, spot):
    desk = desk_of(office.hung)
    few = cost(desk, address(spots(grown_plan(office, FEW))[spot]))
    assert cost(desk, address(spots(grown_plan(office, MANY))[spot])) == few


def test_a_task_given_to_many_costs_the_same(office, lan):
    desk, task = desk_of(lan), Task.objects.filter(section__plan=a_plan(office=office)).first()
    few = cost(desk, address(task))
    units = [
        Unit(name=f"Trường {n}", place=office.commune, function="school", search_key="truong")
        for n in range(MANY)
    ]
    Assignment.objects.bulk_create(
        [Assignment(task=task, unit=unit, role="partner") for unit in Unit.objects.bulk_create(units)]
    )
    assert cost(desk, address(task)) == few


def test_an_act_costs_the_same_however_many_acts_it_touches(office, keeper):
    desk, act = desk_of(keeper), an_act("1/2030/NĐ-CP")
    earlier = [an_act(f"{number}/2029/NĐ-CP") for number in range(MANY)]

    def touch(acts) -> None:
        ActRelation.objects.bulk_create(
            ActRelation(later=later, earlier=earlier, kind="amends")
            for other in acts
            for later, earlier in ((act, other), (other, act))
        )

    touch(earlier[:FEW])
    few = cost(desk, address(act))
    touch(earlier[FEW:])
    assert cost(desk, address(act)) == few
