"""The parts of the body by their marks and by the words of their headings. Pure."""

import re
from dataclasses import dataclass, replace

from plans.reading.sources.lines import LinePlace
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_capitals, is_finished
from targets.language.headings import kind_of_heading, names_a_part

from .draft import PartKind

LONGEST_HEADING = 200

_INLINE = re.compile(r"(?<=[^\W\d_]):\s+(?=\S)")


@dataclass
class Part:
    """A part of the body: where its heading stands, and the passages up to the next heading."""

    heading_at: int | None
    passages: list[int]
    kind: PartKind = PartKind.PROSE
    reports_situation: bool = False
    is_annex: bool = False


def with_headings_apart(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """ "I. MỤC TIÊU: Phấn đấu …" is a heading and a paragraph on one line: make them two passages."""
    done: list[Passage] = []
    for passage in passages:
        cut = _INLINE.search(passage.text) if passage.rank in (Rank.ROMAN, Rank.CAPITAL) else None
        if (
            cut
            and not passage.left_out
            and len(passage.text[: cut.start()]) <= LONGEST_HEADING
            and (is_capitals(passage.text[: cut.start()]) or names_a_part(passage.text[: cut.start()]))
        ):
            done.append(replace(passage, text=passage.text[: cut.start() + 1].rstrip(), bold=True))
            done.append(
                replace(
                    passage, text=passage.text[cut.end() :], mark="", rank=Rank.NONE, bold=False, heading=0
                )
            )
        else:
            done.append(passage)
    return tuple(done)


def parts_of(passages: tuple[Passage, ...], start: int, end: int) -> list[Part]:
    """The parts between `start` and `end`; the first may have no heading (what stands before any)."""
    ranks = _ranks_of_parts(passages, start, end)
    parts = [Part(None, [])]
    above = Rank.NONE  # of the heading that says what the part is
    for place in range(start, end):
        passage = passages[place]
        if passage.left_out:
            continue
        if _heads(passage, ranks) and not _is_of_the_part(passage, parts[-1], above):
            parts.append(_part(place, passage))
            above = passage.rank
        else:
            parts[-1].passages.append(place)
    return parts if parts[0].passages else parts[1:]


def _is_of_the_part(passage: Passage, part: Part, above: Rank) -> bool:
    """ "I. Sở Y tế" below "D. TỔ CHỨC THỰC HIỆN": a clause of it, unless its words name a part of their own."""
    told = part.kind is not PartKind.PROSE or part.reports_situation
    return told and Rank.NONE < above < passage.rank and not names_a_part(passage.text)


def first_heading(passages: tuple[Passage, ...]) -> int | None:
    """Where a text that has no head starts to be laid out as a plan is: "I. MỤC TIÊU", "II. Tổ chức …"."""
    for place, passage in enumerate(passages):
        if passage.left_out or passage.rank not in (Rank.ROMAN, Rank.CAPITAL) or not _may_head(passage):
            continue
        if names_a_part(passage.text):
            return place
    return None


def _part(place: int, passage: Passage) -> Part:
    kind = kind_of_heading(passage.text)
    return Part(
        place,
        [],
        kind=PartKind.PROSE if kind == "situation" else PartKind(kind),
        reports_situation=kind == "situation",
    )


def _ranks_of_parts(passages: tuple[Passage, ...], start: int, end: int) -> frozenset[Rank]:
    """Which marks head the parts of this document: roman figures if there are any, else what stands above."""
    seen: dict[Rank, int] = {}
    for place in range(start, end):
        passage = passages[place]
        if not passage.left_out and _may_head(passage):
            seen[passage.rank] = seen.get(passage.rank, 0) + 1
    if seen.get(Rank.ROMAN, 0):
        return frozenset({Rank.ROMAN, Rank.CAPITAL, Rank.DIVISION}) & frozenset(seen)
    for rank in (Rank.DIVISION, Rank.CAPITAL):
        if seen.get(rank, 0) > 1:
            return frozenset({rank})
    known = sum(
        passages[p].rank is Rank.NUMBER and names_a_part(passages[p].text)
        for p in range(start, end)
        if not passages[p].left_out and _may_head(passages[p])
    )
    return frozenset({Rank.NUMBER}) if known > 1 else frozenset()


def _may_head(passage: Passage) -> bool:
    if passage.place is not LinePlace.BODY or passage.table > 0 or passage.rank is Rank.NONE:
        return False
    text = passage.text
    if len(text) > LONGEST_HEADING:
        return False
    stands_out = is_capitals(text) or passage.bold or passage.heading > 0
    return stands_out or not is_finished(text) or text.endswith(":")


def _heads(passage: Passage, ranks: frozenset[Rank]) -> bool:
    if passage.rank in ranks and _may_head(passage):
        return True
    # A heading that lost its number: capitals, alone, and in words that headings use.
    return (
        passage.rank is Rank.NONE
        and passage.table <= 0
        and passage.place is LinePlace.BODY
        and is_capitals(passage.text)
        and len(passage.text) <= 80
        and names_a_part(passage.text)
    )


def clause_depth(passages: tuple[Passage, ...], part: Part) -> float:
    """Of the highest mark inside a part, what its clauses start with; 0 where nothing is marked."""
    depths = [
        passages[p].depth
        for p in part.passages
        if passages[p].rank is not Rank.NONE and passages[p].table <= 0
    ]
    numbered = [depth for depth in depths if depth < Rank.DASH]
    return min(numbered or depths, default=0.0)
