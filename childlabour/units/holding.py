"""Who holds which office today: by appointment, for a leader who is away, by drafting for it, by succession."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q, QuerySet

from childlabour.core.clock import today

from .models import ROLES_OF_A_UNIT, Appointment, Delegation, Officer, Role, Unit, flag_of


class By(StrEnum):
    APPOINTMENT = "appointment"
    DELEGATION = "delegation"  # in the place of a leader who is away
    DRAFTING = "drafting"  # appointed in the office that drafts for it
    SUCCESSION = "succession"  # of a unit that has ended, and was handed on to one of the above


@dataclass(frozen=True)
class Holding:
    unit_id: int
    by: By
    roles: frozenset[Role]  # of the appointment it rests on; of a leader who is away, to lead


FLAGS = tuple(flag_of(role) for role in ROLES_OF_A_UNIT)
LEADING = ", ".join("TRUE" if role == Role.LEADER else "FALSE" for role in ROLES_OF_A_UNIT)

# Up the line of successions from the units held today, never down and never through a unit that still works:
# what it does is not left behind. UNION drops what was met before, so a circle ends by itself.
_HELD = """
    WITH RECURSIVE appointed(unit_id, drafts_for_id, {flags}) AS ({appointments}),
    held(unit_id, by_what, {flags}) AS (
        SELECT unit_id, 'appointment', {flags} FROM appointed
        UNION ALL
        SELECT drafts_for_id, 'drafting', {flags} FROM appointed WHERE drafts_for_id IS NOT NULL
        UNION ALL
        SELECT unit_id, 'delegation', {leading} FROM ({delegations}) delegated
    ),
    line(unit_id, by_what, {flags}) AS (
        SELECT unit_id, by_what, {flags} FROM held
        UNION
        SELECT old.id, 'succession', {flags}
        FROM line
        JOIN units_unitsuccession handed_on ON handed_on.new_id = line.unit_id
        JOIN units_unit old ON old.id = handed_on.old_id AND old.valid_to < %s
    )
    SELECT unit_id, by_what, {flags} FROM line
"""


def holdings_of(officer_id: int) -> tuple[Holding, ...]:
    """Every unit that this officer stands for today; a unit comes once for each way to it. One query."""
    appointments = Appointment.objects.filter(officer=officer_id).valid_on(today()).order_by()
    columns = appointments.values_list("unit_id", "unit__drafts_for_id", *FLAGS)
    standing_in = Delegation.objects.in_force(today()).filter(stand_in=officer_id).order_by()
    sql, params = columns.query.sql_with_params()
    delegations, days = standing_in.values_list("unit_id").query.sql_with_params()
    held = _HELD.format(appointments=sql, flags=", ".join(FLAGS), delegations=delegations, leading=LEADING)
    with connection.cursor() as cursor:
        cursor.execute(held, [*params, *days, today()])
        return tuple(Holding(unit_id, By(by), _roles(flags)) for unit_id, by, *flags in cursor.fetchall())


def _roles(flags: Iterable[bool]) -> frozenset[Role]:
    return frozenset(role for role, has_it in zip(ROLES_OF_A_UNIT, flags, strict=True) if has_it)


def serving_as(role: Role, unit_id: int) -> QuerySet[Officer]:
    """Active officers who were appointed to a unit in this role, as of today."""
    appointed = Appointment.objects.valid_on(today()).filter(unit=unit_id, **{flag_of(role): True})
    return Officer.objects.filter(is_active=True, pk__in=appointed.values("officer"))


def acting_as(role: Role, unit_id: int) -> QuerySet[Officer]:
    """These, and of a leader who is away whoever stands in."""
    serving = serving_as(role, unit_id)
    if role != Role.LEADER:
        return serving
    away = Delegation.objects.in_force(today()).filter(unit=unit_id)
    return serving | Officer.objects.filter(is_active=True, pk__in=away.values("stand_in"))


# Down the line of successions, as long as a unit has ended, and to the offices that draft for what stands there: the
# same way as above, from its other end.
_IN_ITS_PLACE = """
    WITH RECURSIVE line(asked, now_id) AS (
        SELECT id, id FROM units_unit WHERE id IN ({ids})
        UNION
        SELECT line.asked, handed_on.new_id
        FROM line
        JOIN units_unit old ON old.id = line.now_id AND old.valid_to < %s
        JOIN units_unitsuccession handed_on ON handed_on.old_id = old.id
    )
    SELECT asked, now_id, FALSE FROM line
    UNION ALL
    SELECT line.asked, beside.id, TRUE FROM line JOIN units_unit beside ON beside.drafts_for_id = line.now_id
