"""What stands beside a form: what the words propose, what is said and given, the target above, the rows that stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from childlabour.core.fields import own_field
from childlabour.units.access import Someone
from plans.content.values import Block, Content, TargetMark, in_order
from plans.drafting.annexing import TITLES, made_table
from plans.drafting.body_forms import BlockForm
from plans.drafting.deriving import proposed_recipients
from plans.drafting.forms import Draft
from plans.drafting.matching import best_of
from plans.drafting.proposing import Proposal, ProposalKind, proposals, proposals_of
from plans.drafting.spots import BLOCK
from plans.models import Document
from targets.language.parts import KEPT
from targets.models import Target
from targets.statements import Standing, compare, drift_to_mend

ALL = {
    ProposalKind.TARGET: ("câu có vẻ là chỉ tiêu", "Đánh dấu tất cả là chỉ tiêu"),
    ProposalKind.TASK: ("đoạn có vẻ là nhiệm vụ", "Đánh dấu tất cả là nhiệm vụ"),
    ProposalKind.CHARGE: ("đề mục nêu tên đơn vị", "Giao việc cho các đơn vị ấy"),
}
MOST = 40  # proposals of a kind; when these are taken the next ones are shown


@dataclass(frozen=True)
class ProposalShown:
    """A proposal with where it leads and what its button does (`plans.drafting.acts`)."""

    kind: ProposalKind
    words: str
    spot: str
    act: str


def shown(proposal: Proposal) -> ProposalShown:
    words = f":{proposal.words}" if proposal.kind == ProposalKind.TARGET else ""
    act = f"{proposal.kind}:{proposal.block}{words}"
    return ProposalShown(proposal.kind, proposal.words, f"{BLOCK}{proposal.block}", act)


@dataclass(frozen=True)
class ProposalsOfAKind:
    """What a list of the body says: "3 câu có vẻ là chỉ tiêu"."""

    kind: ProposalKind
    count: int
    first: tuple[ProposalShown, ...]

    @property
    def said(self) -> str:
        return f"{self.count} {ALL[self.kind][0]}"

    @property
    def count_left(self) -> int:
        return self.count - len(self.first)

    @property
    def take_all(self) -> str:
        return ALL[self.kind][1]


def notes_for(draft: Draft, key: str, form: Any) -> dict[str, Any]:
    """Context for templates/desk/notes.html; a fixed number of queries."""
    if key == "body":
        return {"proposed_kinds": list(_by_kind(draft)), "annexes": list(_annexes(draft.content))}
    if key.startswith(BLOCK):
        return _of_block(draft, key.removeprefix(BLOCK), form)
    if key == "recipients":
        return {"proposed": proposed_recipients(draft.document, draft.officer)}
    return {}


def _by_kind(draft: Draft) -> Iterator[ProposalsOfAKind]:
    found = list(proposals(draft.content, draft.document.period_from))
    for kind in ProposalKind:
        own = [proposal for proposal in found if proposal.kind == kind]
        if own:
            yield ProposalsOfAKind(kind, len(own), tuple(map(shown, own[:MOST])))


def _annexes(content: Content) -> Iterator[dict[str, Any]]:
    """The tables that can be made from what is marked, and whether they stand already."""
    has = {"targets": any(True for _ in content.targets), "tasks": any(True for _ in content.tasks)}
    for made_from, title in TITLES.items():
        if has[made_from]:
            yield {
                "made_from": made_from,
                "title": title.lower(),
                "stands": bool(made_table(content, made_from)),
            }


def _of_block(draft: Draft, key: str, form: BlockForm) -> dict[str, Any]:
    own = proposals_of(draft.content, key, draft.document.period_from)
    return {
        "proposals": list(map(shown, own)),
        **beside_the_marks(form.block, form.choices.uppers, draft.officer),
    }


def beside_the_marks(block: Block, above: list[Target], reader: Someone) -> dict[str, Any]:
    """Where the block was brought from, and of each target how it stands beside the one above."""
    return {
        "came_from": _source_of(block, reader),
        "target_notes": [target_notes(mark, above) for mark in in_order(block)],
    }


def _source_of(block: Block, reader: Someone) -> Document | None:
    """The document that a block was brought from, if `reader` may see it. One query, none of what was typed here."""
    if block.source is None:
        return None
    return Document.objects.visible_to(reader).select_related("unit").filter(pk=block.source.document).first()


def target_notes(mark: TargetMark, above: list[Target]) -> dict[str, Any]:
    """What is said of one target, as a page tells it. Pure."""
    upper = next((target for target in above if target.pk == mark.upper), None)
    standing = compare(mark.statement, upper.statement) if upper else None
    return {
        "mark": mark,
        "upper": upper,
        "proposed_upper": None if upper else best_of(mark, above),
        "comparison": standing.value if standing else "",
        "is_weaker": standing is Standing.WEAKER,
        "drifted": [
            str(own_field(Target, name).verbose_name)
            for name in drift_to_mend(mark.sentence, mark.statement)
            if name in KEPT
        ],
    }
