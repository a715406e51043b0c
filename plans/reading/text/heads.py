"""Lines of a letterhead that a copy broke in two: "ỦY" / "BAN NHÂN DÂN", "Gia" / "Lai, ngày 21 …". Pure.

Copies of the law sites keep the line ends of the page's own source, which fall after any word.
"""

import re

from childlabour.core.vietnamese import CAPITALS, search_key
from targets.language.lexicon import papers
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.territories import SEATED_WITH_KIND

from .words import is_capitals

_FIXED = folded((papers.COMMITTEE, papers.STATE, papers.MOTTO, papers.COUNCIL))
_NUMBER_FOLLOWS = re.compile(r"\s{0,9}(?:[\d…._]{0,12}\s*/\s*[A-ZĐ]{2}|\d+\s*/)")
_DAY = re.compile(rf"[{CAPITALS}][^,;:\d]{{0,40}},\s*ngày\b")
_NAMED = rf"[{CAPITALS}][^\W\d_]+(?: [{CAPITALS}][^\W\d_]+){{0,2}}(?: ?[-–])?"
_PLACE = re.compile(rf"{_NAMED}|{any_of(SEATED_WITH_KIND)}(?: [^\W\d_]+){{0,4}}")
_ON_BEHALF = re.compile(r"^(?:tm|t/m)\.? ?")  # "TM. ỦY BAN NHÂN" / "DÂN"
_NO_PLACES = folded(papers.NO_PLACES)


def in_pieces(before: str, after: str) -> bool:
    """Whether two lines are one line of a letterhead; `before` is whole as far as it was gathered."""
    before, after = before.strip(" \t|"), after.strip(" \t|")
    if re.fullmatch(r"[Ss]ố\s*:", before):
        return bool(_NUMBER_FOLLOWS.match(after))
    if is_capitals(before) and is_capitals(after):
        return _is_one_phrase(_ON_BEHALF.sub("", search_key(before)), search_key(after))
    if _PLACE.fullmatch(before) and _DAY.match(after) and not is_capitals(before):
        return search_key(before) not in _NO_PLACES
    return False


def _is_one_phrase(before: str, after: str) -> bool:
    """The first line breaks a phrase off that every letterhead has, and the second finishes it."""
    for phrase in _FIXED:
        if phrase.startswith(before + " ") and phrase[len(before) + 1 :].startswith(after):
            return True
        if phrase.startswith(before + " ") and after.startswith(phrase[len(before) + 1 :] + " "):
            return True
    return False
