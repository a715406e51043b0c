"""Blocks ⇄ lines of plain text, for writing without JavaScript and as the form that always works. Pure.

A block is a line: its marker, its words with `**đậm**` and `*nghiêng*`; a row its cells by ` | ` (paragraphs of a
cell by ` // `), a note `[^1] …`. An empty line parts two tables. A line that did not change keeps its block whole,
with key, looks and marks; a changed one keeps its key, and its marks wherever their words still stand.
"""

import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from childlabour.core.vietnamese import clean, split_lines
from plans.law.blocks import DEEPEST, BlockType

from .line_kinds import AsMarked, marked_line
from .line_words import Marks, Token, marks_at, read_words, shared, tokens_of, typed, with_marks
from .markers import level_of
from .parts import WholeTable, with_rows
from .steps import steps_between
from .stretches import with_stretches
from .values import Block, Cell, Runs, TableColumn, TextRun, keeping, plain, tidy

_CELL_ENDS = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)")
_PARAGRAPH_ENDS = re.compile(r"(?:^|(?<=\s))//(?=\s|$)")
_NOTE = re.compile(r"^\s*\[\^([^\]\s]{0,40})\]\s*")  # without a marker where it goes on with the note above
_EMPTY = "\\"  # the line of a block without a word
MOST_WORDS = 3_000  # of a change whose words are compared as one piece; in a longer one each line by itself
LOOKED_AT = 12  # lines that a changed one may have been
ALIKE = 0.5  # share of common words from which a line is one that was changed


@dataclass(frozen=True)
class BodyLine:
    """A line, the key of its block ("" for one that was just typed), and whether an empty line stands before it."""

    text: str
    key: str = ""
    parted: bool = False


def lines_of(blocks: Sequence[Block]) -> list[BodyLine]:
    """The lines of all blocks but tables, which have none."""
    notes = {block.key: block.marker for block in blocks if block.type == BlockType.NOTE}
    lines: list[BodyLine] = []
    in_table = parted = False
    for block in blocks:
        if block.type == BlockType.TABLE:
            parted = in_table
        else:
            lines.append(BodyLine(_line_of(block, notes), block.key, parted))
            parted = False
        in_table = block.type == BlockType.ROW or (in_table and block.type == BlockType.NOTE)
    return lines


def lines_in(text: str) -> list[BodyLine]:
    """What was typed, without empty lines and the blanks around each."""
    lines: list[BodyLine] = []
    parted = False
    for line in split_lines(text):
        if clean(line).strip():
            lines.append(BodyLine(line.strip(), parted=parted))
            parted = False
        else:
            parted = True
    return lines


def joined(lines: Iterable[BodyLine]) -> str:
    return "\n".join(f"\n{line.text}" if line.parted else line.text for line in lines)


def text_of(blocks: Sequence[Block]) -> str:
    return joined(lines_of(blocks))


def a_new_key() -> str:
    return secrets.token_hex(8)


def blocks_said(
    lines: Iterable[BodyLine],
    was: Sequence[Block],
    new_key: Callable[[], str] = a_new_key,
    gone: Sequence[Block] = (),
    lines_were: Iterable[BodyLine] | None = None,
) -> tuple[Block, ...]:
    """The blocks that these lines say, where a line with the key of one of `was` was typed over it.

    Other keys are those of new blocks; a new line that reads as one of `gone` did, which were taken away before, is
    that block again. `lines_were`: those of `was`, where they are at hand.
    """
    kept = {block.key: block for block in was}
    stood = {line.key: line.text for line in lines_were or lines_of(was)}
    typed_lines = [
        _Line(line.text, line.parted, kept.get(line.key), stood.get(line.key) == line.text, new=line.key)
        for line in lines
    ]
    return _blocks(typed_lines, was, new_key, gone)


def _blocks(
    lines: "list[_Line]", was: Sequence[Block], new_key: Callable[[], str], gone: Sequence[Block]
) -> tuple[Block, ...]:
    laid = _brought_back(_Laying(was, new_key).all(lines), gone)
    body = _with_tables(laid, was, new_key)
    return _with_notes(body, lines)


