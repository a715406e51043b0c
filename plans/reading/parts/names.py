"""Names of agencies: to tell them on a letterhead and to write them as a sentence does. Pure."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

from childlabour.core.vietnamese import search_key
from plans.reading.text.words import is_capitals
from targets.language.lexicon.agencies import (
    ALWAYS_SMALL,
    AN_AGENCY,
    BROKEN_OFF,
    FIELDS,
    JOINTS_OF_NAMES,
    KEPT_IN_CAPITALS,
    OPENING_COMMITTEES,
    SMALL,
)
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.territories import LAST_SYLLABLES, TERRITORIES

_FIELDS = [
    (field, re.compile(re.escape(field).replace(r"\ ", r"\s{1,9}"), re.IGNORECASE)) for field in FIELDS
]

_AGENCY = re.compile(rf"{AN_AGENCY}\b")
_TERRITORY = re.compile(rf"(?:{any_of(folded(TERRITORIES))}|tp)\b")
# "BAN CHỈ ĐẠO" before "PHÒNG, CHỐNG …", or a joint word at the end of a first line.
_NEEDS_MORE = (*(f" {word}" for word in folded((*BROKEN_OFF, *JOINTS_OF_NAMES))), " -", ",")


def starts_agency(text: str) -> bool:
    return bool(_AGENCY.match(search_key(text)))


def starts_territory(text: str) -> bool:
    return bool(_TERRITORY.match(search_key(text)))


def as_in_a_sentence(name: str, texts: tuple[str, ...] = ()) -> str:
    """ "ỦY BAN NHÂN DÂN XÃ TÂN THÀNH" → "Ủy ban nhân dân xã Tân Thành".

    The document's own sentences know best how the name is written; else rules of capital letters
    (NĐ 30/2020, Phụ lục II).
    """
    name = " ".join(name.split()).strip(" .,;:-–")
    if not is_capitals(name):
        return name
    wanted = re.compile(re.escape(name).replace(r"\ ", r"\s{1,9}"), re.IGNORECASE)
    for text in texts:
        for found in wanted.finditer(text):
            if not is_capitals(found[0]) and found[0][:1].isupper():
                return found[0]
    return _by_rule(name)


def _by_rule(name: str) -> str:
    words: list[str] = []
    named = False  # after "xã", "huyện" … comes the name of a place
    for word in name.split():
        small = word.lower()
        named = named or (bool(words) and words[-1] in LAST_SYLLABLES and small not in OPENING_COMMITTEES)
        if word in KEPT_IN_CAPITALS:
            words.append(word)
        elif (small in SMALL and not named) or small in ALWAYS_SMALL or not word[0].isalpha():
            words.append(small)
        else:
            words.append("-".join(part.capitalize() for part in small.split("-")))
    text = " ".join(words)
    text = text[:1].upper() + text[1:]
    for field, form in _FIELDS:
        text = form.sub(field, text)
    return text


def joined_names(lines: list[str]) -> list[str]:
    """Letterhead lines → whole names: a line that starts no agency goes on with the one before."""
    names: list[str] = []
    for line in lines:
        text = " ".join(line.split())
        new = starts_agency(text) and not (names and _needs_more(names[-1]))
        if names and not new:
            names[-1] = f"{names[-1]} {text}"
        else:
            names.append(text)
    return names


def _needs_more(name: str) -> bool:
    return search_key(name).endswith(_NEEDS_MORE)


# ── Titles in capitals ───────────────────────────────────────────────────────────────────────────

_SIGNS = '“”"();.,:'
_SIGNED = re.compile(r"[\d/&]")  # numbers and symbols: "27/CT-TTg", written as the text has them


def title_in_a_sentence(title: str, texts: tuple[str, ...]) -> str:
    """ "TRIỂN KHAI … TỈNH ĐỒNG NAI" → "Triển khai … tỉnh Đồng Nai".

    Each word as the document's own sentences write it between its neighbours; what they never say is written small.
    """
    words = title.split()
    small = [word.lower() for word in words]
    seen = _written(texts, frozenset(pairwise(small)))
    done = []
    for place, word in enumerate(words):
        before = small[place - 1] if place else ""
        after = small[place + 1] if place + 1 < len(small) else ""
        said = seen[before, small[place], ""] + seen["", small[place], after]
        if said:
            done.append(said.most_common(1)[0][0])
        else:
            done.append(word if _SIGNED.search(word) or word in KEPT_IN_CAPITALS else small[place])
    text = " ".join(done)
    return text[:1].upper() + text[1:]


def _written(
    texts: tuple[str, ...], wanted: frozenset[tuple[str, str]]
) -> defaultdict[tuple[str, str, str], Counter[str]]:
    """How sentences write a word behind another one and before another one; the first of a sentence says nothing."""
    seen: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for text in texts:
        if is_capitals(text):
            continue
        words, small = text.split(), text.lower().split()
        for place, pair in enumerate(pairwise(small)):
            if pair in wanted:
                if _is_telling(words, place + 1):
                    seen[*pair, ""][words[place + 1]] += 1
                if _is_telling(words, place):
                    seen["", *pair][words[place]] += 1
    return seen


def _is_telling(words: list[str], place: int) -> bool:
    """Neither the first of a sentence nor a word of a heading in capitals."""
    word, before = words[place], words[place - 1] if place else ""
    if not before or before.endswith((".", ":", ";")):
        return False
    return not (word.isupper() and before.isupper() and len(word.strip(_SIGNS)) > 1)
