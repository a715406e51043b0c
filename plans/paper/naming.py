"""Units by their ids, as lists and tables name them."""

from collections.abc import Iterable
from functools import cached_property

from childlabour.units.models import Unit
from childlabour.units.naming import in_words
from plans.content.values import Content, TaskMark, inherited
from plans.models import Document

SEVERAL = 3  # few units are never all the communes: only a longer list costs the query that tells


class Names:
    """The units that the marks of a content speak of; one query, none where they speak of none."""

    def __init__(self, document: Document, content: Content):
        self._document, self._content = document, content

    @cached_property
    def _units(self) -> dict[int, Unit]:
        ids = {unit for _, task in self._content.tasks for unit in (*task.lead, *task.partners)}
        ids |= {unit for block in self._content.blocks if block.charge for unit in block.charge.units}
        ids |= {mark.responsible for _, mark in self._content.targets if mark.responsible}
        return Unit.objects.select_related("place").in_bulk(ids) if ids else {}

    def by_id(self) -> dict[str, str]:
        """For readers who do not have our ids."""
        return {str(pk): unit.name for pk, unit in sorted(self._units.items())}

    @staticmethod
    def of_units(ids: Iterable[int]) -> dict[str, str]:
        """The same of these units alone; one query."""
        return {
            str(pk): name
            for pk, name in Unit.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "name")
        }

    def each(self, units: Iterable[int]) -> list[str]:
        return [self._units[unit].name for unit in units if unit in self._units]

    def together(self, units: Iterable[int]) -> str:
        """In one phrase, all communes by one name."""
        known = tuple(self._units[unit] for unit in units if unit in self._units)
        return in_words(known, self._document.communes if len(known) >= SEVERAL else ())


def leads_of(content: Content) -> dict[str, tuple[tuple[int, ...], str]]:
    """By key of its block, who leads each task (its own units, else those of the charge above) and in what words."""
    above = inherited(content.blocks)
    found: dict[str, tuple[tuple[int, ...], str]] = {}
    for block, task in content.tasks:
        found[block.key] = (task.lead, task.units_said)
        if _names_nobody(task) and block.key in above:
            charge = above[block.key]
            units = tuple(unit for unit in charge.lead if unit not in task.partners)
            found[block.key] = (units, charge.units_said)
    return found


def _names_nobody(task: TaskMark) -> bool:
    return not task.lead and not task.units_said
