"""`manage.py export_plan ID --format pdf --output FILE`: one document as a file; FILE "-" is standard output."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import STANDARD_OUTPUT, PlainCommand
from childlabour.core.errors import Problem, Refusal
from childlabour.core.files import why_no_file
from plans.models import Document
from plans.paper.files import Format, file_of
from plans.privacy.asking import CONFIRMED, refuse_unless
from plans.privacy.shown import shown_by

FORMATS = ", ".join(Format)


class Command(PlainCommand):
    help = "Xuất một văn bản ra tệp. Văn bản đã ban hành: đúng tệp PDF đã lưu."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", nargs="?", default="", help="mã của văn bản (xem list_plans)")
        parser.add_argument("--format", default="", help=f"một trong: {FORMATS}; để trống thì theo đuôi tệp")
        parser.add_argument("--output", default="", help="tệp kết quả; “-”: ghi ra đầu ra chuẩn")
        parser.add_argument("--confirmed", action="store_true", help=CONFIRMED)

    def act(self, *, id: str, format: str, output: str, confirmed: bool, **options: Any) -> None:
        form, problems = _asked_form(format, output)
        document = _asked_document(str(id), problems)
        target = _asked_file(output, problems)
        if problems or document is None or form is None:
            raise Refusal(*problems)
        if not document.is_issued:  # what is issued was asked about before, and is public
            refuse_unless(confirmed, shown_by(document))
        self.put(file_of(document, form).content, target)
        if target:
            self.stdout.write(f"Đã ghi {target}")


def _asked_form(form: str, output: str) -> tuple[Format | None, list[Problem]]:
    asked = (form or Path(output).suffix.lstrip(".")).lower()
    if known := Format.called(asked):
        return known, []
    said = f"“{form}” không phải là định dạng xuất được" if form else "Chưa biết xuất ra định dạng nào"
    return None, [Problem(f"{said}. Chọn một trong: {FORMATS}.")]


def _asked_document(pk: str, problems: list[Problem]) -> Document | None:
    known = pk.isascii() and pk.isdecimal() and len(pk) < 19
    document = Document.objects.select_related("unit__place").filter(pk=pk).first() if known else None
    if not pk:
        problems.append(Problem("Thiếu mã văn bản. Xem mã bằng: manage.py list_plans."))
    elif document is None:
        problems.append(Problem(f"Không có văn bản mang mã “{pk[:40]}”. Xem mã bằng: manage.py list_plans."))
    return document


def _asked_file(output: str, problems: list[Problem]) -> Path | None:
    """Where to write, symbolic links followed; None for standard output, and for what is no place for a file."""
    if output == STANDARD_OUTPUT:
        return None
    if not output:
        problems.append(Problem("Thiếu tệp kết quả. Thêm: --output TỆP."))
        return None
    path = Path(os.path.realpath(output))
    if why_not := why_no_file(path):
        problems.append(Problem(f"Không ghi được {output}: {why_not}. Chọn tệp khác."))
    return path
