"""Who leads a task, with whom and with what result, as the task's own lines say it; what names a unit. Pure."""

import re

from targets.language.lexicon import duties
from targets.language.lexicon.agencies import ACTORS, AGENCIES, NO_OFFICE
from targets.language.lexicon.patterns import any_of

# With their marks: "Áp dụng" is no "ấp", "Bổ sung" no "bộ", "So với" no "sở".
_UNIT = re.compile(
    rf"(?:{any_of(duties.ASKING)} ?:? ?)?(?:các )?"
    rf"(?:{any_of(AGENCIES, ACTORS)}|phòng(?!,? {any_of(NO_OFFICE)}\b))(?![\w-])"
)
_NO_UNIT = re.compile(
    rf"(?:các )?(?:{any_of(duties.NO_BODIES)}\b"
    rf"|thường trực(?:,|$)|tổ chức\b(?! {any_of(duties.BODIES_CALLED_ORGANISATIONS)}\b))"
)
_HANDING = re.compile(rf"{any_of(duties.HANDING)}\s+(?:các\s+)?(?=\S)", re.IGNORECASE)


def names_unit(text: str) -> bool:
    """Whether a text begins with who acts: "Công an xã", "Đề nghị Ủy ban MTTQ …", "Các trường học"."""
    said = " ".join(text.lower().split()).replace("uỷ", "ủy")
    return bool(_UNIT.match(said)) and not _NO_UNIT.match(said)


def hands_on(text: str) -> bool:
    """ "Giao Công an tỉnh …": the sentence hands a duty to whom it names."""
    found = _HANDING.match(text)
    return found is not None and names_unit(text[found.end() :])


def without_handing(name: str) -> str:
    """ "Giao Công an tỉnh" → "Công an tỉnh"."""
    found = _HANDING.match(name)
    return name[found.end() :] if found and names_unit(name[found.end() :]) else name


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
# Up to the end of the sentence, or to the next label: "Phòng Nội vụ. Thời gian: Quý II".
_VALUE = re.compile(r"(?:[^;()]|\([^()]{0,80}\))*?(?=\.\s*(?:[-–]|$)|\.\s+[A-ZĐÀ-Ỹ][^.:;]{2,40}:|[;)]|$)")


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


_MARKED_LEAD = re.compile(r"(?P<name>[^()]{3,150}?)\s{0,3}\(chủ trì\)(?P<others>.*)")


def parted(lead: str) -> tuple[str, str]:
    """ "Sở Nội vụ chủ trì, phối hợp với Sở Y tế, Sở Tư pháp" behind a label → who leads, and with whom."""
    if marked := _MARKED_LEAD.match(lead):
        return marked["name"].strip(), marked["others"].strip(" ,;")
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
