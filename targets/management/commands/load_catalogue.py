"""`manage.py load_catalogue`: programmes, indicators, legal acts, amounts on a date, days off."""

from typing import Any

from childlabour.core.commands import PlainCommand
from targets.catalogue.loading import load


class Command(PlainCommand):
    help = (
        "Nạp danh mục dùng chung: chương trình, chỉ số, văn bản pháp luật, mức áp dụng theo ngày, ngày nghỉ. "
        "Chạy lại không làm thay đổi gì; mục nào quản trị đã sửa thì giữ nguyên và nêu tên."
    )
    requires_system_checks = []

    def act(self, **options: Any) -> None:
        report = load()
        for line in report.left_alone:
            self.stderr.write(line)
        self.stdout.write(str(report))
