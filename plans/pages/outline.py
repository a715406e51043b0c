"""A document as a page to read: its words in the order of the paper, and quietly below them what they mean.

Words are set as the paper sets them (`plans.paper.setting`): nothing is left out and nothing put in another way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.db.models import Prefetch
from django.utils.safestring import SafeString

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from childlabour.units.models import Unit
from plans.content.asking import bare_block_of
from plans.content.parts import WholeAnnex, at_annexes
from plans.content.values import Block, extents
from plans.law.belonging import to_document
from plans.law.blocks import BlockType
from plans.models import Charge, Citation, Document, StoredBlock, Task, without_words
from plans.paper.markup import Medium, markup_of
from plans.paper.setting import Footnote, Grid, Text, called_feet, set_blocks
from targets.models import Target

MOST_UNITS_IN_SIGHT = 4
IN_CONTENTS = (BlockType.CHAPTER, BlockType.PART, BlockType.ANNEX)

# One query each, however long the document.
WITH_EVERYTHING = (
    Prefetch("citations", Citation.objects.select_related("cited_document__unit")),
    Prefetch("blocks", StoredBlock.objects.standing().select_related("charge"), to_attr="standing_blocks"),
    Prefetch(
        "standing_blocks__targets",
        without_words(
            Target.objects.select_related("group", "responsible", f"upper__{to_document(Target, 'unit')}"),
            "upper",
        ),
    ),
    Prefetch("standing_blocks__task", Task.objects.all()),
    "standing_blocks__task__assignments__unit",
    "standing_blocks__charge__units",
    "recipients",
)


@dataclass(frozen=True)
class TargetGroup:
    name: str  # "" for targets without a group
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Fact:
    """One thing known of a task: ("Chủ trì", "Công an xã"). Long lists of units fold behind `summary`."""

    name: str
    words: str
    summary: str = ""


@dataclass(frozen=True)
class TaskToRead:
    """A task and what is known of it."""

    task: Task
    facts: tuple[Fact, ...]
    inherits: bool = False  # who leads is named by the heading above

    @property
    def beside_its_words(self) -> tuple[Fact, ...]:
        return self.facts[1:] if self.inherits else self.facts


@dataclass(frozen=True)
class Meaning:
    """What hangs on one block."""

    anchor: str
    words: str
    under: str  # the heading that it stands under
    targets: tuple[Target, ...] = ()
    work: TaskToRead | None = None
    charge: Charge | None = None

    @property
    def is_told(self) -> bool:
        """A task of which nothing is known but its words has nothing to say below them."""
        tells = self.work and (self.work.beside_its_words or self.work.task.added_at)
        return bool(self.targets or self.charge or tells)


@dataclass(frozen=True)
class BlockToRead:
    """A block as it is read, or a whole table, and what hangs on it or on its rows."""

    words: SafeString
    is_table: bool = False
    meanings: tuple[Meaning, ...] = ()


@dataclass(frozen=True)
class WordsToRead:
    """The body, or one annex, and the notes that its words call.

    `meanings`: of its title and of those notes, which are no pieces.
    """

    pieces: tuple[BlockToRead, ...]
    feet: tuple[SafeString, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    label: str = ""  # of an annex
    title: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Heading:
    words: str
    anchor: str


@dataclass(frozen=True)
class Outline:
    """Everything that the page of a document shows of its body."""

    body: WordsToRead
    annexes: tuple[WordsToRead, ...]
    contents: tuple[Heading, ...]
    groups: tuple[TargetGroup, ...]
    works: tuple[TaskToRead, ...]

    @property
    def next_due(self) -> date | None:
        """The nearest deadline that is not past."""
        days = (work.task.due_on for work in self.works if work.task.due_on)
        return min((day for day in days if day >= today()), default=None)


def outline_of(document: Document) -> Outline:
    """Free when `WITH_EVERYTHING` is fetched."""
    rows: list[StoredBlock] = document.standing_blocks  # type: ignore[attr-defined] # of the prefetch
    blocks = tuple(map(bare_block_of, rows))
    meanings = dict(_meanings(rows, blocks))
    body, annexes = at_annexes(blocks)
    return Outline(
        body=_passage(body, meanings),
        annexes=tuple(_annex(annex, meanings) for annex in annexes),
        contents=tuple(
            Heading(block.printed, anchor_of(block.key)) for block in blocks if block.type in IN_CONTENTS
        ),
        groups=grouped(target for row in rows for target in meanings[row.key].targets),
        works=tuple(work for row in rows if (work := meanings[row.key].work)),
    )


def anchor_of(key: str) -> str:
    """The id of a block on a page. Keys are made elsewhere: none is to meet an id of the page itself."""
    return f"khoi-{key}"


def grouped(targets: Iterable[Target]) -> tuple[TargetGroup, ...]:
    """By objective group in the programme's order, those without a group first; within each as they came."""

    def rank(target: Target) -> tuple[bool, int, int]:
        group = target.group
        return (group is not None, group.order if group else 0, group.pk if group else 0)

    groups = (tuple(members) for _, members in groupby(sorted(targets, key=rank), key=rank))
    return tuple(
        TargetGroup(members[0].group.name if members[0].group else "", members) for members in groups
    )


# --- Words ----------------------------------------------------------------------------------------------


def words_to_read(blocks: Sequence[Block]) -> WordsToRead:
    """The words alone, without what hangs on them."""
    return _passage(tuple(blocks), {})


