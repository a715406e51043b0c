"""manage.py read_plan FILE [--json]: what the reader sees in a file; nothing is saved."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand
from childlabour.core.errors import Refusal
from plans.privacy.asking import CONFIRMED, refuse_unless
from plans.privacy.shown import Shown
from plans.reading import ReadDraft, as_json
from plans.reading.asking import read_apart


class Command(PlainCommand):
    help = "Đọc một tệp .docx, .doc, .pdf hoặc .txt và in ra dự thảo nhận được (không lưu)."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="đường dẫn tới tệp")
        parser.add_argument("--json", action="store_true", help="in dạng JSON")
        parser.add_argument("--confirmed", action="store_true", help=CONFIRMED)

    def act(self, *, file: str, json: bool, confirmed: bool, **options: Any) -> None:
        path = Path(file)
        draft = read_apart(_content(path), path.name)
        refuse_unless(confirmed, _shown_by(draft, path.name))
        self.stdout.write(in_json(draft) if json else in_words(draft))


def _shown_by(draft: ReadDraft, name: str) -> Iterator[Shown]:
    yield Shown(name, "tên tệp", is_file_name=True)
    for text in _texts_in(as_json(draft)):
        yield Shown(text, "nội dung đọc được")


def _texts_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _texts_in(value)


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
