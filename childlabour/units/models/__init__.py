"""Who and where: places, offices, the people who work in them."""

from .officer import Officer, Role
from .place import Place, PlaceLevel, PlaceSuccession
from .signing import SigningCapacity
from .unit import Unit, UnitFunction, UnitSuccession

__all__ = [
    "Officer",
    "Place",
    "PlaceLevel",
    "PlaceSuccession",
    "Role",
    "SigningCapacity",
    "Unit",
    "UnitFunction",
    "UnitSuccession",
]
