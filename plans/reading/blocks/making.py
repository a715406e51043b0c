"""A draft as it was read → `Content`: its passages as blocks, its targets, tasks and charges as marks. Pure.

No word is changed, moved or left out: the words of the source from title to last recipient are the words of the
content.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile

from childlabour.core import lengths
from childlabour.core.lengths import whole
from plans.content.grounds import ground_of
from plans.content.line_kinds import marked_line
from plans.content.parts import says_enclosed
from plans.content.values import (
    Block,
    ChargeMark,
    Content,
    Ground,
    Receiver,
    Runs,
    Signing,
    TargetMark,
    TaskMark,
    cut,
    marked,
    plain,
)
from plans.law.blocks import BlockType
from plans.reading.marks.tables import row_sentence
from plans.reading.parts.draft import PassageRole, ReadDraft, TargetDraft, TaskDraft
from plans.reading.sources.lines import LinePlace
from plans.reading.text.markers import Rank
from plans.reading.text.passages import Passage
from plans.reading.text.words import is_capitals

from .fitting import fitted_statement
from .levels import Levels
from .rows import TableRead
from .runs import in_one_line, note_key, runs_of, without_bold

Known = Callable[[str], tuple[int, ...]]

_BODY = {
    PassageRole.PREAMBLE,
    PassageRole.HEADING,
    PassageRole.TEXT,
    PassageRole.CLOSING,
    PassageRole.ANNEX,
}
_FOOT = {PassageRole.RECIPIENT, PassageRole.SIGNATURE, PassageRole.SIGNER}
_BOLD_BY_RANK = {BlockType.ANNEX, BlockType.CHAPTER, BlockType.PART, BlockType.ARTICLE}
MOST_LINES_OF_A_TITLE, LONGEST_LINE_OF_A_TITLE = 5, 250  # lines, characters
_NUMBERED_NOTE = re.compile(r"\[\d{1,3}\]")  # a note that a copy put below the signature


def _may_title(passage: Passage) -> bool:
    """A line of a title as far as its look goes."""
    stands_alone = passage.rank is Rank.NONE and passage.table <= 0 and passage.place is not LinePlace.NOTE
    return stands_alone and not passage.left_out and len(passage.text) <= LONGEST_LINE_OF_A_TITLE


def nobody(names: str) -> tuple[int, ...]:
    return ()


def content_read(draft: ReadDraft, units: Known = nobody) -> Content:
    """`units`: a name of the words, or several, → the units that are known by it."""
    return laid_out(draft, units)[0]


def laid_out(draft: ReadDraft, units: Known = nobody) -> tuple[Content, dict[int, str]]:
    """The content, and of each passage of its body the key of the block that it became."""
    grounds = _grounds(draft)
    made = _Blocks(draft, units, frozenset(place for place, _ in grounds))
    blocks = made.made()
    content = Content(
        title=draft.title,
        addressees=draft.addressees,
        citations=tuple(ground for _, ground in grounds),
        blocks=tuple(blocks),
        recipients=tuple(map(Receiver, draft.recipients)),
        signature_lines=draft.signer.lines,
        signer=draft.signer.name,
        beside=Signing(draft.beside.lines, draft.beside.name) if draft.beside.lines else None,
        handling=draft.handling,
    )
    return content, made.became


def _grounds(draft: ReadDraft) -> list[tuple[int, Ground]]:
    """The căn cứ that stand before anything else of the body, one a paragraph; later ones stay where they are."""
    acts = {act.span.passage: act for act in reversed(draft.citations) if act.span and act.is_basis}
    several = {act.span.passage for act in draft.citations if act.span and act.span.start}
    found: list[tuple[int, Ground]] = []
    titled = max((place for place, role in enumerate(draft.roles) if role is PassageRole.TITLE), default=-1)
    for place, role in enumerate(draft.roles):
        if role in _BODY and place > titled:  # above the title stands only what a person brought back
            break
        if role is PassageRole.CITATION and (act := acts.get(place)):
            text = draft.passages[place].whole.rstrip(" ;.,") if place in several else act.text
            found.append((place, ground_of(act, text)))
    return found


# ── Blocks ───────────────────────────────────────────────────────────────────────────────────────


@dataclass
class _Blocks:
    draft: ReadDraft
    units: Known
    grounds: frozenset[int]  # places that are căn cứ of the head
    runs: dict[int, Runs] = field(default_factory=dict)  # of passages with marks of targets
    targets: dict[int, list[int]] = field(default_factory=dict)  # numbers of targets by their first passage
    tasks: dict[int, TaskDraft] = field(default_factory=dict)
    charges: dict[int, str] = field(default_factory=dict)
    opened: Counter[int] = field(default_factory=Counter)  # tables, and how often
    called: set[int] = field(default_factory=set)  # notes whose first paragraph is there
    done: list[Block] = field(default_factory=list)
    became: dict[int, str] = field(default_factory=dict)  # passage → key of its block

    def made(self) -> list[Block]:
        self._mark_targets()
        self.tasks = {task.place: task for task in reversed(self.draft.tasks)}
        self.charges = {charge.place: charge.unit for charge in self.draft.charges}
        levels = Levels(any(passage.rank is Rank.ROMAN for passage in self.draft.passages))
        annexes = {section.heading_at for section in self.draft.sections if section.is_annex}
        below = self._notes_below()
        titled = {place: self._title_below(place, annexes) for place in annexes if place is not None}
        below_label = frozenset(chain.from_iterable(titled.values()))
        table: TableRead | None = None
        notes: list[int] = []  # called inside a table: they follow it
        for place in self._places():
            passage = self.draft.passages[place]
            if table and passage.table != table.number:
                self._finish(table, notes)
                table = None
            if passage.place is LinePlace.NOTE or place in below:
                if table:
                    notes.append(place)
                else:
                    self._note(place, levels.below)
            elif passage.table > 0:
                table = table or self._opened(passage.table, levels.below)
                table.put(place, passage)
            elif place in titled:
                self._annex((place, *titled[place]), levels)
            elif place in below_label:
                continue
            else:
                self._plain(place, levels)
        if table:
            self._finish(table, notes)
        return self.done

    def _places(self) -> Iterator[int]:
        """Of the body in order: also căn cứ that stand inside it, and a remark under the title.

        Not one beside it: a letter says "DỰ THẢO" in the table of its head.
        """
        roles, passages = self.draft.roles, self.draft.passages
        titled = max((p for p, role in enumerate(roles) if role is PassageRole.TITLE), default=len(roles))
        foot = min((p for p, role in enumerate(roles) if role in _FOOT and p > titled), default=titled)
        of_the_head = {passages[titled].table} - {0} if titled < len(passages) else set()
        for place, role in enumerate(roles):
            inside = role is PassageRole.NOTE and titled < place < foot
            inside = inside and passages[place].table not in of_the_head
            cited = role is PassageRole.CITATION and place not in self.grounds
            if role in _BODY or inside or cited:
                yield place

    def _notes_below(self) -> frozenset[int]:
        """What a copy put below the signature, when it is the notes of the text: "[1] Chương trình số …"."""
        passages = self.draft.passages
        return frozenset(
            place
            for section in self.draft.sections
            if section.is_annex and section.heading_at is not None
            if _NUMBERED_NOTE.match(passages[section.heading_at].text)
            for place in (section.heading_at, *section.passages)
        )

    def _opened(self, number: int, level: int) -> TableRead:
        self.opened[number] += 1
        times = self.opened[number]
        shape = next((shape for shape in self.draft.tables if shape.number == number), None)
        body = frozenset(self._places())
        elsewhere = frozenset(
            passage.row
            for place, passage in enumerate(self.draft.passages)
            if passage.table == number and place not in body
        )
        return TableRead(number, level, shape if times == 1 else None, times, elsewhere)

    def _finish(self, table: TableRead, notes: list[int]) -> None:
        for block, places in table.blocks(self.draft.passages, self.runs):
            self._add(block, places)
        for place in notes:
            self._note(place, table.level)
        notes.clear()

    def _note(self, place: int, level: int) -> None:
        passage = self.draft.passages[place]
        is_first = passage.note and passage.note not in self.called
        self.called.add(passage.note)
        key = note_key(passage.note) if is_first else f"line-{place}"
        self._add(Block(key, BlockType.NOTE, level, passage.mark, self._runs(place)), [place])

    def _title_below(self, label: int, annexes: Set[int | None]) -> tuple[int, ...]:
        """The title under an annex's label: all lines down to what it is enclosed with, else those in capitals."""
        passages = self.draft.passages
        below: list[int] = []
        for place in range(label + 1, min(label + MOST_LINES_OF_A_TITLE + 2, len(passages))):
            if says_enclosed(passages[place].text):
                return tuple(below)
            if place in annexes or not _may_title(passages[place]):
                break
            below.append(place)
        return tuple(takewhile(lambda place: is_capitals(passages[place].text), below))

    def _annex(self, places: tuple[int, ...], levels: Levels) -> None:
        """`places`: of the line with the label, then of the title below it."""
        standing = levels.annex()
        first, *more = map(self._runs, places)
        label = marked_line(plain(first), BlockType.ANNEX)
        if label.type is BlockType.ANNEX:
            marker, first = label.marker, cut(first, len(plain(first)) - len(label.text), len(plain(first)))
        else:
            marker = self.draft.passages[places[0]].mark
        title = without_bold(in_one_line(first, *more))
        self._add(Block(f"line-{places[0]}", standing.type, standing.level, marker, title), list(places))

    def _plain(self, place: int, levels: Levels) -> None:
        passage, role = self.draft.passages[place], self.draft.roles[place]
        standing = levels.of(passage, role)
        runs = self._runs(place)
        self._add(
            Block(
                f"line-{place}",
                standing.type,
                standing.level,
                passage.mark,
                without_bold(runs) if standing.type in _BOLD_BY_RANK else runs,
                centred=passage.centred and standing.type is BlockType.PARAGRAPH,
            ),
            [place],
        )

    def _runs(self, place: int) -> Runs:
        return self.runs.get(place) or runs_of(self.draft.passages[place])

    # ── Marks ────────────────────────────────────────────────────────────────────────────────────

    def _add(self, block: Block, places: list[int]) -> None:
        numbers = sorted(number for place in places for number in self.targets.get(place, ()))
        task = next((self.tasks[place] for place in places if place in self.tasks), None)
        charge = next((self.charges[place] for place in places if place in self.charges), "")
        self.became |= dict.fromkeys(places, block.key)
        self.done.append(
            replace(
                block,
                targets=tuple(map(self._target, numbers)),
                task=self._task(task) if task else None,
                charge=self._charge(charge) if charge else None,
            )
        )

    def _mark_targets(self) -> None:
        for number, target in enumerate(self.draft.targets):
            if target.spans:
                self.targets.setdefault(target.spans[0].passage, []).append(number)
            for span in target.spans:
                passage = self.draft.passages[span.passage]
                in_cell = passage.table > 0
                shift = len(passage.whole) - len(passage.text) if in_cell else 0
                runs = self.runs.get(span.passage) or runs_of(passage, with_mark=in_cell)
                start, end = own_words(passage, span.start + shift, span.end + shift)
                self.runs[span.passage] = marked(runs, start, end, _mark(number))

    def _target(self, number: int) -> TargetMark:
        target = self.draft.targets[number]
        return target_read(_mark(number), target, self.draft.passages[target.spans[0].passage])

    def _task(self, task: TaskDraft) -> TaskMark:
        named = "" if task.is_inherited else task.unit
        lead = self.units(named) if named else ()
        return TaskMark(
            lead=lead,
            partners=tuple(unit for unit in self.units(task.partners) if unit not in lead),
            units_said=whole(named, lengths.AGENCY),
            due=task.due,
            due_text=whole(task.due_text, lengths.DUE),
            product=whole(task.product, lengths.PRODUCT),
        )

    def _charge(self, names: str) -> ChargeMark:
        return ChargeMark(self.units(names), whole(names, lengths.AGENCY))


def _mark(number: int) -> str:
    return f"target-{number}"


def target_read(name: str, target: TargetDraft, passage: Passage) -> TargetMark:
    sentence = row_sentence(target.text, target.statement) if passage.table > 0 else target.text
    return TargetMark(
        name,
        sentence[: lengths.SENTENCE],  # for lists; the words themselves stand whole in the block
        fitted_statement(target.statement),
        group=target.group,
    )


def own_words(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks at its ends."""
    text = passage.whole if passage.table > 0 else passage.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
