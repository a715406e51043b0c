"""The document and the work it causes."""

from plans.law.kinds import Kind
from plans.law.states import PUBLISHED, Status

from .answer import Answer, AnswerFile, Move
from .block import Charge, ChargedUnit, StoredBlock, without_words
from .certified_copy import CertifiedCopy, CopyForm
from .citation import Citation
from .condition import IN_HAND, SET_ASIDE, UNANSWERED, AssignmentState, Condition
from .delivery import Channel, Delivery, Reminder
from .document import Document, Origin
from .event import Action, Event
from .intake import Intake, IntakeFile, IntakeState
from .issue import Issue
from .privacy import Assurance, Breach, TakeDown, TakeDownState
from .recipient import Purpose, Recipient
from .register import EntryState, NumberSeries, RegisterBook, RegisterEntry, Sending, SentBy
from .relation import Relation, RelationKind
from .signing import AnnexFile, Capacity, Means, Scan, Signature, SigningCopy, Submission
from .task import Assignment, AssignmentRole, Priority, Task, WorkItem
from .task_reminder import ReminderWay, TaskReminder
from .version import AS_IT_STANDS, Presence, Version

__all__ = [
    "AS_IT_STANDS",
    "IN_HAND",
    "PUBLISHED",
    "SET_ASIDE",
    "UNANSWERED",
    "Action",
    "AnnexFile",
    "Answer",
    "AnswerFile",
    "Assignment",
    "AssignmentRole",
    "AssignmentState",
    "Assurance",
    "Breach",
    "Capacity",
    "CertifiedCopy",
    "Channel",
    "Charge",
    "ChargedUnit",
    "Citation",
    "Condition",
    "CopyForm",
    "Delivery",
    "Document",
    "EntryState",
    "Event",
    "Intake",
    "IntakeFile",
    "IntakeState",
    "Issue",
    "Kind",
    "Means",
    "Move",
    "NumberSeries",
    "Origin",
    "Presence",
    "Priority",
    "Purpose",
    "Recipient",
    "RegisterBook",
    "RegisterEntry",
    "Relation",
    "RelationKind",
    "Reminder",
    "ReminderWay",
    "Scan",
    "Sending",
    "SentBy",
    "Signature",
    "SigningCopy",
    "Status",
    "StoredBlock",
    "Submission",
    "TakeDown",
    "TakeDownState",
    "Task",
    "TaskReminder",
    "Version",
    "WorkItem",
    "without_words",
]
