"""How an act is named in writing, and how its number is found again however it was typed. Pure."""

import re
from datetime import date

from childlabour.core.vietnamese import search_key, short_date

_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[^0-9a-z]+(?=[0-9])")
_OTHER_SIGNS = re.compile(r"[^0-9a-z/]|(?<![0-9])/|/(?![0-9])")
_NUMBER = re.compile(r"[0-9]\S*")


def number_key(number: str) -> str:
    """The letters and figures alone: "782/QĐ - TTg", "782/QD-TTG" and "782/QĐTTg" are one number.

    Only a mark between two figures counts ("30/2020/NĐ-CP" → "30/2020ndcp"), so that no two numbers run
    into each other.
    """
    return _OTHER_SIGNS.sub("", _BETWEEN_DIGITS.sub("/", search_key(number)))


def asked_number_key(asked: str) -> str:
    """The key of the first number in what someone typed ("Nghị định số 30/2020"); "" without any."""
    found = _NUMBER.search(search_key(asked))
    return number_key(found[0]) if found else ""


def act_name(kind: str, number: str, issued_on: date | None, issuer: str) -> str:
    """ "Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ", as an act is first cited.

    Parts that are not known are left out (NĐ 30/2020, Phụ lục I, II.6b).
    """
    return " ".join(
        part
        for part in (
            kind,
            f"số {number}",
            f"ngày {short_date(issued_on)}" if issued_on else "",
            f"của {issuer}" if issuer else "",
        )
        if part
    )
