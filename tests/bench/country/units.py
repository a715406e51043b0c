"""The offices: the State's, each province's, each commune's, and those that ended with the reform of 2025."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from django.utils.timezone import get_default_timezone

from childlabour.units.models import Place, PlaceLevel, Unit, UnitFunction, UnitSuccession
from childlabour.units.models.succession import SuccessionKind

from .names import PROVINCES, without_kind
from .places import BECAME_ONE, REFORM, Territory, districts_for
from .rows import Rows
from .size import Size, share

LAST_DAY_OF_LABOUR = date(2025, 2, 28)
ENTERED = datetime(2026, 1, 5, 8, tzinfo=get_default_timezone())  # when the keeper wrote the offices in


@dataclass(frozen=True)
class Office:
    """An office under a committee; {} in its name stands for the committee's place."""

    name: str
    function: UnitFunction
    symbol: str = ""
    drafts: bool = False
    is_subordinate: bool = True
    valid_to: date | None = None


LABOUR = Office(
    "Sở Lao động - Thương binh và Xã hội {}",
    UnitFunction.CHILDREN,
    "SLĐTBXH",
    drafts=True,
    valid_to=LAST_DAY_OF_LABOUR,
)
OF_A_PROVINCE = (
    Office("Sở Y tế {}", UnitFunction.CHILDREN, "SYT", drafts=True),
    LABOUR,
    Office("Sở Nội vụ {}", UnitFunction.OFFICE, "SNV"),
    Office("Sở Giáo dục và Đào tạo {}", UnitFunction.SCHOOL, "SGDĐT"),
    Office("Sở Tài chính {}", UnitFunction.FINANCE, "STC"),
    Office("Sở Văn hóa, Thể thao và Du lịch {}", UnitFunction.CULTURE, "SVHTTDL"),
    Office("Công an {}", UnitFunction.POLICE, "CA"),
    Office("Ủy ban Mặt trận Tổ quốc Việt Nam {}", UnitFunction.FRONT, is_subordinate=False),
    Office("Hội Liên hiệp Phụ nữ {}", UnitFunction.UNION, is_subordinate=False),
    Office("Đoàn Thanh niên Cộng sản Hồ Chí Minh {}", UnitFunction.UNION, is_subordinate=False),
    Office("Hội Nông dân {}", UnitFunction.UNION, is_subordinate=False),
    Office("Liên đoàn Lao động {}", UnitFunction.UNION, is_subordinate=False),
)
OF_A_DISTRICT = (
    Office("Phòng Lao động - Thương binh và Xã hội {}", UnitFunction.CHILDREN, "LĐTBXH", drafts=True),
)
OF_A_COMMUNE = (Office("Phòng Văn hóa - Xã hội {}", UnitFunction.CHILDREN, "VHXH", drafts=True),)
OF_SOME_COMMUNES = (  # the first ones have all of them, the last ones none
    Office("Công an {}", UnitFunction.POLICE),
    Office("Ủy ban Mặt trận Tổ quốc Việt Nam {}", UnitFunction.FRONT, is_subordinate=False),
    Office("Hội Liên hiệp Phụ nữ {}", UnitFunction.UNION, is_subordinate=False),
    Office("Đoàn Thanh niên Cộng sản Hồ Chí Minh {}", UnitFunction.UNION, is_subordinate=False),
    Office("Trường Tiểu học {}", UnitFunction.SCHOOL),
    Office("Trường Trung học cơ sở {}", UnitFunction.SCHOOL),
    Office("Trạm Y tế {}", UnitFunction.HEALTH),
)
OF_THE_STATE = 4  # the Prime Minister and three ministries
FOR_SOME_COMMUNES = 0.1  # of all units, kept for the offices that only some communes have


@dataclass
class Agency:
    """Who issues documents: a People's Committee, or the Prime Minister."""

    unit: Unit
    superior: "Agency | None" = None
    offices: list[Unit] = field(default_factory=list)
    below: list["Agency"] = field(default_factory=list)
    _workers: dict[int, list[Unit]] = field(default_factory=dict)

    @property
    def level(self) -> PlaceLevel:
        return PlaceLevel(self.unit.place.level)

    @property
    def drafting(self) -> Unit:
        """The office that writes for it, else the agency itself."""
        return next((office for office in self.offices if office.drafts_for_id), self.unit)

    def workers_in(self, year: int) -> list[Unit]:
        """Who may be given its tasks: its offices and the agencies below in their time, else itself."""
        if year not in self._workers:
            day = date(year, 3, 1)
            units = [*self.offices, *(agency.unit for agency in self.below)]
            self._workers[year] = [unit for unit in units if unit.is_valid_on(day)] or [self.unit]
        return self._workers[year]

    @property
    def watching(self) -> Unit:
        """The province's office for children, which co-operates everywhere; the State's own writer at the top."""
        agency = self
        while agency.level != PlaceLevel.PROVINCE and agency.superior:
            agency = agency.superior
        return agency.drafting


