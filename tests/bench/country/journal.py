"""How each document came where it stands: events, and the signatures made on the way."""

from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_default_timezone

from plans.models import PUBLISHED, Action, Capacity, Document, Event, Means, Signature, Status

from .people import Staff
from .rows import Rows

# Of a document that is written here: the act, who does it, where it leads, at what hour of its day.
WAY = (
    (Action.SUBMIT, "drafter", Status.SUBMITTED, 8),
    (Action.APPROVE, "leader", Status.APPROVED, 9),
    (Action.NUMBER, "clerk", Status.NUMBERED, 10),
    (Action.RECORD, "clerk", Status.SIGNED, 14),
    (Action.ISSUE, "clerk", Status.ISSUED, 15),
)
AFTER = {  # what became of it later, and why
    Status.REPLACED: (Action.BECOME_REPLACED, "clerk", "Được thay thế bởi văn bản ban hành sau."),
    Status.REVOKED: (Action.REVOKE, "leader", "Ban hành trái thẩm quyền."),
}
A_MONTH = timedelta(days=30)
NUMBERED = (Status.NUMBERED, Status.SIGNED, *PUBLISHED)
SIGNED = (Status.SIGNED, *PUBLISHED)


def moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), get_default_timezone())


def keep_journal(rows: Rows, document: Document, staff: Staff, day: date, *, carried_over: bool) -> None:
    """Events in the order of their time; a document carried over has two, whatever it went through on paper."""

    def event(
        action: Action, who: str, before: Status, after: Status, at: datetime, reason: str = ""
    ) -> None:
        officer = getattr(staff, who)
        rows.add(
            Event(
                document=document,
                at=at,
                officer=officer if officer.pk else None,
                officer_name=officer.full_name,
                action=action,
                status_before=before,
                status_after=after,
                reason=reason,
            )
        )

    if document.status == Status.CANCELLED:
        event(
            Action.CANCEL,
            "drafter",
            Status.DRAFT,
            Status.CANCELLED,
            moment(day, 16),
            "Gộp vào kế hoạch chung.",
        )
        return
    if carried_over:
        event(Action.PROPOSE, "drafter", Status.DRAFT, Status.SUBMITTED, moment(day, 14))
        event(Action.CARRY_OVER, "clerk", Status.SUBMITTED, Status.ISSUED, moment(day, 15))
    else:
        before = Status.DRAFT
        for action, who, after, hour in WAY[: _steps_to(document.status)]:
            event(action, who, before, after, moment(day, hour))
            before = after
    if document.status in AFTER:
        action, who, reason = AFTER[document.status]
        event(action, who, Status.ISSUED, document.status, moment(day + A_MONTH, 10), reason)


def _steps_to(status: Status) -> int:
    if status in PUBLISHED:
        return len(WAY)
    return next((number for number, (*_, after, _) in enumerate(WAY, start=1) if after == status), 0)


def keep_signatures(rows: Rows, document: Document, staff: Staff, day: date) -> None:
    """Signed by hand, sealed, and both noted by the clerk."""
    for capacity, signer in ((Capacity.PERSON, document.signer), (Capacity.AGENCY, document.unit.name)):
        rows.add(
            Signature(
                document=document,
                capacity=capacity,
                means=Means.HAND,
                signer=signer,
                recorded_by_name=staff.clerk.full_name,
                recorded_at=moment(day, 14),
            )
        )
