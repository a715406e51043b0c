"""Who is told of an act, and in which words: what follows from it, in its transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from childlabour.core.steps import Act
from childlabour.notices.telling import tell
from childlabour.units.holding import drafting_for, serving_as, serving_in
from childlabour.units.models import Officer, Role
from plans.law.belonging import to_document
from plans.models import Action, Assignment, Document

BY_HAND = (Action.SIGN, Action.RECORD, Action.TAKE_BACK)
RETURNED = (Action.SEND_BACK, Action.DECLINE, Action.VOID)
ASKED = (Action.SUBMIT, Action.PROPOSE)  # whoever did it last is the writer


@dataclass(frozen=True)
class Telling:
    officers: Iterable[Officer]
    words: str
    address: str


def whom_it_concerns(act: Act) -> None:
    """Never whoever acted: he knows."""
    for telling in _tellings(act):
        others = [officer for officer in telling.officers if officer.pk != getattr(act.officer, "pk", None)]
        tell(others, telling.words, telling.address)


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
    elif name in BY_HAND:
        yield Telling([*clerks, *_writers(document)], f"{said} đã ký, chờ đóng dấu, ban hành.", way)
    elif name in (Action.ISSUE, Action.CARRY_OVER):
        yield from _issued(document, said, leaders)
    elif name == Action.REVOKE:
        yield from _revoked(document, said, leaders)


def _issued(document: Document, said: str, leaders: Iterable[Officer]) -> Iterator[Telling]:
    page = document.get_absolute_url()
    yield Telling([*leaders, *_writers(document)], f"{said} đã ban hành.", page)
    given = _units_given_work(document)
    for unit, tasks in given.items():
        words = f"{document.unit} giao {tasks} nhiệm vụ theo {_lower(said)}."
        yield Telling(_who_receive(unit), words, reverse("tasks:home"))
    told = document.recipients.exclude(unit=None).exclude(unit__in=given).exclude(unit=document.unit_id)
    for unit in set(told.values_list("unit", flat=True)):
        yield Telling(_who_receive(unit), f"Nhận {_lower(said)} của {document.unit}.", page)


def _revoked(document: Document, said: str, leaders: Iterable[Officer]) -> Iterator[Telling]:
    page = document.get_absolute_url()
    yield Telling([*leaders, *_writers(document)], f"{said} đã bị thu hồi.", page)
    for unit in _units_given_work(document):
        yield Telling(_who_receive(unit), f"{said} của {document.unit} đã bị thu hồi.", page)


def name_of(document: Document) -> str:
    """ "Kế hoạch số 192/KH-UBND", "Kế hoạch năm 2026"."""
    numbered = f" số {document.code}" if document.code else f" {document.period}"
    return f"{document.kind_name}{numbered}"


def _lower(said: str) -> str:
    return said[:1].lower() + said[1:]


def _in_role(role: Role, document: Document) -> list[Officer]:
    return list(serving_as(role, document.unit_id))


def _writers(document: Document) -> list[Officer]:
    """Whoever asked last for it to go on; before anybody did, all who draft for the unit."""
    last: Any = (
        document.events.filter(action__in=ASKED).select_related("officer").order_by("-at", "-pk").first()
    )
    return [last.officer] if last and last.officer else list(drafting_for(document.unit_id))


def _units_given_work(document: Document) -> dict[int, int]:
    """Units → how many tasks."""
    given = Assignment.objects.filter(**{to_document(Assignment): document}).values_list("unit", "task")
    counted: dict[int, int] = {}
    for unit, _ in set(given):
        counted[unit] = counted.get(unit, 0) + 1
    return counted


def _who_receive(unit: int) -> list[Officer]:
    """Those who answer for a unit, write its own plan, or keep its book."""
    return list(serving_in(unit, {Role.RESPONDER, Role.DRAFTER, Role.CLERK}))
