"""Units by the names they have in words, with or without their territory: "Công an huyện", "Sở Y tế"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from childlabour.core.vietnamese import search_key
from childlabour.units.models import Unit
from targets.language.lexicon.duties import ASKING_OF_A_UNIT
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.territories import TERRITORIES


def _units_near(unit: Unit) -> dict[str, Unit]:
    """Folded names → units of the issuer's own territory and of those above it; two queries."""
    above = [int(pk) for pk in unit.place.path.strip("/").split("/") if pk]
    found: dict[str, Unit] = {}
    for near in Unit.objects.filter(place_id__in=above).select_related("place").order_by("place__path", "pk"):
        for name in filter(None, (near.name, near.short_name)):
            found |= dict.fromkeys(_also_called(search_key(name), search_key(near.place.name)), near)
    found |= {search_key(name): unit for name in (unit.name, unit.short_name) if name}
    found.pop("", None)
    return found


_KIND = re.compile(rf"{any_of(folded(TERRITORIES))} ")


def _also_called(name: str, place: str) -> Iterator[str]:
    """ "Công an huyện Hữu Lũng": also "Công an huyện", and "Công an" where no doubt of the place is left."""
    yield name
    yield name.removesuffix(place).strip()
    if kind := _KIND.match(place):
        yield name.removesuffix(place[kind.end() :]).strip()


_BETWEEN_NAMES = re.compile(r"[,;]|\bvà\b")
_ASKED = re.compile(rf"^{any_of(folded(ASKING_OF_A_UNIT))} ")
MOST_PIECES = 6  # of one name: "Sở Văn hóa, Thể thao và Du lịch" has three


@dataclass(frozen=True)
class Near:
    """The units near the issuer, called with or without their territory."""

    units: dict[str, Unit]
    place: str

    @classmethod
    def to(cls, unit: Unit) -> "Near":
        """Two queries."""
        return cls(_units_near(unit), search_key(unit.place.name))

    def called(self, name: str) -> Unit | None:
        key = _ASKED.sub("", search_key(name)).strip(" .,;")
        return self.units.get(key) or self.units.get(f"{key} {self.place}")

    def all_called(self, names: str) -> tuple[int, ...]:
        """Of one name or several, parted by the signs that also stand inside names: the longest that is known."""
        parted = list(_BETWEEN_NAMES.finditer(names))
        starts = [0, *(sign.end() for sign in parted)]
        ends = [*(sign.start() for sign in parted), len(names)]
        found: list[int] = []
        at = 0
        while at < len(starts):
            for last in range(min(at + MOST_PIECES, len(ends)) - 1, at - 1, -1):
                if unit := self.called(names[starts[at] : ends[last]]):
                    found.append(unit.pk)
                    at = last
                    break
            at += 1
        return tuple(dict.fromkeys(found))
