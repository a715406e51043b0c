"""Slips of wording: doubled words, two ways to place a tone, abbreviations nobody explained. Pure."""

import re
from collections.abc import Iterator

from childlabour.core.vietnamese import nfc
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


def unexplained(text: str, explained_in: str) -> list[str]:
    """Abbreviations of `text` whose full words `explained_in` never gives: "(sau đây gọi là UBND)", "… (UBND)"."""
    told_apart = (line for line in text.splitlines() if line != line.upper())
    found = dict.fromkeys(ABBREVIATION.findall("\n".join(told_apart)))
    explained = EXPLAINED | {words.split()[-1].strip("“”\"'") for words in EXPLANATION.findall(explained_in)}
    return [short for short in found if short not in explained and not ROMAN.fullmatch(short)]
