"""manage.py read_plan FILE [--json]: what the reader sees in a file; `--save --officer NAME` makes a draft of it."""

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
from plans.reading import ReadDraft, as_json
from plans.reading.asking import read_apart
from plans.reading.review.saving import save


class Command(PlainCommand):
    help = "Đọc một tệp .docx, .doc, .pdf hoặc .txt và in ra dự thảo nhận được; thêm --save thì lưu thành dự thảo."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="đường dẫn tới tệp")
        parser.add_argument("--json", action="store_true", help="in dạng JSON")
        parser.add_argument("--confirmed", action="store_true", help=CONFIRMED)
        parser.add_argument("--save", action="store_true", help="lưu thành dự thảo, nhận mọi đề xuất")
        parser.add_argument("--officer", default="", help="tên đăng nhập của người soạn thảo (khi có --save)")
        parser.add_argument(
            "--unit", default="", help="mã cơ quan ban hành; để trống thì cơ quan người đó soạn cho"
        )

    def act(
        self,
        *,
        file: str,
        json: bool,
        confirmed: bool,
        save: bool,
        officer: str,
        unit: str,
        **options: Any,
    ) -> None:
        if save and not officer:
            self.not_understood("Thiếu người soạn thảo. Thêm: --officer TÊN_ĐĂNG_NHẬP.")
        if (officer or unit) and not save:
            self.not_understood("--officer và --unit chỉ dùng khi lưu. Thêm: --save.")
        path = Path(file)
        draft = read_apart(_content(path), path.name)
        refuse_unless(confirmed, _shown_by(draft, path.name))
        if save:
            self.stdout.write(_saved(draft, officer, str(unit), in_json=json))
        else:
            self.stdout.write(in_json(draft) if json else in_words(draft))


def _saved(draft: ReadDraft, name: str, unit: str, *, in_json: bool) -> str:
    officer = officer_called(name)
    document = save(draft, officer, unit_for(officer, unit))
    if in_json:
        return json.dumps({"id": document.pk})
    return f"Đã lưu thành dự thảo {document.pk}: {' '.join(document.title.split())}"


def _shown_by(draft: ReadDraft, name: str) -> Iterator[Shown]:
    yield Shown(name, "tên tệp", is_file_name=True)
    for text in texts_in(as_json(draft)):
        yield Shown(text, "nội dung đọc được")


def texts_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from texts_in(value)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Refusal(f"Không mở được tệp “{path}”. Kiểm tra lại đường dẫn và quyền đọc.") from fault


def in_json(draft: ReadDraft) -> str:
    return json.dumps(as_json(draft), ensure_ascii=False, indent=2)


def in_words(draft: ReadDraft) -> str:
    """The draft as a person checks it: one fact a line, targets with their parts."""
    data = as_json(draft)
    parent = data["parent"] or {}
    lines = [
        f"Loại: {data['kind']}",
        f"Số, ký hiệu: {data['number']}/{data['symbol']}",
        f"Cơ quan: {data['issuer']}" + (f" (chủ quản: {data['superior']})" if data["superior"] else ""),
        f"Nơi, ngày: {data['place']}, {data['date'] or 'chưa có ngày'}",
        f"Trích yếu: {data['title']}",
        f"Thực hiện: {parent.get('number') or 'không nêu'}",
        *(f"Căn cứ: {act['text']}" for act in data["citations"]),
        *(f"Phần: {section['heading'] or '(không tên)'} [{section['kind']}]" for section in data["sections"]),
        *(
            f"Chỉ tiêu [{target['group'] or '-'}] {target['comparator'] or 'định tính'} "
            f"{target['value'] or ''}{target['unit']} ({target['horizon'] or '-'}): {target['text']}"
            for target in data["targets"]
        ),
        *(f"Đơn vị: {unit}" for unit in data["units"]),
        *(f"Nơi nhận: {recipient}" for recipient in data["recipients"]),
        f"Người ký: {' / '.join(data['signer']['lines'])} / {data['signer']['name']}",
        *(f"Lưu ý: {f['message']} {f.get('text', '')}" for f in data["findings"] if f["code"] != "left_out"),
    ]
    return "\n".join(line.rstrip() for line in lines)
