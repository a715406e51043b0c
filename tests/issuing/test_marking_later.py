"""A target that was overlooked is marked after the issue, work is given to units: words and what was issued stay."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, transaction

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.units.models import Unit, UnitSuccession
from plans.content.asking import content_of, recall_blocks, remember_blocks
from plans.content.values import Block, ChargeMark, Content, TargetMark, TaskMark, TextRun, marked, plain
from plans.followup.passing_on import Commission, give
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing import triggers
from plans.issuing.standing import faults_of_rows
from plans.issuing.workflow import perform
from plans.law.blocks import BlockType
from plans.models import Action, Assignment, Charge, Document, Event, Issue, Status, StoredBlock, Task
from plans.paper.files import Format, file_of
from plans.signatures.pdf_files import attachments_of
from targets.models import Indicator, Target
from targets.statements import parse
from tests.cast import a_plan, an_officer, revised
from tests.drafting.test_saving import retyped, saved
from tests.issuing.way import carried_over, issued
from tests.measuring.answers import a_period, answered, of

pytestmark = pytest.mark.django_db

SENTENCE = "80% cha mẹ được tư vấn"
LINE = f"Phấn đấu {SENTENCE} trong năm."


def with_line(content: Content) -> Content:
    """A paragraph that promises something, and one to be done, which nobody marked."""
    lines = (
        Block("overlooked", BlockType.PARAGRAPH, 2, "-", (TextRun(LINE),)),
        Block("to-do", BlockType.PARAGRAPH, 2, "-", (TextRun("Rà soát các cơ sở sản xuất."),)),
    )
    return replace(content, blocks=(content.blocks[0], *lines, *content.blocks[1:]))


@pytest.fixture
def document(office) -> Document:
    return issued(office, revised(a_plan(office=office, tasks=2), with_line))


def block_of(content: Content, key: str) -> Block:
    return next(block for block in content.blocks if block.key == key)


def changed(content: Content, key: str, **fields) -> Content:
    return replace(
        content,
        blocks=tuple(replace(block, **fields) if block.key == key else block for block in content.blocks),
    )


def with_target(content: Content, **mark) -> Content:
    start = LINE.index(SENTENCE)
    runs = marked(block_of(content, "overlooked").runs, start, start + len(SENTENCE), "later-1")
    target = TargetMark("later-1", SENTENCE, parse(SENTENCE), **mark)
    return changed(content, "overlooked", runs=runs, targets=(target,))


def with_task(content: Content, *units: int) -> Content:
    return changed(content, "to-do", task=TaskMark(lead=units))


def mark(document: Document, officer, change) -> Document:
    return perform(Action.MARK, document, officer, marked=change)


def is_sound(document: Document) -> bool:
    return list(faults_of_rows(Issue.objects.get(document=document))) == []


# ── Added ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_target_overlooked_is_marked_and_the_papers_stay(office, document):
    before = StoredBlock.objects.filter(document=document).values_list()
    bytes_before, rows = file_of(document, Format.PDF).content, list(before.order_by("pk"))
    mark(document, office.lan, with_target)
    document = Document.objects.get(pk=document.pk)
    content = content_of(document)
    (target,) = block_of(content, "overlooked").targets
    assert target.added_at and target.statement.value == 80
    assert [run.text for run in block_of(content, "overlooked").runs if "later-1" in run.marks] == [SENTENCE]
    assert file_of(document, Format.PDF).content == bytes_before
    assert list(before.order_by("pk")) == rows, "not a byte of a block"
    assert is_sound(document)


def test_its_event_says_what_was_added_and_by_whom(office, document):
    mark(document, office.hung, with_target)
    event = Event.objects.filter(document=document).latest("pk")
    assert (event.action, event.officer_name) == (Action.MARK, str(office.hung))
    assert event.reason == f"Thêm: chỉ tiêu “{SENTENCE}”."


def test_a_task_so_marked_is_among_the_tasks_of_its_unit(office, document):
    mark(document, office.lan, lambda content: with_task(content, office.people_of_tan_thanh.pk))
    task = Task.objects.get(block__document=document, block__key="to-do")
    assert task.added_at and task.name == "Rà soát các cơ sở sản xuất."
    (given,) = task.assignments.all()
    assert given in Assignment.objects.given_to(office.pao)
    ASSIGNMENTS.perform(Move.RECEIVE, given, office.pao)
    assert is_sound(document)


def test_a_task_that_named_nobody_is_given_to_units(office):
    """As of a document carried over from paper: its tasks are frozen, whom they go to was in nobody's hands."""
    document = revised(a_plan(office=office, tasks=1), lambda content: with_task(with_line(content)))
    document = issued(office, document)
    there = Task.objects.get(block__document=document, block__key="to-do")
    assert not there.assignments.exists()
    units = (office.people_of_tan_thanh.pk,)
    mark(document, office.lan, lambda content: changed(content, "to-do", charge=ChargeMark(units)))
    (given,) = there.assignments.all()
    assert given.unit == office.people_of_tan_thanh and given.is_inherited and given.added_at
    assert is_sound(document)


