"""`manage.py restore PATH [--replace]`: an archive takes the place of what is there, wholly or not at all."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand, PlainError
from childlabour.keeping.restoring import restore


class Command(PlainCommand):
    help = "Khôi phục cơ sở dữ liệu và tệp từ một bản sao lưu; dừng dịch vụ trước khi chạy."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, metavar="PATH", help="bản sao lưu (.zip)")
        parser.add_argument("--replace", action="store_true", help="thay cả dữ liệu đang có")

    def act(self, *, path: Path, replace: bool, **options: Any) -> None:
        faults = restore(path, replace=replace)
        if faults is None:
            self.stderr.write(
                "Bản sao lưu cũ hơn mã nguồn: chạy manage.py migrate, rồi manage.py verify_issued."
            )
        elif faults:
            for fault in faults:
                self.stderr.write(fault)
            raise PlainError(f"Đã khôi phục, nhưng dữ liệu có {len(faults)} điểm sai như trên.")
