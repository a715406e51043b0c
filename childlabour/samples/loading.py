"""Puts the samples into the database: makes what is missing, never touches what is there.

So it may run at every start, and a sample that someone has changed since stays as that person left it.
"""

from collections import Counter
from collections.abc import Iterable

from django.contrib.auth.hashers import make_password
from django.db import models, transaction

from childlabour.units.models import (
    ROLES_OF_A_UNIT,
    Appointment,
    Officer,
    Place,
    PlaceSuccession,
    Post,
    Role,
    SigningCapacity,
    Unit,
    UnitSuccession,
    flag_of,
)
from targets.catalogue.loading import load as load_catalogue
from targets.models import Programme

from .dealings import DEALINGS, file_dealings
from .documents import DOCUMENTS
from .figures_of_2024 import file_figures
from .filing import Rows, file_documents
from .people import DEMO_PASSWORD, PEOPLE
from .places import PLACE_SUCCESSIONS, PLACES
from .reminders import file_reminder
from .shapes import PersonData, PlaceData, SuccessionData, UnitData
from .units import CAPACITIES, UNIT_SUCCESSIONS, UNITS


@transaction.atomic
def load(*, people: bool = True) -> Counter[str]:
    """Load everything, the demo accounts only when `people` says so.

    Answers how many rows of which kind were new. When nothing is missing it costs a dozen queries and makes
    no PDF.
    """
    rows: Rows = {}
    new = Counter()
    new["địa bàn"] = _places(rows)
    new["đơn vị"] = _units(rows)
    _successions(PlaceSuccession, PLACE_SUCCESSIONS, rows)
    _successions(UnitSuccession, UNIT_SUCCESSIONS, rows)
    _capacities(rows)
    catalogue = load_catalogue()
    rows |= catalogue.rows
    new["chương trình"] = catalogue.new[Programme]
    if people:
        new["tài khoản thử"] = _people(rows)
    new["văn bản"] = file_documents(DOCUMENTS, rows)
    new["trả lời mẫu về nhiệm vụ"] = file_dealings(DEALINGS, rows)
    new["lần nhắc mẫu"] = file_reminder(rows)
    new["số liệu"] = file_figures(rows)
    return +new


def _places(rows: Rows) -> int:
    names = {piece.name for piece in PLACES}
    known = {
        (place.code or place.name, place.valid_from): place
        for place in Place.objects.filter(name__in=names).order_by("pk")
    }
    new = 0
    for piece in PLACES:
        place = known.get((piece.code or piece.name, piece.valid_from))
        if place is None:
            place, new = _new_place(piece, rows), new + 1
        rows[piece] = place
    return new


def _new_place(piece: PlaceData, rows: Rows) -> Place:
    return Place.objects.create(
        name=piece.name,
        level=piece.level,
        code=piece.code,
        parent=rows.get(piece.parent),
        valid_from=piece.valid_from,
        valid_to=piece.valid_to,
    )


def _units(rows: Rows) -> int:
    names = {piece.name for piece in UNITS}
    known = {
        (unit.name, unit.place_id, unit.valid_from): unit
        for unit in Unit.objects.filter(name__in=names).order_by("pk")
    }
    new = 0
    for piece in UNITS:
        unit = known.get((piece.name, rows[piece.place].pk, piece.valid_from))
        if unit is None:
            unit, new = _new_unit(piece, rows), new + 1
        rows[piece] = unit
    return new


def _new_unit(piece: UnitData, rows: Rows) -> Unit:
    return Unit.objects.create(
        name=piece.name,
        place=rows[piece.place],
        function=piece.function,
        short_name=piece.short_name,
        letterhead=piece.letterhead,
        superior_letterhead=piece.superior_letterhead,
        symbol=piece.symbol,
        seat=piece.seat,
        superior=rows.get(piece.superior),
        drafts_for=rows.get(piece.drafts_for),
        valid_from=piece.valid_from,
        valid_to=piece.valid_to,
    )


def _successions(model: type[models.Model], pieces: Iterable[SuccessionData], rows: Rows) -> None:
    pairs = {(rows[piece.old].pk, rows[piece.new].pk): piece for piece in pieces}
    known = set(model.objects.filter(old_id__in={old for old, _ in pairs}).values_list("old_id", "new_id"))
    model.objects.bulk_create(
        model(old_id=old, new_id=new, kind=piece.kind, legal_basis=piece.legal_basis)
        for (old, new), piece in pairs.items()
        if (old, new) not in known
    )


def _capacities(rows: Rows) -> None:
    units = [rows[piece.unit].pk for piece in CAPACITIES]
    known = set(SigningCapacity.objects.filter(unit_id__in=units).values_list("unit_id", "signer"))
    for piece in CAPACITIES:
        unit = rows[piece.unit]
        if (unit.pk, piece.signer) not in known:
            SigningCapacity.objects.create(
                unit=unit,
                lines=piece.lines,
                signer=piece.signer,
                valid_from=piece.valid_from,
                valid_to=piece.valid_to,
            )


def _people(rows: Rows) -> int:
    known = set(Officer.objects.filter(username__in=[p.username for p in PEOPLE]).values_list("username"))
    missing = [piece for piece in PEOPLE if (piece.username,) not in known]
    # One hash for all: hashing is slow on purpose, and salt protects no password that is in the README.
    password = make_password(DEMO_PASSWORD) if missing else ""
    for piece in missing:
        _new_officer(piece, password, rows)
    return len(missing)


def _new_officer(piece: PersonData, password: str, rows: Rows) -> None:
    keeper = Role.KEEPER in piece.roles
    officer = Officer.objects.create(
        username=piece.username,
        password=password,
        full_name=piece.full_name,
        is_staff=True,
        is_superuser=keeper,
        is_keeper=keeper,
    )
    if piece.unit is not None:
        unit = rows[piece.unit]
        post, _ = Post.objects.get_or_create(unit=unit, name=piece.post, defaults={"kind": piece.post_kind})
        hats = {flag_of(role): True for role in piece.roles & set(ROLES_OF_A_UNIT)}
        Appointment.objects.create(officer=officer, unit=unit, post=post, **hats)
