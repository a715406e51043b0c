"""Where what stands in the workbook of figures. Known to the writer, the reader and to scripts."""

from dataclasses import dataclass

FIGURES, PERIOD = "Số liệu", "Kỳ"  # the two sheets
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class SheetColumn:
    key: str
    title: str
    width: int
    is_typed: bool = False  # what a unit fills in; the rest is locked
    is_needed: bool = True


COLUMNS = (
    SheetColumn("unit", "Mã đơn vị", 10),
    SheetColumn("unit_name", "Đơn vị", 28, is_needed=False),
    SheetColumn("metric", "Mã chỉ tiêu", 12),
    SheetColumn("metric_name", "Chỉ tiêu", 60, is_needed=False),
    SheetColumn("numerator", "Số đạt", 12, is_typed=True),
    SheetColumn("denominator", "Tổng số", 12, is_typed=True),
    SheetColumn("state", "Tình trạng", 20, is_typed=True),
    SheetColumn("note", "Ghi chú", 40, is_typed=True),
    SheetColumn("estimate", "Số ước", 9, is_typed=True, is_needed=False),
    SheetColumn("evidence", "Hồ sơ", 24, is_typed=True, is_needed=False),
)
# Of the second sheet: what stands in column A, its value in column B.
REGIME, CODE, DOCUMENT = "Mã chế độ báo cáo", "Mã kỳ", "Mã văn bản"
ESTIMATED = "x"

MOST_ROWS = 20_000  # 650 communes with 30 metrics each
MOST_TOLD = 200  # faults; more of them are one mistake made many times
