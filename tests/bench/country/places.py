"""The territory: the provinces with their communes of today, and districts and communes before 1/7/2025.

Three communes became one, now and then one of them was divided between two; codes were used again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from random import Random

from childlabour.units.models import Place, PlaceLevel, PlaceSuccession
from childlabour.units.models.succession import SuccessionKind

from .names import PROVINCES, place_name, without_kind
from .rows import Rows

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
FIRST_DAY_WITHOUT = date(2025, 7, 1)
REFORM = "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội"

BECAME_ONE = 3  # communes before 1/7/2025 for one of today; in earnest 10,035 for 3,321
COMMUNES_A_DISTRICT = 10  # before 1/7/2025; in earnest 14
ONE_DIVIDED_IN = 50  # communes before 1/7/2025
KINDS = ("phường", "xã", "xã", "xã", "xã")
OLD_KINDS = ("thị trấn", "xã", "xã", "xã", "phường", "xã", "xã", "xã", "xã", "xã")


@dataclass(frozen=True)
class Territory:
    """A province of today with all that lies, or lay, in it."""

    province: Place
    merged: list[Place]  # provinces that became part of it
    districts: list[Place]
    old_communes: list[Place]
    communes: list[Place]
    successions: list[PlaceSuccession]


def districts_for(communes: int) -> int:
    return -(-communes * BECAME_ONE // COMMUNES_A_DISTRICT)


def lay_places(rows: Rows, rng: Random, communes: list[int]) -> tuple[Place, list[Territory]]:
    """The country, and as many provinces as there are numbers of `communes` of today."""
    survey = Survey(rows, rng)
    country = survey.place(None, PlaceLevel.COUNTRY, "Việt Nam")
    named = zip(PROVINCES.items(), communes, strict=False)
    return country, [survey.territory(country, name, old, many) for (name, old), many in named]


class Survey:
    def __init__(self, rows: Rows, rng: Random):
        self._rows, self._rng = rows, rng
        self._codes = count(1, 3)

    def place(self, parent: Place | None, level: PlaceLevel, name: str, **facts) -> Place:
        place = self._rows.add(Place(parent=parent, level=level, name=name, **facts))
        place.path = f"{parent.path if parent else '/'}{place.pk}/"
        return place

    def territory(self, country: Place, name: str, old: tuple[str, ...], communes: int) -> Territory:
        code, name = name.split(maxsplit=1)
        province = self.place(country, PlaceLevel.PROVINCE, name, code=code)
        merged = [self._ended(country, PlaceLevel.PROVINCE, other) for other in old]
        districts = self._districts([province, *merged], districts_for(communes))
        old_communes = self._old_communes(districts, communes * BECAME_ONE)
        communes = self._communes(province, old_communes[::BECAME_ONE])
        handed_on = [*_merged(merged, province), *_became(old_communes, communes)]
        for succession in handed_on:
            self._rows.add(succession)
        return Territory(province, merged, districts, old_communes, communes, handed_on)

    def _ended(self, parent: Place, level: PlaceLevel, name: str, code: str = "") -> Place:
        return self.place(parent, level, name, code=code, valid_to=LAST_DAY_OF_DISTRICTS)

    def _districts(self, above: list[Place], many: int) -> list[Place]:
        return [
            self._ended(
                above[number % len(above)],
                PlaceLevel.DISTRICT,
                f"huyện {place_name(self._rng)}",
                f"{next(self._codes):03d}",
            )
            for number in range(many)
        ]

    def _old_communes(self, districts: list[Place], many: int) -> list[Place]:
        return [
            self._ended(
                districts[number // COMMUNES_A_DISTRICT],
                PlaceLevel.COMMUNE,
                f"{OLD_KINDS[number % len(OLD_KINDS)]} {place_name(self._rng)}",
                f"{next(self._codes):05d}",
            )
            for number in range(many)
        ]

    def _communes(self, province: Place, named_after: list[Place]) -> list[Place]:
        """Each goes on under the name and the code of one that became part of it."""
        return [
            self.place(
                province,
                PlaceLevel.COMMUNE,
                f"{KINDS[number % len(KINDS)]} {without_kind(old.name)}",
                code=old.code,
                valid_from=FIRST_DAY_WITHOUT,
            )
            for number, old in enumerate(named_after)
        ]


def _merged(provinces: list[Place], into: Place) -> Iterator[PlaceSuccession]:
    return (_succession(old, into, SuccessionKind.MERGED) for old in provinces)


def _became(old_communes: list[Place], communes: list[Place]) -> Iterator[PlaceSuccession]:
    for number, old in enumerate(old_communes):
        place = number // BECAME_ONE
        beside = (place + 1) % len(communes)
        if number % ONE_DIVIDED_IN == 1 and beside != place:
            yield _succession(old, communes[place], SuccessionKind.SPLIT)
            yield _succession(old, communes[beside], SuccessionKind.SPLIT)
        else:
            yield _succession(old, communes[place], SuccessionKind.MERGED)


def _succession(old: Place, new: Place, kind: SuccessionKind) -> PlaceSuccession:
    return PlaceSuccession(old=old, new=new, kind=kind, legal_basis=REFORM)
