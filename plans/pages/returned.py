"""Drafts that came back from those who were to approve them: by whom, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from plans.models import Action, Document, Event

WAYS_BACK = (Action.SEND_BACK, Action.RETURN_FOR_FORM, Action.DECLINE, Action.VOID)
ONWARD = (*WAYS_BACK, Action.SUBMIT, Action.PROPOSE)


@dataclass(frozen=True)
class Return:
    """ "Bị trả lại: Thiếu kinh phí (Nông Văn Hùng)."""

    who: str
    reason: str

    @property
    def words(self) -> str:
        return f"Bị trả lại: {self.reason.rstrip('. ')} ({self.who})."


def returns_of(documents: Iterable[Document]) -> dict[int, Return]:
    """By the id of each draft that was returned and not put forward again. One query."""
    drafts = [document.pk for document in documents if document.is_editable]
    if not drafts:
        return {}
    found: dict[int, Return] = {}
    events = Event.objects.filter(document__in=drafts, action__in=ONWARD).order_by("at", "pk")
    for event in events.only("document_id", "action", "officer_name", "reason"):
        found.pop(event.document_id, None)
        if event.action in WAYS_BACK:
            found[event.document_id] = Return(event.officer_name, event.reason)
    return found
