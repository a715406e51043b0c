"""Who leads a task, with whom and with what result, as the task's own lines say it; what names a unit. Pure."""

import re

from childlabour.core.vietnamese import search_key
from targets.language.lexicon import duties
from targets.language.lexicon.agencies import ACTORS, AN_AGENCY
from targets.language.lexicon.patterns import any_of, folded

_UNIT = re.compile(
    rf"(?:{any_of(folded(duties.ASKING))} ?:? ?)?(?:cac )?(?:{AN_AGENCY}|{any_of(folded(ACTORS))})\b"
)
_NO_UNIT = re.compile(
    rf"(?:cac )?(?:{any_of(folded(duties.NO_BODIES))}\b"
    rf"|to chuc\b(?! {any_of(folded(duties.BODIES_CALLED_ORGANISATIONS))}\b))"
)


def names_unit(text: str) -> bool:
    """Whether a text begins with who acts: "Công an xã", "Đề nghị Ủy ban MTTQ …", "Các trường học"."""
    key = search_key(text)
    return bool(_UNIT.match(key)) and not _NO_UNIT.match(key)


# "Cơ quan chủ trì", "Các đơn vị phối hợp", "Thời gian thực hiện": who and what of a label stand apart.
_LABELS = {
    "lead": rf"(?:{any_of(duties.WHO)}\s+)?{any_of(duties.LEAD)}",
    "partners": rf"(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+)?{any_of(duties.PARTNERS)}",
    "due": any_of(duties.DUE),
    "product": any_of(duties.PRODUCT),
}
_LABEL = re.compile(
    r"(?:^|(?<=[(;.,:])|(?<=[;.] [-–]))\s*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")\s*:\s*",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[^;)]*?(?=\.\s*(?:[-–]|$)|[;)]|$)")


def said_in(text: str) -> dict[str, str]:
    """ "Chủ trì: Công an xã; phối hợp: …; thời gian: Quý II" → lead, partners, due, product, as far as said."""
    found: dict[str, str] = {}
    for label in _LABEL.finditer(text):
        value = _VALUE.match(text, label.end())
        if value and label.lastgroup and (said := value[0].strip(" .,")):
            found.setdefault(label.lastgroup, said)
    return found


def opens_with_label(text: str) -> bool:
    """The line is nothing but who leads, or when: "Đơn vị chủ trì: …"."""
    found = _LABEL.match(text)
    return bool(found)


_LEADS_WITH = re.compile(
    r"(?P<name>.{3,150}?)\s?,?\schủ trì\b(?:.{0,40}?\bphối hợp\s+(?:với|cùng)\s+(?P<partners>[^;.]{3,300}))?"
)


def parted(lead: str) -> tuple[str, str]:
    """ "Sở Nội vụ chủ trì, phối hợp với Sở Y tế, Sở Tư pháp" behind a label → who leads, and with whom."""
    found = _LEADS_WITH.match(lead)
    return (found["name"], (found["partners"] or "").strip()) if found else (lead, "")


_HANDED = re.compile(
    rf"(?:^|[.;]\s+)(?:Giao|Phân công)\s{{1,9}}(?:cho\s{{1,9}})?(?P<name>[^:;.(]{{3,150}}?)\s?,?\s"
    rf"(?={any_of(duties.DONE_WHEN_HANDED)}\b)",
    re.MULTILINE,
)
_LEADS = re.compile(r"(?:^|[.;]\s+|\()(?P<name>[A-ZĐÀ-Ỹ][^:;.(]{2,150}?)\s?,?\schủ trì\b", re.MULTILINE)


def handed_to(text: str) -> str:
    """ "Giao Phòng Nội vụ chủ trì, phối hợp …": who; also "Phòng Nội vụ chủ trì …"."""
    found = _HANDED.search(text) or _LEADS.search(text)
    return found["name"].strip(" ,") if found else ""
