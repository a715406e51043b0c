"""`Paper` ⇄ JSON, so that what was printed once can be laid out again without its plan."""

import dataclasses
from typing import Any

from plans.law.blocks import Align

from .document import (
    Annex,
    Block,
    Column,
    Heading,
    Letterhead,
    Level,
    Paper,
    Paragraph,
    Recipients,
    SignatureBlock,
    Table,
)

BLOCKS = {"heading": Heading, "paragraph": Paragraph, "table": Table}
BLOCK_NAMES = {block: name for name, block in BLOCKS.items()}


def to_data(paper: Paper) -> dict[str, Any]:
    """Everything printed, as JSON values; the attached source is left out, it has a life of its own."""
    data = dataclasses.asdict(dataclasses.replace(paper, source=None, blocks=(), annexes=()))
    data["blocks"] = [_block_to_data(block) for block in paper.blocks]
    data["annexes"] = [
        dataclasses.asdict(dataclasses.replace(annex, blocks=()))
        | {"blocks": [_block_to_data(block) for block in annex.blocks]}
        for annex in paper.annexes
    ]
    del data["source"]
    if not paper.taken_out:  # what was signed before there was such a mark is still what is on file
        del data["taken_out"]
    return data


def from_data(data: dict[str, Any], source: dict[str, Any] | None = None) -> Paper:
    """The paper behind `to_data`'s answer; unknown keys of later versions are passed over."""
    known = {field.name for field in dataclasses.fields(Paper)}
    kept = {key: _as_tuple(value) for key, value in data.items() if key in known}
    return Paper(
        **kept
        | {
            "source": source,
            "letterhead": Letterhead(**_tuples(data["letterhead"])),
            "recipients": Recipients(**_tuples(data["recipients"])),
            "signature": SignatureBlock(**_tuples(data["signature"])),
            "blocks": tuple(_block_from_data(block) for block in data["blocks"]),
            "annexes": tuple(_annex_from_data(annex) for annex in data["annexes"]),
        }
    )


def _block_to_data(block: Block) -> dict[str, Any]:
    return {"is": BLOCK_NAMES[type(block)]} | dataclasses.asdict(block)


def _block_from_data(data: dict[str, Any]) -> Block:
    values = {key: value for key, value in data.items() if key != "is"}
    match data["is"]:
        case "heading":
            return Heading(**values | {"level": Level(values["level"])})
        case "paragraph":
            return Paragraph(**values)
        case _:
            columns = tuple(Column(**c | {"align": Align(c["align"])}) for c in values["columns"])
            return Table(columns, tuple(tuple(row) for row in values["rows"]))


def _annex_from_data(data: dict[str, Any]) -> Annex:
    return Annex(**data | {"blocks": tuple(_block_from_data(block) for block in data["blocks"])})


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    return {key: _as_tuple(value) for key, value in values.items()}


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
