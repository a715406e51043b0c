"""`manage.py list_plans [--json]`: every document, for people or for scripts."""

import json
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandParser
from django.db.models import F

from childlabour.core.commands import PlainCommand
from childlabour.core.vietnamese import short_date
from plans.models import Document


class Command(PlainCommand):
    help = "Liệt kê các văn bản: bảng cho người đọc, hoặc --json cho chương trình khác."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="in một mảng JSON")

    def act(self, *, json: bool, **options: Any) -> None:
        by_date = F("issued_on").asc(nulls_last=True)
        documents = Document.objects.select_related("unit").order_by(by_date, "pk")
        self.stdout.write(as_json(documents) if json else as_table(documents))


def as_json(documents: Iterable[Document]) -> str:
    return json.dumps([_fields(document) for document in documents], ensure_ascii=False, indent=2)


def _fields(document: Document) -> dict[str, Any]:
    """`kind` by the decree's abbreviation, `issued_on` ISO; null for what a draft does not have yet."""
    return {
        "id": document.pk,
        "kind": document.kind,
        "number": document.number,
        "symbol": document.written_symbol,
        "issuer": document.unit.name,
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "title": " ".join(document.title.split()),
        "status": document.status,
    }


def as_table(documents: Iterable[Document]) -> str:
    rows = [("Mã", "Loại", "Số, ký hiệu", "Ngày", "Trạng thái", "Cơ quan ban hành", "Trích yếu")]
    rows += [
        (
            str(document.pk),
            document.kind,
            document.code or "–",
            short_date(document.issued_on) if document.issued_on else "–",
            document.get_status_display(),
            str(document.unit),
            " ".join(document.title.split()),
        )
        for document in documents
    ]
    if len(rows) == 1:
        return "Chưa có văn bản nào."
    *widths, _ = (max(len(row[column]) for row in rows) for column in range(len(rows[0])))
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    )
