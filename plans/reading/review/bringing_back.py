"""A line that was left out of a draft, as the paragraph that it becomes when a person takes it back. Pure.

What it promises is offered with it: a target of such a line is taken by itself, and brings its line along.
"""

import re

from plans.content.values import Block, Runs, TargetMark, TextRun, marked
from plans.law.blocks import BlockType
from plans.reading.blocks.making import own_words, target_read
from plans.reading.marks.goals import goals_of, period_in
from plans.reading.parts.outline import Part
from plans.reading.text.passages import Passage

from .readings import FileRead

_PROMISED = re.compile(r"back-(\d{1,6})-\d{1,3}")


def line_of(target: str) -> int | None:
    """The line that a target with this id was found in, where it is one of a line that was left out."""
    found = _PROMISED.fullmatch(target)
    return int(found[1]) if found else None


def taken_back(reading: FileRead, number: int, level: int = 1) -> Block:
    """With every target that was found in the line."""
    line = reading.lines[number]
    passage = Passage(line.text, line.mark)
    period = period_in(reading.content.title, *reading.head.preamble)
    runs: Runs = (TextRun(line.text),)
    targets: list[TargetMark] = []
    for place, target in enumerate(goals_of((passage,), [Part(None, [0])], period, is_article=False).targets):
        name = f"back-{number}-{place}"
        for span in target.spans:
            runs = marked(runs, *own_words(passage, span.start, span.end), name)
        targets.append(target_read(name, target, passage))
    return Block(f"line-{number}", BlockType.PARAGRAPH, level, line.mark, runs, targets=tuple(targets))
