"""Small questions about wording that every step of the reading asks. Pure."""

import re

_END = re.compile(r"(?:[.;:!?…]|\./\.)[\s”\"')\]]*$")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_finished(text: str) -> bool:
    """The text ends with the mark of a sentence or of an item."""
    return bool(_END.search(text))


def starts_small(text: str) -> bool:
    """The first letter is a small one and nothing but blanks or a quote stands before it."""
    bare = text.lstrip(" \t“\"'(")
    return bool(bare) and bare[0].islower()


def is_capitals(text: str) -> bool:
    """Written in capitals (abbreviations and numbers aside)."""
    return text == text.upper() and sum(map(len, _LETTERS.findall(text))) > 1


def words_of(text: str) -> list[str]:
    """The words and figures of a text, in order: what must not be lost."""
    return re.findall(r"\w+", text)
