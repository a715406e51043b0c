"""Questions that whoever acts may settle on the page itself: what was asked, and what was answered before."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from childlabour.core.errors import Doubt, Problem
from plans.privacy.asking import FIELD


@dataclass(frozen=True)
class Confirming:
    """For `components/confirm.html`: `asked` stands behind the tick, `given` was ticked before and goes along."""

    field: str
    asked: str
    given: str


ASKED_LATER = Confirming(
    FIELD, "later", ""
)  # for a script, which learns what is asked when the server asks it


def given_in(request: HttpRequest) -> str:
    return " ".join(request.POST.getlist(FIELD))


def confirming(request: HttpRequest, problems: Iterable[Problem]) -> Confirming:
    asked = (problem.answer for problem in problems if isinstance(problem, Doubt))
    return Confirming(FIELD, " ".join(asked), given_in(request))


def are_questions(problems: tuple[Problem, ...]) -> bool:
    """Whether nothing stands in the way but questions."""
    return bool(problems) and all(isinstance(problem, Doubt) for problem in problems)
