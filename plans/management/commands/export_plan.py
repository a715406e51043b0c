"""`manage.py export_plan ID --format pdf --output FILE`: one document as a file."""

import os
import secrets
from pathlib import Path

from childlabour.core.commands import PlainCommand
from childlabour.core.errors import Problem, Refusal
from plans.models import Document
from plans.paper.files import Format, file_of

FORMATS = ", ".join(Format)


class Command(PlainCommand):
    help = "Xuất một văn bản ra tệp. Văn bản đã ban hành: đúng tệp PDF đã lưu."

    def add_arguments(self, parser):
        parser.add_argument("id", nargs="?", default="", help="mã của văn bản (xem list_plans)")
        parser.add_argument("--format", default="", help=f"một trong: {FORMATS}; để trống thì theo đuôi tệp")
        parser.add_argument("--output", default="", help="tệp kết quả")

    def act(self, *, id: str, format: str, output: str, **options):
        form, problems = _asked_form(format, output)
        document = _asked_document(str(id), problems)
        target = _asked_file(output, problems)
        if problems:
            raise Refusal(*problems)
        write(target, file_of(document, form).content)
        self.stdout.write(f"Đã ghi {target}")


def _asked_form(form: str, output: str) -> tuple[Format | None, list[Problem]]:
    asked = (form or Path(output).suffix.lstrip(".")).lower()
    if asked in set(Format):
        return Format(asked), []
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
    """Where to write, when that is a place for a file; symbolic links are followed."""
    if not output:
        problems.append(Problem("Thiếu tệp kết quả. Thêm: --output TỆP."))
        return None
    path = Path(os.path.realpath(output))
    why_not = (
        "đó là một thư mục"
        if path.is_dir()
        else "thư mục chứa nó không có"
        if not path.parent.is_dir()
        else "đó không phải là tệp thường"
        if path.exists() and not path.is_file()
        else "không có quyền ghi"
        if not os.access(path if path.exists() else path.parent, os.W_OK)
        else ""
    )
    if why_not:
        problems.append(Problem(f"Không ghi được {output}: {why_not}. Chọn tệp khác."))
    return path


def write(path: Path, content: bytes) -> None:
    """All of it or nothing: whoever reads `path` meanwhile sees the old file or the new one, whole."""
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        beside.replace(path)
    except OSError as fault:
        raise Refusal(f"Không ghi được {path}: {fault.strerror or fault}.") from fault
    finally:
        beside.unlink(missing_ok=True)
