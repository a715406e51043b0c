"""Plans somewhere on their way, brought there by the people who do it in the office."""

from datetime import date

from childlabour.core.clock import now, today
from childlabour.units.models import Officer, Unit
from plans.issuing import register
from plans.issuing.freezing import freeze_as_found, sha256
from plans.issuing.workflow import perform
from plans.models import Action, Capacity, Document, Means, Origin, RegisterBook, Scan, Signature
from tests.cast import Office, a_plan, an_issued_plan


def submitted(office: Office, document: Document | None = None) -> Document:
    return perform(Action.SUBMIT, document or a_plan(office=office), office.lan)


def approved(office: Office, document: Document | None = None) -> Document:
    return perform(Action.APPROVE, submitted(office, document), office.hung)


def numbered(
    office: Office, document: Document | None = None, day: date | None = None, **told: bool
) -> Document:
    return perform(Action.NUMBER, approved(office, document), office.thu, day=day or today(), **told)


def signed(
    office: Office, document: Document | None = None, scan: bytes = b"%PDF-1.7 scan", **told: bool
) -> Document:
    """Signed by hand, scanned, compared."""
    document = numbered(office, document, **told)
    Scan.objects.create(
        document=document,
        pdf=scan,
        sha256="0" * 64,
        pages=1,
        resolution=300,
        brought_by_name=str(office.thu),
        brought_at=now(),
        confirmed_by_name=str(office.thu),
        confirmed_at=now(),
    )
    return perform(Action.RECORD, document, office.thu)


def issued(office: Office, document: Document | None = None, **more) -> Document:
    return perform(Action.ISSUE, signed(office, document, **more), office.thu)


def sealed(office: Office, **fields) -> Document:
    """An issued plan whose kept paper bears the seal of the agency, made here with a key."""
    document = an_issued_plan(office=office, frozen=False, **fields)
    Signature.objects.create(
        document=document,
        capacity=Capacity.AGENCY,
        means=Means.INSIDE,
        signer=document.unit.name,
        recorded_by_name=str(office.thu),
        recorded_at=now(),
    )
    freeze_as_found(document)
    return document


# ── Papers of old times: chị Lan enters and proposes, chị Thu compares ──────────────────────────────


def an_old_paper(office: Office, **fields) -> Document:
    """The draft of a paper of 2022, with its scan; the paper book of that year went to 120."""
    of_2022 = {"period_from": 2022, "period_to": 2022, "origin": Origin.CARRIED_OVER}
    document = a_plan(**of_2022 | {"office": office} | fields)
    _declare_paper_book(document.unit, office)
    bring_a_scan(document, office)
    return document


def _declare_paper_book(unit: Unit, office: Office) -> None:
    series = register.common_series(unit)
    if not RegisterBook.objects.filter(series=series, year=2022).exists():
        register.open_after(series, 2022, 120, office.thu)


def bring_a_scan(document: Document, office: Office) -> Scan:
    return Scan.objects.create(
        document=document,
        pdf=b"%PDF-1.7 scan",
        sha256=sha256(b"%PDF-1.7 scan"),
        pages=1,
        resolution=200,
        brought_by_name=str(office.lan),
        brought_at=now(),
    )


def proposed(
    office: Office, document: Document | None = None, number: int = 10, by: Officer | None = None
) -> Document:
    document = document or an_old_paper(office)
    return perform(Action.PROPOSE, document, by or office.lan, number=number, day=date(2022, 5, 26))


def carried_over(office: Office, document: Document | None = None, number: int = 10) -> Document:
    document = proposed(office, document, number)
    return perform(Action.CARRY_OVER, document, office.thu, compared=document.scan.sha256)