def test_on_a_paper_of_old_times_too(office):
    document = carried_over(office)
    key = content_of(document).blocks[0].key
    mark(document, office.lan, lambda content: changed(content, key, task=TaskMark()))
    assert Task.objects.filter(block__document=document, added_at__isnull=False).exists()


def test_who_leads_the_office_that_came_after_marks_too(office, document):
    """The district ends; whoever leads its successor goes on."""
    heir = Unit.objects.create(
        name="Ủy ban nhân dân xã Hữu Lũng", short_name="UBND xã Hữu Lũng", symbol="UBND", place=office.commune
    )
    Unit.objects.filter(pk=office.committee.pk).update(valid_to=today() - timedelta(days=1))
    UnitSuccession.objects.create(old=office.committee, new=heir, kind="merged")
    leader = an_officer("vinh", "Nông Văn Vinh", heir, is_leader=True)
    assert mark(document, leader, with_target).status == Status.ISSUED
    with pytest.raises(Refusal, match="không có quyền"):
        perform(Action.REVOKE, document, leader, reason="Trái thẩm quyền.")


def test_a_target_overlooked_before_one_that_was_issued(office):
    """In one line: the one that was issued stays as it is, also where its order or its group is told otherwise now."""
    document = issued(office, revised(a_plan(office=office, tasks=2), with_line_that_promises_twice))
    Document.objects.filter(pk=document.pk).update(programme=None)
    frozen = Target.objects.filter(block__document=document, mark="issued").values()
    before = list(frozen)
    mark(document, office.lan, with_target_before)
    assert list(frozen) == before and before[0]["group_id"]
    document = Document.objects.get(pk=document.pk)
    assert [target.id for target in block_of(content_of(document), "twice").targets] == ["issued", "later-1"]
    promised = [target.id for _, target in content_of(document).targets]
    assert promised.index("later-1") + 1 == promised.index("issued"), "lists follow the words"
    assert is_sound(document)


ISSUED_ONE = "90% cán bộ được tập huấn"
TWICE = f"{SENTENCE}; {ISSUED_ONE}."


def with_line_that_promises_twice(content: Content) -> Content:
    start = TWICE.index(ISSUED_ONE)
    runs = marked((TextRun(TWICE),), start, start + len(ISSUED_ONE), "issued")
    target = TargetMark("issued", ISSUED_ONE, parse(ISSUED_ONE), group="MT1")
    line = Block("twice", BlockType.PARAGRAPH, 2, "-", runs, targets=(target,))
    return replace(content, blocks=(content.blocks[0], line, *content.blocks[1:]))


def with_target_before(content: Content) -> Content:
    line = block_of(content, "twice")
    later = TargetMark("later-1", SENTENCE, parse(SENTENCE))
    runs = marked(line.runs, 0, len(SENTENCE), "later-1")
    return changed(content, "twice", runs=runs, targets=(later, *line.targets))


