"""Two states of a paper as one, with insertions and deletions marked as a proof-reader would.

The marked paper is an ordinary `Paper` whose texts carry four private-use characters round what changed, so
the one template lays it out; `tags` turns them into <ins> and <del> in the finished HTML. Pure.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from .document import Annex, Block, Heading, Paper, Paragraph, Table
from .frozen import from_data, to_data

T = TypeVar("T")
Step = tuple[str, int, int, int, int, bool]  # as difflib tells it, and whether the two are the same

INSERTED = ("\ue000", "\ue001")
DELETED = ("\ue002", "\ue003")
MARKS = {INSERTED[0]: "ins", INSERTED[1]: "", DELETED[0]: "del", DELETED[1]: ""}  # what a mark begins

PIECES = re.compile("(<[^>]*>|[\ue000-\ue003])")

WORDS = re.compile(r"\s+|[^\s]+")
SAME_PARAGRAPH = 0.4  # share of common words from which two paragraphs are one that was rewritten


def compare(old: Paper, new: Paper) -> Paper:
    """The new paper, with what the old one had and lost marked as deleted and what is new as inserted."""
    old, new = _without_marks(old), _without_marks(new)
    return replace(
        new,
        number=_text(old.number, new.number),
        symbol=_text(old.symbol, new.symbol),
        place_and_date=_text(old.place_and_date, new.place_and_date),
        title=_text(old.title, new.title),
        letterhead=replace(
            new.letterhead,
            agency=_lines(old.letterhead.agency, new.letterhead.agency),
            superior=_lines(old.letterhead.superior, new.letterhead.superior),
        ),
        addressees=_lines(old.addressees, new.addressees),
        citations=_lines(old.citations, new.citations),
        blocks=_blocks(old.blocks, new.blocks),
        recipients=replace(new.recipients, lines=_lines(old.recipients.lines, new.recipients.lines)),
        signature=replace(
            new.signature,
            lines=_lines(old.signature.lines, new.signature.lines),
            signer=_name(old.signature.signer, new.signature.signer),
        ),
        annexes=_annexes(old.annexes, new.annexes),
    )


def tags(html: str) -> str:
    """The marks of `compare` as <ins> and <del>; run on HTML that is already escaped.

    A change that runs over several lines of a head runs over several elements, and is tagged in each.
    """
    tagged, change = [], ""
    for piece in PIECES.split(html):
        if piece in MARKS:
            change = MARKS[piece]
        elif change and piece.strip() and not piece.startswith("<"):
            tagged.append(f"<{change}>{piece}</{change}>")
        else:
            tagged.append(piece)
    return "".join(tagged)


def differs(marked: Paper) -> bool:
    """Whether `compare` found anything at all."""
    return _carries_marks(json.dumps(to_data(marked), ensure_ascii=False))


def _carries_marks(text: str) -> bool:
    return any(mark in text for mark in MARKS)


def _without_marks(paper: Paper) -> Paper:
    """A paper whose own text holds our private characters loses them before they could be taken for marks."""
    text = json.dumps(to_data(paper), ensure_ascii=False)
    if not _carries_marks(text):
        return paper
    return from_data(json.loads(text.translate(dict.fromkeys(map(ord, MARKS)))))


def _marked(text: str, marks: tuple[str, str]) -> str:
    return f"{marks[0]}{text}{marks[1]}" if text else ""


def _text(old: str, new: str) -> str:
    """Word by word; white space alone is never a change."""
    if old == new:
        return new
    before, after = WORDS.findall(old), WORDS.findall(new)
    pieces = []
    for _, i1, i2, j1, j2, same in _steps(before, after):
        if same:
            pieces.append("".join(after[j1:j2]))
        else:
            pieces.append(_marked("".join(before[i1:i2]), DELETED) + _marked("".join(after[j1:j2]), INSERTED))
    return "".join(pieces)


def _name(old: str, new: str) -> str:
    """A name is another name or the same, never half of each."""
    return new if old == new else _marked(old, DELETED) + _marked(new, INSERTED)


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[Step]:
    for step in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield *step, step[0] == "equal"


def _lines(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return _aligned(old, new, key=str, likeness=_likeness, merge=_text, mark=_marked)


def _blocks(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    return _aligned(old, new, key=_block_key, likeness=_block_likeness, merge=_merge_blocks, mark=_mark_block)


def _annexes(old: tuple[Annex, ...], new: tuple[Annex, ...]) -> tuple[Annex, ...]:
    pairs = {annex.title: annex for annex in old}
    kept = tuple(
        replace(a, blocks=_blocks(pairs[a.title].blocks if a.title in pairs else (), a.blocks)) for a in new
    )
    gone = tuple(
        replace(a, title=_marked(a.title, DELETED), blocks=_blocks(a.blocks, ()))
        for a in old
        if a.title not in {annex.title for annex in new}
    )
    return kept + gone


def _aligned(
    old: tuple[T, ...],
    new: tuple[T, ...],
    *,
    key: Callable[[T], str],
    likeness: Callable[[T, T], float],
    merge: Callable[[T, T], T],
    mark: Callable[[T, tuple[str, str]], T],
) -> tuple[T, ...]:
    """Items in the new order; rewritten ones merged, lost ones at the place they stood."""
    result: list[T] = []
    for _, i1, i2, j1, j2, same in _steps([key(item) for item in old], [key(item) for item in new]):
        if same:
            result += new[j1:j2]
            continue
        lost, gained = list(old[i1:i2]), list(new[j1:j2])
        for item in gained:
            alike = (place for place, other in enumerate(lost) if likeness(other, item) >= SAME_PARAGRAPH)
            twin = next(alike, None)
            if twin is None:
                result.append(mark(item, INSERTED))
                continue
            result += [mark(other, DELETED) for other in lost[:twin]]
            result.append(merge(lost[twin], item))
            del lost[: twin + 1]
        result += [mark(other, DELETED) for other in lost]
    return tuple(result)


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _block_key(block: Block) -> str:
    """What makes a block the same block; its number is not part of it, or every move would mark the rest."""
    match block:
        case Heading():
            return f"heading\0{block.level}\0{block.text}"
        case Paragraph():
            return f"paragraph\0{block.marker}\0{block.text}"
        case Table():
            return f"table\0{block.rows}"


def _block_likeness(old: Block, new: Block) -> float:
    match old, new:
        case Heading(), Heading():
            return _likeness(old.text, new.text)
        case Paragraph(), Paragraph():
            return _likeness(old.text, new.text)
        case Table(), Table():
            return 1.0
        case _:
            return 0.0


def _merge_blocks(old: Block, new: Block) -> Block:
    match old, new:
        case Heading(), Heading():
            return replace(new, text=_text(old.text, new.text))
        case Paragraph(), Paragraph():
            return replace(new, text=_text(old.text, new.text), marker=_text(old.marker, new.marker))
        case Table(), Table():
            return replace(new, rows=_rows(old.rows, new.rows))
        case _:
            return new


def _rows(old: tuple[tuple[str, ...], ...], new: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return _aligned(
        old,
        new,
        key=repr,
        likeness=lambda a, b: _likeness(" ".join(a), " ".join(b)),
        merge=lambda a, b: tuple(map(_text, a, b)) if len(a) == len(b) else b,
        mark=lambda row, marks: tuple(_marked(cell, marks) for cell in row),
    )


def _mark_block(block: Block, marks: tuple[str, str]) -> Block:
    match block:
        case Heading():
            return replace(block, number=_marked(block.number, marks), text=_marked(block.text, marks))
        case Paragraph():
            return replace(block, marker=_marked(block.marker, marks), text=_marked(block.text, marks))
        case Table():
            return replace(block, rows=tuple(tuple(_marked(c, marks) for c in row) for row in block.rows))