def communes_for(size: Size) -> list[int]:
    """How many communes of today each province gets, so that all their offices are no more than asked for."""
    provinces = max(2, min(len(PROVINCES), size.units // 40))
    communes = size.units
    while _units_of(provinces, communes) > size.units * (1 - FOR_SOME_COMMUNES) and communes > provinces:
        communes -= max(1, communes // 100)
    return [share(communes, place, provinces) for place in range(provinces)]


def _units_of(provinces: int, communes: int) -> int:
    merged = sum(map(len, islice(PROVINCES.values(), provinces)))
    districts = sum(districts_for(share(communes, place, provinces)) for place in range(provinces))
    return (
        OF_THE_STATE
        + provinces * (1 + len(OF_A_PROVINCE))
        + merged * 2  # the committee and its labour department
        + districts * (1 + len(OF_A_DISTRICT))
        + communes * (BECAME_ONE + 1 + len(OF_A_COMMUNE))
    )


def lay_units(rows: Rows, size: Size, country: Place, territories: list[Territory]) -> list[Agency]:
    """Every agency, from the top down: those above come before those below."""
    registry = Registry(rows)
    state = registry.state(country)
    provinces = [registry.province(state, land) for land in territories]
    communes = [agency for land in territories for agency in registry.communes(land)]
    registry.offices_of_some(communes, size.units - rows.counts[Unit])
    return [
        state,
        *registry.ended_provinces,
        *provinces,
        *registry.districts,
        *registry.ended_communes,
        *communes,
    ]


class Registry:
    """Where the offices are written in; remembers the agency of every place."""

    def __init__(self, rows: Rows):
        self._rows = rows
        self._of_place: dict[int, Agency] = {}
        self.ended_provinces: list[Agency] = []
        self.districts: list[Agency] = []
        self.ended_communes: list[Agency] = []

    def state(self, country: Place) -> Agency:
        def ministry(name: str, symbol: str, superior: Unit | None = None, **facts) -> Unit:
            return self._unit(
                name=name,
                symbol=symbol,
                seat="Hà Nội",
                place=country,
                function=UnitFunction.GOVERNMENT,
                superior=superior,
                **facts,
            )

        prime_minister = ministry("Thủ tướng Chính phủ", "TTg")
        labour = ministry(
            "Bộ Lao động - Thương binh và Xã hội", "BLĐTBXH", prime_minister, valid_to=LAST_DAY_OF_LABOUR
        )
        health = ministry("Bộ Y tế", "BYT", prime_minister)
        home = ministry("Bộ Nội vụ", "BNV", prime_minister)
        self._succession(labour, health, SuccessionKind.MOVED)
        self._succession(labour, home, SuccessionKind.MERGED)
        return Agency(prime_minister, offices=[labour, health, home])

    def province(self, state: Agency, land: Territory) -> Agency:
        province = self._agency(land.province, state, OF_A_PROVINCE)
        health, labour, home, *_ = province.offices
        self._succession(labour, health, SuccessionKind.MOVED)
        self._succession(labour, home, SuccessionKind.MERGED)
        self.ended_provinces += [self._agency(place, state, (LABOUR,)) for place in land.merged]
        self.districts += [self._agency(place, self._above(place), OF_A_DISTRICT) for place in land.districts]
        self.ended_communes += [self._agency(place, self._above(place), ()) for place in land.old_communes]
        return province

    def communes(self, land: Territory) -> list[Agency]:
        communes = [self._agency(place, self._above(place), OF_A_COMMUNE) for place in land.communes]
        for handed_on in land.successions:
            old, new = (self._of_place[place].unit for place in (handed_on.old_id, handed_on.new_id))
            self._succession(old, new, handed_on.kind, REFORM)
        return communes

    def offices_of_some(self, communes: list[Agency], many: int) -> None:
        wanted = ((agency, office) for agency in communes for office in OF_SOME_COMMUNES)
        for agency, office in islice(wanted, many):
            self._office(agency, office)

    def _above(self, place: Place) -> Agency:
        return self._of_place[place.parent_id]

    def _agency(self, place: Place, superior: Agency, offices: tuple[Office, ...]) -> Agency:
        committee = self._unit(
            name=f"Ủy ban nhân dân {place.name}",
            short_name=f"UBND {place.name}",
            letterhead=f"Ủy ban nhân dân\n{place.name}",
            symbol="UBND",
            seat=without_kind(place.name),
            place=place,
            function=UnitFunction.COMMITTEE,
            superior=superior.unit,
            valid_from=place.valid_from,
            valid_to=place.valid_to,
        )
        agency = self._of_place[place.pk] = Agency(committee, superior)
        superior.below.append(agency)
        for office in offices:
            self._office(agency, office)
        return agency

    def _office(self, agency: Agency, office: Office) -> None:
        committee = agency.unit
        unit = self._unit(
            name=office.name.format(committee.place.name),
            letterhead=office.name.format("").strip(),
            superior_letterhead=committee.letterhead if office.is_subordinate else "",
            symbol=office.symbol,
            seat=committee.seat,
            place=committee.place,
            function=office.function,
            superior=committee if office.is_subordinate else None,
            drafts_for=committee if office.drafts else None,
            valid_from=committee.valid_from,
            valid_to=office.valid_to or committee.valid_to,
        )
        agency.offices.append(unit)

    def _unit(self, **facts) -> Unit:
        return self._rows.add_with_history(Unit(**facts), since=ENTERED)

    def _succession(self, old: Unit, new: Unit, kind: SuccessionKind, basis: str = "") -> None:
        self._rows.add(UnitSuccession(old=old, new=new, kind=kind, legal_basis=basis))


def issuing_in(agencies: list[Agency], day: date) -> Iterator[Agency]:
    return (agency for agency in agencies if agency.unit.is_valid_on(day))
