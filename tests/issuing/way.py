"""Plans somewhere on their way, brought there by the people who do it in the office."""

from datetime import date

from childlabour.core.clock import now, today
from plans.issuing.workflow import perform
from plans.models import Action, Plan, Scan
from tests.cast import Office, a_plan


def submitted(office: Office, plan: Plan | None = None) -> Plan:
    return perform(Action.SUBMIT, plan or a_plan(office=office), office.lan)


def approved(office: Office, plan: Plan | None = None) -> Plan:
    return perform(Action.APPROVE, submitted(office, plan), office.hung)


def numbered(office: Office, plan: Plan | None = None, day: date | None = None) -> Plan:
    return perform(Action.NUMBER, approved(office, plan), office.thu, day=day or today())


def signed(office: Office, plan: Plan | None = None) -> Plan:
    """Signed by hand, scanned, compared."""
    plan = numbered(office, plan)
    Scan.objects.create(
        plan=plan,
        pdf=b"%PDF-1.7 scan",
        sha256="0" * 64,
        pages=1,
        resolution=300,
        brought_by_name=str(office.thu),
        brought_at=now(),
        confirmed_by_name=str(office.thu),
        confirmed_at=now(),
    )
    return perform(Action.RECORD, plan, office.thu)


def issued(office: Office, plan: Plan | None = None) -> Plan:
    return perform(Action.ISSUE, signed(office, plan), office.thu)
