"""What units answered, period by period."""

from .figure import Figure, FigurePart, FigureStanding, Split, splits_of
from .filing import Filing, FilingEvent, FilingState, Happening
from .period import ReportPeriod

__all__ = [
    "Figure",
    "FigurePart",
    "FigureStanding",
    "Filing",
    "FilingEvent",
    "FilingState",
    "Happening",
    "ReportPeriod",
    "Split",
    "splits_of",
]
