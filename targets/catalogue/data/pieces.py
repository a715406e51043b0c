"""The shapes in which `data/` is written down. Pieces point at each other as Python objects.

A piece has the fields of its model by the same names, so one loader lays them all. Every piece is itself and
nothing else (`eq=False`): the row of a piece is found by the piece.
"""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, TypeVar, dataclass_transform

from django.db.models import Model

from childlabour.core.vietnamese import short_date
from childlabour.units.models import PlaceLevel
from targets.catalogue.choices import (
    ActRelationKind,
    ActType,
    Certainty,
    CutOff,
    DayKind,
    DirectionChoice,
    EmptyTotal,
    EndReason,
    Frequency,
    RollUp,
    WorkField,
    ZeroMeaning,
)
from targets.catalogue.models import (
    ActRelation,
    CalendarDay,
    Indicator,
    LegalAct,
    ObjectiveGroup,
    Parameter,
    Programme,
    Regime,
)
from targets.catalogue.naming import act_name


@dataclass(frozen=True, eq=False)
class CataloguePiece:
    model: ClassVar[type[Model]]
    told_by: ClassVar[tuple[str, ...]]  # the fields by which its row is known among those of its table

    @property
    def key(self) -> str:
        """The name of the piece among all: it may never change, or its row is laid a second time."""
        names = (getattr(self, name) for name in self.told_by)
        said = " ".join(other.key if isinstance(other, CataloguePiece) else str(other) for other in names)
        return f"{self.model._meta.model_name}({said})"

    @property
    def values(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        """The same for people: "chỉ số nhóm mục tiêu chương trình … MT1 4.1"."""
        values = (getattr(self, name) for name in self.told_by)
        said = (short_date(value) if isinstance(value, date) else value for value in values)
        return " ".join([str(self.model._meta.verbose_name), *(str(getattr(v, "label", v)) for v in said)])


P = TypeVar("P", bound=CataloguePiece)


@dataclass_transform(frozen_default=True, eq_default=False, kw_only_default=True)
def piece(shape: type[P]) -> type[P]:
    return dataclass(frozen=True, eq=False, kw_only=True)(shape)


@piece
class ActData(CataloguePiece):
    model = LegalAct
    told_by = ("number", "issued_on")

    type: ActType
    number: str
    issued_on: date | None = None
    issuer: str
    title: str
    valid_from: date | None = None
    valid_to: date | None = None
    end_reason: EndReason | str = ""
    certainty: Certainty
    source: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """By the number alone: a date of issue that was not known is filled in later."""
        return f"legalact({self.number})"

    @property
    def name(self) -> str:
        return act_name(self.type.label, self.number, self.issued_on, self.issuer)


@piece
class RelationData(CataloguePiece):
    model = ActRelation
    told_by = ("later", "kind", "earlier")

    later: ActData
    kind: ActRelationKind
    earlier: ActData
    since: date | None = None
    certainty: Certainty
    source: str = ""


@piece
class ParameterData(CataloguePiece):
    model = Parameter
    told_by = ("code", "valid_from")

    code: str
    name: str
    value: Decimal
    unit: str
    valid_from: date
    valid_to: date | None = None
    act: ActData
    certainty: Certainty
    source: str = ""
    note: str = ""


@piece
class DayData(CataloguePiece):
    model = CalendarDay
    told_by = ("day",)

    day: date
    kind: DayKind = DayKind.OFF
    name: str
    certainty: Certainty
    source: str


@piece
class ProgrammeData(CataloguePiece):
    model = Programme
    told_by = ("code",)

    code: str
    name: str
    act: ActData
    period_from: int
    period_to: int
    orientation_year: int | None = None
    replaces: "ProgrammeData | None" = None

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"decision": self.act.name}


@piece
class GroupData(CataloguePiece):
    model = ObjectiveGroup
    told_by = ("programme", "code")

    programme: ProgrammeData
    order: int
    code: str
    name: str


@piece
class IndicatorData(CataloguePiece):
    model = Indicator
    told_by = ("group", "code")

    group: GroupData
    code: str
    name: str
    part_of: "IndicatorData | None" = None
    definition: str = ""
    basis: ActData | None = None
    unit: str = "%"
    numerator: str
    denominator: str
    direction: DirectionChoice = DirectionChoice.UP
    age_from: int | None = None
    age_to: int | None = None
    zero_means: ZeroMeaning = ZeroMeaning.BAD
    empty_total_means: EmptyTotal
    roll_up: RollUp = RollUp.RATIO
    held_by: WorkField
    data_source: str
    lowest_level: PlaceLevel = PlaceLevel.COMMUNE
    frequency: Frequency = Frequency.YEAR
    by_sex: bool = False
    by_age_band: bool = False
    by_ethnicity: bool = False
    by_branch: bool = False
    is_public: bool = True
    note: str = ""


@piece
class RegimeData(CataloguePiece):
    model = Regime
    told_by = ("code",)

    code: str
    name: str
    contents: str
    subjects: str
    receivers: str
    way: str
    frequency: Frequency
    cut_off: CutOff = CutOff.GENERAL
    commune_days: int = 2
    district_days: int = 4
    province_days: int = 7
    basis: ActData
    certainty: Certainty
    source: str = ""
