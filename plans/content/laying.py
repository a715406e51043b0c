"""The one writer: makes a draft say a `Content`, in one transaction and a fixed number of queries.

What stands already under the same key is changed, what is new is added, what is gone gets a tombstone; a row that
says the same as before is not written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import search_key
from plans.citing.act import NamedAct
from plans.citing.cited import known_document
from plans.law.belonging import rows_of
from plans.models import (
    Assignment,
    AssignmentRole,
    Charge,
    ChargedUnit,
    Citation,
    Document,
    Purpose,
    Recipient,
    StoredBlock,
    Task,
)
from targets.models import Indicator, ObjectiveGroup, Target

from .faults import faults_of
from .later import frozen_block, span_as_data
from .shapes import layout_as_data, runs_as_data
from .values import Block, Content, Inherited, TargetMark, TaskMark, in_order, inherited

M = TypeVar("M", bound=Model)
AT_ONCE = 500  # rows an insert or update


@transaction.atomic
def lay(content: Content, document: Document) -> None:
    """Raises Refusal with every reason why not; then nothing is written. The caller has seen to rights and locks."""
    if faults := list(faults_of(content)):
        raise Refusal(*faults)
    _lay_head(content, document)
    rows = _lay_blocks(content, document)
    meaning = _Meaning(document, rows)
    meaning.lay_targets(content)
    meaning.lay_tasks(content)
    meaning.lay_charges(content)
    _lay_grounds(content, document)
    _lay_receivers(content, document)
    _forget(document)


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def _lay_head(content: Content, document: Document) -> None:
    said = {
        "title": content.title,
        "addressees": "\n".join(content.addressees),
        "signature_lines": "\n".join(content.signature_lines),
        "signer": content.signer,
    }
    if any(getattr(document, name) != value for name, value in said.items()):
        for name, value in said.items():
            setattr(document, name, value)
        document.save()


def _lay_blocks(content: Content, document: Document) -> dict[str, StoredBlock]:
    """The rows by key, as they stand now."""
    kept = {row.key: row for row in StoredBlock.objects.filter(document=document)}
    new, changed = [], []
    for place, block in enumerate(content.blocks):
        said = _columns(frozen_block(block), place)
        row = kept.get(block.key)
        if row is None:
            kept[block.key] = StoredBlock(document=document, key=block.key, **said)
            new.append(kept[block.key])
        elif any(getattr(row, name) != value for name, value in said.items()):
            row.version += any(getattr(row, name) != said[name] for name in ("marker", "runs", "layout"))
            for name, value in said.items():
                setattr(row, name, value)
            changed.append(row)
    standing = {block.key for block in content.blocks}
    gone = [row for row in kept.values() if row.key not in standing and row.removed_at is None]
    for row in gone:
        row.removed_at = now()
    StoredBlock.objects.bulk_create(new, AT_ONCE)
    StoredBlock.objects.bulk_update(
        [*changed, *gone],
        [*_columns(content.blocks[0], 0), "version"] if content.blocks else ["removed_at"],
        AT_ONCE,
    )
    return {key: row for key, row in kept.items() if key in standing}


def _columns(block: Block, place: int) -> dict[str, Any]:
    return {
        "place": place,
        "type": block.type,
        "level": block.level,
        "marker": block.marker,
        "runs": runs_as_data(block.runs),
        "layout": layout_as_data(block),
        "made_from": block.made_from,
        "source_document": block.source.document if block.source else None,
        "source_key": block.source.key if block.source else "",
        "removed_at": None,
        "folded": search_key(block.printed),
    }


# ── Meaning ──────────────────────────────────────────────────────────────────────────────────────


@dataclass
class _Meaning:
    document: Document
    rows: dict[str, StoredBlock]

    def lay_targets(self, content: Content) -> None:
        groups = self._groups()
        indicators = {indicator.code: indicator.pk for indicator in self._indicators(content)}
        kept = {target.mark: target for target in rows_of(Target, self.document)}
        new, changed = [], []
        for block in content.blocks:
            for order, mark in enumerate(in_order(block)):
                said = self._of_target(block, mark, order, groups, indicators)
                _put(Target, kept.get(mark.id), {"mark": mark.id}, said, new, changed)
        marks = {mark.id for _, mark in content.targets}
        Target.objects.filter(pk__in=[row.pk for mark, row in kept.items() if mark not in marks]).delete()
        _write(Target, new, changed)

    def _groups(self) -> dict[str, int]:
        if self.document.programme_id is None:
            return {}
        return {
            group.code: group.pk
            for group in ObjectiveGroup.objects.filter(programme=self.document.programme_id)
        }

    def _indicators(self, content: Content) -> Iterable[Indicator]:
        codes = {mark.indicator for _, mark in content.targets if mark.indicator}
        return Indicator.objects.filter(code__in=codes) if codes else ()

    def _of_target(
        self,
        block: Block,
        mark: TargetMark,
        order: int,
        groups: dict[str, int],
        indicators: dict[str, int],
    ) -> dict[str, Any]:
        """By ids: a row that stands already is compared without asking for what it points at."""
        return {
            "block_id": self.rows[block.key].pk,
            "order": order,
            "group_id": groups.get(mark.group),
            "sentence": mark.sentence,
            "responsible_id": mark.responsible,
            "upper_id": mark.upper,
            "indicator_id": indicators.get(mark.indicator),
            "weaker_reason": mark.weaker_reason,
            "given": sorted(mark.given),
            "added_at": _moment(mark.added_at),
            "span": span_as_data(block, mark),
            **mark.statement.kept,
        }

    def lay_tasks(self, content: Content) -> None:
        kept = {task.block_id: task for task in rows_of(Task, self.document)}
        new: list[Task] = []
        changed: list[Task] = []
        for block, task in content.tasks:
            row = self.rows[block.key]
            _put(Task, kept.pop(row.pk, None), {"block": row}, _of_task(block, task), new, changed)
        Task.objects.filter(pk__in=[task.pk for task in kept.values()]).delete()
        _write(Task, new, changed)
        self._lay_assignments(content)

    def _lay_assignments(self, content: Content) -> None:
        """One row a task and unit: its own lead and partners, else those of the charge it stands under."""
        tasks = {task.block_id: task for task in rows_of(Task, self.document)}
        kept = {(row.task_id, row.unit_id): row for row in rows_of(Assignment, self.document)}
        from_above = inherited(content.blocks)
        new: list[Assignment] = []
        changed: list[Assignment] = []
        for block, mark in content.tasks:
            task = tasks[self.rows[block.key].pk]
            above = from_above.get(block.key)
            for unit, (role, is_inherited) in units_of(mark, above).items():
                since = above.added_at if is_inherited and above else ""
                added_at = _moment(mark.added_at or since)
                said = {"role": role, "is_inherited": is_inherited, "added_at": added_at}
                which = {"task_id": task.pk, "unit_id": unit}
                _put(Assignment, kept.pop((task.pk, unit), None), which, said, new, changed)
        Assignment.objects.filter(pk__in=[row.pk for row in kept.values()]).delete()
        _write(Assignment, new, changed)

    def lay_charges(self, content: Content) -> None:
        kept = {charge.block_id: charge for charge in rows_of(Charge, self.document)}
        new: list[Charge] = []
        changed: list[Charge] = []
        charged = [(self.rows[block.key], block.charge) for block in content.blocks if block.charge]
        for row, mark in charged:
            said = {"units_said": mark.units_said, "added_at": _moment(mark.added_at)}
            _put(Charge, kept.pop(row.pk, None), {"block": row}, said, new, changed)
        Charge.objects.filter(pk__in=[charge.pk for charge in kept.values()]).delete()
        _write(Charge, new, changed)
        self._lay_charged_units({row.pk: frozenset(mark.units) for row, mark in charged})

    def _lay_charged_units(self, asked: dict[int, frozenset[int]]) -> None:
        charges = {c.block_id: c.pk for c in rows_of(Charge, self.document)}
        wanted = {(charges[block], unit) for block, units in asked.items() for unit in units}
        there = set(rows_of(ChargedUnit, self.document).values_list("charge_id", "unit_id"))
        if gone := there - wanted:
            ChargedUnit.objects.filter(
                charge_id__in={c for c, _ in gone}, unit_id__in={u for _, u in gone}
            ).delete()
            there = {pair for pair in there if pair[0] not in {c for c, _ in gone}}
        ChargedUnit.objects.bulk_create(
            [ChargedUnit(charge_id=c, unit_id=u) for c, u in sorted(wanted - there)], ignore_conflicts=True
        )


def _of_task(block: Block, mark: TaskMark) -> dict[str, Any]:
    return {
        "name": block.text,
        "units_said": mark.units_said,
        "due_on": mark.due,
        "due_text": mark.due_text,
        "product": mark.product,
        "given": sorted(mark.given),
        "added_at": _moment(mark.added_at),
    }


def units_of(mark: TaskMark, above: Inherited | None) -> dict[int, tuple[str, bool]]:
    """Unit → role, and whether it comes from the heading above. Who leads does not co-operate with himself."""
    units = dict.fromkeys(mark.partners, (AssignmentRole.PARTNER.value, False))
    units |= dict.fromkeys(mark.lead, (AssignmentRole.LEAD.value, False))
    if not mark.lead and not mark.units_said and above:
        units |= {unit: (AssignmentRole.LEAD.value, True) for unit in above.lead if unit not in units}
    return units


# ── Head and foot ────────────────────────────────────────────────────────────────────────────────


def _lay_grounds(content: Content, document: Document) -> None:
    kept = list(document.citations.all())
    new: list[Citation] = []
    changed: list[Citation] = []
    for order, ground in enumerate(content.citations):
        said = {
            "text": ground.text,
            "act_type": ground.type,
            "act_number": ground.number,
            "act_date": ground.date,
            "act_issuer": ground.issuer,
        }
        row = kept[order] if order < len(kept) else None
        if row is None or any(getattr(row, name) != value for name, value in said.items()):
            act = NamedAct(ground.text, number=ground.number, date=ground.date)
            said["cited_document"] = known_document(act)
        _put(Citation, row, {"document": document}, said | {"order": order}, new, changed)
    Citation.objects.filter(pk__in=[row.pk for row in kept[len(content.citations) :]]).delete()
    _write(Citation, new, changed)


def _lay_receivers(content: Content, document: Document) -> None:
    kept = list(document.recipients.all())
    new: list[Recipient] = []
    changed: list[Recipient] = []
    for order, receiver in enumerate(content.recipients):
        said = {
            "order": order,
            "text": receiver.text,
            "purpose": receiver.purpose or Purpose.ACT.value,
            "unit_id": receiver.unit,
        }
        _put(
            Recipient, kept[order] if order < len(kept) else None, {"document": document}, said, new, changed
        )
    Recipient.objects.filter(pk__in=[row.pk for row in kept[len(content.recipients) :]]).delete()
    _write(Recipient, new, changed)


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────


def _put(
    model: type[M], row: M | None, which: dict[str, Any], said: dict[str, Any], new: list[M], changed: list[M]
) -> None:
    if row is None:
        new.append(model(**which, **said))
    elif any(getattr(row, name) != value for name, value in said.items()):
        for name, value in said.items():
            setattr(row, name, value)
        changed.append(row)


def _write(model: type[M], new: list[M], changed: list[M]) -> None:
    """Rules of the rows are asked before anything is written; a refused value names its sentence."""
    if problems := list(_refused([*new, *changed])):
        raise Refusal(*problems)
    model._default_manager.bulk_create(new, AT_ONCE)
    if changed:
        columns = [field.name for field in model._meta.concrete_fields if not field.primary_key]
        model._default_manager.bulk_update(changed, columns, AT_ONCE)


def _refused(rows: Iterable[Model]) -> Iterator[Problem]:
    for row in rows:
        keys = {field.name for field in row._meta.fields if field.is_relation}
        try:
            row.clean_fields(exclude=keys)
            row.clean()
        except ValidationError as fault:
            for messages in fault.message_dict.values():
                yield from (Problem(f"“{row}”: {message}") for message in messages)


def _moment(written: str) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _forget(document: Document) -> None:
    """What was fetched before is not what stands now."""
    document.__dict__.pop("standing_blocks", None)
    getattr(document, "_prefetched_objects_cache", {}).clear()
