"""How an office may mark a document beside its words: urgency and scope of circulation, and what it may not mark here.

Source: NĐ 30/2020, Phụ lục I, Phần I, III.2 (ô số 10a, 10b, 11). State secrets have a law of their own (Luật Bảo vệ bí
mật nhà nước), and networks of their own: a document that bears a mark of secrecy is not written, read or kept here.
"""

import re
from collections.abc import Iterable

from django.db import models

from childlabour.core.vietnamese import clean
from targets.language.lexicon.papers import SECRECY


class Urgency(models.TextChoices):
    URGENT = "urgent", "KHẨN"
    VERY_URGENT = "very_urgent", "THƯỢNG KHẨN"
    AT_ONCE = "at_once", "HỎA TỐC"


class Circulation(models.TextChoices):
    TO_BE_RETURNED = "to_be_returned", "XEM XONG TRẢ LẠI"
    WITHIN_THE_OFFICE = "within_the_office", "LƯU HÀNH NỘI BỘ"


WHY_NO_SECRETS = (
    "Văn bản mang dấu chỉ độ mật “{mark}” không được soạn, đọc vào hoặc lưu trên hệ thống này: soạn trên máy và mạng "
    "dành cho bí mật nhà nước (Luật Bảo vệ bí mật nhà nước 29/2018/QH14). Nếu văn bản không mật, bỏ dòng “{mark}”."
)
LONGEST_MARK = 60  # characters
_MARK = "|".join(SECRECY)
_ALONE = re.compile(rf"[(\[“\"*]?({_MARK}|Tuyệt mật|Tối mật)[)\]”\"*.]?")
_NAMED = re.compile(rf"(?:dấu chỉ )?(?:mức độ|độ) mật ?[:-] ?({_MARK})\.?", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"[(\[]({_MARK})[)\]]")


def mark_of_secrecy(texts: Iterable[str]) -> str:
    """The first mark that stands as a line of its own, after "Độ mật:" or in brackets; "" for none.

    Words about secrets are no mark: "bảo vệ bí mật đời sống riêng tư của trẻ em".
    """
    for text in texts:
        if in_brackets := _IN_BRACKETS.search(text):
            return in_brackets[1]
        for line in text.splitlines():
            if len(line) > LONGEST_MARK:
                continue
            said = " ".join(clean(line).split())
            if found := _ALONE.fullmatch(said) or _NAMED.fullmatch(said):
                return found[1].upper()
    return ""
