"""`Paper` ⇄ JSON, so that what was printed once can be laid out again without its document.

Papers kept before bodies were blocks are read for ever (`first_shape`).
"""

import dataclasses
from typing import Any

from plans.content.shapes import block_as_data, block_from, handling_as_data, handling_from

from .document import Letterhead, Paper, Recipients, SignatureBlock
from .first_shape import blocks_of, is_of_first_shape


def to_data(paper: Paper) -> dict[str, Any]:
    """Everything printed, as JSON values; the attached source is left out, it has a life of its own."""
    data = dataclasses.asdict(dataclasses.replace(paper, source=None, blocks=()))
    data["blocks"] = [block_as_data(block) for block in paper.blocks]
    del data["source"]
    if not paper.taken_out:  # what was signed before there was such a mark is still what is on file
        del data["taken_out"]
    if not paper.annexes_apart:  # nor files of annexes
        del data["annexes_apart"]
    for name in ("deciding", "beside"):  # nor kinds that have these
        if not data[name]:
            del data[name]
    if paper.handling:
        data["handling"] = handling_as_data(paper.handling)
    else:  # nor such marks
        del data["handling"]
    return data


def from_data(data: dict[str, Any], source: dict[str, Any] | None = None) -> Paper:
    """The paper behind `to_data`'s answer, of this shape or the first; keys of later versions are passed over."""
    known = {field.name for field in dataclasses.fields(Paper)}
    kept = {key: _as_tuple(value) for key, value in data.items() if key in known}
    blocks = blocks_of(data) if is_of_first_shape(data) else tuple(map(block_from, data["blocks"]))
    return Paper(
        **kept
        | {
            "source": source,
            "letterhead": Letterhead(**_tuples(data["letterhead"])),
            "recipients": Recipients(**_tuples(data["recipients"])),
            "signature": SignatureBlock(**_tuples(data["signature"])),
            "beside": SignatureBlock(**_tuples(data["beside"])) if data.get("beside") else None,
            "blocks": blocks,
            "handling": handling_from(data.get("handling") or {}),
        }
    )


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    return {key: _as_tuple(value) for key, value in values.items()}


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
