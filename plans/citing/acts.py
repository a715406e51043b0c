"""Legal acts in a sentence: "Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ phê duyệt …".

Pure. Forms of the number: domain of Nghị định 30/2020 (type-agency), laws (102/2016/QH13), the Party
(20-CT/TW), joint rules (01/QCPH-A-B).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from childlabour.core.vietnamese import read_date

from .act import NamedAct, Span

_U = "A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ"
TYPES = (
    "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Chỉ thị"
    "|Thông tư liên tịch|Thông tư|Kế hoạch liên tịch|Kế hoạch|Công văn|Văn bản|Chương trình hành động|Chương "
    "trình"
    "|Hướng dẫn|Thông báo|Kết luận|Đề án|Quy chế phối hợp|Quy chế|Công điện|Tờ trình|Báo cáo|Quy định|Đạo "
    "luật"
)
NUMBER = (
    rf"\d{{1,5}}[a-zđ]?\s?-\s?[A-ZĐ]{{2,4}}/[{_U}]{{2,}}"
    rf"|\d{{1,5}}[a-zđ]?\s?/\s?(?:\d{{4}}\s?/\s?)?[A-ZĐ][A-Za-zĐđ0-9]{{0,12}}"
    rf"(?:\s?[-–&]\s?[A-ZĐ][A-Za-zĐđ0-9&]{{0,15}})*"
)
DATE = (
    r"(?:ngày\s*)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
    r"|ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}"
)
_TITLE_STARTS = (
    r"(?:về(?: việc)?|V/v|v/v|phê duyệt|ban hành|quy định|sửa đổi|hướng dẫn|triển khai|thực hiện|giao"
    r"|tăng cường"
    r"|bổ sung|công bố|thành lập|kiện toàn|thông qua|đẩy mạnh|nâng cao|phòng|khóa|khoá|thay thế|tổ chức)"
)
_FULL = re.compile(
    rf"(?P<kind>{TYPES})\s+(?:liên ngành\s+)?(?:số\s*[:.]?\s*)?(?:(?:{TYPES})\s+số\s+)?(?P<number>{NUMBER})\s*,?\s*"
    rf"(?P<date>{DATE})?\s*,?\s*"
    rf"(?:(?:của|do)\s+(?P<issuer>[{_U}][^;,.()“”\"]{{1,120}}?)(?=\s+{_TITLE_STARTS}\b|\s*[;,.()“”\"]|\s*$))?"
    rf"\s*,?\s*(?P<title>(?:{_TITLE_STARTS}|[“\"(]).*)?"
)
_LAW = re.compile(
    rf"(?P<kind>Hiến pháp|Bộ luật|Luật|Pháp lệnh)\s+(?P<title>[^;]*?)"
    rf"(?:\s+(?:số\s*)?(?P<number>\d{{1,3}}/\d{{4}}/[A-Z]+\d+))?"
    rf"(?:\s*,?\s*(?P<date>{DATE})|\s*,?\s*(?:năm\s*)?(?P<year>(?:19|20)\d\d))?\s*[;.,]*\s*$"
)
_LEAD = re.compile(
    r"\s*(?:[-–+•]\s*)?(?:Căn cứ|Theo|Thực hiện|Triển khai(?: thực hiện)?|Tiếp tục (?:thực hiện|triển khai)"
    r"|Xét|Để (?:thực hiện|triển khai))\s+(?:vào\s+|các\s+|nội dung\s+|tinh thần\s+|chỉ đạo (?:tại|của)\s+)?"
)
_NEXT = re.compile(
    rf";\s*(?=(?:[-–]\s*)?(?:Căn cứ|Theo|Thực hiện|Xét|Triển khai)\b|(?:{TYPES})\s+số\s*[:.]?\s*\d)"
)
CITES = re.compile(r"(?:[-–+•]\s*)?(?:Căn cứ|Xét đề nghị|Theo đề nghị|Xét)\b")


def citations_in(text: str, passage: int) -> Iterator[NamedAct]:
    """The căn cứ of one passage; some files put all of them into one paragraph, parted by ";"."""
    start = 0
    for end in [*(found.end() for found in _NEXT.finditer(text)), len(text)]:
        piece = text[start:end].strip()
        if piece:
            yield replace(parsed_act(piece), span=Span(passage, start, end))
        start = end


def names_act(text: str) -> bool:
    """The text names an act with its number."""
    return _FULL.search(text) is not None


def parsed_act(text: str) -> NamedAct:
    """One act with its parts; only the text when no act can be told in it."""
    bare = text.strip().rstrip(";. ")
    found = _FULL.search(bare)
    if found:
        title = (found["title"] or "").strip(" ;.,")
        return NamedAct(
            text=bare,
            kind=found["kind"],
            number=tidy_number(found["number"]),
            date=day_in(found["date"]),
            issuer=(found["issuer"] or "").strip(),
            title=title,
        )
    lead = _LEAD.match(bare)
    law = _LAW.match(bare[lead.end() :] if lead else bare)
    if law:
        return NamedAct(
            text=bare,
            kind=law["kind"],
            number=law["number"] or "",
            date=day_in(law["date"]),
            title=law["title"].strip(" ,"),
        )
    return NamedAct(text=bare)


_CARRIES_OUT = re.compile(
    r"(?:Thực hiện|Triển khai(?: thực hiện)?|Tiếp tục (?:thực hiện|triển khai)|Căn cứ|Theo|thực hiện"
    r"|triển khai"
    r"|Để (?:thực hiện|triển khai)(?: có hiệu quả| hiệu quả| tốt)?|theo)\s+(?:[^.;:,]{0,60}?\s)??"
    rf"(?=(?:{TYPES})\b)"
)


def carried_out_in(text: str, passage: int) -> tuple[NamedAct, ...]:
    """The acts a sentence carries out, in order: "Thực hiện Quyết định số …; Kế hoạch số … của …, UBND …"."""
    for lead in _CARRIES_OUT.finditer(text):
        found, start = _FULL.match(text, lead.end()), lead.end()
        acts: list[NamedAct] = []
        while found:
            end = _end_of_mention(text, found)
            act = parsed_act(text[start:end])
            acts.append(replace(act, span=Span(passage, start, end), is_basis=False))
            another = _ANOTHER.match(text, end)
            start = another.end() if another else end
            found = _FULL.match(text, start) if another else None
        if acts:
            return tuple(acts)
    return ()


# What stands between two acts of one sentence, up to the next act's type.
_ANOTHER = re.compile(
    rf"\s*(?:[;,]\s*(?:và\s+)?|và\s+)"
    rf"(?:(?:[Cc]ăn cứ|[Tt]heo|[Xx]ét|[Tt]hực hiện)\s[^;:]{{0,120}}?|các\s+)?"
    rf"(?=(?:{TYPES})\s+(?:liên ngành\s+)?(?:số\s*[:.]?\s*)?\d)"
)
_AFTER_MENTION = re.compile(
    rf"[,;]\s+(?=(?:nay|Nay|UBND|Ủy ban|Uỷ ban|Sở|Phòng|Ban|Bộ|Hội|Liên đoàn|Trường|Trung tâm|Công an|Huyện"
    rf"|Chủ tịch"
    rf"|trên cơ sở|căn cứ|đồng thời|và {TYPES})\b)"
)


def _end_of_mention(text: str, found: re.Match[str]) -> int:
    """Where the title of the act ends and the sentence goes on: with another act, or with who plans."""
    cuts = (sign.search(text, found.end("number")) for sign in (_AFTER_MENTION, _ANOTHER))
    return min((cut.start() for cut in cuts if cut), default=len(text.rstrip(" .;:")))


def tidy_number(text: str) -> str:
    return re.sub(r"\s*([/–&-])\s*", r"\1", text.strip()).replace("–", "-").replace("Ð", "Đ")


def day_in(text: str | None) -> date | None:
    """The day a citation names; None when it names none, or one that no calendar has."""
    if not text:
        return None
    try:
        return read_date(re.sub(r"\s+", " ", text))
    except ValueError:
        return None
