"""A unit's own plan, begun from what was delivered to it: one press, and a second press finds the same draft."""

from django.db import transaction
from django.db.models import Q, QuerySet

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Officer, Unit
from plans.delivery.receiving import may_receive, receive
from plans.law.rights import issuers_for, may_create_for, usual_issuer
from plans.models import Delivery, Document, Status

from .starting import Start, start_from_upper


def own_plans(delivery: Delivery, user: Someone) -> QuerySet[Document]:
    """By which the units of this person carry out what was delivered: drafts and issued ones. Of a unit that was split
    each of its heirs has its own.
    """
    mine = Document.objects.filter(parent=delivery.document_id, unit__in=viewer(user).seen_unit_ids)
    of_the_unit = Q(unit=delivery.unit_id) | Q(unit__taken_over__old=delivery.unit_id)
    return mine.exclude(status=Status.CANCELLED).filter(of_the_unit).distinct().order_by("pk")


@transaction.atomic
def open_own_plan(delivery: Delivery, officer: Officer) -> Document:
    """The draft of the unit that carries out the delivered document: its targets beside ours, its tasks for us, the
    opening naming it. What has come is received with the same press.

    Raises Refusal for who does not draft for the unit, and when the document above is no longer in force.
    """
    row = (
        Delivery.objects.select_for_update(of=("self",))
        .select_related("unit", "document__unit__place")
        .get(pk=delivery.pk)
    )
    upper = row.document
    if not upper.facts.carried_out:
        raise Refusal(f"{upper.kind_name} không triển khai bằng kế hoạch: xem nhiệm vụ được giao.")
    if begun := own_plans(row, officer).first():
        return begun
    if upper.status != Status.ISSUED:
        raise Refusal(
            f"{upper.kind_name} số {upper.code} {upper.get_status_display()} nên không triển khai nữa."
        )
    issuer = issuer_for(officer, row.unit)
    if issuer is None:
        raise Refusal(f"Chỉ chuyên viên soạn thảo của {row.unit} lập được kế hoạch này.")
    if may_receive(officer, row):
        receive(row, officer)
    return start_from_upper(Start(issuer, year_of(upper), officer), upper, given_to=row.unit)


def issuer_for(user: Someone, unit: Unit) -> Unit | None:
    """The unit itself, or the one that took its place, where this person drafts for it. Two queries at most."""
    if may_create_for(user, unit.pk) and unit.symbol:
        return unit
    return usual_issuer(issuers_for(user).filter(taken_over__old=unit).exclude(symbol=""))


def year_of(upper: Document) -> int:
    """This year where the plan above runs in it, else the nearest of its years."""
    return min(max(today().year, upper.period_from), upper.period_to)
