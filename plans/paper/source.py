"""A document as data: attached to its PDF, kept when it is issued, written by `--format json`."""

from decimal import Decimal
from typing import Any

from plans.content.shapes import VERSION, block_as_data, handling_as_data, signing_as_data
from plans.content.values import Block, Content, TargetMark, TaskMark
from plans.models import Document

from .naming import Names, leads_of


def source_of(document: Document, content: Content) -> dict[str, Any]:
    """Everything that is printed, as plain JSON values: dates ISO, decimals as strings with a point.

    `blocks` are the words with what hangs on them (`plans.content.shapes`), `units` the names behind the ids there;
    `targets` and `tasks` list the same in the order of the paper, with names for ids. Two queries at most: for the
    names and for the programme.
    """
    names = Names(document, content)
    leads = leads_of(content)
    # Papers that were numbered or signed before there were such marks are still what is on file.
    handling = {"handling": handling_as_data(content.handling)} if content.handling else {}
    beside = {"beside": signing_as_data(content.beside)} if content.beside else {}
    deciding = {"deciding": document.deciding} if document.deciding else {}
    return (
        handling
        | beside
        | deciding
        | {
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
            "programme": document.programme.code if document.programme else None,
            "title": content.title,
            "addressees": list(content.addressees),
            "citations": [
                {
                    "text": citation.text,
                    "type": citation.type,
                    "number": citation.number,
                    "date": citation.date.isoformat() if citation.date else None,
                    "issuer": citation.issuer,
                }
                for citation in content.citations
            ],
            "blocks": [block_as_data(block) for block in content.blocks],
            "units": names.by_id(),
            "targets": [_target(block, mark, names) for block, mark in content.targets],
            "tasks": [_task(block, mark, leads[block.key], names) for block, mark in content.tasks],
            "recipients": [recipient.text for recipient in content.recipients],
            "signer": {"lines": list(content.signature_lines), "name": content.signer},
        }
    )


def _target(block: Block, mark: TargetMark, names: Names) -> dict[str, Any]:
    said = mark.statement
    return {
        "text": mark.sentence,
        "comparator": said.comparator.value if said.comparator else None,
        "value": plain_decimal(said.value),
        "unit": said.unit,
        "population": said.population,
        "condition": said.condition,
        "horizon": said.horizon,
        "group": mark.group or None,
        "responsible": next(iter(names.each([mark.responsible])), None) if mark.responsible else None,
        "block": block.key,
        "added_at": mark.added_at or None,
    }


def plain_decimal(value: Decimal | None) -> str | None:
    """A decimal for machines: "4.9", "100", never "1E+2"."""
    return None if value is None else format(value.normalize(), "f")


def _task(block: Block, mark: TaskMark, lead: tuple[tuple[int, ...], str], names: Names) -> dict[str, Any]:
    """Who is named in words that no unit here answers to is listed by those words."""
    units, said = lead
    return {
        "text": block.name,
        "lead": names.each(units) or ([said] if said else []),
        "partners": names.each(mark.partners),
        "due": mark.due.isoformat() if mark.due else None,
        "due_text": mark.due_text,
        "product": mark.product,
        "block": block.key,
        "added_at": mark.added_at or None,
    }
