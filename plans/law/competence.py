"""Who decides by a document: all members of a committee together, or its head (Luật Tổ chức CQĐP 72/2025/QH15).

Competence is of the document; who signs says in his lines by what right he does (NĐ 30/2020, Phụ lục I, II.7b). Both
have to agree: an act of the collective is signed "TM.", one of its head is not; by order (TL.) and by authority (TUQ.)
either may be signed.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from django.db import models


class Competence(models.TextChoices):
    COLLECTIVE = "collective", "tập thể (ký TM.)"
    HEAD = "head", "người đứng đầu (không ký TM.)"


class Right(StrEnum):
    """By which somebody signs, as the abbreviation says it."""

    FOR_ALL = "TM"
    BY_ORDER = "TL"
    BY_AUTHORITY = "TUQ"
    OWN = ""  # the head himself, his deputy, who acts for him


_RIGHT = re.compile(r"(TM|TL|TUQ)\.", re.IGNORECASE)


def right_in(lines: Iterable[str]) -> Right:
    """The first that is named: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" signs for all."""
    found = next(filter(None, (_RIGHT.match(line.lstrip()) for line in lines)), None)
    return Right(found[1].upper()) if found else Right.OWN


def agrees(competence: str, right: Right) -> bool:
    """Whether a document of this competence ("" is said nowhere) may be signed by this right."""
    match right:
        case Right.FOR_ALL:
            return competence != Competence.HEAD
        case Right.OWN:
            return competence != Competence.COLLECTIVE
    return True
