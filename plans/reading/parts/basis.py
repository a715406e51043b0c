"""What a plan rests on and what it carries out: the căn cứ, the acts its opening names, its parent. Pure."""

import re
from collections.abc import Iterator

from childlabour.core.vietnamese import search_key
from plans.citing.act import NamedAct, Span
from plans.citing.acts import CITES, carried_out_in, citations_in, named_by_basis, names_act, number_misspelt
from plans.reading.text.passages import Passage
from targets.language.lexicon.acts import CARRIED_OUT, MAKING
from targets.language.lexicon.patterns import any_of

from .draft import Remark, Weight

_OF_PARLIAMENT = re.compile(r"/(?:UBTV)?QH\d")  # a ground, never what a plan carries out
_MAKES = re.compile(rf"{any_of(MAKING)}\s+[Kk]ế hoạch\b")


def opening_of(passages: tuple[Passage, ...], places: list[int]) -> tuple[tuple[NamedAct, ...], list[int]]:
    """The căn cứ, and the paragraphs that open the body.

    "Căn cứ tình hình thực tế, UBND xã ban hành Kế hoạch …:" opens it, whatever its first word.
    """
    citations: list[NamedAct] = []
    preamble: list[int] = []
    for place in places:
        text = passages[place].text
        listed = not preamble and text.rstrip().endswith((";", "; ;")) and place != places[-1]
        makes = place == places[-1] and text.rstrip().endswith(":") and _MAKES.search(text)
        slanted = not preamble and passages[place].italic and not makes  # II.6a: căn cứ are set in italics
        if (CITES.match(text) and not makes) or (
            (listed and citations) or ((listed or slanted) and names_act(text))
        ):
            citations.extend(citations_in(text, place))
        else:
            preamble.append(place)
    return tuple(citations), preamble


def parent_of(
    passages: tuple[Passage, ...], preamble: list[int], citations: tuple[NamedAct, ...], title: str
) -> NamedAct | None:
    """The upper plan it carries out: first a plan that the opening names, then one among the căn cứ.

    Without a plan, the programme whose own title the plan's title takes up.
    """
    named = named_in(passages, preamble)
    for acts in (named, list(reversed(citations))):
        for act in acts:
            if act.kind.startswith("Kế hoạch"):
                return act
    programmes = [
        act
        for act in (*named, *reversed(citations))
        if act.kind in CARRIED_OUT and act.number and not _OF_PARLIAMENT.search(act.number)
    ]
    return max(programmes, key=lambda act: _taken_up(act.title, title), default=None)


def _taken_up(title: str, by: str) -> int:
    """How many words in a row of an act's title stand in the title of the plan."""
    words, whole = search_key(title).split(), f" {search_key(by)} "
    longest = 0
    for start in range(len(words)):
        while f" {' '.join(words[start : start + longest + 1])} " in whole and start + longest < len(words):
            longest += 1
    return longest


def misspelt_in(acts: tuple[NamedAct, ...]) -> Iterator[Remark]:
    """Numbers of the Party that lost their hyphen: "28 CT/TW"."""
    for act in acts:
        if act.span and (wrong := number_misspelt(act)):
            yield Remark(
                "slip",
                f"“{wrong}” có thể là “{act.number}”. Văn bản giữ nguyên cho đến khi anh/chị chọn sửa.",
                Weight.DOUBT,
                Span(act.span.passage, act.span.start, act.span.end),
                act.number,
            )


def named_in(passages: tuple[Passage, ...], preamble: list[int]) -> list[NamedAct]:
    """What the opening says it carries out."""
    return [
        act
        for place in preamble
        for act in (_in_a_basis(passages[place].text, place) or carried_out_in(passages[place].text, place))
    ]


def _in_a_basis(text: str, place: int) -> tuple[NamedAct, ...]:
    return named_by_basis(text, place) if CITES.match(text) else ()


def with_named(
    citations: tuple[NamedAct, ...], parent: NamedAct | None, named: list[NamedAct]
) -> tuple[NamedAct, ...]:
    """The căn cứ, then what the opening carries out; what is only named again, without its day, is known already."""
    carried = [parent, *named] if parent else named
    every = tuple(dict.fromkeys((*citations, *carried)))
    dated = {(act.kind, act.number) for act in every if act.date}
    return tuple(act for act in every if act.date or not act.number or (act.kind, act.number) not in dated)
