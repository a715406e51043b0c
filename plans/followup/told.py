"""Who is told of a step of a task, in the transaction of the step."""

from collections.abc import Collection, Iterable

from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.steps import Act
from childlabour.core.vietnamese import short_date
from childlabour.notices.telling import Telling, tell_all
from childlabour.units.holding import holding_the_office_of, standing_for
from childlabour.units.models import Officer, Role, Unit
from plans.law.belonging import document_of
from plans.models import Assignment

SHOWN = 120  # characters of a task in a notice


def the_issuer(words: str) -> "Tell":
    """Those who gave the task: an answer waits for them."""
    return Tell(words, to_issuer=True)


def the_unit(words: str) -> "Tell":
    """Those who answer for the unit that has the task in hand, or for whatever took its place."""
    return Tell(words, to_issuer=False)


class Tell:
    """An effect; `words` may name `{unit}`, `{issuer}`, `{task}`, `{reason}`, `{day}`, `{deadline}`."""

    def __init__(self, words: str, *, to_issuer: bool):
        self.words, self.to_issuer = words, to_issuer

    def __call__(self, act: Act) -> None:
        assignment = act.row
        said = self.words.format(
            unit=assignment.unit,
            issuer=document_of(assignment).unit,
            task=short(str(assignment.task)),
            reason=act["text"],
            day=short_date(act["day"]) if act["day"] else "",
            deadline=short_date(assignment.deadline) if assignment.deadline else "",
        )
        told: Iterable[Officer] = following(assignment) if self.to_issuer else answering_for(assignment)
        tell_all([Telling(told, said, address_of(assignment))], but=act.officer)


def following(assignment: Assignment) -> list[Officer]:
    """Who drafts for the unit that gave it, or for whatever took its place; and the leader who follows it."""
    issuer = document_of(assignment).unit_id
    leader = assignment.leader
    return [*standing_for([issuer], {Role.DRAFTER})[issuer], *([leader] if leader else [])]


def answering_for(assignment: Assignment) -> list[Officer]:
    unit, person = assignment.unit_id, assignment.person
    return [*standing_for([unit], {Role.RESPONDER})[unit], *([person] if person else [])]


def said_of_telling(units: Collection[Unit]) -> str:
    """Whether anybody at these units gets word, for whoever has just acted: "Đã báo người trả lời của đơn vị." Three
    queries at most.
    """
    people = standing_for({unit.pk for unit in units}, {Role.RESPONDER})
    deaf = [unit for unit in units if not people[unit.pk]]
    if not deaf:
        return "Đã báo người trả lời của đơn vị."
    return f"Chưa báo được: {'; '.join(where_nobody_answers(unit) for unit in deaf)}."


def where_nobody_answers(unit: Unit) -> str:
    """ "UBND xã Tân Thành chưa có người trả lời trên hệ thống"; of a unit that has ended, who holds its office."""
    said = f"{unit} chưa có người trả lời trên hệ thống"
    if unit.is_valid_on(today()):
        return said
    heirs = ", ".join(str(heir) for heir in holding_the_office_of([unit.pk]))
    return f"{said} (nay do {heirs} đảm nhiệm)" if heirs else f"{said} (đã kết thúc hoạt động)"


def tell_of_new_work(assignments: Iterable[Assignment], but: Officer | None = None) -> None:
    """Each unit is told that it has been given something beside the words of a document."""
    given = list(assignments)
    people = standing_for({one.unit_id for one in given}, {Role.RESPONDER})
    tell_all(
        (
            Telling(
                people[one.unit_id],
                f"{document_of(one).unit} giao cho {one.unit}: {short(str(one.task))}",
                address_of(one),
            )
            for one in given
        ),
        but=but,
    )


def address_of(assignment: Assignment) -> str:
    return reverse("tasks:assignment", args=[assignment.pk])


def short(task: str) -> str:
    return task if len(task) <= SHOWN else f"{task[:SHOWN].rsplit(' ', 1)[0]}…"
