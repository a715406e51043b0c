"""The marks an author puts before a paragraph: "I." "1." "1.2." "a)" "-" "+" "Phần thứ nhất". Pure."""

import re
from enum import IntEnum

from childlabour.core.vietnamese import CAPITALS, read_letter, read_roman
from targets.language.lexicon.headings import ARTICLE, DIVISIONS
from targets.language.lexicon.patterns import any_of, capitals


class Rank(IntEnum):
    """How deep a mark stands; the smaller, the higher."""

    NONE = 0
    DIVISION = 1  # "Phần I", "Chương II", "Phần thứ nhất"
    CAPITAL = 2  # "A."
    ROMAN = 3  # "I."
    NUMBER = 4  # "1."
    DECIMAL = 5  # "1.1."
    LETTER = 6  # "a)"
    DASH = 7
    PLUS = 8


_FORMS = (
    (
        Rank.DIVISION,
        rf"{any_of(DIVISIONS, capitals(DIVISIONS), (ARTICLE,))}\s+"
        r"(?:thứ\s+\w+|THỨ\s+\w+|[IVX]{1,6}|\d{1,2})\b\s*[.:]?",
    ),
    (Rank.ROMAN, r"[IVX]{1,6}\s?[.)](?![\d.])|[IVX]{1,6}/(?=\s)|[IVX]{1,6}\s?[-–](?=\s)"),
    (Rank.CAPITAL, rf"[A-HĐ]\.(?=\s+[{CAPITALS}]{{2}})|[A-HĐ]/(?=\s)"),
    (Rank.DECIMAL, r"\d{1,2}(?:\.\d{1,2}){1,3}\.?[)]?(?=\s+\D)"),
    (
        Rank.NUMBER,
        rf"\d{{1,2}}\s?\.(?=\s*[^\d\s.,/%])|\d{{1,2}}[)](?=\s*\D)|\d{{1,2}}/(?=\s+[{CAPITALS}])"
        rf"|\d{{1,2}}\s?[-–](?=\s+[{CAPITALS}])|\(\d{{1,2}}\)(?=\s)",
    ),
    (Rank.LETTER, r"[a-zđ]{1,2}\)(?=\s*\S)|[a-zđ]\.(?=\s+\S)|[a-zđ]/(?=\s+\S)|\([a-zđ]{1,3}\)(?=\s)"),
    (Rank.PLUS, r"[+✓✔○◦*](?=\s*\S)"),
    (Rank.DASH, r"[-–—−•●▪■➢➤❖♦·](?=\s*[^\s\d-])|[-–—−•●▪■➢➤❖♦·](?=\s+\d)"),
)
_FORM = re.compile(r"\s*(?:" + "|".join(f"(?P<{rank.name}>{form})" for rank, form in _FORMS) + r")\s*")


def split_mark(text: str) -> tuple[str, str, Rank]:
    """The mark at the start of a paragraph, the words after it, and the mark's rank."""
    found = _FORM.match(text)
    if not found or found.end() >= len(text):
        return "", text.strip(), Rank.NONE
    rank = Rank[str(found.lastgroup)]
    return found[0].strip(), text[found.end() :].strip(), rank


def rank_of(mark: str) -> Rank:
    """The rank of a mark that stands alone, as Word's automatic numbers do."""
    return split_mark(f"{mark} Ăn")[2] if mark else Rank.NONE


def place_of(mark: str, rank: Rank) -> int | None:
    """Which one in its row a mark is: "III." → 3, "b)" → 2; None for dashes and what cannot be told."""
    bare = mark.strip(" .)(/-–:")
    try:
        if rank is Rank.ROMAN:
            return read_roman(bare)
        if rank is Rank.NUMBER:
            return int(bare)
        if rank is Rank.LETTER:
            return read_letter(bare)
        if rank is Rank.DECIMAL:
            return int(bare.split(".")[-1])
    except ValueError:
        return None
    return None
