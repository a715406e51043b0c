"""`manage.py open_period --regime CODE --period P`: units may answer from now on."""

from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand
from childlabour.core.vietnamese import short_date
from plans.reporting.periods import open_period, regime_called


class Command(PlainCommand):
    help = "Mở một kỳ báo cáo. Kỳ đang mở thì giữ nguyên. Mã chế độ có sẵn: nam, 6-thang, quy, thang."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--regime", required=True, help="mã chế độ báo cáo: nam, 6-thang, quy, thang, …")
        parser.add_argument("--period", required=True, help="202406, 2024Q2, 2024H1 hoặc 2024")

    def act(self, *, regime: str, period: str, **options: Any) -> None:
        opened, is_new = open_period(regime_called(regime), period)
        done = "Đã mở" if is_new else "Đang mở"
        days = f"số liệu từ {short_date(opened.first_day)} đến hết {short_date(opened.last_day)}"
        self.stdout.write(f"{done} kỳ {opened.words} ({opened.regime.code}): {days}.")
