"""`Content` as JSON and back: what versions keep, what is exported, what a script may hand in. Pure.

A block is `{"key", "type", "level", "marker", "runs": [[text, bold, italic, [marks]]], …}`; what is empty is left out.
"""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from plans.law.blocks import Align, BlockType
from plans.law.handling import Circulation, Urgency
from targets.statements import Statement

from .typed import SHOWN, MisshapenError, fields_of, list_from, made, number_from, one_of, text_from
from .values import (
    MARKS,
    Block,
    CameFrom,
    Cell,
    ChargeMark,
    Content,
    Ground,
    Handling,
    Receiver,
    Runs,
    Signing,
    TableColumn,
    TargetMark,
    TaskMark,
    TextRun,
    tidy,
)

VERSION = 2


def runs_as_data(runs: Runs) -> list[list[Any]]:
    return [[run.text, run.bold, run.italic, list(run.marks)] for run in runs]


def runs_from(data: Any) -> Runs:
    """Raises Misshapen. Blanks and every other character stay as they are."""
    try:
        return tidy(
            tuple(
                TextRun(text_from(text), bold is True, italic is True, tuple(map(text_from, marks)))
                for text, bold, italic, marks in data
            )
        )
    except MisshapenError:
        raise
    except (TypeError, ValueError) as fault:
        raise MisshapenError("runs: mỗi phần tử là [chữ, đậm, nghiêng, [dấu]].") from fault


def layout_as_data(block: Block) -> dict[str, Any]:
    """What a block has beside its words: cells of a row, columns of a table, how it stands, what it is not."""
    data: dict[str, Any] = {}
    if block.cells:
        data["cells"] = [_cell_as_data(cell) for cell in block.cells]
    if block.columns:
        data["columns"] = [[column.share, column.align.value] for column in block.columns]
    for name in ("head_rows", "centred", "landscape"):
        if value := getattr(block, name):
            data[name] = value
    if block.declined:
        data["declined"] = sorted(block.declined)
    return data


def layout_from(data: dict[str, Any]) -> dict[str, Any]:
    """The fields of `Block` that `layout_as_data` wrote. Raises Misshapen."""
    try:
        return {
            "cells": tuple(map(_cell_from, data.get("cells", ()))),
            "columns": tuple(
                TableColumn(number_from(share), one_of(Align, align))
                for share, align in data.get("columns", ())
            ),
            "head_rows": number_from(data.get("head_rows", 0)),
            "centred": data.get("centred") is True,
            "landscape": data.get("landscape") is True,
            "declined": _declined_from(data.get("declined", [])),
        }
    except MisshapenError:
        raise
    except (TypeError, ValueError) as fault:
        raise MisshapenError(
            "ô hoặc cột của bảng không đúng dạng: mỗi cột là [phần trăm, căn lề]."
        ) from fault


def _declined_from(data: Any) -> frozenset[str]:
    declined = frozenset(map(text_from, list_from(data, "declined")))
    if unknown := declined - MARKS:
        raise MisshapenError(f"“declined” có “{min(unknown)[:SHOWN]}”: chỉ nhận {', '.join(sorted(MARKS))}.")
    return declined


def content_as_data(content: Content) -> dict[str, Any]:
    handling = {"handling": handling_as_data(content.handling)} if content.handling else {}
    beside = {"beside": signing_as_data(content.beside)} if content.beside else {}
    return (
        handling
        | beside
        | {
            "version": VERSION,
            "title": content.title,
            "addressees": list(content.addressees),
            "citations": [_filled(citation) for citation in content.citations],
            "blocks": [block_as_data(block) for block in content.blocks],
            "recipients": [_filled(recipient) for recipient in content.recipients],
            "signer": signing_as_data(Signing(content.signature_lines, content.signer)),
        }
    )


def signing_as_data(signing: Signing) -> dict[str, Any]:
    return {"lines": list(signing.lines), "name": signing.signer}


def signing_from(data: Any, where: str) -> Signing:
    """Raises Misshapen."""
    said = fields_of(data, where, dict)
    lines = tuple(map(text_from, list_from(said.get("lines", []), f"{where}.lines")))
    return Signing(lines, text_from(said.get("name", "")))


def content_from(data: Any) -> Content:
    """Raises Misshapen with the place."""
    parts = fields_of(data, "nội dung", dict)
    signed = signing_from(parts.get("signer") or {}, "signer")
    return Content(
        title=text_from(parts.get("title", "")),
        addressees=tuple(map(text_from, list_from(parts.get("addressees", []), "addressees"))),
        citations=tuple(made(Ground, one) for one in list_from(parts.get("citations", []), "citations")),
        blocks=tuple(map(_block_at, enumerate(list_from(parts.get("blocks", []), "blocks"), start=1))),
        recipients=tuple(map(_receiver, list_from(parts.get("recipients", []), "recipients"))),
        signature_lines=signed.lines,
        signer=signed.signer,
        beside=signing_from(parts["beside"], "beside") if parts.get("beside") else None,
        handling=handling_from(parts.get("handling") or {}),
    )


