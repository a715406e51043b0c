"""Four ways to a new draft, each laid by the one writer; blocks remember what they were brought from."""

import re
from dataclasses import replace
from datetime import date

import pytest

from childlabour.core.errors import Refusal
from childlabour.units.models import Unit
from plans.content.asking import content_of
from plans.content.values import CameFrom, Cell, ChargeMark, Content, TableColumn, TaskMark, TextRun, span_of
from plans.content.words import words_of_content
from plans.drafting.marking import with_block
from plans.drafting.moving_on import Shift, moved_on, years_on
from plans.drafting.starting import (
    CLOSING,
    Start,
    start_blank,
    start_from_last_year,
    start_from_programme,
    start_from_upper,
    start_of_old_times,
)
from plans.law.blocks import BlockType
from plans.models import Assignment, Document, Kind, Origin, Status, Task
from targets.models import Target
from tests.cast import a_plan, a_target, an_issued_plan, revised
from tests.content.writing import cell, clause, note, paragraph, part, row, table

pytestmark = pytest.mark.django_db


def for_2024(office) -> Start:
    return Start(office.committee, 2024, office.lan)


def of_the_commune(office) -> Start:
    return Start(office.people_of_tan_thanh, 2023, office.pao)


def targets_of(document):
    return Target.objects.filter(block__document=document)


def tasks_of(document):
    return Task.objects.filter(block__document=document)


def texts_of(document: Document) -> list[str]:
    return [block.printed for block in content_of(document).blocks]


def saying(*blocks, title: str = "Kế hoạch năm 2023") -> Content:
    return Content(title=title, blocks=blocks)


def one_year_on(*blocks, last: int = 2023) -> tuple:
    return moved_on(saying(*blocks), Shift(1, last, last)).blocks


# ── Blank ────────────────────────────────────────────────────────────────────────────────────────


def test_a_blank_draft_has_the_four_usual_parts_and_no_number(office):
    document = start_blank(for_2024(office))
    assert texts_of(document) == [
        "I. Mục đích, yêu cầu",
        "II. Mục tiêu",
        "III. Nhiệm vụ, giải pháp",
        "IV. Tổ chức thực hiện",
        CLOSING,
    ]
    assert (document.status, document.number) == (Status.DRAFT, None)
    assert [line.text for line in content_of(document).recipients] == ["Lưu: VT, LĐTBXH"]


def test_a_paper_of_old_times_has_the_parts_without_words_of_ours(office):
    document = start_of_old_times(for_2024(office), "Về công tác trẻ em", Kind.DECISION)
    assert (document.kind, document.origin, document.title) == (
        Kind.DECISION,
        Origin.CARRIED_OVER,
        "Về công tác trẻ em",
    )
    assert CLOSING not in texts_of(document)


def test_nobody_starts_a_draft_for_another_unit(office):
    with pytest.raises(Refusal, match="soạn thảo của đơn vị"):
        start_blank(Start(office.committee, 2024, office.mai))
    assert not Document.objects.filter(unit=office.committee).exists()


def test_a_unit_that_ended_last_year_writes_no_new_plan(office):
    office.committee.valid_to = date(2025, 6, 30)
    office.committee.save()
    with pytest.raises(Refusal, match="không còn hoạt động"):
        start_blank(Start(office.committee, 2026, office.lan))


# ── Last year's plan ─────────────────────────────────────────────────────────────────────────────


def test_last_years_plan_moves_on_by_a_year(office):
    old = a_plan(office.committee, title="Thực hiện Chương trình năm 2023", period_from=2023, period_to=2023)
    new = start_from_last_year(for_2024(office), old)
    assert new.title == "Thực hiện Chương trình năm 2024"
    assert (new.period_from, new.period_to) == (2024, 2024)
    assert targets_of(new).count() == targets_of(old).count() > 0
    assert set(targets_of(new).values_list("horizon", flat=True)) == {2024}
    assert set(tasks_of(new).values_list("due_on", flat=True)) == {date(2024, 11, 30)}
    given = Assignment.objects.filter(task__block__document=new).values_list("unit_id", "role")
    assert sorted(given) == sorted(
        Assignment.objects.filter(task__block__document=old).values_list("unit_id", "role")
    )
    assert targets_of(old).exists(), "the old plan keeps its own rows"


