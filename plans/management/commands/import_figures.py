"""`manage.py import_figures F.xlsx --officer NAME`: a workbook filled in; whole or not at all."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand
from childlabour.core.errors import Refusal
from plans.management.drafters import officer_called
from plans.reporting.sheets.taking_in import take_in


class Command(PlainCommand):
    help = "Nhập biểu số liệu: của đơn vị mình thì gửi, của đơn vị cấp dưới thì chấp nhận. Có lỗi thì không nhập gì."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="tệp .xlsx do export_figures xuất ra, đã điền")
        parser.add_argument("--officer", required=True, help="tên đăng nhập của người nhập")

    def act(self, *, file: str, officer: str, **options: Any) -> None:
        who = officer_called(officer)
        try:
            data = Path(file).read_bytes()
        except OSError as fault:
            raise Refusal(f"Không đọc được tệp {file}: {fault.strerror}.") from fault
        self.stdout.write(take_in(data, who).words)
