"""The optional tables of an annex: what the marks of a document say, as ordinary rows of words. Pure.

They are made once, printed as stored, and may be made again when the marks have moved on (`says_what_marks_say`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from childlabour.core.vietnamese import search_key, short_date, write_number
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
    made = list(_MAKERS[made_from](content, naming))
    columns, rows = _filled(COLUMNS[made_from], [row for _, row in made])
    headings = [heading for heading, _ in made]
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
    lines = _with_groups(headings, rows, len(columns))
    head = _row(f"{key}-0", titles)
    return (table, head, *(replace(row, key=f"{key}-{number}") for number, row in enumerate(lines, start=1)))


def says_what_marks_say(content: Content, key: str, naming: Naming) -> bool:
    """Whether the stored table under `key` still reads as it would if it were made now."""
    for item in with_rows(content.blocks):
        if isinstance(item, WholeTable) and item.table.key == key:
            _, *made = table_of(content, item.table.made_from, naming)
            return [row.text for row in item.rows] == [row.text for row in made]
    return True


Said = tuple[str, Sequence[str]]  # the heading that a row stands under, and the texts of its cells


def _target_rows(content: Content, naming: Naming) -> Iterable[Said]:
    above = _headings_above(content)
    for number, (block, mark) in enumerate(content.targets, start=1):
        heading = above.get(block.key, StandsUnder())
        horizon = str(mark.statement.horizon or heading.year)
        responsible = naming([mark.responsible]) if mark.responsible else ""
        yield heading.text, (str(number), _bare(mark.sentence), measure_of(mark), horizon, responsible)


def _task_rows(content: Content, naming: Naming) -> Iterable[Said]:
    leads, above = leads_of(content), _headings_above(content)
    everyone = [(block, mark, above.get(block.key, StandsUnder())) for block, mark in content.tasks]
    named_by_content = [task for task in everyone if not task[2].organises]
    for number, (block, mark, heading) in enumerate(named_by_content or everyone, start=1):
        units, said = leads[block.key]
        due = mark.due_text or (short_date(mark.due) if mark.due else "")
        lead = said or naming(units)
        yield heading.text, (str(number), _bare(block.name), lead, naming(mark.partners), due, mark.product)


_MAKERS = {TARGETS: _target_rows, TASKS: _task_rows}


@dataclass(frozen=True)
class StandsUnder:
    """The nearest heading above a line; the year and the part are of any heading above."""

    text: str = ""
    year: str = ""
    organises: bool = False  # "Tổ chức thực hiện" gives again to each unit what stands in the parts before


_YEAR = re.compile(r"(?:đến|[Nn]ăm)\s+(?:năm\s+)?(20\d\d)\b")
_ORGANISES = re.compile(r"to chuc thuc hien")


def _headings_above(content: Content) -> dict[str, StandsUnder]:
    """By the key of each line of the body, tables' rows included."""
    found: dict[str, StandsUnder] = {}
    open_headings: list[Block] = []
    for block in content.blocks:
        while open_headings and open_headings[-1].level >= block.level:
            open_headings.pop()
        words = [heading.text for heading in open_headings]
        years = [year for text in words for year in _YEAR.findall(text)]
        found[block.key] = StandsUnder(
            open_headings[-1].printed if open_headings else "",
            years[-1] if years else "",
            any(_ORGANISES.search(search_key(text)) for text in words),
        )
        if block.type.facts.heads:
            open_headings.append(block)
    return found


def _with_groups(headings: list[str], rows: list[list[str]], columns: int) -> Iterator[Block]:
    """Rows under the headings of the body; one heading over all of them says nothing."""
    is_grouped = len(set(headings)) > 1
    before = ""
    for heading, texts in zip(headings, rows, strict=True):
        if is_grouped and heading and heading != before:
            runs = (TextRun(heading, bold=True),)
            yield Block(
                "", BlockType.ROW, LEVEL + 1, cells=(Cell((runs,), across=columns, align=Align.LEFT),)
            )
        before = heading
        yield _row("", texts)


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
    """Without its end mark; per cents as the measure beside it has them."""
    return _PER_CENT.sub("", text.strip().rstrip(";,."))


_PER_CENT = re.compile(r"(?<=\d)\s+(?=[%‰])")


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
