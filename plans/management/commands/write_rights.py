"""`manage.py write_rights`: docs/rights.md anew, after a change of the tables of rights."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from childlabour.core.commands import STANDARD_OUTPUT, PlainCommand
from plans.pages.rights_page import as_markdown

PAGE = Path(settings.BASE_DIR) / "docs" / "rights.md"


class Command(PlainCommand):
    help = "Ghi lại docs/rights.md từ bảng quyền trong mã nguồn."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", default=str(PAGE), help="tệp khác; “-”: ghi ra đầu ra chuẩn")

    def act(self, *, output: str, **options: Any) -> None:
        target = None if output == STANDARD_OUTPUT else Path(output)
        self.put(as_markdown().encode(), target)
        if target:
            self.stdout.write(str(target))
