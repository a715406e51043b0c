"""JSON of the second shape: blocks with what hangs on them, ids of another database made ours by their names. Pure."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from plans.content.shapes import content_from
from plans.content.typed import fields_of, text_from
from plans.content.values import Block, ChargeMark, Content, TargetMark, TaskMark

Called = Callable[[str], int | None]  # a name → the unit near the issuer that has it


def content_in(data: dict[str, Any], called: Called) -> Content:
    """Raises Misshapen. Targets above and blocks of other documents are not linked: their ids are of another place."""
    content = content_from(data)
    named = {pk: text_from(name) for pk, name in fields_of(data.get("units", {}), "units", dict).items()}
    units = _Units(named, {pk: called(name) for pk, name in named.items()})
    return replace(content, blocks=tuple(units.ours(block) for block in content.blocks))


class _Units:
    """Theirs → ours; whom nobody here is called stays by name, where the words can say so."""

    def __init__(self, named: dict[str, str], known: dict[str, int | None]):
        self._named, self._known = named, known

    def ours(self, block: Block) -> Block:
        return replace(
            block,
            source=None,
            targets=tuple(map(self._target, block.targets)),
            task=self._task(block.task) if block.task else None,
            charge=self._charge(block.charge) if block.charge else None,
        )

    def _target(self, mark: TargetMark) -> TargetMark:
        responsible = self._known.get(str(mark.responsible))
        return replace(mark, responsible=responsible, upper=None, added_at="")

    def _task(self, mark: TaskMark) -> TaskMark:
        return replace(
            mark,
            lead=self._all(mark.lead),
            partners=self._all(mark.partners),
            units_said=self._said(mark.units_said, mark.lead),
            added_at="",
        )

    def _charge(self, mark: ChargeMark) -> ChargeMark:
        said = self._said(mark.units_said, mark.units)
        return replace(mark, units=self._all(mark.units), units_said=said, added_at="")

    def _all(self, units: tuple[int, ...]) -> tuple[int, ...]:
        found = (self._known.get(str(unit)) for unit in units)
        return tuple(dict.fromkeys(unit for unit in found if unit is not None))

    def _said(self, said: str, units: tuple[int, ...]) -> str:
        """By their names where none of them is known here."""
        if said or self._all(units):
            return said
        return ", ".join(self._named[str(unit)] for unit in units if str(unit) in self._named)
