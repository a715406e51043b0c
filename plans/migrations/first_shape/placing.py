"""A paper of the first shape → blocks, with its document's targets and tasks hung on them by its anchors. Pure.

Words are those of the paper and no others. Keys are the anchors, as whoever reads a kept paper of that shape makes
them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from childlabour.core.vietnamese import roman

from .printed import NOBODY, OF_TARGETS, OF_TASKS, ORGANISATION, Data, Row, leads

DEEPEST = 6
Span = tuple[int, int]
LONGEST = 80  # of a target's sentence in the list of what could not be placed
_RANKS = {"part": ("part", 1, "."), "clause": ("clause", 2, "."), "point": ("clause", 4, ")")}
_DUTIES = 3  # the level of what is to be done under a heading that names units
_MADE_FROM = {OF_TARGETS: "targets", OF_TASKS: "tasks"}
_MENTION = re.compile(r"chi tiết tại Phụ lục kèm theo .+ này\.$")


@dataclass
class Charge:
    """A heading that names units. `tasks` under it are theirs."""

    label: str
    tasks: list[Row] = field(default_factory=list)

    @property
    def units(self) -> frozenset[int]:
        """Those that lead every task below it; none where the tasks go to different ones."""
        asked = {frozenset(unit.pk for unit in leads(task)) for task in self.tasks}
        return next(iter(asked)) if len(asked) == 1 else frozenset()


@dataclass
class Block:
    """`runs` are `[text, bold, italic, [marks]]`."""

    key: str
    type: str
    level: int
    marker: str = ""
    text: str = ""
    layout: Data = field(default_factory=dict)
    made_from: str = ""
    targets: list[Row] = field(default_factory=list)
    task: Row | None = None
    charge: Charge | None = None

    @property
    def printed(self) -> str:
        cells = self.layout.get("cells", ())
        words = " | ".join("".join(run[0] for runs in cell["paragraphs"] for run in runs) for cell in cells)
        return f"{self.marker} {self.text or words}".strip()

    @property
    def runs(self) -> list[list[Any]]:
        """Its words, cut where the words of a target begin and end; no two targets lie on the same."""
        spans: dict[str, Span] = {}
        for target in self.targets:
            free = (span for span in self._spans(target) if span not in spans.values())
            spans[mark_of(target)] = next(free, (0, len(self.text)))
        cuts = sorted({0, len(self.text), *(end for span in spans.values() for end in span)})
        return [
            [
                self.text[a:b],
                False,
                False,
                [m for m, (start, end) in spans.items() if start <= a and b <= end],
            ]
            for a, b in pairwise(cuts)
        ]

    def _spans(self, target: Row) -> Iterator[Span]:
        """Where its sentence stands; for one that stands nowhere, or no more often than there are targets that say
        it, the words from the first on, from the second on …, and all shorter stretches of them.
        """
        sentence = " ".join(target.sentence.split())
        if sentence:
            yield from (found.span() for found in re.finditer(re.escape(sentence), self.text))
        words = [found.span() for found in re.finditer(r"\S+", self.text)]
        letters = [(place, place + 1) for start, end in words for place in range(start, end)]
        for pieces in (words, letters):
            for _, end in reversed(pieces):
                yield from ((start, end) for start, _ in pieces if start < end)


@dataclass
class Placed:
    blocks: list[Block]
    lost: list[str]  # what hangs where its words do not stand, in words for whoever runs the migration


def mark_of(target: Row) -> str:
    return f"target-{target.pk}"


def placed(paper: Data, document: Row) -> Placed:
    """Every target and task of `document` on a block of its `paper`."""
    placing = _Placing(document)
    placing.read(paper)
    lost = list(placing.place_the_rest())
    return Placed(placing.blocks, lost)


class _Placing:
    def __init__(self, document: Row) -> None:
        self.blocks: list[Block] = []
        self._keys: set[str] = set()
        self._sections = {f"section-{section.pk}": section for section in document.sections.all()}
        self._targets: dict[str, Row] = {}
        self._tasks: dict[str, Row] = {}
        self._section_of: dict[str, Row] = dict(self._sections)
        for section in self._sections.values():
            for target in section.targets.all():
                self._targets[f"target-{target.pk}"] = target
                self._section_of[f"target-{target.pk}"] = section
            for task in section.tasks.all():
                self._tasks[f"task-{task.pk}"] = task
                self._section_of[f"task-{task.pk}"] = section
        self._section: Row | None = None
        self._heading = 0  # the level of the last heading
        self._floor = 1  # what belongs to a task stands below it
        self._charge: Charge | None = None
        self._awaited: Row | None = None  # the first duty under a charge: its words come next

    # ── Words ────────────────────────────────────────────────────────────────────────────────────

    def read(self, paper: Data) -> None:
        annexes = paper.get("annexes", [])
        body = paper["blocks"]
        mention = _place_of_mention(body) if annexes else None
        for place, data in enumerate(body):
            if place == mention:
                self._begin(None)
            self._read(data)
        self._settle_awaited()
        for number, annex in enumerate(annexes, start=1):
            self._begin(None)
            label = f"Phụ lục {roman(number)}" if len(annexes) > 1 else "Phụ lục"
            self._add("annex", 0, label, annex["title"], self._key(annex.get("anchor", ""), "annex"))
            if annex.get("reference"):
                self._key("", "reference")  # made by the layout; its key stays free for papers that kept it
            for data in annex["blocks"]:
                self._read(data, _MADE_FROM.get(annex["title"], ""))

    def _read(self, data: Data, made_from: str = "") -> None:
        self._enter(data.get("anchor", ""))
        match data["is"]:
            case "heading":
                self._read_heading(data)
            case "paragraph":
                self._read_paragraph(data)
            case _:
                self._read_table(data, made_from)

    def _enter(self, anchor: str) -> None:
        """A part without a heading begins with its first anchor."""
        if anchor == "closing":
            self._begin(None)
        section = self._section_of.get(anchor)
        if section is not None and section is not self._section:
            self._begin(section)

    def _begin(self, section: Row | None) -> None:
        self._settle_awaited()
        self._section, self._heading, self._floor, self._charge = section, 0, 1, None

    def _read_heading(self, data: Data) -> None:
        kind, usual, end = _RANKS[data["level"]]
        number, anchor = " ".join(data["number"].split()), data.get("anchor", "")
        marker, task = number and f"{number}{end}", self._tasks.get(anchor)
        names_units = task is not None and self._is_in_organisation and not _begins_with(task, data["text"])
        if task is not None or kind == "part":
            self._settle_awaited()
            self._floor = _DUTIES if self._is_in_organisation and task and not names_units else 1
        told = _told(marker) if kind == "clause" else 0
        block = self._add(
            kind, max(told or usual, self._floor), marker, data["text"], self._key(anchor, "heading")
        )
        self._heading = block.level
        if names_units:
            self._charge = Charge(block.text) if block.text != NOBODY else None
            block.charge, self._awaited, self._floor = self._charge, task, _DUTIES
        else:
            self._give(block, task or self._first_duty())

    def _read_paragraph(self, data: Data) -> None:
        marker, anchor = " ".join(data.get("marker", "").split()), data.get("anchor", "")
        task = self._tasks.get(anchor)
        if task is not None:
            self._settle_awaited()
            self._floor = _DUTIES if self._is_in_organisation else 1
            self._heading = self._floor - 1
        task = task or self._first_duty()
        told = _told(marker)
        level = max(told or self._heading + 1, self._floor)
        if task is not None and self._is_in_organisation:
            level = _DUTIES  # side by side under the heading that names who does them, whatever their marks
        kind = "clause" if told else "paragraph"
        block = self._add(kind, level, marker, data["text"], self._key(anchor, "paragraph"))
        if kind == "clause":
            self._heading = block.level
        if target := self._targets.pop(anchor, None):
            block.targets.append(target)
        self._give(block, task)

    def _read_table(self, data: Data, made_from: str) -> None:
        rows, titles = data["rows"], [column["title"] for column in data["columns"]]
        widest = max((len(row) for row in rows), default=1)
        columns = [[column["share"], column["align"]] for column in data["columns"]]
        columns = columns or [[100 // widest, "left"] for _ in range(widest)]
        head = [titles] if any(titles) else []
        layout: Data = {"columns": columns} | ({"head_rows": 1} if head else {})
        level = max(self._heading + 1, self._floor)
        table = self._add("table", level, "", "", self._key("", "table"))
        table.layout, table.made_from = layout, made_from
        for texts in (*head, *rows):
            row = self._add("row", level + 1, "", "", self._key("", "row"))
            row.layout = {"cells": list(_cells(texts, len(columns)))}

    def _add(self, kind: str, level: int, marker: str, text: str, key: str) -> Block:
        """Blanks of every kind were one plain blank on those papers."""
        block = Block(key, kind, min(level, DEEPEST), marker, " ".join(text.split()))
        self.blocks.append(block)
        return block

    def _key(self, anchor: str, kind: str) -> str:
        key = anchor
        if not key or key in self._keys:
            key = f"{kind}-of-{len(self._keys) + 1}"
        self._keys.add(key)
        return key

    # ── Meaning ──────────────────────────────────────────────────────────────────────────────────

    @property
    def _is_in_organisation(self) -> bool:
        return self._section is not None and bool(self._section.kind == ORGANISATION)

    def _give(self, block: Block, task: Row | None) -> None:
        if task is None:
            return
        block.task = self._tasks.pop(f"task-{task.pk}")
        self._floor = min(block.level + 1, DEEPEST)
        self._heading = block.level
        if self._charge is not None:
            self._charge.tasks.append(task)

    def _first_duty(self) -> Row | None:
        task, self._awaited = self._awaited, None
        return task

    def _settle_awaited(self) -> None:
        """A duty without a word of its own is what its heading says."""
        if self._awaited is not None:
            self._give(self.blocks[-1], self._first_duty())

    def place_the_rest(self) -> Iterator[str]:
        """What the paper has no anchor for, where the same words stand, else at the head of its part."""
        for anchor, target in self._targets.items():
            block, is_found = self._found(target.sentence, anchor, self.blocks)
            block.targets.append(target)
            if not is_found:
                yield f"chỉ tiêu “{target.sentence[:LONGEST]}” đặt ở “{block.printed[:LONGEST]}”"
        for anchor, task in self._tasks.items():
            name = task.heading or task.details.split("\n", 1)[0]
            block, is_found = self._found(
                name, anchor, [block for block in self.blocks if block.task is None]
            )
            block.task = task
            if not is_found:
                yield f"nhiệm vụ “{name[:LONGEST]}” đặt ở “{block.printed[:LONGEST]}”"

    def _found(self, words: str, anchor: str, blocks: Iterable[Block]) -> tuple[Block, bool]:
        said = [block for block in blocks if block.text]
        sought = " ".join(words.split())
        for block in said:
            if sought and sought in block.text:
                return block, True
        head = f"section-{self._section_of[anchor].pk}"
        for block in said:
            if block.key == head:
                return block, False
        return (said[-1] if said else self._add("paragraph", 1, "", "", self._key("", "paragraph"))), False


def _place_of_mention(body: list[Data]) -> int | None:
    """The sentence that names the annexes: the last before the closing words."""
    end = next((place for place, data in enumerate(body) if data.get("anchor") == "closing"), len(body))
    is_mention = end and body[end - 1]["is"] == "paragraph" and _MENTION.search(body[end - 1]["text"])
    return end - 1 if is_mention else None


def _begins_with(task: Row, text: str) -> bool:
    """Whether a heading is the first line of the task itself, not the names of who does it."""
    first = task.details.split("\n", 1)[0]
    return not task.heading and " ".join(first.split()).endswith(" ".join(text.split()))


def _told(marker: str) -> int:
    """The level that a marker tells; 0 for a dash or nothing."""
    if not marker[:1].isalnum():
        return 0
    return min(1 + len(marker.strip(".)").split(".")), 4) if marker[0].isdecimal() else 4


def _cells(texts: list[str], columns: int) -> Iterator[Data]:
    """A row of one text was the title of a group: as wide as the table and bold."""
    if len(texts) == 1 < columns:
        yield {"paragraphs": [_run(texts[0], bold=True)], "across": columns, "align": "left"}
        return
    for text in texts:
        yield {"paragraphs": [_run(text)]}


def _run(text: str, bold: bool = False) -> list[list[Any]]:
    words = " ".join(text.split())
    return [[words, bold, False, []]] if words else []
