"""The body of a document as one frozen value between all rooms: words in blocks, meaning hanging on the words.

Everything that makes a document (a file that was read, last year's plan, an upper plan, a sample, JSON) makes a
`Content`; everything that looks at one (paper, check, exports, differences) looks at a `Content`. Pure.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date as day
from functools import cached_property
from itertools import pairwise

from plans.law.blocks import Align, BlockType
from targets.statements import Statement

MARKS = frozenset({"target", "task", "charge"})  # what may hang on a block
NAMED = frozenset(
    {"lead", "partners", "due", "product"}
)  # parts of a task that may be given beside the words


@dataclass(frozen=True)
class TextRun:
    """A stretch of words of one look; `marks` are the ids of what hangs on them, in the order they were opened."""

    text: str
    bold: bool = False
    italic: bool = False
    marks: tuple[str, ...] = ()


Runs = tuple[TextRun, ...]


@dataclass(frozen=True)
class TableColumn:
    share: int  # per cent of the table's width
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Cell:
    paragraphs: tuple[Runs, ...] = ((),)
    across: int = 1  # columns
    down: int = 1  # rows
    align: Align | None = None  # where it departs from its column


@dataclass(frozen=True)
class CameFrom:
    """Where a block was brought from: another document and its key there."""

    document: int
    key: str


@dataclass(frozen=True)
class TargetMark:
    """What a promise says, and which of its parts were given beside the words.

    `sentence` is composed to stand alone in lists; it is never printed in the body.
    """

    id: str
    sentence: str
    statement: Statement
    group: str = ""  # code of an objective group of the document's programme
    given: frozenset[str] = frozenset()
    responsible: int | None = None  # a unit
    upper: int | None = None  # the target above that it carries out
    indicator: str = ""
    weaker_reason: str = ""
    added_at: str = ""  # ISO; empty: frozen with the words


@dataclass(frozen=True)
class TaskMark:
    """Something to be done. Leads and partners are its own; those of the charge above are inherited, not repeated."""

    lead: tuple[int, ...] = ()  # units
    partners: tuple[int, ...] = ()
    units_said: str = ""  # as the words name them, known here or not: "Các trường học trên địa bàn"
    due: day | None = None  # the day that lateness is counted from
    due_text: str = ""  # as the office wrote it: "Quý II/2026", "hằng tháng"
    product: str = ""
    given: frozenset[str] = frozenset()
    added_at: str = ""


@dataclass(frozen=True)
class ChargeMark:
    """A heading that names units: what is to be done below it is theirs."""

    units: tuple[int, ...] = ()
    units_said: str = ""
    added_at: str = ""


_HASH = "_hash"


@dataclass(frozen=True)
class Block:
    """`marker` is printed as it stands ("I.", "1.2.", "a)", "-"); typing proposes the next one."""

    key: str
    type: BlockType
    level: int
    marker: str = ""
    runs: Runs = ()
    cells: tuple[Cell, ...] = ()  # of a row
    columns: tuple[TableColumn, ...] = ()  # of a table
    head_rows: int = 0  # of a table: how many of its first rows are printed on each page
    centred: bool = False
    landscape: bool = False  # of an annex
    made_from: str = ""  # "targets", "tasks": a table that can be made again
    source: CameFrom | None = None
    targets: tuple[TargetMark, ...] = ()
    task: TaskMark | None = None
    charge: ChargeMark | None = None
    declined: frozenset[str] = frozenset()  # of `MARKS`: what a person said that it is not; proposed no more

    def __hash__(self) -> int:
        """By its words, reckoned once: what is set of a block is kept from one letter typed to the next."""
        if _HASH not in self.__dict__:
            self.__dict__[_HASH] = hash((self.key, self.type, self.marker, self.runs, self.cells))
        return int(self.__dict__[_HASH])

    @property
    def stretches(self) -> Iterator[Runs]:
        """Its words in order: its runs, or each paragraph of each cell."""
        if self.cells:
            yield from (paragraph for cell in self.cells for paragraph in cell.paragraphs)
        else:
            yield self.runs

    @cached_property
    def text(self) -> str:
        """Its words without marker and look; paragraphs of a cell by a blank, cells by " | "."""
        if self.cells:
            return " | ".join(" ".join(map(plain, cell.paragraphs)) for cell in self.cells)
        return plain(self.runs)

    @property
    def name(self) -> str:
        """What a list calls it: its words; of a row its longest cell, for the others say who, when and how many."""
        if not self.cells:
            return self.text
        return max((" ".join(map(plain, cell.paragraphs)) for cell in self.cells), key=len)

    @property
    def printed(self) -> str:
        return f"{self.marker} {self.text}".strip()


@dataclass(frozen=True)
class Ground:
    text: str
    type: str = ""
    number: str = ""
    date: day | None = None
    issuer: str = ""


@dataclass(frozen=True)
class Receiver:
    text: str
    purpose: str = "act"
    unit: int | None = None


@dataclass(frozen=True)
class Handling:
    """What an office says of the paper itself (NĐ 30/2020, Phụ lục I, Phần I, III.2–III.4)."""

    urgency: str = ""  # a value of `plans.law.handling.Urgency`
    circulation: str = ""  # of `Circulation`
    typist: str = ""  # who wrote it and in how many copies: "PL.(300)"
    contact: tuple[str, ...] = ()  # lines at the foot of the first page

    def __bool__(self) -> bool:
        return self != Handling()


@dataclass(frozen=True)
class Signing:
    """Lines above a name, and the name."""

    lines: tuple[str, ...] = ()
    signer: str = ""


@dataclass(frozen=True)
class Content:
    title: str = ""
    addressees: tuple[str, ...] = ()
    citations: tuple[Ground, ...] = ()
    blocks: tuple[Block, ...] = ()
    recipients: tuple[Receiver, ...] = ()
    signature_lines: tuple[str, ...] = ()
    signer: str = ""
    beside: Signing | None = None  # who signs at the left of it, of kinds that are signed by two
    handling: Handling = Handling()

    @property
    def targets(self) -> Iterator[tuple[Block, TargetMark]]:
        """In the order of the paper."""
        return ((block, mark) for block in self.blocks for mark in in_order(block))

    @property
    def tasks(self) -> Iterator[tuple[Block, TaskMark]]:
        return ((block, block.task) for block in self.blocks if block.task)


def plain(runs: Runs) -> str:
    return runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)


def span_of(block: Block, mark: str) -> str:
    """The words that a mark lies on; "" when it lies on none."""
    return "".join(run.text for runs in block.stretches for run in runs if mark in run.marks)


def in_order(block: Block) -> list[TargetMark]:
    """The targets of a block in the order in which their words begin."""
    if len(block.targets) < 2:
        return list(block.targets)
    seen = list(dict.fromkeys(mark for runs in block.stretches for run in runs for mark in run.marks))
    places = {mark: place for place, mark in enumerate(seen)}
    return sorted(block.targets, key=lambda mark: places.get(mark.id, len(places)))


def tidy(runs: Runs) -> Runs:
    """Neighbours of one look joined, nothing empty; the only shape in which runs are kept."""
    joined: list[TextRun] = []
    for run in runs:
        if not run.text:
            continue
        if joined and replace(joined[-1], text=run.text) == run:
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def keeping(runs: Runs, is_kept: Callable[[str], bool]) -> Runs:
    """The same words and looks with those of their marks alone that `is_kept`."""
    if not any(run.marks for run in runs):
        return runs
    return tidy(tuple(replace(run, marks=tuple(filter(is_kept, run.marks))) for run in runs))


def cut(runs: Runs, start: int, end: int) -> Runs:
    """The words from `start` to `end` (in characters of the plain text), in their looks and with their marks."""
    pieces: list[TextRun] = []
    at = 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            pieces.append(replace(run, text=text))
        at += len(run.text)
    return tuple(pieces)


def marked(runs: Runs, start: int, end: int, mark: str) -> Runs:
    """The same words with `mark` on those from `start` to `end` (in characters of the plain text)."""
    done: list[TextRun] = []
    at = 0
    for run in runs:
        cuts = sorted({0, len(run.text), *(min(max(place - at, 0), len(run.text)) for place in (start, end))})
        for left, right in pairwise(cuts):
            inside = start <= at + left and at + right <= end
            marks = (*run.marks, mark) if inside and mark not in run.marks else run.marks
            done.append(replace(run, text=run.text[left:right], marks=marks))
        at += len(run.text)
    return tidy(tuple(done))


@dataclass(frozen=True)
class Extent:
    """What stands under a block: its own place and the place after the last one below it."""

    first: int
    end: int


def extents(blocks: tuple[Block, ...]) -> list[Extent]:
    """For each block, how far it reaches: to the next of its level or above. One pass."""
    ends = [len(blocks)] * len(blocks)
    open_places: list[int] = []
    for place, block in enumerate(blocks):
        while open_places and blocks[open_places[-1]].level >= block.level:
            ends[open_places.pop()] = place
        open_places.append(place)
    return [Extent(place, end) for place, end in enumerate(ends)]


@dataclass
class Inherited:
    """The units that a task takes over from the charges it stands under."""

    lead: tuple[int, ...] = ()
    units_said: str = ""
    added_at: str = ""  # of the charge


def inherited(blocks: tuple[Block, ...]) -> dict[str, Inherited]:
    """By key, for every task below a charge or charged itself; the nearest charge counts."""
    found: dict[str, Inherited] = {}
    above: list[Block] = []
    for block in blocks:
        while above and above[-1].level >= block.level:
            above.pop()
        above.append(block)
        charges = [other.charge for other in above if other.charge] if block.task else []
        if charges:
            found[block.key] = Inherited(charges[-1].units, charges[-1].units_said, charges[-1].added_at)
    return found
