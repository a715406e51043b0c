"""Blocks as an office would write them: `[part("I.", "MỤC ĐÍCH"), paragraph("Nâng cao nhận thức.", "-")]`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from plans.content.lines import a_new_key, blocks_said, lines_in, lines_of
from plans.content.values import Block, Cell, Runs, TableColumn, TextRun, tidy
from plans.drafting.merging import merged, sent
from plans.law.blocks import Align, BlockType

_numbers = count(1)


def runs(text: str | Runs) -> Runs:
    """`**đậm**` and `*nghiêng*` as looks, everything else as words."""
    if not isinstance(text, str):
        return text
    pieces: list[TextRun] = []
    for place, strong in enumerate(text.split("**")):
        for inner, words in enumerate(strong.split("*")):
            pieces.append(TextRun(words, bold=place % 2 == 1, italic=inner % 2 == 1))
    return tidy(tuple(pieces))


def _block(kind: BlockType, level: int, marker: str, text: str | Runs, key: str, **more: Any) -> Block:
    return Block(key or f"b{next(_numbers)}", kind, level, marker, runs(text), **more)


def chapter(marker: str, text: str, key: str = "") -> Block:
    return _block(BlockType.CHAPTER, 0, marker, text, key)


def part(marker: str, text: str, key: str = "", **more: Any) -> Block:
    return _block(BlockType.PART, 1, marker, text, key, **more)


def article(marker: str, text: str, key: str = "") -> Block:
    return _block(BlockType.ARTICLE, 2, marker, text, key)


def clause(marker: str, text: str | Runs, key: str = "", level: int = 2, **more: Any) -> Block:
    return _block(BlockType.CLAUSE, level, marker, text, key, **more)


def point(marker: str, text: str | Runs, key: str = "", **more: Any) -> Block:
    return clause(marker, text, key, level=3, **more)


def paragraph(text: str | Runs, marker: str = "", key: str = "", level: int = 3, **more: Any) -> Block:
    return _block(BlockType.PARAGRAPH, level, marker, text, key, **more)


def note(marker: str, text: str | Runs, key: str = "") -> Block:
    return _block(BlockType.NOTE, 3, marker, text, key)


def annex(marker: str, text: str | Runs, key: str = "", **more: Any) -> Block:
    return _block(BlockType.ANNEX, 0, marker, text, key, **more)


def table(*shares: int | tuple[int, Align], key: str = "", head_rows: int = 1, level: int = 3) -> Block:
    columns = tuple(
        TableColumn(*share) if isinstance(share, tuple) else TableColumn(share) for share in shares
    )
    return _block(BlockType.TABLE, level, "", "", key, columns=columns, head_rows=head_rows)


def row(*cells: str | Cell, key: str = "", level: int = 4, **more: Any) -> Block:
    made = tuple(one if isinstance(one, Cell) else cell(one) for one in cells)
    return _block(BlockType.ROW, level, "", "", key, cells=made, **more)


def cell(*paragraphs: str | Runs, across: int = 1, down: int = 1, align: Align | None = None) -> Cell:
    return Cell(tuple(map(runs, paragraphs)), across, down, align)


def group(text: str, columns: int, key: str = "") -> Block:
    """A row of one cell as wide as the table."""
    return row(cell(f"**{text}**", across=columns, align=Align.LEFT), key=key)


def blocks_of(
    text: str,
    was: Sequence[Block] = (),
    new_key: Callable[[], str] = a_new_key,
    gone: Sequence[Block] = (),
) -> tuple[Block, ...]:
    """What `text` says, typed by one writer over the lines of `was`."""
    if not was:
        return blocks_said(lines_in(text), (), new_key, gone)
    known = {block.key for block in (*was, *gone)}
    return tuple(
        block if block.key in known or block.type == BlockType.NOTE else replace(block, key=new_key())
        for block in merged(sent(lines_of(was)), text, was, gone=lambda: gone).blocks
    )
