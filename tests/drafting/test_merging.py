"""Two people write in one text: what only one of them changed is taken, what both changed is asked about."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.content.lines import lines_of, text_of
from plans.content.values import TaskMark, span_of
from plans.content.words import words_of
from plans.drafting.marking import target_on, with_target
from plans.drafting.merging import as_text, merged, sent, sent_from
from tests.content import writing
from tests.content.writing import blocks_of

A, B, C, D = "I. MỤC ĐÍCH", "- Nâng cao nhận thức.", "- Can thiệp sớm.", "II. MỤC TIÊU"


def body(*lines):
    keys = iter(f"k{number}" for number in range(1, 100))
    return blocks_of("\n".join(lines), (), lambda: next(keys))


def retyped(blocks, text):
    return merged(sent(lines_of(blocks)), text, blocks).blocks


def lines(result):
    return text_of(result.blocks).splitlines()


def of_two(before, mine, theirs, **how):
    """The same text sent to two people; the other one has saved already."""
    base = sent(lines_of(before))
    return merged(base, "\n".join(mine), retyped(before, "\n".join(theirs)), **how)


def test_lines_of_two_writers_meet():
    result = of_two(body(A, B, C, D), [A, "- Nâng cao trách nhiệm.", C, D], [A, B, C, "II. CHỈ TIÊU"])
    assert lines(result) == [A, "- Nâng cao trách nhiệm.", C, "II. CHỈ TIÊU"]
    assert not result.clashes


def test_what_both_write_after_one_line_stands_there_twice():
    result = of_two(body(A, B, D), [A, B, "- Của tôi.", D], [A, B, "- Của Hoa.", D])
    assert sorted(lines(result)[2:4]) == ["- Của Hoa.", "- Của tôi."]
    assert lines(result)[0::4] == [A, D]


def test_a_line_that_both_changed_is_asked_about_alone():
    mine, theirs = (
        [A, "- Nâng cao nhận thức của cha mẹ.", C, "II. CỦA TÔI"],
        [A, "- Nâng cao nhận thức của thầy cô.", C, D],
    )
    result = of_two(body(A, B, C, D), mine, theirs)
    assert [(one.mine, one.theirs) for one in result.clashes] == [(mine[1], theirs[1])]
    assert lines(of_two(body(A, B, C, D), mine, theirs, ours=True)) == mine
    assert lines(of_two(body(A, B, C, D), mine, theirs, ours=False)) == [A, theirs[1], C, "II. CỦA TÔI"]


def test_the_same_words_typed_by_both_are_no_question():
    same = [A, "- Nâng cao trách nhiệm.", C]
    result = of_two(body(A, B, C), same, same)
    assert (lines(result), result.clashes) == (same, ())


def test_a_line_taken_out_by_one_and_left_alone_by_the_other_is_gone():
    assert lines(of_two(body(A, B, C), [A, C], [A, B, C])) == [A, C]
    assert lines(of_two(body(A, B, C), [A, B, C], [A, C])) == [A, C]


def test_an_edit_wins_over_a_removal_and_is_told():
    changed = "- Nâng cao nhận thức của cha mẹ."
    mine_gone = of_two(body(A, B, C), [A, C], [A, changed, C])
    assert (lines(mine_gone), mine_gone.kept_though_removed) == ([A, changed, C], (changed,))
    theirs_gone = of_two(body(A, B, C), [A, changed, C], [A, C])
    assert (lines(theirs_gone), theirs_gone.kept_though_gone) == ([A, changed, C], (changed,))
    assert [block.key for block in theirs_gone.blocks] == ["k1", "k2", "k3"]


def test_an_edit_that_wins_over_a_removal_keeps_what_hung_on_the_line():
    words = "90% cán bộ được tập huấn"
    first, *others = body(f"- {words}.", B, C)
    marked = replace(
        with_target(first, target_on(first, words, "t"), words), task=TaskMark(product="Báo cáo")
    )
    mine = "\n".join([f"- Phấn đấu {words}.", B, C])
    base, theirs = sent(lines_of((marked, *others))), tuple(others)
    result = merged(base, mine, theirs, gone=lambda: (others[0], marked))
    assert lines(result) == mine.splitlines()
    assert (result.blocks[0].key, result.blocks[0].task) == (marked.key, marked.task)
    assert span_of(result.blocks[0], "t") == words
    assert result.blocks[0].targets == marked.targets


def test_what_was_carried_to_another_line_before_is_not_brought_back_twice():
    words = "90% cán bộ được tập huấn"
    first, *others = body(f"- {words}.", B)
    marked = with_target(first, target_on(first, words, "t"), words)
    theirs = merged(
        sent(lines_of((marked, *others))), f"- Nâng cao nhận thức, {words}.", (marked, *others)
    ).blocks
    assert [mark.id for block in theirs for mark in block.targets] == ["t"]
    gone = [block for block in (marked, *others) if block.key not in {block.key for block in theirs}]
    mine = "\n".join([f"- Phấn đấu {words}.", f"{B} Thêm."])
    result = merged(sent(lines_of((marked, *others))), mine, theirs, ours=True, gone=lambda: gone)
    assert [mark.id for block in result.blocks for mark in block.targets] == ["t"]


def test_what_is_written_behind_a_line_that_is_gone_follows_the_nearest_before_it():
    result = of_two(body(A, B, C, D), [A, B, C, "- Mới.", D], [A, B, D])
    assert lines(result) == [A, B, "- Mới.", D]


def test_a_line_that_was_moved_keeps_its_key_and_what_hangs_on_it():
    words = "90% cán bộ được tập huấn"
    first, *others = body(f"- {words}.", B, C)
    marked = with_target(first, target_on(first, words, "t"), words)
    before = (replace(marked, task=TaskMark(product="Báo cáo")), *others)
    moved = merged(sent(lines_of(before)), "\n".join([B, C, f"- {words}."]), before)
    assert [block.key for block in moved.blocks] == ["k2", "k3", "k1"]
    assert moved.blocks[-1] == before[0]


def test_what_one_moved_and_the_other_changed_is_both():
    changed = "- Can thiệp sớm, kịp thời."
    assert lines(of_two(body(A, B, C, D), [A, C, B, D], [A, B, changed, D])) == [A, changed, B, D]
    assert lines(of_two(body(A, B, C, D), [A, B, changed, D], [A, C, B, D])) == [A, changed, B, D]


def test_marks_stay_where_their_words_stand_though_another_wrote_beside_them():
    words = "90% cán bộ được tập huấn"
    first, *others = body(f"- {words}.", B)
    before = (with_target(first, target_on(first, words, "t"), words), *others)
    after = of_two(before, [f"- Phấn đấu {words}.", B], [f"- {words}.", "- Nâng cao trách nhiệm."])
    assert [mark.id for mark in after.blocks[0].targets] == ["t"]
    assert lines(after) == [f"- Phấn đấu {words}.", "- Nâng cao trách nhiệm."]


def a_table(key, *rows):
    return (
        writing.table(50, 50, key=key),
        *(writing.row(*cells, key=f"{key}{n}") for n, cells in enumerate(rows)),
    )


def test_rows_of_a_table_are_merged_one_by_one():
    before = a_table("t", ("TT", "Việc"), ("1", "Rà soát"), ("2", "Tập huấn"))
    after = of_two(
        before,
        ["TT | Việc", "1 | Rà soát trẻ em", "2 | Tập huấn"],
        ["TT | Việc", "1 | Rà soát", "2 | Tập huấn cán bộ"],
    )
    assert lines(after) == ["TT | Việc", "1 | Rà soát trẻ em", "2 | Tập huấn cán bộ"]
    assert [block.key for block in after.blocks] == ["t", "t0", "t1", "t2"]


def test_two_tables_stay_two_when_one_row_is_open_alone():
    before = (*a_table("t", ("a", "b")), *a_table("u", ("c", "d")))
    base = tuple(line for line in sent(lines_of(before)) if line.key == "u0")
    after = merged(base, "c | đ", before)
    assert [block.key for block in after.blocks] == ["t", "t0", "u", "u0"]


def test_one_block_alone_may_become_several_or_none():
    before = body(A, B, C)
    base = tuple(line for line in sent(lines_of(before)) if line.key == "k2")
    several = merged(base, f"{B}\n- Thêm một việc.", before)
    assert lines(several) == [A, B, "- Thêm một việc.", C]
    assert [block.key for block in several.blocks][:2] == ["k1", "k2"]
    assert lines(merged(base, "", before)) == [A, C]
    anew = merged(base, "- Hoàn toàn khác.", before)
    assert [block.key for block in anew.blocks] == ["k1", "k2", "k3"]


def test_a_block_alone_does_not_touch_what_others_wrote_elsewhere():
    before = body(A, B, C)
    base = tuple(line for line in sent(lines_of(before)) if line.key == "k2")
    now = retyped(before, "\n".join([A, "- Của Hoa.", B, C, D]))
    assert lines(merged(base, "- Nâng cao nhận thức sớm.", now)) == [
        A,
        "- Của Hoa.",
        "- Nâng cao nhận thức sớm.",
        C,
        D,
    ]


def test_nothing_typed_is_nothing_changed():
    before = body(A, B, C)
    assert merged(sent(lines_of(before)), text_of(before), before).blocks == before


# ── What goes out with the page ───────────────────────────────────────────────────────────────────


def test_what_is_sent_is_short_and_comes_back():
    before = body(*(f"- Việc thứ {number}." for number in range(90)))
    base = sent(lines_of(before))
    assert sent_from(as_text(base)) == base
    keys = sum(len(line.key) for line in base)
    assert len(as_text(base)) <= keys + 10 * len(base)


@pytest.mark.parametrize("nonsense", ["", ":", "a", "a:b:c:d a:b", ":x", "\x00", "k1:"])
def test_a_base_that_somebody_made_up_loses_nothing(nonsense):
    before = body(A, B)
    after = merged(sent_from(nonsense), "- Của tôi.", before)
    assert {A, B, "- Của tôi."} <= set(lines(after))


# ── Any two writers ──────────────────────────────────────────────────────────────────────────────

WORDS = (
    "trẻ em",
    "lao động",
    "xã",
    "huyện",
    "được hỗ trợ",
    "tập huấn",
    "90%",
    "năm 2026",
    "**đậm**",
    "rà soát",
)
STARTS = ("- ", "1. ", "a) ", "", "I. ")


def a_line(rng, number):
    return f"{rng.choice(STARTS)}{' '.join(rng.choice(WORDS) for _ in range(rng.randint(1, 6)))} số{number}"


def edited(rng, text, who):
    """A few random edits; each new word is told apart by who typed it."""
    done = list(text)
    for number in range(rng.randint(0, 4)):
        place = rng.randint(0, len(done))
        match rng.choice(("insert", "change", "remove", "move", "table")):
            case "insert":
                done.insert(place, a_line(rng, f"{who}{number}"))
            case "table":
                done.insert(place, f"{who}{number} | {rng.choice(WORDS)}")
            case "change" if done:
                done[place - 1] = f"{done[place - 1]} {who}{number}"
            case "remove" if done:
                del done[place - 1]
            case "move" if done:
                done.insert(rng.randint(0, len(done) - 1), done.pop(place - 1))
    return done


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9))
def test_of_any_two_writers_no_word_is_lost_silently(seed):
    rng = random.Random(seed)
    before = body(*(a_line(rng, number) for number in range(rng.randint(0, 8))))
    sent_out = text_of(before).splitlines()
    theirs = retyped(before, "\n".join(edited(rng, sent_out, "hoa")))
    mine = edited(rng, sent_out, "lan")
    base = sent_from(as_text(sent(lines_of(before))))
    result = merged(base, "\n".join(mine), theirs)
    said = [text_of(result.blocks), *(f"{clash.mine} {clash.theirs}" for clash in result.clashes)]
    if result.clashes:
        assert result.blocks == theirs
        result = merged(base, "\n".join(mine), theirs, ours=True)
    kept = set(words_of(text_of(result.blocks)))
    typed = {word for word in words_of("\n".join(mine)) if word.startswith(("lan", "sốlan"))}
    assert typed <= kept
    others = {word for word in words_of(text_of(theirs)) if word.startswith(("hoa", "sốhoa"))}
    assert others <= set(words_of(" ".join(said))) | kept
    keys = [block.key for block in result.blocks]
    assert len(keys) == len(set(keys))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_one_writer_alone_gets_what_he_typed(seed):
    rng = random.Random(seed)
    before = body(*(a_line(rng, number) for number in range(rng.randint(0, 8))))
    mine = edited(rng, text_of(before).splitlines(), "lan")
    result = merged(sent(lines_of(before)), "\n".join(mine), before)
    assert not result.clashes
    assert words_of(text_of(result.blocks)) == words_of("\n".join(mine))


def test_a_line_typed_above_the_one_that_is_open_stands_above_it():
    before = body(A, B, C)
    base = tuple(line for line in sent(lines_of(before)) if line.key == "k3")
    assert lines(merged(base, f"- Mới.\n{C}", before)) == [A, B, "- Mới.", C]
