"""Proposals with the whole mark that taking each of them would lay, for a sheet that takes them by itself."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from childlabour.core.errors import Refusal
from plans.content.shapes import block_as_data, runs_as_data
from plans.content.values import Block, Content
from plans.drafting.proposing import ProposalKind, proposals
from plans.drafting.taking import Taking
from plans.models import Document

MOST_TARGETS = (
    20  # proposed of one block at once: each tells all its words; once some are taken, the next are asked for
)


@dataclass(frozen=True)
class ProposedMark:
    kind: ProposalKind
    block: Block  # as it would be with this mark and none of the others

    @property
    def mark(self) -> dict[str, Any]:
        data = block_as_data(self.block)
        found: dict[str, Any] = data["targets"][-1] if self.kind == ProposalKind.TARGET else data[self.kind]
        return found


def proposed_marks(document: Document, content: Content, keys: Collection[str]) -> Iterator[ProposedMark]:
    """In the order of the paper, on the blocks of these keys (of none: on all). Three queries, whatever is proposed."""
    taking = Taking(document)
    blocks = {block.key: block for block in content.blocks}
    proposed: Counter[tuple[str, ProposalKind]] = Counter()
    for proposal in proposals(content, document.period_from, onward=True):
        place = proposal.block, proposal.kind
        if (keys and proposal.block not in keys) or proposed[place] >= MOST_TARGETS:
            continue
        proposed[place] += 1
        try:
            yield ProposedMark(proposal.kind, taking.taken(content, blocks[proposal.block], proposal))
        except Refusal:  # its words carry the same already
            continue


def proposals_as_data(document: Document, content: Content, keys: Collection[str]) -> list[dict[str, Any]]:
    """`[{"block": key, "kind", "mark": data, "stretches": [runs]}]`; the runs of a target carry its id."""
    return [
        {
            "block": proposed.block.key,
            "kind": proposed.kind.value,
            "mark": proposed.mark,
            "stretches": [runs_as_data(runs) for runs in proposed.block.stretches]
            if proposed.kind == ProposalKind.TARGET
            else [],
        }
        for proposed in proposed_marks(document, content, keys)
    ]
