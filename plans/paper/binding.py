"""What stands together on one line: one table of rules for the screen, the PDF, Word and the editor. Pure.

Binding is of the print alone: stored texts keep the blanks that were typed. A rule is a pattern of something that
belongs together ("ngày 26", "khoản 2", "90 %"); every blank within what it finds is made a no-break one. The patterns
mean the same to Python's `re` and to JavaScript's `RegExp`, so that the editor breaks its lines where the PDF does.
"""

import re
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
from targets.language.lexicon.patterns import either_case

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
LONGEST_WITH_LAST_TWO = 26  # letters of the row that ends a paragraph; no line waits for a longer one
# Syllables: no line of one ends a paragraph.
LAST_TWO = _spelled(rf"(?<![^ ])(?=.{{1,{LONGEST_WITH_LAST_TWO}}}$)[^ ]+~{{other}}{{1,14}}$")
SHORTEST_WITH_LAST_TWO = 36  # letters; a shorter text has no second line
_COMPILED = tuple(re.compile(pattern) for _, pattern in RULES)
_COMPILED_LAST_TWO = re.compile(LAST_TWO)
_ROW = re.compile("[^ ]+")

# A symbol ("192/KH-UBND", "2021-2025", "và/hoặc") stays on one line; a long one may break behind its own marks, where
# renderers break it by themselves. Behind a bound dash they would break too.
_HAS_PARTS = f"[{_LETTER}0-9)][-/][{_LETTER}0-9(]"
_DASH_BEFORE_BOUND = f"[-–—]{NBSP}"
_BEHIND_MARK = re.compile(f"(?<=[-/])(?=[^ {NBSP}]{{2}})")
_COMPILED_PARTS, _COMPILED_DASH = re.compile(_HAS_PARTS), re.compile(_DASH_BEFORE_BOUND)


def bind(text: str, longest: int = LONGEST_BOUND) -> str:
    """The same text, letter for letter, with no-break blanks where no line may end.

    `longest`: letters of what may be bound in a row; in the narrow column of a table fewer, and there the last two
    syllables are not held together.
    """
    return _bound(text, longest) if " " in text else text


@lru_cache(maxsize=20_000)  # all lines but one are the same from one letter typed to the next
def _bound(text: str, longest: int) -> str:
    bound = text
    for pattern in _COMPILED:
        bound = pattern.sub(_together, bound)
    bound = _ROW.sub(lambda row: row[0] if len(row[0]) <= longest else text[row.start() : row.end()], bound)
    if longest >= LONGEST_BOUND and len(text) >= SHORTEST_WITH_LAST_TWO:
        bound = _COMPILED_LAST_TWO.sub(_together, bound)
    return bound


def _together(found: re.Match[str]) -> str:
    return found[0].replace(" ", NBSP)


def pieces_of(row: str) -> list[tuple[str, bool]]:
    """Letters without a plain blank cut where a renderer may break them, and what must stay whole, marked True.

    Renderers break behind a bound dash: where a long symbol stands before one, each piece of the row is kept.
    """
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

    Applied in order, each to what the ones before it made; then a row of letters without a plain blank that is longer
    than `longest` becomes what it was, and `last_two` is applied to a text of `shortest` letters or more. In a cell of
    a table `longest` is the letters its column holds and `last_two` is left out. `whole` is of such rows: one stays on
    one line when a word of it has `parts` or when it has a `dash`, unless a word with parts is longer than `longest`.
    A paragraph in whose typed words `ragged` is found is set left-aligned.
    """
    return {
        "blank": NBSP,
        "longest": LONGEST_BOUND,
        "bound": [pattern for _, pattern in RULES],
        "last_two": {"pattern": LAST_TWO, "shortest": SHORTEST_WITH_LAST_TWO},
        "whole": {"parts": _HAS_PARTS, "dash": _DASH_BEFORE_BOUND, "longest": LONGEST_WHOLE},
        "ragged": _ENDLESS,
    }
