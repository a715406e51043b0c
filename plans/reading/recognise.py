"""Lines → `PlanDraft`: head, opening, parts, foot, and what is worth a second look. Pure."""

import re
from dataclasses import replace

from childlabour.core.vietnamese import search_key
from plans.citing.acts import CITES, carried_out_in, citations_in, names_act

from .article import Article, article_of, looks_like_plan
from .draft import Act, Finding, PlanDraft, Role, SectionDraft, SectionKind, Span, TaskDraft, Weight
from .duties import Duties, due_in, names_unit, report_days, tasks_of
from .ending import Foot, foot_of
from .goals import Period, goals_of, period_in
from .letterhead import Head, head_of, refused_kind
from .lines import Source
from .markers import Rank
from .outline import Part, parts_of, with_headings_apart
from .passages import Passage, passages_of
from .refusing import Unreadable
from .slips import slips_in
from .tables import table_tasks

_CLOSING = re.compile(
    r"tren day la|tren co so (?:ke hoach|noi dung)|yeu cau cac .{0,80}(?:nghiem tuc|trien khai)"
    r"|ubnd .{0,60}yeu cau"
)
_UNIT_MAKES = re.compile(
    r"(?P<name>(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Phòng|Ban [Cc]hỉ đạo|Liên đoàn|Hội|Công đoàn|Bộ"
    r"|Trường)\b[^.;:]{0,100}?)"
    r"\s*,?\s+(?:xây dựng|ban hành|triển khai)\s+[Kk]ế hoạch"
)
_MODEL = re.compile(r"\b[Mm]ô hình\s+[^.;:]{10,160}")


def draft_of(source: Source) -> PlanDraft:
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
    return replace(draft, findings=_ordered((*draft.findings, *_remarks(source), *_seen_in(draft))))


# --- A document ---------------------------------------------------------------------------------------


def _document(source: Source, passages: tuple[Passage, ...]) -> PlanDraft:
    head = head_of(passages)
    foot = foot_of(passages, head.end)
    roles = {**head.roles, **foot.roles}
    closing = _closing(passages, head.end, foot.start)
    parts = parts_of(passages, head.end, min([foot.start, *closing]))
    opening: list[int] = []
    if parts and parts[0].heading_at is None:
        opening = parts.pop(0).passages
    citations, preamble = _opening(passages, opening)
    for place in opening:
        roles[place] = Role.CITATION if any(act.span.passage == place for act in citations) else Role.PREAMBLE
    if not parts and preamble:
        parts, preamble = _unheaded(passages, preamble, roles)
    roles |= dict.fromkeys(closing, Role.CLOSING)
    if foot.end < len(passages):
        parts.append(_annex(passages, foot))
    period = period_in(head.title, *(passages[p].text for p in preamble))
    issuer = head.issuer or _issuer_in(passages, [*preamble, *opening])
    parent = _parent(passages, preamble, citations)
    return _drawn_up(
        source,
        passages,
        roles,
        parts,
        period,
        kind=head.kind,
        number=head.number,
        symbol=head.symbol,
        issuer=issuer,
        superior=head.superior,
        place=head.place,
        date=head.date,
        title=head.title,
        addressees=head.addressees,
        citations=_with_named(citations, parent, _named(passages, preamble)),
        preamble=tuple(passages[p].whole for p in preamble),
        parent=parent,
        closing=tuple(passages[p].whole for p in closing),
        recipients=foot.recipients,
        signer=foot.signer,
        findings=tuple(_missing(head, issuer, foot, period)),
    )


def _opening(passages: tuple[Passage, ...], places: list[int]) -> tuple[tuple[Act, ...], list[int]]:
    """The căn cứ, and the paragraphs that open the body."""
    citations: list[Act] = []
    preamble: list[int] = []
    for place in places:
        text = passages[place].text
        listed = not preamble and text.rstrip().endswith((";", "; ;")) and place != places[-1]
        if CITES.match(text) or (listed and (citations or names_act(text))):
            citations.extend(citations_in(text, place))
        else:
            preamble.append(place)
    return tuple(citations), preamble


def _unheaded(
    passages: tuple[Passage, ...], preamble: list[int], roles: dict[int, Role]
) -> tuple[list[Part], list[int]]:
    """A body without headings: the first paragraph opens, the rest is one part."""
    counted = [passages[p].text for p in preamble[1:] if passages[p].rank is Rank.NUMBER]
    to_units = len(counted) > 1 and all(names_unit(text) for text in counted)
    part = Part(None, preamble[1:], kind=SectionKind.ORGANISATION if to_units else SectionKind.TASKS)
    for place in part.passages:
        roles[place] = Role.TEXT
    return ([part] if part.passages else []), preamble[:1]


