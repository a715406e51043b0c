"""Rows as an .xlsx that nobody's words can turn into a formula."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | date | None
Columns = Sequence[tuple[str, int]]  # heading and width in letters


def written(name: str, heading: Sequence[str], columns: Columns, rows: Iterable[Sequence[Value]]) -> bytes:
    """One sheet: lines of `heading`, the columns' names, the rows; written row by row, in constant memory."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    for place, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"A{len(heading) + 2}"
    for line in heading:
        sheet.append([_cell(sheet, line, bold=True)])
    sheet.append([_cell(sheet, title, bold=True) for title, _ in columns])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _cell(sheet: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> Cell:
    """Words stay words, also when they begin like a formula, and when somebody goes on typing in them."""
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet)
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "DD/MM/YYYY"
        return cell
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    else:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
