"""The optional tables of an annex: what the marks of a document say, as ordinary rows of words. Pure.

They are made once, printed as stored, and may be made again when the marks have moved on (`says_what_marks_say`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from childlabour.core.vietnamese import short_date, write_number
from plans.content.parts import WholeTable, with_rows
from plans.content.values import Block, Cell, Content, TableColumn, TargetMark, TextRun
from plans.law.blocks import Align, BlockType
from targets.models.target import ComparatorChoice
from targets.statements import Statement

from .naming import leads_of

TARGETS, TASKS = "targets", "tasks"
Naming = Callable[[Iterable[int]], str]  # ids of units → how a table names them together
LEVEL = 1  # of a table in an annex


@dataclass(frozen=True)
class Column:
    title: str
    share: int  # per cent of the table's width, where all columns stand
    align: Align = Align.LEFT


COLUMNS = {
    TARGETS: (
        Column("TT", 7, Align.CENTER),
        Column("Chỉ tiêu", 47),
        Column("Mức", 14, Align.CENTER),
        Column("Thời hạn", 10, Align.CENTER),
        Column("Đơn vị chịu trách nhiệm", 22),
    ),
    TASKS: (
        Column("TT", 7, Align.CENTER),
        Column("Nhiệm vụ", 33),
        Column("Chủ trì", 16),
        Column("Phối hợp", 16),
        Column("Thời hạn", 15, Align.CENTER),  # holds "31/12/2025" in one line
        Column("Sản phẩm", 13),
    ),
}


def table_of(content: Content, made_from: str, naming: Naming, key: str = "") -> tuple[Block, ...]:
    """The table and its rows, in the order of the paper; columns that would be empty are left out."""
    key = key or f"table-of-{made_from}"
    columns, rows = _filled(COLUMNS[made_from], list(_MAKERS[made_from](content, naming)))
    shares = _whole([column.share for column in columns])
    table = Block(
        key,
        BlockType.TABLE,
        LEVEL,
        columns=tuple(
            TableColumn(share, column.align) for share, column in zip(shares, columns, strict=True)
        ),
        head_rows=1,
        made_from=made_from,
    )
    titles = [column.title for column in columns]
    lines = (_row(f"{key}-{number}", texts) for number, texts in enumerate((titles, *rows)))
    return (table, *lines)


def says_what_marks_say(content: Content, key: str, naming: Naming) -> bool:
    """Whether the stored table under `key` still reads as it would if it were made now."""
    for item in with_rows(content.blocks):
        if isinstance(item, WholeTable) and item.table.key == key:
            _, *made = table_of(content, item.table.made_from, naming)
            return [row.text for row in item.rows] == [row.text for row in made]
    return True


def _target_rows(content: Content, naming: Naming) -> Iterable[Sequence[str]]:
    for number, (_, mark) in enumerate(content.targets, start=1):
        horizon = str(mark.statement.horizon or "")
        responsible = naming([mark.responsible]) if mark.responsible else ""
        yield str(number), _bare(mark.sentence), measure_of(mark), horizon, responsible


def _task_rows(content: Content, naming: Naming) -> Iterable[Sequence[str]]:
    leads = leads_of(content)
    for number, (block, mark) in enumerate(content.tasks, start=1):
        units, said = leads[block.key]
        due = mark.due_text or (short_date(mark.due) if mark.due else "")
        lead = said or naming(units)
        yield str(number), _bare(block.name), lead, naming(mark.partners), due, mark.product


_MAKERS = {TARGETS: _target_rows, TASKS: _task_rows}


def measure_of(mark: TargetMark) -> str:
    """Comparator and value in the words of the body: "trên 72%", "từ 90% trở lên"; "" for what is not measured."""
    said = mark.statement
    if said.value is None:
        return ComparatorChoice(said.comparator.value).label if said.comparator else ""
    number = _number_of(said)
    wording = said.wording or _usual_wording(said)
    return wording.replace("…", number) if "…" in wording else f"{wording} {number}".strip()


def _number_of(said: Statement) -> str:
    figure = write_number(said.value) if said.value is not None else ""
    return f"{figure}{said.unit}" if said.unit[:1] in ("%", "‰", "/") else f"{figure} {said.unit}".strip()


def _usual_wording(said: Statement) -> str:
    is_bare = said.comparator is None or said.comparator.value == ComparatorChoice.EQUAL.value
    return "" if is_bare or said.comparator is None else str(ComparatorChoice(said.comparator.value).label)


def _bare(text: str) -> str:
    return text.strip().rstrip(";,.")


def _filled(columns: Sequence[Column], rows: list[Sequence[str]]) -> tuple[list[Column], list[list[str]]]:
    """Number and words always stand; another column only where some row fills it."""
    kept = [place for place in range(len(columns)) if place < 2 or any(row[place] for row in rows)]
    return [columns[place] for place in kept], [[row[place] for place in kept] for row in rows]


def _whole(shares: list[int]) -> list[int]:
    """The same shares of a hundred: what fell away widens the words."""
    return [shares[0], 100 - shares[0] - sum(shares[2:]), *shares[2:]]


def _row(key: str, texts: Sequence[str]) -> Block:
    cells = tuple(Cell(((TextRun(text),) if text else (),)) for text in texts)
    return Block(key, BlockType.ROW, LEVEL + 1, cells=cells)
