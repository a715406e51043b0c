"""`manage.py backup --to FOLDER`: one file that holds database and files, tried before it has its name."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand, PlainError
from childlabour.keeping.backing_up import back_up
from childlabour.keeping.trying import OTHER_VERSION


class Command(PlainCommand):
    help = (
        "Sao lưu cơ sở dữ liệu và tệp (khóa bí mật, tệp tải lên…) khi hệ thống đang chạy; in đường dẫn tệp."
    )
    requires_system_checks = ()  # also where the machine is not fit to serve

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="thư mục để bản sao lưu")

    def act(self, *, to: Path, **options: Any) -> None:
        backup = back_up(to)
        self.stdout.write(str(backup.path))
        if backup.faults is None:
            self.stderr.write(OTHER_VERSION)
        elif backup.faults:
            for fault in backup.faults:
                self.stderr.write(fault)
            raise PlainError(
                f"Bản sao lưu nguyên vẹn, nhưng dữ liệu có {len(backup.faults)} điểm sai như trên."
            )
