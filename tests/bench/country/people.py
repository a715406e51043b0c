"""Who works in the offices: leader, clerk and drafter of every agency, somebody who answers in every office.

Agencies that ended have people without accounts: their names stand in the journal, as it is in life.
"""

from dataclasses import dataclass
from random import Random

from django.contrib.auth.hashers import make_password

from childlabour.units.models import Appointment, Officer, PlaceLevel, Post, Room, SigningCapacity, Unit
from childlabour.units.models.room import PostKind

from .names import person_name
from .rows import Rows
from .units import ENTERED, Agency

PASSWORD = "do-ca-nuoc-2026"  # of everybody
SALT = "a-country-to-measure-on"  # the same hash each time; this salt protects nothing
KEEPER = "quantri"
LEADER = ("Phó Chủ tịch", PostKind.DEPUTY)
CLERK = ("Văn thư", PostKind.CLERK)
DRAFTER = ("Chuyên viên", PostKind.SPECIALIST)
RESPONDER = ("Công chức", PostKind.SPECIALIST)
ROOM = "Phòng Trẻ em và Bình đẳng giới"
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
            for officer, (post, _), unit in (
                (staff.leader, LEADER, agency.unit),
                (staff.clerk, CLERK, agency.unit),
                (staff.drafter, DRAFTER, agency.drafting),
            ):
                known[officer.username] = f"{post}, {unit}"
        return known


def lay_people(rows: Rows, rng: Random, agencies: list[Agency]) -> People:
    house = Household(rows, rng)
    house.officer(KEEPER, is_keeper=True, is_superuser=True)
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
            self._serving(unit, f"ld{unit.pk}", LEADER, is_leader=True),
            self._serving(unit, f"vt{unit.pk}", CLERK, is_clerk=True),
            self._serving(drafting, f"cv{unit.pk}", DRAFTER, is_drafter=True, is_responder=True),
        )
        self.people.staff[unit.pk] = staff
        self.people.answering[unit.pk] = self.people.answering[drafting.pk] = staff.drafter
        for office in agency.offices:
            if office != drafting:
                answering = self._serving(office, f"cb{office.pk}", RESPONDER, is_responder=True)
                self.people.answering[office.pk] = answering
        if unit.valid_to is None:
            capacity = SigningCapacity(unit=unit, lines=SIGNS_AS, signer=staff.leader.full_name)
            self._rows.add_with_history(capacity, since=ENTERED)

    def _serving(self, unit: Unit, username: str, post: tuple[str, PostKind], **hats) -> Officer:
        """In a post of the unit; nobody who has ended has an account."""
        if unit.valid_to is not None:
            return Officer(full_name=person_name(self._rng))
        officer = self.officer(username)
        name, kind = post
        room = self._room(unit) if kind == PostKind.SPECIALIST and unit.drafts_for_id else None
        held = self._rows.add(Post(unit=unit, room=room, name=name, kind=kind))
        self._rows.add(Appointment(officer=officer, unit=unit, room=room, post=held, **hats))
        return officer

    def _room(self, unit: Unit) -> Room | None:
        """A department writes in the room that has children in hand; the office of a commune is one room."""
        if unit.place.level != PlaceLevel.PROVINCE:
            return None
        return self._rows.add(Room(unit=unit, name=ROOM, symbol="TE", head_post="TRƯỞNG PHÒNG"))

    def officer(self, username: str, **rights) -> Officer:
        return self._rows.add(
            Officer(
                username=username,
                full_name=person_name(self._rng),
                password=self._password,
                date_joined=ENTERED,
                is_staff=True,
                **rights,
            )
        )
