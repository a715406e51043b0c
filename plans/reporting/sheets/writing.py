"""The workbook of what is owed: one row for each unit and metric, with what stands so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from childlabour.core.clock import today
from childlabour.core.vietnamese import clean, short_date
from childlabour.units.models import Unit
from plans.models import Document
from plans.reporting.owing import Owing, owing_of
from targets.measuring.models import Figure, FigureStanding, ReportPeriod
from targets.measuring.models.figure import LATEST
from targets.reckoning.metrics import Metric
from targets.reckoning.replies import ANSWERS, Reply

from .layout import CODE, COLUMNS, DOCUMENT, ESTIMATED, FIGURES, PERIOD, REGIME


@dataclass(frozen=True)
class SheetRow:
    unit: Unit
    metric: Metric
    reply: Reply


def rows_owed(owing: Owing, period: ReportPeriod, only: Unit | None = None) -> list[SheetRow]:
    """Units in the order of their places, metrics in that of the paper. One query."""
    standing = standing_replies(period, owing.units)
    return [
        SheetRow(unit, metric, standing.get((unit.pk, metric.key), Reply()))
        for unit in owing.units
        if only is None or unit == only
        for metric in owing.by(unit.pk)
    ]


def standing_replies(period: ReportPeriod, units: Iterable[Unit]) -> Mapping[tuple[int, str], Reply]:
    """What each unit says so far: by ids of units and keys of metrics."""
    figures = Figure.objects.filter(
        filing__period=period, filing__unit__in=list(units), standing__in=[*LATEST, FigureStanding.ACCEPTED]
    )
    return {
        (figure.filing.unit_id, figure.key): figure.reply
        for figure in figures.select_related("filing").order_by("version")
    }


def workbook(document: Document, period: ReportPeriod, only: Unit | None = None) -> bytes:
    """Raises Refusal where nothing is owed."""
    owing = owing_of(document, period)
    return as_xlsx(document, period, rows_owed(owing, period, only))


def as_xlsx(document: Document, period: ReportPeriod, rows: Iterable[SheetRow]) -> bytes:
    book = Workbook()
    sheet = cast(Worksheet, book.active)
    sheet.title = FIGURES
    sheet.append([column.title for column in COLUMNS])
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(_values(row), start=1):
            _write(sheet, number, place, value)
    _dress(sheet)
    _write_period(book.create_sheet(PERIOD), document, period)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _values(row: SheetRow) -> tuple[str | int | float | None, ...]:
    reply = row.reply
    names = {state.value: state.label for state in ANSWERS}
    return (
        row.unit.pk,
        str(row.unit),
        row.metric.code,
        _name_of(row.metric),
        _number(reply.numerator),
        _number(reply.denominator),
        names.get(reply.state, ""),
        reply.note,
        ESTIMATED if reply.is_estimate else "",
        reply.evidence,
    )


def _name_of(metric: Metric) -> str:
    """As the paper promises it; of several targets the first."""
    return metric.targets[0].sentence if metric.targets else metric.name


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _write(sheet: Worksheet, row: int, column: int, value: str | int | float | None) -> None:
    """Text is never a formula: it is stored as text, and stays text when somebody edits the cell."""
    if value is None or value == "":
        return
    cell = sheet.cell(row=row, column=column)
    if isinstance(value, str):
        cell.value = clean(value)
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@"
    else:
        cell.value = value


def _dress(sheet: Worksheet) -> None:
    thin = Side(style="thin", color="999999")
    edge, shade = Border(left=thin, right=thin, top=thin, bottom=thin), PatternFill("solid", fgColor="EEEEEE")
    for place, column in enumerate(COLUMNS, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        for cell in sheet[letter][: sheet.max_row]:
            is_head = cell.row == 1
            cell.border = edge
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=is_head)
            cell.protection = Protection(locked=is_head or not column.is_typed)
            if is_head or not column.is_typed:
                cell.fill = shade
    states = DataValidation(type="list", formula1=f'"{",".join(s.label for s in ANSWERS)}"', allow_blank=True)
    place = next(n for n, column in enumerate(COLUMNS, start=1) if column.key == "state")
    states.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{max(sheet.max_row, 2)}")
    sheet.add_data_validation(states)
    sheet.freeze_panes = "E2"
    sheet.protection.sheet = True  # without a password: a guard against slips
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"


def _write_period(sheet: Worksheet, document: Document, period: ReportPeriod) -> None:
    name = f"{document.kind_name} {document.code} của {document.unit}".replace("  ", " ")
    lines: tuple[tuple[str, str | int], ...] = (
        (REGIME, period.regime.code),
        (CODE, period.code),
        (DOCUMENT, document.pk),
        ("Chế độ báo cáo", str(period.regime)),
        ("Kỳ", period.words),
        ("Văn bản", name),
        ("Số liệu từ ngày", short_date(period.first_day)),
        ("Chốt số liệu hết ngày", short_date(period.last_day)),
        ("Tải ngày", short_date(today())),
        (
            "Tình trạng",
            "có số liệu; không phát sinh; không có đối tượng; không thu thập được; để trống: chưa báo cáo",
        ),
        ("Số đạt, tổng số", "Ghi số đếm được vào hai cột, không ghi phân số và không ghi tỷ lệ."),
    )
    for number, (label, value) in enumerate(lines, start=1):
        _write(sheet, number, 1, label)
        _write(sheet, number, 2, value)
        sheet.cell(row=number, column=1).font = Font(bold=True)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 80
    sheet.protection.sheet = True
