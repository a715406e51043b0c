"""`manage.py import_plan FILE.json --officer NAME [--unit ID] [--json]`: a draft from what `export_plan` wrote."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand
from childlabour.core.errors import Refusal
from plans.management.drafters import officer_called, unit_for
from plans.privacy.asking import CONFIRMED, refuse_unless
from plans.privacy.shown import Shown
from plans.reading.exported.opening import data_in, texts_in
from plans.reading.exported.saving import save


class Command(PlainCommand):
    help = "Nhập một văn bản từ tệp JSON mà export_plan xuất ra; bao giờ cũng thành dự thảo."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="đường dẫn tới tệp")
        parser.add_argument("--officer", default="", help="tên đăng nhập của người soạn thảo")
        parser.add_argument(
            "--unit", default="", help="mã cơ quan ban hành; để trống thì cơ quan người đó soạn cho"
        )
        parser.add_argument("--json", action="store_true", help="in mã của dự thảo dạng JSON")
        parser.add_argument("--confirmed", action="store_true", help=CONFIRMED)

    def act(self, *, file: str, officer: str, unit: str, json: bool, confirmed: bool, **options: Any) -> None:
        if not officer:
            self.not_understood("Thiếu người soạn thảo. Thêm: --officer TÊN_ĐĂNG_NHẬP.")
        path = Path(file)
        data = data_in(_content(path))
        drafter = officer_called(officer)
        issuer = unit_for(drafter, str(unit))
        refuse_unless(confirmed, _shown_by(data, path.name))
        imported = save(data, drafter, issuer)
        for sentence in imported.unknown:
            self.stderr.write(sentence)
        self.stdout.write(_told(imported.document, in_json=json))


def _told(document: Any, *, in_json: bool) -> str:
    if in_json:
        return json.dumps({"id": document.pk})
    return f"Đã nhập thành dự thảo {document.pk}: {' '.join(document.title.split())}"


def _shown_by(data: dict[str, Any], name: str) -> Iterator[Shown]:
    yield Shown(name, "tên tệp", is_file_name=True)
    for text in texts_in(data):
        yield Shown(text, "nội dung tệp")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Refusal(f"Không mở được tệp “{path}”. Kiểm tra lại đường dẫn và quyền đọc.") from fault
