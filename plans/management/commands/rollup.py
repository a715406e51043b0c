"""`manage.py rollup --document ID --period P [--submitted] [--json]`: what every target of a document comes to."""

import json as json_format
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand
from childlabour.core.vietnamese import write_number
from plans.management.issued import document_called
from plans.reporting.periods import period_for
from plans.reporting.results import Result, as_data, results_of
from targets.reckoning.replies import FigureState

VERDICTS = {True: "đạt", False: "chưa đạt", None: "–"}


class Command(PlainCommand):
    help = "Tổng hợp số liệu theo từng chỉ tiêu của một văn bản: cộng số đạt, cộng tổng số, rồi chia."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--document", required=True, help="mã văn bản")
        parser.add_argument("--period", required=True, help="202406, 2024Q2, 2024H1 hoặc 2024")
        parser.add_argument("--regime", default="", help="khi nhiều chế độ báo cáo có cùng kỳ")
        parser.add_argument(
            "--submitted", action="store_true", help="cả số liệu đã gửi mà chưa được chấp nhận"
        )
        parser.add_argument("--json", action="store_true", help="in một mảng JSON")

    def act(
        self, *, document: str, period: str, regime: str, submitted: bool, json: bool, **options: Any
    ) -> None:
        about = document_called(document)
        results = results_of(about, period_for(about, period, regime), sent=submitted)
        if json:
            self.stdout.write(json_format.dumps(as_data(results), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(as_table(results))


def as_table(results: Iterable[Result]) -> str:
    return "\n".join(_line(result) for result in results) or "Văn bản không có chỉ tiêu nào."


def _line(result: Result) -> str:
    rolled = result.rolled
    numbers = [write_number(n) for n in (rolled.numerator, rolled.denominator) if n is not None]
    shown = "/".join(numbers) or FigureState(rolled.state).label
    coverage = f"{rolled.reported}/{rolled.owed} đơn vị"
    return f"{VERDICTS[result.met]}\t{shown}\t{coverage}\t{result.target.sentence}"
