"""A draft as a text and back: from the process that reads to the one that asks, and from upload to saving."""

import json

from childlabour.airlock.carrying import made, plain
from plans.reading.parts.draft import ReadDraft


def packed(draft: ReadDraft) -> str:
    return json.dumps(plain(draft), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> ReadDraft:
    """Raises ValueError when the text holds no draft."""
    draft: ReadDraft = made(ReadDraft, json.loads(text))
    return draft