def test_a_head_that_was_issued_with_an_empty_line(office):
    """Nobody reads the line, and nobody takes it out."""
    plan = revised(a_plan(office=office, tasks=1), with_line)
    Document.objects.filter(pk=plan.pk).update(signature_lines="TM. ỦY BAN NHÂN DÂN\n\nPHÓ CHỦ TỊCH")
    document = issued(office, Document.objects.get(pk=plan.pk))
    document = mark(document, office.lan, with_target)
    document.refresh_from_db()
    assert document.signature_lines == "TM. ỦY BAN NHÂN DÂN\n\nPHÓ CHỦ TỊCH"
    assert is_sound(document)


def test_who_leads_a_later_task_comes_to_co_operate(office, document):
    """A row of work in somebody's hands never changes: the work is given anew."""
    unit = office.people_of_tan_thanh.pk
    mark(document, office.lan, lambda content: with_task(content, unit))
    mark(
        document,
        office.lan,
        lambda content: changed(
            content, "to-do", task=replace(block_of(content, "to-do").task, lead=(), partners=(unit,))
        ),
    )
    given = Assignment.objects.get(task__block__key="to-do")
    assert (given.unit_id, given.role) == (unit, "partner") and given.added_at
    assert is_sound(document)


def test_a_later_heading_that_names_the_units_of_before(office):
    """What was given with the document is theirs since then, not since the heading says so, too."""
    document = issued(office, revised(a_plan(office=office, tasks=2), given_by_their_heading))
    block, _ = next(iter(content_of(document).tasks))
    (given,) = Assignment.objects.filter(task__block__key=block.key, task__block__document=document)
    mark(
        document,
        office.lan,
        lambda content: changed(content, block.key, charge=ChargeMark((given.unit_id,))),
    )
    given.refresh_from_db()
    assert given.added_at is None and given.is_inherited
    assert is_sound(document)


def test_exports_show_it_in_its_place_beside_what_was_frozen(office, document):
    mark(document, office.lan, with_target)
    mark(document, office.lan, lambda content: with_task(content, office.people_of_tan_thanh.pk))
    Unit.objects.filter(pk=office.people_of_tan_thanh.pk).update(name="Tên mới của xã")
    document = Document.objects.get(pk=document.pk)
    data = json.loads(file_of(document, Format.JSON).content)
    assert [target["text"] for target in data["targets"] if target["added_at"]] == [SENTENCE]
    (later,) = (task for task in data["tasks"] if task["added_at"])
    assert (later["text"], later["lead"]) == (
        "Rà soát các cơ sở sản xuất.",
        ["Tên mới của xã"],
    )
    assert [task["block"] for task in data["tasks"]] == ["to-do", "k11", "k14"], "in the order of the paper"
    assert data["tasks"][1]["lead"] == ["Ủy ban nhân dân xã Tân Thành"], "by the name of its day"
    ((_, attached),) = attachments_of(file_of(document, Format.PDF).content)
    assert SENTENCE not in [target["text"] for target in json.loads(attached)["targets"]]
    text = file_of(document, Format.TEXT).content.decode().splitlines()
    assert f"- {LINE}" in text and text[-1] == "Vi Văn Hùng"


# ── Taken away again ─────────────────────────────────────────────────────────────────────────────────


def test_what_was_added_is_taken_away_by_the_same_people_with_its_event(office, document):
    mark(document, office.lan, with_target)
    mark(document, office.lan, lambda content: with_task(content, office.people_of_tan_thanh.pk))

    def without(content):
        runs = (TextRun(plain(block_of(content, "overlooked").runs)),)
        return changed(changed(content, "overlooked", runs=runs, targets=()), "to-do", task=None)

    mark(document, office.lan, without)
    assert not Target.objects.filter(mark="later-1").exists()
    assert not Task.objects.filter(block__key="to-do").exists()
    said = Event.objects.filter(document=document).latest("pk").reason
    assert said == f"Bỏ: chỉ tiêu “{SENTENCE}”; nhiệm vụ “Rà soát các cơ sở sản xuất.”."
    assert is_sound(document)