"""
# Leading, numbering and sealing are done by a unit's own people alone.
BROUGHT_ALONG = frozenset({Role.DRAFTER, Role.RESPONDER})


def standing_for(units: Collection[int], roles: Collection[Role]) -> dict[int, list[Officer]]:
    """Of each unit the active officers who were appointed in any of these roles there, in the office that drafts for
    it, or, where it has ended, in whatever took its place. Two queries, however many units.
    """
    officers: dict[int, list[Officer]] = {unit: [] for unit in units}
    places = _in_their_place(units)
    appointed = (
        Appointment.objects.valid_on(today())
        .filter(_in_any(roles), unit__in=places, officer__is_active=True)
        .select_related("officer")
    )
    beside = BROUGHT_ALONG.intersection(roles)
    for appointment in appointed:
        is_brought_along = any(getattr(appointment, flag_of(role)) for role in beside)
        for unit, is_beside in places[appointment.unit_id]:
            if (is_brought_along or not is_beside) and appointment.officer not in officers[unit]:
                officers[unit].append(appointment.officer)
    return officers


def holding_the_office_of(units: Collection[int]) -> QuerySet[Unit]:
    """Those of the units that work today, and of those that have ended whatever took their place. Two queries."""
    places = _in_their_place(units)
    there = [place for place, held in places.items() if any(not is_beside for _, is_beside in held)]
    return Unit.objects.filter(pk__in=there).valid_on(today())


def _in_their_place(units: Collection[int]) -> dict[int, list[tuple[int, bool]]]:
    """Units → those of `units` that they are or took the place of (False), or draft for in that place (True)."""
    places: dict[int, list[tuple[int, bool]]] = {}
    if units:
        with connection.cursor() as cursor:
            ids = ", ".join(["%s"] * len(units))
            cursor.execute(_IN_ITS_PLACE.format(ids=ids), [*units, today()])
            for asked, stands_there, is_beside in cursor.fetchall():
                places.setdefault(stands_there, []).append((asked, bool(is_beside)))
    return places


def _in_any(roles: Collection[Role]) -> Q:
    return reduce(or_, (Q(**{flag_of(role): True}) for role in roles))


def drafting_for(unit_id: int) -> QuerySet[Officer]:
    """Active officers who draft for a unit today: its own people, and those of the office beside it."""
    drafting = Appointment.objects.valid_on(today()).filter(is_drafter=True)
    for_it = drafting.filter(unit=unit_id) | drafting.filter(unit__drafts_for=unit_id)
    return Officer.objects.filter(is_active=True, pk__in=for_it.values("officer"))


def drafting_for_each(units: Collection[int]) -> dict[int, list[Officer]]:
    """The same of many units at once. One query."""
    drafting = Appointment.objects.valid_on(today()).filter(is_drafter=True, officer__is_active=True)
    for_them = drafting.filter(Q(unit__in=units) | Q(unit__drafts_for__in=units))
    found: dict[int, list[Officer]] = {unit: [] for unit in units}
    for appointment in for_them.select_related("officer", "unit").order_by("officer__full_name", "pk"):
        for unit in {appointment.unit_id, appointment.unit.drafts_for_id}:
            if unit in found and appointment.officer not in found[unit]:
                found[unit].append(appointment.officer)
    return found


def writing_symbol(officer: Officer, issuer: Unit) -> str:
    """The symbol of the room, or of the office beside, in which `officer` drafts for `issuer`; "" without one.

    One query.
    """
    drafting = Appointment.objects.filter(officer=officer, is_drafter=True).valid_on(today())
    inside, beside = (
        drafting.filter(unit=issuer, room__isnull=False),
        drafting.filter(unit__drafts_for=issuer),
    )
    for appointment in (inside | beside).select_related("unit", "room"):
        where = appointment.room if appointment.unit_id == issuer.pk else appointment.unit
        if where and where.symbol:
            return where.symbol
    return ""
