"""The choices offered beside a list: only such as lead somewhere, and few enough for a phone.

A country has thousands of communes: places are offered one level at a time below the chosen one, issuers
only within the chosen place. Search finds the rest by name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Max, Min, TextChoices
from django.http import QueryDict

from childlabour.core.vietnamese import short_date, sort_key
from childlabour.units.models import Place, Unit
from childlabour.units.models.place import PlaceLevel
from plans.models import Document, Kind
from targets.models import Programme

MOST_ISSUERS = 60


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    depth: int = 0

    @property
    def indent(self) -> str:
        return "\u2007\u2007" * self.depth  # an option keeps no margin; a figure space is not collapsed


@dataclass(frozen=True)
class Narrowing:
    """One select of the filter form: its name in the address, its choices, the chosen one."""

    name: str
    label: str
    anything: str
    choices: tuple[Choice, ...]
    chosen: str = ""
    remark: str = ""

    @property
    def chosen_label(self) -> str:
        """ "" when nothing of what is offered is chosen."""
        return next((choice.label for choice in self.choices if choice.value == self.chosen), "")


@dataclass(frozen=True)
class Chip:
    """One condition of the list as it stands, and the address of the list without it."""

    label: str
    without: str


def chips_of(given: QueryDict, narrowings: Iterable[Narrowing]) -> tuple[Chip, ...]:
    """In the order of the form. Pure."""
    return tuple(
        Chip(narrowing.chosen_label, _without(given, narrowing.name))
        for narrowing in narrowings
        if narrowing.chosen_label
    )


def _without(given: QueryDict, name: str) -> str:
    rest = given.copy()
    for gone in (name, "page"):
        rest.pop(gone, None)
    return f"?{rest.urlencode()}"


def narrowings_of(
    given: Mapping[str, str], place: Place | None, issuer: Unit | None
) -> tuple[Narrowing, ...]:
    """The selects of the list page; `given` is the address's query. Five queries."""
    issuers, remark = _issuers(place, issuer)
    return (
        Narrowing("programme", "Chương trình", "Mọi chương trình", _programmes(), given.get("programme", "")),
        Narrowing("place", "Địa bàn", "Cả nước", _places(place), given.get("place", "")),
        Narrowing("issuer", "Cơ quan ban hành", "Mọi cơ quan", issuers, given.get("issuer", ""), remark),
        Narrowing("year", "Năm", "Mọi năm", _years(), given.get("year", "")),
        Narrowing("kind", "Loại văn bản", "Mọi loại", _of(Kind), given.get("kind", "")),
        Narrowing("level", "Cấp", "Mọi cấp", _of(PlaceLevel), given.get("level", "")),
    )


def _of(choices: type[TextChoices]) -> tuple[Choice, ...]:
    return tuple(Choice(value, label[:1].upper() + label[1:]) for value, label in choices.choices)


def _programmes() -> tuple[Choice, ...]:
    return tuple(Choice(programme.code, str(programme)) for programme in Programme.objects.all())


def _years() -> tuple[Choice, ...]:
    span = Document.objects.public().aggregate(first=Min("period_from"), last=Max("period_to"))
    if span["first"] is None:
        return ()
    return tuple(Choice(str(year), str(year)) for year in range(span["last"], span["first"] - 1, -1))


def _issuers(place: Place | None, chosen: Unit | None) -> tuple[tuple[Choice, ...], str]:
    documents = Document.objects.public()
    units = Unit.objects.filter(pk__in=documents.values("unit"))
    if place:
        units = units.within(place)
    found = sorted(units[: MOST_ISSUERS + 1], key=lambda unit: sort_key(str(unit)))
    remark = ""
    if len(found) > MOST_ISSUERS:
        found, remark = [], "Có nhiều cơ quan. Chọn địa bàn trước để thu hẹp."
    if chosen and chosen not in found:
        found.insert(0, chosen)
    return tuple(Choice(str(unit.pk), str(unit)) for unit in found), remark


def _places(chosen: Place | None) -> tuple[Choice, ...]:
    """The way down to the chosen place, and what lies right below it and has issued something."""
    paths = Document.objects.public().order_by().values_list("unit__place__path", flat=True).distinct()
    above = _ids(chosen.path) if chosen else ()
    below = {step for path in paths for step in _steps_below(path, above)}
    places = Place.objects.in_bulk({*above, *below})
    way = [place for pk in above if (place := places.get(pk)) and (place == chosen or not _is_country(place))]
    children = _offered([places[pk] for pk in below], way)
    return (
        *(_choice(place, depth) for depth, place in enumerate(way)),
        *(_choice(place, len(way)) for place in sorted(children, key=lambda place: sort_key(place.name))),
    )


def _steps_below(path: str, above: tuple[int, ...]) -> Iterable[int]:
    """The next step of `path` below `above`; at the top two steps, for the first may be the whole country."""
    steps = _ids(path)
    if steps[: len(above)] != above:
        return ()
    return steps[len(above) : len(above) + (1 if above else 2)]


def _offered(places: list[Place], way: list[Place]) -> list[Place]:
    if way:
        return places
    countries = {place.pk for place in places if _is_country(place)}
    top = [place for place in places if place.parent_id is None or place.parent_id in countries]
    return [place for place in top if not _is_country(place)]


def _is_country(place: Place) -> bool:
    """Offered already as "Cả nước"."""
    return place.level == PlaceLevel.COUNTRY


def _ids(path: str) -> tuple[int, ...]:
    return tuple(int(step) for step in path.split("/") if step)


def _choice(place: Place, depth: int) -> Choice:
    ended = f" (đến {short_date(place.valid_to)})" if place.valid_to else ""
    return Choice(str(place.pk), f"{place.name}{ended}", depth)
