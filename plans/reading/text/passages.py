"""Lines → passages: paragraphs made whole again, each with its mark and what the source knew of it. Pure."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from childlabour.core.vietnamese import search_key
from plans.reading.sources.lines import Line, LinePlace, Source, SourceKind, Styled
from targets.language.lexicon import headings
from targets.language.lexicon.acts import SURE_BASES
from targets.language.lexicon.comparing import WANTING_A_FIGURE
from targets.language.lexicon.patterns import any_of, folded, opening
from targets.language.lexicon.sentences import BEHIND_DASHES, LEADING_ON

from .cleaning import DEBRIS, left_out
from .columns import side_by_side
from .heads import in_pieces
from .markers import Rank, rank_of, split_mark
from .unrolled import rolled_up
from .words import is_capitals, is_finished, starts_small

WRAPPED_SHARE = 0.12  # of lines that break off in mid-sentence: text copied with its line ends
SHORT_LINE = 0.7  # of the usual length: a shorter one ends its paragraph
MARKED_SHARE = 0.05  # of lines that begin with a mark though no blank line, and no list, stands before them
MOST_LINES_OF_HEADING = 4
LONGEST_WRAPPED = 130  # characters of a line of a screen or a page


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. `text` is on one line with single blanks, without its mark; `left_out` is a reason."""

    text: str
    mark: str = ""
    rank: Rank = Rank.NONE
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    page: int = 0
    place: LinePlace = LinePlace.BODY
    left_out: str = ""
    looks: tuple[Styled, ...] = ()  # its words with the mark by their look, where they have more than one
    note: int = 0  # of a note: which one

    @property
    def depth(self) -> float:
        """Its rank, "1.1.1." below "1.1."."""
        return (
            self.rank + self.mark.strip(".)").count(".") / 10
            if self.rank is Rank.DECIMAL
            else float(self.rank)
        )

    @property
    def whole(self) -> str:
        """As printed: the mark, then the words."""
        return f"{self.mark} {self.text}" if self.mark else self.text


def passages_of(source: Source) -> tuple[Passage, ...]:
    at_feet = [
        line for line in source.lines if line.place is LinePlace.NOTE and source.origin is SourceKind.PDF
    ]
    body = tuple(line for line in source.lines if line not in at_feet) if at_feet else source.lines
    lines = side_by_side(rolled_up(body), is_word=source.origin is SourceKind.WORD)
    passages = list(_mended(lines, left_out(lines, source.origin)))
    if at_feet:
        passages = list(_behind_their_calls(passages, list(_mended(tuple(at_feet), {}))))
    return tuple(_with_margins(passages, source.margins) if source.margins else passages)


def _behind_their_calls(passages: list[Passage], notes: list[Passage]) -> Iterator[Passage]:
    """A note of a page's foot follows the paragraph, or the table, that calls it."""
    waiting: list[Passage] = []
    for passage, below in zip_longest(passages, passages[1:]):
        called = {look.note for look in passage.looks if look.note}
        waiting += [note for note in notes if note.note in called]
        yield passage
        if passage.table <= 0 or below is None or below.table != passage.table:
            yield from waiting
            waiting = []


def _with_margins(passages: list[Passage], margins: tuple[Line, ...]) -> Iterator[Passage]:
    """What runs above and below the pages, each at the turn of its page."""
    waiting = list(margins)
    for passage in passages:
        while waiting and waiting[0].page < passage.page:
            yield _passage([waiting[0]], waiting.pop(0).apart)
        yield passage
    for line in waiting:
        yield _passage([line], line.apart)


