"""The words of the laws: words of a source = words of the blocks = words of the paper, in order. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from childlabour.core.vietnamese import nfc
from plans.law.blocks import BlockType

from .values import Block, Content

_WORD = re.compile(r"[\w%‰]+")


def words_of(text: str) -> list[str]:
    """The tokens that laws compare, after NFC: letters, figures, "%" and "‰"; marks and blanks do not count."""
    return _WORD.findall(nfc(text))


def words_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Of blocks with their markers, as the paper prints them."""
    for block in blocks:
        yield from words_of(block.printed)


def words_of_content(content: Content) -> Iterator[str]:
    """From title to last recipient, in the order of the paper; annexes follow the recipients."""
    yield from words_of(content.title)
    for line in (*content.addressees, *(citation.text for citation in content.citations)):
        yield from words_of(line)
    annexes = next(
        (place for place, block in enumerate(content.blocks) if block.type == BlockType.ANNEX),
        len(content.blocks),
    )
    yield from words_in(content.blocks[:annexes])
    for recipient in content.recipients:
        yield from words_of(recipient.text)
    yield from words_in(content.blocks[annexes:])


def lost(source: list[str], kept: list[str]) -> list[str]:
    """Words of the source that are not in what was kept, in order."""
    return [
        word
        for tag, i, j, _, _ in _steps(source, kept)
        if tag in ("delete", "replace")
        for word in source[i:j]
    ]


def added(source: list[str], kept: list[str]) -> list[str]:
    """Words that were kept though no source says them."""
    return [
        word for tag, _, _, i, j in _steps(source, kept) if tag in ("insert", "replace") for word in kept[i:j]
    ]


def _steps(source: list[str], kept: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, source, kept, autojunk=False).get_opcodes()
