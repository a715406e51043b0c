"""What taking a proposal makes of a block: the whole mark, with all that the words and what stands around them say."""

from dataclasses import dataclass, replace
from functools import cached_property

from childlabour.core import lengths
from childlabour.core.errors import Problem, Refusal
from plans.content.lines import a_new_key
from plans.content.near import Near
from plans.content.stretches import spans_of
from plans.content.task_words import task_said
from plans.content.values import Block, Content, TargetMark, span_of
from plans.models import Document
from targets.models import Target

from .mark_forms import upper_targets
from .marking import charge_said, group_near, said_on, target_on, with_charge, with_target, with_task
from .matching import SURE, best_of
from .proposing import Proposal, ProposalKind

MARKED_ALREADY = "Chữ này đã là một chỉ tiêu: chọn phần chữ ngắn hơn hoặc dài hơn."
NO_WORDS = "Chưa chọn chữ nào để đánh dấu: bôi đen chữ của chỉ tiêu rồi đánh dấu."


@dataclass
class Taking:
    """What is asked for many proposals is asked once: the units near (two queries), the targets above (one)."""

    document: Document

    @cached_property
    def near(self) -> Near:
        return Near.to(self.document.unit)

    @cached_property
    def above(self) -> list[Target]:
        """Targets of the document that this one carries out."""
        return list(upper_targets(self.document)) if self.document.parent_id else []

    def taken(self, content: Content, block: Block, proposal: Proposal) -> Block:
        """`block` with what was proposed on it. Raises Refusal where its words do not allow it by now."""
        match proposal.kind:
            case ProposalKind.TARGET:
                return self.target(content, block, proposal.words)
            case ProposalKind.TASK:
                return self.task(content, block, "")
            case ProposalKind.CHARGE:
                return self.charge(content, block, "")

    def target(self, content: Content, block: Block, words: str) -> Block:
        mark = target_on(block, words, a_new_key(), self.document.period_from)
        return with_target(block, self._placed(content, block, mark), words)

    def marked(self, content: Content, block: Block, mark: str) -> Block:
        """A target on the words that carry its id already: those that a person selected."""
        spans = spans_of(block, mark)
        if not span_of(block, mark).strip(" .;,") or any(target.id == mark for target in block.targets):
            raise Refusal(Problem(NO_WORDS, anchor=block.key))
        if any(spans_of(block, target.id) == spans for target in block.targets):
            raise Refusal(Problem(MARKED_ALREADY, anchor=block.key))
        sentence, statement = said_on(block, spans, self.document.period_from)
        target = TargetMark(mark, sentence[: lengths.SENTENCE], statement)
        return replace(block, targets=(*block.targets, self._placed(content, block, target)))

    def _placed(self, content: Content, block: Block, mark: TargetMark) -> TargetMark:
        """With its group and the target above, as far as what stands around it tells."""
        upper = best_of(mark, self.above, SURE)
        return replace(mark, group=group_near(content, block.key), upper=upper.pk if upper else None)

    def task(self, content: Content, block: Block, words: str) -> Block:
        said = task_said(content, block.key, self.document.period_to, self.near.all_called)
        return with_task(block, said)

    def charge(self, content: Content, block: Block, words: str) -> Block:
        return with_charge(block, charge_said(block, self.near.all_called))