def test_a_target_with_figures_stays(office, document):
    mark(document, office.lan, with_target)
    target = Target.objects.get(mark="later-1")
    answered(a_period("2023"), office.people_of_tan_thanh, target, of(3, 4))

    def without(content):
        runs = (TextRun(plain(block_of(content, "overlooked").runs)),)
        return changed(content, "overlooked", runs=runs, targets=())

    with pytest.raises(Refusal, match="đã có số liệu báo cáo"):
        mark(document, office.lan, without)
    assert Target.objects.filter(pk=target.pk).exists()


def test_what_was_answered_stays(office, document):
    mark(document, office.lan, lambda content: with_task(content, office.people_of_tan_thanh.pk))
    given = Assignment.objects.get(task__block__key="to-do")
    ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text="Đã rà soát 12 cơ sở.")
    with pytest.raises(Refusal, match="đã trả lời nhiệm vụ “Rà soát"):
        mark(document, office.lan, lambda content: changed(content, "to-do", task=None))
    assert Assignment.objects.filter(pk=given.pk).exists()


# ── Refused ──────────────────────────────────────────────────────────────────────────────────────────


def _other_words(content):
    return changed(content, "overlooked", runs=(TextRun("Chữ khác."),))


def _other_look(content):
    return changed(content, "overlooked", runs=(TextRun(LINE, bold=True),))


def _without_a_frozen_target(content):
    block, _ = next(iter(content.targets))
    return changed(content, block.key, targets=(), runs=(TextRun(plain(block.runs)),))


def _frozen_target_said_to_be_later(content):
    block, target = next(iter(content.targets))
    return changed(content, block.key, targets=(replace(target, added_at="2023-01-01T00:00:00+00:00"),))


def _other_units(content):
    block, task = next(iter(content.tasks))
    return changed(content, block.key, task=replace(task, lead=()))


def _a_block_more(content):
    return replace(content, blocks=(*content.blocks, replace(content.blocks[-1], key="more")))


def _other_recipients(content):
    return replace(content, recipients=())


@pytest.mark.parametrize(
    "change",
    [
        _other_words,
        _other_look,
        _without_a_frozen_target,
        _frozen_target_said_to_be_later,
        _other_units,
        _a_block_more,
        _other_recipients,
    ],
)
def test_neither_words_nor_what_was_issued_change(office, document, change):
    with pytest.raises(Refusal, match="không đổi được"):
        mark(document, office.lan, change)
    assert is_sound(document)


def test_a_heading_does_not_take_over_what_was_given_with_the_document(office):
    document = issued(office, revised(a_plan(office=office, tasks=2), given_by_their_heading))
    block, task = next(iter(content_of(document).tasks))
    assert not task.lead
    with pytest.raises(Refusal, match="đã giao cho đơn vị khi ban hành"):
        mark(
            document,
            office.lan,
            lambda content: changed(content, block.key, charge=ChargeMark((office.police.pk,))),
        )


def given_by_their_heading(content: Content) -> Content:
    first, task = next(iter(content.tasks))
    place = content.blocks.index(first)
    content = changed(content, first.key, level=3, task=replace(task, lead=(), given=frozenset()))
    charge = ChargeMark(task.lead, "Công an huyện")
    heading = Block("heading", BlockType.CLAUSE, 2, "1.", (TextRun("Công an huyện"),), charge=charge)
    return replace(content, blocks=(*content.blocks[:place], heading, *content.blocks[place:]))


def test_nothing_new_is_no_mark(office, document):
    with pytest.raises(Refusal, match="Chưa có gì khác"):
        mark(document, office.lan, lambda content: content)
    with pytest.raises(Refusal, match="Chưa đánh dấu gì"):
        perform(Action.MARK, document, office.lan)


