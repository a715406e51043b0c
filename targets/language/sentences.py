"""Where sentences end in a text as offices write, paste or scan it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from childlabour.core.vietnamese import PERCENT
from targets.language.lexicon.sentences import BULLETS, ENDS, GOES_ON_IN_NEXT_LINE, SHORT_FORMS
from targets.language.tokens import Reading


class Follows(Enum):
    """What a sentence follows; it decides whether a year said before still holds."""

    NOTHING = 0  # a new paragraph
    LIST = 1  # an item after the line that opens its list, or after another item
    SENTENCE = 2  # ".", in the same paragraph
    CLAUSE = 3  # ";"


@dataclass(frozen=True)
class Range:
    """Tokens `since` … `until` of one sentence."""

    since: int
    until: int
    follows: Follows


def sentences_in(reading: Reading) -> Iterator[Range]:
    """Splits at ; . ! ? and at line ends that are no mere breaks of a long line."""
    words, since, follows, listed_line = reading.words, 0, Follows.NOTHING, False
    for i, word in enumerate(words):
        if i == since and follows in (Follows.NOTHING, Follows.LIST):
            listed_line = word in BULLETS
        if word == "\n" and _ends_line(reading, i):
            following = _after_line(words, i, listed_line)
        elif word in ENDS:
            following = Follows.CLAUSE if word == ";" else Follows.SENTENCE
        elif word in (".", "…") and _ends_sentence(reading, i):
            following = Follows.SENTENCE
        else:
            continue
        if since < i:
            yield Range(since, i, follows)
        since, follows = i + 1, following
    if since < len(words):
        yield Range(since, len(words), follows)


def _after_line(words: tuple[str, ...], line_end: int, listed_line: bool) -> Follows:
    if line_end and words[line_end - 1] == ":":
        return Follows.LIST
    in_list = listed_line and line_end + 1 < len(words) and words[line_end + 1] in BULLETS
    return Follows.LIST if in_list else Follows.NOTHING


def _ends_sentence(reading: Reading, at: int) -> bool:
    words, text = reading.words, reading.text
    if at + 1 == len(words):
        return True
    if reading.starts[at + 1] == reading.ends[at]:  # "v.v.trẻ", "./.": no blank after the dot
        return words[at + 1] in ("\n", "/", "”", '"', ")")
    if at > 0 and words[at - 1] in SHORT_FORMS and reading.starts[at] == reading.ends[at - 1]:
        return False
    following = text[reading.starts[at + 1]]
    return not following.islower()


def _ends_line(reading: Reading, at: int) -> bool:
    words = reading.words
    if at == 0 or at + 1 >= len(words):
        return True
    before, after = words[at - 1], words[at + 1]
    if after == "\n" or before in (";", ":", ".", "\n") or after in BULLETS:
        return True
    if before in GOES_ON_IN_NEXT_LINE:
        return False
    if at + 2 < len(words) and words[at + 2] in (")", ".") and len(after) <= 2:
        return True  # "a)", "2."
    if after[0].isdigit():
        return at + 2 < len(words) and words[at + 2] in (PERCENT, "phần")
    return reading.text[reading.starts[at + 1]].isupper()
