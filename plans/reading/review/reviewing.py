"""What a person decided about a draft, applied to it: corrected, refused, accepted. Pure.

Words of the body are written on the paper, once it is a draft; here only marks are decided, the head, and slips.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from plans.reading.parts.draft import PassageRole, ReadDraft, Remark, Signer, TargetDraft
from plans.reading.text.passages import Passage
from targets.statements import Statement


@dataclass(frozen=True)
class Choices:
    """Every decision of one review. Numbers are places in the tuples of the draft that was shown."""

    title: str
    place: str
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str
    targets: dict[int, TargetDraft]  # the kept ones, as corrected; the words of the others stay
    tasks: frozenset[int]  # the kept ones
    citations: frozenset[int]
    slips: frozenset[int]  # findings whose suggestion is taken


def reviewed(draft: ReadDraft, choices: Choices) -> ReadDraft:
    """The draft as decided; of what was refused the words stay in their place, unmarked."""
    decided = replace(
        draft,
        title=choices.title,
        place=choices.place,
        recipients=choices.recipients,
        signer=Signer(choices.authority, choices.signer),
        citations=tuple(
            act
            for number, act in enumerate(draft.citations)
            if number in choices.citations or not act.is_basis
        ),
        targets=tuple(choices.targets[number] for number in sorted(choices.targets)),
        tasks=tuple(task for number, task in enumerate(draft.tasks) if number in choices.tasks),
    )
    for finding in [found for number, found in enumerate(draft.findings) if number in choices.slips]:
        decided = corrected(decided, finding)
    return decided


def with_parts(target: TargetDraft, statement: Statement, group: str) -> TargetDraft:
    """The target as a person sees it; what is otherwise than the words say is given beside them."""
    given = tuple(
        part.name
        for part in fields(Statement)
        if getattr(statement, part.name) != getattr(target.statement, part.name)
    )
    return replace(target, statement=statement, group=group, is_doubtful=False, given=given)


def corrected(draft: ReadDraft, finding: Remark) -> ReadDraft:
    """The suggestion put where the slip stands, everywhere the draft uses those words of that passage."""
    span, right = finding.span, finding.suggestion
    if span is None or not right:
        return draft
    passage = draft.passages[span.passage]
    wrong = finding.message.split("“", 1)[1].split("”", 1)[0]
    at = passage.text.find(wrong)
    if at < 0:
        return draft
    step = len(right) - len(wrong)
    passages = list(draft.passages)
    passages[span.passage] = _written(passage, at, wrong, right)

    def put(text: str) -> str:
        return text.replace(wrong, right, 1)

    def moved(target: TargetDraft) -> TargetDraft:
        spans = tuple(
            replace(
                s,
                start=s.start + (step if s.start > at else 0),
                end=s.end + (step if s.end > at else 0),
            )
            if s.passage == span.passage
            else s
            for s in target.spans
        )
        touches = any(s.passage == span.passage for s in target.spans)
        text = put(target.text) if touches else target.text
        return replace(target, text=text, spans=spans)

    return replace(
        draft,
        passages=tuple(passages),
        **_head_with(draft, draft.roles[span.passage], put),
        citations=tuple(
            replace(act, text=put(act.text)) if act.span and act.span.passage == span.passage else act
            for act in draft.citations
        ),
        sections=tuple(
            replace(section, heading=put(section.heading)) if section.heading_at == span.passage else section
            for section in draft.sections
        ),
        targets=tuple(moved(target) for target in draft.targets),
        tasks=tuple(
            replace(task, unit=put(task.unit), partners=put(task.partners), product=put(task.product))
            if span.passage in task.passages
            else task
            for task in draft.tasks
        ),
        charges=tuple(
            replace(charge, unit=put(charge.unit)) if charge.place == span.passage else charge
            for charge in draft.charges
        ),
    )


def _head_with(draft: ReadDraft, role: PassageRole, put: Callable[[str], str]) -> dict[str, Any]:
    """The fields outside the body that hold the words of a passage of this role."""
    if role is PassageRole.TITLE:
        return {"title": put(draft.title)}
    names = {PassageRole.ADDRESSEE: "addressees", PassageRole.RECIPIENT: "recipients"}
    if role in names:
        return {names[role]: tuple(put(line) for line in getattr(draft, names[role]))}
    return {}


def _written(passage: Passage, at: int, wrong: str, right: str) -> Passage:
    return replace(
        passage,
        text=passage.text[:at] + right + passage.text[at + len(wrong) :],
        looks=tuple(replace(look, text=look.text.replace(wrong, right, 1)) for look in passage.looks),
    )
