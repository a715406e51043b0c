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
    PROPOSAL = "TTr", "Tờ trình"
    MINUTES = "BB", "Biên bản"
    NOTICE = "TB", "Thông báo"

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
    public: bool = (
        True  # everybody reads it once it is issued; of others what its office chose (`shown_to_public`)
    )
    dated: bool = True  # place and day stand in its head; minutes say in their text when and where (Mẫu 1.9)
    says_who_decides: bool = False  # between its title and its căn cứ stands who decides (Mẫu 1.2, 1.3)
    of_the_collective: bool = False  # of a committee it is as a rule an act of all its members, signed "TM."
    asks_for_reports: bool = False  # says when and to whom to report back
    signed_beside: str = ""  # the post of a second signature, left of the one that counts (Mẫu 1.9)
    presided: str = ""  # how the one that counts is headed there
    submits: bool = False  # lays the draft of an act before the one who decides on it
    submitted: bool = False  # its drafts are usually laid before a committee by a proposal of its room


KINDS = {
    Kind.PLAN: Facts(
        Addressed.NEVER,
        cites=True,
        headed_parts=True,
        for_years=True,
        carried_out=True,
        offered=True,
        of_the_collective=True,
        asks_for_reports=True,
        submitted=True,
    ),
    Kind.LETTER: Facts(
        Addressed.ALWAYS,
        cites=False,
        named=False,
        offered=True,
        urges=True,
        corrects=True,
        of_the_collective=True,
        asks_for_reports=True,
    ),
    Kind.DECISION: Facts(
        Addressed.NEVER,
        cites=True,
        carried_out=True,
        sets_up_programmes=True,
        offered=True,
        says_who_decides=True,
        of_the_collective=True,
        submitted=True,
    ),
    Kind.REPORT: Facts(
        Addressed.SOMETIMES, cites=False, offered=True, of_the_collective=True, submitted=True
    ),
    Kind.PROPOSAL: Facts(
        Addressed.ALWAYS, cites=False, offered=True, public=False, of_the_collective=True, submits=True
    ),
    Kind.MINUTES: Facts(
        Addressed.NEVER,
        cites=False,
        offered=True,
        public=False,
        dated=False,
        signed_beside="THƯ KÝ",
        presided="CHỦ TỌA",
    ),
    Kind.NOTICE: Facts(Addressed.NEVER, cites=False, offered=True),
}


def kinds_that(fact: str) -> list[Kind]:
    """Those of which the yes-or-no `fact` holds: `kinds_that("carried_out")`."""
    return [kind for kind, facts in KINDS.items() if getattr(facts, fact)]


def only_kind_that(fact: str) -> Kind:
    (kind,) = kinds_that(fact)
    return kind
