"""What a button of the editor does to a content beside saving it: hang a meaning on words, or take it away.

An act is written as its button's value: `target:KEY:the words`, `words:KEY` (the words are typed), `marked:KEY:MARK`
(the words carry it already), `task:KEY`, `charge:KEY`, `untarget:KEY:MARK`, `untask:KEY`, `uncharge:KEY`,
`decline:KEY:KIND`, `upper:KEY:MARK:TARGET`, `all:KIND`, `annex:KIND`. What was taken away is not proposed again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import Http404

from childlabour.core.errors import Problem, Refusal
from plans.content.values import MARKS, Block, Content
from plans.models import Document
from plans.paper.naming import Names

from .annexing import TITLES, with_annex
from .marking import (
    block_called,
    declining,
    with_block,
    with_parts,
    without_charge,
    without_target,
    without_task,
)
from .proposing import ProposalKind, proposals
from .taking import Taking

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


def done_on_a_block(act: str, content: Content, block: Block, document: Document) -> Block:
    """`block` after an act on it alone, as it stands on a sheet, stored or not."""
    name, _, about = act.partition(":")
    key, _, rest = about.partition(":")
    if name not in _OF_A_BLOCK or key != block.key:
        raise Http404(act)
    return _OF_A_BLOCK[name](_Doing(document), content, block, rest)


@dataclass
class _Doing(Taking):
    def no_target(self, content: Content, block: Block, mark: str) -> Block:
        return declining(without_target(block, mark), ProposalKind.TARGET)

    def no_task(self, content: Content, block: Block, words: str) -> Block:
        return declining(without_task(block), ProposalKind.TASK)

    def no_charge(self, content: Content, block: Block, words: str) -> Block:
        return declining(without_charge(block), ProposalKind.CHARGE)

    def decline(self, content: Content, block: Block, kind: str) -> Block:
        if kind not in MARKS:
            raise Http404(kind)
        return declining(block, kind)

    def take_upper(self, content: Content, block: Block, which: str) -> Block:
        mark, _, upper = which.partition(":")
        ours = next((target for target in block.targets if target.id == mark), None)
        theirs = next((target for target in self.above if str(target.pk) == upper), None)
        if ours is None or theirs is None:
            raise Http404(which)
        return with_parts(block, replace(ours, upper=theirs.pk))

    def take_all(self, content: Content, kind: str) -> Content:
        """Every proposal of a kind; what becomes a proposal only then is left for a look of its own."""
        if kind not in MARKS:
            raise Http404(kind)
        for proposal in list(proposals(content, self.document.period_from)):
            block = block_called(content, proposal.block)
            if proposal.kind == kind and block:
                content = with_block(content, self.taken(content, block, proposal))
        return content

    def annex(self, content: Content, made_from: str) -> Content:
        if made_from not in TITLES:
            raise Http404(made_from)
        return with_annex(content, made_from, Names(self.document, content).together)


_OF_A_BLOCK: dict[str, Callable[[_Doing, Content, Block, str], Block]] = {
    "target": _Doing.target,
    "marked": _Doing.marked,
    "words": _Doing.target,
    "task": _Doing.task,
    "charge": _Doing.charge,
    "untarget": _Doing.no_target,
    "untask": _Doing.no_task,
    "uncharge": _Doing.no_charge,
    "upper": _Doing.take_upper,
    "decline": _Doing.decline,
}
_OF_ALL: dict[str, Callable[[_Doing, Content, str], Content]] = {
    "all": _Doing.take_all,
    "annex": _Doing.annex,
}
