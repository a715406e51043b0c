"""Who is told of a step of a task, in the transaction of the step."""

from collections.abc import Iterable

from django.urls import reverse

from childlabour.core.steps import Act
from childlabour.core.vietnamese import short_date
from childlabour.notices.telling import Telling, tell_all
from childlabour.units.holding import drafting_for, standing_for
from childlabour.units.models import Officer, Role
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
        told: Iterable[Officer] = (
            drafting_for(document_of(assignment).unit_id) if self.to_issuer else answering_for(assignment)
        )
        tell_all([Telling(told, said, address_of(assignment))], but=act.officer)


def answering_for(assignment: Assignment) -> list[Officer]:
    unit = assignment.unit_id
    return standing_for([unit], {Role.RESPONDER})[unit]


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
