"""Who and where: places, offices, the people who work in them."""

from .appointment import ROLES_OF_A_UNIT, Appointment, flag_of
from .delegation import Delegation
from .kept_form import KeptForm
from .officer import Officer, Role
from .place import Place, PlaceLevel, PlaceSuccession
from .room import Post, PostKind, Room
from .sent_form import SentForm
from .signing import SigningCapacity
from .unit import Unit, UnitFunction, UnitSuccession

__all__ = [
    "ROLES_OF_A_UNIT",
    "Appointment",
    "Delegation",
    "KeptForm",
    "Officer",
    "Place",
    "PlaceLevel",
    "PlaceSuccession",
    "Post",
    "PostKind",
    "Role",
    "Room",
    "SentForm",
    "SigningCapacity",
    "Unit",
    "UnitFunction",
    "UnitSuccession",
    "flag_of",
]