def test_others_do_not_mark(office, document):
    for officer in (office.thu, office.pao):
        with pytest.raises(Refusal, match="không có quyền"):
            mark(document, officer, with_target)


def test_a_draft_is_not_marked_so(office):
    with pytest.raises(Refusal, match="Không đánh dấu nội dung được"):
        mark(a_plan(office=office), office.lan, lambda content: content)


# ── What the database says ───────────────────────────────────────────────────────────────────────────


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except (IntegrityError, InternalError) as fault:
        return triggers.REFUSAL in str(fault)
    return False


def test_the_database_lets_later_marks_alone_come_and_go(office, document):
    mark(document, office.lan, with_target)
    mark(document, office.lan, lambda content: with_task(content, office.people_of_tan_thanh.pk))
    later = Target.objects.get(mark="later-1")
    frozen = Target.objects.filter(block__document=document, added_at=None).first()
    assert refused(lambda: Target.objects.filter(pk=later.pk).update(added_at=None)), "made to look issued"
    assert refused(lambda: Target.objects.filter(pk=frozen.pk).update(added_at=later.added_at))
    assert refused(lambda: Target.objects.filter(pk=frozen.pk).delete())
    assert refused(lambda: Target.objects.create(block=later.block, mark="x", sentence="Thêm lén"))
    assert refused(lambda: Task.objects.create(block=later.block, name="Thêm lén"))
    assert refused(lambda: Charge.objects.create(block=later.block))
    given = Assignment.objects.get(task__block__key="to-do")
    assert refused(lambda: Assignment.objects.filter(pk=given.pk).update(unit=office.police)), (
        "never another unit"
    )
    assert refused(lambda: Assignment.objects.filter(pk=given.pk).update(role="partner")), "nor another role"
    assert refused(lambda: Assignment.objects.create(task=given.task, unit=office.police))


def test_what_came_later_without_its_step_is_found(office, document):
    mark(document, office.lan, with_target)
    later = Target.objects.get(mark="later-1")
    other = issued(office, a_plan(office=office, title="Kế hoạch khác"))
    block = other.blocks.first()
    Target.objects.create(
        block=block, mark="x", sentence="Thêm lén", added_at=later.added_at, span=[[0, 0, 3]]
    )
    assert FORGED in faults_of_rows(Issue.objects.get(document=other))


FORGED = "chỉ tiêu, nhiệm vụ đánh dấu sau khi ban hành khác với diễn biến đã ghi"


def _one_more(document):
    later = Target.objects.get(block__document=document, mark="later-1")
    Target.objects.create(
        block=document.blocks.first(),
        mark="x",
        sentence="Thêm lén",
        added_at=later.added_at,
        span=[[0, 0, 3]],
    )


def _another_value(document):
    Target.objects.filter(block__document=document, mark="later-1").update(value=8)


def _none_left(document):
    Target.objects.filter(block__document=document, mark="later-1").delete()


@pytest.mark.parametrize("forge", [_one_more, _another_value, _none_left])
def test_also_where_something_else_came_by_its_step(office, document, forge):
    mark(document, office.lan, with_target)
    assert is_sound(document)
    forge(document)
    assert list(faults_of_rows(Issue.objects.get(document=document))) == [FORGED]


# ── What stands elsewhere ────────────────────────────────────────────────────────────────────────────


def carrying_out(upper: Target, **mark):
    """Every target of a plan carries out the one above."""

    def change(content: Content) -> Content:
        return replace(
            content,
            blocks=tuple(
                replace(block, targets=tuple(replace(one, upper=upper.pk, **mark) for one in block.targets))
                for block in content.blocks
            ),
        )

    return change


def without_later(content: Content) -> Content:
    runs = (TextRun(plain(block_of(content, "overlooked").runs)),)
    return changed(content, "overlooked", runs=runs, targets=())


