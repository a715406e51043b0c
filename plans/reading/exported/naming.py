"""Units by the names that an export gives: whole names first, then as words near the issuer name them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from childlabour.core import lengths
from childlabour.units.models import Unit
from plans.content.near import Near


class Called:
    """A name → the unit in the issuer's territory that has it, else the one that words near it call so.

    Two units that fit are none. `unknown`: names that were asked for and nobody here is called.
    """

    def __init__(self, issuer: Unit, names: Iterable[str]):
        """Three queries."""
        wanted = set(names)
        self.unknown: dict[str, None] = {}
        self._near = Near.to(issuer)
        self._by_name: dict[str, list[Unit]] = {}
        inside = Unit.objects.within(issuer.place)
        for unit in inside.filter(Q(name__in=wanted) | Q(short_name__in=wanted)):
            for name in {unit.name, unit.short_name} - {""}:
                self._by_name.setdefault(name, []).append(unit)

    def __call__(self, name: str) -> int | None:
        """Of a unit that something hangs on."""
        found = self.of_a_line(name)
        if found is None and name:
            self.unknown[name] = None
        return found

    def of_a_line(self, name: str) -> int | None:
        """Of a recipient, who may be no unit."""
        found = self._by_name.get(name, [])
        if len(found) == 1:
            return found[0].pk
        near = self._near.called(name) if name else None
        return near.pk if near else None


def names_in(data: dict[str, Any]) -> set[str]:
    """All that may be names of units, wherever an export of either shape has them."""
    found, waiting = set(), [data.get("units"), data.get("recipients"), data.get("sections")]
    while waiting:
        match waiting.pop():
            case str() as text if len(text) <= lengths.AGENCY:
                found.add(text)
            case list() as items:
                waiting += items
            case dict() as fields:
                waiting += fields.values()
    return found
