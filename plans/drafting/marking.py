"""Meaning hung on the words of a block by a person, read again when they change, taken away. No word changes. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from childlabour.core import lengths
from childlabour.core.errors import Problem, Refusal
from childlabour.core.lengths import whole
from childlabour.core.vietnamese import nfc
from plans.content.stretches import Stretch, spans_of, with_stretches
from plans.content.task_words import Called, lines_of_tasks, nobody, task_said_by
from plans.content.values import (
    Block,
    ChargeMark,
    Content,
    TargetMark,
    TaskMark,
    in_order,
    marked,
    plain,
    span_of,
    tidy,
)
from targets.filling import problems_in
from targets.language.assigning import opens_with_label
from targets.language.deadlines import when
from targets.language.parts import KEPT, SAID_AROUND
from targets.statements import Found, Statement, find, parse

SHOWN = 60  # characters of words in a message
PARTS = tuple(name for name in KEPT if name != "wording")  # what a person may give beside the words
_ASIDE = re.compile(r"\([^()]*\)")


# ── Blocks of a content ──────────────────────────────────────────────────────────────────────────


def block_called(content: Content, key: str) -> Block | None:
    return next((block for block in content.blocks if block.key == key), None)


def with_block(content: Content, block: Block) -> Content:
    """`block` in the place of the one with its key."""
    return replace(content, blocks=tuple(block if old.key == block.key else old for old in content.blocks))


# ── Targets ──────────────────────────────────────────────────────────────────────────────────────


def with_target(block: Block, mark: TargetMark, words: str) -> Block:
    """`mark` on these words where they first stand without a target of their own.

    Raises Refusal when the block does not say them, or when a target lies on exactly them already.
    """
    found = places_of(block, words)
    if not found:
        raise Refusal(
            Problem(
                f"Đoạn này không có chữ “{_shown(words)}”: chép đúng chữ trong đoạn rồi đánh dấu.",
                anchor=block.key,
            )
        )
    taken = {spans for target in block.targets if len(spans := spans_of(block, target.id)) == 1}
    free = next((place for place in found if (place,) not in taken), None)
    if free is None:
        raise Refusal(
            Problem(
                f"“{_shown(words)}” đã là một chỉ tiêu: chọn phần chữ ngắn hơn hoặc dài hơn.",
                anchor=block.key,
            )
        )
    stretches = list(block.stretches)
    stretches[free.stretch] = marked(stretches[free.stretch], free.start, free.end, mark.id)
    return replace(with_stretches(block, stretches), targets=(*block.targets, mark))


def without_target(block: Block, mark: str) -> Block:
    """The same words; the target `mark` hangs on them no more."""
    stretches = [
        tidy(tuple(replace(run, marks=tuple(other for other in run.marks if other != mark)) for run in runs))
        for runs in block.stretches
    ]
    targets = tuple(target for target in block.targets if target.id != mark)
    return replace(with_stretches(block, stretches), targets=targets)


def with_parts(block: Block, mark: TargetMark) -> Block:
    """`mark` in the place of the target with its id."""
    return replace(block, targets=tuple(mark if old.id == mark.id else old for old in block.targets))


def target_on(block: Block, words: str, mark: str, since: int | None = None) -> TargetMark:
    """What these words of the block promise; `since`: the first year of the plan."""
    sentence, statement = said_on(block, places_of(block, words)[:1], since)
    return TargetMark(mark, sentence[: lengths.SENTENCE], statement)


def said_on(block: Block, spans: Sequence[Stretch], since: int | None = None) -> tuple[str, Statement]:
    """The sentence that stands alone and its parts, with what the words share with their neighbours."""
    texts = [plain(runs) for runs in block.stretches]
    own = " ".join(" ".join(texts[span.stretch][span.start : span.end].split()) for span in spans).strip(
        " ;.,"
    )
    if len(spans) == 1:
        (span,) = spans
        items = found_in(texts[span.stretch], since)
        item = max(items, key=lambda found: _common(found, span), default=None)
        if item and 2 * _common(item, span) > max(item.end - item.start, span.end - span.start):
            return item.sentence, item.statement
    return own, parse(own)


def _common(found: Found, span: Stretch) -> int:
    return max(0, min(found.end, span.end) - max(found.start, span.start))


@lru_cache(maxsize=4096)  # of a draft all blocks but one are the same from one save to the next
def found_in(text: str, since: int | None) -> tuple[Found, ...]:
    return find(text, since=since)


def places_of(block: Block, words: str) -> list[Stretch]:
    """Where the block says these words; blanks and capitals do not count."""
    pieces = [re.escape(piece) for piece in nfc(words).split()]
    if not pieces:
        return []
    pattern = re.compile(r"\s+".join(pieces), re.IGNORECASE)
    return [
        Stretch(number, found.start(), found.end())
        for number, runs in enumerate(block.stretches)
        for found in pattern.finditer(plain(runs))
    ]


def group_near(content: Content, key: str) -> str:
    """The objective group of the target before it under the same heading; "" when there is none."""
    group, heading = "", 0
    for block in content.blocks:
        if block.type.facts.heads and (block.level <= heading or not heading):
            group, heading = "", block.level
        if block.key == key:
            break
        group = next((mark.group for mark in reversed(in_order(block)) if mark.group), group)
    return group


# ── Tasks and charges ────────────────────────────────────────────────────────────────────────────


def with_task(block: Block, task: TaskMark) -> Block:
    """Raises Refusal on a heading that gives work to units: what stands below it is to be done."""
    if block.charge:
        raise Refusal(
            Problem("Đề mục này đang giao việc cho đơn vị: nhiệm vụ là các đoạn bên dưới.", anchor=block.key)
        )
    return replace(block, task=task)


def without_task(block: Block) -> Block:
    return replace(block, task=None)


def with_charge(block: Block, charge: ChargeMark) -> Block:
    """Raises Refusal on what is a task itself, or heads nothing."""
    if block.task:
        raise Refusal(
            Problem(
                "Đoạn này đang là một nhiệm vụ: bỏ nhiệm vụ trước, rồi giao việc cho đơn vị.",
                anchor=block.key,
            )
        )
    if not (block.type.facts.heads or block.type.facts.ranked):
        raise Refusal(
            Problem("Chỉ đề mục mới giao việc cho đơn vị: chọn dòng đứng trên các việc.", anchor=block.key)
        )
    return replace(block, charge=charge)


def without_charge(block: Block) -> Block:
    return replace(block, charge=None)


def declining(block: Block, kind: str) -> Block:
    """The same block, of which a person said that it is no `kind` (of `MARKS`): it is proposed as one no more."""
    return replace(block, declined=block.declined | {kind})


def charge_said(block: Block, called: Called = nobody) -> ChargeMark:
    """The units that a heading names: "1. Công an xã (cơ quan thường trực):"."""
    names = " ".join(_ASIDE.sub(" ", block.text.partition(":")[0]).split()).strip(" .")
    return ChargeMark(called(names), whole(names, lengths.AGENCY))


def due_written(text: str, year: int | None) -> date | None:
    """The day that lateness is counted from, of what an office wrote: "Quý II/2026"; None for "hằng tháng"."""
    return when(text, year).day


def is_detail(block: Block) -> bool:
    """A line that only says who or when of the task above it."""
    return opens_with_label(block.text)


# ── Words that changed under their marks ─────────────────────────────────────────────────────────


def read_again(before: Content, after: Content, since: int | None, year: int | None) -> Content:
    """`after` with what its changed words say now.

    A part of a mark that said what the old words say follows the new ones; what was given beside them stays, and
    then differs where the words do. A mark that came with the change said what its sentence says.
    """
    old = {block.key: block for block in before.blocks}
    changed = {
        block.key for block in after.blocks if (was := old.get(block.key)) is None or was.text != block.text
    }
    if not changed:
        return after
    blocks = tuple(
        replace(
            block,
            targets=tuple(_target_again(old.get(block.key), block, mark, since) for mark in block.targets),
        )
        if block.key in changed and block.targets
        else block
        for block in after.blocks
    )
    return _tasks_again(before, replace(after, blocks=blocks), year)


def _target_again(was: Block | None, block: Block, mark: TargetMark, since: int | None) -> TargetMark:
    old_spans, spans = spans_of(was, mark.id) if was else (), spans_of(block, mark.id)
    if not spans:
        return mark
    sentence, says = said_on(block, spans, since)
    if was and old_spans:
        _, said = said_on(was, old_spans, since)
        if (said, span_of(was, mark.id)) == (says, span_of(block, mark.id)):
            return mark
    elif sentence == mark.sentence:
        return mark
    else:
        said = parse(mark.sentence)
    follow = {
        part: getattr(says, part)
        for part in Statement.__dataclass_fields__
        if part not in mark.given and _follows(part, said, mark.statement, says)
    }
    again = replace(mark, sentence=sentence[: lengths.SENTENCE], statement=replace(mark.statement, **follow))
    return again if _could_be_promised(again) else mark


def _could_be_promised(mark: TargetMark) -> bool:
    """A figure that is half typed or slipped ("985%") keeps nobody from saving the words; the check names it."""
    return not problems_in(mark.statement.kept | {"sentence": mark.sentence})


def _follows(part: str, said: Statement, kept: Statement, says: Statement) -> bool:
    if part in SAID_AROUND and getattr(says, part) in (None, ""):
        return False
    return part not in KEPT or getattr(said, part) == getattr(kept, part) or part == "wording"


def _tasks_again(before: Content, after: Content, year: int | None) -> Content:
    """Those whose lines are others than before."""
    said = lines_of_tasks(before)
    tasks = {block.key: task for block, task in after.tasks}
    again = {
        key: _task_again(tasks[key], task_said_by(said[key], year), task_said_by(lines, year))
        for key, lines in lines_of_tasks(after).items()
        if key in said and said[key] != lines
    }
    mended = (
        replace(block, task=again[block.key]) if block.key in again else block for block in after.blocks
    )
    return replace(after, blocks=tuple(mended))


def _task_again(task: TaskMark, said: TaskMark, says: TaskMark) -> TaskMark:
    if "due" not in task.given and (task.due, task.due_text) == (said.due, said.due_text):
        task = replace(task, due=says.due, due_text=says.due_text)
    if "product" not in task.given and task.product == said.product:
        task = replace(task, product=says.product)
    return task


def _shown(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
