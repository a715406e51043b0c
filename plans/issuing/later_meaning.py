"""Meaning hung on the words of an issued document: a target overlooked is marked, work is given to units.

No word changes and nothing that was issued: later marks bear the moment they were laid, and hang beside the frozen ones
(docs/decisions/0030-marks-after-issue.md). What was added so may be taken away again, unless somebody answered it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from childlabour.core.clock import now
from childlabour.core.errors import Problem
from childlabour.core.steps import Act, Noted
from plans.content.asking import content_of
from plans.content.faults import faults_of
from plans.content.later import frozen_part
from plans.content.laying import lay
from plans.content.laying_marks import units_of
from plans.content.values import Block, Content, Inherited, inherited
from plans.law.belonging import rows_of
from plans.models import Answer, Assignment, Document

SHOWN = 80  # characters of words in the journal and in a refusal
MOST_NAMED = 10  # marks in one event; more are counted


@dataclass(frozen=True)
class Marked(Noted):
    """A fact: what the document will say of itself, every new mark with its moment."""

    content: Content


def marks_alone(act: Act) -> Iterator[Problem | Marked]:
    """Beside what is there marks may come and go; words and what was issued stay."""
    if act["marked"] is None:
        return  # asked for by the step itself
    before = content_of(act.row)
    after = _stamped(before, act["marked"](before), now().isoformat())
    if after == before:
        yield Problem("Chưa có gì khác: đánh dấu thêm, hoặc bỏ dấu đã thêm, rồi lưu.")
        return
    if frozen_part(after) != frozen_part(before):
        yield Problem("Chữ, chỉ tiêu, nhiệm vụ đã ban hành không đổi được: ở đây chỉ đánh dấu thêm.")
        return
    yield from faults_of(after)
    yield from _problems_of_work(act.row, after)
    yield Marked(_told(before, after), after)


def lay_marks(act: Act) -> None:
    lay(act.fact(Marked).content, act.row)


# ── What is new ──────────────────────────────────────────────────────────────────────────────────


def _stamped(before: Content, after: Content, moment: str) -> Content:
    """Whatever was not there bears the moment, whoever brought it and whatever it says of itself."""
    was = {block.key: block for block in before.blocks}
    targets = {mark.id for _, mark in before.targets}

    def stamp(mark: Any, is_there: bool) -> Any:
        return mark if mark is None or is_there else replace(mark, added_at=moment)

    return replace(
        after,
        blocks=tuple(
            replace(
                block,
                targets=tuple(stamp(mark, mark.id in targets) for mark in block.targets),
                task=stamp(block.task, block.key in was and was[block.key].task is not None),
                charge=stamp(block.charge, block.key in was and was[block.key].charge is not None),
            )
            for block in after.blocks
        ),
    )


def _told(before: Content, after: Content) -> str:
    """ "Thêm: chỉ tiêu “80% …”; nhiệm vụ “…”. Bỏ: …", for the journal."""
    was, stands = _marks_in(before), _marks_in(after)
    changes = {
        "Thêm": [words for key, (words, _) in stands.items() if key not in was],
        "Sửa": [words for key, (words, mark) in stands.items() if key in was and was[key][1] != mark],
        "Bỏ": [words for key, (words, _) in was.items() if key not in stands],
    }
    return " ".join(f"{name}: {_listed(words)}." for name, words in changes.items() if words)


def _marks_in(content: Content) -> dict[tuple[str, str], tuple[str, Any]]:
    """By kind and place, each in words and as it is."""
    found: dict[tuple[str, str], tuple[str, Any]] = {}
    for block in content.blocks:
        for mark in block.targets:
            found["target", mark.id] = (f"chỉ tiêu “{_short(mark.sentence)}”", mark)
        if block.task:
            found["task", block.key] = (f"nhiệm vụ “{_short(block.name)}”", block.task)
        if block.charge:
            found["charge", block.key] = (f"giao đơn vị ở “{_short(block.printed)}”", block.charge)
    return found


def _listed(words: list[str]) -> str:
    named = "; ".join(words[:MOST_NAMED])
    return named if len(words) <= MOST_NAMED else f"{named}; và {len(words) - MOST_NAMED} dấu khác"


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


# ── Work that was given ──────────────────────────────────────────────────────────────────────────


def _problems_of_work(document: Document, after: Content) -> Iterator[Problem]:
    """What was given with the document stays with its units; what was answered stays. Two queries."""
    above = inherited(after.blocks)
    stand = {block.key: block for block in after.blocks}

    def still(given: Assignment) -> bool:
        block = stand[given.task.block.key]
        if not given.is_printed:
            return block.task is not None
        units = units_of(block.task, above.get(block.key)) if block.task else {}
        return units.get(given.unit_id) == (given.role, given.is_inherited)

    rows = rows_of(Assignment, document).select_related("unit", "task__block")
    rows = rows.order_by("task__block__place", "pk")
    yield from _problems_of_given_beside((given for given in rows if not given.is_printed), stand, above)
    gone = [given for given in rows if not still(given)]
    frozen = dict.fromkeys(
        given.task.block.key for given in gone if given.is_printed and given.added_at is None
    )
    yield from (_stays(stand[key]) for key in frozen)
    yield from _problems_of_answered(given for given in gone if not given.is_printed or given.added_at)


def _problems_of_given_beside(
    rows: Iterable[Assignment], stand: dict[str, Block], above: dict[str, Inherited]
) -> Iterator[Problem]:
    for given in rows:
        block = stand[given.task.block.key]
        if block.task and given.unit_id in units_of(block.task, above.get(block.key)) and not given.turn:
            yield Problem(
                f"{given.unit} đã được giao nhiệm vụ “{_short(block.name)}” ngoài văn bản: không đánh dấu nữa.",
                block.key,
            )


def _stays(block: Block) -> Problem:
    return Problem(
        f"Nhiệm vụ “{_short(block.name)}” đã giao cho đơn vị khi ban hành: không giao lại ở đây được.",
        block.key,
    )


def _problems_of_answered(gone: Iterable[Assignment]) -> Iterator[Problem]:
    answered = Answer.objects.filter(assignment__in=[given.pk for given in gone])
    rows = Assignment.objects.filter(pk__in=answered.values("assignment")).select_related(
        "unit", "task__block"
    )
    for given in rows:
        yield Problem(
            f"{given.unit} đã trả lời nhiệm vụ “{_short(given.task.name)}”: giữ nguyên để không mất trả lời.",
            given.task.block.key,
        )
