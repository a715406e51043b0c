"""Who is told of a step of a task."""

from django.urls import reverse

from childlabour.core.steps import Act
from childlabour.notices.telling import Telling, tell_all
from childlabour.units.holding import drafting_for, standing_for
from childlabour.units.models import Role
from plans.law.belonging import document_of

SHOWN = 120  # characters of a task in a notice


def the_issuer(words: str) -> "Tell":
    """Those who gave the task: an answer waits for them."""
    return Tell(words, to_issuer=True)


def the_unit(words: str) -> "Tell":
    """Those who answer for the unit that has the task in hand, or for whatever took its place."""
    return Tell(words, to_issuer=False)


class Tell:
    """An effect; `words` may name `{unit}`, `{issuer}`, `{task}`, `{reason}`."""

    def __init__(self, words: str, *, to_issuer: bool):
        self.words, self.to_issuer = words, to_issuer

    def __call__(self, act: Act) -> None:
        assignment = act.row
        issuer = document_of(assignment).unit
        task = str(assignment.task)
        said = self.words.format(
            unit=assignment.unit,
            issuer=issuer,
            task=task if len(task) <= SHOWN else f"{task[:SHOWN].rsplit(' ', 1)[0]}…",
            reason=act["text"],
        )
        unit = assignment.unit_id
        told = drafting_for(issuer.pk) if self.to_issuer else standing_for([unit], {Role.RESPONDER})[unit]
        tell_all([Telling(told, said, reverse("tasks:assignment", args=[assignment.pk]))], but=act.officer)
