"""Tasks of a part, and who has to do them. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from childlabour.core import lengths
from plans.reading.parts.draft import ChargeDraft, PartKind, TaskDraft
from plans.reading.parts.outline import Part, clause_depth
from plans.reading.sources.lines import LinePlace
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_finished
from targets.language.assigning import (
    handed_to,
    hands_on,
    names_unit,
    opens_with_label,
    parted,
    said_in,
    without_handing,
)
from targets.language.deadlines import due_said, when
from targets.language.headings import frames, kind_of_heading
from targets.language.lexicon import duties as words
from targets.language.lexicon.patterns import any_of, opening
from targets.language.lexicon.sentences import ONE_TO_FIFTEEN

LONGEST_NAME = lengths.AGENCY
MOST_WORDS_OF_NAME = 12
LONGEST_BARE_NAME = 100  # of a line that is nothing but a name

_ASIDE = re.compile(r"\s{0,9}\([^()]*\)")  # "1. Sở Nội vụ (Cơ quan thường trực …):"
_DONE = rf"(?!tổ chức {any_of(words.BODIES_CALLED_ORGANISATIONS)}\b){any_of(words.DONE)}\b"
_SUBJECT = re.compile(rf"(?P<name>[^:.]{{3,{LONGEST_NAME}}}?)\s?,?\s(?={_DONE})")
# "Định kỳ 6 tháng, UBND cấp xã báo cáo …": when, before who.
_WHEN_AT_FIRST = re.compile(rf"{any_of(opening(words.WHEN_AT_FIRST))}\b[^,;:.]{{0,60}},\s+")
_COLON = re.compile(rf"(?P<name>[^:.]{{2,{LONGEST_NAME}}}?)\s*:\s*(?P<rest>\S.*)?$", re.DOTALL)
_PARTNERS = re.compile(
    r"phối hợp (?:chặt chẽ )?(?:với|cùng)\s+(?P<names>[^;.:]{3,200}?)"
    rf"(?=\s+{any_of(words.BEHIND_PARTNERS)}\b|[;.:]|$)"
)
# What stands behind "Thực hiện:" and names nobody: "Thường xuyên", "Trong năm", "Tổ chức …".
_NO_NAME = re.compile(rf"{any_of(words.DONE, words.TIMES, words.NAMING_NOBODY)}\b")
_SENTENCES = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])")
_CALLED_ON = re.compile(r"trách nhiệm của\s+", re.IGNORECASE)  # in a heading, before who is responsible
_FIGURES = re.compile(r"\d{2}|[%/]")  # "Trung tâm Bảo trợ xã hội số 2" is a name all the same
_TIMED = re.compile(rf"(?P<due>{any_of(opening(words.TIMES))}\b[^:;]{{2,40}}):\s+")
_PRINTED = any_of(words.PRINTED)
_ASSIGNED = re.compile(rf"\s*{_PRINTED}\s*:", re.IGNORECASE)
_HANDS_ON = re.compile(rf"(?<=\w ){any_of(words.HANDING_ON)}\b")
# Tasks that are counted in words: "Một là, …", "Mười là …".
_COUNTED = re.compile(rf"(?:{any_of(opening(ONE_TO_FIFTEEN))}|Thứ \w+)(?: là\b|,)")


@dataclass
class Duties:
    tasks: list[TaskDraft] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    charges: list[ChargeDraft] = field(default_factory=list)

    def add(self, other: "Duties") -> None:
        self.tasks += other.tasks
        self.units += other.units
        self.charges += other.charges


def tasks_of(passages: tuple[Passage, ...], part: Part, section: int, year: int | None) -> Duties:
    if part.kind is PartKind.TASKS:
        return _clauses(passages, part, section, year)
    if part.kind is PartKind.ORGANISATION:
        duties = _organisation(passages, part, section, year)
        labelled = _labelled_lead(passages, part.passages)
        return duties if duties.tasks or not labelled else _clauses(passages, part, section, year)
    return _handed_on(passages, part.passages, section, year)


def _handed_on(passages: tuple[Passage, ...], places: list[int], section: int, year: int | None) -> Duties:
    """ "Giao Công an tỉnh chủ trì kiểm tra.", under whatever heading it stands."""
    duties = Duties()
    for place in places:
        passage = passages[place]
        if passage.table > 0 or passage.place is LinePlace.NOTE:
            continue
        timed = _TIMED.match(passage.text)
        if not timed and not any(map(hands_on, _SENTENCES.split(passage.text))):
            continue
        name, has_duty = _first_named(passage, timed)
        if has_duty:
            duties.units.append(name)
            task = replace(_task(passages, [place], section, year, name), unit=name, is_inherited=False)
            due = when(timed["due"], year) if timed else None
            duties.tasks.append(replace(task, due=due.day, due_text=due.text) if due else task)
    return duties


def _first_named(passage: Passage, timed: re.Match[str] | None) -> tuple[str, bool]:
    """Of the sentence behind "- Tháng 4/2026:", or of the first sentence that hands a duty on."""
    if timed:
        return unit_of(replace(passage, text=passage.text[timed.end() :]))
    sentences = (each for each in _SENTENCES.split(passage.text) if hands_on(each))
    return unit_of(replace(passage, text=next(sentences)))


# --- "1. Truyền thông …" with what belongs to it ------------------------------------------------------


def _clauses(passages: tuple[Passage, ...], part: Part, section: int, year: int | None) -> Duties:
    """One task a clause; under a clause that only names a unit, its duties."""
    gathered = list(_gathered(passages, part))
    first = gathered[0][0] if gathered else None
    above = [place for place in part.passages if first is None or place < first]
    duties = _handed_on(passages, above, section, year)
    for places in gathered:
        if _only_titles(passages[places[0]]):
            duties.add(_handed_on(passages, places, section, year))
            continue
        name, has_duty = unit_of(passages[places[0]])
        if name and not has_duty and len(places) > 1:
            duties.add(_organisation(passages, Part(None, places), section, year))
        else:
            duties.tasks += _tasks(passages, places, section, year)
    return duties


def _only_titles(passage: Passage) -> bool:
    """ "2. Chỉ tiêu chủ yếu đến năm 2030", "3. Đối tượng, phạm vi": nobody does these."""
    titles = not is_finished(passage.text) or passage.text.rstrip().endswith(":")
    return titles and (kind_of_heading(passage.text) == "objectives" or frames(passage.text))


def _gathered(passages: tuple[Passage, ...], part: Part) -> Iterator[list[int]]:
    """Each clause with what belongs to it."""
    depth = clause_depth(passages, part)
    counted = sum(bool(_COUNTED.match(passages[place].text)) for place in part.passages)
    if not depth and not counted:
        return
    gathered: list[int] = []
    for place in part.passages:
        passage = passages[place]
        opens = bool(_COUNTED.match(passage.text)) if counted > 1 else passage.depth == depth
        if opens and passage.table <= 0:
            if gathered:
                yield gathered
            gathered = [place]
        elif gathered:
            gathered.append(place)
    if gathered:
        yield gathered


def _tasks(
    passages: tuple[Passage, ...], places: list[int], section: int, year: int | None
) -> Iterator[TaskDraft]:
    """One task; of a clause whose items each name who leads them, one task an item."""
    items = _items(passages, places)
    led = sum(bool(_handed_to(passages, item[:1]) or _labelled_lead(passages, item)) for item in items)
    if led < 2 or places.index(items[0][0]) > 1:
        yield _task(passages, places, section, year)
        return
    for item in items:
        task = _task(passages, item, section, year)
        if item is items[0]:  # the clause's own words stand above its first item
            details = (passages[item[0]].whole, *task.details[0 if task.heading else 1 :])
            heading = passages[places[0]].text
            task = replace(task, heading=heading, details=details, passages=(places[0], *item), at=item[0])
        yield task


def _labelled_lead(passages: tuple[Passage, ...], places: list[int]) -> bool:
    return any(said_in(passages[place].text).get("lead") for place in places)


def _items(passages: tuple[Passage, ...], places: list[int]) -> list[list[int]]:
    """What stands under a clause, by the highest mark below its own."""
    below = [
        passages[p].depth for p in places[1:] if passages[p].rank is not Rank.NONE and passages[p].table <= 0
    ]
    depth = min(below, default=0.0)
    items: list[list[int]] = []
    for place in places[1:]:
        passage = passages[place]
        if passage.depth == depth and depth and not opens_with_label(passage.text):
            items.append([place])
        elif items:
            items[-1].append(place)
    return items


def _task(
    passages: tuple[Passage, ...], places: list[int], section: int, year: int | None, unit: str = ""
) -> TaskDraft:
    first, *others = places
    text = passages[first].text
    opens = bool(unit) and unit_of(passages[first])[0] == unit
    heading = "" if unit or is_finished(text) else text
    details = [] if heading else [_duty_in(passages[first], opens) if unit else text]
    said: dict[str, str] = {}
    for place in places:
        said = said_in(passages[place].text) | said
    details += [passages[place].whole for place in others]
    whole = " ".join(passages[place].text for place in places)
    lead, partners = parted(said.get("lead", ""))
    own = unit if opens else (_own_unit(passages[first]) if unit else "")
    own = own or _led_by(lead) or _handed_to(passages, places) or ("" if unit else _acting(passages, places))
    due = when(said["due"], year) if "due" in said else due_said(whole, year)
    return TaskDraft(
        heading=heading,
        details=tuple(details),
        unit=own or unit,
        is_inherited=bool(unit) and not own,
        partners=said.get("partners", "") or partners or _partners(whole),
        due=due.day or due_said(whole, year).day,
        due_text=due.text,
        product=said.get("product", ""),
        section=section,
        passages=tuple(places),
    )


def _led_by(lead: str) -> str:
    """Who stands behind "Chủ trì:": a unit, or any short name in capitals ("Quỹ Thiện Tâm"), no time and no deed."""
    return lead if names_unit(lead) or _may_name(lead) else ""


def _handed_to(passages: tuple[Passage, ...], places: list[int]) -> str:
    for place in places:
        if (name := handed_to(passages[place].text)) and names_unit(name):
            return name
    return ""


def _acting(passages: tuple[Passage, ...], places: list[int]) -> str:
    """Under a title, whom its one paragraph begins with: "2. Khảo sát" / "Các chi hội rà soát, lập danh sách …"."""
    first, *others = (passages[place] for place in places)
    plain = [passage for passage in others if passage.rank is Rank.NONE and passage.table <= 0]
    if is_finished(first.text) or len(plain) != 1:
        return ""
    name, has_duty = unit_of(plain[0])
    return name if has_duty else ""


def _duty_in(passage: Passage, opens: bool) -> str:
    """What a clause charges a unit with, without the name it opens with: "Công an xã: xác minh …" → "xác minh …"."""
    if not opens:
        return passage.whole
    colon = _COLON.match(passage.text)
    return colon["rest"].strip() if colon and colon["rest"] else passage.text


def _own_unit(passage: Passage) -> str:
    """Below a heading that names one unit, another before the colon or the verb: "- Trung tâm …: tiếp nhận …"."""
    if not names_unit(passage.text):
        return ""
    named = _COLON.match(passage.text)
    if named and (not named["rest"] or not names_unit(named["name"])):
        named = None
    named = named or _SUBJECT.match(passage.text)
    if not named or len(named["name"].split()) > MOST_WORDS_OF_NAME or _HANDS_ON.search(named["name"]):
        return ""
    return without_handing(named["name"].strip(" ,"))


def _partners(text: str) -> str:
    found = _PARTNERS.search(text)
    return found["names"].strip(" ,") if found else ""


# --- "1. Công an xã" with its duties ------------------------------------------------------------------


def _organisation(passages: tuple[Passage, ...], part: Part, section: int, year: int | None) -> Duties:
    duties = _Organisation(passages, section, year, clause_depth(passages, part)).taken(part.passages)
    if duties.units or part.heading_at is None:
        return duties
    name = _CALLED_ON.sub("", unit_of(passages[part.heading_at])[0])
    if not name:
        return duties
    of_one = _Organisation(passages, section, year, 0.0, unit=name, under=True).taken(part.passages)
    of_one.units.insert(0, name)  # "II. Trách nhiệm của Ủy ban nhân dân các xã"
    of_one.charges.insert(0, ChargeDraft(part.heading_at, name))
    return of_one


@dataclass
class _Organisation:
    """Who has to do what, passage by passage in the order of the paper."""

    passages: tuple[Passage, ...]
    section: int
    year: int | None
    top: float  # depth of the clauses of the part
    level: float = 0.0  # of the last clause that named a unit
    unit: str = ""  # of the clause above, which names somebody if `under`
    under: bool = False
    own: str = ""  # of the paragraph that is gathered, where it names its own
    siblings: frozenset[int] = frozenset()  # clauses that name who acts because those beside them do
    gathered: list[int] = field(default_factory=list)
    duties: Duties = field(default_factory=Duties)

    def __post_init__(self) -> None:
        self.level = self.top

    def taken(self, places: list[int]) -> Duties:
        self.siblings = frozenset(_named_as_beside(self.passages, places))
        for place in places:
            if self.passages[place].table <= 0:
                self.take(place)
        self.close()
        return self.duties

    def take(self, place: int) -> None:
        passage = self.passages[place]
        opens = passage.depth in (self.top, self.level) or _heads_unit(passage)
        name, has_duty = unit_of(passage) if opens else self._named_apart(passage)
        if place in self.siblings:
            name, has_duty = _title_of(passage.text)
        if name:
            self._charge(place, name, has_duty, for_good=opens)
        elif opens and not self._is_of_a_paragraph(passage) and (not self.under or self.top):
            self.close()
            self.unit, self.under, self.level = "", False, passage.depth
        else:
            self._gather(place)

    def _is_of_a_paragraph(self, passage: Passage) -> bool:
        """A dash below "Giao Sở Y tế:"."""
        return self.under and not self.level and passage.rank >= Rank.DASH

    def close(self) -> None:
        if self.gathered:
            unit = self.own or self.unit
            self.duties.tasks.append(_task(self.passages, list(self.gathered), self.section, self.year, unit))
            self.gathered.clear()
        self.own = ""

    def _charge(self, place: int, name: str, has_duty: bool, *, for_good: bool) -> None:
        """`for_good`: what stands below it, too, up to the next of its rank."""
        self.close()
        self._leave_title_of_several(place)
        self.duties.units.append(name)
        self.duties.charges.append(ChargeDraft(place, name))
        if for_good or not has_duty:
            self.unit, self.under, self.level = name, True, self.passages[place].depth
        else:
            self.own = name
        if has_duty:
            self.gathered.append(place)

    def _leave_title_of_several(self, place: int) -> None:
        """ "1. Các sở, ngành" right above "a) Sở Công Thương": a title of those below it, and nobody's duty."""
        last = self.duties.charges[-1] if self.duties.charges else None
        if last is None or last.place != place - 1:
            return
        if names_unit(last.unit) and not last.unit.lower().startswith(_SEVERAL):
            return
        if _is_below(self.passages[place].depth, self.passages[last.place].depth):
            self.duties.charges.pop()
            self.duties.units.remove(last.unit)

    def _named_apart(self, passage: Passage) -> tuple[str, bool]:
        """A paragraph without a mark that names who acts; below a clause of somebody only what hands a duty on."""
        dashed = passage.rank in (Rank.DASH, Rank.PLUS) and not opens_with_label(passage.text)
        if not self.under and dashed and _COLON.match(passage.text):
            return unit_of(passage)  # "1. Cấp tỉnh" / "- Ban Xây dựng Đoàn: tham mưu …"
        if passage.rank is not Rank.NONE or passage.place is LinePlace.NOTE:
            return "", False
        below = self.under and self.level > 0
        return ("", False) if below and not hands_on(passage.text) else unit_of(passage)

    def _gather(self, place: int) -> None:
        passage = self.passages[place]
        if not (self.under or self.gathered):
            return
        nested = self.gathered and _is_below(passage.depth, self.passages[self.gathered[0]].depth)
        follows_colon = self.gathered and self.passages[self.gathered[-1]].text.endswith(":")
        if not (nested or follows_colon or _ASSIGNED.match(passage.text)):
            self.close()
        if self.under or self.gathered:
            self.gathered.append(place)


