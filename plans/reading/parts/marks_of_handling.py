"""What an office says of the paper itself, beside its words: urgency, circulation, typist, contact. Pure.

NĐ 30/2020, Phụ lục I, Phần I, III.2–III.4.
"""

import re

from childlabour.core.vietnamese import search_key
from plans.content.values import Handling
from plans.law.handling import Circulation, Urgency
from plans.reading.sources.contact import opens_contact
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_capitals
from targets.language.lexicon.patterns import any_of

from .draft import PassageRole

LONGEST_MARK = 20  # characters of a typist's mark (III.3)

_LABELS = {search_key(label): ("urgency", value) for value, label in Urgency.choices} | {
    search_key(label): ("circulation", value) for value, label in Circulation.choices
}
_MARK = re.compile(rf"(?:(?:muc )?do khan ?:? ?)?(?P<label>{any_of(tuple(_LABELS))})")
_TYPIST = re.compile(r"[^\W\d_][\w.]{0,10}\s?\(\d{1,4}\s?(?:b|bản)?\)\.?")


def mark_in(text: str) -> tuple[str, str] | None:
    """("urgency", "at_once") of "HỎA TỐC", alone or in its frame of a copy; None for all other words."""
    said = text.strip(" ()[]|*.–-")
    found = _MARK.fullmatch(search_key(said))
    return _LABELS[found["label"]] if found and is_capitals(said) else None


def beside_the_words(text: str) -> PassageRole | None:
    """What a line of the head is that is none of its names; None for all others."""
    if mark_in(text):
        return PassageRole.MARK
    return PassageRole.CONTACT if opens_contact(text) else None


def is_typist(text: str) -> bool:
    """Initials with the number of copies: "PL.(300)"."""
    return len(text) <= LONGEST_MARK and bool(_TYPIST.fullmatch(text.strip()))


def handling_in(passages: tuple[Passage, ...], roles: tuple[PassageRole, ...]) -> Handling:
    """What the passages of these roles say; of two marks of one sort the first counts."""
    marks: dict[str, str] = {}
    typist, contact = "", []
    for passage, role in zip(passages, roles, strict=True):
        if role is PassageRole.MARK and (mark := mark_in(passage.whole)):
            marks.setdefault(*mark)
        elif role is PassageRole.TYPIST:
            typist = typist or passage.whole
        elif role is PassageRole.CONTACT:
            contact.append(passage.whole)
    return Handling(typist=typist, contact=tuple(contact), **marks)
