"""What was read of a file, as it waits for a person: the content, the source beside it, what is doubtful. Pure.

Kept as JSON between releases: the content by `plans.content.shapes`, whose shape is numbered, the rest by its hints.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from childlabour.airlock.carrying import made, plain
from plans.citing.act import NamedAct
from plans.content.faults import faults_of
from plans.content.shapes import content_as_data, content_from
from plans.content.typed import MisshapenError
from plans.content.values import Content
from plans.reading.blocks.making import laid_out, nobody
from plans.reading.parts.draft import PassageRole, ReadDraft, Remark, Weight

Known = Callable[[str], tuple[int, ...]]

OWN_PLACE = frozenset({"left_out"})  # said by the line itself


class OutgrownError(ValueError):
    """What an earlier release kept, in a shape that nobody understands any more: to be read again from its file."""


@dataclass(frozen=True)
class SourceLine:
    """A paragraph or cell of the source, as printed."""

    text: str
    mark: str
    role: PassageRole
    block: str  # the key of the block that it became; "": of the head, of the foot, or left out
    left_out: str  # the reason, as a code

    @property
    def whole(self) -> str:
        return f"{self.mark} {self.text}" if self.mark else self.text

    @property
    def is_out(self) -> bool:
        """None of its words are in the draft, unless a person takes it back."""
        return not self.block and self.role in (PassageRole.LEFT_OUT, PassageRole.NOTE)


@dataclass(frozen=True)
class Doubtful:
    id: str
    code: str
    message: str
    weight: Weight
    line: int | None
    words: str  # those of the line that it is about; "": all of them
    at: int  # where they begin, in the text of the line without its mark
    suggestion: str
    target: str  # the id of the mark that it is about


@dataclass(frozen=True)
class HeadRead:
    """What the source says of itself, beside its content."""

    kind: str
    number: str
    symbol: str
    issuer: str
    superior: str
    place: str
    date: datetime.date | None
    preamble: tuple[str, ...]
    acts: tuple[NamedAct, ...]  # that it names, in order
    parent: NamedAct | None


@dataclass(frozen=True)
class FileRead:
    content: Content
    head: HeadRead
    lines: tuple[SourceLine, ...]
    findings: tuple[Doubtful, ...]

    @property
    def doubts(self) -> tuple[Doubtful, ...]:
        """What a person should look at before it is saved."""
        return tuple(finding for finding in self.findings if finding.weight is not Weight.NOTE)

    @property
    def slips(self) -> Iterator[Doubtful]:
        return (finding for finding in self.findings if finding.code == "slip")


def reading_of(draft: ReadDraft, units: Known = nobody) -> FileRead:
    """`units`: a name of the words, or several, → the units that are known by it."""
    content, became = laid_out(draft, units)
    lines = tuple(
        SourceLine(passage.text, passage.mark, role, became.get(place, ""), passage.left_out)
        for place, (passage, role) in enumerate(zip(draft.passages, draft.roles, strict=True))
    )
    head = HeadRead(
        draft.kind,
        draft.number,
        draft.symbol,
        draft.issuer,
        draft.superior,
        draft.place,
        draft.date,
        draft.preamble,
        draft.citations,
        draft.parent,
    )
    return FileRead(content, head, lines, (*_faults(content), *_findings(draft)))


def _faults(content: Content) -> Iterator[Doubtful]:
    """Why it could not be saved as it was read; what the officer does about it, the page says where."""
    for number, problem in enumerate(faults_of(content)):
        yield Doubtful(f"fault-{number}", "fault", problem.message, Weight.DOUBT, None, "", 0, "", "")


def _findings(draft: ReadDraft) -> Iterator[Doubtful]:
    about = {
        target.spans[0]: f"target-{number}"
        for number, target in enumerate(draft.targets)
        if target.spans and target.is_doubtful
    }
    for number, said in enumerate(draft.findings):
        if said.code not in OWN_PLACE:
            yield _finding(f"finding-{number}", said, draft, about)


def _finding(name: str, said: Remark, draft: ReadDraft, about: dict[Any, str]) -> Doubtful:
    span = said.span
    words = draft.passages[span.passage].text[span.start : span.end] if span and span.end else ""
    return Doubtful(
        name,
        said.code,
        said.message,
        said.weight,
        span.passage if span else None,
        words,
        span.start if span else 0,
        said.suggestion,
        about.get(span, "") if said.code == "target_doubtful" else "",
    )


def as_data(reading: FileRead) -> dict[str, Any]:
    return {
        "content": content_as_data(reading.content),
        "head": plain(reading.head),
        "lines": plain(reading.lines),
        "findings": plain(reading.findings),
    }


def from_data(data: Any) -> FileRead:
    """Raises Outgrown when this release does not understand it."""
    try:
        return FileRead(
            content_from(data["content"]),
            made(HeadRead, data["head"]),
            made(tuple[SourceLine, ...], data["lines"]),
            made(tuple[Doubtful, ...], data["findings"]),
        )
    except (MisshapenError, ValueError, KeyError, TypeError) as fault:
        raise OutgrownError("read by another release") from fault
