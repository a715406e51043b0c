"""A document as it is kept → `Content`. A fixed set of queries, however long it is."""

from collections import defaultdict
from dataclasses import replace

from django.db.models import Prefetch, prefetch_related_objects

from childlabour.core.vietnamese import lines_of
from plans.law.blocks import BlockType
from plans.models import Assignment, AssignmentRole, Charge, Document, StoredBlock, Task
from targets.models import Target

from .later import with_later
from .shapes import layout_from, runs_from
from .values import (
    Block,
    CameFrom,
    ChargeMark,
    Content,
    Ground,
    Receiver,
    TargetMark,
    TaskMark,
)

STANDING = Prefetch("blocks", StoredBlock.objects.filter(removed_at=None), to_attr="standing_blocks")
KEPT = (
    STANDING,
    Prefetch("standing_blocks__targets", Target.objects.select_related("group", "indicator")),
    Prefetch("standing_blocks__task", Task.objects.all()),
    Prefetch("standing_blocks__task__assignments", Assignment.objects.order_by("pk")),
    Prefetch("standing_blocks__charge", Charge.objects.all()),
    "standing_blocks__charge__units",
    "citations",
    "recipients",
)


def content_of(document: Document) -> Content:
    """Eight queries; free when `KEPT` was prefetched."""
    prefetch_related_objects([document], *KEPT)
    return Content(
        title=document.title,
        addressees=tuple(lines_of(document.addressees)),
        citations=tuple(
            Ground(one.text, one.act_type, one.act_number, one.act_date, one.act_issuer)
            for one in document.citations.all()
        ),
        blocks=tuple(map(block_of, document.standing_blocks)),
        recipients=tuple(Receiver(one.text, one.purpose, one.unit_id) for one in document.recipients.all()),
        signature_lines=tuple(lines_of(document.signature_lines)),
        signer=document.signer,
    )


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
        added_at=target.added_at.isoformat() if target.added_at else "",
    )


def task_mark_of(task: Task) -> TaskMark:
    by_role: dict[str, list[int]] = defaultdict(list)
    for assignment in task.assignments.all():
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
        added_at=task.added_at.isoformat() if task.added_at else "",
    )


def _charge_of(charge: Charge) -> ChargeMark:
    return ChargeMark(
        units=tuple(sorted(unit.pk for unit in charge.units.all())),
        units_said=charge.units_said,
        added_at=charge.added_at.isoformat() if charge.added_at else "",
    )