def _closing(passages: tuple[Passage, ...], start: int, end: int) -> list[int]:
    """The last sentences of the body: "Trên đây là Kế hoạch …./."."""
    live = [place for place in range(start, end) if not passages[place].left_out]
    for place in live[-5:]:
        passage = passages[place]
        if passage.rank is Rank.NONE and passage.table <= 0 and _CLOSING.match(search_key(passage.text)):
            return [p for p in live if p >= place]
    if (
        live
        and live[-1] > start
        and passages[live[-1]].text.endswith("./.")
        and passages[live[-1]].rank is Rank.NONE
    ):
        return (
            live[-1:]
            if len(passages[live[-1]].text) < 400 and "kế hoạch" in passages[live[-1]].text.lower()
            else []
        )
    return []


def _annex(passages: tuple[Passage, ...], foot: Foot) -> Part:
    places = [place for place in range(foot.end, len(passages)) if not passages[place].left_out]
    return Part(places[0], places[1:], is_annex=True) if places else Part(None, [])


def _issuer_in(passages: tuple[Passage, ...], places: list[int]) -> str:
    """Without a letterhead: who says that it makes the plan."""
    for place in places:
        names = [found["name"] for found in _UNIT_MAKES.finditer(passages[place].text)]
        if names:
            return re.split(r"[,;]\s+", names[-1])[-1].strip()
    return ""


def _parent(passages: tuple[Passage, ...], preamble: list[int], citations: tuple[Act, ...]) -> Act | None:
    """The upper plan it carries out: first a plan that the opening names, then one among the căn cứ."""
    named = _named(passages, preamble)
    for acts in (named, list(reversed(citations))):
        for act in acts:
            if act.kind.startswith("Kế hoạch"):
                return act
    programmes = [act for act in (*named, *reversed(citations)) if act.kind in _PROGRAMMES and act.number]
    return programmes[0] if programmes else None


def _named(passages: tuple[Passage, ...], preamble: list[int]) -> list[Act]:
    """What the opening says it carries out."""
    return [act for place in preamble if (act := carried_out_in(passages[place].text, place))]


# What a plan may carry out when no upper plan is named; a letter or a law is a reason, not a parent.
_PROGRAMMES = frozenset(
    {"Quyết định", "Chương trình", "Chương trình hành động", "Chỉ thị", "Nghị quyết", "Đề án"}
)


def _with_named(citations: tuple[Act, ...], parent: Act | None, named: list[Act]) -> tuple[Act, ...]:
    """The căn cứ, then what the opening carries out."""
    carried = [parent, *named] if parent else named
    return tuple(dict.fromkeys((*citations, *carried)))


def _missing(head: Head, issuer: str, foot: Foot, period: Period):
    said = (
        (head.has_number_line and not head.number, "number_blank", "Số văn bản còn để trống."),
        (
            not head.has_number_line,
            "number_missing",
            "Không thấy dòng số, ký hiệu. Bổ sung nếu văn bản đã có số.",
        ),
        (head.date is None, "date_missing", "Không thấy ngày ban hành. Bổ sung nếu văn bản đã ban hành."),
        (not head.title, "title_missing", "Không thấy trích yếu dưới tên loại. Nhập trích yếu."),
        (not head.issuer and issuer, "issuer_from_text", f"Tên cơ quan lấy từ câu mở đầu: “{issuer}”."),
        (not issuer, "issuer_missing", "Không thấy tên cơ quan ban hành. Chọn cơ quan trước khi lưu."),
        (
            period.last is None,
            "period_missing",
            "Không thấy năm hoặc giai đoạn trong trích yếu. Nhập kỳ của kế hoạch.",
        ),
        (not foot.recipients, "recipients_missing", "Không thấy nơi nhận. Bổ sung trước khi trình."),
        (not foot.signer.lines, "authority_missing", "Không thấy quyền hạn, chức vụ người ký."),
        (bool(foot.signer.lines) and not foot.signer.name, "signer_missing", "Không thấy họ tên người ký."),
    )
    for is_so, code, message in said:
        if is_so:
            doubt = code in ("issuer_from_text", "issuer_missing", "period_missing", "title_missing")
            yield Finding(code, message, Weight.DOUBT if doubt else Weight.MISSING)


# --- A text about a plan ------------------------------------------------------------------------------


def _retold(source: Source, passages: tuple[Passage, ...]) -> PlanDraft:
    if not looks_like_plan(passages):
        raise Unreadable("not_a_plan")
    article = article_of(passages)
    roles = dict(article.roles) | dict.fromkeys(article.preamble, Role.PREAMBLE)
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
        preamble=tuple(passages[p].whole for p in article.preamble),
        findings=tuple(article.findings),
    )


def _period_retold(article: Article, text: str) -> Period:
    """A running text names years before and after the plan; it spans at least the year of its issue."""
    titled = period_in(article.title)
    if titled.last:
        return titled
    period = period_in(text)
    if period.first and period.first == period.last and article.date:
        issued = article.date.year  # "Năm 2023, huyện đã hỗ trợ …": no plan is due before it was issued
        return replace(period, first=min(period.first, issued), last=max(period.last, issued))
    return period


