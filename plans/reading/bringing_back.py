"""A passage that was left out of a draft, brought back by a person: its words are of the document again. Pure."""

from bisect import insort
from collections.abc import Collection
from dataclasses import replace

from .marks.goals import goals_of, period_in
from .parts.draft import PartKind, PassageRole, ReadDraft, Remark, SectionDraft, TargetDraft
from .parts.outline import Part

_IN_THE_BODY = (
    PassageRole.PREAMBLE,
    PassageRole.HEADING,
    PassageRole.TEXT,
    PassageRole.CLOSING,
    PassageRole.ANNEX,
)


def brought_back(draft: ReadDraft, places: Collection[int]) -> ReadDraft:
    """The draft with the left-out passages `places` among its words, each where it stood.

    Their targets come behind those that are there, and no finding goes: numbers that a page holds stay true.
    """
    back = sorted(place for place in places if draft.passages[place].left_out)
    passages = tuple(
        replace(passage, left_out="") if place in back else passage
        for place, passage in enumerate(draft.passages)
    )
    draft = replace(draft, passages=passages, roles=_roles(draft, back), findings=_findings(draft, back))
    for place in back:
        section = _section_above(draft, place)
        targets = _targets(draft, place, section)
        draft = replace(draft, sections=_sections(draft, place, section), targets=(*draft.targets, *targets))
    return draft


def _roles(draft: ReadDraft, back: list[int]) -> tuple[PassageRole, ...]:
    roles = list(draft.roles)
    for place in back:
        above = next((role for role in reversed(roles[:place]) if role in _IN_THE_BODY), PassageRole.PREAMBLE)
        inside = above in (PassageRole.ANNEX, PassageRole.PREAMBLE)
        roles[place] = above if inside else PassageRole.TEXT
    return tuple(roles)


def _findings(draft: ReadDraft, back: list[int]) -> tuple[Remark, ...]:
    return tuple(
        replace(finding, code="brought_back", message="Đã đưa lại vào văn bản.")
        if finding.code == "left_out" and finding.span and finding.span.passage in back
        else finding
        for finding in draft.findings
    )


def _section_above(draft: ReadDraft, place: int) -> int | None:
    """The part that the passage stands in; none above the first."""
    begun = [
        number
        for number, section in enumerate(draft.sections)
        for first in (section.heading_at, *section.passages[:1])
        if first is not None and first < place
    ]
    return begun[-1] if begun else None


def _targets(draft: ReadDraft, place: int, section: int | None) -> tuple[TargetDraft, ...]:
    said = draft.sections[section] if section is not None else SectionDraft("", PartKind.PROSE)
    part = Part(None, [place], said.kind, said.reports_situation, said.is_annex)
    found = goals_of(draft.passages, [part], period_in(draft.title, *draft.preamble), draft.is_article)
    return tuple(replace(target, section=section or 0) for target in found.targets)


def _sections(draft: ReadDraft, place: int, section: int | None) -> tuple[SectionDraft, ...]:
    sections = list(draft.sections)
    if section is not None:
        places = list(sections[section].passages)
        insort(places, place)
        sections[section] = replace(sections[section], passages=tuple(places))
    return tuple(sections)
