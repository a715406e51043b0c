"""Papers that were kept before bodies were blocks: headings, paragraphs, tables and annexes → blocks. Pure.

A marker was made by the layout then ("I" printed "I."), bold of a clause was its rank: both become words and runs here,
so that an old paper prints as it always did. Anchors ("section-12", "target-7") become keys.
"""

from collections.abc import Iterator
from typing import Any

from childlabour.core.vietnamese import roman
from plans.content.values import Block, Cell, Runs, TableColumn, TextRun
from plans.law.blocks import Align, BlockType

REFERENCE = "reference"  # begins the keys of lines that the layout makes: "(Kèm theo Kế hoạch số …)"
_RANKS = {
    "part": (BlockType.PART, 1, "."),
    "clause": (BlockType.CLAUSE, 2, "."),
    "point": (BlockType.CLAUSE, 4, ")"),
}


def is_of_first_shape(data: dict[str, Any]) -> bool:
    return "annexes" in data


def blocks_of(data: dict[str, Any]) -> tuple[Block, ...]:
    """The body, then each annex with what it holds."""
    return tuple(_Reading().blocks(data))


class _Reading:
    """Keeps the level that a paragraph stands at, and the keys that are taken."""

    def __init__(self) -> None:
        self._level = 1
        self._keys: set[str] = set()

    def blocks(self, data: dict[str, Any]) -> Iterator[Block]:
        yield from self._body(data["blocks"])
        for number, annex in enumerate(data["annexes"], start=1):
            label = f"Phụ lục {roman(number)}" if len(data["annexes"]) > 1 else "Phụ lục"
            key = self._key(annex.get("anchor", ""), "annex")
            yield Block(key, BlockType.ANNEX, 0, label, _runs(annex["title"]))
            self._level = 1
            if reference := annex.get("reference", ""):
                words = _runs(reference, italic=True, keeps_gaps=True)
                yield Block(self._key("", REFERENCE), BlockType.PARAGRAPH, 1, runs=words, centred=True)
            yield from self._body(annex["blocks"])

    def _body(self, blocks: list[dict[str, Any]]) -> Iterator[Block]:
        for block in blocks:
            match block["is"]:
                case "heading":
                    yield self._heading(block)
                case "paragraph":
                    yield self._paragraph(block)
                case _:
                    yield from self._table(block)

    def _heading(self, data: dict[str, Any]) -> Block:
        kind, level, end = _RANKS[data["level"]]
        self._level = level + 1
        number = " ".join(data["number"].split())
        words = _runs(data["text"], bold=data["level"] == "clause")
        return Block(
            self._key(data.get("anchor", ""), "heading"), kind, level, number and f"{number}{end}", words
        )

    def _paragraph(self, data: dict[str, Any]) -> Block:
        words = _runs(data["text"], bold=data.get("bold", False), italic=data.get("italic", False))
        key = self._key(data.get("anchor", ""), "paragraph")
        return Block(key, BlockType.PARAGRAPH, self._level, " ".join(data.get("marker", "").split()), words)

    def _table(self, data: dict[str, Any]) -> Iterator[Block]:
        rows = data["rows"]
        widest = max((len(row) for row in rows), default=1)
        columns = tuple(
            TableColumn(column["share"], Align(column["align"])) for column in data["columns"]
        ) or tuple(TableColumn(100 // widest) for _ in range(widest))
        titles = [column["title"] for column in data["columns"]]
        head = [titles] if any(titles) else []
        yield Block(
            self._key("", "table"), BlockType.TABLE, self._level, columns=columns, head_rows=len(head)
        )
        for row in (*head, *rows):
            yield self._row(row, len(columns))

    def _row(self, texts: list[str], columns: int) -> Block:
        """A row of one text was the title of a group: as wide as the table and bold."""
        if len(texts) == 1 < columns:
            cells: tuple[Cell, ...] = (Cell((_runs(texts[0], bold=True),), across=columns, align=Align.LEFT),)
        else:
            cells = tuple(Cell((_runs(text),)) for text in texts)
        return Block(self._key("", "row"), BlockType.ROW, self._level + 1, cells=cells)

    def _key(self, anchor: str, kind: str) -> str:
        key = anchor
        if not key or key in self._keys:
            key = f"{kind}-of-{len(self._keys) + 1}"
        self._keys.add(key)
        return key


def _runs(text: str, *, bold: bool = False, italic: bool = False, keeps_gaps: bool = False) -> Runs:
    """Blanks of every kind were one plain blank on those papers; only gaps to write in stayed."""
    words = text if keeps_gaps else " ".join(text.split())
    return (TextRun(words, bold, italic),) if words else ()
