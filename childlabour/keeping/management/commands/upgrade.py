"""`manage.py upgrade --to COMMIT`: backup, new code, migrate, check; back to what was where anything fails."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand
from childlabour.keeping.state import BACKUPS
from childlabour.keeping.upgrading import upgrade


class Command(PlainCommand):
    help = "Nâng cấp lên một bản mã nguồn; hỏng ở đâu thì mã nguồn và dữ liệu trở lại như trước."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", required=True, metavar="COMMIT", help="bản mã nguồn (commit, thẻ, nhánh)")
        parser.add_argument(
            "--backup-to",
            type=Path,
            default=Path(settings.STATE_DIR) / BACKUPS,
            metavar="FOLDER",
            help="thư mục để bản sao lưu (mặc định: backups trong STATE_DIR)",
        )

    def act(self, *, to: str, backup_to: Path, **options: Any) -> None:
        self.stdout.write(str(upgrade(to, backup_to, self._tell)))

    def _tell(self, line: str) -> None:
        with suppress(OSError):  # the terminal may be gone; the way back must not end with it
            self.stderr.write(line)
            self.stderr.flush()