@dataclass
class _Line:
    """A typed line, the block it was or became, and whether an empty line stands before it."""

    text: str
    parted: bool
    was: Block | None = None
    same: bool = False
    new: str = ""  # the key of its block where it was none
    calls: list[tuple[int, str]] = field(default_factory=list)
    key: str = ""


# ── To a line ────────────────────────────────────────────────────────────────────────────────────


def _line_of(block: Block, notes: dict[str, str]) -> str:
    """`notes`: key → marker of those that may be called from it."""
    calls = notes and any(mark in notes for runs in block.stretches for run in runs for mark in run.marks)
    return _written_line(block, notes) if calls else _line_alone(block)


@lru_cache(maxsize=10_000)  # some 5 MB: a draft is written line by line, and read as lines at every save
def _line_alone(block: Block) -> str:
    return _written_line(block, {})


def _written_line(block: Block, notes: dict[str, str]) -> str:
    if block.type == BlockType.ROW:
        return _row_line(block, notes)
    words = typed(block.runs, notes).strip()
    if block.type == BlockType.NOTE:
        return f"[^{block.marker}] {words}".strip()
    if block.marker:
        return f"{block.marker} {words}".strip()
    reads_otherwise = marked_line(words).marker or _NOTE.match(words)
    return f"\\{words}" if reads_otherwise else words or _EMPTY


def _row_line(row: Block, notes: dict[str, str]) -> str:
    cells = [" // ".join(_cell_words(runs, notes) for runs in cell.paragraphs) for cell in row.cells]
    line = " | ".join(cells)
    is_plain = len(cells) > 1 and cells[0] and cells[-1] and line == line.strip()
    return line if is_plain else f"| {line} |"


def _cell_words(runs: Runs, notes: dict[str, str]) -> str:
    return _PARAGRAPH_ENDS.sub(r"\\//", typed(runs, notes).strip())


# ── Which line was which block ───────────────────────────────────────────────────────────────────


