"""The spots of a draft: the pieces that are opened, saved and pointed at one by one.

The head and the foot have a spot each, the body has one for all its lines (`body`) and one for each block
(`block-KEY`). The paper and the check name a block by its bare key: `spot_of` tells the spot that is meant.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, QueryDict

from plans.content.faults import KEY as BLOCK_KEY
from plans.content.values import Block, Content
from plans.law.blocks import BlockType
from plans.models import Document

from .body_forms import BlockForm, BodyForm, with_what_was_taken_out
from .forms import CitationsForm, Draft, IdentityForm, RecipientsForm, SignatureForm
from .marking import block_called


@dataclass(frozen=True)
class Spot:
    key: str
    title: str
    indent: int = 0  # depth in the outline
    name: str = ""  # heading of its form where the title is a whole sentence


FIXED: dict[str, tuple[str, Any]] = {
    "identity": ("Tên và kỳ của văn bản", IdentityForm),
    "citations": ("Căn cứ", CitationsForm),
    "body": ("Nội dung", BodyForm),
    "recipients": ("Nơi nhận", RecipientsForm),
    "signature": ("Chữ ký", SignatureForm),
}
BLOCK = "block-"
KEY = re.compile(rf"{'|'.join(FIXED)}|{BLOCK}{BLOCK_KEY.pattern}")
SHOWN = 80  # characters of a block in the outline


def spot_of(anchor: str) -> str:
    """The spot of an anchor of the paper or of a finding; "" for none."""
    if anchor in FIXED or not anchor:
        return anchor
    return f"{BLOCK}{anchor}" if BLOCK_KEY.fullmatch(anchor) else ""


def form_for(draft: Draft, key: str, data: QueryDict | None = None, ours: bool | None = None) -> Any:
    """The form of one spot, over what the draft says now; 404 for a key that is not of this document.

    A block that somebody took out is still open to who was writing in it.
    """
    if key in FIXED:
        return FIXED[key][1](data, draft=draft, ours=ours)
    bare = key.removeprefix(BLOCK)
    if data and block_called(draft.content, bare) is None:
        draft = replace(draft, content=with_what_was_taken_out(draft.content, draft.document, bare))
    block = block_called(draft.content, bare)
    if block is None:
        raise Http404(key)
    return BlockForm(data, draft=draft, block=block, ours=ours)


def is_there(draft: Draft, key: str) -> bool:
    """Whether the draft has this spot."""
    return key in FIXED or (
        key.startswith(BLOCK) and block_called(draft.content, key.removeprefix(BLOCK)) is not None
    )


def was_taken_out(draft: Draft, key: str) -> bool:
    """Whether the spot is a block that the draft had and has no more. One query where it has it not."""
    return not is_there(draft, key) and draft.document.blocks.filter(key=key.removeprefix(BLOCK)).exists()


def outline(document: Document, content: Content) -> list[Spot]:
    """Head, headings and what hangs on words in the order of the paper, foot. Pure."""
    spots = [_fixed("identity")]
    if document.facts.cites or content.citations:
        spots.append(_fixed("citations"))
    spots.append(_fixed("body"))
    depth: list[int] = []  # levels of the headings above
    for block in content.blocks:
        if not (block.type.facts.heads or block.targets or block.task or block.charge):
            continue
        while depth and depth[-1] >= block.level:
            depth.pop()
        spots.append(Spot(f"{BLOCK}{block.key}", _title(block), len(depth) + 1, name_of(block)))
        depth.append(block.level)
    return [*spots, _fixed("recipients"), _fixed("signature")]


def name_of_spot(content: Content, key: str) -> str:
    """How a form is headed."""
    if key in FIXED:
        return FIXED[key][0]
    block = block_called(content, key.removeprefix(BLOCK))
    return name_of(block) if block else "Đoạn vừa được bỏ"


def name_of(block: Block) -> str:
    """What a block is, by what hangs on it, else by its kind."""
    if block.targets:
        count = len(block.targets)
        return "Chỉ tiêu" if count == 1 else f"Đoạn có {count} chỉ tiêu"
    if block.task:
        return "Nhiệm vụ"
    if block.charge:
        return "Đề mục giao việc"
    return str(BlockType(block.type).label).capitalize()


def _title(block: Block) -> str:
    text = block.printed
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rsplit(' ', 1)[0]}…"


def _fixed(key: str) -> Spot:
    return Spot(key, FIXED[key][0])
