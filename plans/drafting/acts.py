"""What a button of the editor does to a content beside saving it: hang a meaning on words, or take it away.

An act is written as its button's value: `target:KEY:the words`, `words:KEY` (the words are typed), `task:KEY`,
`charge:KEY`, `untarget:KEY:MARK`, `untask:KEY`, `uncharge:KEY`, `upper:KEY:MARK:TARGET`, `all:KIND`, `annex:KIND`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from django.http import Http404

from childlabour.core.errors import Problem, Refusal
from plans.content.lines import a_new_key
from plans.content.near import Near
from plans.content.task_words import task_said
from plans.content.values import Block, Content
from plans.models import Document
from plans.paper.naming import Names
from targets.models import Target

from .annexing import TITLES, with_annex
from .mark_forms import upper_targets
from .marking import (
    block_called,
    charge_said,
    group_near,
    target_on,
    with_block,
    with_charge,
    with_parts,
    with_target,
    with_task,
    without_charge,
    without_target,
    without_task,
)
from .matching import SURE, best_of
from .proposing import ProposalKind, proposals

GONE = "Đoạn này vừa được bỏ hoặc sửa: xem lại rồi đánh dấu."


def done(act: str, words: str, content: Content, document: Document) -> Content:
    """`content` after one act; 404 for an act or a block that there is not, Refusal where the words do not allow it."""
    name, _, about = act.partition(":")
    doing = _Doing(document)
    if name in _OF_ALL:
        return _OF_ALL[name](doing, content, about)
    if name not in _OF_A_BLOCK:
        raise Http404(act)
    key, _, rest = about.partition(":")
    block = block_called(content, key)
    if block is None:
        raise Refusal(Problem(GONE)) if document.blocks.filter(key=key).exists() else Http404(key)
    return with_block(content, _OF_A_BLOCK[name](doing, content, block, rest or words))


@dataclass
class _Doing:
    document: Document

    @cached_property
    def near(self) -> Near:
        return Near.to(self.document.unit)

    @cached_property
    def above(self) -> list[Target]:
        """Targets of the document that this one carries out; one query."""
        return list(upper_targets(self.document)) if self.document.parent_id else []

    def target(self, content: Content, block: Block, words: str) -> Block:
        mark = target_on(block, words, a_new_key(), self.document.period_from)
        upper = best_of(mark, self.above, SURE)
        mark = replace(mark, group=group_near(content, block.key), upper=upper.pk if upper else None)
        return with_target(block, mark, words)

    def task(self, content: Content, block: Block, words: str) -> Block:
        said = task_said(content, block.key, self.document.period_to, self.near.all_called)
        return with_task(block, said)

    def charge(self, content: Content, block: Block, words: str) -> Block:
        return with_charge(block, charge_said(block, self.near.all_called))

    def no_target(self, content: Content, block: Block, mark: str) -> Block:
        return without_target(block, mark)

    def no_task(self, content: Content, block: Block, words: str) -> Block:
        return without_task(block)

    def no_charge(self, content: Content, block: Block, words: str) -> Block:
        return without_charge(block)

    def take_upper(self, content: Content, block: Block, which: str) -> Block:
        mark, _, upper = which.partition(":")
        ours = next((target for target in block.targets if target.id == mark), None)
        theirs = next((target for target in self.above if str(target.pk) == upper), None)
        if ours is None or theirs is None:
            raise Http404(which)
        return with_parts(block, replace(ours, upper=theirs.pk))

    def take_all(self, content: Content, kind: str) -> Content:
        """Every proposal of a kind; what becomes a proposal only then is left for a look of its own."""
        takes: dict[str, Callable[[Content, Block, str], Block]] = {
            ProposalKind.TARGET: self.target,
            ProposalKind.TASK: self.task,
            ProposalKind.CHARGE: self.charge,
        }
        if kind not in takes:
            raise Http404(kind)
        for proposal in list(proposals(content, self.document.period_from)):
            block = block_called(content, proposal.block)
            if proposal.kind == kind and block:
                content = with_block(content, takes[kind](content, block, proposal.words))
        return content

    def annex(self, content: Content, made_from: str) -> Content:
        if made_from not in TITLES:
            raise Http404(made_from)
        return with_annex(content, made_from, Names(self.document, content).together)


_OF_A_BLOCK: dict[str, Callable[[_Doing, Content, Block, str], Block]] = {
    "target": _Doing.target,
    "words": _Doing.target,
    "task": _Doing.task,
    "charge": _Doing.charge,
    "untarget": _Doing.no_target,
    "untask": _Doing.no_task,
    "uncharge": _Doing.no_charge,
    "upper": _Doing.take_upper,
}
_OF_ALL: dict[str, Callable[[_Doing, Content, str], Content]] = {
    "all": _Doing.take_all,
    "annex": _Doing.annex,
}
