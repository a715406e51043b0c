"""The shapes in which the samples are written down. Pieces point at each other as Python objects.

Every piece is itself and nothing else (`eq=False`): the loader finds the row of a piece by the piece.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, dataclass_transform

from childlabour.units.models import PostKind, Role
from childlabour.units.models.place import PlaceLevel
from childlabour.units.models.succession import SuccessionKind
from childlabour.units.models.unit import UnitFunction
from plans.models import Kind, Purpose
from targets.catalogue.data.pieces import GroupData, IndicatorData, ProgrammeData
from targets.statements import Statement

Shape = TypeVar("Shape")


@dataclass_transform(frozen_default=True, eq_default=False, kw_only_default=True, field_specifiers=(field,))
def piece(shape: type[Shape]) -> type[Shape]:
    return dataclass(frozen=True, eq=False, kw_only=True)(shape)


@piece
class PlaceData:
    name: str
    level: PlaceLevel
    code: str = ""
    parent: "PlaceData | None" = None
    valid_from: date | None = None
    valid_to: date | None = None


@piece
class UnitData:
    name: str
    place: PlaceData
    function: UnitFunction
    short_name: str = ""
    letterhead: str = ""
    superior_letterhead: str = ""
    symbol: str = ""
    seat: str = ""
    superior: "UnitData | None" = None
    drafts_for: "UnitData | None" = None
    valid_from: date | None = None
    valid_to: date | None = None


@piece
class SuccessionData:
    """Between two places or between two units."""

    old: PlaceData | UnitData
    new: PlaceData | UnitData
    kind: SuccessionKind
    legal_basis: str = ""


@piece
class CapacityData:
    unit: UnitData
    lines: str
    signer: str
    valid_from: date | None = None
    valid_to: date | None = None


@piece
class PersonData:
    username: str
    full_name: str
    post: str
    unit: UnitData | None
    roles: frozenset[Role]
    post_kind: PostKind = PostKind.SPECIALIST


@piece
class CitationData:
    """`text` as printed; the other fields are the true ones, also where the paper misprints a date."""

    text: str
    act_type: str = ""
    act_number: str = ""
    act_date: date | None = None
    act_issuer: str = ""
    cited: "DocumentData | None" = None


@piece
class TargetData:
    sentence: str
    parts: Statement
    group: GroupData | None = None
    indicator: IndicatorData | None = None
    upper: "TargetData | None" = None


@piece
class TaskData:
    heading: str = ""
    details: str = ""
    printed_as: str = ""
    leads: tuple[UnitData, ...] = ()
    partners: tuple[UnitData, ...] = ()
    due_on: date | None = None


@piece
class SectionData:
    heading: str = ""
    body: str = ""
    targets: tuple[TargetData, ...] = ()
    tasks: tuple[TaskData, ...] = ()
    prints_groups: bool = True
    by_units: bool = False  # its tasks stand under headings that name who does them


@piece
class RecipientData:
    text: str
    purpose: Purpose = Purpose.ACT
    unit: UnitData | None = None


@piece
class DocumentData:
    unit: UnitData
    title: str
    period_from: int
    period_to: int
    source_note: str
    kind: Kind = Kind.PLAN
    orientation_year: int | None = None
    programme: ProgrammeData | None = None
    parent: "DocumentData | None" = None
    number: int | None = None
    symbol: str = ""
    issued_on: date | None = None
    issued: bool = True
    addressees: str = ""
    preamble: str = ""
    closing: str = ""
    signature_lines: str = ""
    signer: str = ""
    citations: tuple[CitationData, ...] = ()
    sections: tuple[SectionData, ...] = ()
    recipients: tuple[RecipientData, ...] = field(default=())