# --- Both ---------------------------------------------------------------------------------------------


def _drawn_up(
    source: Source,
    passages: tuple[Passage, ...],
    roles: dict[int, Role],
    parts: list[Part],
    period: Period,
    *,
    is_article: bool = False,
    findings: tuple[Finding, ...] = (),
    **fields,
) -> PlanDraft:
    year = period.last if period.first == period.last else None
    goals = goals_of(passages, parts, period, is_article)
    duties = Duties()
    for section, part in enumerate(parts):
        found = tasks_of(passages, part, section, year)
        duties.tasks += [*found.tasks, *_tasks_of_tables(passages, part, section, year)]
        duties.units += found.units
    return PlanDraft(
        origin=source.origin,
        passages=passages,
        roles=_all_roles(passages, roles, parts),
        sections=tuple(_section(passages, part) for part in parts),
        targets=tuple(goals.targets),
        tasks=tuple(duties.tasks),
        units=tuple(dict.fromkeys(duties.units)),
        findings=(*findings, *goals.findings),
        is_article=is_article,
        **fields,
    )


def _tasks_of_tables(passages: tuple[Passage, ...], part: Part, section: int, year: int | None):
    tables = dict.fromkeys(passages[p].table for p in part.passages if passages[p].table > 0)
    for table in tables:
        cells = [(p, passages[p]) for p in part.passages if passages[p].table == table]
        for row in table_tasks(cells):
            yield TaskDraft(
                heading=row.text,
                unit=row.unit,
                partners=row.partners,
                due=due_in(row.due, year, bare=True),
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


def _all_roles(passages: tuple[Passage, ...], roles: dict[int, Role], parts: list[Part]) -> tuple[Role, ...]:
    said = dict(roles)
    for part in parts:
        said |= dict.fromkeys(part.passages, Role.ANNEX if part.is_annex else Role.TEXT)
        if part.heading_at is not None:
            said[part.heading_at] = Role.ANNEX if part.is_annex else Role.HEADING
    return tuple(
        Role.LEFT_OUT if passage.left_out else said.get(place, Role.NOTE)
        for place, passage in enumerate(passages)
    )


def _remarks(source: Source):
    if "tracked_changes" in source.remarks:
        yield Finding(
            "tracked_changes",
            "Tệp Word còn theo dõi thay đổi; đã đọc như khi chấp nhận mọi thay đổi. Kiểm tra lại các chỗ đã "
            "sửa.",
            Weight.DOUBT,
        )


_REASONS = {
    "page_number": "Số trang, không thuộc nội dung văn bản.",
    "debris": "Đường kẻ hoặc ký hiệu trang trí, không thuộc nội dung văn bản.",
    "menu": "Trình đơn hoặc nút bấm của trang web, không thuộc nội dung văn bản.",
    "other_news": "Tin khác trên cùng trang web, không thuộc nội dung văn bản.",
    "credit": "Nguồn tin, ngày đăng hoặc chú thích ảnh, không thuộc nội dung văn bản.",
    "stamp": "Dấu chữ ký số, không thuộc nội dung văn bản.",
}


def _seen_in(draft: PlanDraft):
    year = draft.date.year if draft.date else None
    for place, passage in enumerate(draft.passages):
        if passage.left_out:
            yield Finding("left_out", _REASONS[passage.left_out], Weight.NOTE, Span(place))
            continue
        yield from slips_in(passage.text, place)
        if draft.roles[place] in (Role.TEXT, Role.CLOSING):
            if days := report_days(passage.text, year):
                listed = ", ".join(day.strftime("%d/%m/%Y") for day in days)
                yield Finding("report_duty", f"Chế độ báo cáo, hạn: {listed}.", Weight.NOTE, Span(place))
            for found in _MODEL.finditer(passage.text):
                yield Finding(
                    "model",
                    "Mô hình được nêu trong văn bản.",
                    Weight.NOTE,
                    Span(place, found.start(), found.end()),
                )
    for target in draft.targets:
        if target.is_doubtful:
            yield Finding(
                "target_doubtful",
                "Kiểm tra: câu này có phải là chỉ tiêu không.",
                Weight.DOUBT,
                target.spans[0],
            )
    if any(section.is_annex for section in draft.sections):
        yield Finding(
            "annex", "Văn bản có phụ lục; nội dung phụ lục được giữ thành một phần riêng.", Weight.DOUBT
        )


_ORDER = {Weight.DOUBT: 0, Weight.MISSING: 1, Weight.NOTE: 2}


def _ordered(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Doubtful ones first, then what is missing, then notes; each kind in the order of the text."""
    return tuple(sorted(findings, key=lambda f: (_ORDER[f.weight], f.span.passage if f.span else -1)))
