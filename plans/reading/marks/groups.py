"""Under which objective a target stands: by the last heading before it, in a line of its own or in the text.

Codes are those of the programme of Quyết định 782/QĐ-TTg: MT1 phòng ngừa, hỗ trợ; MT2 truyền thông; MT3 đào
tạo, tập huấn; DH2030 định hướng. Other headings stand for themselves. Pure.
"""

import re
from dataclasses import dataclass

from childlabour.core.vietnamese import search_key
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_finished

LONGEST_HEADING = 200
_ORIENTATION = re.compile(
    r"(?:dinh huong|tam nhin)\b.{0,40}?(20\d\d)|^(?:den nam|giai doan) (?:20\d\d ?- ?)?(20[3-9]\d)\b"
)
_TRAINING = re.compile(r"dao tao(?! nghe)|tap huan|boi duong|nang cao nang luc")
_TELLING = re.compile(r"truyen thong|tuyen truyen|thong tin|nhan thuc|kien thuc|giao duc, van dong")
_HELPING = re.compile(
    r"phong ngua|phat hien|ho tro|can thiep|giam ty le|giam ti le|tiep can|tre em lao dong|bao ve tre em"
    r"|(?:chi tieu|muc tieu|cong tac) (?:ve )?bao ve(?! moi truong)"
)
_NUMBERED = re.compile(r"\bmuc tieu (?:so )?([123])\b|\bmuc tieu thu (nhat|hai|ba)\b")
_GENERAL = re.compile(
    r"^(?:muc tieu|chi tieu) (?:chung|tong quat|cu the)|^(?:cac )?(?:muc tieu|chi tieu)(?: cu the"
    r"| chu yeu)?$|^cu the$"
)
_ORDINALS = {"nhat": "1", "hai": "2", "ba": "3"}

# Headings inside a running text; the words after them say which objective begins.
_INLINE = re.compile(
    r"\b(?:(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám) là\s*[,:]?"
    r"|(?:[Mm]ục tiêu (?:thứ (?:nhất|hai|ba)|số \d|\d)\s*(?:là|[:,.])?)"
    r"|Mục tiêu(?= (?:về |truyền|đào|tập|phòng|phát|hỗ|giảm|nâng))"
    r"|mục tiêu cụ thể\b[^.;:]{0,60}?\blà(?=\s)"
    r"|(?:(?<=[.;:] )[Vv]ề|^Về|(?<=[.;:] )[Đđ]ối với)(?: công tác)?(?= (?:truyền|đào tạo|tập huấn"
    r"|phòng ngừa, phát))"
    r"|(?=[Đđ]ịnh hướng (?:đến|tới) năm 20\d\d))\s*"
)
_LONGEST_WORDS = 90


@dataclass(frozen=True, slots=True)
class Group:
    code: str = ""
    words: str = ""  # the heading, when it is none of the programme's

    @property
    def name(self) -> str:
        return self.code or self.words


NONE = Group()


def group_of_heading(passage: Passage) -> Group | None:
    """The group that a line opens; NONE for "Mục tiêu chung"; None when the line is no heading."""
    text = passage.text
    if len(text) > LONGEST_HEADING or "%" in text:
        return None
    stands = passage.bold or passage.heading > 0 or passage.rank in (Rank.NUMBER, Rank.DECIMAL, Rank.LETTER)
    named = re.match(r"(?:các )?(?:nhóm )?(?:mục tiêu|chỉ tiêu|định hướng|về )\b", text.lower())
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
    return Group(code, "" if code or named else text.strip(" :."))


def code_of(words: str) -> str:
    """MT1, MT2, MT3 or DH2030 by the words of a heading; "" when they say none."""
    key = search_key(words)
    if found := _ORIENTATION.search(key):
        return f"DH{found[1] or found[2]}"
    for sign, code in ((_TRAINING, "MT3"), (_TELLING, "MT2"), (_HELPING, "MT1")):
        if sign.search(key):
            return code
    if found := _NUMBERED.search(key):
        return f"MT{found[1] or _ORDINALS[found[2]]}"
    return ""


def inline_groups(text: str) -> list[tuple[int, Group]]:
    """Where in a running text a group begins, and which."""
    found = []
    for match in _INLINE.finditer(text):
        words = re.split(
            r"[;:.]|\bvới (?=\d)|\d+(?:,\d+)?\s?%", text[match.end() : match.end() + _LONGEST_WORDS]
        )[0]
        code = code_of(f"{match[0]} {words}" if "hướng" in words[:12] else words) or code_of(match[0])
        if code:
            found.append((match.start(), Group(code)))
    return found


_TRAINED = re.compile(
    r"duoc (?:tham gia )?(?:cac lop )?(?:dao tao(?! nghe)|tap huan|boi duong|nang cao nang luc)|tap huan"
)
_TOLD = re.compile(
    r"cung cap (?:thong tin|kien thuc|kien thuc, thong tin)|truyen thong|tuyen truyen|nhan thuc|pho bien"
)


def code_of_target(sentence: str) -> str:
    """The objective a target serves, by its own words; used only where no heading says it."""
    key = search_key(sentence)
    if _TRAINED.search(key):
        return "MT3"
    if _TOLD.search(key):
        return "MT2"
    return "MT1" if re.search(r"\btre em\b|\blao dong\b|chua thanh nien", key) else ""
