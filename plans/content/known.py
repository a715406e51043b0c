"""Marks that were put by as data, with what they point at as far as it is still there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from childlabour.units.models import Unit
from targets.models import Target

from .groups import groups_of, without_groups
from .values import Block


def with_what_is_known(blocks: tuple[Block, ...], programme: int | None) -> tuple[Block, ...]:
    """Without units and targets above that have gone meanwhile, and groups that `programme` has not. Three queries."""
    units = known_units(unit for block in blocks for unit in units_at(block))
    above = _known(Target, (mark.upper for block in blocks for mark in block.targets))
    left = tuple(_with_known(block, units, above) for block in blocks)
    has_groups = any(mark.group for block in blocks for mark in block.targets)
    return without_groups(left, groups_of(programme)) if has_groups else left


def known_units(ids: Iterable[int | None]) -> set[int]:
    return _known(Unit, ids)


def units_at(block: Block) -> Iterator[int]:
    """Every unit that what hangs on it names by its number."""
    yield from (mark.responsible for mark in block.targets if mark.responsible)
    if block.task:
        yield from (*block.task.lead, *block.task.partners)
    if block.charge:
        yield from block.charge.units


def _known(model: type[Unit] | type[Target], ids: Iterable[int | None]) -> set[int]:
    asked = {pk for pk in ids if pk is not None}
    return set(model.objects.filter(pk__in=asked).values_list("pk", flat=True)) if asked else set()


def _with_known(block: Block, units: set[int], above: set[int]) -> Block:
    targets = tuple(
        replace(
            mark,
            responsible=mark.responsible if mark.responsible in units else None,
            upper=mark.upper if mark.upper in above else None,
        )
        for mark in block.targets
    )
    task, charge = block.task, block.charge
    if task:
        lead, partners = (
            tuple(unit for unit in named if unit in units) for named in (task.lead, task.partners)
        )
        task = replace(task, lead=lead, partners=partners)
    if charge:
        charge = replace(charge, units=tuple(unit for unit in charge.units if unit in units))
    return replace(block, targets=targets, task=task, charge=charge)
