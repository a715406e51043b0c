"""A workbook as its cells, with what is wrong with them as cells. Called behind the airlock; knows no database.

Rows are read as a stream first, so that a sheet of a hundred thousand rows is refused before it is held in memory.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import search_key

from .layout import COLUMNS, FIGURES, MOST_ROWS, PERIOD

MOST_UNPACKED = 120 * 1024 * 1024  # bytes of all parts
FURTHEST = 60  # columns that are looked at
LONGEST = 2000  # characters of a cell
TEXT, NUMBER, BLANK, ODD = "text", "number", "blank", "odd"

NO_WORKBOOK = "Tệp này không phải tệp Excel (.xlsx) đọc được. Lưu lại dưới dạng .xlsx rồi gửi lại."


def cells_of(data: bytes) -> dict[str, Any]:
    """`{"columns": {key: letter}, "rows": [[number, {key: [kind, value]}]], "period": [[label, [kind, value], cell]],
    "faults": […]}`; a fault names its cell. Raises Refusal where there are no cells to speak of.
    """
    try:
        return _cells_of(data)
    except (Refusal, MemoryError):
        raise
    except Exception as fault:  # of a spoilt file openpyxl, zipfile, zlib and expat say no in a dozen ways
        raise Refusal(Problem(NO_WORKBOOK, "file")) from fault


def _cells_of(data: bytes) -> dict[str, Any]:
    _refuse_bombs(data)
    last = _last_filled_row(data)
    book = _opened(data)
    sheet = _sheet_called(book, FIGURES)
    columns, head = _columns_of(sheet)
    faults: list[str] = []
    rows = []
    for number in range(head + 1, last + 1):
        cells = {key: _kept(sheet.cell(row=number, column=column), faults) for key, column in columns.items()}
        if all(kind == BLANK for kind, _ in cells.values()):
            continue
        if sheet.row_dimensions[number].hidden:
            faults.append(f"Dòng {number} (ô A{number}) đang bị ẩn: bỏ ẩn, bỏ lọc rồi gửi lại.")
        rows.append([number, cells])
    for key, column in columns.items():
        if sheet.column_dimensions[get_column_letter(column)].hidden and _column(key).is_typed:
            faults.append(
                f"Cột “{_column(key).title}” (ô {get_column_letter(column)}{head}) đang bị ẩn: bỏ ẩn."
            )
    return {
        "columns": {key: get_column_letter(column) for key, column in columns.items()},
        "rows": rows,
        "period": list(_period_of(_sheet_called(book, PERIOD))),
        "faults": faults,
    }


def _column(key: str) -> Any:
    return next(column for column in COLUMNS if column.key == key)


def _refuse_bombs(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > MOST_UNPACKED:
        raise Refusal(
            Problem("Tệp giải nén ra lớn quá mức nhận ở đây: chỉ giữ hai tờ “Số liệu” và “Kỳ”.", "file")
        )


def _last_filled_row(data: bytes) -> int:
    """Rows that are only dressed count for nothing. Raises Refusal where too many are filled."""
    book = _opened(data, read_only=True)
    filled = last = 0
    for number, row in enumerate(_sheet_called(book, FIGURES).iter_rows(max_col=FURTHEST), start=1):
        if any(cell.value is not None for cell in row):
            filled, last = filled + 1, number
        if filled > MOST_ROWS + 1:
            most = f"{MOST_ROWS:,}".replace(",", ".")
            said = f"Tờ “{FIGURES}” dài quá {most} dòng (từ ô A{number}): chia thành nhiều tệp."
            raise Refusal(Problem(said, "file"))
    return last


def _opened(data: bytes, *, read_only: bool = False) -> Any:
    return load_workbook(BytesIO(data), read_only=read_only, keep_links=False)


def _sheet_called(book: Any, name: str) -> Any:
    for sheet in book.worksheets:
        if search_key(sheet.title.strip()) == search_key(name):
            return sheet
    raise Refusal(
        Problem(f"Tệp không có tờ “{name}”: dùng tệp đã tải từ hệ thống, không đổi tên tờ.", "file")
    )


def _columns_of(sheet: Any) -> tuple[dict[str, int], int]:
    """Column numbers by keys, and the row of the head: the first in which "Mã đơn vị" stands."""
    for number in range(1, min(sheet.max_row, 20) + 1):
        titles: dict[str, int] = {}
        for column in range(1, min(sheet.max_column, FURTHEST) + 1):
            said = sheet.cell(row=number, column=column).value
            if isinstance(said, str):
                titles.setdefault(search_key(" ".join(said.split())), column)
        if search_key(COLUMNS[0].title) in titles:
            return _known(titles), number
    raise Refusal(
        Problem(
            f"Tờ “{FIGURES}” không có dòng đầu với cột “{COLUMNS[0].title}”: giữ nguyên dòng đầu.", "file"
        )
    )


def _known(titles: dict[str, int]) -> dict[str, int]:
    missing = [c.title for c in COLUMNS if c.is_needed and search_key(c.title) not in titles]
    if missing:
        named = ", ".join(f"“{title}”" for title in missing)
        raise Refusal(Problem(f"Tờ “{FIGURES}” thiếu cột {named}: giữ nguyên dòng đầu.", "file"))
    return {c.key: titles[search_key(c.title)] for c in COLUMNS if search_key(c.title) in titles}


def _kept(cell: Any, faults: list[str]) -> list[str]:
    """[kind, value]; numbers as they would be typed, without an exponent."""
    value = cell.value
    where = f"Ô {cell.coordinate}"
    if value is None or (isinstance(value, str) and not value.strip()):
        return [BLANK, ""]
    if cell.data_type == "f" or not isinstance(
        value, str | int | float | bool | date | datetime | time | timedelta
    ):
        faults.append(f"{where} là công thức: chép lại thành số hoặc chữ (dán giá trị).")
        return [ODD, ""]
    if cell.data_type == "e":
        faults.append(f"{where} đang báo lỗi {str(value)[:20]}: ghi lại.")
        return [ODD, ""]
    if isinstance(value, date | datetime | time | timedelta):
        faults.append(
            f"{where} là ngày tháng ({_day(value)}), không phải số: tách số đạt, tổng số vào hai cột."
        )
        return [ODD, ""]
    if isinstance(value, bool):
        faults.append(f"{where} là đúng/sai, không phải số: ghi lại.")
        return [ODD, ""]
    if isinstance(value, str):
        if len(value) > LONGEST:
            faults.append(f"{where} dài quá {LONGEST} ký tự: ghi gọn lại.")
            return [ODD, ""]
        return [TEXT, value]
    return [NUMBER, _plain(value)]


def _day(value: Any) -> str:
    return f"{value.day}/{value.month}" if isinstance(value, date) else str(value)[:20]


def _plain(value: int | float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _period_of(sheet: Any) -> Iterator[list[Any]]:
    for number in range(1, min(sheet.max_row, 40) + 1):
        label, value = sheet.cell(row=number, column=1).value, sheet.cell(row=number, column=2)
        if isinstance(label, str) and label.strip():
            kind, said = _kept(value, [])
            yield [" ".join(label.split()), [kind, said], value.coordinate]
