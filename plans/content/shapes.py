"""`Content` as JSON and back: what versions keep, what is exported, what a script may hand in. Pure.

A block is `{"key", "type", "level", "marker", "runs": [[text, bold, italic, [marks]]], …}`; what is empty is left out.
"""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from plans.law.blocks import Align, BlockType
from targets.statements import Comparator, Direction, Statement

from .values import (
    Block,
    CameFrom,
    Cell,
    ChargeMark,
    Content,
    Ground,
    Receiver,
    Runs,
    TableColumn,
    TargetMark,
    TaskMark,
    TextRun,
    tidy,
)

VERSION = 2


class MisshapenError(ValueError):
    """JSON that is no content; the message says where."""


def runs_as_data(runs: Runs) -> list[list[Any]]:
    return [[run.text, run.bold, run.italic, list(run.marks)] for run in runs]


def runs_from(data: Any) -> Runs:
    """Raises Misshapen. Blanks and every other character stay as they are."""
    try:
        return tidy(
            tuple(
                TextRun(_text(text), bold is True, italic is True, tuple(map(_text, marks)))
                for text, bold, italic, marks in data
            )
        )
    except (TypeError, ValueError) as fault:
        raise MisshapenError("runs: mỗi phần tử là [chữ, đậm, nghiêng, [dấu]].") from fault


def layout_as_data(block: Block) -> dict[str, Any]:
    """What a block has beside its words: cells of a row, columns of a table, how it stands."""
    data: dict[str, Any] = {}
    if block.cells:
        data["cells"] = [_cell_as_data(cell) for cell in block.cells]
    if block.columns:
        data["columns"] = [[column.share, column.align.value] for column in block.columns]
    for name in ("head_rows", "centred", "landscape"):
        if value := getattr(block, name):
            data[name] = value
    return data


def layout_from(data: dict[str, Any]) -> dict[str, Any]:
    """The fields of `Block` that `layout_as_data` wrote. Raises Misshapen."""
    try:
        return {
            "cells": tuple(map(_cell_from, data.get("cells", ()))),
            "columns": tuple(
                TableColumn(int(share), Align(align)) for share, align in data.get("columns", ())
            ),
            "head_rows": int(data.get("head_rows", 0)),
            "centred": data.get("centred") is True,
            "landscape": data.get("landscape") is True,
        }
    except (TypeError, ValueError, KeyError) as fault:
        raise MisshapenError("bảng: ô, cột hoặc cách đặt không đúng dạng.") from fault


def content_as_data(content: Content) -> dict[str, Any]:
    return {
        "version": VERSION,
        "title": content.title,
        "addressees": list(content.addressees),
        "citations": [_filled(citation) for citation in content.citations],
        "blocks": [block_as_data(block) for block in content.blocks],
        "recipients": [_filled(recipient) for recipient in content.recipients],
        "signer": {"lines": list(content.signature_lines), "name": content.signer},
    }


def content_from(data: Any) -> Content:
    """Raises Misshapen with the place."""
    if not isinstance(data, dict):
        raise MisshapenError("nội dung phải là một đối tượng JSON.")
    try:
        signer = data.get("signer") or {}
        return Content(
            title=_text(data.get("title", "")),
            addressees=tuple(map(_text, data.get("addressees", ()))),
            citations=tuple(_dated(Ground, one) for one in data.get("citations", ())),
            blocks=tuple(block_from(one) for one in data.get("blocks", ())),
            recipients=tuple(map(_receiver, data.get("recipients", ()))),
            signature_lines=tuple(map(_text, signer.get("lines", ()))),
            signer=_text(signer.get("name", "")),
        )
    except MisshapenError:
        raise
    except (TypeError, ValueError, KeyError, AttributeError, ArithmeticError) as fault:
        raise MisshapenError(str(fault)) from fault


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


def block_from(data: dict[str, Any]) -> Block:
    source = data.get("source")
    return Block(
        key=_text(data["key"]),
        type=BlockType(data["type"]),
        level=int(data["level"]),
        marker=_text(data.get("marker", "")),
        runs=runs_from(data.get("runs", ())),
        made_from=_text(data.get("made_from", "")),
        source=CameFrom(int(source[0]), _text(source[1])) if source else None,
        targets=tuple(map(target_from, data.get("targets", ()))),
        task=_mark(TaskMark, data.get("task")),
        charge=_mark(ChargeMark, data.get("charge")),
        **layout_from(data),
    )


def target_as_data(mark: TargetMark) -> dict[str, Any]:
    data = _filled(mark)
    data["statement"] = {
        name: _plain(value)
        for name, value in ((part.name, getattr(mark.statement, part.name)) for part in fields(Statement))
        if _says(value)
    }
    return data


def target_from(data: dict[str, Any]) -> TargetMark:
    from_words = {"comparator": None, "value": None, "unit": "", "population": "", "outcome": ""}
    statement = Statement(**from_words | _statement_parts(data.get("statement", {})))
    kept = {name: value for name, value in data.items() if name not in ("statement", "given")}
    return TargetMark(**kept, statement=statement, given=frozenset(data.get("given", ())))


def _statement_parts(data: dict[str, Any]) -> dict[str, Any]:
    made = dict(data)
    if "comparator" in made:
        made["comparator"] = Comparator(made["comparator"])
    if "direction" in made:
        made["direction"] = Direction(made["direction"])
    for name in ("value", "value_to", "out_of"):
        if name in made:
            made[name] = Decimal(made[name])
    return made


def _mark(of: Any, data: dict[str, Any] | None) -> Any:
    if data is None:
        return None
    made: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) and name != "given" else value
        for name, value in data.items()
    }
    if "given" in made:
        made["given"] = frozenset(made["given"])
    if made.get("due"):
        made["due"] = date.fromisoformat(made["due"])
    return of(**made)


def _receiver(data: Any) -> Receiver:
    """As `content_as_data` writes it, or the line alone, as exports do."""
    return Receiver(data) if isinstance(data, str) else Receiver(**data)


def _dated(of: Any, data: dict[str, Any]) -> Any:
    return of(**data | ({"date": date.fromisoformat(data["date"])} if data.get("date") else {}))


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


def _cell_from(data: dict[str, Any]) -> Cell:
    align = data.get("align")
    return Cell(
        tuple(map(runs_from, data["paragraphs"])),
        int(data.get("across", 1)),
        int(data.get("down", 1)),
        Align(align) if align else None,
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise MisshapenError(f"“{value}” phải là chữ.")
    return value
