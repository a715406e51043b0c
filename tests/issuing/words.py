"""Other words in the blocks of a document: as somebody would write them, and behind everybody's back."""

from dataclasses import replace

from plans.content.values import Content, TextRun
from plans.law.blocks import BlockType
from plans.models import Document

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


def with_line_after(content: Content, words: str, line: TextRun | str) -> Content:
    """A paragraph more, behind the block that says `words`."""
    place = next(place for place, block in enumerate(content.blocks) if words in block.text)
    run = line if isinstance(line, TextRun) else TextRun(line)
    above = content.blocks[place]
    more = replace(
        above,
        key=f"{above.key}-more",
        marker="",
        type=BlockType.PARAGRAPH,
        runs=(run,),
        targets=(),
        task=None,
    )
    return replace(content, blocks=(*content.blocks[: place + 1], more, *content.blocks[place + 1 :]))
