"""Who is told of an act, and in which words: what follows from it, in its transaction."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse

from childlabour.core.steps import Act
from childlabour.notices.telling import Telling, tell_all
from childlabour.units.holding import drafting_for, serving_as, standing_for
from childlabour.units.models import Officer, Role
from plans.delivery.sending import RECEIVING, units_reached
from plans.delivery.words import lower, name_of
from plans.law.belonging import to_document
from plans.models import Action, Assignment, Delivery, Document

RETURNED = (Action.SEND_BACK, Action.DECLINE, Action.VOID)
ASKED = (Action.SUBMIT, Action.PROPOSE)  # whoever did it last is the writer
SIGNED: dict[str, str] = {
    Action.SIGN: "đã ký, chờ đóng dấu, ban hành",
    Action.TAKE_BACK: "đã ký, chờ đóng dấu, ban hành",
    Action.RECORD: "đã ký, đóng dấu, chờ ban hành",
}


def whom_it_concerns(act: Act) -> None:
    """Never whoever acted: he knows."""
    tell_all(_tellings(act), but=act.officer)


def _tellings(act: Act) -> Iterator[Telling]:
    document, name = act.row, act.step.name
    said, way = name_of(document), reverse("issuing:document", args=[document.pk])
    leaders, clerks = _in_role(Role.LEADER, document), _in_role(Role.CLERK, document)
    who = str(act.officer)
    if name == Action.SUBMIT:
        yield Telling(leaders, f"{who} trình {said}.", way)
    elif name == Action.PROPOSE:
        yield Telling([*leaders, *clerks], f"{who} đề nghị nhập {said}: đối chiếu với bản quét.", way)
    elif name in RETURNED:
        yield Telling(_writers(document), f"{who} trả lại {said}: {act['reason']}", way)
    elif name == Action.APPROVE:
        yield Telling([*clerks, *_writers(document)], f"{who} đã duyệt {said}; văn thư cấp số.", way)
    elif name == Action.NUMBER:
        yield Telling([*leaders, *_writers(document)], f"{said} đã có số, chờ ký.", way)
    elif name in SIGNED:
        yield Telling([*clerks, *_writers(document)], f"{said} {SIGNED[name]}.", way)
    elif name == Action.CARRY_OVER:  # its tasks were given on paper, years ago
        words = f"{said} đã nhập vào hệ thống."
        yield Telling([*leaders, *_writers(document)], words, document.get_absolute_url())
    elif name == Action.ISSUE:
        yield from _issued(document, said, leaders)
    elif name == Action.REVOKE:
        yield from _revoked(document, said, leaders)


def _issued(document: Document, said: str, leaders: Iterable[Officer]) -> Iterator[Telling]:
    """Each unit is told on its own delivery, or on its tasks where the issuer gave itself work."""
    page = document.get_absolute_url()
    yield Telling([*leaders, *_writers(document)], f"{said} đã ban hành.", page)
    given, way = _units_given_work(document), _deliveries(document)
    receiving = standing_for({*given, *way}, RECEIVING)
    for unit, tasks in given.items():
        words = f"{document.unit} giao {tasks} nhiệm vụ theo {lower(said)}."
        yield Telling(receiving[unit], words, way.get(unit, reverse("tasks:home")))
    for unit, address in way.items():
        if unit not in given:
            yield Telling(receiving[unit], f"Nhận {lower(said)} của {document.unit}.", address)


def _revoked(document: Document, said: str, leaders: Iterable[Officer]) -> Iterator[Telling]:
    page = document.get_absolute_url()
    yield Telling([*leaders, *_writers(document)], f"{said} đã bị thu hồi.", page)
    receiving = standing_for({*_units_given_work(document), *units_reached(document)}, RECEIVING)
    everybody = [officer for officers in receiving.values() for officer in officers]
    yield Telling(everybody, f"{said} của {document.unit} đã bị thu hồi.", page)


def _in_role(role: Role, document: Document) -> list[Officer]:
    return list(serving_as(role, document.unit_id))


def _writers(document: Document) -> list[Officer]:
    """Whoever asked last for it to go on, and drafts for the unit still; else all who draft for it."""
    drafting = list(drafting_for(document.unit_id))
    last: Any = document.events.filter(action__in=ASKED).order_by("-at", "-pk").first()
    return [officer for officer in drafting if last and officer.pk == last.officer_id] or drafting


def _units_given_work(document: Document) -> dict[int, int]:
    """Units → how many tasks."""
    given = Assignment.objects.filter(**{to_document(Assignment): document}).values_list("unit", "task")
    counted: dict[int, int] = {}
    for unit, _ in set(given):
        counted[unit] = counted.get(unit, 0) + 1
    return counted


def _deliveries(document: Document) -> dict[int, str]:
    """Units → the page of what was delivered to them."""
    sent = Delivery.objects.filter(document=document).values_list("unit", "pk")
    return {unit: reverse("delivery:delivery", args=[pk]) for unit, pk in sent}
