"""What a block, or a part of head and foot, says as a few letters: a save names what it was typed over. Pure."""

import base64
import hashlib
import json
from dataclasses import replace
from functools import lru_cache
from typing import Any

from plans.content.shapes import block_as_data, content_as_data
from plans.content.values import Block, Content

BYTES = 9  # twelve letters: of a thousand million states of one block two are mistaken for one another
PARTS = ("title", "addressees", "citations", "recipients", "signature")
SETS = ("lead", "partners", "units")  # units of a task or a charge: in which order, no row remembers


@lru_cache(maxsize=5_000)  # from one save to the next all blocks of a draft but one are the same
def digest_of(block: Block) -> str:
    data = block_as_data(block)
    for mark in ("task", "charge"):
        if said := data.get(mark):
            data[mark] = said | {name: sorted(said[name]) for name in SETS if name in said}
    return digest(data)


def digest(data: Any) -> str:
    """Of anything that JSON can say."""
    said = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.blake2b(said.encode(), digest_size=BYTES).digest()).decode()


def parts_as_data(content: Content) -> dict[str, Any]:
    """Head and foot by name."""
    data = content_as_data(replace(content, blocks=()))
    return {name: data["signer" if name == "signature" else name] for name in PARTS}