def _named_as_beside(passages: tuple[Passage, ...], places: list[int]) -> Iterator[int]:
    """ "2. Điện lực huyện" between "1. Ban Giám hiệu" and "3. Công an xã": where others beside it name who acts."""
    for clauses in _runs(passages, places):
        named = [place for place in clauses if unit_of(passages[place])[0]]
        beside = [p for p in clauses if p not in named and _may_name(_title_of(passages[p].text)[0])]
        if passages[clauses[0]].rank in (Rank.DASH, Rank.PLUS):
            beside = [place for place in beside if not _title_of(passages[place].text)[1]]
        if named and 2 * len(named) >= len(beside):
            yield from beside


def _runs(passages: tuple[Passage, ...], places: list[int]) -> Iterator[list[int]]:
    """Clauses of one rank under one heading, whatever stands below each."""
    open_runs: dict[float, list[int]] = {}
    for place in places:
        passage = passages[place]
        if passage.rank is Rank.NONE or passage.table > 0:
            continue
        for depth in [depth for depth in open_runs if depth > passage.depth]:
            yield open_runs.pop(depth)
        open_runs.setdefault(passage.depth, []).append(place)
    yield from open_runs.values()


def _title_of(text: str) -> tuple[str, bool]:
    """The name a clause opens with, and whether its duty follows the colon."""
    colon = _COLON.match(text)
    if colon:
        return _ASIDE.sub("", colon["name"]).strip(), bool(colon["rest"])
    return ("", False) if is_finished(text) else (text, False)


