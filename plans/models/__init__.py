"""The document and the work it causes."""

from .citation import Citation
from .event import Event
from .issue import Issue
from .plan import Kind, Origin, Plan, Status
from .recipient import Purpose, Recipient
from .section import Section, SectionKind
from .task import Assignment, AssignmentRole, AssignmentState, Task
from .version import PlanVersion, Presence

__all__ = [
    "Assignment",
    "AssignmentRole",
    "AssignmentState",
    "Citation",
    "Event",
    "Issue",
    "Kind",
    "Origin",
    "Plan",
    "PlanVersion",
    "Presence",
    "Purpose",
    "Recipient",
    "Section",
    "SectionKind",
    "Status",
    "Task",
]
