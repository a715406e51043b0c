"""The one writer: what was laid is what stands there, at a fixed price; what cannot be laid is refused whole."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings

from childlabour.core.errors import Refusal
from plans.content.asking import content_of, removed_blocks
from plans.content.laying import lay
from plans.content.lines import text_of
from plans.content.values import CameFrom, ChargeMark, Content, TargetMark, TaskMark, TextRun, marked
from plans.law.blocks import MOST_BLOCKS, MOST_COLUMNS, MOST_ROWS
from plans.models import Assignment, Document, StoredBlock, Task
from targets.models import Target
from targets.statements import parse
from tests.cast import a_plan, an_office, revised
from tests.content.making import contents
from tests.content.writing import blocks_of, cell, clause, note, paragraph, part, row, runs, table

pytestmark = pytest.mark.django_db
SENTENCE = "Trên 72% trẻ em được hỗ trợ"


def an_empty_draft(**fields) -> Document:
    office = an_office()
    facts = {"unit": office.committee, "programme": office.programme, "period_from": 2026, "period_to": 2026}
    return Document.objects.create(**facts | fields)


def laid(*blocks, **head) -> Document:
    document = an_empty_draft()
    lay(Content(blocks=blocks, **head), document)
    return document


def read_anew(document: Document) -> Content:
    return content_of(Document.objects.get(pk=document.pk))


def promise(mark="t1", sentence=SENTENCE, **parts) -> TargetMark:
    return TargetMark(mark, sentence, parse(sentence), **parts)


def promised(*marks: TargetMark, text=f"- {SENTENCE};", key="p"):
    said = runs(text)
    for mark in marks:
        start = text.index(mark.sentence)
        said = marked(said, start, start + len(mark.sentence), mark.id)
    return paragraph(said, key=key, targets=marks)


# ── Equal to what was laid ───────────────────────────────────────────────────────────────────────


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(contents(), contents())
def test_whatever_was_laid_stands_there_also_over_something_else(db, first, second):
    document = an_empty_draft()
    for content in (first, second, first):
        lay(content, document)
        assert read_anew(document) == content


def test_all_that_hangs_on_words_comes_back(office):
    charge = ChargeMark((office.police.pk,), "Công an huyện")
    task = TaskMark(
        lead=(office.school.pk,),
        partners=(office.front.pk,),
        units_said="Các trường học",
        due=date(2026, 6, 30),
        due_text="Quý II/2026",
        product="Danh sách",
        given=frozenset({"due"}),
        added_at="2026-07-01T00:00:00+00:00",
    )
    mark = promise(
        group="MT1", responsible=office.police.pk, weaker_reason="Xã nghèo", given=frozenset({"horizon"})
    )
    content = Content(
        title="Phòng ngừa lao động trẻ em",
        blocks=(
            part("I.", "TỔ CHỨC", "h", charge=charge),
            clause("1.", "Rà soát", "c", task=task, source=CameFrom(7, "old")),
            replace(promised(mark), task=TaskMark()),
        ),
    )
    document = an_empty_draft()
    lay(content, document)
    assert read_anew(document) == content


def test_a_promise_of_nothing_at_all_keeps_its_zero():
    mark = promise(sentence="Giảm còn 0 trẻ em lao động nặng nhọc")
    document = laid(promised(mark, text=mark.sentence))
    (target,) = Target.objects.all()
    assert target.value == 0
    assert read_anew(document).blocks[0].targets == (mark,)


def test_a_target_may_stand_in_another_and_on_the_words_of_a_task(office):
    outer = promise("t1", "80% cán bộ, 90% cha mẹ được cung cấp kiến thức")
    inner = promise("t2", "90% cha mẹ được cung cấp kiến thức")
    block = replace(promised(outer, inner, text=outer.sentence), task=TaskMark(lead=(office.police.pk,)))
    assert read_anew(laid(block)).blocks == (block,)


def test_work_under_a_heading_of_a_unit_is_that_units_unless_it_names_its_own(office):
    laid(
        clause("1.", "Công an huyện", "h", charge=ChargeMark((office.police.pk,), "Công an huyện")),
        paragraph("Nắm tình hình", "-", "a", task=TaskMark()),
        paragraph("Phối hợp nhà trường", "-", "b", task=TaskMark(lead=(office.school.pk,))),
        clause("2.", "Việc chung", "c", task=TaskMark()),
    )
    given = Assignment.objects.values_list("task__block__key", "unit", "is_inherited").order_by(
        "task__block__place"
    )
    assert list(given) == [("a", office.police.pk, True), ("b", office.school.pk, False)]


# ── Changed, not written anew ────────────────────────────────────────────────────────────────────


def test_rows_of_what_did_not_change_stay_the_same_rows(office):
    plan = a_plan(office=office, targets=3, tasks=3)
    before = {model: set(model.objects.values_list("pk", flat=True)) for model in (Target, Task, Assignment)}
    words = {row.pop("id"): row for row in plan.blocks.values()}
    content = content_of(plan)
    first = replace(
        content.blocks[0], runs=(TextRun("Căn cứ tình hình địa phương, huyện ban hành Kế hoạch:"),)
    )
    lay(replace(content, blocks=(first, *content.blocks[1:])), plan)
    assert {model: set(model.objects.values_list("pk", flat=True)) for model in before} == before
    changed = [row["key"] for row in plan.blocks.values() if words[row.pop("id")] != row]
    assert changed == [first.key]


def test_a_block_that_was_taken_away_leaves_a_stone_and_comes_back_with_all_that_hung_on_it(office):
    plan = a_plan(office=office, targets=2, tasks=1)
    whole = content_of(plan)
    lay(replace(whole, blocks=whole.blocks[:4]), plan)
    assert read_anew(plan).blocks == whole.blocks[:4]
    assert not Target.objects.exists() and not Task.objects.exists()
    assert {block.key: block for block in removed_blocks(plan)} == {b.key: b for b in whole.blocks[4:]}
    lay(whole, plan)
    assert read_anew(plan) == whole
    assert removed_blocks(plan) == ()
    assert StoredBlock.objects.count() == len(whole.blocks)


def test_a_line_that_is_typed_again_is_the_block_it_was(office):
    plan = a_plan(office=office, targets=2, tasks=1)
    whole = content_of(plan)
    lines = text_of(whole.blocks)
    fewer = blocks_of("\n".join(lines.splitlines()[:4]), whole.blocks)
    lay(replace(whole, blocks=fewer), plan)
    again = blocks_of(lines, content_of(plan).blocks, gone=removed_blocks(plan))
    assert again == whole.blocks
    assert blocks_of(lines, fewer) != whole.blocks  # without what is remembered, marks and keys are lost


@pytest.mark.parametrize("many", [1, 5], ids=["one", "many"])
def test_what_is_searched_by_follows_the_words(office, many):
    plan = a_plan(office=office, targets=0, tasks=5)
    whole = content_of(plan)
    works = [block.key for block in whole.blocks if block.task][:many]
    renamed = tuple(
        replace(block, runs=(TextRun("Tập huấn cán bộ"),)) if block.key in works else block
        for block in whole.blocks
    )
    lay(replace(whole, blocks=renamed), plan)
    assert Task.objects.filter(search_key="tap huan can bo").count() == many


# ── At a fixed price ─────────────────────────────────────────────────────────────────────────────


# SQLite takes 999 values a query: a hundred rows of twenty columns and more are written in pieces.
IN_PIECES = 10 if connection.vendor == "sqlite" else 0


def queries_of(act) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        act()
    return len(seen)


@pytest.mark.parametrize("act", ["lay", "ask", "change one word", "take half away"])
def test_thirty_blocks_and_three_hundred_cost_the_same(office, act):
    def cost(rows: int) -> int:
        whole = content_of(a_plan(office=office, targets=rows, tasks=rows))
        document = an_empty_draft()
        if act == "lay":
            return queries_of(lambda: lay(whole, document))
        lay(whole, document)
        fresh = Document.objects.get(pk=document.pk)
        match act:
            case "ask":
                return queries_of(lambda: content_of(fresh))
            case "change one word":
                *others, last = whole.blocks
                other = replace(last, runs=(TextRun("Giao Công an."),))
                return queries_of(lambda: lay(replace(whole, blocks=(*others, other)), fresh))
        half = whole.blocks[: len(whole.blocks) // 2]
        return queries_of(lambda: lay(replace(whole, blocks=half), fresh))

    few, many = cost(10), cost(100)
    assert many <= few + IN_PIECES
    assert few <= {"lay": 32, "ask": 8, "change one word": 27, "take half away": 42}[act]


# ── Refused ──────────────────────────────────────────────────────────────────────────────────────


def said_of(*blocks, **head) -> str:
    document = an_empty_draft()
    with pytest.raises(Refusal) as refused:
        lay(Content(blocks=blocks, **head), document)
    assert not StoredBlock.objects.filter(document=document).exists()
    return " ".join(problem.message for problem in refused.value.problems)


def test_a_draft_of_the_longest_kind_is_laid_and_one_block_more_is_refused():
    blocks = tuple(paragraph("Trẻ em.", key=f"k{number}") for number in range(MOST_BLOCKS + 1))
    assert len(content_of(laid(*blocks[:-1])).blocks) == MOST_BLOCKS
    assert f"{MOST_BLOCKS + 1} đoạn, quá {MOST_BLOCKS}" in said_of(*blocks)


BROKEN = {
    "two thousand rows": (
        [table(100), *(row("Xã") for _ in range(2_000))],
        f"Bảng quá {MOST_ROWS} hàng",
    ),
    "forty columns": ([table(*[2] * 40), row(*["a"] * 40)], f"Bảng có 40 cột; từ 1 đến {MOST_COLUMNS} cột"),
    "more cells than columns": ([table(50, 50), row("a", "b", "c")], "có 3 ô, bảng chỉ có 2 cột"),
    "a row without a table": ([row("a")], "không nằm trong bảng nào"),
    "a row without cells": ([table(100), replace(row("a"), cells=())], "chưa có ô nào"),
    "a mark outside its block": (
        [promised(promise()), paragraph(marked(runs("Trẻ em"), 0, 3, "t1"), key="q")],
        "không thuộc đoạn này",
    ),
    "a mark without words": ([paragraph("Trẻ em", targets=(promise(),))], "không nằm trên chữ nào"),
    "two identical spans": ([promised(promise("t1"), promise("t2"))], "đánh dấu cùng chữ"),
    "one mark at two places": (
        [promised(promise(), key="p"), promised(promise(), key="q")],
        "đứng ở hai chỗ",
    ),
    "a key twice": ([paragraph("a", key="k"), paragraph("b", key="k")], "trùng khóa “k”"),
    "a key of strange signs": ([paragraph("a", key="../x")], "chữ cái không dấu, chữ số hoặc dấu gạch"),
    "no key": ([paragraph("a", key="k"), replace(paragraph("b"), key="")], "chữ cái không dấu"),
    "a mark of strange signs": ([promised(promise("t 1"))], "chữ cái không dấu"),
    "words that turn round": ([paragraph("Trẻ em \u202eme ert")], "U+202E"),
    "a mark of direction": ([paragraph("Trẻ\u200e em")], "U+200E"),
    "a blank of no width": ([paragraph("Trẻ\u200b em")], "U+200B"),
    "an order of bytes": ([paragraph("\ufeffTrẻ em")], "U+FEFF"),
    "a tag": ([paragraph("Trẻ\U000e0041 em")], "U+E0041"),
    "a private sign of another plane": ([paragraph("Trẻ\U000f0000 em")], "U+F0000"),
    "a sign that is none": ([paragraph("Trẻ\U0001ffff em")], "U+1FFFF"),
    "a control of old": ([paragraph("Trẻ\x85 em")], "U+0085"),
    "a line end of its own kind": ([paragraph("Trẻ\u2028 em")], "U+2028"),
    "private signs": ([clause("\uf0b7", "Rà soát")], "U+F0B7"),
    "a level too deep": ([paragraph("a", level=7)], "Bậc 7"),
    "a long marker": ([paragraph("a", "x" * 41)], "dài quá"),
    "a block without end": ([paragraph("Trẻ em " * 20_000)], "chia thành nhiều đoạn"),
    "cells outside a row": ([replace(paragraph("a"), cells=(cell("b"),))], "Chỉ hàng của bảng mới có ô"),
    "a unit that nobody knows": (
        [clause("1.", "Rà soát", task=TaskMark(lead=(999_999,)))],
        "đơn vị số 999999",
    ),
    "a charge of nobody": ([clause("1.", "Sở", charge=ChargeMark((999_998,)))], "đơn vị số 999998"),
    "a table made from nothing known": (
        [replace(table(100), made_from="x" * 500), row("a")],
        "chỉ lập được từ chỉ tiêu (targets) hoặc nhiệm vụ (tasks)",
    ),
    "words made from targets": ([replace(paragraph("a"), made_from="targets")], "Chỉ bảng mới có cột"),
    "columns outside a table": ([replace(paragraph("a"), columns=table(100).columns)], "Chỉ bảng mới có cột"),
    "heads outside a table": ([replace(paragraph("a"), head_rows=1)], "Chỉ bảng mới có cột"),
    "a task of a whole table": ([replace(table(100), task=TaskMark()), row("a")], "đánh dấu ở hàng"),
    "a head of minus one row": ([table(100, head_rows=-1), row("a")], "ghi -1 hàng tiêu đề"),
    "more heads than rows": ([table(100, head_rows=2), row("a")], "có 1 hàng nhưng ghi 2 hàng tiêu đề"),
    "a head of a table without rows": ([table(100)], "có 0 hàng nhưng ghi 1 hàng tiêu đề"),
    "a column without width": ([table(0, 100), row("a", "b")], "từ 1 đến 100 phần trăm"),
    "a column of less than nothing": ([table(-5, 100), row("a", "b")], "từ 1 đến 100 phần trăm"),
    "a column wider than the table": ([table(101), row("a")], "từ 1 đến 100 phần trăm"),
    "a cell of no row": ([table(100), row(cell("a", down=0))], "rộng và cao ít nhất 1"),
    "a cell of no column": ([table(100), row(cell("a", across=0))], "rộng và cao ít nhất 1"),
    "a cell that falls out of the page": ([table(100), row(cell("a", down=10**7))], "không được cao quá"),
    "a cell wider than any table": ([table(100), row(cell("a", across=10**7))], "bảng chỉ có 1 cột"),
    "words across the page": ([replace(paragraph("a"), landscape=True)], "Chỉ phụ lục mới in ngang"),
    "a row with a marker": ([table(100), replace(row("a"), marker="1.")], "không có dấu đầu dòng"),
    "a marker of two lines": ([clause("1.\n2.", "a")], "xuống dòng"),
    "a marker with a blank behind it": ([clause("1. ", "a")], "dấu cách thừa"),
    "a note that no line could call": ([note("1 a", "Luật", "n")], "không có dấu cách và dấu “]”"),
    "a target called as a note is": (
        [promised(promise("n")), note("1", "Luật", "n")],
        "“n” trùng khóa của một chú thích",
    ),
    "words from nowhere": ([replace(paragraph("a"), source=CameFrom(0, "k"))], "Nơi lấy đoạn “a”"),
    "words from a strange key": ([replace(paragraph("a"), source=CameFrom(1, "k" * 41))], "Nơi lấy đoạn"),
    "a group that its programme has not": (
        [promised(promise(group="MT99"))],
        "không có nhóm mục tiêu “MT99”",
    ),
    "an indicator that nobody knows": ([promised(promise(indicator="CS99"))], "Không có chỉ số “CS99”"),
    "an upper target that nobody knows": ([promised(promise(upper=999_999))], "chỉ tiêu cấp trên số 999999"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_laid_is_refused_in_a_sentence_and_nothing_is_written(name):
    blocks, sentence = BROKEN[name]
    said = said_of(*blocks)
    assert sentence in said
    assert said.endswith(".")


def test_a_draft_of_no_programme_has_no_groups():
    with pytest.raises(Refusal, match="không có nhóm mục tiêu “MT1”"):
        lay(Content(blocks=(promised(promise(group="MT1")),)), an_empty_draft(programme=None))


def test_every_reason_is_told_at_once():
    said = said_of(paragraph("a", key="k"), paragraph("\u202eb", key="k"), row("c"))
    assert all(reason in said for reason in ("trùng khóa", "U+202E", "không nằm trong bảng nào"))


def test_keys_are_of_their_document_alone(office):
    """The same key in two documents is two blocks; laying one leaves the other as it was."""
    one, other = laid(paragraph("Một", key="k")), laid(paragraph("Hai", key="k"))
    revised(one, lambda content: replace(content, blocks=(paragraph("Ba", key="k"),)))
    assert [content_of(Document.objects.get(pk=d.pk)).blocks[0].text for d in (one, other)] == ["Ba", "Hai"]


def test_notes_hang_on_words_and_tables_keep_their_looks():
    called = paragraph(marked(runs("Trẻ em có **nguy cơ**"), 10, 17, "n"), key="p")
    blocks = (
        called,
        note("(1)", "Theo *Luật* Trẻ em", "n"),
        table(30, 70, key="t", head_rows=2),
        row(cell("**Xã**", down=2), cell("a", "b"), key="r1"),
        row("", cell("c", across=1), key="r2"),
    )
    assert read_anew(laid(*blocks)).blocks == blocks
