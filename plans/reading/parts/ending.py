"""The foot of a document: recipients and signature (NĐ 30/2020, Phụ lục I, II.7 and II.9). Pure."""

import re
from dataclasses import dataclass, field

from childlabour.core.vietnamese import CAPITALS, search_key
from plans.content.line_kinds import marked_line
from plans.law.blocks import BlockType
from plans.paper.file_copy import is_file_copy
from plans.reading.sources.contact import MOST_CONTACT_LINES, opens_contact
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_capitals
from targets.language.lexicon import furniture, headings, signing
from targets.language.lexicon.patterns import any_of, capitals, folded, opening

from .draft import PassageRole, Signer
from .letterhead import end_of_heads
from .marks_of_handling import LONGEST_MARK, is_typist

_LABEL = re.compile(r"\s{0,9}N[ơo]i nhận\s*:?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(rf"\s{{0,9}}{any_of(signing.AUTHORITIES_SEEN)}\s?\.?\s?(?=[{CAPITALS}])")
_POST = re.compile(
    rf"(?:quyen |pho )?(?:chu tich ubnd.*|{any_of(folded(signing.LONG_POSTS))}\b.*|{any_of(folded(signing.POSTS))})"
    r"\b.{0,80}"
)
_SIGNED = re.compile(
    rf"[\[(]?\s*(?:{any_of(folded(signing.SIGNED))}|{any_of(folded(signing.SIGNED_BY))}.*)\s*[\])]?\.?"
)
_STAMP = re.compile(rf"{any_of(folded(furniture.STAMPS))} ?:.{{0,120}}")  # of an electronic signature
_BESIDE = re.compile(any_of(folded(signing.BESIDE)))
_BREAKS_OFF = re.compile(r"(?:[-–,]|\bVÀ)$")  # a post of two lines: "TRƯỞNG PHÒNG LAO ĐỘNG -"
_NAME = re.compile(rf"(?:[{CAPITALS}][\w’']*\s+){{1,5}}[{CAPITALS}][\w’']*")
_DEGREES = re.compile(
    rf"^(?:{any_of(signing.DEGREES)}\.?(?:\s?(?:CK)?\s?I{{1,2}}\b)?[.,\s-]*|{any_of(signing.RANKS)}\s+)+(?=[^\W\d_])"
)
_ANNEX = re.compile(
    rf"{any_of(opening(headings.ANNEXES), capitals(headings.ANNEXES), headings.ANNEXES_IN_CAPITALS)}\b"
)
_SEVERAL = re.compile(r"\s?;\s*[-–+•]\s*|\s[-–]\s+(?=Lưu\b)")


@dataclass
class Foot:
    recipients: tuple[str, ...] = ()
    signer: Signer = field(default_factory=Signer)
    beside: Signer = field(default_factory=Signer)  # of minutes: its name is the first of the two
    start: int = 0  # the first passage of the foot
    end: int = 0  # the first one after it
    roles: dict[int, PassageRole] = field(default_factory=dict)
    dashed: bool = False  # its recipients have dashes, so that a line without one goes on with the one before
    goes_on: bool = False  # the last recipient did not end


def foot_of(passages: tuple[Passage, ...], body_from: int) -> Foot:
    """The recipients and the signature; an empty foot at the end when there is neither."""
    count = len(passages)
    annex = next((p for p in range(body_from, count) if _is_annex(passages, p, body_from)), count)
    start = _start(passages, body_from, annex)
    foot = Foot(start=count if start is None else start, end=count)
    if start is None:
        foot.start = foot.end = annex
        return foot
    recipients: list[str] = []
    lines: list[str] = []
    place = start
    while place < count:
        passage = passages[place]
        if not passage.left_out:
            if place > start and end_of_heads(passages, place) > place:
                break
            if place > start and _is_annex(passages, place, body_from):
                break
            if lines and not foot.signer.name and _wraps(passages, place):
                foot.roles[place] = PassageRole.SIGNATURE
                lines[-1] = f"{lines[-1]} {passage.text.strip(' *')}"
            elif not (_read_beside(passage, place, foot) or _read(passage, place, foot, recipients, lines)):
                if not _is_typist(passages, place, recipients, lines):
                    break
                foot.roles[place] = PassageRole.TYPIST
        place += 1
    foot.end = _after_heads(passages, _after_contact(passages, place, foot), foot)
    foot.recipients = tuple(line if line.endswith("...") else line.rstrip(" ;.,") for line in recipients)
    foot.signer = Signer(tuple(lines), foot.signer.name)
    return foot


def _after_contact(passages: tuple[Passage, ...], place: int, foot: Foot) -> int:
    """Behind the lines right below the foot that say where the office is reached: a copy has them there."""
    below = [p for p in range(place, len(passages)) if not passages[p].left_out][:MOST_CONTACT_LINES]
    for at in below:
        if passages[at].rank is not Rank.NONE or not opens_contact(passages[at].text):
            break
        foot.roles[at] = PassageRole.CONTACT
        place = at + 1
    return place


def _after_heads(passages: tuple[Passage, ...], place: int, foot: Foot) -> int:
    """Behind the heads of a text that is enclosed: the system prints them itself."""
    end = end_of_heads(passages, place)
    foot.roles |= dict.fromkeys(range(place, end), PassageRole.STATE)
    return end


def _wraps(passages: tuple[Passage, ...], place: int) -> bool:
    """The rest of a body whose name takes two lines, its leader's post below: "VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ"."""
    text = passages[place].text
    below = next((passage.text for passage in passages[place + 1 :] if not passage.left_out), "")
    is_post = is_capitals(below) and bool(_POST.fullmatch(search_key(below)))
    return is_post and is_capitals(text) and not _is_authority(passages[place])


def _start(passages: tuple[Passage, ...], body_from: int, annex: int) -> int | None:
    live = [p for p in range(body_from, len(passages)) if not passages[p].left_out]
    labels = [p for p in live if _is_label(passages[p])]
    if labels:
        before = [p for p in labels if p < annex] or labels
        start = before[-1]
    else:
        signs = [p for p in live if _is_authority(passages[p]) and p >= live[len(live) // 2]]
        if not signs:
            return None
        start = signs[0]
    # In a table with the signature on the left, or a copy, the post may stand before the label.
    first = start
    while first - 1 > body_from and _is_signature_row(passages[first - 1]):
        first -= 1
        if _is_authority(passages[first]) or _BESIDE.fullmatch(search_key(passages[first].text)):
            start = first
    return start


def _is_label(passage: Passage) -> bool:
    found = _LABEL.match(passage.text)
    return found is not None and (
        found.end() == len(passage.text) or ":" in found[0] or passage.table != 0 or passage.bold
    )


def _is_authority(passage: Passage) -> bool:
    if passage.rank is not Rank.NONE or len(passage.text) > 120:
        return False
    if _AUTHORITY.match(passage.text) and is_capitals(passage.text):
        return True
    return is_capitals(passage.text) and bool(_POST.fullmatch(search_key(passage.text)))


def _is_signature_row(passage: Passage) -> bool:
    if _is_authority(passage) or passage.left_out or _is_name(passage):
        return True
    key = search_key(passage.text)
    if is_capitals(passage.text) and _BESIDE.fullmatch(key):
        return True
    return bool(_SIGNED.fullmatch(key) or _STAMP.fullmatch(key))


def _is_annex(passages: tuple[Passage, ...], place: int, body_from: int) -> bool:
    return (
        place > body_from and bool(_ANNEX.match(passages[place].text)) and _stands_as_a_title(passages[place])
    )


def names_annex(passage: Passage) -> bool:
    """ "PHỤ LỤC II", "Phụ lục 02 CHỈ TIÊU" as a line of its own."""
    marked = marked_line(passage.text)
    return marked.type is BlockType.ANNEX and _stands_as_a_title(passage)


def _stands_as_a_title(passage: Passage) -> bool:
    if passage.left_out or passage.rank is not Rank.NONE or passage.table > 0 or len(passage.text) > 80:
        return False
    return is_capitals(passage.text) or passage.centred or passage.bold or passage.heading > 0


def _read(passage: Passage, place: int, foot: Foot, recipients: list[str], lines: list[str]) -> bool:
    """Take one passage into the foot; False when it is no part of it."""
    text, key = passage.text, search_key(passage.text)
    label = _LABEL.match(text)
    if label and _is_label(passage):
        foot.roles[place] = PassageRole.RECIPIENT
        _add_recipients(text[label.end() :], recipients)
    elif recipients and _is_typed_by(passage, foot, recipients):
        foot.roles[place] = PassageRole.TYPIST
    elif _is_authority(passage) or (_AUTHORITY.match(text) and len(text) < 100):
        foot.roles[place] = PassageRole.SIGNATURE
        lines.append(text.strip(" *"))
    elif lines and _BREAKS_OFF.search(lines[-1]) and is_capitals(text):
        foot.roles[place] = PassageRole.SIGNATURE
        lines[-1] = f"{lines[-1]} {text.strip(' *')}"
    elif _SIGNED.fullmatch(key) or _STAMP.fullmatch(key):
        foot.roles[place] = PassageRole.NOTE
    elif lines and not foot.signer.name and _is_name(passage) and not (foot.goes_on and passage.column == 1):
        foot.roles[place] = PassageRole.SIGNER
        foot.signer = Signer((), _as_name(text))
    elif lines and foot.signer.name == "" and _is_of_the_post(passage):
        foot.roles[place] = PassageRole.SIGNATURE
        lines.append(text.strip())
    elif _is_recipient(passage, recipients, lines):
        foot.roles[place] = PassageRole.RECIPIENT
        if recipients and passage.rank is Rank.NONE and not _is_new(passage, foot):
            recipients[-1] = f"{recipients[-1]} {_bare(passage.whole)}"
        else:
            _add_recipients(passage.text, recipients)
        foot.dashed = foot.dashed or passage.rank is Rank.DASH
        foot.goes_on = not text.rstrip().endswith((";", "."))
    else:
        return False
    return True


def _read_beside(passage: Passage, place: int, foot: Foot) -> bool:
    """ "THƯ KÝ", and the name that comes first of the two below."""
    if is_capitals(passage.text) and _BESIDE.fullmatch(search_key(passage.text)):
        foot.roles[place] = PassageRole.SIGNATURE
        foot.beside = Signer((passage.text.strip(" *"),))
        return True
    if foot.beside.lines and not foot.beside.name and _is_name(passage):
        foot.roles[place] = PassageRole.SIGNER
        foot.beside = Signer(foot.beside.lines, _as_name(passage.text))
        return True
    return False


def _is_of_the_post(passage: Passage) -> bool:
    """ "PHÓ CHỦ TỊCH" under its authority; a recipient in capitals has its dash or its semicolon."""
    text = passage.text.rstrip()
    return (
        passage.rank is Rank.NONE and is_capitals(text) and len(text) < 80 and not text.endswith((";", "."))
    )


def _is_typist(passages: tuple[Passage, ...], place: int, recipients: list[str], lines: list[str]) -> bool:
    """The mark of who typed it, under the last recipient ("Tuấn", "PL.(300)"), before the signature."""
    after = [passage for passage in passages[place + 1 : place + 6] if not passage.left_out]
    short = len(passages[place].text) <= LONGEST_MARK
    return short and bool(recipients) and not lines and bool(after) and _is_authority(after[0])


def _is_typed_by(passage: Passage, foot: Foot, recipients: list[str]) -> bool:
    """ "PL.(300)"; or "Tuấn" in the column of the recipients, without their dash, behind the last one and its stop."""
    is_below = passage.column == 1 and foot.dashed and not foot.goes_on and passage.rank is Rank.NONE
    is_below = is_below and len(passage.text) <= LONGEST_MARK and any(map(is_file_copy, recipients))
    return is_typist(passage.text) or (is_below and not _is_authority(passage) and not _is_name(passage))


def _is_recipient(passage: Passage, recipients: list[str], lines: list[str]) -> bool:
    if len(passage.text) > 250 or (passage.rank is Rank.NONE and opens_contact(passage.text)):
        return False
    if passage.rank in (Rank.DASH, Rank.PLUS) or is_file_copy(passage.text):
        return True
    return not any(map(is_file_copy, recipients)) or passage.column == 1


def _is_new(passage: Passage, foot: Foot) -> bool:
    """Without dashes each line is a recipient of its own, unless it goes on with small letters; with dashes none is."""
    if is_file_copy(passage.text):
        return True
    return passage.text[:1].isupper() and not foot.dashed


def _add_recipients(text: str, recipients: list[str]) -> None:
    pieces = map(_bare, _SEVERAL.split(text.strip()))
    recipients.extend(piece for piece in pieces if piece.strip(" ;.,"))


def _bare(text: str) -> str:
    text = re.sub(r"^\s*[-–—+•*]\s*", "", text.strip())
    return text.rstrip()


def _is_name(passage: Passage) -> bool:
    text = passage.text.strip(" *.")
    if passage.rank is not Rank.NONE or len(text) > 50 or passage.text.rstrip().endswith((";", ":")):
        return False
    return bool(_NAME.fullmatch(_as_name(text))) and not _POST.fullmatch(search_key(text))


def _as_name(text: str) -> str:
    bare = _DEGREES.sub("", " ".join(text.strip(" *.").split()))
    return " ".join(word.capitalize() for word in bare.split()) if is_capitals(bare) else bare
