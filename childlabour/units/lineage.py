"""What an office was before and what it is now: offices end, are renamed and merged (the reform of 2025)."""

from dataclasses import dataclass

from .models import PlaceSuccession, Unit, UnitSuccession


@dataclass(frozen=True)
class Relative:
    """An office, or failing that the territory, before or after another one."""

    name: str
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
    office_after = [_office(step, step.new) for step in offices.filter(old=unit).select_related("new")]
    office_before = [_office(step, step.old) for step in offices.filter(new=unit).select_related("old")]
    place_after = [_place(step, step.new) for step in places.filter(old=unit.place_id).select_related("new")]
    place_before = [_place(step, step.old) for step in places.filter(new=unit.place_id).select_related("old")]
    return Lineage(
        before=tuple(office_before or place_before),
        after=tuple(office_after or place_after),
    )


def _office(step: UnitSuccession, unit: Unit) -> Relative:
    return Relative(str(unit), unit.pk, step.get_kind_display(), step.legal_basis)


def _place(step: PlaceSuccession, place) -> Relative:
    return Relative(place.name, None, step.get_kind_display(), step.legal_basis)