def _mended(lines: tuple[Line, ...], out: dict[int, str]) -> Iterator[Passage]:
    wrapped = _Wrapping.of([line for place, line in enumerate(lines) if place not in out])
    waiting: list[Passage] = []  # left out between two halves of a sentence: they follow the whole sentence
    open_lines: list[Line] = []
    for place, line in enumerate(lines):
        if place in out:
            waiting.append(_passage([line], out[place]))
            if out[place] == DEBRIS and open_lines:  # a rule under a title ends what stands above it
                yield _passage(open_lines)
                yield from waiting
                waiting, open_lines = [], []
            continue
        if open_lines and _goes_on(open_lines, line, wrapped):
            open_lines.append(line)
            continue
        if open_lines:
            yield _passage(open_lines)
        yield from waiting
        waiting, open_lines = [], [line]
    if open_lines:
        yield _passage(open_lines)
    yield from waiting


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """Whether the line ends are only those of a screen or a page, and how long a full line is there."""

    is_wrapped: bool
    width: int
    longest: int
    is_parted: bool  # blank lines stand between all paragraphs: a line without one before it goes on

    def fills(self, text: str) -> bool:
        """The line is as long as lines are here, so that its end need not mean anything."""
        if self.is_wrapped:
            return len(text) >= SHORT_LINE * self.width
        return self.longest <= LONGEST_WRAPPED and len(text) >= 0.9 * self.longest

    @classmethod
    def of(cls, lines: list[Line]) -> "_Wrapping":
        pairs = [(a, b) for a, b in itertools.pairwise(lines) if b.starts is None]
        broken = sum(not is_finished(a.text) and starts_small(b.text) for a, b in pairs)
        lengths = sorted(len(line.text) for line in lines)
        width = lengths[len(lengths) * 9 // 10] if lengths else 0
        longest = lengths[-1] if lengths else 0
        is_wrapped = broken > 2 and broken >= WRAPPED_SHARE * len(pairs)
        marked = sum(bool(split_mark(b.text)[0]) and not split_mark(a.text)[0] for a, b in pairs)
        is_parted = is_wrapped and marked <= MARKED_SHARE * len(pairs)
        return cls(is_wrapped, width, longest, is_parted)


def _goes_on(before: list[Line], line: Line, wrapping: _Wrapping) -> bool:
    """The line belongs to the paragraph that `before` began."""
    last = before[-1]
    if _where(last) != _where(line):
        return False
    if line.starts is None and _BARE_MARK.fullmatch(last.text.strip()):
        return len(before) == 1
    if line.marker or line.heading or last.heading or _is_mark_of_its_own(before, line):
        return False
    if line.starts is False:
        return last.bold == line.bold or not is_finished(last.text)
    if in_pieces(last.text, line.text):
        return True
    if _is_title(before, line):
        return False
    if is_finished(last.text):
        listed = last.text.rstrip().endswith(";") and line.starts is None and starts_small(line.text)
        return listed or _is_same_paragraph(last, line, wrapping)
    if starts_small(line.text) or (line.text[:1].isdigit() and _WANTS_FIGURE.search(search_key(last.text))):
        return True
    return not _OPENING.match(line.text) and line.starts is None and _is_only_broken(before, line, wrapping)


def _where(line: Line) -> tuple[object, ...]:
    return line.table, line.row, line.column, line.place, line.note if line.page else 0


def _is_same_paragraph(last: Line, line: Line, wrapping: _Wrapping) -> bool:
    """A sentence that happened to end where its line does."""
    plain = line.table == 0 and line.starts is None and not _OPENING.match(line.text)
    return plain and wrapping.is_parted and wrapping.fills(last.text) and last.bold == line.bold


def _is_only_broken(before: list[Line], line: Line, wrapping: _Wrapping) -> bool:
    """A line end that a screen, a page or a copy made, though a capital follows."""
    last = before[-1]
    if before[0].text.startswith("Kính gửi") and _BODY.match(line.text):
        return False
    if _is_heading_in_capitals(before, line):
        return True
    if _CITED.match(before[0].text) and not is_capitals(line.text):
        return True
    if line.table == 0 and (wrapping.is_parted or wrapping.fills(last.text) or _LEADS_ON.search(last.text)):
        return not is_capitals(line.text) and last.bold == line.bold
    return False


# "1." / "Mục tiêu", "Điều" / "1. Phê duyệt": a mark that lost its words.
_BARE_MARK = re.compile(
    rf"(?:[IVX]{{1,5}}|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-zđ])[.)]|{any_of(headings.DIVISIONS_ALONE)}"
)
_CITED = re.compile(rf"(?:[-–+]\s*)?{any_of(opening(SURE_BASES))}\b")  # ends with a sign, always
_BODY = re.compile(rf"{any_of(headings.UNDER_ADDRESSEES)}\b")
_LEADS_ON = re.compile(rf"\b{any_of(LEADING_ON)}$")
_WANTS_FIGURE = re.compile(rf"\b{any_of(folded(WANTING_A_FIGURE))}$")
_OPENING = re.compile(rf"{any_of(headings.OPENING_A_LINE)}|Số\s*:|Điều \d")


def _is_mark_of_its_own(before: list[Line], line: Line) -> bool:
    """The line starts with a mark, and it is no dash that only a line end brought to the front."""
    mark, words, rank = split_mark(line.text)
    if not mark:
        return False
    last = before[-1].text
    if rank is Rank.DASH and not is_finished(last) and (line.starts is not True or _IN_NAME.match(words)):
        return not (_IN_NAME.match(words) or (words[:4].isdigit() and last[-4:].isdigit()))
    return True


_IN_NAME = re.compile(rf"{any_of(BEHIND_DASHES)}\b")


def _is_heading_in_capitals(before: list[Line], line: Line) -> bool:
    """ "I. MỤC" / "ĐÍCH, YÊU CẦU": a marked heading that a narrow screen broke."""
    if len(before) > MOST_LINES_OF_HEADING or not is_capitals(line.text):
        return False
    marked = split_mark(before[0].text)[2] is not Rank.NONE
    return marked and all(is_capitals(each.text) for each in before)


def _is_title(lines: list[Line], line: Line) -> bool:
    """What was gathered stands for itself: capitals, and no heading after a mark that goes on."""
    if len(lines) != 1 or not is_capitals(lines[0].text):
        return False
    rank = split_mark(lines[0].text)[2]
    marked = rank in (Rank.CAPITAL, Rank.ROMAN) and line.starts is None
    return not (marked and is_capitals(line.text) and not lines[0].bold)


def _passage(lines: list[Line], reason: str = "") -> Passage:
    first = lines[0]
    text = joined([line.text for line in lines])
    mark, rank = first.marker, rank_of(first.marker)
    if not mark:
        mark, text, rank = split_mark(text)
    return Passage(
        text=text,
        mark=mark,
        rank=rank,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        centred=all(line.centred for line in lines),
        heading=first.heading,
        table=first.table,
        row=first.row,
        column=first.column,
        page=first.page,
        place=first.place,
        left_out=reason,
        looks=_looks(lines),
        note=first.note,
    )


def _looks(lines: list[Line]) -> tuple[Styled, ...]:
    """Of all its lines; none where everything looks as the first line does."""
    first = lines[0]
    if not any(line.looks for line in lines) and all(
        (line.bold, line.italic) == (first.bold, first.italic) for line in lines
    ):
        return ()
    return tuple(
        look for line in lines for look in line.looks or (Styled(line.text, line.bold, line.italic),)
    )


_BLANKS = re.compile(r"\s+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


def joined(texts: list[str]) -> str:
    """Lines made one: a hyphen that only the line end needed goes, a blank stands between words."""
    whole = ""
    for text in texts:
        text = _BLANKS.sub(" ", text).strip()
        if not whole:
            whole = text
        elif whole[-1] in "-\u2010" and whole[-2:-1].isalnum():
            whole = _over_a_hyphen(whole, text)
        elif _BROKEN_NUMBER.search(whole):  # "Quý II/" + "2026"
            whole += text
        else:
            whole = f"{whole} {text}"
    return whole.replace("\u2010", "-")


def _over_a_hyphen(before: str, after: str) -> str:
    """U+2010 is every hyphen that a PDF has at a line end, of the word or of the line."""
    if starts_small(after) and _is_one_syllable(before, after):
        return before[:-1] + after
    return f"{before[:-1]}-{after}" if _is_tied(before, after) else f"{before} {after}"


_BROKEN_NUMBER = re.compile(r"\w/$")


def _is_tied(before: str, after: str) -> bool:
    """ "BNV-" + "CTTN&BĐG", "phòng-" + "chống": one word with its hyphen; "2021 -" stands apart by its blank."""
    return before[-1] == "\u2010" or starts_small(after) or before[-2].isupper()


def _is_one_syllable(before: str, after: str) -> bool:
    """ "trư-" + "ờng" is one syllable cut in two, "phòng-" + "chống" are two."""
    head = search_key(re.split(r"[\s-]", before[:-1])[-1])
    tail = search_key("".join(takewhile(str.isalpha, after)))
    if not _SYLLABLE.fullmatch(head + tail):
        return False
    return not _SYLLABLE.fullmatch(tail) or (head[-1:] in _VOWELS and tail[:1] in _VOWELS)


_VOWELS = frozenset("aeiouy")
