"""Who works in the offices: leader, clerk and drafter of every agency, somebody who answers in every office.

Agencies that ended have people without accounts: their names stand in the journal, as it is in life.
"""

from dataclasses import dataclass
from random import Random

from django.contrib.auth.hashers import make_password

from childlabour.units.models import Officer, SigningCapacity, Unit

from .names import person_name
from .rows import Rows
from .units import ENTERED, Agency

PASSWORD = "do-ca-nuoc-2026"  # of everybody
SALT = "a-country-to-measure-on"  # the same hash each time; this salt protects nothing
KEEPER = "quantri"
SIGNS_AS = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"


@dataclass(frozen=True)
class Staff:
    leader: Officer
    clerk: Officer
    drafter: Officer


@dataclass(frozen=True)
class People:
    staff: dict[int, Staff]  # of each agency, by the id of its unit
    answering: dict[int, Officer]  # who answers for the tasks of a unit, by its id

    def accounts(self, *agencies: Agency) -> dict[str, str]:
        """Names to log in by: the keeper's, and those of the staff of `agencies`."""
        known = {KEEPER: "Quản trị hệ thống"}
        for agency in agencies:
            staff = self.staff[agency.unit.pk]
            for officer in (staff.leader, staff.clerk, staff.drafter):
                known[officer.username] = f"{officer.post}, {officer.unit}"
        return known


def lay_people(rows: Rows, rng: Random, agencies: list[Agency]) -> People:
    house = Household(rows, rng)
    house.officer(None, KEEPER, "Quản trị hệ thống", is_keeper=True, is_superuser=True)
    for agency in agencies:
        house.move_in(agency)
    return house.people


class Household:
    def __init__(self, rows: Rows, rng: Random):
        self._rows, self._rng = rows, rng
        self._password = make_password(PASSWORD, salt=SALT)
        self.people = People({}, {})

    def move_in(self, agency: Agency) -> None:
        unit, drafting = agency.unit, agency.drafting
        staff = Staff(
            self.officer(unit, f"ld{unit.pk}", "Phó Chủ tịch", is_leader=True),
            self.officer(unit, f"vt{unit.pk}", "Văn thư", is_clerk=True),
            self.officer(drafting, f"cv{unit.pk}", "Chuyên viên", is_drafter=True, is_responder=True),
        )
        self.people.staff[unit.pk] = staff
        self.people.answering[unit.pk] = self.people.answering[drafting.pk] = staff.drafter
        for office in agency.offices:
            if office != drafting:
                self.people.answering[office.pk] = self.officer(
                    office, f"cb{office.pk}", "Công chức", is_responder=True
                )
        if unit.valid_to is None:
            capacity = SigningCapacity(unit=unit, lines=SIGNS_AS, signer=staff.leader.full_name)
            self._rows.add_with_history(capacity, since=ENTERED)

    def officer(self, unit: Unit | None, username: str, post: str, **hats) -> Officer:
        officer = Officer(
            unit=unit,
            username=username,
            full_name=person_name(self._rng),
            post=post,
            password=self._password,
            date_joined=ENTERED,
            is_staff=True,
            **hats,
        )
        return self._rows.add(officer) if unit is None or unit.valid_to is None else officer
