"""Objective groups, which marks name by the codes that they have in the programme of their document."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from targets.models import ObjectiveGroup

from .values import Block


def groups_of(programme: int | None) -> dict[str, int]:
    """Code → id. One query, none without a programme."""
    if programme is None:
        return {}
    return dict(ObjectiveGroup.objects.filter(programme=programme).values_list("code", "pk"))


def without_groups(blocks: Iterable[Block], known: Collection[str] = ()) -> tuple[Block, ...]:
    """The same blocks; their targets stay in groups that are `known` and leave the others, with their indicators."""
    return tuple(
        replace(
            block,
            targets=tuple(
                replace(mark, group="", indicator="") if mark.group and mark.group not in known else mark
                for mark in block.targets
            ),
        )
        if block.targets
        else block
        for block in blocks
    )
