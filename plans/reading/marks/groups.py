"""Under which objective a target stands: by the last heading before it, in a line of its own or in the text.

Codes are those of the programme of Quyết định 782/QĐ-TTg: MT1 phòng ngừa, hỗ trợ; MT2 truyền thông; MT3 đào
tạo, tập huấn; DH2030 định hướng. Other headings stand for themselves. Pure.
"""

import re
from dataclasses import dataclass

from childlabour.core.vietnamese import PERCENT, YEAR_AHEAD, search_key
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_finished
from targets.language.lexicon import objectives as words
from targets.language.lexicon.patterns import any_of, folded, opening
from targets.language.lexicon.sentences import FIRST_TO_THIRD, ONE_TO_EIGHT

LONGEST_HEADING = 200
_ORIENTATION = re.compile(
    rf"(?:dinh huong|tam nhin)\b.{{0,40}}?({YEAR_AHEAD})"
    rf"|^(?:den nam|giai doan) (?:{YEAR_AHEAD} ?- ?)?(20[3-9]\d)\b"
)
_TRAINING = rf"(?:dao tao(?! nghe)|{any_of(folded(words.TRAINING))})"
_PROTECTING = rf"{any_of(folded(words.PROTECTING))} (?:ve )?bao ve(?! moi truong)"
_BY_WORDS = (
    (re.compile(_TRAINING), "MT3"),
    (re.compile(any_of(folded(words.TELLING))), "MT2"),
    (re.compile(rf"{any_of(folded(words.HELPING))}|{_PROTECTING}"), "MT1"),
)
_ORDINALS = {search_key(word): number for word, number in FIRST_TO_THIRD.items()}
_NUMBERED = re.compile(rf"\bmuc tieu (?:so )?([123])\b|\bmuc tieu thu ({any_of(_ORDINALS)})\b")
_GENERAL = re.compile(
    rf"^(?:muc tieu|chi tieu) {any_of(folded(words.GENERAL))}"
    rf"|^(?:cac )?(?:muc tieu|chi tieu)(?: {any_of(folded(words.GENERAL_ALONE))})?$|^cu the$"
)
_NAMED = re.compile(rf"(?:các )?(?:nhóm )?(?:{any_of(words.NAMING)}|về )\b")

# Headings inside a running text; the words after them say which objective begins.
_INLINE = re.compile(
    r"\b(?:"
    + "|".join(
        (
            rf"{any_of(opening(ONE_TO_EIGHT))} là\s*[,:]?",
            rf"[Mm]ục tiêu (?:thứ {any_of(FIRST_TO_THIRD)}|số \d|\d)\s*(?:là|[:,.])?",
            rf"Mục tiêu(?= (?:về |{any_of(words.INSIDE_A_TEXT)}))",
            r"mục tiêu cụ thể\b[^.;:]{0,60}?\blà(?=\s)",
            rf"(?:(?<=[.;:] )(?:[Vv]ề|[Đđ]ối với)|^Về)(?: công tác)?(?= {any_of(words.BEHIND_ABOUT)})",
            rf"(?=[Đđ]ịnh hướng (?:đến|tới) năm {YEAR_AHEAD})",
        )
    )
    + r")\s*"
)
_LONGEST_WORDS = 90


@dataclass(frozen=True, slots=True)
class ObjectiveHeading:
    code: str = ""
    words: str = ""  # the heading, when it is none of the programme's

    @property
    def name(self) -> str:
        return self.code or self.words


NONE = ObjectiveHeading()


def group_of_heading(passage: Passage) -> ObjectiveHeading | None:
    """The group that a line opens; NONE for "Mục tiêu chung"; None when the line is no heading."""
    text = passage.text
    if len(text) > LONGEST_HEADING or PERCENT in text:
        return None
    stands = passage.bold or passage.heading > 0 or passage.rank in (Rank.NUMBER, Rank.DECIMAL, Rank.LETTER)
    named = _NAMED.match(text.lower())
    if (
        is_finished(text)
        and not text.rstrip().endswith(":")
        and not (named and len(text) < 160 and passage.bold)
    ):
        return None
    if not (stands or named):
        return None
    key = search_key(text).strip(" :.")
    if _GENERAL.match(key):
        return NONE
    code = code_of(text)
    return ObjectiveHeading(code, "" if code or named else text.strip(" :."))


def code_of(words: str) -> str:
    """MT1, MT2, MT3 or DH2030 by the words of a heading; "" when they say none."""
    key = search_key(words)
    if found := _ORIENTATION.search(key):
        return f"DH{found[1] or found[2]}"
    for sign, code in _BY_WORDS:
        if sign.search(key):
            return code
    if found := _NUMBERED.search(key):
        return f"MT{found[1] or _ORDINALS[found[2]]}"
    return ""


def inline_groups(text: str) -> list[tuple[int, ObjectiveHeading]]:
    """Where in a running text a group begins, and which."""
    found = []
    for match in _INLINE.finditer(text):
        words = re.split(
            r"[;:.]|\bvới (?=\d)|\d{1,9}(?:,\d{1,9})?\s?%", text[match.end() : match.end() + _LONGEST_WORDS]
        )[0]
        code = code_of(f"{match[0]} {words}" if "hướng" in words[:12] else words) or code_of(match[0])
        if code:
            found.append((match.start(), ObjectiveHeading(code)))
    return found


_TRAINED = re.compile(rf"duoc (?:tham gia )?(?:cac lop )?{_TRAINING}|tap huan")
_TOLD = re.compile(any_of(folded(words.TOLD)))
_CHILDREN = re.compile(rf"\b{any_of(folded(words.CHILDREN))}\b|chua thanh nien")


def code_of_target(sentence: str) -> str:
    """The objective a target serves, by its own words; used only where no heading says it."""
    key = search_key(sentence)
    if _TRAINED.search(key):
        return "MT3"
    if _TOLD.search(key):
        return "MT2"
    return "MT1" if _CHILDREN.search(key) else ""
