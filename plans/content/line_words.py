"""Words with their looks ⇄ a line as it is typed: `**đậm**`, `*nghiêng*`, `[^1]` where a note is called. Pure.

A backslash before a sign makes it a word: `5 \\* 3`. A star with blanks on both sides is one anyway, and so is
the last of an odd number.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from .values import Runs, TextRun, tidy

_SIGNS = re.compile(r"[\\*|]|\[(?=\^|$)")  # also where a run ends between "[" and "^"
_TYPED = re.compile(r"\\(.)|\[\^([^\]\s]{1,40})\]|(\*\*|\*)", re.DOTALL)
_TO_ESCAPE = re.compile(r"[\\*|\[\r\n]")
_BREAKS = re.compile(r"\s{0,9}[\r\n]\s*")
_BLANKS = re.compile(r"(\s+)")
Piece = tuple[str, bool, bool]  # words as they are typed, bold, italic
_END: Piece = ("", False, False)  # what stands before and behind the line


@dataclass(frozen=True)
class TypedWords:
    """What was typed: words with looks, and behind which character which note is called."""

    runs: Runs
    calls: tuple[tuple[int, str], ...] = ()  # place, marker of the note


def typed(runs: Runs, notes: dict[str, str]) -> str:
    """The line of these words; `notes`: key → marker of the notes that may be called from them."""
    if not any(run.bold or run.italic for run in runs) and not _calls_any(runs, notes):
        text = "".join(run.text for run in runs)
        if not _TO_ESCAPE.search(text):
            return text  # nine lines in ten
    last = {mark: place for place, run in enumerate(runs) for mark in run.marks if mark in notes}
    pieces: list[Piece] = []
    for place, run in enumerate(runs):
        pieces.append((escaped(_BREAKS.sub(" ", run.text)), run.bold, run.italic))
        pieces += [(f"[^{notes[mark]}]", run.bold, run.italic) for mark, at in last.items() if at == place]
    return "".join(_starred(pieces))


def _calls_any(runs: Runs, notes: dict[str, str]) -> bool:
    return bool(notes) and any(mark in notes for run in runs for mark in run.marks)


def escaped(words: str) -> str:
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", words)


def _starred(pieces: Iterable[Piece]) -> Iterator[str]:
    """Stars only of the look that begins or ends there: `*(**Phụ lục** kèm theo)*`, which reads one way."""
    bold = italic = False
    for words, is_bold, is_italic in (*_with_plain_blanks(pieces), _END):
        yield "**" * (bold != is_bold) + "*" * (italic != is_italic) + words
        bold, italic = is_bold, is_italic


def _with_plain_blanks(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Blanks have no look but what the words on both sides have: stars stand at words, never between blanks."""
    parts = [(part, bold, italic) for text, bold, italic in pieces for part in _BLANKS.split(text) if part]
    groups = [(is_blank, list(same)) for is_blank, same in groupby(parts, key=lambda part: part[0].isspace())]
    before = _END
    for place, (is_blank, same) in enumerate(groups):
        if is_blank:
            after = groups[place + 1][1][0] if place + 1 < len(groups) else _END
            looks = (before, *same, after)
            blanks = "".join(part for part, _, _ in same)
            yield blanks, all(bold for _, bold, _ in looks), all(italic for _, _, italic in looks)
        else:
            yield from same
        before = same[-1]


def read_words(line: str) -> TypedWords:
    signs = list(_TYPED.finditer(line))
    literal = _literal_stars(line, signs)
    runs: list[TextRun] = []
    calls: list[tuple[int, str]] = []
    bold = italic = False
    at = length = 0
    for sign in signs:
        words = line[at : sign.start()]
        escape, note, stars = sign.groups()
        words += escape or (sign[0] if sign.start() in literal else "")
        runs.append(TextRun(words, bold, italic))
        length += len(words)
        if note:
            calls.append((length, note))
        elif stars and sign.start() not in literal:
            bold, italic = bold ^ (stars == "**"), italic ^ (stars == "*")
        at = sign.end()
    runs.append(TextRun(line[at:], bold, italic))
    return TypedWords(tidy(tuple(runs)), tuple(calls))


def _literal_stars(line: str, signs: list[re.Match[str]]) -> set[int]:
    """Places of stars that stand alone between blanks, or that nothing closes."""
    literal: set[int] = set()
    for stars in ("**", "*"):
        places = [sign.start() for sign in signs if sign[3] == stars]
        alone = {place for place in places if _is_blank_around(line, place, place + len(stars))}
        open_ones = [place for place in places if place not in alone]
        literal |= alone | set(open_ones[-1:] if len(open_ones) % 2 else ())
    return literal


def _is_blank_around(line: str, start: int, end: int) -> bool:
    return not line[start - 1 : start].strip() and not line[end : end + 1].strip()


# ── Marks over changed words ─────────────────────────────────────────────────────────────────────

_TOKEN = re.compile(r"\w+|[^\w\s]")
Marks = tuple[str, ...]


@dataclass(frozen=True)
class Token:
    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    return [Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]


def marks_at(runs: Runs, tokens: Sequence[Token]) -> list[Marks]:
    """The marks on the first character of each token."""
    found: list[Marks] = []
    place, reach = -1, 0
    for token in tokens:
        while reach <= token.start and place + 1 < len(runs):
            place += 1
            reach += len(runs[place].text)
        found.append(runs[place].marks)
    return found


def with_marks(runs: Runs, tokens: Sequence[Token], marks: Sequence[Marks]) -> Runs:
    """The same words with these marks token by token; blanks have what both neighbours have."""
    spans: list[tuple[int, int, Marks]] = []
    for place, (token, own) in enumerate(zip(tokens, marks, strict=True)):
        if place:
            before = spans[-1]
            spans.append((before[1], token.start, shared(before[2], own)))
        spans.append((token.start, token.end, own))
    ends = [end for _, end, _ in spans]
    done: list[TextRun] = []
    at = 0
    for run in runs:
        reach = at + len(run.text)
        done += _cut_at(run, at, spans[bisect_right(ends, at) : bisect_left(ends, reach) + 1])
        at = reach
    return tidy(tuple(done))


def shared(one: Marks, other: Marks) -> Marks:
    return tuple(mark for mark in one if mark in other)


def _cut_at(run: TextRun, at: int, spans: list[tuple[int, int, Marks]]) -> list[TextRun]:
    pieces: list[TextRun] = []
    reach = at
    for start, end, marks in spans:
        start, end = max(start, at), min(end, at + len(run.text))
        if start < end:
            pieces.append(replace(run, text=run.text[reach - at : start - at], marks=()))
            pieces.append(replace(run, text=run.text[start - at : end - at], marks=marks))
            reach = end
    pieces.append(replace(run, text=run.text[reach - at :], marks=()))
    return pieces
