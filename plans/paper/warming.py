"""What the first PDF of a process pays for beside itself: half a second for libraries, fonts, templates and style.

Servers and workers pay it before anyone waits, the server once for all the processes that it forks.
"""

from plans.content.values import Block, Cell, TableColumn, TextRun
from plans.law.blocks import BlockType

from .document import Letterhead, Paper, SignatureBlock
from .pdf import to_pdf

_EVERY_LOOK = (TextRun("Chữ thường, "), TextRun("đậm, ", bold=True), TextRun("nghiêng.", italic=True))
_PAPER = Paper(
    kind="KH",
    type_name="Kế hoạch",
    letterhead=Letterhead(("Ủy ban nhân dân",)),
    number="01",
    symbol="KH-UBND",
    place_and_date="Lạng Sơn, ngày 01 tháng 01 năm 2026",
    title="Tờ giấy đầu tiên",
    blocks=(
        Block("part", BlockType.PART, 1, "I.", _EVERY_LOOK),
        Block("table", BlockType.TABLE, 3, columns=(TableColumn(100),), head_rows=1),
        Block("head", BlockType.ROW, 4, cells=(Cell((_EVERY_LOOK,)),)),
        Block("row", BlockType.ROW, 4, cells=(Cell((_EVERY_LOOK,)),)),
    ),
    signature=SignatureBlock(("CHỦ TỊCH",), "Họ và tên"),
    verification="http://127.0.0.1/",
    identity="to-giay-dau-tien",
    source={},
)


def warm_up() -> None:
    to_pdf(_PAPER)
