"""The one way this project says no: every problem at once, each with its place and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. `message` is a whole Vietnamese sentence: what, where, what to do next."""

    message: str
    field: str = ""  # form field or attribute, for showing it beside the input
    anchor: str = ""  # id of the spot in the editor ("target-33")


@dataclass(frozen=True)
class Doubt(Problem):
    """A problem that whoever acts may settle himself: asked once more with `answer` in `field`, the act goes on."""

    answer: str = ""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Raised by any room when it will not do what was asked; carries all problems, never only the first."""

    def __init__(self, *problems: Problem | str):
        self.problems = tuple(p if isinstance(p, Problem) else Problem(p) for p in problems)
        super().__init__("; ".join(p.message for p in self.problems))


def as_data(problems: Iterable[Problem]) -> dict[str, list[dict[str, str]]]:
    """How every JSON of ours says no: `{"problems": [{"message": "…", "field": "year"}]}`, and the `anchor` of a spot
    of a draft where the problem has one.

    A doubt says beside it what to send in that field to go on: `{…, "field": "confirmed", "answer": "5f…"}`.
    """
    return {"problems": [_as_data(problem) for problem in problems]}


def _as_data(problem: Problem) -> dict[str, str]:
    said = {"message": problem.message, "field": problem.field}
    if problem.anchor:
        said["anchor"] = problem.anchor
    return said | {"answer": problem.answer} if isinstance(problem, Doubt) else said
