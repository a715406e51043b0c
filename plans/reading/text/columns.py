"""Header and signature stand in two columns; a copy as plain text puts them on one line. Pure.

Here such a line is taken apart again, and the columns of one block are put one after the other.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from childlabour.core.vietnamese import CAPITALS
from plans.reading.sources.lines import Line
from targets.language.lexicon import papers
from targets.language.lexicon.agencies import COMMITTEE_OPENINGS, ON_LETTERHEADS
from targets.language.lexicon.patterns import any_of, capitals
from targets.language.lexicon.signing import AUTHORITIES, CHIEFS

_WIDE = re.compile(r"\t+| {3,}|\|")
_GAP = re.compile(r"\t+| {4,}")
# What the right column starts with: the state's name, the motto, the date line, who signs.
_STATE = rf"{any_of(papers.STATE_OPENINGS)}\s+{any_of(papers.STATE_GOING_ON)}"
_MOTTO = rf"{any_of(papers.MOTTO_OPENINGS)}\s*[-–—]\s*[Tt][Ựự]"
_DATE_LINE = (
    rf"(?<!\S)[{CAPITALS}][\w’']*(?: [\w.’'-]+){{0,6}},\s*ngày[\s.…_]*\d{{0,2}}[\s.…_]*"
    r"tháng[\s.…_]*\d{0,2}[\s.…_]*năm"
)
_AUTHORITY = rf"{any_of(AUTHORITIES)}\s?\.\s*(?=[{CAPITALS}])|(?:PHÓ )?{any_of(capitals(CHIEFS))}\b"
_RIGHT = re.compile(rf"(?P<motto>{_STATE}|{_MOTTO})|(?P<date>{_DATE_LINE})|(?P<authority>{_AUTHORITY})")
_LEFT = re.compile(
    rf"\s*(?:Số\s*[:.]?\s*[\d.…/ ]*/?[A-ZĐ\d]|Nơi nhận|[-–]\s|V/v"
    rf"|{any_of(capitals(COMMITTEE_OPENINGS))}|{any_of(capitals(ON_LETTERHEADS))} )"
)
# "Nơi nhận:" and, a wide gap away, a post in capitals.
_BESIDE_RECIPIENTS = re.compile(rf"\s*N[ơo]i nhận\s*:?(?:\t+| {{4,}})\s*(?P<post>[{CAPITALS}. ]{{4,80}})\s*$")
LONGEST = 200  # characters: no row of a letterhead is longer


def side_by_side(lines: tuple[Line, ...], *, is_word: bool = False) -> tuple[Line, ...]:
    """The same lines; those that hold two columns are cut, and each block reads left column first.

    `is_word`: a paragraph of Word holds two columns only where a tab or many blanks part them.
    """
    done: list[Line] = []
    block: list[tuple[Line, ...]] = []
    for line in lines:
        may_hold_two = line.table == 0 and len(line.text) <= LONGEST
        cut = _cut(line, bool(block), is_word) if may_hold_two else (line,)
        if len(cut) > 1 or cut[0] is not line or (block and _belongs(line, block)):
            block.append(cut)
            continue
        done.extend(_unrolled(block))
        block = []
        done.extend(cut)
    done.extend(_unrolled(block))
    return tuple(done)


def _cut(line: Line, inside: bool, is_word: bool) -> tuple[Line, ...]:
    """The line as one or two columns; inside a block a wide gap alone is enough to part them."""
    found = next((f for f in _RIGHT.finditer(line.text) if f.start() > 0), None)
    at = found.start() if found else None
    if found is not None and line.text[:at].strip(" \t|"):
        left = line.text[:at]
        wide = bool(_WIDE.search(left[-4:]))
        after_item = "nhận" in left or left.rstrip().endswith((";", "."))
        if not wide and (is_word or not _LEFT.match(left) or (found["authority"] and not after_item)):
            at = None
    if at is None and inside and (gap := _GAP.search(line.text.rstrip())) and gap.start() > 0:
        at = gap.end()
    if at is None and (labelled := _BESIDE_RECIPIENTS.match(line.text)):
        at = labelled.start("post")
    if at is None:
        return (line,)
    parts = (line.text[:at].strip(" \t|"), line.text[at:].strip(" \t|"))
    return tuple(
        replace(line, text=text, table=-1, row=1, column=column, starts=None)
        for column, text in enumerate(parts, 1)
        if text
    )


def _belongs(line: Line, block: list[tuple[Line, ...]]) -> bool:
    """Inside a block: a row of which only one column is filled, or a recipient that takes a second line."""
    before = block[-1][0].text
    if (
        line.table == 0
        and before.lstrip().startswith(("-", "–"))
        and not before.rstrip().endswith((";", "."))
    ):
        return len(line.text) <= LONGEST
    if line.table == 0 and any(row[0].text.startswith("Nơi nhận") for row in block):
        return len(line.text) <= LONGEST and line.text.lstrip().startswith(("-", "–"))
    return line.table == 0 and (
        line.text.startswith(("\t", "     ")) or bool(re.match(r"\s*[-–]\s?\S.*[;.]$", line.text))
    )


def _unrolled(block: list[tuple[Line, ...]]) -> Iterator[Line]:
    for column in (1, 2):
        for cut in block:
            for line in cut:
                placed = line.column or (2 if line.text.startswith(("\t", "     ")) else 1)
                if placed == column:
                    yield replace(line, text=line.text.strip(), table=-1, row=1, column=column)
