"""Who is told of an act, and in which words: what follows from it, in its transaction."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Q
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.steps import Act
from childlabour.notices.telling import Telling, tell_all
from childlabour.units.holding import acting_as, drafting_for_each, standing_for
from childlabour.units.models import Delegation, Officer, Role
from plans.delivery.sending import RECEIVING, units_reached
from plans.delivery.words import lower, name_of
from plans.law.belonging import to_document
from plans.models import Action, Assignment, Delivery, Document, Event

from .journal import in_place_of, in_whose_place

RETURNED = (Action.SEND_BACK, Action.RETURN_FOR_FORM, Action.DECLINE, Action.VOID)
ASKED = (Action.SUBMIT, Action.PROPOSE)  # whoever did it last is the writer
SIGNED: dict[str, str] = {
    Action.SIGN: "đã ký, chờ đóng dấu, ban hành",
    Action.TAKE_BACK: "đã ký, chờ đóng dấu, ban hành",
    Action.RECORD: "đã ký, đóng dấu, chờ ban hành",
}


def whom_it_concerns(act: Act) -> None:
    """Never whoever acted: he knows."""
    tell_all([*_tellings(act), *_to_who_is_away(act)], but=act.officer)


def _tellings(act: Act) -> Iterator[Telling]:
    document, said = act.row, name_of(act.row)
    leaders = _in_role(Role.LEADER, document)
    if act.step.name == Action.ISSUE:
        yield from _issued(document, said, leaders)
    elif act.step.name == Action.REVOKE:
        yield from _revoked(document, said, leaders)
        yield from _resting_on(document, said, "đã bị thu hồi")
    elif act.step.name == Action.BECOME_REPLACED:
        yield from _resting_on(document, said, "đã được thay thế")
    elif act.step.name == Action.CARRY_OVER:  # its tasks were given on paper, years ago
        words = f"{said} đã nhập vào hệ thống."
        yield Telling([*leaders, *writers_of(document)], words, document.get_absolute_url())
    else:
        yield from _on_its_way(act, said, leaders)


def _on_its_way(act: Act, said: str, leaders: list[Officer]) -> Iterator[Telling]:
    document, name, who = act.row, act.step.name, _who(act)
    way = reverse("issuing:document", args=[document.pk])
    clerks, writers = _in_role(Role.CLERK, document), writers_of(document)
    if name == Action.SUBMIT:
        yield Telling(_before_whom(act, leaders), f"{who} trình {said}{_noted(act)}", way)
    elif name == Action.PROPOSE:
        yield Telling([*leaders, *clerks], f"{who} đề nghị nhập {said}: đối chiếu với bản quét.", way)
    elif name in RETURNED:
        yield Telling(writers, f"{who} trả lại {said}: {act['reason']}", way)
    elif name == Action.CANCEL:
        yield Telling(writers, f"{who} hủy {said}: {act['reason']}", way)
    elif name == Action.REOPEN:
        yield Telling(writers, f"{who} mở lại {said}.", way)
    elif name == Action.APPROVE:
        yield Telling([*clerks, *writers], f"{who} đã duyệt {said}; văn thư cấp số.", way)
    elif name == Action.NUMBER:
        yield Telling([*leaders, *writers], f"{said} đã có số, chờ ký.", way)
    elif name in SIGNED:
        yield Telling([*clerks, *writers], f"{said} {SIGNED[name]}.", way)


def _issued(document: Document, said: str, leaders: Iterable[Officer]) -> Iterator[Telling]:
    """Each unit is told on its own delivery, or on its tasks where the issuer gave itself work."""
    page = document.get_absolute_url()
    yield Telling([*leaders, *writers_of(document)], f"{said} đã ban hành.", page)
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
    yield Telling([*leaders, *writers_of(document)], f"{said} đã bị thu hồi.", page)
    receiving = standing_for({*_units_given_work(document), *units_reached(document)}, RECEIVING)
    everybody = [officer for officers in receiving.values() for officer in officers]
    yield Telling(everybody, f"{said} của {document.unit} đã bị thu hồi.", page)


def _resting_on(document: Document, said: str, became: str) -> Iterator[Telling]:
    """Of drafts that cite it, or carry it out: the ground they stand on is gone. Three queries however many."""
    resting = Q(citations__cited_document=document) | Q(parent=document)
    drafts = list(Document.objects.unfinished().filter(resting).select_related("unit").distinct())
    writers = writers_of_each(drafts)
    for draft in drafts:
        words = f"{said} {became}: xem lại căn cứ của {lower(name_of(draft))}."
        yield Telling(writers[draft.pk], words, reverse("issuing:document", args=[draft.pk]))


def _who(act: Act) -> str:
    """ "Vi Văn Hùng", "Vi Văn Hùng (thay Nông Thị Hoa)"."""
    away = in_place_of(act)
    return f"{act.officer} (thay {away})" if away else str(act.officer)


def _to_who_is_away(act: Act) -> Iterator[Telling]:
    """What was done in her place she finds when she is back."""
    if away := in_whose_place(act):
        words = f"{act.officer} đã {act.step.words.name} thay anh/chị: {name_of(act.row)}."
        yield Telling(away, words, reverse("issuing:document", args=[act.row.pk]))


def _noted(act: Act) -> str:
    note: str = act["note"].strip()
    return f": {note}" if note else "."


def _in_role(role: Role, document: Document) -> list[Officer]:
    return list(acting_as(role, document.unit_id))


def _before_whom(act: Act, leaders: list[Officer]) -> list[Officer]:
    """Whom the submitter chose, and who stands in there; every leader of the agency where nobody was chosen."""
    chosen = act["leader"]
    if chosen is None:
        return leaders
    away = Delegation.objects.in_force(today()).filter(unit=act.row.unit_id, leader=chosen)
    return [chosen, *(delegation.stand_in for delegation in away.select_related("stand_in"))]


def writers_of(document: Document) -> list[Officer]:
    """Whoever asked last for it to go on, and drafts for the unit still; else all who draft for it. Two queries."""
    return writers_of_each([document])[document.pk]


def writers_of_each(documents: Collection[Document]) -> dict[int, list[Officer]]:
    """The same of many documents, by their ids; two queries however many."""
    drafting = drafting_for_each({document.unit_id for document in documents})
    asked = Event.objects.filter(document__in=documents, action__in=ASKED).order_by("at", "pk")
    last = dict(asked.values_list("document", "officer"))
    return {
        document.pk: [one for one in drafting[document.unit_id] if one.pk == last.get(document.pk)]
        or drafting[document.unit_id]
        for document in documents
    }


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
