"""The acts that texts name: "Kế hoạch số 192/KH-UBND ngày 26/5/2023 của Ủy ban nhân dân huyện Hữu Lũng". Pure.

Shapes after domain note: number and symbol of the State ("13/2021/TT-BLĐTBXH", "464/SLĐTBXH-TE&BĐG"), of the
Party ("20-CT/TW"); laws are cited by name alone (NĐ 30/2020, Phụ lục I, II.6a).
"""

import datetime
import re
from dataclasses import dataclass

from childlabour.core.vietnamese import read_date

TYPES = (
    "Nghị quyết liên tịch|Thông tư liên tịch|Nghị quyết|Quyết định|Chỉ thị|Quy chế phối hợp|Quy chế|Quy định"
    "|Thông báo|Hướng dẫn|Chương trình|Kế hoạch|Đề án|Báo cáo|Tờ trình|Công văn|Công điện|Kết luận|Văn bản"
    "|Bộ luật|Luật|Pháp lệnh|Nghị định|Thông tư|Hiến pháp"
)
TYPE = re.compile(rf"\b(?P<type>{TYPES})\b", re.IGNORECASE)
SYMBOL_PART = r"[A-ZĐ][A-Za-zĐđ0-9]{0,12}(?:\s*[-–&]\s*[A-ZĐ0-9][A-Za-zĐđ0-9&]{0,12})*"
STATE_NUMBER = rf"\d{{1,5}}[a-z]?\s*/\s*(?:\d{{4}}\s*/\s*)?{SYMBOL_PART}"
PARTY_NUMBER = r"\d{1,4}\s*-\s*[A-ZĐ][A-Za-zĐđ]{1,4}\s*/\s*[A-ZĐ]{1,8}"
NUMBER = re.compile(rf"(?<![\w/])(?P<number>{PARTY_NUMBER}|{STATE_NUMBER})")
DATE = re.compile(
    r"ngày\s+(?P<date>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})",
    re.IGNORECASE,
)
# The issuer ends where the text goes on to the subject of the act.
ISSUER = re.compile(
    r"\bcủa\s+(?P<issuer>[^,;.()]+?)(?=\s+(?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|triển khai|thực hiện)\b"
    r"|[,;.()]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Act:
    """A cited act. Empty where the text does not say; `start`, `end` are offsets of type … issuer in it."""

    type: str = ""
    number: str = ""
    date: datetime.date | None = None
    issuer: str = ""
    start: int = 0
    end: int = 0


def find_act(text: str, start: int = 0) -> Act | None:
    """The first act that `text` names from `start` on: type, then number, date, issuer as far as they follow."""
    kind = TYPE.search(text, start)
    if not kind:
        return None
    end = kind.end()
    number = NUMBER.search(text, end, end + 60)
    end = number.end() if number else end
    day = DATE.search(text, end, end + 80)
    end = day.end() if day else end
    issuer = ISSUER.search(text, end, end + 200) if number or day else None
    return Act(
        type=kind["type"][0].upper() + kind["type"][1:],
        number=re.sub(r"\s+", "", number["number"]).replace("–", "-") if number else "",
        date=_date(day["date"]) if day else None,
        issuer=issuer["issuer"].strip() if issuer else "",
        start=kind.start(),
        end=issuer.end() if issuer else end,
    )


def _date(written: str) -> datetime.date | None:
    try:
        return read_date(f"ngày {written}" if "tháng" in written else written)
    except ValueError:
        return None


def parse_citation(text: str) -> dict:
    """The parts of a căn cứ line as the fields of `Citation`; empty ones where the text does not say."""
    act = find_act(text) or Act()
    return {"act_type": act.type, "act_number": act.number, "act_date": act.date, "act_issuer": act.issuer}
