"""What is promised: programmes, their objective groups, indicators, and the targets of each plan."""

from .programme import Indicator, ObjectiveGroup, Programme
from .target import Target

__all__ = ["Indicator", "ObjectiveGroup", "Programme", "Target"]
