"""How an office says at the foot of its first page where it is reached (NĐ 30/2020, Phụ lục I, III.4). Pure."""

import re

from childlabour.core.vietnamese import search_key
from targets.language.lexicon.furniture import CONTACTS
from targets.language.lexicon.patterns import any_of, folded

MOST_CONTACT_LINES = 4

_LABELLED = re.compile(rf"{any_of(folded(CONTACTS))} ?[:.] ?\S")


def opens_contact(text: str) -> bool:
    return bool(_LABELLED.match(search_key(text)))


def contact_in(texts: list[str]) -> list[str]:
    """From the first that is labelled to the last of them: a long address goes on in a line without a label."""
    first = next((place for place, text in enumerate(texts) if opens_contact(text)), len(texts))
    return texts[first:] if len(texts) - first <= MOST_CONTACT_LINES else []
