"""Tables of targets and of tasks: what the header row calls its columns decides how a row reads. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from childlabour.core.vietnamese import PERCENT, YEAR_AHEAD, read_number, search_key
from plans.reading.text.passages import Passage
from targets.language.columns import task_columns
from targets.language.headings import frames
from targets.language.lexicon import tables as columns
from targets.language.lexicon.comparing import IN_CELLS
from targets.language.lexicon.patterns import any_of, folded
from targets.language.measures import comparator_of
from targets.language.phrases import DEFAULT_WORDING
from targets.statements import Statement, find, parse

from .groups import code_of

_NAME = re.compile(rf"(?:ten |noi dung )?(?:cac )?{any_of(folded(columns.NAMES))}\b")
_UNIT = re.compile(any_of(folded(columns.UNITS)))
_VALUE = re.compile(
    rf"{any_of(folded(columns.BEFORE_YEARS))}?\s*(?:{any_of(folded(columns.BETWEEN_THEM))} )*"
    rf"\(?(?:nam )?({YEAR_AHEAD})?\)?|{any_of(folded(columns.VALUES))}"
)
_DATED = re.compile(rf"\b({YEAR_AHEAD})\b")  # "Mốc 2027", "KH năm 2026", "Giai đoạn 2026 - 2030"
_ONLY_A_YEAR = re.compile(
    rf"(?:{any_of(folded(columns.BEFORE_PERIODS))} )*{YEAR_AHEAD}(?: ?- ?{YEAR_AHEAD})?"
)
_RESULT = re.compile(rf"\b{any_of(folded(columns.RESULTS))}\b")
_CELL = re.compile(
    rf"(?:(?:giảm|tăng)\s++)?(?P<word>{any_of(IN_CELLS)})?\s*(?P<number>\d[\d.]*+(?:,\d+)?)\s*+"
    rf"(?:/\s?(?P<whole>\d[\d.]*+)\s*+)?(?P<unit>{PERCENT}|(?!trở )[^\W\d_]+(?: (?!trở )[^\W\d_]+){{0,3}})?"
    r"\s*(?P<after>trở lên)?",
    re.IGNORECASE,
)
_SCORED = re.compile(rf"{any_of(folded(columns.SCORED))}\b")
_SHARES = folded(columns.SHARE_NAMES)


@dataclass(frozen=True)
class TableTarget:
    text: str
    statement: Statement
    places: tuple[int, ...]
    group: str = ""


@dataclass(frozen=True)
class TableTask:
    text: str
    unit: str
    partners: str
    due: str
    product: str
    places: tuple[int, ...]


type_row = dict[int, list[tuple[int, Passage]]]


def cells_by_table(passages: tuple[Passage, ...], places: list[int]) -> dict[int, list[tuple[int, Passage]]]:
    """The cells of every table among these places, each with its place."""
    tables: dict[int, list[tuple[int, Passage]]] = {}
    for place in places:
        if passages[place].table > 0:
            tables.setdefault(passages[place].table, []).append((place, passages[place]))
    return tables


def _rows(cells: list[tuple[int, Passage]]) -> list[type_row]:
    rows: dict[int, type_row] = {}
    for place, passage in cells:
        rows.setdefault(passage.row, {}).setdefault(passage.column, []).append((place, passage))
    return [rows[number] for number in sorted(rows)]


def _said(row: type_row, column: int) -> str:
    return " ".join(passage.whole for _, passage in row.get(column, []))


def _places(row: type_row, *columns: int) -> tuple[int, ...]:
    return tuple(place for column in columns for place, _ in row.get(column, []))


def table_targets(cells: list[tuple[int, Passage]]) -> Iterator[TableTarget]:
    """The targets of one table; none when its header names no column of targets with values."""
    header, rows = _parted(_rows(cells))
    name, unit, values = _target_columns(header)
    if name is None or not values:
        return
    group = ""
    for row in rows:
        filled = [column for column in row if _said(row, column).strip()]
        text = _said(row, name).strip(" ;.")
        if len(filled) <= 2 and not any(_said(row, column).strip() for column in values):
            group = code_of(" ".join(_said(row, column) for column in filled)) or group
            continue
        for column, year in values.items():
            of = (_said(row, unit) if unit else "") or (PERCENT if PERCENT in _said(header, column) else "")
            statement = _statement(text, _said(row, column), of, year)
            if text and statement:
                yield TableTarget(text, statement, _places(row, name, column), group)


def _parted(rows: list[type_row]) -> tuple[type_row, list[type_row]]:
    """Its header and its rows; "Mục tiêu" over "2026" and "2030" are one header."""
    years = [_said(row, column) for row in rows[1:2] for column in row if _said(row, column).strip()]
    if years and all(_ONLY_A_YEAR.fullmatch(search_key(said).strip(" .:")) for said in years):
        return rows[0] | {column: cells for column, cells in rows[1].items() if _said(rows[1], column)}, rows[
            2:
        ]
    return (rows[0] if rows else {}), rows[1:]


def _target_columns(header: type_row) -> tuple[int | None, int | None, dict[int, int | None]]:
    name = unit = None
    values: dict[int, int | None] = {}
    for column in sorted(header):
        key = search_key(_said(header, column)).strip(" .:")
        if _UNIT.fullmatch(key):
            unit = column
        elif name is None and _NAME.match(key):
            name = column
        elif name is not None and _holds_values(key):
            years = _DATED.findall(key)
            values[column] = int(years[-1]) if years else None
    return name, unit, values


def _holds_values(key: str) -> bool:
    """What is to be reached: a level or a year; neither what was, nor money, nor when."""
    if _RESULT.search(key) or frames(key):
        return False
    return bool(key) and bool(_VALUE.fullmatch(key) or _DATED.search(key))


def _statement(text: str, value: str, unit: str, year: int | None) -> Statement | None:
    whole = next(iter(find(text)), None)
    if whole is not None:  # the sentence itself says its value: our own annex, and many others
        return whole.statement
    found = _CELL.fullmatch(value.strip())
    if not found:
        return None
    try:
        number = read_number(found["number"])
    except ValueError:
        return None
    word = (found["word"] or "").lower()
    comparator = comparator_of(f"{word} … {found['after'] or ''}".lower())
    parts = parse(text)
    of = found["unit"] or unit.strip() or (PERCENT if _counts_shares(text) else "")
    plain = Statement(
        **parts.kept
        | {
            "comparator": comparator,
            "value": Decimal(number),
            "unit": of.lower() if of != PERCENT and of.istitle() else of,
            "outcome": parts.outcome or text,
            "wording": word,
            "horizon": year or parts.horizon,
        }
    )
    full = parse(row_sentence(text, plain))
    return full if _promise_of(full) == _promise_of(plain) else plain


def _counts_shares(text: str) -> bool:
    """ "Tỷ lệ bỏ học", "Trẻ em được học bơi (%)"."""
    return search_key(text).startswith(_SHARES) or f"({PERCENT})" in text


def _promise_of(said: Statement) -> tuple[object, ...]:
    return said.comparator, said.value, said.unit, said.horizon


def row_sentence(text: str, said: Statement) -> str:
    """A row names what is measured and its columns how much by when; a target says all of it in a sentence."""
    if said.value is None or said.comparator is None or parse(text).value is not None:
        return text
    figure = format(said.value.normalize(), "f").replace(".", ",")
    unit = said.unit if said.unit == PERCENT else f" {said.unit}".rstrip()
    when = f" vào năm {said.horizon}" if said.horizon else ""
    return f"{text.rstrip(' .;:')} {DEFAULT_WORDING[said.comparator]} {figure}{unit}{when}"


def is_scored(cells: list[tuple[int, Passage]]) -> bool:
    """Whether its header gives points for what the rows say: what it asks is no target."""
    first = min(passage.row for _, passage in cells)
    header = (search_key(passage.text).strip(" .:()") for _, passage in cells if passage.row <= first + 1)
    return any(_SCORED.match(key) for key in header)


def table_tasks(cells: list[tuple[int, Passage]]) -> Iterator[TableTask]:
    """The tasks of one table with a column for what and one for who or when."""
    rows = _rows(cells)
    if len(rows) < 2:
        return
    columns = task_columns({column: _said(rows[0], column) for column in rows[0]})
    if not columns:
        return
    for row in rows[1:]:
        said = {name: _said(row, column).strip() for name, column in columns.items()}
        if said["task"] and (said.get("lead") or said.get("due")):
            yield TableTask(
                said["task"].strip(" ;."),
                said.get("lead", ""),
                said.get("partners", ""),
                said.get("due", ""),
                said.get("product", ""),
                _places(row, *sorted(columns.values())),
            )
