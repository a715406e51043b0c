"""Writing in lines: a line that did not change keeps its block whole, a changed one what still holds."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plans.content.faults import faults_of
from plans.content.line_words import read_words, typed
from plans.content.lines import text_of
from plans.content.values import Content, TargetMark, TaskMark, TextRun, plain, span_of
from plans.content.words import words_in, words_of
from plans.law.blocks import BlockType
from targets.statements import parse
from tests.content.making import contents, some_runs
from tests.content.writing import (
    annex,
    blocks_of,
    cell,
    chapter,
    clause,
    group,
    note,
    paragraph,
    part,
    row,
    runs,
    table,
)


def keys():
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def typed_over(was, old: str, new: str):
    text = text_of(was)
    assert old in text
    return blocks_of(text.replace(old, new), was, keys())


def target(mark: str, sentence: str) -> TargetMark:
    return TargetMark(mark, sentence, parse(sentence))


PROMISE = "Trên 72% trẻ em có nguy cơ được hỗ trợ"
BODY = (
    part("I.", "MỤC TIÊU", "p1"),
    paragraph(
        (
            TextRun("Đến năm 2026: "),
            TextRun("trên 72% trẻ em", bold=True, marks=("t1",)),
            TextRun(" được hỗ trợ;"),
        ),
        "-",
        "b1",
        level=2,
        targets=(target("t1", PROMISE),),
    ),
    clause("1.", "Truyền thông", "c1", task=TaskMark(lead=(3,))),
    paragraph(runs("Nói chuyện *tại trường*."), "", "b2"),
    table(10, 60, 30, key="tb"),
    row("TT", "Việc", "Khi nào", key="r0"),
    row("1", cell("**Tập huấn**", "Mỗi xã một lớp"), "Quý II", key="r1", task=TaskMark(due_text="Quý II")),
    group("Giám sát", 3, key="r2"),
    paragraph((TextRun("Theo luật", marks=("n1",)), TextRun(" hiện hành.")), "", "b3"),
    note("1", "Luật Trẻ em 2016.", "n1"),
)


def test_the_lines_read_as_the_paper_does():
    assert text_of(BODY) == (
        "I. MỤC TIÊU\n"
        "- Đến năm 2026: **trên 72% trẻ em** được hỗ trợ;\n"
        "1. Truyền thông\n"
        "Nói chuyện *tại trường*.\n"
        "TT | Việc | Khi nào\n"
        "1 | **Tập huấn** // Mỗi xã một lớp | Quý II\n"
        "| **Giám sát** |\n"
        "Theo luật[^1] hiện hành.\n"
        "[^1] Luật Trẻ em 2016."
    )


def test_lines_that_nobody_touched_are_the_same_blocks():
    assert blocks_of(text_of(BODY), BODY) == BODY


def test_a_changed_line_leaves_every_other_block_as_it_was():
    new = typed_over(BODY, "Nói chuyện *tại trường*.", "Nói chuyện **tại chợ** và trường.")
    assert [block.key for block in new] == [block.key for block in BODY]
    assert [a for a, b in zip(new, BODY, strict=True) if a.key != "b2"] == [b for b in BODY if b.key != "b2"]
    assert new[3].runs == runs("Nói chuyện **tại chợ** và trường.")


def test_a_value_that_is_changed_in_the_words_keeps_its_mark_and_the_mark_its_span():
    new = typed_over(BODY, "trên 72% trẻ em", "trên 85% trẻ em")
    assert span_of(new[1], "t1") == "trên 85% trẻ em"
    assert [mark.id for mark in new[1].targets] == ["t1"]


def test_a_target_whose_words_are_gone_goes_with_them():
    new = typed_over(BODY, " **trên 72% trẻ em** được", " được")
    assert new[1].targets == ()
    assert not list(faults_of(Content(blocks=new)))


def test_a_line_that_was_split_leaves_its_key_to_the_first_half_and_the_target_to_its_words():
    new = typed_over(BODY, "Đến năm 2026: **", "Đến năm 2026:\n- **")
    assert [block.key for block in new[:3]] == ["p1", "b1", "new-1"]
    assert (new[1].targets, [mark.id for mark in new[2].targets]) == ((), ["t1"])
    assert span_of(new[2], "t1") == "trên 72% trẻ em"


def test_a_line_that_was_joined_to_the_one_above_takes_its_target_along():
    was = (paragraph("Mục tiêu:", "", "a", level=2), *BODY[1:])
    new = typed_over(was, "Mục tiêu:\n- Đến", "Mục tiêu: Đến")
    assert new[0].key == "a" and [mark.id for mark in new[0].targets] == ["t1"]


def test_a_task_stays_with_its_row_and_the_row_in_its_table_when_a_row_is_put_between():
    new = typed_over(BODY, "| **Giám sát** |", "2 | Thăm gia đình | hằng tháng\n| **Giám sát** |")
    assert [block.key for block in new[4:9]] == ["tb", "r0", "r1", "new-1", "r2"]
    assert new[6].task == TaskMark(due_text="Quý II")
    changed = typed_over(BODY, "Mỗi xã một lớp | Quý II", "Mỗi xã hai lớp | Quý III")
    assert changed[6].task == TaskMark(due_text="Quý II")
    assert changed[6].cells[1].paragraphs == (runs("**Tập huấn**"), runs("Mỗi xã hai lớp"))


def test_what_a_line_was_declined_to_be_stays_with_it_whatever_becomes_of_its_words():
    line = paragraph("Trên 72% trẻ em được hỗ trợ.", "-", "k", declined=frozenset({"target"}))
    for text in ("- Trên 80% trẻ em được hỗ trợ.", "1. Trên 72% trẻ em được hỗ trợ."):
        (after,) = blocks_of(text, (line,))
        assert (after.key, after.declined) == ("k", {"target"})


def test_new_lines_get_their_kind_their_level_and_a_new_key():
    text = (
        "Chương I Quy định chung\nĐiều 1. Phạm vi\n1. Áp dụng\n1.1. Nơi nào\na) Cấp xã\nb) Cấp huyện\n"
        "- Ở trường\nPhụ lục I CHỈ TIÊU\nA | B\n1 | 2"
    )
    new = blocks_of(text, (), keys())
    assert [(block.type, block.level, block.marker, block.text) for block in new] == [
        (BlockType.CHAPTER, 0, "Chương I", "Quy định chung"),
        (BlockType.ARTICLE, 2, "Điều 1.", "Phạm vi"),
        (BlockType.CLAUSE, 2, "1.", "Áp dụng"),
        (BlockType.CLAUSE, 3, "1.1.", "Nơi nào"),
        (BlockType.CLAUSE, 4, "a)", "Cấp xã"),
        (BlockType.CLAUSE, 4, "b)", "Cấp huyện"),
        (BlockType.PARAGRAPH, 5, "-", "Ở trường"),
        (BlockType.ANNEX, 0, "Phụ lục I", "CHỈ TIÊU"),
        (BlockType.TABLE, 1, "", ""),
        (BlockType.ROW, 2, "", "A | B"),
        (BlockType.ROW, 2, "", "1 | 2"),
    ]
    assert [block.key for block in new if block.type != BlockType.TABLE] == [f"new-{n}" for n in range(1, 11)]
    assert new[8].head_rows == 1 and len(new[8].columns) == 2


PLAIN, BOLD, ITALIC, BOTH = (False, False), (True, False), (False, True), (True, True)


@pytest.mark.parametrize(
    "said, line",
    [
        ([("(", ITALIC), ("Phụ lục", BOTH), (" kèm theo)", ITALIC)], "*(**Phụ lục** kèm theo)*"),
        ([("Phụ lục", BOTH), ("I", ITALIC), ("II", BOLD)], "***Phụ lục**I***II**"),
        ([("a ", BOLD), ("b ", BOTH), ("c", ITALIC)], "**a *b** c*"),
        ([("a", BOLD), (" b ", PLAIN), ("5*3", BOLD)], "**a** b **5\\*3**"),
    ],
)
def test_looks_that_touch_are_written_so_that_they_read_one_way(said, line):
    words = tuple(TextRun(text, *look) for text, look in said)
    assert typed(words, {}) == line
    assert looks(read_words(line).runs) == looks(words)


def looks(words):
    """Of each sign that is no blank."""
    return [(sign, run.bold, run.italic) for run in words for sign in run.text if not sign.isspace()]


@settings(deadline=None, max_examples=200)
@given(some_runs())
def test_any_looks_come_back_from_their_line(said):
    assert looks(read_words(typed(said, {})).runs) == looks(said)


LONG_TITLE = "DANH MỤC CHỈ TIÊU, NHIỆM VỤ CHỦ YẾU PHÒNG NGỪA, GIẢM THIỂU LAO ĐỘNG TRẺ EM " * 3


@pytest.mark.parametrize(
    "block", [annex("Phụ lục I", "Chỉ tiêu", "k", landscape=True), chapter("Chương I", "Chung", "k")]
)
@pytest.mark.parametrize("title", ["Chỉ tiêu.", "(kèm theo Kế hoạch)", "chỉ tiêu", LONG_TITLE.strip(), ""])
def test_an_annex_or_a_chapter_stays_one_whatever_its_title_becomes(block, title):
    was = (part("I.", "MỤC TIÊU"), block)
    new = typed_over(was, f"{block.marker} {block.text}", f"{block.marker} {title}".strip())[1]
    assert new == replace(block, runs=runs(title))
    renumbered = typed_over((was[0], new), block.marker, f"{block.marker}I")[1]
    assert renumbered == replace(new, marker=f"{block.marker}I")


def test_only_what_may_be_a_title_begins_a_new_annex():
    new = blocks_of("Phụ lục I kèm theo Kế hoạch này.\nPhụ lục I CHỈ TIÊU", (), keys())
    assert [block.type for block in new] == [BlockType.PARAGRAPH, BlockType.ANNEX]


def test_an_unusual_marker_stays_the_marker_also_of_a_line_without_another_word():
    was = (clause("Bước 1:", "Rà soát", "k"), paragraph("Chữ", "", "p"))
    assert typed_over(was, "Bước 1: Rà soát", "Bước 1:")[0] == replace(was[0], runs=())


@pytest.mark.parametrize(
    "words",
    [
        "5 * 3 = 15",
        "chỉ * một sao",
        "a | b",
        "[^9] không có",
        "\\",
        "- như đầu dòng",
        "Điều 5. của luật",
        "// x //",
    ],
)
def test_signs_of_the_line_form_that_are_meant_as_words_stay_words(words):
    was = (paragraph(words, key="k"), row(cell((TextRun(words),)), "b", key="r"))
    was = (replace(was[0], runs=(TextRun(words),)), table(50, 50, key="t"), was[1])
    again = blocks_of(text_of(was) + "\nThêm.", (), keys())
    assert [plain(again[0].runs), plain(again[2].cells[0].paragraphs[0])] == [words, words]


def test_two_tables_side_by_side_stay_two_and_a_wider_row_widens_its_own():
    was = (table(50, 50, key="t1"), row("a", "b", key="r1"), table(100, key="t2"), row("c", key="r2"))
    new = typed_over(was, "a | b", "a | b | d")
    assert [block.key for block in new] == ["t1", "r1", "t2", "r2"]
    assert len(new[0].columns) == 3


def test_a_call_without_its_note_stays_what_was_typed_and_one_with_it_hangs_on_the_word():
    new = typed_over(BODY, "Nói chuyện *tại trường*.", "Nói[^1] chuyện[^2].")
    assert span_of(new[3], "n1") == "i"
    assert new[3].text == "Nói chuyện[^2]."


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_a_line_end_ends_a_line(sign):
    was = (paragraph((TextRun(f"Nâng cao{sign}nhận thức."),), "-", "a"), paragraph("Can thiệp.", "-", "b"))
    new = typed_over(was, "Can thiệp.", "Can thiệp sớm.")
    assert [block.text for block in new] == [was[0].text, "Can thiệp sớm."]
    assert len(blocks_of("Một\r\nHai\n\nBa", (), keys())) == 3


@pytest.mark.parametrize(
    "sign", ["\u00ad", "\u200b", "\u200e", "\u202e", "\u2066", "\u061c", "\ufeff", "\x7f", "\x9f"]
)
def test_what_a_paste_brings_along_unseen_is_dropped_from_what_is_typed(sign):
    new = typed_over(BODY, "Nói chuyện", f"{sign}Nói {sign}chuyện")
    assert new[3].text == "Nói chuyện tại trường."
    assert not list(faults_of(Content(blocks=new)))
    assert typed_over(BODY, "Nói chuyện", f"{sign}\nNói chuyện") == BODY, "no line of its own"


def test_letters_that_came_apart_are_stored_whole():
    assert blocks_of("Tre\u0309 em", (), keys())[0].text == "Tr\u1ebb em"


@settings(deadline=None, max_examples=60)
@given(contents())
def test_lines_give_back_what_they_were_made_of(content):
    blocks = content.blocks
    assert blocks_of(text_of(blocks), blocks) == blocks
    fresh = blocks_of(text_of(blocks), (), keys())
    assert list(words_in(fresh)) == list(words_in(blocks))
    assert not list(faults_of(Content(blocks=fresh)))
    assert text_of(blocks_of(text_of(fresh), (), keys())) == text_of(fresh)


@settings(deadline=None, max_examples=60)
@given(contents(), st.data())
def test_a_change_of_one_line_loses_no_other_word_and_leaves_no_mark_without_words(content, data):
    lines = text_of(content.blocks).split("\n")
    place = data.draw(st.integers(0, len(lines) - 1))
    assume(not lines[place].startswith("[^"))  # without its note a call is a call no more
    lines[place] = data.draw(st.sampled_from(["", "Trẻ em.", f"{lines[place]} thêm", lines[place][:9]]))
    new = blocks_of("\n".join(lines), content.blocks, keys())
    assert words_of(" ".join(block.printed for block in new)) == words_of(
        " ".join(block.printed for block in blocks_of("\n".join(lines), (), keys()))
    )
    assert not list(faults_of(Content(blocks=new)))
    untouched = {line for at, line in enumerate(lines) if at != place}
    kept = {block.key for block in new}
    gone = [b for b in content.blocks if b.type != BlockType.TABLE and b.key not in kept]
    assert len([b for b in gone if text_of((b,)) in untouched and b.type != BlockType.NOTE]) <= 1


def test_a_table_typed_above_another_stands_beside_it_and_not_around_it():
    stood = (table(50, 50, key="t"), row("a", "b", key="r1"), row("c", "d", key="r2"))
    new = blocks_of("Xã | Số trẻ em\n\na | b\nc | d", stood, keys())
    assert [block.key for block in new if block.type == BlockType.TABLE][1:] == ["t"]
    assert not list(faults_of(Content(blocks=new)))


def test_a_table_that_lost_rows_has_no_more_heads_than_rows():
    stood = (table(50, 50, key="t", head_rows=2), row("a", "b", key="r1"), row("c", "d", key="r2"))
    (changed, _) = blocks_of("a | b | c", stood, keys())
    assert (changed.key, changed.head_rows) == ("t", 1)


def test_a_note_that_goes_on_without_a_marker_stays_a_note():
    stood = (note("", "Luật Trẻ em.", "n"), paragraph("a", key="p"))
    kept, _ = blocks_of(text_of(stood).replace("Luật", "Theo Luật"), stood, keys())
    assert (kept.type, kept.marker, kept.text) == (BlockType.NOTE, "", "Theo Luật Trẻ em.")
