"""Sổ đăng ký văn bản đi, ten columns, as a printed book and as a spreadsheet (NĐ 30/2020, Phụ lục IV)."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import cast

from django.contrib.staticfiles.finders import find
from django.template.loader import render_to_string
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from childlabour.core.vietnamese import short_date
from childlabour.units.models import Unit
from plans.models import EntryState, RegisterEntry, Sending
from plans.paper.pdf import render_pdf

from .register import accounts_of, entries_of, kind_and_title

COLUMNS = (
    ("Số, ký hiệu văn bản", 14),
    ("Ngày tháng văn bản", 11),
    ("Tên loại và trích yếu nội dung văn bản", 40),
    ("Người ký", 16),
    ("Nơi nhận văn bản", 26),
    ("Đơn vị, người nhận bản lưu", 14),
    ("Số lượng bản", 8),
    ("Ngày chuyển", 11),
    ("Ký nhận", 24),
    ("Ghi chú", 22),
)
MOST_LINES = 3000  # a table costs 5 ms a line in a PDF; the spreadsheet takes more


@dataclass(frozen=True)
class BookLine:
    cells: tuple[str, ...]
    is_void: bool


def lines_of(unit: Unit, since: date, until: date, series: str = "") -> list[BookLine]:
    """The ten columns, one line a number. One query."""
    return [_line(entry) for entry in entries_of(unit, since, until, series)]


def _line(entry: RegisterEntry) -> BookLine:
    remarks = [entry.note, entry.reason]
    if entry.state != EntryState.GIVEN:
        remarks.insert(0, entry.get_state_display().capitalize())
    if entry.carried_over:
        remarks.append("Theo sổ giấy")
    cells = (
        entry.code,
        short_date(entry.dated),
        kind_and_title(entry),
        entry.signer,
        "; ".join(entry.recipients.splitlines()),
        entry.archive,
        *_sent(entry),
        ". ".join(remark.rstrip(".") for remark in remarks if remark),
    )
    return BookLine(cells, is_void=entry.state == EntryState.VOIDED)


def _sent(entry: RegisterEntry) -> tuple[str, str, str]:
    """Columns 7 to 9. Receivers that were written down one by one stand in the last, for those who sign by hand, too.

    Of a line without them, what was noted of the whole.
    """
    sendings = list(entry.sendings.all())
    if not sendings:
        return str(entry.copies or ""), short_date(entry.sent_on) if entry.sent_on else "", ""
    days = dict.fromkeys(short_date(sending.sent_on) for sending in sendings)
    copies = sum(sending.copies for sending in sendings)
    return str(copies), "; ".join(days), "; ".join(map(said_of, sendings))


def said_of(sending: Sending) -> str:
    """ "UBND xã Tân Thành, 2 bản, bưu điện: Giàng A Páo"."""
    copies = f", {sending.copies} bản" if sending.copies > 1 else ""
    signed = f": {sending.signed_for}" if sending.signed_for else ""
    return f"{sending.receiver}{copies}, {sending.get_by_display()}{signed}"


def notes_of(unit: Unit, since: date, until: date) -> list[str]:
    """What stands under the book: numbers used before the system, numbers that nobody can account for."""
    return [note for account in accounts_of(unit, since, until) for note in account.notes]


def as_pdf(unit: Unit, since: date, until: date, series: str = "") -> bytes:
    """A landscape book to print and bind (Điều 16.2b)."""
    lines = lines_of(unit, since, until, series)[:MOST_LINES]
    page = render_to_string(
        "issuing/register_print.html",
        {
            "unit": unit,
            "since": since,
            "until": until,
            "columns": COLUMNS,
            "lines": lines,
            "notes": notes_of(unit, since, until),
        },
    )
    return render_pdf(page, Path(str(find("css/register.css"))).read_text(encoding="utf-8"))


def as_xlsx(unit: Unit, since: date, until: date, series: str = "") -> bytes:
    book = Workbook()
    sheet = cast(Worksheet, book.active)
    sheet.title = "Văn bản đi"
    sheet.append([f"SỔ ĐĂNG KÝ VĂN BẢN ĐI – {unit.name}"])
    sheet.append([f"Từ ngày {short_date(since)} đến ngày {short_date(until)}"])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append([title for title, _ in COLUMNS])
    sheet.append([f"({number})" for number in range(1, len(COLUMNS) + 1)])
    for line in lines_of(unit, since, until, series):
        sheet.append([_plain(cell) for cell in line.cells])
    _dress(sheet)
    for note in notes_of(unit, since, until):
        sheet.append([note])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _plain(cell: str) -> int | str:
    """Text stays text, also when it begins like a formula; a count becomes a number."""
    return int(cell) if cell.isdecimal() else f"'{cell}" if cell[:1] in "=+-@" and cell else cell


def _dress(sheet: Worksheet) -> None:
    thin = Side(style="thin")
    for number, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[chr(ord("A") + number - 1)].width = width
    for number, row in enumerate(sheet.iter_rows(min_row=3), start=3):
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal="center" if number < 5 else None
            )
            cell.font = Font(bold=number == 3)
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "3:4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
