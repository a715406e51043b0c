"""A body put together block by block: keys are made and markers run on by themselves, as they do while one types.

For whoever makes a `Content` from pieces: samples, the skeleton of a new draft, a programme, tests. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from childlabour.core.vietnamese import lines_of, roman
from plans.law.blocks import DEEPEST, BlockType

from .markers import level_of, split_marker
from .values import Block, CameFrom, ChargeMark, Runs, TargetMark, TaskMark, TextRun, marked, tidy

PART, CLAUSE, PARAGRAPH = BlockType.PART, BlockType.CLAUSE, BlockType.PARAGRAPH


@dataclass
class Body:
    prefix: str = "k"  # of keys, where several bodies meet in one document
    blocks: list[Block] = field(default_factory=list)
    _parts: int = 0
    _clauses: int = 0
    _articles: int = 0

    def part(self, heading: str, **marks: object) -> Block:
        """ "I. MỤC ĐÍCH": the next roman number."""
        self._parts += 1
        self._clauses = 0
        return self._add(PART, 1, f"{roman(self._parts)}.", heading, **marks)

    def clause(self, heading: str, **marks: object) -> Block:
        """ "1. Truyền thông": the next number of the part."""
        self._clauses += 1
        return self._add(CLAUSE, 2, f"{self._clauses}.", heading, **marks)

    def paragraph(self, text: str, marker: str = "", **marks: object) -> Block:
        """One level below the heading before it."""
        return self._add(PARAGRAPH, self._below(), marker, text, **marks)

    def article(self, text: str) -> Block:
        """ "Điều 1. …": the next number."""
        self._articles += 1
        return self._add(BlockType.ARTICLE, 2, f"Điều {self._articles}.", text)

    def centred(self, text: str) -> Block:
        """ "QUYẾT ĐỊNH:": a line of its own, bold."""
        block = self._add(PARAGRAPH, 1, "", text, centred=True)
        return self._put(replace(block, runs=(TextRun(text, bold=True),)))

    def attached(self, title: str) -> Block:
        """A text that the document brings along; its articles begin anew."""
        self._parts = self._clauses = self._articles = 0
        return self._add(BlockType.ANNEX, 0, "", title)

    def closing(self, text: str) -> Block:
        """The last words, which belong to no part."""
        return self._add(PARAGRAPH, 1, "", text)

    def lines(self, text: str) -> list[Block]:
        """Each line a block; its own marker ("1.", "a)", "-") tells its rank."""
        return [self.line(line) for line in lines_of(text)]

    def line(self, line: str, **marks: object) -> Block:
        marker, words = split_marker(line)
        level = level_of(marker)
        if level is None:
            return self.paragraph(words, marker, **marks)
        if level == 2:
            self._clauses += 1
        return self._add(CLAUSE, level, marker, words, **marks)

    def targets(self, sentences: Iterable[TargetMark], marker: str = "-") -> list[Block]:
        """One promise a paragraph, ";" after each and "." after the last; the mark lies on the words without them."""
        promises = list(sentences)
        laid = []
        for promise in promises:
            end = "." if promise is promises[-1] else ";"
            block = self.paragraph(f"{promise.sentence}{end}", marker)
            runs = marked(block.runs, 0, len(promise.sentence), promise.id)
            laid.append(self._put(replace(block, runs=runs, targets=(promise,))))
        return laid

    def task(self, block: Block, mark: TaskMark) -> Block:
        return self._put(replace(block, task=mark))

    def bring(self, block: Block, level: int, source: CameFrom) -> Block:
        """A block of another body, under a key of this one."""
        brought = replace(block, key=self._key(), level=min(max(level, 0), DEEPEST), source=source)
        self.blocks.append(brought)
        return brought

    def charge(self, block: Block, mark: ChargeMark) -> Block:
        return self._put(replace(block, charge=mark))

    def _below(self) -> int:
        headings = (block.level for block in reversed(self.blocks) if block.type.facts.heads)
        return next(headings, 0) + 1

    def _add(self, type_: BlockType, level: int, marker: str, text: str, **marks: object) -> Block:
        runs: Runs = tidy((TextRun(text),))
        block = Block(self._key(), type_, level, marker, runs, **marks)  # type: ignore[arg-type]
        self.blocks.append(block)
        return block

    def _key(self) -> str:
        return f"{self.prefix}{len(self.blocks) + 1}"

    def _put(self, block: Block) -> Block:
        """In the place of the block with its key."""
        place = next(place for place, other in enumerate(self.blocks) if other.key == block.key)
        self.blocks[place] = block
        return block
