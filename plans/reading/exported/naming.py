"""Units by the names that an export gives: whole names first, then as words near the issuer name them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from childlabour.core import lengths
from childlabour.units.models import Unit
from plans.content.near import Near


class Called:
    """A name → the unit that has it, inside the issuer's territory before any other; two units that fit are none."""

    def __init__(self, issuer: Unit, names: Iterable[str]):
        """Three queries."""
        wanted = set(names)
        self._near = Near.to(issuer)
        self._inside = issuer.place.path
        self._by_name: dict[str, list[Unit]] = {}
        for unit in Unit.objects.filter(Q(name__in=wanted) | Q(short_name__in=wanted)).select_related(
            "place"
        ):
            for name in {unit.name, unit.short_name} - {""}:
                self._by_name.setdefault(name, []).append(unit)

    def __call__(self, name: str) -> int | None:
        found = self._by_name.get(name, [])
        inside = [unit for unit in found if unit.place.path.startswith(self._inside)]
        for fitting in (inside, found):
            if len(fitting) == 1:
                return fitting[0].pk
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