def test_what_was_no_task_last_year_is_none_this_year(office):
    old = a_plan(office.committee)
    first, *_ = content_of(old).blocks
    revised(old, lambda content: with_block(content, replace(first, declined=frozenset({"task"}))))
    new = start_from_last_year(for_2024(office), old)
    assert content_of(new).blocks[0].declined == {"task"}


def test_every_block_of_last_years_plan_is_remembered_under_its_key(office):
    old = a_plan(office.committee)
    new = start_from_last_year(for_2024(office), old)
    sources = [block.source for block in content_of(new).blocks]
    assert sources == [CameFrom(old.pk, block.key) for block in content_of(old).blocks]


def test_what_was_signed_by_others_is_signed_by_its_own_people(office):
    others = a_plan(office.other_committee)
    assert content_of(start_from_last_year(for_2024(office), others)).signature_lines == ()
    own = a_plan(office.committee)
    assert start_from_last_year(for_2024(office), own).signer == "Vi Văn Hùng"


def test_a_unit_that_has_ended_stays_in_the_words_and_in_the_work_for_the_check_to_name(office):
    old = a_plan(office.committee, tasks=2)
    office.police.valid_to = date(2023, 12, 31)
    office.police.save()
    new = start_from_last_year(for_2024(office), old)
    assert Assignment.objects.filter(task__block__document=new, unit=office.police).exists()


def test_why_last_year_was_weaker_is_no_reason_for_this_year(office):
    old = a_plan(office.committee, targets=1)
    targets_of(old).update(weaker_reason="Mới tách xã")
    assert targets_of(start_from_last_year(for_2024(office), old)).get().weaker_reason == ""


@pytest.mark.parametrize("last, still", [(2023, False), (2025, True)])
def test_a_target_goes_on_carrying_out_the_one_above_as_long_as_its_plan_runs(office, last, still):
    upper = an_issued_plan(office.committee, frozen=False, targets=1, period_to=last)
    above = targets_of(upper).get()
    old = a_plan(office.people_of_tan_thanh, targets=1, parent=upper)
    targets_of(old).update(upper=above)
    new = start_from_last_year(Start(office.people_of_tan_thanh, 2024, office.pao), old)
    assert (new.parent, targets_of(new).get().upper) == ((upper, above) if still else (None, None))


YEARS = {
    "nhiệm vụ năm 2023": "nhiệm vụ năm 2024",
    "kết quả năm 2022 và năm 2023": "kết quả năm 2023 và năm 2024",
    "trong Quý II/2023 và quý 3/2023": "trong Quý II/2024 và quý 3/2024",
    "xong trong tháng 6/2023": "xong trong tháng 6/2024",
    "hoàn thành trước ngày 30/11/2023": "hoàn thành trước ngày 30/11/2024",
    "Báo cáo kết quả về UBND huyện trước ngày 15/01/2024.": "Báo cáo kết quả về UBND huyện trước ngày 15/01/2025.",
    "Kế hoạch ngày 26 tháng 5 năm 2023": "Kế hoạch ngày 26 tháng 5 năm 2023",
    "Kế hoạch số 10/KH-UBND ngày 26/5/2023": "Kế hoạch số 10/KH-UBND ngày 26/5/2023",
    "ngày 26 tháng 5/2023": "ngày 26 tháng 5/2023",
    "Chương trình giai đoạn 2021-2025, định hướng đến năm 2030": (
        "Chương trình giai đoạn 2021-2025, định hướng đến năm 2030"
    ),
    "đến năm 2025 đạt 90%": "đến năm 2025 đạt 90%",
    "Hướng dẫn số 2023/HD": "Hướng dẫn số 2023/HD",
    "trong tháng 6 năm 2023": "trong tháng 6 năm 2024",
    "Luật Trẻ em năm 2016, so với năm 2020": "Luật Trẻ em năm 2016, so với năm 2020",
}


@pytest.mark.parametrize("before", YEARS)
def test_years_that_are_spoken_of_move_on_and_days_of_acts_stay(before):
    assert years_on(before, Shift(1, 2023, 2023)) == YEARS[before]


def test_what_a_plan_of_several_years_aims_at_moves_with_its_period():
    assert years_on("đến năm 2025 đạt 90%", Shift(5, 2021, 2025)) == "đến năm 2030 đạt 90%"


