"""How an office may mark a document beside its words: urgency and scope of circulation, and what it may not mark here.

Source: NĐ 30/2020, Phụ lục I, Phần I, III.2 (ô số 10a, 10b, 11). State secrets have a law of their own (Luật Bảo vệ bí
mật nhà nước), and networks of their own: a document that bears a mark of secrecy is not written, read or kept here.
"""

import re
from collections.abc import Iterable
from datetime import date

from django.db import models

from childlabour.core.clock import today
from childlabour.core.vietnamese import clean
from targets.language.lexicon.papers import SECRECY


class Urgency(models.TextChoices):
    URGENT = "urgent", "KHẨN"
    VERY_URGENT = "very_urgent", "THƯỢNG KHẨN"
    AT_ONCE = "at_once", "HỎA TỐC"


class Circulation(models.TextChoices):
    TO_BE_RETURNED = "to_be_returned", "XEM XONG TRẢ LẠI"
    WITHIN_THE_OFFICE = "within_the_office", "LƯU HÀNH NỘI BỘ"


LAWS_ON_SECRETS = (
    (date(2026, 3, 1), "117/2025/QH15"),
    (date.min, "29/2018/QH14"),
)  # since when, the latest first


def law_on_secrets(day: date) -> str:
    """The one in force then."""
    number = next(number for since, number in LAWS_ON_SECRETS if day >= since)
    return f"Luật Bảo vệ bí mật nhà nước {number}"


def why_no_secrets(mark: str) -> str:
    return (
        f"Văn bản mang dấu chỉ độ mật “{mark}” không được soạn, đọc vào hoặc lưu trên hệ thống này: soạn trên máy và "
        f"mạng dành cho bí mật nhà nước ({law_on_secrets(today())}). Nếu văn bản không mật, bỏ dòng “{mark}”."
    )


LONGEST_MARK = 60  # characters
_MARKS = {
    mark.replace(" ", "").lower(): mark for mark in SECRECY
}  # with no blanks: marks are typed spaced out, too
_MARK = "|".join(_MARKS)
_URGENCY = "|".join(label.replace(" ", "").lower() for label in Urgency.labels)
_JOINED = "[-–—,/+]?"
_ALONE = re.compile(
    r"[(\[“\"*]?"
    r"(?:dấu(?:chỉ)?[:-]?|(?:dấu(?:chỉ)?)?(?:mức)?độmật[:-])?"
    rf"(?:(?:{_URGENCY}){_JOINED})?({_MARK})(?:{_JOINED}(?:{_URGENCY}))?"
    r"[)\]”\"*.]?"
)
_IN_BRACKETS = re.compile(rf"[(\[]({'|'.join(SECRECY)})[)\]]")


def mark_of_secrecy(texts: Iterable[str]) -> str:
    """The first mark that stands as a line of its own, with its urgency or its name ("Độ mật:"), or in brackets in
    capitals; "" for none.

    Words about secrets are no mark: "bảo vệ bí mật đời sống riêng tư của trẻ em".
    """
    for text in texts:
        if ("(" in text or "[" in text) and (in_brackets := _IN_BRACKETS.search(text)):
            return in_brackets[1]
        for line in text.splitlines():
            if len(line) <= LONGEST_MARK and (
                found := _ALONE.fullmatch("".join(clean(line).lower().split()))
            ):
                return _MARKS[found[1]]
    return ""
