"""What stands together on one line: one table of rules for the screen, the PDF, Word and the editor. Pure.

Binding is of the print alone: stored texts keep the blanks that were typed. A rule is a pattern of something that
belongs together ("ngày 26", "khoản 2", "90 %"); every blank within what it finds is made a no-break one. The patterns
mean the same to Python's `re` and to JavaScript's `RegExp`, so that the editor breaks its lines where the PDF does.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from targets.language.lexicon.binding import (
    BODIES,
    MEASURES,
    NUMBERED,
    NUMBERED_TOO,
    ONE_OF_SEVERAL,
    SCALES,
    SHORT_TITLES,
)
from targets.language.lexicon.compounds import COMPOUNDS
from targets.language.lexicon.patterns import capitals, either_case

from .nd30 import CELL_EDGES, LAYOUT
from .widths import ShortLine, widths_for_the_editor

NBSP = "\N{NO-BREAK SPACE}"
LONGEST_BOUND = 36  # letters; more bound in a row would leave holes in a justified line
LONGEST_WORD = 19  # letters of one that never makes a paragraph ragged
LONGEST_WHOLE = 17  # letters of a symbol and its marks ("110/2024/NĐ-CP./.") that is never broken


def _one_of(words: tuple[str, ...]) -> str:
    """Alternatives of both languages; a blank in one of them may be bound already."""
    return "|".join(words).replace(" ", "~")


# Spelled out: \w, \d and \b do not mean the same in the two languages.
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_SMALL = "a-zß-öø-ÿăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))
_NAMED = {
    "~": f"[ {NBSP}]",  # a blank, bound already or not
    "{other}": f"[^ {NBSP}]",
    "{start}": f"(?<![{_LETTER}0-9])",  # of a word
    "{end}": f"(?![{_LETTER}0-9])",
    "{name}": f"[{_CAPITAL}][{_SMALL}’']+",
    "{further}": "(?:{name}|[A-HJ-UWYZĐ]{end})",  # "Giàng A Páo"; not I, V, X, which count
    "{roman}": f"[IVXLC]+(?![{_LETTER}0-9])",
    "{letter}": f"[a-zđ](?![{_LETTER}0-9])",
    "{gap}": "[.…_]",  # room to write in
    "{numbered}": _one_of(either_case((*NUMBERED, *ONE_OF_SEVERAL))),
    "{measure}": f"{_one_of(MEASURES)}|(?:{_one_of(NUMBERED_TOO)})(?!~[0-9.…_])",
    "{scale}": _one_of(SCALES),
    "{body}": _one_of(BODIES),
    "{title}": _one_of(SHORT_TITLES),
}


def _spelled(written: str) -> str:
    named = re.compile(r"~|\{[a-z]+\}")
    while named.search(written):
        written = named.sub(lambda name: _NAMED[name[0]], written)
    return written


def _compounds() -> Iterator[str]:
    """Of two that share a word the second: "ban chỉ" is none before "đạo"."""
    for compound in sorted(COMPOUNDS):
        second = compound.split()[1]
        thirds = sorted(other.split()[1] for other in COMPOUNDS if other.split()[0] == second)
        for written in (either_case, capitals):
            goes_on = f"(?! (?:{'|'.join(written(thirds))}))" if thirds else ""
            yield from (f"{words}{goes_on}" for words in written((compound,)))


# What belongs together, and what it is called when somebody asks why a line ends early.
RULES: tuple[tuple[str, str], ...] = tuple(
    (name, _spelled(written))
    for name, written in (
        ("a thing and its number", "{start}(?:{numbered}):?~(?:[0-9]|{gap}|{roman}|{letter})"),
        ("a day and its month", "{start}[Nn]gày~[0-9]{1,2}~tháng~[0-9]{1,2}"),
        ("a date with room to write in", "{gap}/~?(?:{gap}+/)?~[0-9.…]"),
        ("a number and its measure", "[0-9]~(?:[%‰°]|(?:{measure}){end})"),
        ("so many children", "(?<!{other})[0-9.]{1,9}~trẻ~em{end}"),
        ("money", "{start}(?:{scale})~đồng{end}"),
        ("a sign and its number", "[<>≥≤=±≈+]~[0-9]"),
        ("a number in groups", "(?<![0-9./-])[0-9]{1,3}~[0-9]{3}(?![0-9/])"),
        ("from number to number", "(?<![0-9./-])[0-9]{1,4}~[-–]~[0-9]{1,4}(?![0-9/])"),
        ("a dash and what stands before it", "{other}~[-–—](?= )"),
        ("a mark and what stands before it", "{other}~(?:…|[.][.][.]|[;:!?)”])"),
        ("a name", "{start}(?!(?:{body})~){name}(?:~{further}){1,3}(?!~{name})"),
        ("a short title and a name", "{start}(?:{title})[.]~{name}"),
    )
)
# In a line shorter than the page's, compounds too: "quản | lý" looks torn where nothing is stretched to a margin.
COMPOUND = _spelled(f"{{start}}(?:{_one_of(tuple(_compounds()))}){{end}}")
LONGEST_WITH_LAST_TWO = 26  # letters of the row that ends a paragraph; no line waits for a longer one
# Syllables: no line of one ends a paragraph.
LAST_TWO = _spelled(rf"(?<![^ ])(?=.{{1,{LONGEST_WITH_LAST_TWO}}}$)[^ ]+~{{other}}{{1,14}}$")
SHORTEST_WITH_LAST_TWO = 36  # letters; a shorter text has no second line
_COMPILED = tuple(re.compile(pattern) for _, pattern in RULES)
_COMPILED_LAST_TWO = re.compile(LAST_TWO)
_AT_ONCE = (_COMPILED,)
_ONE_BY_ONE = tuple((pattern,) for pattern in (*_COMPILED, re.compile(COMPOUND)))
_ROW = re.compile("[^ ]+")

# A symbol ("192/KH-UBND", "2021-2025", "và/hoặc") stays on one line; a long one may break behind its own marks, where
# renderers break it by themselves. Behind a bound dash they would break too.
_HAS_PARTS = f"[{_LETTER}0-9)][-/][{_LETTER}0-9(]"
_DASH_BEFORE_BOUND = f"[-–—]{NBSP}"
_BEHIND_MARK = re.compile(f"(?<=[-/])(?=[^ {NBSP}]{{2}})")
_COMPILED_PARTS, _COMPILED_DASH = re.compile(_HAS_PARTS), re.compile(_DASH_BEFORE_BOUND)


def bind(text: str, room: ShortLine | None = None) -> str:
    """The same text, letter for letter, with no-break blanks where no line may end.

    `room`: of a line shorter than the page's (a column of a table, the recipients). No row is bound there that is
    longer, what binds less holds where more does not fit, and compounds are bound as well.
    """
    return _bound(text, room) if " " in text else text


@lru_cache(maxsize=20_000)  # all lines but one are the same from one letter typed to the next
def _bound(text: str, room: ShortLine | None) -> str:
    fits = room.holds if room else _is_short
    bound = text
    for patterns in _ONE_BY_ONE if room else _AT_ONCE:
        bound = _bound_by(patterns, bound, fits)
    return _bound_by((_COMPILED_LAST_TWO,), bound, fits) if len(text) >= SHORTEST_WITH_LAST_TWO else bound


def _bound_by(patterns: Iterable[re.Pattern[str]], text: str, fits: Callable[[str], bool]) -> str:
    bound = text
    for pattern in patterns:
        bound = pattern.sub(_together, bound)
    if bound == text:
        return text
    return _ROW.sub(lambda row: row[0] if fits(row[0]) else text[row.start() : row.end()], bound)


def _is_short(row: str) -> bool:
    return len(row) <= LONGEST_BOUND


def _together(found: re.Match[str]) -> str:
    return found[0].replace(" ", NBSP)


def pieces_of(row: str, room: ShortLine | None = None) -> list[tuple[str, bool]]:
    """Letters without a plain blank cut where a renderer may break them, and what must stay whole, marked True.

    Renderers break behind a bound dash: where a long symbol stands before one, each piece of the row is kept. What
    `room` does not hold may break anywhere: it would stand in the next column.
    """
    if room and not room.holds(row):
        return [(row, False)]
    if stays_whole(row):
        return [(row, True)]
    if _COMPILED_DASH.search(row) and _COMPILED_PARTS.search(row):
        return [(piece, True) for piece in _BEHIND_MARK.split(row)]
    return [(row, False)]


def stays_whole(row: str) -> bool:
    """Whether a renderer would break letters that stand in a row without a plain blank, and should not."""
    if "-" not in row and "/" not in row and "–" not in row:
        return False
    symbols = [word for word in row.split(NBSP) if _COMPILED_PARTS.search(word)]
    if any(len(word) > LONGEST_WHOLE for word in symbols):
        return False
    return bool(symbols) or _COMPILED_DASH.search(row) is not None


# An address of the net, or letters without end: a paragraph that holds one is not stretched to the right margin.
_ENDLESS = "(?:^|[ \u00a0])[(“]?(?:https?://[^ ]{12}|www[.][^ ]{16}|[^ \u00a0]{31})"
_COMPILED_ENDLESS = re.compile(_ENDLESS)


def is_ragged(text: str) -> bool:
    """Whether `text`, as it was typed, holds a word that no line could wait for."""
    return len(text) > LONGEST_WORD and _COMPILED_ENDLESS.search(text) is not None


def rules_for_the_editor() -> dict[str, Any]:
    """The same table for JavaScript: every pattern is the source of a `RegExp` with the flags "gu".

    Applied in order, each to what the ones before it made; then a row of letters without a plain blank that does not
    fit becomes what it was: in a line of the page, after all of them, one that is longer than `longest`; in a cell,
    after each, one that is wider than its `column` by `widths`, in points. So do `compound`, in a cell alone, and
    `last_two` on a text of `shortest` letters or more.
    `whole` is of such rows: one stays on one line when a word of it has `parts` or when it has a `dash`, unless a word
    with parts is longer than `longest`. A paragraph in whose typed words `ragged` is found is set left-aligned.
    """
    return {
        "blank": NBSP,
        "longest": LONGEST_BOUND,
        "bound": [pattern for _, pattern in RULES],
        "compound": COMPOUND,
        "last_two": {"pattern": LAST_TWO, "shortest": SHORTEST_WITH_LAST_TWO},
        "whole": {"parts": _HAS_PARTS, "dash": _DASH_BEFORE_BOUND, "longest": LONGEST_WHOLE},
        "ragged": _ENDLESS,
        "widths": widths_for_the_editor(),
        "column": {"whole": LAYOUT.text_width, "edges": CELL_EDGES, "size": LAYOUT.table_pt},
    }
