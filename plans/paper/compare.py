"""Two states of a paper as one, with insertions, deletions and moves marked as a proof-reader would.

The marked paper is an ordinary `Paper` whose texts carry private-use characters round what changed, so the one
template lays it out; `tags` turns them into <ins>, <del> and <mark> in the finished HTML. Words are compared, their
look (bold, italic) is shown as it is and is no change by itself. A block is the same under its key or by its words; one
that stands elsewhere than before was moved, and is shown once, where it stands now. Pure.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Generic, TypeVar

from plans.content.parts import WholeAnnex, WholeTable, at_annexes, with_rows
from plans.content.values import Block, Cell, Runs, cut, plain, tidy

from .document import Paper, SignatureBlock
from .frozen import from_data, to_data

T = TypeVar("T")
Item = Block | WholeTable
Placed = TypeVar("Placed", bound=Item)
Step = tuple[str, int, int, int, int, bool]  # as difflib tells it, and whether the two are the same

INSERTED = ("\ue000", "\ue001")
DELETED = ("\ue002", "\ue003")
MOVED = ("\ue004", "\ue005")
MARKS = {  # what a mark begins
    **{INSERTED[0]: "ins", DELETED[0]: "del", MOVED[0]: "mark"},
    **dict.fromkeys((INSERTED[1], DELETED[1], MOVED[1]), ""),
}

PIECES = re.compile("(<[^>]*>|[\ue000-\ue005])")

WORDS = re.compile(r"\s+|[^\s]+")
SAME_PARAGRAPH = 0.4  # share of common words from which two paragraphs are one that was rewritten
LOOKED_AT = 20  # lost paragraphs among which the rewritten one is looked for: all would cost the square of their number


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
        deciding=_text(old.deciding, new.deciding),
        citations=_lines(old.citations, new.citations),
        blocks=_body(old.blocks, new.blocks),
        recipients=replace(new.recipients, lines=_lines(old.recipients.lines, new.recipients.lines)),
        signature=_signed(old.signature, new.signature),
        beside=_signed(old.beside or SignatureBlock(), new.beside or SignatureBlock())
        if old.beside or new.beside
        else None,
    )


def _signed(old: SignatureBlock, new: SignatureBlock) -> SignatureBlock:
    return SignatureBlock(_lines(old.lines, new.lines), _name(old.signer, new.signer))


def tags(html: str) -> str:
    """The marks of `compare` as <ins>, <del> and <mark>; run on HTML that is already escaped.

    A change that runs over several lines of a head runs over several elements, and is tagged in each.
    """
    tagged: list[str] = []
    open_tags: list[str] = []  # what was moved may have been rewritten, too
    for piece in PIECES.split(html):
        if piece in MARKS:
            if MARKS[piece]:
                open_tags.append(MARKS[piece])
            elif open_tags:
                open_tags.pop()
        elif open_tags and piece.strip() and not piece.startswith("<"):
            tagged.append(f"<{open_tags[-1]}>{piece}</{open_tags[-1]}>")
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
    return _marked_up(_aligned(old, new, str, _likeness), _text, _marked)


def _body(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    (before, old_annexes), (after, new_annexes) = at_annexes(old), at_annexes(new)
    return (*_blocks(before, after), *_annexes(old_annexes, new_annexes))


def _blocks(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    before, after = list(with_rows(old)), list(with_rows(new))
    pairs = _aligned(before, after, _known_by(before, after), _item_likeness)
    items = _marked_up(_with_moves(pairs), _merge_items, _mark_item)
    return tuple(
        block
        for item in items
        for block in ((item.table, *item.rows) if isinstance(item, WholeTable) else (item,))
    )


def _annexes(old: tuple[WholeAnnex, ...], new: tuple[WholeAnnex, ...]) -> Iterator[Block]:
    """Annexes are the same by their titles; what only the old paper had stands behind the others."""
    pairs = {plain(annex.annex.runs): annex for annex in old}
    for annex in new:
        twin = pairs.pop(plain(annex.annex.runs), None)
        yield annex.annex
        yield from _blocks(twin.blocks if twin else (), annex.blocks)
    for annex in pairs.values():
        yield replace(annex.annex, runs=_marked_runs(annex.annex.runs, DELETED))
        yield from _blocks(annex.blocks, ())


@dataclass(frozen=True)
class Pair(Generic[T]):
    """An item as it was and as it is; one of them is None where it came or went."""

    old: T | None
    new: T | None
    moved: bool = False


def _aligned(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], str], likeness: Callable[[T, T], float]
) -> Iterator[Pair[T]]:
    """Items in the new order, rewritten ones beside what they were, lost ones at the place they stood."""
    for _, i1, i2, j1, j2, same in _steps([key(item) for item in old], [key(item) for item in new]):
        if same:
            yield from (Pair(was, now) for was, now in zip(old[i1:i2], new[j1:j2], strict=True))
            continue
        lost = list(old[i1:i2])
        for item in new[j1:j2]:
            alike = [likeness(other, item) for other in lost[:LOOKED_AT]]
            twin = max(range(len(alike)), key=alike.__getitem__, default=None)
            if twin is None or alike[twin] < SAME_PARAGRAPH:
                yield Pair(None, item)
                continue
            yield from (Pair(other, None) for other in lost[:twin])
            yield Pair(lost[twin], item)
            del lost[: twin + 1]
        yield from (Pair(other, None) for other in lost)


def _with_moves(pairs: Iterable[Pair[Placed]]) -> Iterator[Pair[Placed]]:
    """What went in one place and came in another, under its key or with the same words, is one item that moved."""
    pairs = list(pairs)
    gone: dict[str, list[Placed]] = defaultdict(list)
    for pair in pairs:
        if pair.old is not None and pair.new is None:
            for name in _names_of(pair.old):
                gone[name].append(pair.old)
    found: dict[int, Placed] = {}  # place of what came → what went
    taken: set[int] = set()
    for place, pair in enumerate(pairs):
        if pair.new is not None and pair.old is None:
            candidates = (
                item for name in _names_of(pair.new) for item in gone[name] if id(item) not in taken
            )
            if (item := next(candidates, None)) is not None:
                found[place] = item
                taken.add(id(item))
    for place, pair in enumerate(pairs):
        if place in found:
            yield Pair(found[place], pair.new, moved=True)
        elif pair.new is not None or id(pair.old) not in taken:
            yield pair


def _known_by(old: Iterable[Item], new: Iterable[Item]) -> Callable[[Item], str]:
    """What makes an item the same on both sides: its key where both have it, else its words."""
    both = set(map(_key_of, old)) & set(map(_key_of, new))
    return lambda item: key if (key := _key_of(item)) in both else _item_key(item)


def _key_of(item: Item) -> str:
    """Of a row with its number of cells: with others it is another row."""
    block = item.table if isinstance(item, WholeTable) else item
    return f"key {block.type} {block.key} {len(block.cells)}"


def _names_of(item: Item) -> tuple[str, ...]:
    """By which an item is known again elsewhere: its key, and its words where there are some."""
    words = _item_key(item)
    return (_key_of(item), *([words] if words.rpartition("\0")[2].strip() else []))


def _marked_up(
    pairs: Iterable[Pair[T]], merge: Callable[[T, T], T], mark: Callable[[T, tuple[str, str]], T]
) -> tuple[T, ...]:
    marked: list[T] = []
    for pair in pairs:
        if pair.new is None:
            marked += [mark(pair.old, DELETED)] if pair.old is not None else []
        elif pair.old is None:
            marked.append(mark(pair.new, INSERTED))
        else:
            now = merge(pair.old, pair.new)
            marked.append(mark(now, MOVED) if pair.moved else now)
    return tuple(marked)


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _item_key(item: Item) -> str:
    """The words that make an item the same, less the number of a heading: or every move would mark the rest."""
    if isinstance(item, WholeTable):
        return "\0".join(("table", *(row.text for row in item.rows)))
    marker = "" if item.type.facts.heads else item.marker
    return f"{item.type}\0{marker}\0{len(item.cells)}\0{item.text}"


def _item_likeness(old: Item, new: Item) -> float:
    if isinstance(old, WholeTable) or isinstance(new, WholeTable):
        return float(isinstance(old, WholeTable) and isinstance(new, WholeTable))
    if old.key == new.key:
        return 1.0
    return _likeness(old.text, new.text) if old.type == new.type else 0.0


def _merge_items(old: Item, new: Item) -> Item:
    if isinstance(old, WholeTable) and isinstance(new, WholeTable):
        return WholeTable(new.table, _rows(old.rows, new.rows))
    if isinstance(old, WholeTable) or isinstance(new, WholeTable):
        return new
    marker = new.marker if new.type.facts.heads else _text(old.marker, new.marker)
    return replace(new, marker=marker, runs=_runs(old.runs, new.runs))


def _mark_item(item: Item, marks: tuple[str, str]) -> Item:
    if isinstance(item, WholeTable):
        return WholeTable(item.table, tuple(_mark_row(row, marks) for row in item.rows))
    return replace(item, marker=_marked(item.marker, marks), runs=_marked_runs(item.runs, marks))


def _rows(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    pairs = _aligned(old, new, _known_by(old, new), _row_likeness)
    return _marked_up(_with_moves(pairs), _merge_rows, _mark_row)


def _row_likeness(old: Block, new: Block) -> float:
    if len(old.cells) != len(new.cells):
        return 0.0
    return 1.0 if old.key == new.key else _likeness(old.text, new.text)


def _merge_rows(old: Block, new: Block) -> Block:
    return replace(new, cells=tuple(map(_merge_cells, old.cells, new.cells)))


def _merge_cells(old: Cell, new: Cell) -> Cell:
    def likeness(one: Runs, other: Runs) -> float:
        return 1.0 if len(old.paragraphs) == 1 else _likeness(plain(one), plain(other))

    pairs = _aligned(old.paragraphs, new.paragraphs, plain, likeness)
    return replace(new, paragraphs=_marked_up(pairs, _runs, _marked_runs))


def _mark_row(row: Block, marks: tuple[str, str]) -> Block:
    cells = (
        replace(cell, paragraphs=tuple(_marked_runs(runs, marks) for runs in cell.paragraphs))
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


# ── Words with their looks ───────────────────────────────────────────────────────────────────────


def _runs(old: Runs, new: Runs) -> Runs:
    """Word by word as `_text`, every word in the look it has or had."""
    if plain(old) == plain(new):
        return new
    before, after = WORDS.findall(plain(old)), WORDS.findall(plain(new))
    old_places, new_places = _places(before), _places(after)
    pieces: list[Runs] = []
    for _, i1, i2, j1, j2, same in _steps(before, after):
        gained = cut(new, new_places[j1], new_places[j2])
        if same:
            pieces.append(gained)
        else:
            lost = cut(old, old_places[i1], old_places[i2])
            pieces += [_marked_runs(lost, DELETED), _marked_runs(gained, INSERTED)]
    return tidy(tuple(run for piece in pieces for run in piece))


def _places(words: list[str]) -> list[int]:
    """Where each word begins, and where the last one ends."""
    return [0, *accumulate(map(len, words))]


def _marked_runs(runs: Runs, marks: tuple[str, str]) -> Runs:
    """A change over words of several looks begins in the first and ends in the last."""
    runs = tidy(runs)
    if not runs:
        return ()
    opened = (replace(runs[0], text=f"{marks[0]}{runs[0].text}"), *runs[1:])
    return (*opened[:-1], replace(opened[-1], text=f"{opened[-1].text}{marks[1]}"))