_SEVERAL = "các "
_OF_WORK = ("objectives", "tasks", "organisation")


def _may_name(name: str) -> bool:
    """No heading of what surrounds the work ("Kinh phí", "Chế độ báo cáo") and no deed."""
    is_short = 0 < len(name.split()) <= MOST_WORDS_OF_NAME and not _FIGURES.search(name)
    is_other = frames(name) or _NO_NAME.match(name.lower()) or kind_of_heading(name) in _OF_WORK
    return is_short and name[:1].isupper() and not is_other


def _is_below(depth: float, first: float) -> bool:
    """A dash belongs to the plain paragraph before it; "e)" behind one begins a duty of its own."""
    return depth > first and (first > 0 or depth >= Rank.DASH)


def _heads_unit(passage: Passage) -> bool:
    """ "2.1. Sở Tài chính" below "2. Phân công trách nhiệm": a line that only names who acts, one level down."""
    name, has_duty = unit_of(passage) if passage.rank in _NUMBERED else ("", False)
    return bool(name) and not has_duty


_NUMBERED = (Rank.NUMBER, Rank.DECIMAL, Rank.LETTER)


def unit_of(passage: Passage) -> tuple[str, bool]:
    """Who a clause is about, as printed, and whether the clause itself says what is to be done.

    ("", False) when the clause names nobody ("Kinh phí thực hiện", "Chế độ báo cáo").
    """
    name, has_duty = _named_in(passage)
    return without_handing(name), has_duty


def _named_in(passage: Passage) -> tuple[str, bool]:
    opening = _WHEN_AT_FIRST.match(passage.text)
    text = passage.text[opening.end() :] if opening else passage.text
    if not names_unit(text):
        return "", False
    colon = _COLON.match(text)
    if colon and not all(names_unit(piece.strip()) for piece in colon["name"].split(";")):
        colon = None
    if colon:
        bare = _ASIDE.sub("", colon["name"]).strip()
        if not colon["rest"] and _SUBJECT.match(bare) and not hands_on(bare):
            return "", False  # "Các đơn vị căn cứ bảng dưới đây để thực hiện:"
        if colon["rest"] or passage.bold or len(bare) < LONGEST_BARE_NAME:
            return bare, bool(colon["rest"])
    if not is_finished(text) and len(text) <= LONGEST_NAME:
        return text, False
    subject = _SUBJECT.match(text)
    if subject and not _HANDS_ON.search(subject["name"]):
        names = subject["name"].split(";")
        if all(names_unit(name.strip()) for name in names):
            return subject["name"].strip(" ,"), True
    return "", False
