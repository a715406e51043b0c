"""The side panel: what hangs on one line of a sheet, as forms, and what becomes of the line by what is filled in."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.http import QueryDict

from plans.content.values import Block, Content, in_order
from plans.drafting.mark_forms import ChargeMarkForm, MarkChoices, TargetMarkForm, TaskMarkForm
from plans.drafting.marking import with_parts
from plans.models import Document

TASK, CHARGE = "task", "charge"


@dataclass(frozen=True)
class Panel:
    """`filled`: the mark whose form was sent, and what was filled in."""

    document: Document
    content: Content
    block: Block
    filled: tuple[str, str] | None = None

    @cached_property
    def choices(self) -> MarkChoices:
        return MarkChoices.for_block(self.document, self.block)

    @cached_property
    def targets(self) -> list[TargetMarkForm]:
        return [
            TargetMarkForm(self._sent(mark.id), block=self.block, mark=mark, choices=self.choices)
            for mark in in_order(self.block)
        ]

    @cached_property
    def task(self) -> TaskMarkForm | None:
        if self.block.task is None:
            return None
        return TaskMarkForm(self._sent(TASK), content=self.content, block=self.block, choices=self.choices)

    @cached_property
    def charge(self) -> ChargeMarkForm | None:
        if self.block.charge is None:
            return None
        return ChargeMarkForm(self._sent(CHARGE), block=self.block, choices=self.choices)

    def _sent(self, mark: str) -> Any:
        is_sent = self.filled is not None and self.filled[0] == mark
        return QueryDict(self.filled[1]) if self.filled and is_sent else None

    @property
    def is_valid(self) -> bool:
        forms = (*self.targets, self.task, self.charge)
        return all(form.is_valid() for form in forms if form and form.is_bound)

    @property
    def corrected(self) -> Block:
        """The line with what was filled in; after `is_valid`."""
        block = self.block
        for target in self.targets:
            if target.is_bound:
                block = with_parts(block, target.marked())
        if self.task and self.task.is_bound:
            block = replace(block, task=self.task.marked())
        if self.charge and self.charge.is_bound:
            block = replace(block, charge=self.charge.marked())
        return block
