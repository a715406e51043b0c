"""A printed paper, taken apart into lines and ruled lines: what the rules measure.

Nothing here knows how the paper was made; it sees the PDF's letters, and the `Paper` says which words to
expect.
Lengths in points from the top left corner of the page.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

import pdfplumber

from plans.content.parts import WholeTable, at_annexes, with_rows
from plans.content.values import Block
from plans.law.blocks import BlockType
from plans.paper.document import Paper
from plans.paper.setting import Grid, Text, set_blocks
from tests.content.writing import runs
from tests.paper.lines import (
    MM,
    Line,
    Ruled,
    chars_of,
    lines_of,
    ruled_of,
    squeezed,
    unmarked,
    uprights_of,
)

RAGGED = 2  # points: lines of a justified text differ by less
SMALLEST = 10  # points; a raised mark has seven tenths of the words around it


@dataclass
class Set:
    """A paragraph of the paper and the lines that it became."""

    block: Text
    kind: str  # its role: "part", "clause", "point", "prose", "citation", …
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


class Printed:
    def __init__(self, pdf: bytes, paper: Paper):
        self.paper = paper
        with pdfplumber.open(io.BytesIO(pdf)) as document:
            self.sizes = [(float(page.width), float(page.height)) for page in document.pages]
            self.chars = [_without_calls(chars_of(page)) for page in document.pages]
            self.ruled = [ruled_of(page) for page in document.pages]
            self.uprights = [uprights_of(page) for page in document.pages]
        self.lines = [lines_of(number, chars) for number, chars in enumerate(self.chars)]

    # --- Pages ---

    @cached_property
    def annex_starts(self) -> list[int]:
        """The pages on which annexes begin."""
        starts = [squeezed(annex.annex.marker or annex.annex.text) for annex in self.annexes]
        above = 8 if self.paper.deciding else 2  # a text that a decision encloses has heads of its own
        return [
            n
            for n, lines in enumerate(self.lines)
            if n and any(_begins_annex(line, starts) for line in lines[:above])
        ]

    @cached_property
    def body_pages(self) -> range:
        return range(self.annex_starts[0] if self.annex_starts else len(self.lines))

    def annex_pages(self, index: int) -> range:
        ends = [*self.annex_starts, len(self.lines)]
        return range(ends[index], ends[index + 1])

    def page_number(self, page: int) -> Line | None:
        """The line of digits alone at the head or the foot of a page."""
        for line in (*self.lines[page][:1], *self.lines[page][-1:]):
            outside = line.baseline < 20 * MM or line.baseline > self.sizes[page][1] - 20 * MM
            if line.text.strip().isdigit() and outside:
                return line
        return None

    def running(self, pages: Iterable[int]) -> list[Line]:
        """All lines but the page numbers."""
        return [line for page in pages for line in self.lines[page] if line is not self.page_number(page)]

    # --- The heads ---

    @cached_property
    def first(self) -> list[Line]:
        return self.running([0])

    @cached_property
    def national_name(self) -> Line | None:
        names = {
            squeezed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            squeezed("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        }
        return next((line for line in self.first if line.words in names), None)

    @cached_property
    def motto(self) -> Line | None:
        bare = squeezed("Độc lập Tự do Hạnh phúc")
        return next((line for line in self.first if re.sub(r"[-–]", "", line.words) == bare), None)

    @cached_property
    def office(self) -> list[Line]:
        """The left column of the heads."""
        border = self.national_name.x0 if self.national_name else self.sizes[0][0] / 2
        return [line for line in self.first if line.x1 < border + 2]

    @cached_property
    def superior(self) -> list[Line]:
        return consecutive(self.office, "".join(self.paper.letterhead.superior))

    @cached_property
    def agency(self) -> list[Line]:
        after = self.superior[-1].baseline if self.superior else 0
        below = [line for line in self.office if line.baseline > after]
        return consecutive(below, "".join(self.paper.letterhead.agency))

    @cached_property
    def numbered(self) -> list[Line]:
        """Number and symbol; the symbol of several offices may take a second line."""
        lines = [line for line in self.first if line in self.office or line is self.number]
        return consecutive(lines, f"Số:{self.paper.number}/{self.paper.symbol}")

    @cached_property
    def number(self) -> Line | None:
        return next((line for line in self.first if line.words.startswith("số:")), None)

    @cached_property
    def date(self) -> list[Line]:
        others = [line for line in self.first if line not in self.office and line is not self.number]
        return consecutive(others, self.paper.place_and_date)

    @cached_property
    def type_line(self) -> Line | None:
        words = squeezed(self.paper.type_name)
        return next((line for line in self.first if words and line.words == words), None)

    @cached_property
    def title(self) -> list[Line]:
        below = self.type_line.baseline if self.type_line else 0
        return consecutive([line for line in self.first if line.baseline > below], self.paper.title)

    @cached_property
    def deciding(self) -> list[Line]:
        below = self.title[-1].baseline if self.title else 0
        return consecutive([line for line in self.first if line.baseline > below], self.paper.deciding)

    @cached_property
    def subject(self) -> list[Line]:
        return consecutive(self.office, f"V/v{self.paper.title}")

    @cached_property
    def draft_mark(self) -> list[Line]:
        return [line for page in self.lines for line in page if line.words == squeezed("DỰ THẢO")]

    def rule_below(self, line: Line) -> Ruled | None:
        """The first ruled line between this line's foot and the next text below it."""
        below = [
            r
            for r in self.ruled[line.page]
            if line.baseline < r.y < line.baseline + 1.2 * line.size and line.x0 - 5 < r.centre < line.x1 + 5
        ]
        return min(below, key=lambda r: r.y, default=None)

    # --- The text ---

    @cached_property
    def head_end(self) -> float:
        """Where the heads of page 1 end."""
        lines = [*self.title, *self.deciding, *self.subject, *([self.number] if self.number else [])]
        return max((line.baseline for line in lines), default=0)

    @cached_property
    def label(self) -> Line | None:
        found = [line for line in self.running(self.body_pages) if line.words.startswith("nơinhận")]
        return found[-1] if found else None

    @cached_property
    def text_lines(self) -> list[Line]:
        """The lines between the heads and the end, in reading order."""
        closing = [(line.page, line.baseline - 0.5) for line in (*self.end[:1], self.label) if line]
        end = min(closing, default=(len(self.lines), 0))
        return [
            line
            for line in self.running(self.body_pages)
            if (line.page, line.baseline) < end
            and (line.page > 0 or line.baseline > self.head_end)
            and line not in self.draft_mark
        ]

    @cached_property
    def sets(self) -> list[Set]:
        citations = [Set(_said(text), "citation") for text in self.paper.citations]
        return _align([*citations, *_sets(self.body)], self.text_lines)

    @cached_property
    def body(self) -> tuple[Block, ...]:
        return at_annexes(self.paper.blocks)[0]

    @cached_property
    def annexes(self):
        return at_annexes(self.paper.blocks)[1]

    def tables(self, blocks: tuple[Block, ...]) -> list[WholeTable]:
        return [item for item in with_rows(blocks) if isinstance(item, WholeTable)]

    def annex_sets(self, index: int) -> list[Set]:
        annex = self.annexes[index]
        blocks = annex.blocks[1:] if annex.reference else annex.blocks
        return _align(list(_sets(blocks)), self.running(self.annex_pages(index)))

    @cached_property
    def left(self) -> float:
        """The left edge of the text: where lines begin that do not begin a paragraph."""
        return _usual(line.x0 for paragraph in self.sets for line in paragraph.lines[1:])

    @cached_property
    def right(self) -> float:
        """The right edge: how far lines reach that do not end a paragraph; of a ragged text the longest of them."""
        stretched = (paragraph for paragraph in self.sets if not paragraph.block.is_ragged)
        reaches = [line.x1 for paragraph in stretched for line in paragraph.lines[:-1]]
        if not reaches:
            return 0
        usual, most = median(reaches), max(reaches)
        return usual if most - usual < RAGGED else most

    @cached_property
    def pitch(self) -> float:
        """The usual distance of two lines of one paragraph."""
        return median(self.pitches) if self.pitches else 0

    @cached_property
    def pitches(self) -> list[float]:
        pairs = [pair for p in self.sets for pair in zip(p.lines, p.lines[1:], strict=False)]
        return [b.baseline - a.baseline for a, b in pairs if a.page == b.page]

    # --- The end ---

    @cached_property
    def end(self) -> list[Line]:
        """The lines of authority, post and name, from the first on."""
        words = squeezed("".join((*self.paper.signature.lines, self.paper.signature.signer)))
        return consecutive(
            [line for line in self.running(self.body_pages) if line.centre > self.sizes[0][0] / 2],
            words,
            last=True,
        )

    @cached_property
    def beside(self) -> list[Line]:
        """The lines of the second signature, at the left."""
        signed = self.paper.beside
        left = [line for line in self.running(self.body_pages) if line.centre < self.sizes[0][0] / 2]
        return consecutive(left, "".join((*signed.lines, signed.signer)), last=True) if signed else []

    @cached_property
    def authority(self) -> list[Line]:
        return self.end[: len(self.end) - len(self.name)]

    @cached_property
    def name(self) -> list[Line]:
        """The lines of the signer's name; ranks and long names take two."""
        return consecutive(self.end, self.paper.signature.signer, last=True)

    @property
    def signer(self) -> Line | None:
        return self.name[0] if self.name else None

    @cached_property
    def recipients(self) -> list[Line]:
        """The lines below "Nơi nhận:", over pages where they are many."""
        if not self.label:
            return []
        place = (self.label.page, self.label.baseline)
        return [
            line
            for line in self.running(self.body_pages)
            if (line.page, line.baseline) > place and line.x0 < self.label.x0 + 15
        ]


