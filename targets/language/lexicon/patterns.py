"""Word lists, and parts of regular expressions made of them.

A pattern names its lists and says only what stands around them: rf"{any_of(TYPES)}\\s+số\\s+\\d+".
"""

import re
from collections.abc import Iterable

from childlabour.core.vietnamese import search_key, upper


def listed(text: str) -> tuple[str, ...]:
    """ "trên | cao hơn" → its phrases, blanks squeezed."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


def single(text: str) -> frozenset[str]:
    """ "đều | đã | sẽ" → words that are looked up one by one."""
    return frozenset(listed(text))


def any_of(*lists: Iterable[str]) -> str:
    """One of these words, as they stand; the longest first, so that "Chương trình hành động" is not cut short."""
    words = dict.fromkeys(word for words in lists for word in words)
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def folded(words: Iterable[str]) -> tuple[str, ...]:
    """ "Kế hoạch" → "ke hoach": for what was folded by `search_key` itself."""
    return tuple(dict.fromkeys(map(search_key, words)))


def begun(words: Iterable[str], letters: int) -> str:
    """Folded text that begins with one of these words and goes on for so many letters at most."""
    return rf"{any_of(folded(words))}\b.{{0,{letters}}}"


def capitals(words: Iterable[str]) -> tuple[str, ...]:
    """ "Ủy ban" → "ỦY BAN": as letterheads and headings print them."""
    return tuple(map(upper, words))


def opening(words: Iterable[str]) -> tuple[str, ...]:
    """ "mục tiêu" → "Mục tiêu": with the capital that opens a sentence."""
    return tuple(word[:1].upper() + word[1:] for word in words)


def either_case(words: Iterable[str]) -> tuple[str, ...]:
    """ "mục tiêu" → "mục tiêu", "Mục tiêu": in a sentence or opening one."""
    kept = tuple(words)
    return (*kept, *opening(kept))
