"""Lines of a sheet that are asked about, out of the JSON of a stranger: typed and bounded, or refused. Pure."""

from dataclasses import dataclass
from typing import Any

from childlabour.core import lengths
from childlabour.core.errors import Problem, Refusal
from plans.content.shapes import block_from
from plans.content.typed import MisshapenError, list_from, text_from
from plans.content.values import Block, Content
from plans.drafting.sheet.arriving import data_from, misshapen
from plans.law.blocks import MOST_BLOCKS

MOST_LETTERS = 2 * lengths.BLOCK  # of a line; longer ones are not read, and no save would take them


@dataclass(frozen=True)
class Asked:
    """`content`: the lines in the order of the paper, with the headings above and the lines below them."""

    content: Content | None  # None: of the draft as it is stored
    keys: frozenset[str]  # what is asked about
    act: str = ""  # what is to be done first (`plans.drafting.acts`)
    mark: str = ""  # whose fields were filled in: id of a target, "task", "charge"
    fields: str | None = None  # as a form sends them


def asked_from(body: bytes) -> Asked:
    """`{"blocks"?: [block], "keys"?: [key], "act"?, "mark"?, "fields"?}`. Raises Refusal."""
    try:
        return _asked(data_from(body))
    except MisshapenError as fault:
        raise Refusal(misshapen(str(fault))) from fault


def _asked(data: dict[str, Any]) -> Asked:
    blocks = list_from(data.get("blocks", []), "blocks")
    if len(blocks) > MOST_BLOCKS:
        raise Refusal(Problem(f"Nội dung quá {MOST_BLOCKS} đoạn: tách phần chi tiết thành văn bản khác."))
    fields = data.get("fields")
    lines = tuple(block for block in map(block_from, blocks) if _is_readable(block))
    return Asked(
        Content(blocks=lines) if "blocks" in data else None,
        frozenset(map(text_from, list_from(data.get("keys", []), "keys"))),
        text_from(data.get("act", "")),
        text_from(data.get("mark", "")),
        None if fields is None else text_from(fields),
    )


def _is_readable(block: Block) -> bool:
    return sum(len(run.text) for runs in block.stretches for run in runs) <= MOST_LETTERS
