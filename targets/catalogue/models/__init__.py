"""The rows of the catalogue. Rooms above take them from `targets.models`."""

from .act import ActRelation, LegalAct
from .calendar_day import CalendarDay
from .indicator import Indicator
from .parameter import Parameter
from .programme import ObjectiveGroup, Programme
from .regime import Regime
from .seed import Seed

__all__ = [
    "ActRelation",
    "CalendarDay",
    "Indicator",
    "LegalAct",
    "ObjectiveGroup",
    "Parameter",
    "Programme",
    "Regime",
    "Seed",
]
