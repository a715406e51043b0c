"""A document as it is kept → `Content`. A fixed set of queries, however long it is."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from childlabour.core.vietnamese import lines_of
from plans.law.belonging import to_document
from plans.law.blocks import BlockType
from plans.models import Assignment, AssignmentRole, Charge, Document, StoredBlock, Task
from targets.language.parts import KEPT as PARTS
from targets.models import Target
from targets.statements import statement_of

from .known import with_what_is_known
from .later import with_later
from .shapes import block_from, layout_from, runs_from
from .values import (
    Block,
    CameFrom,
    ChargeMark,
    Content,
    Ground,
    Handling,
    Receiver,
    Signing,
    TargetMark,
    TaskMark,
)

Span = list[list[int]]
FETCHED = "fetched_blocks"  # where a document remembers them
MEANING = (  # of rows of blocks
    Prefetch("targets", Target.objects.select_related("group", "indicator")),
    Prefetch("task", Task.objects.all()),
    Prefetch("task__assignments", Assignment.objects.as_printed().order_by("pk")),
    Prefetch("charge", Charge.objects.all()),
    "charge__units",
)


def content_of(document: Document) -> Content:
    """Seven queries; free when its blocks were fetched before and nothing was laid since."""
    if FETCHED not in document.__dict__:
        fetch_blocks([document])
    prefetch_related_objects([document], "citations", "recipients")
    return Content(
        title=document.title,
        addressees=tuple(lines_of(document.addressees)),
        citations=tuple(
            Ground(one.text, one.act_type, one.act_number, one.act_date, one.act_issuer)
            for one in document.citations.all()
        ),
        blocks=document.__dict__[FETCHED],
        recipients=tuple(Receiver(one.text, one.purpose, one.unit_id) for one in document.recipients.all()),
        signature_lines=tuple(lines_of(document.signature_lines)),
        signer=document.signer,
        beside=_beside(document),
        handling=Handling(
            document.urgency, document.circulation, document.typist, tuple(lines_of(document.contact))
        ),
    )


def _beside(document: Document) -> Signing | None:
    lines = tuple(lines_of(document.beside_lines))
    return Signing(lines, document.beside_signer) if lines or document.beside_signer else None


def fetch_blocks(documents: Iterable[Document]) -> None:
    """So that `content_of` is almost free for each; five queries for all of them together.

    Values and no rows: three hundred blocks cost a quarter of what their models would.
    """
    documents = list(documents)
    standing: dict[int, list[Block]] = {document.pk: [] for document in documents}
    targets, tasks, charges = _targets_at(standing), _tasks_at(standing), _charges_at(standing)
    rows = StoredBlock.objects.filter(document__in=standing, removed_at=None).order_by("place", "pk")
    for row in rows.values_list(
        "document", "pk", "key", "type", "level", "marker", "runs", "layout", "made_from", *SOURCE
    ).iterator(chunk_size=2_000):
        document, pk, key, kind, level, marker, runs, layout, made_from, from_document, from_key = row
        promises = targets.get(pk, ())
        block = Block(
            key=key,
            type=BlockType(kind),
            level=level,
            marker=marker,
            runs=runs_from(runs),
            made_from=made_from,
            source=CameFrom(from_document, from_key) if from_document else None,
            targets=tuple(mark for mark, _ in promises),
            task=tasks.get(pk),
            charge=charges.get(pk),
            **layout_from(layout),
        )
        standing[document].append(with_later(block, ((mark.id, span) for mark, span in promises)))
    for document in documents:
        document.__dict__[FETCHED] = tuple(standing[document.pk])


SOURCE = ("source_document", "source_key")


_REMEMBERED: OrderedDict[str, tuple[Block, ...]] = OrderedDict()
MOST_REMEMBERED = 16  # bodies, some 10 MB: the drafts that are being written just now


def recall_blocks(document: Document) -> None:
    """For who writes a draft at every pause in typing: its body as it was laid last, if that was here.

    Every laying has a name of its own (`Document.laid_as`), read with the document under its lock; a body that another
    process laid has another name. Whoever writes rows past the one writer takes the name away. Nobody here
    is told when a target above, a group or an indicator goes or is called otherwise: that is asked, in one query.
    """
    blocks = _REMEMBERED.get(document.laid_as)
    if blocks and _points_as_it_did(document, blocks):
        _REMEMBERED.move_to_end(document.laid_as)
        document.__dict__[FETCHED] = blocks


def _points_as_it_did(document: Document, blocks: tuple[Block, ...]) -> bool:
    """Whether targets above, groups and indicators are still there under their names. Free where none is named."""
    said = {
        (block.key, mark.id): (mark.upper, mark.group, mark.indicator)
        for block in blocks
        for mark in block.targets
        if mark.upper or mark.group or mark.indicator
    }
    if not said:
        return True
    rows = _at(Target.objects.all(), [document.pk]).values_list(
        "block__key", "mark", "upper_id", "group__code", "indicator__code"
    )
    pointing = {(key, mark): (upper, group or "", code or "") for key, mark, upper, group, code in rows}
    return {key: pointing.get(key) for key in said} == said


def remember_blocks(document: Document, blocks: tuple[Block, ...]) -> None:
    """What `document` says as long as it is `laid_as` it is now."""
    if document.laid_as:
        _REMEMBERED[document.laid_as] = blocks
        while len(_REMEMBERED) > MOST_REMEMBERED:
            _REMEMBERED.popitem(last=False)


def forget_blocks(document: Document) -> None:
    document.__dict__.pop(FETCHED, None)


def _at(rows: "QuerySet[Any]", documents: Iterable[int]) -> "QuerySet[Any]":
    return rows.filter(**{to_document(rows.model, "in"): documents}, block__removed_at=None)


def _targets_at(documents: Iterable[int]) -> dict[int, list[tuple[TargetMark, Span]]]:
    """By the number of the block, each with the words it lies on where these are not told by the runs."""
    found: dict[int, list[tuple[TargetMark, Span]]] = defaultdict(list)
    rows = _at(Target.objects.all(), documents).order_by("block", "order", "pk")
    for row in rows.values("block_id", "group__code", "indicator__code", *OF_A_TARGET, *PARTS):
        mark = TargetMark(
            id=row["mark"],
            sentence=row["sentence"],
            statement=statement_of({part: row[part] for part in PARTS}, row["sentence"]),
            group=row["group__code"] or "",
            given=frozenset(row["given"]),
            responsible=row["responsible_id"],
            upper=row["upper_id"],
            indicator=row["indicator__code"] or "",
            weaker_reason=row["weaker_reason"],
            added_at=_written(row["added_at"]),
        )
        found[row["block_id"]].append((mark, row["span"]))
    return found


OF_A_TARGET = ("mark", "sentence", "given", "responsible_id", "upper_id", "weaker_reason", "added_at", "span")


def _tasks_at(documents: Iterable[int]) -> dict[int, TaskMark]:
    by_task: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    given = Assignment.objects.as_printed().filter(
        **{to_document(Assignment, "in"): documents}, task__block__removed_at=None, is_inherited=False
    )
    for task, role, unit in given.order_by("pk").values_list("task_id", "role", "unit_id"):
        by_task[task][role].append(unit)
    rows = _at(Task.objects.all(), documents)
    return {
        block: TaskMark(
            lead=tuple(by_task[pk][AssignmentRole.LEAD]),
            partners=tuple(by_task[pk][AssignmentRole.PARTNER]),
            units_said=said,
            due=due,
            due_text=due_text,
            product=product,
            given=frozenset(beside),
            added_at=_written(added_at),
        )
        for pk, block, said, due, due_text, product, beside, added_at in rows.values_list(
            "pk", "block_id", "units_said", "due_on", "due_text", "product", "given", "added_at"
        )
    }


def _charges_at(documents: Iterable[int]) -> dict[int, ChargeMark]:
    found: dict[int, ChargeMark] = {}
    rows = _at(Charge.objects.all(), documents).order_by("block", "units")
    for block, said, added_at, unit in rows.values_list("block_id", "units_said", "added_at", "units"):
        units = found[block].units if block in found else ()
        found[block] = ChargeMark((*units, unit) if unit else units, said, _written(added_at))
    return found


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def removed_blocks(document: Document) -> tuple[Block, ...]:
    """Those that were taken away, the last one taken first, with what they point at as far as it is there. Four queries
    at most.
    """
    return _removed(document, "-removed_at", "pk")


def removed_in_order(document: Document) -> tuple[Block, ...]:
    """The same in the order in which they stood."""
    return _removed(document, "place", "pk")


def _removed(document: Document, *order: str) -> tuple[Block, ...]:
    rows = document.blocks.filter(removed_at__isnull=False, removed_as__isnull=False).order_by(*order)
    return with_what_is_known(tuple(block_from(row.removed_as) for row in rows), document.programme_id)


def bare_block_of(row: StoredBlock) -> Block:
    """Its words and looks, without what hangs on them. Free."""
    source = CameFrom(row.source_document, row.source_key) if row.source_document else None
    return Block(
        key=row.key,
        type=BlockType(row.type),
        level=row.level,
        marker=row.marker,
        runs=runs_from(row.runs),
        made_from=row.made_from,
        source=source,
        **layout_from(row.layout),
    )


def block_of(row: StoredBlock) -> Block:
    """Free when its marks were fetched along."""
    block = replace(
        bare_block_of(row),
        targets=tuple(map(target_mark_of, row.targets.all())),
        task=task_mark_of(row.task) if hasattr(row, "task") else None,
        charge=_charge_of(row.charge) if hasattr(row, "charge") else None,
    )
    return with_later(block, ((target.mark, target.span) for target in row.targets.all()))


def target_mark_of(target: Target) -> TargetMark:
    return TargetMark(
        id=target.mark,
        sentence=target.sentence,
        statement=target.statement,
        group=target.group.code if target.group else "",
        given=frozenset(target.given),
        responsible=target.responsible_id,
        upper=target.upper_id,
        indicator=target.indicator.code if target.indicator else "",
        weaker_reason=target.weaker_reason,
        added_at=_written(target.added_at),
    )


def task_mark_of(task: Task) -> TaskMark:
    by_role: dict[str, list[int]] = defaultdict(list)
    for assignment in task.printed_assignments:
        if not assignment.is_inherited:
            by_role[assignment.role].append(assignment.unit_id)
    return TaskMark(
        lead=tuple(by_role[AssignmentRole.LEAD]),
        partners=tuple(by_role[AssignmentRole.PARTNER]),
        units_said=task.units_said,
        due=task.due_on,
        due_text=task.due_text,
        product=task.product,
        given=frozenset(task.given),
        added_at=_written(task.added_at),
    )


def _charge_of(charge: Charge) -> ChargeMark:
    return ChargeMark(
        units=tuple(sorted(unit.pk for unit in charge.units.all())),
        units_said=charge.units_said,
        added_at=_written(charge.added_at),
    )