def _passage(blocks: tuple[Block, ...], meanings: dict[str, Meaning]) -> WordsToRead:
    laid = set_blocks(blocks)
    in_pieces = {key for block in laid for key in _keys_in(block)}
    return WordsToRead(
        pieces=tuple(_piece(block, meanings) for block in laid),
        feet=tuple(map(_foot, called_feet(laid))),
        meanings=_hanging_on((block.key for block in blocks if block.key not in in_pieces), meanings),
    )


def _annex(annex: WholeAnnex, meanings: dict[str, Meaning]) -> WordsToRead:
    words = _passage(annex.blocks, meanings)
    return replace(
        words,
        meanings=(*_hanging_on([annex.annex.key], meanings), *words.meanings),
        label=annex.annex.marker,
        title=annex.annex.text,
        anchor=anchor_of(annex.annex.key),
    )


def _piece(block: Text | Grid, meanings: dict[str, Meaning]) -> BlockToRead:
    return BlockToRead(
        markup_of(_anchored(block), Medium.SCREEN),
        isinstance(block, Grid),
        _hanging_on(_keys_in(block), meanings),
    )


def _keys_in(block: Text | Grid) -> list[str]:
    return [row.anchor for row in (*block.head, *block.rows)] if isinstance(block, Grid) else [block.anchor]


def _hanging_on(keys: Iterable[str], meanings: dict[str, Meaning]) -> tuple[Meaning, ...]:
    found = (meanings[key] for key in keys if key in meanings)
    return tuple(one for one in found if one.targets or one.work or one.charge)


def _anchored(block: Text | Grid) -> Text | Grid:
    if isinstance(block, Text):
        return replace(block, anchor=anchor_of(block.anchor))
    head, rows = (
        tuple(replace(row, anchor=anchor_of(row.anchor)) for row in part) for part in (block.head, block.rows)
    )
    return replace(block, anchor=anchor_of(block.anchor), head=head, rows=rows)


def _foot(note: Footnote) -> SafeString:
    return markup_of(Text("note", note.strands, note.marker), Medium.SCREEN)


# --- Meaning --------------------------------------------------------------------------------------------


def _meanings(rows: Sequence[StoredBlock], blocks: Sequence[Block]) -> Iterator[tuple[str, Meaning]]:
    """By key."""
    under = ""
    for row, block in zip(rows, blocks, strict=True):
        yield row.key, _meaning(row, block, under)
        if block.type.facts.heads:
            under = block.text


def _meaning(row: StoredBlock, block: Block, under: str) -> Meaning:
    task = getattr(row, "task", None)
    return Meaning(
        anchor_of(row.key),
        block.text,
        under,
        tuple(row.targets.all()),
        _work(task) if task else None,
        getattr(row, "charge", None),
    )


def _work(task: Task) -> TaskToRead:
    inherits = not task.units_said and any(given.is_inherited for given in task.printed_assignments)
    return TaskToRead(task, tuple(_facts(task)), inherits)


def _facts(task: Task) -> Iterator[Fact]:
    if task.responsible_label:
        yield _units("Chủ trì", task.leads, task.responsible_label)
    if task.partners:
        yield _units("Phối hợp", task.partners, task.partners_label)
    if due := due_of(task):
        yield Fact("Thời hạn", due)
    if task.product:
        yield Fact("Sản phẩm", task.product)


def due_of(task: Task) -> str:
    """As the office wrote it, and the day that lateness is counted from."""
    day = short_date(task.due_on) if task.due_on else ""
    if not task.due_text or not day:
        return task.due_text or day
    return task.due_text if day in task.due_text else f"{task.due_text} (tính đến hết ngày {day})"


def _units(name: str, units: tuple[Unit, ...], as_printed: str) -> Fact:
    words = ", ".join(str(unit) for unit in units)
    if len(units) > MOST_UNITS_IN_SIGHT:
        return Fact(name, words, as_printed if as_printed != words else f"{len(units)} đơn vị")
    return Fact(name, as_printed)


# --- What stands under a task ---------------------------------------------------------------------------


def below(tasks: Iterable[Task]) -> dict[int, tuple[Block, ...]]:
    """By the id of a task, the blocks that stand under its own, down to the next of its level or above.

    Two queries, however many tasks; each was fetched with its block.
    """
    reached = _reached(list(tasks))
    wanted = {pk for pks in reached.values() for pk in pks}
    rows = StoredBlock.objects.standing().in_bulk(wanted)
    return {task: tuple(bare_block_of(rows[pk]) for pk in pks) for task, pks in reached.items()}


def _reached(tasks: list[Task]) -> dict[int, list[int]]:
    """By the id of a task, the ids of the blocks that it reaches over."""
    documents = {task.block.document_id for task in tasks}
    standing = StoredBlock.objects.filter(document__in=documents, removed_at=None)
    columns = standing.order_by("place", "pk").values_list(
        "pk", to_document(StoredBlock), "key", "type", "level"
    )
    bodies: dict[int, list[tuple[int, Block]]] = defaultdict(list)
    for pk, document, key, type_, level in columns:
        bodies[document].append((pk, Block(key, BlockType(type_), level)))
    under: dict[int, list[int]] = {}
    for body in bodies.values():
        for extent in extents(tuple(block for _, block in body)):
            under[body[extent.first][0]] = [pk for pk, _ in body[extent.first + 1 : extent.end]]
    return {task.pk: under.get(task.block_id, []) for task in tasks}
