"""The parts that most plans have, put together from what they say: objectives in groups, tasks, who does what. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from .building import Body
from .values import ChargeMark, TargetMark, TaskMark


@dataclass(frozen=True)
class Duty:
    """Something to be done, with the words under it; who does it may stand in a heading above it."""

    heading: str = ""
    details: str = ""
    mark: TaskMark = field(default_factory=TaskMark)
    said: str = ""  # who does it, as a heading names them


def objectives(body: Body, promises: Sequence[tuple[TargetMark, str]]) -> None:
    """Promises under the names of their groups; those of no group ("") stand first, in one list."""
    for name, members in groupby(sorted(promises, key=lambda pair: _first_of(promises, pair[1])), _group):
        if name:
            body.clause(name)
        body.targets(mark for mark, _ in members)


def _group(pair: tuple[TargetMark, str]) -> str:
    return pair[1]


def _first_of(promises: Sequence[tuple[TargetMark, str]], group: str) -> int:
    """Groups in the order in which they are first met, no group before all."""
    return -1 if not group else [name for _, name in promises].index(group)


def work(body: Body, duties: Iterable[Duty]) -> None:
    """Numbered tasks, each with its words below."""
    for duty in duties:
        first, *rest = [duty.heading, *duty.details.split("\n")] if duty.heading else duty.details.split("\n")
        body.task(body.clause(first), duty.mark)
        body.lines("\n".join(rest))


def organisation(body: Body, duties: Iterable[Duty]) -> None:
    """A heading that names units, and their duties under it: those are theirs without being named again."""
    for said, own in groupby(duties, key=lambda duty: duty.said):
        theirs = list(own)
        heading = body.clause(said or "Các đơn vị liên quan")
        body.charge(heading, ChargeMark(theirs[0].mark.lead, said))
        for duty in theirs:
            text = "\n".join(filter(None, (duty.heading, duty.details)))
            first, *_ = body.lines(text)
            body.task(
                first, TaskMark(partners=duty.mark.partners, due=duty.mark.due, product=duty.mark.product)
            )
