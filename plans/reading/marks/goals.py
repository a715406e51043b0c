"""The targets of a draft, each in its part, under its objective, with its year. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from childlabour.core.vietnamese import PERCENT, YEAR_AHEAD, search_key
from plans.citing.act import Span
from plans.reading.parts.draft import PartKind, Remark, TargetDraft, Weight
from plans.reading.parts.outline import Part
from plans.reading.sources.lines import LinePlace
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_finished
from targets.language.lexicon import objectives
from targets.language.lexicon.counting import HOW_OFTEN, SHARES
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.times import IN_A_HEADING, PERIODS
from targets.language.people import becomes
from targets.statements import Comparator, Found, Statement, find

from .groups import NONE, ObjectiveHeading, code_of_target, group_of_heading, inline_groups
from .tables import cells_by_table, is_scored, table_targets


@dataclass(frozen=True)
class YearsOfGoals:
    first: int | None = None
    last: int | None = None
    orientation: int | None = None
    issued: int | None = None  # the year of the document itself


_SPAN = re.compile(
    rf"{any_of(PERIODS)}?\s?({YEAR_AHEAD})\s*(?:[-–—]|đến(?: năm)?)\s*({YEAR_AHEAD})", re.IGNORECASE
)
_FAR = re.compile(rf"(?:định hướng|tầm nhìn)[^.;]{{0,30}}?({YEAR_AHEAD})", re.IGNORECASE)
_UNTIL = re.compile(rf"đến(?: hết| cuối)? năm\s+({YEAR_AHEAD})", re.IGNORECASE)
_DAY = re.compile(rf"ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{YEAR_AHEAD}", re.IGNORECASE)  # of an act
_OF_YEAR = re.compile(rf"\bnăm\s+({YEAR_AHEAD})\b", re.IGNORECASE)


def period_in(*texts: str) -> YearsOfGoals:
    """The years a title names: "giai đoạn 2021 - 2025, định hướng đến năm 2030", "năm 2024"."""
    for text in (_DAY.sub("", text) for text in texts):
        span, far, until = _SPAN.search(text), _FAR.search(text), _UNTIL.search(text)
        years = [int(year) for year in _OF_YEAR.findall(text)]
        near = [year for year in years if not far or year != int(far[1])]
        orientation = int(far[1]) if far else None
        if span and int(span[2]) >= int(span[1]) and (orientation is None or int(span[2]) <= orientation):
            return YearsOfGoals(int(span[1]), int(span[2]), orientation)
        if near and until and int(until[1]) == near[-1] and len(near) == 1:
            return YearsOfGoals(
                None, near[-1], orientation
            )  # "đến năm 2025": from when, the day of issue says
        if near:
            return YearsOfGoals(near[-1], near[-1], orientation)
    return YearsOfGoals()


@dataclass
class Goals:
    targets: list[TargetDraft]
    findings: list[Remark]


def goals_of(
    passages: tuple[Passage, ...], parts: list[Part], period: YearsOfGoals, is_article: bool
) -> Goals:
    goals = Goals([], [])
    promised = any(
        find(passages[place].text)
        for part in parts
        if part.kind is PartKind.OBJECTIVES
        for place in part.passages
    )
    seen: set[tuple[object, ...]] = set()
    for section, part in enumerate(parts):
        for target in _of_part(passages, part, section, period, is_article, promised, goals.findings):
            sign = _identity(target)
            if sign in seen and (part.is_annex or passages[target.spans[0].passage].table > 0):
                continue  # the annex repeats the targets of the body as a table
            seen.add(sign)
            goals.targets.append(target)
    return goals


def _identity(target: TargetDraft) -> tuple[object, ...]:
    return search_key(target.text).strip(" .;"), target.statement.value, target.statement.horizon


def _of_part(
    passages: tuple[Passage, ...],
    part: Part,
    section: int,
    period: YearsOfGoals,
    is_article: bool,
    promised: bool,
    findings: list[Remark],
) -> Iterator[TargetDraft]:
    group, is_general = NONE, False
    year: _Above | None = None
    tables_done: set[int] = set()
    tables = cells_by_table(passages, part.passages)
    for place in part.passages:
        passage = passages[place]
        if passage.table > 0:
            if passage.table not in tables_done:
                tables_done.add(passage.table)
                yield from _of_table(passages, part, tables[passage.table], section, group, period)
            continue
        heading = group_of_heading(passage) if part.kind is PartKind.OBJECTIVES or is_article else None
        year = _year_above(passage, year)
        found = () if passage.place is LinePlace.NOTE else find(passage.text, since=period.first)
        if heading is not None and not found:
            group = heading
            is_general = _is_general(passage, is_general)
            continue
        inside = inline_groups(passage.text) if part.kind is PartKind.OBJECTIVES or is_article else []
        is_general = _is_general(passage, is_general)
        for item in found:
            if is_general and item.statement.value is None:
                continue  # "hạn chế đến mức thấp nhất …" of the general aim is what the targets together do
            here = [opened for start, opened in inside if start <= item.start]
            under = here[-1] if here else group
            listed = is_article and _among_targets(item, found, passage.text)
            if _is_promised(item, part, is_article, promised) or listed:
                due = year.year if year else None
                yield _target(
                    item, passage.text, place, section, under, replace(period, last=due or period.last), part
                )
            else:
                findings.append(_passed_over(item, place, part))
        if inside:
            group = inside[-1][1]
        if part.kind is PartKind.OBJECTIVES and not found:
            yield from _qualitative(passage, place, section, group)


@dataclass(frozen=True)
class _Above:
    """The year that a heading sets for what stands under it: "a) Giai đoạn 2021 - 2025"."""

    rank: Rank
    year: int


_HEADED_YEAR = re.compile(
    rf"(?:giai doan {YEAR_AHEAD} ?- ?|{any_of(folded(IN_A_HEADING))}? ?(?:het |cuoi )?nam )({YEAR_AHEAD})\b"
    r"(?! ?- ?20)[ :.]*$"
)


_BARE_YEARS = re.compile(
    rf"(?:{any_of(folded(IN_A_HEADING))} |tu )?(?:het |cuoi )?(?:nam |giai doan ){YEAR_AHEAD}"
    rf"(?: ?(?:-|den) ?(?:het |cuoi )?(?:nam )?{YEAR_AHEAD})?\s*:"
)


def _year_above(passage: Passage, before: _Above | None) -> _Above | None:
    """Holds for the lines below until a heading of the same rank, or of a higher one."""
    if passage.text.endswith(":") and passage.rank in (Rank.NONE, Rank.DASH, Rank.PLUS):
        key = search_key(passage.text)
        if _BARE_YEARS.fullmatch(key):
            return _Above(Rank.DASH, int(key.rstrip(" :")[-4:]))  # "* Năm 2026:"
    marked = passage.rank not in (Rank.NONE, Rank.DASH, Rank.PLUS)
    if not marked or (is_finished(passage.text) and not passage.text.rstrip().endswith(":")):
        return before if not marked or (before and passage.rank > before.rank) else None
    if found := _HEADED_YEAR.search(search_key(passage.text)):
        return _Above(passage.rank, int(found[1]))
    return before if before and passage.rank > before.rank else None


def _is_general(passage: Passage, before: bool) -> bool:
    """Whether a passage belongs to the general aim: from its heading to the next one."""
    if _GENERAL_AIM.match(search_key(passage.text)):
        return True
    return before and passage.rank in (Rank.NONE, Rank.DASH, Rank.PLUS)


_GENERAL_AIM = re.compile(r"(?:ve )?muc tieu (?:chung|tong quat)\b")


def _is_promised(item: Found, part: Part, is_article: bool, promised: bool) -> bool:
    """Where it stands decides what its words leave open.

    `promised`: the paper has a part of objectives with figures; elsewhere a count is then how often a thing
    is done, and a limit ("sai số không quá 3%") a demand on how.
    """
    if part.reports_situation:
        return False
    if is_article and item.statement.unit != PERCENT:
        return item.certain
    if promised and not is_article and part.kind is not PartKind.OBJECTIVES and not part.is_annex:
        limits = item.statement.comparator is Comparator.AT_MOST and part.kind is PartKind.PROSE
        counted = item.statement.unit not in SHARES.values() and "/" not in item.statement.unit
        counted = counted and bool(item.statement.unit)
        if limits or (counted and not _is_owed(item, part)):
            return False
        if counted:
            return True
    if item.statement.value is None and part.kind is PartKind.PROSE:
        return False  # "hạn chế thấp nhất …" among the purposes
    return item.certain or part.kind is PartKind.OBJECTIVES


def _is_owed(item: Found, part: Part) -> bool:
    """ "mỗi năm ít nhất 12 tin": a count of work that is promised; how often a thing is done is none."""
    said = item.statement
    if said.unit in HOW_OFTEN:
        return False
    if item.aimed or not (said.outcome or said.pace):
        return item.aimed
    by_a_year = said.horizon is not None and said.value is not None and said.value > 1
    return (by_a_year and part.kind is not PartKind.PROSE) or said.comparator in (
        Comparator.AT_LEAST,
        Comparator.ABOVE,
    )


def _among_targets(item: Found, found: tuple[Found, ...], text: str) -> bool:
    """ "10.000 trường học đạt chuẩn; giảm 25% số trẻ em …": a count in one sentence with a target is one."""
    outcome = item.statement.outcome.split()
    if item.certain or not outcome or not becomes(outcome):  # "mở 15 lớp … cho 450 em": work
        return False
    at = found.index(item)
    beside = [other for other in found[max(0, at - MOST_BETWEEN) : at + MOST_BETWEEN + 1] if other.certain]
    return any(". " not in text[min(item.start, o.start) : max(item.end, o.end)] for o in beside)


MOST_BETWEEN = 4  # items of a list between a count and the target that vouches for it


def _passed_over(item: Found, place: int, part: Part) -> Remark:
    reason = (
        "Số liệu này mô tả tình hình nên không lấy làm chỉ tiêu."
        if part.reports_situation or part.kind is PartKind.PROSE
        else "Con số này nói khối lượng công việc nên không lấy làm chỉ tiêu."
    )
    return Remark(
        "figure_not_target",
        f"{reason} Đánh dấu lại nếu đây là chỉ tiêu.",
        Weight.NOTE,
        Span(place, item.start, item.end),
    )


def _target(
    item: Found,
    text: str,
    place: int,
    section: int,
    under: ObjectiveHeading,
    period: YearsOfGoals,
    part: Part,
) -> TargetDraft:
    statement = item.statement
    name = under.name or code_of_target(item.sentence) or code_of_target(text)
    horizon = statement.horizon or _year_of(under) or period.last
    if statement.horizon and period.last and statement.horizon > period.last and under.code.startswith("MT"):
        name = f"DH{statement.horizon}" if statement.horizon == period.orientation else name
    return TargetDraft(
        text=item.sentence,
        statement=replace(statement, horizon=horizon),
        group=name,
        section=section,
        spans=(Span(place, item.start, item.end),),
        is_doubtful=not item.certain or (not under.name and part.kind is not PartKind.OBJECTIVES),
    )


def _year_of(group: ObjectiveHeading) -> int | None:
    return int(group.code[2:]) if group.code.startswith("DH") else None


_GOAL_WORDS = re.compile(
    rf"(?:{any_of(folded(objectives.BEFORE_GOALS))} )?"
    rf"(?:{any_of(folded(objectives.GOAL_VERBS))}|tao |(?:co ban )?khong {any_of(folded(objectives.NOT_TO))})"
)


def _qualitative(
    passage: Passage, place: int, section: int, group: ObjectiveHeading
) -> Iterator[TargetDraft]:
    """A line of the objectives without a figure: a target that is only said."""
    text = passage.text
    if passage.rank not in (Rank.DASH, Rank.PLUS, Rank.LETTER) or not is_finished(text) or text.endswith(":"):
        return
    if not _GOAL_WORDS.match(search_key(text)) or re.search(r"\d\s?%", text):
        return
    bare = text.rstrip(" ;.")
    yield TargetDraft(
        text=bare,
        statement=Statement(None, None, "", "", bare),
        group=group.name or code_of_target(bare),
        section=section,
        spans=(Span(place, 0, len(text)),),
    )


def _in_cells(
    cells: list[tuple[int, Passage]], part: Part, section: int, group: ObjectiveHeading, period: YearsOfGoals
) -> Iterator[TargetDraft]:
    """A table of tasks, or of anything: its cells are read as any words are."""
    for place, passage in cells:
        for item in find(passage.text, since=period.first):
            if item.certain and item.statement.unit in (PERCENT, "") and item.statement.value is not None:
                yield replace(
                    _target(item, passage.text, place, section, group, period, part), is_doubtful=True
                )


def _of_table(
    passages: tuple[Passage, ...],
    part: Part,
    cells: list[tuple[int, Passage]],
    section: int,
    group: ObjectiveHeading,
    period: YearsOfGoals,
) -> Iterator[TargetDraft]:
    if part.reports_situation:
        return
    rows = list(table_targets(cells))
    if not rows and not is_scored(cells):
        yield from _in_cells(cells, part, section, group, period)
    for row in rows:
        statement = row.statement
        if statement.horizon and period.issued and statement.horizon < period.issued:
            continue  # the column of where things stand
        horizon = statement.horizon or period.last
        yield TargetDraft(
            text=row.text,
            statement=replace(statement, horizon=horizon),
            group=row.group or group.name or code_of_target(row.text),
            section=section,
            spans=tuple(Span(place, 0, len(passages[place].text)) for place in row.places),
            is_doubtful=True,
        )
