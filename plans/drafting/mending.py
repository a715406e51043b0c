"""What the check found and one press puts right: numbers that run on, tables made again, given parts said in words,
columns as wide as their words."""

from collections.abc import Callable
from dataclasses import replace
from itertools import repeat

from django.db import transaction
from django.http import Http404

from childlabour.units.models import Officer
from plans.checking.against import against_their_words
from plans.checking.findings import Mend
from plans.content.asking import content_of
from plans.content.lines import a_new_key
from plans.content.numbering import renumbered
from plans.content.saying import with_given_said
from plans.content.values import Block, Content, TableColumn
from plans.law.blocks import Align
from plans.models import Document
from plans.paper.columns import with_room_for_words
from plans.paper.naming import Names

from .annexing import made_again
from .changing import lay_change
from .saving import open_draft

Blocks = tuple[Block, ...]


@transaction.atomic
def mend(pk: int, what: str, key: str, officer: Officer) -> bool:
    """Puts right what `what` names at the block `key`; answers whether anything was left to put right."""
    document = open_draft(pk, officer, lock=True)
    content = content_of(document)
    if what not in MENDING or all(block.key != key for block in content.blocks):
        raise Http404(what)
    after = replace(content, blocks=MENDING[Mend(what)](document, content, key))
    lay_change(document, officer, content, after)
    return after != content


def _renumbered(document: Document, content: Content, key: str) -> Blocks:
    return renumbered(content.blocks)


def _remade(document: Document, content: Content, key: str) -> Blocks:
    return made_again(content, key, Names(document, content).together).blocks


def _said(document: Document, content: Content, key: str) -> Blocks:
    names = Names(document, content)
    against = against_their_words(document, content).get(key, {})
    return with_given_said(content.blocks, key, names.together, a_new_key, against)


def _widened(document: Document, content: Content, key: str) -> Blocks:
    shares = with_room_for_words(content.blocks, key)

    def wide(table: Block) -> Block:
        aligned = (*(column.align for column in table.columns), *repeat(Align.LEFT, len(shares)))
        columns = tuple(TableColumn(share, align) for share, align in zip(shares, aligned, strict=False))
        return replace(table, columns=columns)

    return tuple(wide(block) if shares and block.key == key else block for block in content.blocks)


MENDING: dict[Mend, Callable[[Document, Content, str], Blocks]] = {
    Mend.RENUMBER: _renumbered,
    Mend.REMAKE: _remade,
    Mend.SAY: _said,
    Mend.WIDEN: _widened,
}
