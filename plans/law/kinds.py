"""What each kind of document is like, said once: the sheet, the check, the guards, the forms and the reading ask here.

To add a kind is to add a member and its row of `KINDS`; nothing else asks which kind a document is
(`tests/laws/test_kinds.py`).
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models


class Kind(models.TextChoices):
    """NĐ 30/2020, Phụ lục III.I; "CV" is ours: an official letter has no abbreviation in its symbol."""

    PLAN = "KH", "Kế hoạch"
    LETTER = "CV", "Công văn"
    DECISION = "QĐ", "Quyết định"
    REPORT = "BC", "Báo cáo"

    @property
    def facts(self) -> "Facts":
        return KINDS[self]


class Addressed(StrEnum):
    """Whether "Kính gửi" stands on a document (NĐ 30/2020, Phụ lục I, II.9b)."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"


@dataclass(frozen=True)
class Facts:
    addressed: Addressed
    cites: bool  # rests on căn cứ, in lines of their own or in its opening (Phụ lục I, II.6a)
    named: bool = True  # its kind is printed above the title and stands in its symbol (II.3b, II.5a)
    headed_parts: bool = False  # every part of the body has a heading (II.6d)
    for_years: bool = False  # holds for the years that it names, and is past after them
    carried_out: bool = False  # lower offices write plans that carry it out
    sets_up_programmes: bool = False  # its targets are the State's own
    offered: bool = False  # somebody starts one in the editor
    urges: bool = False  # units are urged by it to do what they were given
    corrects: bool = False  # slips of form in an issued document are put right by it (Điều 18.3)


KINDS = {
    Kind.PLAN: Facts(
        Addressed.NEVER, cites=True, headed_parts=True, for_years=True, carried_out=True, offered=True
    ),
    Kind.LETTER: Facts(Addressed.ALWAYS, cites=False, named=False, offered=True, urges=True, corrects=True),
    Kind.DECISION: Facts(Addressed.NEVER, cites=True, carried_out=True, sets_up_programmes=True),
    Kind.REPORT: Facts(Addressed.SOMETIMES, cites=False),
}


def kinds_that(fact: str) -> list[Kind]:
    """Those of which the yes-or-no `fact` holds: `kinds_that("carried_out")`."""
    return [kind for kind, facts in KINDS.items() if getattr(facts, fact)]


def only_kind_that(fact: str) -> Kind:
    (kind,) = kinds_that(fact)
    return kind
