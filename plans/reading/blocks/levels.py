"""How deep each passage of a body stands, by its marker and by what stands above it. Pure."""

from dataclasses import dataclass, field

from plans.law.blocks import DEEPEST, BlockType
from plans.reading.parts.draft import PassageRole
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_finished
from targets.language.lexicon.headings import ARTICLE, SECTION

LONGEST_HEADING = 200
ABOVE_ALL = 1  # of what stands under no heading: the opening, the closing sentence


@dataclass(frozen=True)
class TypeAndLevel:
    type: BlockType
    level: int


@dataclass
class Levels:
    """Asked passage by passage in the order of the paper."""

    has_romans: bool
    open: list[tuple[float, int]] = field(default_factory=list)  # rank and level of the headings above
    dash: int = 0  # level of the dashes under the last heading

    def of(self, passage: Passage, role: PassageRole) -> TypeAndLevel:
        if role is PassageRole.CLOSING:
            self.open.clear()
            return TypeAndLevel(BlockType.PARAGRAPH, ABOVE_ALL)
        if passage.rank is Rank.DIVISION:
            return self._division(passage)
        if _is_part(passage, role):
            return self._part(passage)
        if Rank.NONE < passage.rank < Rank.DASH:
            return TypeAndLevel(BlockType.CLAUSE, self._under(_depth(passage)))
        return TypeAndLevel(BlockType.PARAGRAPH, self._plain(passage.rank))

    def annex(self) -> TypeAndLevel:
        self._opens(0, 0)
        return TypeAndLevel(BlockType.ANNEX, 0)

    @property
    def below(self) -> int:
        """Of a table, a note and whatever else has no rank."""
        return min(self.open[-1][1] + 1, DEEPEST) if self.open else ABOVE_ALL

    def _division(self, passage: Passage) -> TypeAndLevel:
        if passage.mark.lower().startswith(ARTICLE.lower()):
            return TypeAndLevel(BlockType.ARTICLE, self._under(Rank.ROMAN + 0.5, at_least=2))
        level = 1 if passage.mark.lower().startswith(SECTION.lower()) else 0
        self._opens(level, level)
        return TypeAndLevel(BlockType.CHAPTER, level)

    def _part(self, passage: Passage) -> TypeAndLevel:
        level = 0 if passage.rank is Rank.CAPITAL and self.has_romans else 1
        self._opens(Rank.CAPITAL if level == 0 else Rank.ROMAN, level)
        return TypeAndLevel(BlockType.PART, level)

    def _under(self, depth: float, at_least: int = 2) -> int:
        while self.open and self.open[-1][0] >= depth:
            self.open.pop()
        level = max(self.open[-1][1] + 1 if self.open else at_least, at_least)
        self._opens(depth, min(level, DEEPEST))
        return min(level, DEEPEST)

    def _opens(self, depth: float, level: int) -> None:
        while self.open and self.open[-1][0] >= depth:
            self.open.pop()
        self.open.append((depth, level))
        self.dash = 0

    def _plain(self, rank: Rank) -> int:
        if rank is Rank.PLUS and self.dash:
            return min(self.dash + 1, DEEPEST)
        self.dash = self.below if rank is Rank.DASH else 0
        return self.below


def _is_part(passage: Passage, role: PassageRole) -> bool:
    if role is PassageRole.HEADING:
        return passage.rank in (Rank.NONE, Rank.CAPITAL, Rank.ROMAN)
    short = len(passage.text) <= LONGEST_HEADING and not is_finished(passage.text)
    return passage.rank in (Rank.CAPITAL, Rank.ROMAN) and short


def _depth(passage: Passage) -> float:
    """ "1.1.1." stands below "1.1.", "(1)" below "a)"."""
    if passage.rank is Rank.DECIMAL:
        return passage.rank + passage.mark.strip(".)").count(".") / 10
    if passage.mark.startswith("("):
        return Rank.LETTER + (0.5 if passage.rank is Rank.NUMBER else 0.7)
    return float(passage.rank)
