"""What a plan of one year says, as the plan of a later one would: its years move on, its looks and marks stay. Pure.

Years of the plan and the one before it that the words speak of ("năm 2023", "Quý II/2023", "hoàn thành trước ngày
30/11/2023") move on. The days of acts ("ngày 26/5/2023") stay, and so does what is not of the plan itself: a law
of 2016, the end of a programme, an orientation.
A year is as long as any other, so no run of words changes its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from plans.content.values import Block, Content, Runs, TargetMark, TaskMark, plain
from targets.language.deadlines import due_said
from targets.language.lexicon import times
from targets.language.lexicon.patterns import any_of
from targets.statements import Statement

_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_OF_YEAR = rf"(?:/| {times.YEAR} )"
_SPOKEN = re.compile(
    rf"\b\d{{1,2}} {times.MONTH} \d{{1,2}}{_OF_YEAR}\d{{4}}"  # a day, as acts have: nothing of it is taken out
    rf"|\b{times.MONTH} \d{{1,2}}{_OF_YEAR}(?P<of_month>(?:19|20)\d\d)\b"
    rf"|\b{times.QUARTER} (?:IV|I{{1,3}}|[1-4])(?:\s?-\s?|\s?/\s?| {times.YEAR} )(?P<of_quarter>(?:19|20)\d\d)\b"
    rf"|(?<!\d/)\b{times.YEAR} {_YEAR}",
    re.IGNORECASE,
)
_ANY = re.compile(rf"(?<!\d){_YEAR}")
# A cell that is nothing but a time: "30/6/2023", "Quý II/2023", "trước ngày 15/01/2024".
_TIME_ALONE = re.compile(rf"(?:[\d\s/.,–-]|\b(?:{any_of(times.IN_A_TIME)}|[IV]{{1,3}})\b)+", re.IGNORECASE)


@dataclass(frozen=True)
class Shift:
    """By how many years, and the first and the last one that the plan is about."""

    years: int
    first: int
    last: int

    def moves(self, year: int) -> bool:
        """What a plan says of the year before is how things stood when it was written."""
        return self.first - 1 <= year <= self.last


def moved_on(content: Content, shift: Shift) -> Content:
    """Title and body; grounds, recipients and who signs are as they were."""
    return replace(
        content,
        title=years_on(content.title, shift),
        blocks=tuple(_block_on(block, shift) for block in content.blocks),
    )


def years_on(text: str, shift: Shift, due: str = "", *, is_cell: bool = False) -> str:
    """`due`: words of the text that say when something is to be done; every year in them moves."""
    letters = list(text)
    times = _of_a_time(text, shift) if is_cell else ()
    for place in {*_spoken(text, shift), *_of_deadlines(text, due), *times}:
        letters[place : place + 4] = str(int(text[place : place + 4]) + shift.years)
    return "".join(letters)


def day_on(day: date | None, years: int) -> date | None:
    """29 February becomes the 28th."""
    if day is None:
        return None
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + years)


def _spoken(text: str, shift: Shift) -> Iterator[int]:
    for found in _SPOKEN.finditer(text):
        name = found.lastgroup
        if name and shift.moves(int(found[name])):
            yield found.start(name)


def _of_a_time(text: str, shift: Shift) -> Iterator[int]:
    """What is reported on a year is due early in the next."""
    if _TIME_ALONE.fullmatch(text):
        yield from (found.start() for found in _ANY.finditer(text) if int(found[0]) <= shift.last + 1)


def _of_deadlines(text: str, due: str) -> Iterator[int]:
    for said in filter(None, (due, due_said(text, None).text)):
        at = text.find(said)
        if at >= 0:
            yield from (at + found.start() for found in _ANY.finditer(said))


def _block_on(block: Block, shift: Shift) -> Block:
    due = block.task.due_text if block.task else ""
    return replace(
        block,
        runs=_runs_on(block.runs, shift, due),
        cells=tuple(
            replace(
                cell, paragraphs=tuple(_runs_on(runs, shift, due, is_cell=True) for runs in cell.paragraphs)
            )
            for cell in block.cells
        ),
        targets=tuple(_target_on(mark, shift) for mark in block.targets),
        task=_task_on(block.task, shift) if block.task else None,
    )


def _runs_on(runs: Runs, shift: Shift, due: str, *, is_cell: bool = False) -> Runs:
    """A year may stand in two looks ("20" bold, "23" not): it moves as one."""
    text = years_on(plain(runs), shift, due, is_cell=is_cell)
    moved, at = [], 0
    for run in runs:
        moved.append(replace(run, text=text[at : at + len(run.text)]))
        at += len(run.text)
    return tuple(moved)


def _target_on(mark: TargetMark, shift: Shift) -> TargetMark:
    """Why last year's was weaker than the one above is no reason for this one."""
    said = mark.statement
    texts: dict[str, Any] = {
        part.name: years_on(text, shift)
        for part in fields(Statement)
        if isinstance(text := getattr(said, part.name), str) and part.name not in ("comparator", "direction")
    }
    horizon = said.horizon + shift.years if said.horizon and shift.moves(said.horizon) else said.horizon
    return replace(
        mark,
        sentence=years_on(mark.sentence, shift),
        statement=replace(said, **texts, horizon=horizon),
        weaker_reason="",
    )


def _task_on(mark: TaskMark, shift: Shift) -> TaskMark:
    due_text = years_on(mark.due_text, shift, due=mark.due_text)
    return replace(mark, due=day_on(mark.due, shift.years), due_text=due_text)
