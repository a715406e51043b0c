"""What an office was before and what it is now: offices end, are renamed and merged (the reform of 2025)."""

from dataclasses import dataclass

from childlabour.core.vietnamese import short_date

from .models import Place, PlaceSuccession, Unit, UnitSuccession


@dataclass(frozen=True)
class Relative:
    """An office, or failing that the territory, before or after another one."""

    name: str  # with its first day when it is called like the office that is asked about
    unit_id: int | None  # None: only the territory is known
    how: str  # "gộp", "chia", "giải thể", "đổi tên", "chuyển"
    legal_basis: str


@dataclass(frozen=True)
class Lineage:
    before: tuple[Relative, ...]
    after: tuple[Relative, ...]

    @property
    def legal_basis(self) -> str:
        return next((relative.legal_basis for relative in self.after if relative.legal_basis), "")


def lineage_of(unit: Unit) -> Lineage:
    """Through the office's own successions, else through those of its territory. Four queries."""
    offices, places = UnitSuccession.objects, PlaceSuccession.objects
    office_after = [(step, step.new) for step in offices.filter(old=unit).select_related("new")]
    office_before = [(step, step.old) for step in offices.filter(new=unit).select_related("old")]
    place_after = [(step, step.new) for step in places.filter(old=unit.place_id).select_related("new")]
    place_before = [(step, step.old) for step in places.filter(new=unit.place_id).select_related("old")]
    return Lineage(
        before=tuple(_relative(unit, *kin) for kin in office_before or place_before),
        after=tuple(_relative(unit, *kin) for kin in office_after or place_after),
    )


def _relative(asked: Unit, step: UnitSuccession | PlaceSuccession, kin: Unit | Place) -> Relative:
    name = str(kin)
    if name == str(asked):
        name += _when(kin)
    unit_id = kin.pk if isinstance(kin, Unit) else None
    return Relative(name, unit_id, step.get_kind_display(), step.legal_basis)


def _when(kin: Unit | Place) -> str:
    """Three communes of one province were called Tân Thành: the days tell them apart."""
    if kin.valid_from:
        return f" (từ {short_date(kin.valid_from)})"
    return f" (đến {short_date(kin.valid_to)})" if kin.valid_to else ""