def likely_pairs(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each new line the place of the old one that it most likely was, in order; None for one that is new."""
    if len(old) == len(new) == 1:
        return [0]
    stood = [_Words.of(line) for line in old]
    pairs: list[int | None] = []
    place = 0
    for line in map(_Words.of, new):
        near = range(place, min(place + LOOKED_AT, len(old)))
        likeness = {at: _likeness(stood[at], line) for at in near}
        twin = max(likeness, key=likeness.__getitem__, default=None)
        is_one = twin is not None and likeness[twin] >= ALIKE
        pairs.append(twin if is_one else None)
        place = twin + 1 if twin is not None and is_one else place
    return pairs


@dataclass(frozen=True)
class _Words:
    in_order: list[str]
    known: set[str]

    @classmethod
    def of(cls, line: str) -> "_Words":
        words = line.split()
        return cls(words, set(words))


def _likeness(old: _Words, new: _Words) -> float:
    """Of a line that was split or joined the half that begins with the same words is the line."""
    shorter = min(len(old.in_order), len(new.in_order))
    if old.in_order[:shorter] == new.in_order[:shorter]:
        return 1.0
    return 2 * len(old.known & new.known) / (len(old.known) + len(new.known))


# ── To blocks ────────────────────────────────────────────────────────────────────────────────────


@dataclass
class _Laying:
    """Knows the heading that a new line stands under."""

    was: Sequence[Block]
    new_key: Callable[[], str]
    level: int = 0  # of the last heading

    def all(self, lines: list[_Line]) -> list[tuple[_Line, Block]]:
        laid = []
        for line in lines:
            if not line.same:  # what stands already is as it was laid
                line.text = " ".join(split_lines(clean(line.text))).strip()
            block = line.was if line.was and line.same else self._block(line)
            line.key = block.key
            if block.type.facts.heads:
                self.level = block.level
            laid.append((line, block))
        return _with_old_marks(laid, self.was)

    def _block(self, line: _Line) -> Block:
        key = line.was.key if line.was else line.new or self.new_key()
        if note := _NOTE.match(line.text):
            return self._said(line, key, AsMarked(BlockType.NOTE, note[1], line.text[note.end() :]))
        if _CELL_ENDS.search(line.text):
            return self._row(line, key)
        return self._said(line, key, self._marked(line))

    def _marked(self, line: _Line) -> AsMarked:
        """Its own marker, or the one it had where it still begins with it, however unusual ("Bước 1:")."""
        was = line.was
        stays = was and was.marker and was.type not in (BlockType.ROW, BlockType.NOTE)
        if was and stays and f"{line.text} ".startswith(f"{was.marker} "):
            return AsMarked(was.type, was.marker, line.text[len(was.marker) :].strip())
        return marked_line(line.text, was.type if was else None)

    def _said(self, line: _Line, key: str, marked: AsMarked) -> Block:
        words = read_words(marked.text)
        line.calls = list(words.calls)
        was = line.was
        if was and _stays(was, marked):
            return replace(was, key=key, marker=marked.marker, runs=words.runs)
        level = self._level(marked)
        made = Block(key, marked.type, level, marked.marker, words.runs)
        return replace(made, **_meaning(was)) if was else made

    def _level(self, marked: AsMarked) -> int:
        """As its marker tells, else one below the heading above."""
        told = level_of(marked.marker) if marked.type == BlockType.CLAUSE else None
        usual = marked.type.facts.usual_level if marked.type.facts.heads else min(self.level + 1, DEEPEST)
        return told or usual

    def _row(self, line: _Line, key: str) -> Block:
        texts = _cells_in(line.text)
        old = line.was.cells if line.was and line.was.type == BlockType.ROW else ()
        cells: list[Cell] = []
        length = 0
        for place, text in enumerate(texts):
            words = [read_words(said.strip()) for said in _PARAGRAPH_ENDS.split(text)]
            for said in words:
                line.calls += [(length + at, marker) for at, marker in said.calls]
                length += len(plain(said.runs))
            paragraphs = tuple(said.runs for said in words)
            kept = old[place] if len(old) == len(texts) else Cell()
            cells.append(replace(kept, paragraphs=paragraphs))
        level = min(self.level + 2, DEEPEST)
        if line.was:
            return replace(Block(key, BlockType.ROW, level), **_meaning(line.was), cells=tuple(cells))
        return Block(key, BlockType.ROW, level, cells=tuple(cells))


def _stays(was: Block, marked: AsMarked) -> bool:
    """Whether a changed line is still the kind of block it was: what its marker says has not changed."""
    if was.type in (BlockType.ROW, BlockType.NOTE) or marked.type == BlockType.NOTE:
        return was.type == marked.type
    return was.type == marked.type or marked_line(f"{was.marker} A".strip()).type == marked.type


def _meaning(block: Block) -> dict[str, Any]:
    """What hangs on a block as a whole, whatever it is printed as."""
    return {
        "task": block.task,
        "charge": block.charge,
        "source": block.source,
        "targets": block.targets,
        "declined": block.declined,
    }


def _cells_in(line: str) -> list[str]:
    texts = _CELL_ENDS.split(line)
    if not texts[0].strip() and len(texts) > 1:
        texts = texts[1:]
    if not texts[-1].strip() and len(texts) > 1:
        texts = texts[:-1]
    return texts


# ── Marks where their words still stand ──────────────────────────────────────────────────────────


def _with_old_marks(laid: list[tuple[_Line, Block]], was: Sequence[Block]) -> list[tuple[_Line, Block]]:
    """Change by change: the words of all its lines against those of all the blocks that stood there."""
    places = {block.key: place for place, block in enumerate(was)}
    done: list[tuple[_Line, Block]] = []
    begun = 0  # the place in `was` behind the last line that stayed
    change: list[tuple[_Line, Block]] = []
    for line, block in laid:
        if line.same:
            done += _carried(change, was[begun : places[block.key]])
            done.append((line, block))
            change, begun = [], places[block.key] + 1
        else:
            change.append((line, block))
    return [*done, *_carried(change, was[begun:])]


def _carried(change: list[tuple[_Line, Block]], lost: Sequence[Block]) -> Iterator[tuple[_Line, Block]]:
    if sum(len(block.text.split()) for block in lost) > MOST_WORDS:
        pieces = [([pair], [pair[0].was] if pair[0].was else []) for pair in change]
    else:
        pieces = [(change, list(lost))]
    for pairs, blocks in pieces:
        yield from _marked_again(pairs, blocks)


def _marked_again(change: list[tuple[_Line, Block]], lost: Sequence[Block]) -> Iterator[tuple[_Line, Block]]:
    targets = {target.id: target for block in lost for target in block.targets}
    stretches = [runs for _, block in change for runs in block.stretches]
    marked = iter(
        _with_marks_of([runs for block in lost for runs in block.stretches], stretches, set(targets))
    )
    taken: set[str] = set()
    for line, block in change:
        own = [next(marked) for _ in block.stretches]
        found = dict.fromkeys(mark for runs in own for run in runs for mark in run.marks if mark not in taken)
        taken |= set(found)
        own = [keeping(runs, found.__contains__) for runs in own]
        yield line, replace(with_stretches(block, own), targets=tuple(targets[mark] for mark in found))


def _with_marks_of(old: list[Runs], new: list[Runs], known: set[str]) -> list[Runs]:
    if not known:
        return new
    before = [
        (token.text, tuple(mark for mark in marks if mark in known))
        for runs in old
        for token, marks in _marks_of(runs)
    ]
    after = [tokens_of(plain(runs)) for runs in new]
    marks = iter(_moved(before, [token.text for tokens in after for token in tokens]))
    return [
        with_marks(runs, tokens, [next(marks) for _ in tokens])
        for runs, tokens in zip(new, after, strict=True)
    ]


def _marks_of(runs: Runs) -> Iterator[tuple[Token, Marks]]:
    tokens = tokens_of(plain(runs))
    return zip(tokens, marks_at(runs, tokens), strict=True)


def _moved(before: list[tuple[str, Marks]], after: list[str]) -> list[Marks]:
    """Words that stayed keep their marks; one that took another's place has those of all it replaced, one that came
    between two has those of both.
    """
    marks: list[Marks] = []
    for tag, i1, i2, j1, j2 in steps_between([text for text, _ in before], after):
        if tag == "equal":
            marks += [own for _, own in before[i1:i2]]
            continue
        around = before[i1:i2] or before[max(i1 - 1, 0) : i1 + 1]
        common = around[0][1] if around and (i2 > i1 or 0 < i1 < len(before)) else ()
        for _, own in around[1:]:
            common = shared(common, own)
        marks += [common] * (j2 - j1)
    return marks


# ── What was taken away and is typed again ───────────────────────────────────────────────────────


def _brought_back(laid: list[tuple[_Line, Block]], gone: Sequence[Block]) -> list[tuple[_Line, Block]]:
    """With the key and the marks it had, as far as neither stands elsewhere now."""
    taken = {block.key for _, block in laid} | {mark.id for _, block in laid for mark in block.targets}
    lost = {_line_of(block, {}): block for block in reversed(gone) if _stands_alone(block)}
    done: list[tuple[_Line, Block]] = []
    for line, block in laid:
        old = lost.get(line.text) if line.was is None else None
        if old and taken.isdisjoint((old.key, *(mark.id for mark in old.targets))):
            taken |= {old.key, *(mark.id for mark in old.targets)}
            line.key, block = old.key, old
        done.append((line, block))
    return done


def _stands_alone(block: Block) -> bool:
    """Without a note that would have to come back along."""
    own = {mark.id for mark in block.targets}
    called = {mark for runs in block.stretches for run in runs for mark in run.marks} - own
    return block.type not in (BlockType.NOTE, BlockType.TABLE) and not called


# ── Tables and notes ─────────────────────────────────────────────────────────────────────────────


def _with_tables(
    laid: list[tuple[_Line, Block]], was: Sequence[Block], new_key: Callable[[], str]
) -> list[Block]:
    """Rows that follow each other are a table: the one that its rows stood in, or a new one."""
    stood = {
        row.key: item.table for item in with_rows(was) if isinstance(item, WholeTable) for row in item.rows
    }
    done: list[Block] = []
    used: set[str] = set()
    above: Block | None = None
    for run in _runs_of_rows(laid):
        rows = [block for _, block in run if block.type == BlockType.ROW]
        if rows:
            tables = (stood[row.key] for row in rows if row.key in stood)
            table = next((table for table in tables if table.key not in used), None)
            table = _wide_enough(table or _new_table(new_key(), rows), rows)
            if above and table.level > above.level:  # an empty line parted them: they stand side by side
                table = replace(table, level=above.level)
            used.add(table.key)
            done.append(table)
        above = table if rows else None
        done += [block for _, block in run]
    return done


def _runs_of_rows(laid: list[tuple[_Line, Block]]) -> Iterator[list[tuple[_Line, Block]]]:
    """Rows with the notes among them; everything else one by one."""
    run: list[tuple[_Line, Block]] = []
    for line, block in laid:
        goes_on = bool(run) and not line.parted and block.type in (BlockType.ROW, BlockType.NOTE)
        if run and not goes_on:
            yield run
            run = []
        if goes_on or block.type == BlockType.ROW:
            run.append((line, block))
        else:
            yield [(line, block)]
    if run:
        yield run


def _new_table(key: str, rows: list[Block]) -> Block:
    return Block(key, BlockType.TABLE, max(rows[0].level - 1, 0), head_rows=1 if len(rows) > 1 else 0)


def _wide_enough(table: Block, rows: list[Block]) -> Block:
    """A row that grew a cell widens its table; columns that are there keep their proportion.

    Where rows went away, no more of them are a head than there are.
    """
    table = replace(table, head_rows=min(table.head_rows, len(rows)))
    widest = max(sum(cell.across for cell in row.cells) for row in rows)
    missing = widest - len(table.columns)
    if missing <= 0:
        return table
    share = 100 // widest
    kept = tuple(
        replace(column, share=max(column.share * (100 - share * missing) // 100, 1))
        for column in table.columns
    )
    return replace(table, columns=kept + (TableColumn(share),) * missing)


def _with_notes(blocks: list[Block], lines: list[_Line]) -> tuple[Block, ...]:
    """Calls that were typed find their note by its marker, and stay words where there is none."""
    notes: dict[str, str] = {}
    for block in blocks:
        if block.type == BlockType.NOTE:
            notes.setdefault(block.marker, block.key)
    calls = {line.key: line.calls for line in lines if line.calls}
    keys = set(notes.values())
    return tuple(_calling(block, calls.get(block.key, []), notes, keys) for block in blocks)


def _calling(block: Block, calls: list[tuple[int, str]], notes: dict[str, str], keys: set[str]) -> Block:
    stretches = list(block.stretches)
    own = {target.id for target in block.targets} | keys
    if any(mark not in own for runs in stretches for run in runs for mark in run.marks):
        stretches = [keeping(runs, own.__contains__) for runs in stretches]
    for place, marker in reversed(calls):
        stretches = _called(stretches, place, marker, notes)
    return with_stretches(block, stretches) if stretches != list(block.stretches) else block


def _called(stretches: list[Runs], place: int, marker: str, notes: dict[str, str]) -> list[Runs]:
    """The call hangs on the character before it; without one, or without a note, what was typed stays words."""
    done: list[Runs] = []
    at = 0
    for runs in stretches:
        end = at + len(plain(runs))
        is_here = at < place <= end or (place == at == end) or (place == at and not done)
        done.append(_call_in(runs, place - at, marker, notes) if is_here else runs)
        at = end
        place = -1 if is_here else place
    return done


def _call_in(runs: Runs, place: int, marker: str, notes: dict[str, str]) -> Runs:
    pieces: list[TextRun] = []
    at = 0
    key = notes.get(marker)
    if not key or place == 0:
        return _with_words_at(runs, place, f"[^{marker}]")
    for run in runs:
        cut = place - at
        if 0 < cut <= len(run.text):
            pieces.append(replace(run, text=run.text[: cut - 1]))
            pieces.append(replace(run, text=run.text[cut - 1 : cut], marks=(*run.marks, key)))
            pieces.append(replace(run, text=run.text[cut:]))
        else:
            pieces.append(run)
        at += len(run.text)
    return tidy(tuple(pieces))


def _with_words_at(runs: Runs, place: int, words: str) -> Runs:
    if not runs:
        return (TextRun(words),)
    pieces: list[TextRun] = []
    at = 0
    for run in runs:
        cut = place - at
        is_here = 0 <= cut <= len(run.text) and (cut > 0 or at == 0)
        text = f"{run.text[:cut]}{words}{run.text[cut:]}" if is_here else run.text
        place = -1 if is_here else place
        pieces.append(replace(run, text=text))
        at += len(run.text)
    return tidy(tuple(pieces))
