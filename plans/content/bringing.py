"""Content brought from one document into another: the words stay, and each block remembers where it came from. Pure."""

from dataclasses import replace

from .values import Block, CameFrom, Content


def brought(content: Content, document: int) -> Content:
    """All of `content` of `document`, to be laid into another one; marks made after its issue become usual ones."""
    return replace(content, blocks=tuple(_brought(block, document) for block in content.blocks))


def _brought(block: Block, document: int) -> Block:
    return replace(
        block,
        source=CameFrom(document, block.key),
        targets=tuple(replace(mark, added_at="") for mark in block.targets),
        task=replace(block.task, added_at="") if block.task else None,
        charge=replace(block.charge, added_at="") if block.charge else None,
    )
