"""`manage.py list_plans [--json]`: every document, for people or for scripts."""

import json

from django.db.models import F

from childlabour.core.commands import PlainCommand
from childlabour.core.vietnamese import short_date
from plans.models import Plan


class Command(PlainCommand):
    help = "Liệt kê các văn bản: bảng cho người đọc, hoặc --json cho chương trình khác."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="in một mảng JSON")

    def act(self, *, json: bool, **options):
        by_date = F("issued_on").asc(nulls_last=True)
        plans = Plan.objects.select_related("unit").defer("preamble", "closing").order_by(by_date, "pk")
        self.stdout.write(as_json(plans) if json else as_table(plans))


def as_json(plans) -> str:
    return json.dumps([_fields(plan) for plan in plans], ensure_ascii=False, indent=2)


def _fields(plan: Plan) -> dict:
    """`kind` by the decree's abbreviation, `issued_on` ISO; null for what a draft does not have yet."""
    return {
        "id": plan.pk,
        "kind": plan.kind,
        "number": plan.number,
        "symbol": plan.written_symbol,
        "issuer": plan.unit.name,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "title": " ".join(plan.title.split()),
        "status": plan.status,
    }


def as_table(plans) -> str:
    rows = [("Mã", "Loại", "Số, ký hiệu", "Ngày", "Trạng thái", "Cơ quan ban hành", "Trích yếu")]
    rows += [
        (
            str(plan.pk),
            plan.kind,
            plan.code or "–",
            short_date(plan.issued_on) if plan.issued_on else "–",
            plan.get_status_display(),
            str(plan.unit),
            " ".join(plan.title.split()),
        )
        for plan in plans
    ]
    if len(rows) == 1:
        return "Chưa có văn bản nào."
    *widths, _ = (max(len(row[column]) for row in rows) for column in range(len(rows[0])))
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    )
