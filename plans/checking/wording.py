"""Slips of wording: doubled words, two ways to place a tone, abbreviations nobody explained. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from childlabour.core.vietnamese import nfc, search_key
from targets.language.lexicon.spelling import BEGINNING, ENDING, EXPLAINED, REDUPLICATED

SYLLABLE = re.compile(r"[^\W\d_]+")

Syllable = tuple[str, int, int]  # in small letters, its start and its end in the text


def doubled_words(text: str) -> Iterator[str]:
    """ "thực hiện thực hiện", "các các": one to four syllables that follow themselves at once."""
    words = [(m[0].lower(), m.start(), m.end()) for m in SYLLABLE.finditer(text)]
    place = 0
    while place < len(words):
        length = _repeats(text, words, place)
        if length:
            yield text[words[place][1] : words[place + 2 * length - 1][2]]
            place += 2 * length
        else:
            place += 1


def _repeats(text: str, words: list[Syllable], place: int) -> int:
    for length in (4, 3, 2, 1):
        first, second = words[place : place + length], words[place + length : place + 2 * length]
        if len(second) < length or [w[0] for w in first] != [w[0] for w in second]:
            continue
        between = text[words[place][1] : words[place + 2 * length - 1][2]]
        only_spaces = re.fullmatch(r"[^\W\d_]+(?:\s+[^\W\d_]+)*", between)
        if only_spaces and not (length == 1 and _belongs_there(words, place)):
            return length
    return 0


def _belongs_there(words: list[Syllable], place: int) -> bool:
    before, twice, _, after = (
        words[i][0] if 0 <= i < len(words) else "" for i in range(place - 1, place + 3)
    )
    return twice in REDUPLICATED or (f"{before} {twice}" in ENDING and f"{twice} {after}" in BEGINNING)


# Open syllables in oa, oe, uy: "hòa" (tone on the first vowel) or "hoà" (on the second). "quý" knows no choice.
ON_FIRST = re.compile(r"\b(?![qQ])\w{0,3}?(?:[òóỏõọ][ae]|[ùúủũụ]y)\b", re.IGNORECASE)
ON_SECOND = re.compile(r"\b(?![qQ])\w{0,3}?(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", re.IGNORECASE)


def tone_places(text: str) -> tuple[list[str], list[str]]:
    """Syllables with the tone on the first vowel, and on the second."""
    text = nfc(text)
    return ON_FIRST.findall(text), ON_SECOND.findall(text)


ABBREVIATION = re.compile(
    r"(?<![\w/&.-])[A-ZĐ](?:[A-ZĐ&]|-(?=[A-ZĐ]))+[A-ZĐ](?![\w/&-])|(?<![\w/&.-])[A-ZĐ]{2}(?![\w/&-])"
)
EXPLANATION = re.compile(r"\(\s?([^\s()]{1,60}|[^()]{0,200}(?:tắt|gọi)[^()]{1,80}?)\s?\)")
ROMAN = re.compile(r"[IVXLCDM]+")


def abbreviations(text: str) -> Iterator[str]:
    """Each once, in order; a line in capitals tells none apart."""
    told_apart = (line for line in text.splitlines() if line != line.upper())
    found = dict.fromkeys(ABBREVIATION.findall("\n".join(told_apart)))
    return (short for short in found if short not in EXPLAINED and not ROMAN.fullmatch(short))


def explanations(text: str) -> Iterator[str]:
    """Abbreviations whose full words are given here: "(sau đây gọi là UBND)", "… (UBND)"."""
    return (words.split()[-1].strip("“”\"'") for words in EXPLANATION.findall(text))


GAP = re.compile(r"…|\.{4,}|_{3,}|\bXX+\b")
# Dots that say "and so on": behind a comma, or at a word that waits for no number.
AND_SO_ON = re.compile(
    r"(?:[,;]\s?|(?<!\bsố)(?<!\bngày)(?<!\btháng)(?<!\bnăm)(?<!\bquý)(?<!\bđến)(?<!\btừ)(?<=[^\W\d_])|(?<=\)))"
    r"(?:…|\.{3,})\.?",
    re.IGNORECASE,
)
REMEMBERED = 5_000  # passages, some 8 MB: two drafts of the longest kind, or twenty of the usual


@dataclass(frozen=True)
class Wording:
    """What the check looks for in the words of one passage."""

    folded: str
    has_gap: bool
    goes_on: bool  # ends a list in "…"
    doubled: tuple[str, ...]
    tones_on_first: tuple[str, ...]
    tones_on_second: tuple[str, ...]
    abbreviations: tuple[str, ...]
    explained: frozenset[str]


@lru_cache(maxsize=REMEMBERED)
def wording_of(text: str) -> Wording:
    """Remembered by its words, so that at a pause in typing only the passage that changed is read again."""
    first, second = tone_places(text)
    return Wording(
        folded=search_key(text),
        has_gap=bool(GAP.search(AND_SO_ON.sub("", text))),
        goes_on=bool(AND_SO_ON.search(text)),
        doubled=tuple(doubled_words(text)),
        tones_on_first=tuple(first),
        tones_on_second=tuple(second),
        abbreviations=tuple(abbreviations(text)),
        explained=frozenset(explanations(text)),
    )


def unexplained(passages: Iterable[Wording]) -> list[tuple[int, str]]:
    """Abbreviations that no passage explains, each where it stands first: (number of the passage, abbreviation)."""
    passages = list(passages)
    explained = frozenset().union(*(passage.explained for passage in passages))
    found: dict[str, int] = {}
    for place, passage in enumerate(passages):
        for short in passage.abbreviations:
            found.setdefault(short, place)
    return [(place, short) for short, place in found.items() if short not in explained]
