"""What is promised: the catalogue that every office shares, and the targets of each plan."""

from targets.catalogue.models import (
    ActRelation,
    CalendarDay,
    Indicator,
    LegalAct,
    ObjectiveGroup,
    Parameter,
    Programme,
    Regime,
    Seed,
)

from .target import Target

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
    "Target",
]
