"""Pages of the admin cost the same queries with three rows and with sixty."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from childlabour.core.clock import now
from childlabour.units.models import Officer, Place, SigningCapacity, Unit
from plans.content.values import ChargeMark, Content, Ground, Receiver, TaskMark
from plans.models import (
    Assignment,
    Charge,
    Citation,
    Document,
    Event,
    Issue,
    Recipient,
    StoredBlock,
    Task,
)
from targets.models import ActRelation, CalendarDay, LegalAct, Parameter, Programme, Target
from tests.admin.pages import address, as_shown, desk_of, list_of
from tests.cast import a_plan, a_programme, an_issued_plan, an_officer, revised
from tests.content import writing

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
    top = Document.objects.first()
    for unit in Unit.objects.filter(documents=None)[: how_many - Document.objects.count()]:
        document = an_issued_plan(unit, office=office, frozen=False, parent=top)
        Target.objects.filter(block__document=document).update(responsible=office.police)
        Event.objects.create(document=document, at=now(), action="issue", status_after=document.status)
        Issue.objects.create(document=document, snapshot={}, pdf=b"", sha256="", issued_at=now())


MODELS = (Document, Citation, StoredBlock, Recipient, Target, Task, Charge, Assignment, Event, Issue)
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


def grown_document(office, rows: int) -> Document:
    """A draft with so many rows of everything; `rows` headings, each with its unit and its duty."""
    duties = [
        block
        for number in range(rows)
        for block in (
            writing.clause(f"{number}.", "Công an", charge=ChargeMark((office.police.pk,), "Công an")),
            writing.paragraph("Rà soát.", "-", task=TaskMark(partners=(office.front.pk,))),
        )
    ]

    def grow(content: Content) -> Content:
        return replace(
            content,
            citations=tuple(Ground(f"Luật số {number}") for number in range(rows)),
            blocks=(*content.blocks, *duties),
            recipients=tuple(Receiver(f"Nơi {number}", unit=office.front.pk) for number in range(rows)),
        )

    return revised(a_plan(office=office, targets=rows, tasks=rows), grow)


def spots(document: Document) -> dict[str, object]:
    return {
        "document": document,
        "block": document.blocks.first(),
        "target": Target.objects.filter(block__document=document).first(),
        "task": Task.objects.filter(block__document=document).first(),
        "charge": Charge.objects.filter(block__document=document).first(),
    }


@pytest.mark.parametrize("spot", ["document", "block", "target", "task", "charge"])
@pytest.mark.parametrize("who", ["lan", "hung"])
def test_a_page_of_a_draft_costs_the_same_however_long_the_draft(office, who, spot):
    desk = desk_of(getattr(office, who))
    few = cost(desk, address(spots(grown_document(office, FEW))[spot]))
    many = cost(desk, address(spots(grown_document(office, MANY))[spot]))
    assert many == few
    assert few <= 25


def test_saving_one_line_of_a_draft_costs_the_same_however_long_the_draft(office, lan):
    desk = desk_of(lan)

    def of_saving(document: Document) -> int:
        sent = as_shown(desk.get(address(document)))
        sent["body_lines"] = sent["body_lines"].replace("Can thiệp sớm.", "Can thiệp kịp thời.")
        with CaptureQueriesContext(connection) as queries:
            assert desk.post(address(document), sent).status_code == 302
        return len(queries)

    few = of_saving(grown_document(office, FEW))
    assert of_saving(grown_document(office, MANY)) == few


def test_lists_of_marks_leave_the_words_of_blocks_where_they_are(office, keeper):
    grown_document(office, FEW)
    desk = desk_of(keeper)
    for model in (Target, Task, Charge, Assignment):
        with CaptureQueriesContext(connection) as queries:
            desk.get(list_of(model))
        assert not [query["sql"] for query in queries if '"runs"' in query["sql"]], model


def test_a_task_given_to_many_costs_the_same(office, lan):
    desk, task = desk_of(lan), Task.objects.filter(block__document=a_plan(office=office)).first()
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
