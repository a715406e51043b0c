"""The decree's layout rules, measured on a printed paper: `check(pdf, paper)` gives every breach.

A rule is a row: its id (Lnn, or a word for what offices demand beyond the decree), its place in Nghị định
30/2020/NĐ-CP, Phụ lục I, Phần I, and a function that yields a sentence for each breach. A part that is
missing is a breach of the rule that demands it, once; the rules about its details keep silent.

No row: elements that no paper here has (L33 sections of a chapter, L44–L48 drafter's mark, contact block,
stamps) and the wording of what is cited (L20, L26, L27), which is not layout.
"""

from dataclasses import dataclass

from plans.paper.document import Paper
from tests.paper.printed import Printed
from tests.paper.rules import annexes, end, heads, sheet, tables, text, typography  # noqa: F401 - each adds its rows
from tests.paper.rules.measure import RULES


@dataclass(frozen=True)
class Breach:
    rule: str
    reference: str
    message: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.reference}): {self.message}"


def check(pdf: bytes, paper: Paper) -> list[Breach]:
    """Every breach on the printed `pdf`, which should show `paper`."""
    printed = Printed(pdf, paper)
    return [Breach(row.id, row.reference, message) for row in RULES for message in row.measure(printed)]
