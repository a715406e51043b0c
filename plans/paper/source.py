"""A plan as data: attached to its PDF, kept when it is issued, written by `--format json`."""

from decimal import Decimal
from typing import Any

from plans.models import Document, Task
from targets.models import Target

VERSION = 1


def source_of(document: Document) -> dict[str, Any]:
    """Everything that is printed, as plain JSON values: dates ISO, decimals as strings with a point.

    Free when the plan is fetched for printing (`plans.paper.compose.PRINTED`).
    """
    return {
        "version": VERSION,
        "kind": document.kind,
        "number": document.written_number,
        "symbol": document.written_symbol,
        "issuer": document.unit.name,
        "superior": " ".join(document.unit.superior_lines),
        "place": document.written_seat,
        "date": document.issued_on.isoformat() if document.issued_on else None,
        "period": {
            "from": document.period_from,
            "to": document.period_to,
            "orientation": document.orientation_year,
        },
        "title": document.title,
        "addressees": document.addressees.splitlines(),
        "citations": [
            {
                "text": c.text,
                "type": c.act_type,
                "number": c.act_number,
                "date": c.act_date.isoformat() if c.act_date else None,
                "issuer": c.act_issuer,
            }
            for c in document.citations.all()
        ],
        "preamble": document.preamble,
        "sections": [
            {
                "heading": section.heading,
                "kind": section.kind,
                "text": section.body,
                "targets": [_target(target) for target in section.targets.all()],
                "tasks": [_task(task) for task in section.tasks.all()],
            }
            for section in document.sections.all()
        ],
        "closing": document.closing,
        "recipients": [recipient.text for recipient in document.recipients.all()],
        "signer": {"lines": document.signature_lines.splitlines(), "name": document.signer},
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "text": target.sentence,
        "comparator": target.comparator or None,
        "value": plain_decimal(target.value),
        "unit": target.unit,
        "population": target.population,
        "ages": [target.age_from, target.age_to] if target.age_from or target.age_to else None,
        "condition": target.condition,
        "outcome": target.outcome,
        "direction": target.direction,
        "horizon": target.horizon,
        "group": target.group.code if target.group else None,
        "responsible": target.responsible.name if target.responsible else None,
    }


def plain_decimal(value: Decimal | None) -> str | None:
    """A decimal for machines: "4.9", "100", never "1E+2"."""
    return None if value is None else format(value.normalize(), "f")


def _task(task: Task) -> dict[str, Any]:
    return {
        "heading": task.heading,
        "text": task.details,
        "as_printed": task.units_as_printed,
        "lead": [unit.name for unit in task.leads],
        "partners": [unit.name for unit in task.partners],
        "due": task.due_on.isoformat() if task.due_on else None,
        "product": task.product,
    }
