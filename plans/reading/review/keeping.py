"""How the passages of a part become rows of a plan, in order and without losing a word. Pure.

A section of ours prints its prose, then its targets, then its tasks. Where a paper has prose between them, the
part goes on in a further section without a heading, which prints without a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from childlabour.core import lengths
from childlabour.core.lengths import whole
from childlabour.core.vietnamese import YEAR_AHEAD, search_key
from plans.reading.marks.tables import row_sentence
from plans.reading.parts.draft import PartKind, ReadDraft, SectionDraft, TargetDraft, TaskDraft
from plans.reading.text.words import words_of
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.times import BEHIND_A_VALUE

_FIGURE = re.compile(r"\d[\d.,]*(?: ?%)?")
_YEAR_BEHIND = re.compile(rf"{any_of(BEHIND_A_VALUE)}(?: cuối| hết)? năm {YEAR_AHEAD}")
_YEAR_BEFORE = re.compile(rf"^Đến năm {YEAR_AHEAD}, ")
FEW_WORDS = 5  # words around a target that belong to its sentence: "Phấn đấu", "Hằng năm có"


@dataclass
class Stretch:
    """One section to be stored: prose first, then its targets and tasks."""

    heading: str
    kind: PartKind
    prose: list[str] = field(default_factory=list)
    targets: list[tuple[str, TargetDraft]] = field(default_factory=list)  # sentence as printed, target
    tasks: list[TaskDraft] = field(default_factory=list)
    prints_groups: bool = False

    @property
    def is_full(self) -> bool:
        return bool(self.targets or self.tasks)


def stretches_of(draft: ReadDraft, number: int, group_names: frozenset[str] = frozenset()) -> list[Stretch]:
    """The sections that hold part `number`. `group_names`: folded names of the groups that a section prints."""
    section = draft.sections[number]
    printed = _printed_groups(draft, section, group_names)
    done = [_opened(section, prints_groups=bool(printed))]
    tasks = {task.passages[0]: task for task in draft.tasks if task.section == number and task.passages}
    taken = {place for task in tasks.values() for place in task.passages}
    labels = {search_key(unit) for unit in draft.units} if section.kind is PartKind.ORGANISATION else set()
    targets, of_rows = _by_passage(draft, number)
    tables = frozenset(draft.passages[place].table for place in of_rows)
    for row in draft.rows_of(section.passages):
        place = next((cell for cell in row if cell in tasks), row[0])
        passage, text = draft.passages[place], " | ".join(draft.passages[cell].whole for cell in row)
        if place in printed:
            continue
        held = [target for cell in row for target in of_rows.get(cell, ())]
        if held:
            done[-1].targets += [(row_sentence(target.text, target.statement), target) for target in held]
        elif passage.table in tables and passage.row == 1:
            continue  # what heads the columns; the note of the source keeps it
        elif place in tasks:
            done[-1].tasks.append(tasks[place])
        elif place in taken or search_key(passage.text.rstrip(" :.")) in labels:
            continue  # printed with its task: a detail, or the unit as its heading
        elif passage.table <= 0 and place in targets:
            for piece in _pieces(draft, place, targets[place]):
                if isinstance(piece, str):
                    _room_for(piece, done, section).prose.append(piece)
                else:
                    done[-1].targets.append(piece)
        else:
            _room_for(text, done, section).prose.append(text)
    return done


def _opened(section: SectionDraft, prints_groups: bool) -> Stretch:
    """A heading that its column does not take opens the prose of its part."""
    heading = whole(section.heading, lengths.HEADING)
    prose = [] if heading == section.heading else [section.heading]
    return Stretch(heading, section.kind, prose, prints_groups=prints_groups)


def tables_of_targets(draft: ReadDraft) -> list[str]:
    """The tables that became targets, row by row as they stood; the plan prints their targets instead."""
    tables = {draft.passages[target.spans[0].passage].table for target in draft.targets if target.spans} - {
        0,
        -1,
    }
    places = [p for section in draft.sections for p in section.passages if draft.passages[p].table in tables]
    return [" | ".join(draft.passages[cell].whole for cell in row) for row in draft.rows_of(tuple(places))]


def _room_for(prose: str, done: list[Stretch], section: SectionDraft) -> Stretch:
    """Where further prose goes: never behind targets or tasks, nor beyond what the text of one part may hold."""
    so_far = sum(len(line) + 1 for line in done[-1].prose)
    if done[-1].is_full or (so_far and so_far + len(prose) > lengths.PROSE):
        done.append(Stretch("", section.kind))
    return done[-1]


def _by_passage(
    draft: ReadDraft, number: int
) -> tuple[dict[int, list[TargetDraft]], dict[int, list[TargetDraft]]]:
    """The targets of a part by the passage they stand in: those of its paragraphs, those of its tables."""
    found: dict[int, list[TargetDraft]] = {}
    of_rows: dict[int, list[TargetDraft]] = {}
    for target in draft.targets:
        if target.section != number or not target.spans:
            continue
        place = target.spans[0].passage
        where = of_rows if draft.passages[place].table > 0 else found
        where.setdefault(place, []).append(target)
    return found, of_rows


def _pieces(
    draft: ReadDraft, place: int, targets: list[TargetDraft]
) -> Iterator[str | tuple[str, TargetDraft]]:
    """A paragraph cut into prose and targets, in order."""
    passage = draft.passages[place]
    text = passage.text
    if len(targets) == 1:
        span = targets[0].spans[0]
        around = f"{text[: span.start]} {text[span.end :]}"
        if len(words_of(around)) <= 2 * FEW_WORDS:
            yield text, targets[0]
            return
    done: list[str | tuple[str, TargetDraft]] = []
    at, said = 0, ""
    for target in sorted(targets, key=lambda t: t.spans[0].start):
        span = target.spans[0]
        lead = re.sub(r"^[\s,;.]+(?:và\s+)?", "", text[at : span.start]).strip()
        if len(words_of(lead)) > FEW_WORDS:
            done.append(f"{passage.mark} {lead}".strip() if at == 0 else lead)
            lead = ""
        before = "" if lead == "và" else lead
        sentence = _sentence(target, text[span.start : span.end])
        before = "" if sentence.lower().startswith(before.lower()) else f"{before} "
        said = f"{before}{sentence}"
        done.append((said, target))
        at = span.end
    rest = re.sub(r"^[\s,;.]+", "", text[at:]).strip()
    if not _holds(said, rest):
        if len(words_of(rest)) > FEW_WORDS:
            done.append(rest)
        else:
            done[-1] = (f"{said} {rest}", target)
    yield from done


def _sentence(target: TargetDraft, own: str) -> str:
    """The complete sentence, unless it would drop a word that the paper has here."""
    if _holds(target.text, own):
        return target.text
    # A subject shared from before and a place of its own behind the figure: "… dưới 2% ở đồng bằng, ven biển".
    figure = _FIGURE.search(own)
    if figure is None or (at := target.text.rfind(figure[0])) < 0:
        return own
    before, after = target.text[: at + len(figure[0])], target.text[at + len(figure[0]) :]
    whole = f"{before}{own[figure.end() :]}"
    if year := _YEAR_BEHIND.search(
        own, figure.end()
    ):  # "Đạt 55% vào năm 2023 và …": the year goes to the end
        whole = f"{_YEAR_BEFORE.sub('', before)}{after} {year[0]}"
    return whole if _holds(whole, own) and _holds(whole, after) else own


def _holds(text: str, part: str) -> bool:
    return set(words_of(part.lower())) <= set(words_of(text.lower()))


def _printed_groups(draft: ReadDraft, section: SectionDraft, names: frozenset[str]) -> frozenset[int]:
    """The lines that only name a group which the section prints itself; none unless all groups are such."""
    if section.kind is not PartKind.OBJECTIVES or not names:
        return frozenset()
    found = frozenset(
        place for place in section.passages if search_key(draft.passages[place].text).strip(" .:") in names
    )
    with_marks = [p for p in section.passages if draft.passages[p].mark[:1].isdigit() and p not in found]
    return frozenset() if with_marks else found
