"""JSON of the second shape: blocks with what hangs on them, ids of another database made ours by their names. Pure."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from childlabour.core import lengths
from childlabour.core.lengths import whole
from plans.content.shapes import content_from
from plans.content.typed import fields_of, text_from
from plans.content.values import Block, ChargeMark, Content, TargetMark, TaskMark

Called = Callable[[str], int | None]  # a name → the unit near the issuer that has it


def content_in(data: dict[str, Any], called: Called) -> Content:
    """Raises Misshapen. Targets above and blocks of other documents are not linked: their ids are of another place.

    `called` is asked for every unit that something hangs on, and so knows whom nobody here is called.
    """
    content = content_from(data)
    named = {pk: text_from(name) for pk, name in fields_of(data.get("units", {}), "units", dict).items()}
    units = _Units(named, called)
    return replace(content, blocks=tuple(units.ours(block) for block in content.blocks))


class _Units:
    """Theirs → ours. Leads whom nobody here is called stay by name; answering for a target and partnership have no
    place for a name.
    """

    def __init__(self, named: dict[str, str], called: Called):
        self._named, self._called = named, called

    def ours(self, block: Block) -> Block:
        return replace(
            block,
            source=None,
            targets=tuple(map(self._target, block.targets)),
            task=self._task(block.task) if block.task else None,
            charge=self._charge(block.charge) if block.charge else None,
        )

    def _target(self, mark: TargetMark) -> TargetMark:
        responsible = None if mark.responsible is None else self._known(mark.responsible)
        return replace(mark, responsible=responsible, upper=None, added_at="")

    def _task(self, mark: TaskMark) -> TaskMark:
        partners = self._all(mark.partners)
        return replace(
            mark,
            lead=self._all(mark.lead),
            partners=partners,
            units_said=self._said(mark.units_said, mark.lead),
            given=mark.given if partners else mark.given - {"partners"},
            added_at="",
        )

    def _charge(self, mark: ChargeMark) -> ChargeMark:
        said = self._said(mark.units_said, mark.units)
        return replace(mark, units=self._all(mark.units), units_said=said, added_at="")

    def _known(self, unit: int) -> int | None:
        return self._called(self._name(unit))

    def _name(self, unit: int) -> str:
        return self._named.get(str(unit)) or f"số {unit}"

    def _all(self, units: tuple[int, ...]) -> tuple[int, ...]:
        found = map(self._known, units)
        return tuple(dict.fromkeys(unit for unit in found if unit is not None))

    def _said(self, said: str, units: tuple[int, ...]) -> str:
        """All by their names, where one of them is not known here and the words do not name them."""
        if said or all(self._known(unit) for unit in units):
            return said
        return whole(", ".join(map(self._name, units)), lengths.AGENCY)
