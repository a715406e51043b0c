"""Whom an issued document goes to, and how it gets there."""

import re
from collections.abc import Iterable

from childlabour.core.clock import now
from childlabour.core.vietnamese import search_key
from childlabour.jobs.asking import later
from childlabour.notices.posting import mail_is_set
from childlabour.units.holding import standing_for
from childlabour.units.models import Role, Unit
from plans.law.belonging import rows_of
from plans.models import Assignment, Channel, ChargedUnit, Delivery, Document, Purpose
from targets.language.lexicon.addressees import EVERY, OF_COMMITTEES
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.territories import OF_COMMUNES

from .later import mail_document
from .words import name_of

# Those who answer for a unit, write its own plan, or keep its book.
RECEIVING = frozenset({Role.RESPONDER, Role.DRAFTER, Role.CLERK})

_ALL_COMMUNES = re.compile(
    rf"^(?:{any_of(folded(OF_COMMITTEES))} )?(?:{any_of(folded(EVERY))}|[0-9]{{1,3}}) {any_of(folded(OF_COMMUNES))}\b"
)


def deliver(document: Document) -> None:
    """A row for each unit that the paper names as a receiver, gives work or charges; in the caller's transaction.

    Who works here finds it on the desk; who does not gets it by mail where the unit has a mailbox, else as a file that
    the clerk carries. Eight queries, however many units.
    """
    units = Unit.objects.in_bulk(units_reached(document))
    people = standing_for(units, RECEIVING)
    deliveries = [_delivery(document, unit, is_here=bool(people[unit.pk])) for unit in units.values()]
    Delivery.objects.bulk_create(deliveries)
    if mail_is_set() and any(one.channel == Channel.MAIL for one in deliveries):
        later(mail_document, None, about=name_of(document), document=document.pk)


def _delivery(document: Document, unit: Unit, *, is_here: bool) -> Delivery:
    if is_here:
        return Delivery(document=document, unit=unit, channel=Channel.DESK, sent_at=now())
    if unit.email:
        return Delivery(document=document, unit=unit, channel=Channel.MAIL, mailbox=unit.email)
    return Delivery(document=document, unit=unit, channel=Channel.FILE)


def units_reached(document: Document) -> set[int]:
    """Never the issuer itself."""
    receivers = list(document.recipients.exclude(purpose=Purpose.FILE).values_list("unit", "text"))
    units = {unit for unit, _ in receivers if unit}
    units.update(rows_of(Assignment, document).values_list("unit", flat=True))
    units.update(rows_of(ChargedUnit, document).values_list("unit", flat=True))
    if any(names_all_communes(text) for unit, text in receivers if not unit):
        units.update(unit.pk for unit in document.communes)
    return units - {document.unit_id}


def names_all_communes(line: str) -> bool:
    """ "UBND các xã, thị trấn (để thực hiện)", "24 xã": the committees of every commune of the issuer's place."""
    return bool(_ALL_COMMUNES.match(search_key(line).lstrip("- ")))


def only_in_words(document: Document) -> list[str]:
    """Receivers that are no unit in the system: whoever carries the paper sees to them. One query."""
    lines: Iterable[str] = (
        document.recipients.filter(unit=None).exclude(purpose=Purpose.FILE).values_list("text", flat=True)
    )
    return [line for line in lines if not names_all_communes(line)]
