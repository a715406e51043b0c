"""`manage.py export_figures --document ID --period P [--unit ID] --output F.xlsx`: what is owed, as a workbook."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import STANDARD_OUTPUT, PlainCommand
from childlabour.core.errors import Refusal
from childlabour.units.models import Unit
from plans.management.issued import document_called
from plans.reporting.owing import Owing, owing_of
from plans.reporting.periods import period_for
from plans.reporting.sheets.writing import as_xlsx, rows_owed


class Command(PlainCommand):
    help = "Xuất biểu số liệu của các đơn vị phải báo cáo theo một văn bản, để điền và nhập lại."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--document", required=True, help="mã văn bản")
        parser.add_argument("--period", required=True, help="202406, 2024Q2, 2024H1 hoặc 2024")
        parser.add_argument("--unit", default="", help="chỉ đơn vị mang mã này")
        parser.add_argument("--regime", default="", help="khi nhiều chế độ báo cáo có cùng kỳ")
        parser.add_argument("--output", required=True, help="tệp .xlsx; “-”: đầu ra chuẩn")

    def act(self, *, document: str, period: str, unit: str, regime: str, output: str, **options: Any) -> None:
        about = document_called(document)
        opened = period_for(about, period, regime)
        owing = owing_of(about, opened)
        rows = rows_owed(owing, opened, _one_of(owing, unit) if unit else None)
        if not rows:
            raise Refusal(f"{about.kind_name} {about.code} không có chỉ tiêu nào đo bằng số liệu.")
        target = None if output == STANDARD_OUTPUT else Path(output)
        self.put(as_xlsx(about, opened, rows), target)
        if target:
            self.stdout.write(f"Đã ghi {len(rows)} dòng vào {output}.")


def _one_of(owing: Owing, pk: str) -> Unit:
    found = next((unit for unit in owing.units if str(unit.pk) == pk), None)
    if found is None:
        raise Refusal(f"Đơn vị mang mã “{pk[:40]}” không phải báo cáo theo văn bản này.")
    return found
