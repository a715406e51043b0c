"""Other words in the blocks of a document: as somebody would write them, and behind everybody's back."""

from dataclasses import replace

from plans.content.values import Block, Content, TextRun
from plans.law.blocks import BlockType
from plans.models import Document
from tests.cast import revised

OTHER_WORDS = [["Nội dung khác.", False, False, []]]


def say_otherwise(document: Document) -> None:
    """Without the one way in which drafts are changed."""
    assert document.blocks.filter(type=BlockType.PARAGRAPH, targets=None).update(runs=OTHER_WORDS)


def reworded(content: Content, words: str, others: str) -> Content:
    """`others` where `words` stand, in whatever block; looks and marks stay."""
    blocks = tuple(
        replace(
            block,
            runs=tuple(replace(run, text=run.text.replace(words, others)) for run in block.runs),
        )
        for block in content.blocks
    )
    assert blocks != content.blocks, f"nobody says {words}"
    return replace(content, blocks=blocks)


def says(document: Document, words: str) -> Document:
    """A draft with this paragraph and no other."""
    line = Block("k1", BlockType.PARAGRAPH, 1, runs=(TextRun(words),))
    return revised(document, lambda content: replace(content, blocks=(line,)))
