"""Xã Tân Thành before and after 1/7/2025, for whoever needs an office that took over from another one."""

from dataclasses import dataclass
from datetime import date

import pytest

from childlabour.units.models import Officer, Unit, UnitSuccession
from tests.cast import Office, appoint

LAST_DAY, FIRST_DAY = date(2025, 6, 30), date(2025, 7, 1)


@dataclass(frozen=True)
class Reform:
    old: Unit  # UBND xã Tân Thành until 30/6/2025
    new: Unit  # UBND xã Tân Thành from 1/7/2025
    culture: Unit  # Phòng Văn hóa - Xã hội: drafts for the new committee


def hand_on(old: Unit, new: Unit, kind: str = "merged", last_day: date | None = LAST_DAY) -> None:
    """`old` ends and its office is `new`'s."""
    Unit.objects.filter(pk=old.pk).update(valid_to=last_day)
    UnitSuccession.objects.create(old=old, new=new, kind=kind)


def a_unit_after(old: Unit, name: str, **fields) -> Unit:
    same = {"place": old.place, "function": old.function, "symbol": old.symbol}
    return Unit.objects.create(name=name, valid_from=FIRST_DAY, **same | fields)


@pytest.fixture
def reform(office: Office) -> Reform:
    old = office.people_of_tan_thanh
    new = a_unit_after(old, "Ủy ban nhân dân xã Tân Thành mới", short_name="UBND xã Tân Thành mới")
    culture = a_unit_after(
        old, "Phòng Văn hóa - Xã hội xã Tân Thành", symbol="VHXH", function="children", drafts_for=new
    )
    hand_on(old, new)
    return Reform(Unit.objects.get(pk=old.pk), new, culture)


def move(officer: Officer, unit: Unit, **hats) -> Officer:
    """The officer leaves every unit of before and serves in `unit`; as the next request knows her."""
    officer.appointments.all().delete()
    appoint(officer, unit, **hats)
    return Officer.objects.get(pk=officer.pk)
