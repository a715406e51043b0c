"""An annex that lists what hangs on the words: put at the end of a draft, or made again where it stands. Pure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from childlabour.core.vietnamese import roman
from plans.content.lines import a_new_key
from plans.content.values import Block, Content, TextRun
from plans.law.blocks import BlockType
from plans.paper.annexes import TARGETS, TASKS, table_of

Naming = Callable[[Iterable[int]], str]  # ids of units → how a table names them together
ALONE = "Phụ lục"
TITLES = {TARGETS: "Chỉ tiêu", TASKS: "Phân công nhiệm vụ"}
WIDE = 6  # columns: on a page that lies on its side


def with_annex(
    content: Content, made_from: str, naming: Naming, new_key: Callable[[], str] = a_new_key
) -> Content:
    """With the table of an annex that `made_from` names: made again where one stands, else in an annex of its own."""
    table = made_table(content, made_from)
    if table:
        return made_again(content, table.key, naming)
    key, made = new_key(), table_of(content, made_from, naming, new_key())
    annex = Block(
        key,
        BlockType.ANNEX,
        0,
        _marker(content),
        (TextRun(_title(content, made_from)),),
        landscape=len(made[0].columns) >= WIDE,
    )
    return replace(content, blocks=(*_no_longer_alone(content.blocks), annex, *made))


def _title(content: Content, made_from: str) -> str:
    """ "Chỉ tiêu thực hiện Chương trình …": what it lists, and of what."""
    of = " ".join(content.title.split())
    return f"{TITLES[made_from]} {of[0].lower()}{of[1:]}" if of else TITLES[made_from]


def made_table(content: Content, made_from: str) -> Block | None:
    return next((block for block in content.blocks if block.made_from == made_from), None)


def made_again(content: Content, key: str, naming: Naming) -> Content:
    """The table anew, in its place; its first rows keep their keys, notes among them stay behind it."""
    place = next(
        (at for at, block in enumerate(content.blocks) if block.key == key and block.made_from), None
    )
    if place is None:
        return content
    table = content.blocks[place]
    end = place + 1
    while end < len(content.blocks) and content.blocks[end].type in (BlockType.ROW, BlockType.NOTE):
        end += 1
    notes = (block for block in content.blocks[place:end] if block.type == BlockType.NOTE)
    made = table_of(content, table.made_from, naming, key)
    return replace(content, blocks=(*content.blocks[:place], *made, *notes, *content.blocks[end:]))


def _no_longer_alone(blocks: Iterable[Block]) -> Iterator[Block]:
    """What was the only annex is the first of two."""
    for block in blocks:
        alone = block.type == BlockType.ANNEX and block.marker == ALONE
        yield replace(block, marker=f"{ALONE} {roman(1)}") if alone else block


def _marker(content: Content) -> str:
    """The only annex has no number; another one is "Phụ lục II"."""
    before = sum(block.type == BlockType.ANNEX for block in content.blocks)
    return f"{ALONE} {roman(before + 1)}" if before else ALONE
