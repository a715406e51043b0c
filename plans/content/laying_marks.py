"""The part of the one writer that lays what hangs on words: targets, tasks with their units, charges.

Only of the blocks that changed; where nothing hung on them and nothing does now, nothing is asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import ProtectedError

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import seen
from plans.law.belonging import rows_of
from plans.models import Assignment, AssignmentRole, Charge, ChargedUnit, Document, StoredBlock, Task
from targets.models import Indicator, Target

from .change import Change
from .faults import SHOWN
from .groups import groups_of
from .later import span_as_data
from .rows import Changed, put, write
from .values import Block, ChargeMark, Inherited, TargetMark, TaskMark, in_order, inherited


def lay_marks(change: Change, rows: dict[str, StoredBlock], document: Document) -> None:
    """`rows`: those of the blocks that changed, by key."""
    laying = _Laying(change, rows, document)
    if change.touches("targets"):
        laying.targets()
    if change.touches("task"):
        laying.tasks()
    if change.touches("task") or change.given_anew:
        laying.assignments()
    if change.touches("charge"):
        laying.charges()


@dataclass
class _Laying:
    change: Change
    rows: dict[str, StoredBlock]
    document: Document

    def targets(self) -> None:
        marks = {mark.id: block for block in self._touched() for mark in block.targets}
        kept = {
            target.mark: target
            for target in rows_of(Target, self.document).filter(block__key__in=self.change.keys)
        }
        groups = groups_of(self.document.programme_id)
        indicators = self._indicators(marks.values())
        if problems := list(self._unknown(groups, indicators)):
            raise Refusal(*problems)
        new: list[Target] = []
        changed: Changed[Target] = {}
        for block in self._touched():
            later_last = sorted(in_order(block), key=lambda mark: bool(mark.added_at))
            for order, mark in enumerate(later_last):
                if self._stays(block, mark):
                    continue
                said = self._of_target(block, mark, order, groups, indicators)
                put(Target, kept.get(mark.id), {"mark": mark.id}, said, new, changed)
        self._take_away([row.pk for mark, row in kept.items() if mark not in marks])
        write(Target, new, changed, self._keys())

    def _take_away(self, targets: list[int]) -> None:
        try:
            Target.objects.filter(pk__in=targets).delete()
        except ProtectedError as fault:
            raise Refusal(
                "Chỉ tiêu này đã có số liệu báo cáo, nên không bỏ đánh dấu được nữa: sửa phần đo của nó."
            ) from fault

    def _touched(self) -> Iterable[Block]:
        return (self.change.after[key] for key in self.change.touched)

    def _keys(self) -> dict[int, str]:
        return {row.pk: key for key, row in self.rows.items()}

    def _stays(self, block: Block, mark: TargetMark | TaskMark | ChargeMark) -> bool:
        """Frozen with the words."""
        return not mark.added_at and self.change.adds_only(block.key)

    def _indicators(self, blocks: Iterable[Block]) -> dict[str, int]:
        codes = {mark.indicator for block in blocks for mark in block.targets if mark.indicator}
        return dict(Indicator.objects.filter(code__in=codes).values_list("code", "pk")) if codes else {}

    def _unknown(self, groups: dict[str, int], indicators: dict[str, int]) -> Iterator[Problem]:
        """What is not known is refused, for it would be lost."""
        for block in self._touched():
            for mark in block.targets:
                if self._stays(block, mark):
                    continue
                if mark.group and mark.group not in groups:
                    yield Problem(
                        f"Chương trình của văn bản không có nhóm mục tiêu “{_shown(mark.group)}” "
                        f"của chỉ tiêu “{_shown(mark.sentence)}”: chọn lại nhóm.",
                        anchor=block.key,
                    )
                if mark.indicator and mark.indicator not in indicators:
                    yield Problem(
                        f"Không có chỉ số “{_shown(mark.indicator)}” của chỉ tiêu “{_shown(mark.sentence)}”: "
                        "chọn lại chỉ số.",
                        anchor=block.key,
                    )

    def _of_target(
        self,
        block: Block,
        mark: TargetMark,
        order: int,
        groups: dict[str, int],
        indicators: dict[str, int],
    ) -> dict[str, Any]:
        return {
            "block_id": self.rows[block.key].pk,
            "order": order,
            "group_id": groups[mark.group] if mark.group else None,
            "sentence": mark.sentence,
            "responsible_id": mark.responsible,
            "upper_id": mark.upper,
            "indicator_id": indicators[mark.indicator] if mark.indicator else None,
            "weaker_reason": mark.weaker_reason,
            "given": sorted(mark.given),
            "added_at": _moment(mark.added_at),
            "span": span_as_data(block, mark),
            **mark.statement.kept,
        }

    def tasks(self) -> None:
        kept = {
            task.block_id: task
            for task in rows_of(Task, self.document).filter(block__key__in=self.change.keys)
        }
        new: list[Task] = []
        changed: Changed[Task] = {}
        for block in self._touched():
            if block.task:
                row = self.rows[block.key]
                there = kept.pop(row.pk, None)
                if not self._stays(block, block.task):
                    put(Task, there, {"block_id": row.pk}, _of_task(block, block.task), new, changed)
        Task.objects.filter(pk__in=[task.pk for task in kept.values()]).delete()
        write(Task, new, changed, self._keys())

    def assignments(self) -> None:
        """One row a task and unit: its own lead and partners, else those of the charge it stands under.

        A row that says who does it keeps the moment it was given; who does it otherwise than before has it given anew.
        """
        keys = (*self.change.keys, *self.change.given_anew)
        tasks = dict(rows_of(Task, self.document).filter(block__key__in=keys).values_list("block__key", "pk"))
        kept = {
            (row.task_id, row.unit_id): row
            for row in rows_of(Assignment, self.document).filter(task__in=tasks.values(), given_at=None)
        }
        from_above = inherited(tuple(self.change.after.values()))
        new: list[Assignment] = []
        for key, task in tasks.items():
            mark, above = self.change.after[key].task, from_above.get(key)
            for unit, (role, is_inherited) in units_of(mark or TaskMark(), above).items():
                there = kept.get((task, unit))
                if there and (there.role, there.is_inherited) == (role, is_inherited):
                    del kept[task, unit]
                    continue
                since = above.added_at if is_inherited and above else ""
                added_at = _moment(mark.added_at if mark and mark.added_at else since)
                said = {"role": role, "is_inherited": is_inherited, "added_at": added_at}
                new.append(Assignment(task_id=task, unit_id=unit, **said))
        Assignment.objects.filter(pk__in=[row.pk for row in kept.values()]).delete()
        write(Assignment, new, {})

    def charges(self) -> None:
        kept = {
            charge.block_id: charge
            for charge in rows_of(Charge, self.document).filter(block__key__in=self.change.keys)
        }
        new: list[Charge] = []
        changed: Changed[Charge] = {}
        asked: dict[int, frozenset[int]] = {}
        for block in self._touched():
            if mark := block.charge:
                row = self.rows[block.key]
                there = kept.pop(row.pk, None)
                if not self._stays(block, mark):
                    said = {"units_said": mark.units_said, "added_at": _moment(mark.added_at)}
                    put(Charge, there, {"block_id": row.pk}, said, new, changed)
                    asked[row.pk] = frozenset(mark.units)
        Charge.objects.filter(pk__in=[charge.pk for charge in kept.values()]).delete()
        write(Charge, new, changed, self._keys())
        self._charged_units(asked)

    def _charged_units(self, asked: dict[int, frozenset[int]]) -> None:
        charges = dict(Charge.objects.filter(block__in=asked).values_list("block_id", "pk"))
        wanted = {(charges[block], unit) for block, units in asked.items() for unit in units}
        rows = ChargedUnit.objects.filter(charge__in=charges.values())
        there = {(charge, unit): pk for pk, charge, unit in rows.values_list("pk", "charge_id", "unit_id")}
        ChargedUnit.objects.filter(pk__in=[pk for pair, pk in there.items() if pair not in wanted]).delete()
        added = [ChargedUnit(charge_id=c, unit_id=u) for c, u in sorted(wanted - set(there))]
        ChargedUnit.objects.bulk_create(added)


def _of_task(block: Block, mark: TaskMark) -> dict[str, Any]:
    return {
        "name": block.name,
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


def _moment(written: str) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _shown(text: str) -> str:
    return seen(text)[:SHOWN]
