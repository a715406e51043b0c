"""Lines → `ReadDraft`: head, opening, parts, foot, and what is worth a second look. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Any

from childlabour.core.vietnamese import YEAR_AHEAD, search_key
from plans.citing.act import NamedAct, Span
from targets.language.assigning import names_unit
from targets.language.deadlines import when
from targets.language.lexicon import acts, headings
from targets.language.lexicon.agencies import ISSUERS_IN_PLANS, issuer_of
from targets.language.lexicon.patterns import any_of, either_case, folded

from .article import Article, article_of, looks_like_plan
from .marks.duties import Duties, tasks_of
from .marks.goals import YearsOfGoals, goals_of, period_in
from .marks.tables import cells_by_table, table_tasks
from .parts.basis import misspelt_in, named_in, opening_of, parent_of, with_named
from .parts.draft import PartKind, PassageRole, ReadDraft, Remark, SectionDraft, TaskDraft, Weight
from .parts.ending import Foot, foot_of, names_annex
from .parts.letterhead import Head, head_of, refused_kind
from .parts.marks_of_handling import handling_in
from .parts.names import title_in_a_sentence
from .parts.outline import Part, first_heading, parts_of, with_headings_apart
from .review.remarking import HEAD_MISSING, missing, ordered, remarks, seen_in
from .sources.lines import Source
from .sources.refusing import Unreadable
from .text.cleaning import CONTACT
from .text.markers import Rank
from .text.passages import Passage, passages_of
from .text.words import is_capitals

_CLOSING = re.compile(
    rf"{any_of(folded(headings.CLOSING))}|yeu cau cac .{{0,80}}{any_of(folded(headings.URGING))}|ubnd .{{0,60}}yeu cau"
)
_UNIT_MAKES = re.compile(
    rf"(?P<name>{issuer_of(ISSUERS_IN_PLANS)}\b[^.;:]{{0,100}}?)\s?,?\s{any_of(acts.MAKING)}\s[Kk]ế hoạch"
)


def draft_of(source: Source) -> ReadDraft:
    """The plan that a source holds; raises `Unreadable` when it holds none."""
    passages = passages_of(source)
    if not any(not passage.left_out for passage in passages):
        raise Unreadable("empty")
    if refused_kind(passages):
        raise Unreadable("other_kind")
    head = head_of(passages)
    draft = (
        _document(source, with_headings_apart(passages)) if head.is_document else _retold(source, passages)
    )
    return replace(draft, findings=ordered((*draft.findings, *remarks(source), *seen_in(draft))))


# --- A document ---------------------------------------------------------------------------------------


@dataclass
class _Body:
    """What stands under a head: the opening, the parts, the foot."""

    foot: Foot
    parts: list[Part]
    closing: list[int]
    roles: dict[int, PassageRole]
    opening: list[int] = field(default_factory=list)
    preamble: list[int] = field(default_factory=list)
    citations: tuple[NamedAct, ...] = ()

    def fields(self, passages: tuple[Passage, ...], title: str) -> dict[str, Any]:
        above = parent_of(passages, self.preamble, self.citations, title)
        return {
            "citations": with_named(self.citations, above, named_in(passages, self.preamble)),
            "parent": above,
            "recipients": self.foot.recipients,
            "signer": self.foot.signer,
            "beside": self.foot.beside,
        }


def _body_of(passages: tuple[Passage, ...], start: int, roles: dict[int, PassageRole]) -> _Body:
    foot = foot_of(passages, start)
    closing = _closing(passages, start, foot.start)
    parts = parts_of(passages, start, min([foot.start, *closing]))
    body = _Body(foot, parts, closing, {**roles, **foot.roles})
    if parts and parts[0].heading_at is None:
        body.opening = parts.pop(0).passages
    body.citations, body.preamble = opening_of(passages, body.opening)
    cited = {act.span.passage for act in body.citations if act.span}
    body.roles |= {p: PassageRole.CITATION if p in cited else PassageRole.PREAMBLE for p in body.opening}
    if not parts and body.preamble:
        body.parts, body.preamble = _unheaded(passages, body.preamble, body.roles)
    body.roles |= dict.fromkeys(closing, PassageRole.CLOSING)
    body.parts += _annexes(passages, foot)
    return body


def _document(source: Source, passages: tuple[Passage, ...]) -> ReadDraft:
    head = head_of(passages)
    body = _body_of(passages, head.end, head.roles)
    title = head.title or _title_in(passages, body.preamble)
    period = _since_issue(period_in(title, *(passages[p].text for p in body.preamble)), head.date)
    period = replace(period, issued=head.date.year if head.date else None)
    issuer = head.issuer or _issuer_in(passages, [*body.preamble, *body.opening])
    return _drawn_up(
        source,
        passages,
        body.roles,
        body.parts,
        period,
        kind=head.kind,
        number=head.number,
        symbol=head.symbol,
        issuer=issuer,
        superior=head.superior,
        place=head.place,
        date=head.date,
        title=title,
        addressees=head.addressees,
        findings=(*missing(head, issuer, body.foot, period), *_in_capitals(passages, head)),
        **body.fields(passages, title),
    )


_PLANNED = re.compile(
    r"(?:ban hành|xây dựng)\s+[Kk]ế hoạch\s+(?P<title>[^;:]{15,400}?)"
    rf"\s*,?\s*(?:\([^)]{{1,80}}\)\s*)?,?\s*{any_of(acts.BEHIND_A_TITLE)}"
)


def _in_capitals(passages: tuple[Passage, ...], head: Head) -> Iterator[Remark]:
    """A title in capitals, offered as a sentence writes it: registers and lists print it so."""
    if not is_capitals(head.title):
        return
    texts = (*(passage.text for passage in passages), f"tại {head.place}", f"của {head.issuer}")
    right = title_in_a_sentence(head.title, texts)
    first = next((place for place, role in head.roles.items() if role is PassageRole.TITLE), None)
    yield Remark(
        "title_in_capitals",
        f"Trích yếu viết hoa toàn bộ. Trong sổ và danh sách nên viết như câu thường: “{right}”.",
        Weight.DOUBT,
        None if first is None else Span(first),
        right,
    )


def _title_in(passages: tuple[Passage, ...], preamble: list[int]) -> str:
    """Without a title of its own: what the opening says the plan is for."""
    for place in preamble:
        if found := _PLANNED.search(passages[place].text):
            return found["title"][:1].upper() + found["title"][1:].strip(" ,")
    return ""


def _unheaded(
    passages: tuple[Passage, ...], preamble: list[int], roles: dict[int, PassageRole]
) -> tuple[list[Part], list[int]]:
    """A body without headings: the first paragraph opens, the rest is one part."""
    counted = [passages[p].text for p in preamble[1:] if passages[p].rank is Rank.NUMBER]
    to_units = len(counted) > 1 and all(names_unit(text) for text in counted)
    part = Part(None, preamble[1:], kind=PartKind.ORGANISATION if to_units else PartKind.TASKS)
    for place in part.passages:
        roles[place] = PassageRole.TEXT
    return ([part] if part.passages else []), preamble[:1]


def _closing(passages: tuple[Passage, ...], start: int, end: int) -> list[int]:
    """The last sentences of the body: "Trên đây là Kế hoạch …./."."""
    live = [place for place in range(start, end) if not passages[place].left_out]
    for place in live[-5:]:
        passage = passages[place]
        if passage.rank is Rank.NONE and passage.table <= 0 and _CLOSING.match(search_key(passage.text)):
            return [p for p in live if p >= place]
    if not live or live[-1] == start:
        return []
    above, last = passages[live[-1] - 1], passages[live[-1]]
    is_said_under_a_heading = above.rank is not Rank.NONE and not above.text.endswith((".", ";", "!"))
    ends_the_plan = last.text.endswith("./.") and "kế hoạch" in last.text.lower() and len(last.text) < 400
    return live[-1:] if ends_the_plan and last.rank is Rank.NONE and not is_said_under_a_heading else []


def _annexes(passages: tuple[Passage, ...], foot: Foot) -> list[Part]:
    """Everything behind the foot; each line that names an annex begins another."""
    live = [place for place in range(foot.end, len(passages)) if not passages[place].left_out]
    starts = [place for place in live[1:] if names_annex(passages[place])]
    return [
        Part(start, [place for place in live if start < place < end], is_annex=True)
        for start, end in pairwise([*live[:1], *starts, len(passages)])
    ]


def _issuer_in(passages: tuple[Passage, ...], places: list[int]) -> str:
    """Without a letterhead: who says that it makes the plan."""
    for place in places:
        names = [found["name"] for found in _UNIT_MAKES.finditer(passages[place].text)]
        if names:
            return re.split(r"[,;]\s+", names[-1])[-1].strip()
    return ""


# --- A text about a plan ------------------------------------------------------------------------------


def _retold(source: Source, passages: tuple[Passage, ...]) -> ReadDraft:
    if not looks_like_plan(passages):
        raise Unreadable("not_a_plan")
    article = article_of(passages)
    if (start := first_heading(with_headings_apart(passages))) is not None:
        return _headless(source, with_headings_apart(passages), article, start)
    roles = dict(article.roles) | dict.fromkeys(article.preamble, PassageRole.PREAMBLE)
    live = " ".join(passage.text for passage in passages if not passage.left_out)
    period = _period_retold(article, live)
    return _drawn_up(
        source,
        passages,
        roles,
        article.parts,
        period,
        is_article=True,
        kind=article.kind,
        number=article.number,
        symbol=article.symbol,
        issuer=article.issuer,
        date=article.date,
        title=article.title,
        findings=tuple(article.findings),
    )


def _headless(source: Source, passages: tuple[Passage, ...], article: Article, start: int) -> ReadDraft:
    """The body of a plan, copied without its head: what stands before its first part opens it."""
    headline = next(iter(article.roles), None)
    above = [p for p in range(start) if not passages[p].left_out and p != headline]
    body = _body_of(passages, start, {})
    body.citations, body.preamble = opening_of(passages, above)
    cited = {act.span.passage for act in body.citations if act.span}
    body.roles |= {
        p: PassageRole.CITATION if p in cited else PassageRole.PREAMBLE for p in above
    } | article.roles
    title = article.title or _title_in(passages, body.preamble)
    return _drawn_up(
        source,
        passages,
        body.roles,
        body.parts,
        _period_retold(article, " ".join(passages[p].text for p in (*above, start))),
        kind=article.kind,
        number=article.number,
        symbol=article.symbol,
        issuer=article.issuer or _issuer_in(passages, above),
        date=article.date,
        title=title,
        findings=(HEAD_MISSING,),
        **body.fields(passages, title),
    )


def _since_issue(period: YearsOfGoals, day: date | None) -> YearsOfGoals:
    if period.first is None and period.last and day:
        return replace(period, first=min(day.year, period.last))
    return period


_AIMED_YEAR = re.compile(rf"{any_of(either_case(headings.AIMING))}[^.;:%]{{0,40}}?\bnăm ({YEAR_AHEAD})\s*:")


def _period_retold(article: Article, text: str) -> YearsOfGoals:
    """A running text names years before and after the plan; it spans at least the year of its issue."""
    titled = period_in(article.title)
    if titled.last:
        return _since_issue(titled, article.date)
    period = period_in(text)
    aimed = [int(year) for year in _AIMED_YEAR.findall(text)]
    if period.first == period.last and not article.date:
        period = replace(period, first=None)  # one year of many that the text names
    if period.first and aimed:  # "Mục tiêu đến năm 2020: …; giai đoạn 2021 - 2025: …"
        period = replace(period, first=min(period.first, *aimed))
    if period.first and period.first == period.last and article.date:
        issued = article.date.year  # "Năm 2023, huyện đã hỗ trợ …": no plan is due before it was issued
        return replace(period, first=min(period.first, issued), last=max(period.last, issued))
    return period


# --- Both ---------------------------------------------------------------------------------------------


def _drawn_up(
    source: Source,
    passages: tuple[Passage, ...],
    roles: dict[int, PassageRole],
    parts: list[Part],
    period: YearsOfGoals,
    *,
    is_article: bool = False,
    findings: tuple[Remark, ...] = (),
    **fields: Any,
) -> ReadDraft:
    year = period.last if period.first == period.last else None
    goals = goals_of(passages, parts, period, is_article)
    duties = Duties()
    for section, part in enumerate(parts):
        duties.add(tasks_of(passages, part, section, year))
        duties.tasks += _tasks_of_tables(passages, part, section, year)
    said = _all_roles(passages, roles, parts)
    return ReadDraft(
        origin=source.origin,
        passages=passages,
        roles=said,
        handling=handling_in(passages, said),
        sections=tuple(_section(passages, part) for part in parts),
        targets=tuple(goals.targets),
        tasks=tuple(duties.tasks),
        charges=tuple(duties.charges),
        units=tuple(dict.fromkeys(duties.units)),
        findings=(*findings, *goals.findings, *misspelt_in(fields.get("citations", ()))),
        is_article=is_article,
        tables=source.tables,
        **fields,
    )


def _tasks_of_tables(
    passages: tuple[Passage, ...], part: Part, section: int, year: int | None
) -> Iterator[TaskDraft]:
    for cells in cells_by_table(passages, part.passages).values():
        for row in table_tasks(cells):
            due = when(row.due, year)
            yield TaskDraft(
                heading=row.text,
                unit=row.unit,
                partners=row.partners,
                due=due.day,
                due_text=due.text,
                product=row.product,
                section=section,
                passages=row.places,
            )


def _section(passages: tuple[Passage, ...], part: Part) -> SectionDraft:
    heading = passages[part.heading_at] if part.heading_at is not None else None
    return SectionDraft(
        heading=heading.text.rstrip(" :.") if heading else "",
        mark=heading.mark if heading else "",
        kind=part.kind,
        passages=tuple(part.passages),
        heading_at=part.heading_at,
        is_annex=part.is_annex,
        reports_situation=part.reports_situation,
    )


def _all_roles(
    passages: tuple[Passage, ...], roles: dict[int, PassageRole], parts: list[Part]
) -> tuple[PassageRole, ...]:
    said = dict(roles)
    for part in parts:
        said |= dict.fromkeys(part.passages, PassageRole.ANNEX if part.is_annex else PassageRole.TEXT)
        if part.heading_at is not None:
            said[part.heading_at] = PassageRole.ANNEX if part.is_annex else PassageRole.HEADING
    return tuple(
        (PassageRole.CONTACT if passage.left_out == CONTACT else PassageRole.LEFT_OUT)
        if passage.left_out
        else said.get(place, PassageRole.NOTE)
        for place, passage in enumerate(passages)
    )
