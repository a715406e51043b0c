"""What a part of a plan is by the words of its heading. Pure."""

import re
from functools import lru_cache

from childlabour.core.vietnamese import search_key
from targets.language.lexicon import headings
from targets.language.lexicon.patterns import any_of, folded

# The first row that fits says what a part is.
_KINDS = tuple(
    (re.compile(words), kind)
    for words, kind in (
        (rf"{any_of(folded(headings.SITUATION))}|^{any_of(folded(headings.JUDGING))}", "situation"),
        (any_of(folded(headings.FUNDS)), "situation"),
        (any_of(folded(headings.RESOURCES)), "prose"),
        (any_of(folded(headings.OBJECTIVES)), "objectives"),
        (
            rf"{any_of(folded(headings.ORGANISATION))}|to chuc$|^{any_of(folded(headings.CALLING_ON))}\b",
            "organisation",
        ),
        (any_of(folded(headings.FRAME)), "prose"),
        (any_of(folded(headings.TASKS)), "tasks"),
    )
)
_KNOWN = re.compile("|".join(words.pattern for words, _ in _KINDS))


# "TÌNH HÌNH VÀ CHỈ TIÊU", not "Kết quả thực hiện chỉ tiêu".
_BESIDE_A_SITUATION = re.compile(
    rf"{any_of(folded(headings.STATES))}\b.{{0,40}}?(?:\bva|,|;) {any_of(folded(headings.OBJECTIVES))}\b"
)


@lru_cache(maxsize=4096)  # an open draft asks for the same headings at every pause in typing
def kind_of_heading(text: str) -> str:
    """ "prose", "objectives", "tasks", "organisation" or "situation"."""
    key = search_key(text)
    if _BESIDE_A_SITUATION.search(key):
        return "prose"  # its figures of the past are told by their words
    for words, kind in _KINDS:
        if words.search(key):
            return kind
    return "prose"


def frames(text: str) -> bool:
    """ "Thời gian, địa điểm", "Kinh phí": a heading of what surrounds the work."""
    return bool(_FRAMES.match(search_key(text)))


_FRAMES = re.compile(rf"(?:ve |nguon )?{any_of(folded(headings.FRAME), folded(headings.FUNDS))}\b")


def names_a_part(text: str) -> bool:
    """Whether these are words that headings of parts use."""
    return bool(_KNOWN.search(search_key(text)))
