"""From what is kept to the paper: the same words, a fixed number of queries, and the data beside it."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from childlabour.units.models import Place, Unit
from plans.content.asking import content_of
from plans.content.laying import lay
from plans.content.shapes import content_from
from plans.content.values import ChargeMark, Content, Ground, Receiver, TargetMark, TaskMark, TextRun
from plans.models import Document
from plans.paper.compose import paper_of
from plans.paper.text import to_text
from targets.statements import parse
from tests.content.writing import annex, clause, note, paragraph, part, row, table

pytestmark = pytest.mark.django_db
MOST_QUERIES = 11
PROMISE = "Trên 72% trẻ em có nguy cơ được hỗ trợ"


@pytest.fixture
def units():
    place = Place.objects.create(code="00001", name="Xã Tân Thành", level="commune")
    make = Unit.objects.create
    return [
        make(name=name, short_name=name, symbol="UBND", place=place, seat="Tân Thành")
        for name in ("Ủy ban nhân dân xã Tân Thành", "Công an xã", "Trạm Y tế xã")
    ]


@pytest.fixture
def plan(units):
    return Document.objects.create(
        unit=units[0], title="Phòng ngừa lao động trẻ em năm 2026", period_from=2026, period_to=2026
    )


def content(units, lines: int = 1) -> Content:
    _, police, clinic = (unit.pk for unit in units)
    promise = TargetMark("t1", PROMISE, parse(PROMISE), responsible=police)
    return Content(
        title="Phòng ngừa lao động trẻ em năm 2026",
        citations=(Ground("Căn cứ Luật Trẻ em", "Luật", "102/2016/QH13", date(2016, 4, 5), "Quốc hội"),),
        blocks=(
            part("I.", "Mục tiêu", "p1"),
            paragraph(
                (TextRun("72%", bold=True, marks=("t1",)), TextRun(" trẻ em;")), "-", "b1", targets=(promise,)
            ),
            clause("1.", "Trạm Y tế xã", "c1", charge=ChargeMark(units=(clinic,))),
            paragraph("Khám sức khỏe.", "-", "k1", task=TaskMark(partners=(police,), due_text="Quý II/2026")),
            note("1", "Theo Luật Trẻ em.", "n1"),
            *(paragraph(f"Việc thứ {n}.", "-", f"l{n}", task=TaskMark(lead=(police,))) for n in range(lines)),
            annex("Phụ lục", "Kinh phí", "a1"),
            table(50, 50, key="tb"),
            row("Nguồn", "Số tiền", key="r1"),
        ),
        recipients=(Receiver("Công an xã", unit=police), Receiver("Lưu: VT")),
        signature_lines=("CHỦ TỊCH",),
        signer="Vi Văn Hùng",
    )


def queries_of(pk: int) -> int:
    document = Document.objects.get(pk=pk)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        paper_of(document)
    return len(asked)


def test_the_paper_says_what_was_laid_and_nothing_that_hangs_on_it(plan, units):
    lay(content(units), plan)
    paper = paper_of(Document.objects.get(pk=plan.pk))
    assert [block.printed for block in paper.blocks] == [block.printed for block in content(units).blocks]
    assert paper.blocks[1].runs[0].bold
    assert not any(b.targets or b.task or b.charge or any(r.marks for r in b.runs) for b in paper.blocks)
    assert paper.draft and not paper_of(plan, signing_copy=True).draft
    assert paper.enclosed.startswith("(Kèm theo Kế hoạch số      /KH-UBND ngày")


def test_a_paper_of_any_length_takes_the_same_queries(plan, units):
    lay(content(units), plan)
    short = queries_of(plan.pk)
    lay(content(units, lines=120), plan)
    assert queries_of(plan.pk) == short <= MOST_QUERIES


def test_the_data_list_targets_and_tasks_in_the_order_of_the_paper_with_names(plan, units):
    lay(content(units), plan)
    source = json.loads(json.dumps(paper_of(Document.objects.get(pk=plan.pk)).source))
    assert source["version"] == 2
    assert source["targets"] == [
        {
            "text": PROMISE,
            "comparator": ">",
            "value": "72",
            "unit": "%",
            "population": "trẻ em có nguy cơ",
            "condition": "",
            "horizon": None,
            "group": None,
            "responsible": "Công an xã",
            "block": "b1",
            "added_at": None,
        }
    ]
    assert source["tasks"] == [
        {
            "text": "Khám sức khỏe.",
            "lead": ["Trạm Y tế xã"],
            "partners": ["Công an xã"],
            "due": None,
            "due_text": "Quý II/2026",
            "product": "",
            "block": "k1",
            "added_at": None,
        },
        {
            "text": "Việc thứ 0.",
            "lead": ["Công an xã"],
            "partners": [],
            "due": None,
            "due_text": "",
            "product": "",
            "block": "l0",
            "added_at": None,
        },
    ]
    assert source["citations"][0]["date"] == "2016-04-05"
    assert source["recipients"] == ["Công an xã", "Lưu: VT"]


def test_the_data_are_a_content_that_can_be_laid_again(plan, units):
    lay(content(units), plan)
    document = Document.objects.get(pk=plan.pk)
    kept = content_of(document)
    read = content_from(paper_of(document).source)
    assert replace(read, recipients=()) == replace(kept, recipients=())
    assert [receiver.text for receiver in read.recipients] == ["Công an xã", "Lưu: VT"]


def test_the_text_of_a_draft_leaves_nothing_of_its_words_out(plan, units):
    lay(content(units), plan)
    text = to_text(paper_of(Document.objects.get(pk=plan.pk)))
    for block in content(units).blocks:
        assert block.printed in text
