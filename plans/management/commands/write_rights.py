"""docs/rights.md anew, after a change of the tables of rights."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from plans.pages.rights_page import as_markdown

PAGE = Path(settings.BASE_DIR) / "docs" / "rights.md"


class Command(BaseCommand):
    help = "Ghi lại docs/rights.md từ bảng quyền trong mã nguồn."

    def handle(self, *args, **options):
        PAGE.write_text(as_markdown(), encoding="utf-8")
        self.stdout.write(str(PAGE))
