"""What the words say of the annexes, held against the annexes that are there (NĐ 30/2020, Phụ lục I, III.1). Pure."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from childlabour.core.vietnamese import read_roman
from plans.content.values import Block
from plans.law.blocks import BlockType
from targets.language.lexicon.acts import LAWS, TYPES
from targets.language.lexicon.counting import SEVERAL
from targets.language.lexicon.patterns import any_of

_LABEL = re.compile(r"phụ lục\b\.?\s*(?:số\s*)?(?:(?P<number>[IVXLC]+|\d{1,2})\b)?", re.IGNORECASE)
_MENTION = re.compile(
    rf"(?P<many>(?:\b(?:{any_of(SEVERAL)}|\d{{1,2}})\s+(?:\(\d+\)\s+)?))?\b[Pp]hụ lục\b"
    r"(?:\s+(?:số\s+)?(?P<numbers>(?:[IVXLC]+|\d{1,2})\b(?:(?:\s*,\s*|\s+và\s+)(?:[IVXLC]+|\d{1,2})\b)*))?"
)
_NUMBER = re.compile(r"[IVXLC]+|\d+")
# "Phụ lục I Nghị định số 30/2020/NĐ-CP", "Phụ lục kèm theo Thông tư …": of another act, unless of "… này".
_OF_ANOTHER_ACT = re.compile(
    rf"[^.;()]{{0,60}}?\b(?:{any_of((*TYPES, *LAWS))})\b(?!\s+này)[^.;]{{0,40}}?(?:\d+/|\bsố\b|\bnăm \d{{4}}|\d{{4}})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class AnnexSaid:
    """A line that says an annex: which of several, or which that is not there, as it is written."""

    anchor: str
    words: str


@dataclass(frozen=True)
class AnnexesSaid:
    labels: tuple[str, ...] = ()  # of the annexes that are there: "Phụ lục I"
    vague: tuple[AnnexSaid, ...] = ()  # "tại Phụ lục", where there are several
    absent: tuple[AnnexSaid, ...] = ()
    unsaid: tuple[AnnexSaid, ...] = ()  # annexes that no line names; `words` is the label


def annexes_said(blocks: Sequence[Block]) -> AnnexesSaid:
    """A text that is attached without the label of an annex ("Quy chế …") is none of these."""
    annexes = {_number(block): block for block in blocks if _is_annex(block)}
    labels = tuple(_label(block) for block in annexes.values())
    vague: list[AnnexSaid] = []
    absent: list[AnnexSaid] = []
    said: set[int] = set()
    for block in blocks:
        for mention, numbers, is_of_all in _mentions(block) if block.type != BlockType.ANNEX else ():
            words = AnnexSaid(block.key, mention)
            if numbers:
                said |= numbers
                absent += [words] if numbers - annexes.keys() - _only(annexes) else []
            elif not annexes:
                absent += [words] if "Phụ" in mention else []  # "phụ lục" may be any list
            elif len(annexes) == 1 or is_of_all:
                said |= annexes.keys()
            else:
                vague.append(words)
    if len(annexes) == 1 and said:
        said |= annexes.keys()
    unsaid = tuple(
        AnnexSaid(block.key, _label(block)) for number, block in annexes.items() if number not in said
    )
    return AnnexesSaid(labels, tuple(vague), tuple(absent), () if vague else unsaid)


def _only(annexes: dict[int, Block]) -> set[int]:
    """The only annex bears no number (III.1b); who says "Phụ lục I" of it is understood."""
    return {1} if set(annexes) == {0} else set()


def _is_annex(block: Block) -> bool:
    return block.type == BlockType.ANNEX and _LABEL.match(block.printed) is not None


def _label(block: Block) -> str:
    found = _LABEL.match(block.printed)
    number = found["number"] if found else ""
    return f"Phụ lục {number}" if number else "Phụ lục"


def _number(block: Block) -> int:
    """0 of what bears none."""
    found = _LABEL.match(block.marker) or _LABEL.match(block.printed)
    return _value(found["number"]) if found and found["number"] else 0


def _value(written: str) -> int:
    """0 of what is no number: "Phụ lục IIX"."""
    with suppress(ValueError):
        return int(written) if written.isdigit() else read_roman(written)
    return 0


def _mentions(block: Block) -> Iterator[tuple[str, set[int], bool]]:
    """Of our own annexes: the words, the numbers that they name, whether they mean all of them."""
    text = block.text
    for found in _MENTION.finditer(text):
        if _OF_ANOTHER_ACT.match(text, found.end()):
            continue
        numbers = {_value(number) for number in _NUMBER.findall(found["numbers"] or "")}
        yield found[0].strip(), numbers, found["many"] is not None