def test_a_later_target_above_goes_and_what_carried_it_out_is_still_as_issued(office, document):
    mark(document, office.lan, with_target)
    upper = Target.objects.get(mark="later-1")
    below = issued(
        office,
        revised(
            a_plan(office=office, title="Kế hoạch khác"),
            carrying_out(upper, weaker_reason="Địa bàn khó khăn."),
        ),
    )
    mark(document, office.lan, without_later)
    assert not Target.objects.filter(block__document=below, upper__isnull=False).exists()
    assert is_sound(below)


def test_what_the_database_lets_change_is_no_fault(office, document):
    """Links to other rows and notes that are not printed; the words and the figures are."""
    indicator = Indicator.objects.create(
        group=office.programme.groups.get(code="MT1"), code="X.1", name="Số cha mẹ", roll_up="sum"
    )
    targets = Target.objects.filter(block__document=document)
    assert targets.update(weaker_reason="Địa bàn khó khăn.", indicator=indicator)
    assert is_sound(document)


@pytest.fixture
def draft(office, document) -> Document:
    """Its one target carries out a later one above."""
    mark(document, office.lan, with_target)
    draft = a_plan(office=office, targets=1, title="Kế hoạch khác")
    return revised(draft, carrying_out(Target.objects.get(mark="later-1")))


def test_a_draft_that_carried_it_out_is_written_on(office, document, draft):
    """Its body was remembered with the target above, which is there no more."""
    saved(draft, "body", retyped(draft, office.lan, "Trên 51%", "Trên 52%"), office.lan)
    mark(document, office.lan, without_later)
    saved(draft, "body", retyped(draft, office.lan, "Trên 52%", "Trên 53%"), office.lan)
    ((_, target),) = content_of(Document.objects.get(pk=draft.pk)).targets
    assert target.statement.value == 53 and target.upper is None


def test_a_line_that_was_taken_out_comes_back_without_it(office, document, draft):
    ((line, _),) = content_of(draft).targets
    saved(draft, "body", retyped(draft, office.lan, f"{line.printed}\n", ""), office.lan)
    mark(document, office.lan, without_later)
    last = content_of(draft).blocks[-1].printed
    saved(draft, "body", retyped(draft, office.lan, last, f"{line.printed}\n{last}"), office.lan)
    ((block, target),) = content_of(Document.objects.get(pk=draft.pk)).targets
    assert block.key == line.key and target.upper is None


def test_a_draft_forgets_an_indicator_that_is_gone(office):
    group = office.programme.groups.get(code="MT1")
    indicator = Indicator.objects.create(
        group=group, code="X.1", name="Tỷ lệ cha mẹ được tư vấn", roll_up="sum"
    )

    def measured(content: Content) -> Content:
        block, target = next(iter(content.targets))
        return changed(content, block.key, targets=(replace(target, indicator="X.1"),))

    draft = revised(a_plan(office=office), measured)
    remember_blocks(draft, content_of(draft).blocks)
    indicator.delete()
    draft = Document.objects.get(pk=draft.pk)
    recall_blocks(draft)
    assert [target.indicator for _, target in content_of(draft).targets if target.indicator] == []


# ── Work that was given beside the words ─────────────────────────────────────────────────────────────


def test_a_mark_is_not_taken_away_under_work_that_was_given_beside_the_words(office, document):
    mark(document, office.lan, lambda content: with_task(content))
    task = Task.objects.get(block__document=document, block__key="to-do")
    give(task, Commission((office.front,), due_on=today() + timedelta(days=9)), office.lan)
    assert is_sound(document)
    with pytest.raises(Refusal, match="đã trả lời nhiệm vụ"):
        mark(document, office.lan, lambda content: changed(content, "to-do", task=None))
    units = (office.front.pk,)
    with pytest.raises(Refusal, match="ngoài văn bản: không đánh dấu nữa"):
        mark(document, office.lan, lambda content: changed(content, "to-do", charge=ChargeMark(units)))
    mark(document, office.lan, lambda content: with_target(content))  # anything else still is
    assert Assignment.objects.filter(task=task, unit=office.front).exists()