def test_a_year_in_two_looks_moves_as_one_and_keeps_both():
    runs = (TextRun("Nhiệm vụ năm 20"), TextRun("23", bold=True), TextRun(" của huyện", italic=True))
    (moved,) = one_year_on(paragraph(runs))
    assert moved.runs == (
        TextRun("Nhiệm vụ năm 20"),
        TextRun("24", bold=True),
        TextRun(" của huyện", italic=True),
    )


def test_marks_stay_on_the_words_they_lie_on_and_say_the_new_year():
    promise = a_target("t", year=2023)
    promise = replace(promise, sentence="Trên 72% cán bộ được tập huấn trong năm 2023")
    words = (TextRun("- "), TextRun(promise.sentence, marks=("t",)), TextRun("; xong trước 30/6/2023"))
    (moved,) = one_year_on(paragraph(words, targets=(promise,)))
    (mark,) = moved.targets
    assert span_of(moved, "t") == mark.sentence == "Trên 72% cán bộ được tập huấn trong năm 2024"
    assert mark.statement.horizon == 2024


def test_what_is_aimed_at_beyond_the_plan_stays(office):
    promise = a_target("t", year=2030)
    (moved,) = one_year_on(paragraph((TextRun(promise.sentence, marks=("t",)),), targets=(promise,)))
    assert moved.targets[0].statement.horizon == 2030


@pytest.mark.parametrize(
    ("due_text", "moved"),
    [
        ("Quý II/2023", "Quý II/2024"),
        ("trước ngày 30/6/2023", "trước ngày 30/6/2024"),
        ("hằng tháng", "hằng tháng"),
        ("15/01/2024", "15/01/2025"),
    ],
)
def test_a_due_text_moves_on_in_the_mark_and_in_the_words_alike(due_text, moved):
    block = clause("1.", f"Rà soát trẻ em ({due_text})", task=TaskMark(due_text=due_text))
    (on,) = one_year_on(block)
    assert on.task.due_text == moved
    assert on.text == f"Rà soát trẻ em ({moved})"


def test_a_cell_that_is_nothing_but_a_time_moves_on():
    task = TaskMark(due=date(2023, 11, 30), due_text="11/2023")
    laid = row("Rà soát", "11/2023", task=task)
    _, on = one_year_on(table(50, 50), laid)
    assert on.cells[1] == Cell(((TextRun("11/2024"),),))
    assert (on.task.due, on.task.due_text) == (date(2024, 11, 30), "11/2024")


def test_a_leap_day_becomes_the_last_day_of_february():
    (on,) = one_year_on(clause("1.", "Báo cáo", task=TaskMark(due=date(2024, 2, 29))))
    assert on.task.due == date(2025, 2, 28)


def test_no_word_of_a_real_plan_is_lost_when_it_is_begun_anew(samples, office):
    """Every word in order, but for the years that moved on."""
    for old in samples.values():
        start = Start(office.committee, old.period_from + 1, office.son)
        before = list(words_of_content(content_of(old)))
        after = list(words_of_content(content_of(start_from_last_year(start, old))))
        assert len(before) == len(after), old
        for said, says in zip(before, after, strict=True):
            assert said == says or int(said) + 1 == int(says), old


# ── The plan above ───────────────────────────────────────────────────────────────────────────────


def test_the_upper_plan_gives_its_targets_and_an_opening_that_cites_it(office):
    upper = an_issued_plan(office.committee, frozen=False)
    document = start_from_upper(of_the_commune(office), upper)
    assert document.parent == upper
    opening, *_ = texts_of(document)
    assert upper.code in opening
    assert "Ủy ban nhân dân xã Tân Thành" in opening
    assert not document.citations.exists(), "the opening names it; a căn cứ beside it would say it twice"
    assert targets_of(document).count() == targets_of(upper).count()
    for target in targets_of(document):
        assert target.upper.sentence == target.sentence
        assert target.upper.block.document_id == upper.pk
        assert target.block.source_document == upper.pk
        assert target.block.source_key == target.upper.block.key