def _without_calls(chars: list[dict]) -> list[dict]:
    """Without the raised marks that call a note: they are on lines of their own to who looks at baselines."""
    return [char for char in chars if char["size"] >= SMALLEST]


def _begins_annex(line: Line, starts: list[str]) -> bool:
    """Its label, or the first line of its title where it has none."""
    labels = re.compile(r"^Phụ lục( [IVXLC]+)?$", re.IGNORECASE)
    return bool(labels.match(line.text)) or any(
        not start.startswith("phụlục") and start.startswith(line.words) and line.bold for start in starts
    )


def _usual(numbers: Iterable[float]) -> float:
    counted = Counter(round(number, 1) for number in numbers)
    return counted.most_common(1)[0][0] if counted else 0.0


# --- From words to lines ------------------------------------------------------------------------------


def consecutive(lines: list[Line], words: str, *, last: bool = False) -> list[Line]:
    """The run of lines that together read `words`; [] when the paper does not have them."""
    words = squeezed(words)
    starts = range(len(lines)) if words else ()
    for start in reversed(starts) if last else starts:
        rest, end = words, start
        while rest and end < len(lines) and rest.startswith(lines[end].words):
            rest, end = rest[len(lines[end].words) :], end + 1
        if not rest:
            return lines[start:end]
    return []


def _said(text: str) -> Text:
    (said,) = set_blocks((Block("said", BlockType.PARAGRAPH, 0, runs=runs(text)),))
    return said


def _sets(blocks: Iterable[Block]) -> Iterable[Set]:
    return (Set(text, text.role) for text in set_blocks(tuple(blocks)) if not isinstance(text, Grid))


def _words_of(text: Text) -> str:
    return unmarked(f"{text.marker}{text.text}")


def _align(sets: list[Set], lines: list[Line]) -> list[Set]:
    """Gives each block its lines, in order; a block that is not there keeps none."""
    place = 0
    for item in sets:
        for start in range(place, len(lines)):
            rest, end = _words_of(item.block), start
            while rest and end < len(lines) and _begins(rest, lines[end].words):
                rest, end = rest[len(lines[end].words) :], end + 1
            if not rest and end > start:
                item.lines, place = lines[start:end], end
                break
    return sets


def _begins(rest: str, words: str) -> bool:
    return rest.startswith(words) or rest == unmarked(words)