def handling_as_data(handling: Handling) -> dict[str, Any]:
    return _filled(handling)


def handling_from(data: Any) -> Handling:
    """Raises Misshapen."""
    handling: Handling = made(Handling, data)
    for choices, value in ((Urgency, handling.urgency), (Circulation, handling.circulation)):
        if value:
            one_of(choices, value)
    return handling


def _block_at(numbered: tuple[int, Any]) -> Block:
    number, data = numbered
    try:
        return block_from(data)
    except MisshapenError as fault:
        raise MisshapenError(f"đoạn thứ {number}: {fault}") from fault


def block_as_data(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"key": block.key, "type": block.type.value, "level": block.level}
    if block.marker:
        data["marker"] = block.marker
    if block.runs:
        data["runs"] = runs_as_data(block.runs)
    data |= layout_as_data(block)
    if block.made_from:
        data["made_from"] = block.made_from
    if block.source:
        data["source"] = [block.source.document, block.source.key]
    if block.targets:
        data["targets"] = [target_as_data(mark) for mark in block.targets]
    if block.task:
        data["task"] = _filled(block.task)
    if block.charge:
        data["charge"] = _filled(block.charge)
    return data


def block_from(data: Any) -> Block:
    """Raises Misshapen; what no block has is refused, too: it would be lost."""
    parts = fields_of(data, "đoạn", Block)
    source = parts.get("source")
    if source is not None and not (isinstance(source, list) and len(source) == 2):
        raise MisshapenError("“source” phải là [mã văn bản, khóa].")
    return Block(
        key=text_from(parts.get("key")),
        type=one_of(BlockType, parts.get("type")),
        level=number_from(parts.get("level")),
        marker=text_from(parts.get("marker", "")),
        runs=runs_from(parts.get("runs", ())),
        made_from=text_from(parts.get("made_from", "")),
        source=CameFrom(number_from(source[0]), text_from(source[1])) if source else None,
        targets=tuple(map(target_from, list_from(parts.get("targets", []), "targets"))),
        task=made(TaskMark, parts["task"]) if parts.get("task") is not None else None,
        charge=made(ChargeMark, parts["charge"]) if parts.get("charge") is not None else None,
        **layout_from(parts),
    )


def target_as_data(mark: TargetMark) -> dict[str, Any]:
    data = _filled(mark)
    data["statement"] = {
        name: _plain(value)
        for name, value in ((part.name, getattr(mark.statement, part.name)) for part in fields(Statement))
        if _says(value)
    }
    return data


def target_from(data: Any) -> TargetMark:
    parts = fields_of(data, "chỉ tiêu", TargetMark)
    said = fields_of(parts.get("statement", {}), "statement", Statement)
    from_words = {"comparator": None, "value": None, "unit": "", "population": "", "outcome": ""}
    mark: TargetMark = made(TargetMark, parts | {"statement": made(Statement, from_words | said)})
    return mark


def _receiver(data: Any) -> Receiver:
    """As `content_as_data` writes it, or the line alone, as exports do."""
    receiver: Receiver = Receiver(data) if isinstance(data, str) else made(Receiver, data)
    return receiver


def _filled(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that say something."""
    return {field.name: _plain(said) for field in fields(value) if _says(said := getattr(value, field.name))}


def _says(value: Any) -> bool:
    """A promise of 0 says something."""
    return value is not None and value is not False and value not in ("", (), frozenset())


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return format(value.normalize(), "f")
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case tuple():
            return list(value)
    return value


def _cell_as_data(cell: Cell) -> dict[str, Any]:
    data: dict[str, Any] = {"paragraphs": [runs_as_data(runs) for runs in cell.paragraphs]}
    if cell.across > 1:
        data["across"] = cell.across
    if cell.down > 1:
        data["down"] = cell.down
    if cell.align:
        data["align"] = cell.align.value
    return data


def _cell_from(data: Any) -> Cell:
    parts = fields_of(data, "ô", Cell)
    align = parts.get("align")
    return Cell(
        tuple(map(runs_from, list_from(parts.get("paragraphs"), "paragraphs"))),
        number_from(parts.get("across", 1)),
        number_from(parts.get("down", 1)),
        one_of(Align, align) if align else None,
    )