@pytest.mark.parametrize(
    ("above", "ours"),
    [
        ("Phê duyệt Chương trình phòng ngừa", "Thực hiện Chương trình phòng ngừa"),
        ("Về việc ban hành Kế hoạch hành động", "Thực hiện Kế hoạch hành động"),
        ("phê duyệt Đề án hỗ trợ trẻ em năm 2023", "Thực hiện Đề án hỗ trợ trẻ em"),
        ("Thực hiện Chương trình phòng ngừa năm 2023", "Thực hiện Chương trình phòng ngừa"),
        ("Phòng ngừa lao động trẻ em", "Phòng ngừa lao động trẻ em"),
    ],
)
def test_the_title_carries_out_what_was_decided_above(office, above, ours):
    upper = an_issued_plan(office.committee, frozen=False, title=above)
    document = start_from_upper(of_the_commune(office), upper)
    assert document.title == f"{ours} trên địa bàn xã Tân Thành năm 2023"


def test_groups_above_are_headings_of_ours(office):
    upper = an_issued_plan(office.committee, frozen=False, targets=3)
    document = start_from_upper(of_the_commune(office), upper)
    headings = [b.text for b in content_of(document).blocks if b.type == BlockType.CLAUSE and not b.task]
    assert headings == [group.name for group in office.programme.groups.order_by("order")[:3]]


def test_who_answers_for_a_target_and_why_it_is_weaker_is_ours_to_say(office):
    upper = a_plan(office.committee, targets=1)
    targets_of(upper).update(responsible=office.police, weaker_reason="Vùng cao")
    target = targets_of(start_from_upper(of_the_commune(office), put_in_force(upper))).get()
    assert (target.responsible, target.weaker_reason) == (None, "")


def put_in_force(document: Document) -> Document:
    document.status, document.number, document.issued_on = Status.ISSUED, 5, date(2023, 5, 26)
    document.save()
    return Document.objects.get(pk=document.pk)


def an_upper_plan(office, *blocks) -> Document:
    upper = a_plan(office.committee, targets=0, tasks=0)
    revised(upper, lambda content: replace(content, blocks=blocks))
    return put_in_force(upper)


def work_of(document: Document) -> list[str]:
    return [block.text for block, _ in content_of(document).tasks]


def led_by(*units: Unit, **more) -> TaskMark:
    return TaskMark(lead=tuple(unit.pk for unit in units), **more)


def test_tasks_for_us_and_for_nobody_in_particular_come_down_in_order_numbered_anew(office):
    commune, police = office.people_of_tan_thanh, office.police
    upper = an_upper_plan(
        office,
        part("I.", "Nhiệm vụ"),
        clause("1.", "Của Công an", task=led_by(police)),
        clause("2.", "Của xã", task=led_by(commune)),
        part("II.", "Giải pháp"),
        clause("1.", "Của ai cũng được", task=TaskMark()),
        clause("2.", "Cùng làm", task=replace(led_by(police), partners=(commune.pk,))),
    )
    document = start_from_upper(of_the_commune(office), upper)
    laid = [(block.printed, block.source) for block, _ in content_of(document).tasks]
    keys = {block.text: block.key for block in content_of(upper).blocks}
    assert laid == [
        (f"{number}. {text}", CameFrom(upper.pk, keys[text]))
        for number, text in enumerate(("Của xã", "Của ai cũng được", "Cùng làm"), start=1)
    ]
    assert not Assignment.objects.filter(task__block__document=document).exists(), (
        "whom we give it is ours to say"
    )


def test_a_task_comes_with_the_words_below_it_and_without_what_is_given_to_others_there(office):
    commune, police = office.people_of_tan_thanh, office.police
    upper = an_upper_plan(
        office,
        part("I.", "Nhiệm vụ"),
        clause("1.", "Rà soát trẻ em", task=led_by(commune)),
        paragraph((TextRun("Lập "), TextRun("danh sách", bold=True)), "-", level=3),
        paragraph("Xử lý vi phạm", "-", level=3, task=led_by(police)),
        paragraph("Theo từng vụ", "+", level=4),
        paragraph("Báo cáo", "-", level=3, task=led_by(commune)),
        note("1", "Theo mẫu", key="n1"),
    )
    blocks = content_of(start_from_upper(of_the_commune(office), upper)).blocks
    at = [block.text for block in blocks].index("Rà soát trẻ em")
    assert [(b.printed, b.level) for b in blocks[at : at + 3]] == [
        ("1. Rà soát trẻ em", 2),
        ("- Lập danh sách", 3),
        ("- Báo cáo", 3),
    ]
    assert blocks[at + 1].runs[1].bold
    assert blocks[at + 3].type == BlockType.PART


