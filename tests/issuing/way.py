"""Plans somewhere on their way, brought there by the people who do it in the office."""

from datetime import date

from childlabour.core.clock import now, today
from plans.issuing.workflow import perform
from plans.models import Action, Document, Scan
from tests.cast import Office, a_plan


def submitted(office: Office, document: Document | None = None) -> Document:
    return perform(Action.SUBMIT, document or a_plan(office=office), office.lan)


def approved(office: Office, document: Document | None = None) -> Document:
    return perform(Action.APPROVE, submitted(office, document), office.hung)


def numbered(office: Office, document: Document | None = None, day: date | None = None) -> Document:
    return perform(Action.NUMBER, approved(office, document), office.thu, day=day or today())


def signed(office: Office, document: Document | None = None) -> Document:
    """Signed by hand, scanned, compared."""
    document = numbered(office, document)
    Scan.objects.create(
        document=document,
        pdf=b"%PDF-1.7 scan",
        sha256="0" * 64,
        pages=1,
        resolution=300,
        brought_by_name=str(office.thu),
        brought_at=now(),
        confirmed_by_name=str(office.thu),
        confirmed_at=now(),
    )
    return perform(Action.RECORD, document, office.thu)


def issued(office: Office, document: Document | None = None) -> Document:
    return perform(Action.ISSUE, signed(office, document), office.thu)
