"""Meaning is hung on words, follows them when they change, and never changes one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from childlabour.core.errors import Refusal
from plans.content.lines import text_of
from plans.content.task_words import task_said
from plans.content.values import ChargeMark, Content, TaskMark, in_order, span_of
from plans.drafting.marking import (
    block_called,
    charge_said,
    group_near,
    read_again,
    target_on,
    with_block,
    with_charge,
    with_target,
    with_task,
    without_target,
)
from tests.content import writing
from tests.content.writing import blocks_of

PROMISE = "90% cán bộ, 80% cha mẹ được cung cấp kiến thức"


def promise(text=PROMISE, key="k1"):
    return writing.paragraph(f"{text}.", "-", key=key)


def target(words, text=PROMISE):
    block = promise(text)
    return with_target(block, target_on(block, words, "t"), words)


def retyped(content, old, new, **years):
    text = text_of(content.blocks).replace(old, new)
    after = replace(content, blocks=blocks_of(text, content.blocks))
    return read_again(content, after, years.get("since", 2023), years.get("year", 2023))


def test_one_printed_sentence_is_two_targets():
    block = promise()
    for number, words in enumerate(("90% cán bộ", "80% cha mẹ được cung cấp kiến thức")):
        block = with_target(block, target_on(block, words, f"t{number}"), words)
    first, second = in_order(block)
    assert block.text == f"{PROMISE}."
    assert span_of(block, "t0") == "90% cán bộ"
    assert first.sentence == "90% cán bộ được cung cấp kiến thức"
    assert first.statement.outcome == second.statement.outcome == "được cung cấp kiến thức"


def test_a_mark_lies_in_a_cell_of_a_table():
    row = writing.row("1", "Trên 72% trẻ em được hỗ trợ", key="r")
    marked = with_target(row, target_on(row, "trên 72% trẻ em", "t"), "trên 72% trẻ em")
    assert span_of(marked, "t") == "Trên 72% trẻ em"
    assert marked.text == row.text


def test_the_second_of_two_equal_stretches_is_marked_when_the_first_is_taken():
    block = promise("90% cán bộ; 90% cán bộ")
    for mark in ("a", "b"):
        block = with_target(block, target_on(block, "90% cán bộ", mark), "90% cán bộ")
    assert [mark.id for mark in in_order(block)] == ["a", "b"]


def test_the_same_words_are_no_second_target():
    marked = target("90% cán bộ")
    with pytest.raises(Refusal, match="đã là một chỉ tiêu"):
        with_target(marked, target_on(marked, "90% cán bộ", "u"), "90%  cán bộ")


def test_a_target_inside_a_target_is_right():
    marked = target(PROMISE)
    inner = with_target(marked, target_on(marked, "80% cha mẹ", "u"), "80% cha mẹ")
    assert len(inner.targets) == 2


def test_words_that_the_block_does_not_say_are_refused():
    with pytest.raises(Refusal, match="không có chữ “70% học sinh”"):
        target("70% học sinh")
    with pytest.raises(Refusal, match="không có chữ"):
        target("   ")


def test_what_is_no_target_keeps_its_words():
    assert without_target(target("90% cán bộ"), "t") == promise()


def test_a_figure_that_is_typed_anew_is_read_again():
    after = retyped(Content(blocks=(target("90% cán bộ"),)), "90%", "95%")
    ((_, mark),) = after.targets
    assert mark.statement.value == Decimal(95)
    assert mark.sentence == "95% cán bộ được cung cấp kiến thức"


def test_what_was_given_beside_the_words_stays_when_they_change():
    block = target("90% cán bộ")
    given = replace(block.targets[0], statement=replace(block.targets[0].statement, value=Decimal(75)))
    content = Content(blocks=(replace(block, targets=(replace(given, given=frozenset({"value"})),)),))
    ((_, mark),) = retyped(content, "90%", "95%").targets
    assert mark.statement.value == Decimal(75)
    assert mark.sentence.startswith("95% cán bộ")


def test_a_year_that_the_heading_set_is_not_lost_with_the_words():
    block = target("90% cán bộ")
    dated = replace(block.targets[0], statement=replace(block.targets[0].statement, horizon=2025))
    ((_, mark),) = retyped(Content(blocks=(replace(block, targets=(dated,)),)), "90%", "95%").targets
    assert mark.statement.horizon == 2025


def some_work(due="thời hạn: trước ngày 30/6"):
    return Content(
        blocks=(
            with_task(writing.clause("1.", "Rà soát trẻ em", "k1"), TaskMark()),
            writing.paragraph(f"Chủ trì: Công an xã; {due}; sản phẩm: Danh sách.", "-", "k2"),
            with_task(writing.clause("2.", "Truyền thông", "k3"), TaskMark()),
        )
    )


def test_a_task_is_told_by_its_own_lines():
    said = task_said(some_work(), "k1", 2026, lambda names: (7,) if names == "Công an xã" else ())
    assert said.lead == (7,)
    assert (said.units_said, said.product) == ("Công an xã", "Danh sách")
    assert (said.due_text, said.due) == ("trước ngày 30/6", date(2026, 6, 30))
    assert task_said(some_work(), "k3", 2026) == TaskMark()


def test_a_due_date_follows_the_words_unless_it_was_given():
    content = some_work()
    task = task_said(content, "k1", 2026)
    said = with_block(content, replace(block_called(content, "k1"), task=task))
    given = with_block(
        content, replace(block_called(content, "k1"), task=replace(task, given=frozenset({"due"})))
    )
    for before, day in ((said, date(2026, 9, 30)), (given, date(2026, 6, 30))):
        after = retyped(before, "30/6", "30/9", year=2026)
        assert block_called(after, "k1").task.due == day


def test_a_heading_names_units_without_what_is_aside():
    heading = writing.clause("1.", "Công an xã (cơ quan thường trực):", "k1")
    assert charge_said(heading, lambda names: (3,)) == ChargeMark((3,), "Công an xã")


def test_a_block_is_a_task_or_a_charge():
    heading = writing.clause("1.", "Công an xã", "k1")
    with pytest.raises(Refusal, match="đang là một nhiệm vụ"):
        with_charge(with_task(heading, TaskMark()), ChargeMark())
    with pytest.raises(Refusal, match="đang giao việc"):
        with_task(with_charge(heading, ChargeMark()), TaskMark())
    with pytest.raises(Refusal, match="Chỉ đề mục"):
        with_charge(writing.row("Công an xã", key="r"), ChargeMark())


def test_a_new_target_is_of_the_group_of_the_one_above_it():
    first = target("90% cán bộ")
    grouped = replace(first, targets=(replace(first.targets[0], group="MT2"),))
    blocks = (
        writing.part("I.", "MỤC TIÊU", "p"),
        grouped,
        promise(key="k2"),
        writing.part("II.", "KHÁC", "q"),
        promise(key="k3"),
    )
    content = Content(blocks=blocks)
    assert group_near(content, "k2") == "MT2"
    assert group_near(content, "k3") == ""


def test_words_that_changed_before_their_new_mark_was_saved_are_read_again():
    """Taken and typed over in one breath: the mark comes with the words it was laid on in its sentence."""
    was = writing.paragraph("Trên 72% trẻ em được hỗ trợ.", "-", "k")
    taken = with_target(
        was, target_on(was, "Trên 72% trẻ em được hỗ trợ", "t"), "Trên 72% trẻ em được hỗ trợ"
    )
    typed = replace(taken, runs=tuple(replace(run, text=run.text.replace("72", "75")) for run in taken.runs))
    for before in (Content(blocks=(was,)), Content()):
        (mark,) = read_again(before, Content(blocks=(typed,)), 2023, 2023).blocks[0].targets
        assert (mark.statement.value, mark.sentence) == (75, "Trên 75% trẻ em được hỗ trợ")
        assert read_again(before, Content(blocks=(taken,)), 2023, 2023).blocks[0] == taken