def test_a_duty_under_our_name_is_ours(office):
    commune = office.people_of_tan_thanh
    upper = an_upper_plan(
        office,
        part("I.", "Tổ chức thực hiện"),
        clause("1.", "UBND xã Tân Thành", charge=ChargeMark((commune.pk,), "UBND xã Tân Thành")),
        paragraph("Rà soát trẻ em", "-", level=3, task=TaskMark()),
        clause("2.", "Công an huyện", charge=ChargeMark((office.police.pk,), "Công an huyện")),
        paragraph("Xử lý vi phạm", "-", level=3, task=TaskMark()),
    )
    assert work_of(start_from_upper(of_the_commune(office), upper)) == ["Rà soát trẻ em"]


def test_of_a_row_the_longest_cell_says_the_work_and_the_rest_is_given_beside_it(office):
    mark = led_by(
        office.people_of_tan_thanh, due=date(2023, 6, 30), due_text="Quý II/2023", product="Báo cáo"
    )
    work = cell("Rà soát, lập danh sách trẻ em có nguy cơ")
    upper = an_upper_plan(
        office,
        part("I.", "Nhiệm vụ"),
        table(10, 60, 30, head_rows=0, level=2),
        row("1", work, "Quý II/2023", level=3, task=mark),
    )
    document = start_from_upper(of_the_commune(office), upper)
    ((block, task),) = content_of(document).tasks
    assert block.printed == "1. Rà soát, lập danh sách trẻ em có nguy cơ"
    assert (task.due, task.due_text, task.product) == (date(2023, 6, 30), "Quý II/2023", "Báo cáo")
    assert task.given == {"due", "product"}


def test_a_draft_above_cannot_be_carried_out_yet(office):
    with pytest.raises(Refusal, match="chưa ban hành"):
        start_from_upper(of_the_commune(office), a_plan(office.committee))


def test_whole_plans_can_be_carried_out(samples, office):
    """Of every issued sample: its targets are ours, and no mark lies on nothing (the writer would refuse)."""
    for upper in samples.values():
        if upper.is_issued:
            start = Start(office.people_of_tan_thanh, upper.period_to, office.pao)
            document = start_from_upper(start, upper)
            assert targets_of(document).count() == targets_of(upper).count()


# ── A programme ──────────────────────────────────────────────────────────────────────────────────


def test_a_programmes_standard_targets_come_from_the_act_that_set_them(office):
    act = an_issued_plan(office.committee, frozen=False, programme=office.programme)
    document = start_from_programme(of_the_commune(office), office.programme)
    assert [target.upper for target in targets_of(document)] == list(targets_of(act))
    assert document.orientation_year == office.programme.orientation_year


def test_a_programme_without_its_act_gives_the_usual_parts_alone(office):
    document = start_from_programme(of_the_commune(office), office.programme)
    assert not targets_of(document).exists()
    assert re.match(r"I\. Mục đích", texts_of(document)[0])


# ── What it costs ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("rows", [3, 60])
def test_a_draft_costs_as_little_however_long_what_it_starts_from(
    office, rows, django_assert_max_num_queries
):
    upper = an_issued_plan(
        office.committee, frozen=False, targets=rows, tasks=rows, programme=office.programme
    )
    with django_assert_max_num_queries(45):
        start_from_last_year(for_2024(office), upper)
    with django_assert_max_num_queries(45):
        start_from_upper(of_the_commune(office), upper)
    with django_assert_max_num_queries(35):
        start_from_programme(of_the_commune(office), office.programme)


def test_columns_of_a_table_come_along(office):
    old = a_plan(office.committee, targets=0, tasks=0)
    revised(
        old, lambda content: replace(content, blocks=(table(30, 70, key="t"), row("Tên", "Hạn", key="r")))
    )
    laid = content_of(start_from_last_year(for_2024(office), old)).blocks
    assert laid[0].columns == (TableColumn(30), TableColumn(70))
    assert laid[1].text == "Tên | Hạn"
