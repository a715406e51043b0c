"""Papers kept as data, once more without the words: the same layout, marked as a copy from which something is gone."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from childlabour.core.vietnamese import short_date
from plans.content.shapes import runs_as_data, runs_from
from plans.issuing.freezing import paper_in, sha256, snapshot_of
from plans.issuing.way_out import TAKEN_OUT
from plans.models import Issue
from plans.paper.compose import paper_of
from plans.paper.on_file import OF_THE_LAYOUT
from plans.paper.pdf import to_pdf


def without(data: Any, words: str) -> Any:
    """JSON values with the words replaced in every text, however deep; in runs of several looks, too."""
    match data:
        case str():
            return data.replace(words, TAKEN_OUT)
        case list() if _are_runs(data):
            return runs_without(data, words)
        case list():
            return [without(value, words) for value in data]
        case dict():
            return {key: without(value, words) for key, value in data.items()}
        case _:
            return data


def _are_runs(data: list[Any]) -> bool:
    """Of a paragraph as `plans.content.shapes` keeps it."""
    return bool(data) and all(
        isinstance(run, list) and [type(part) for part in run] == [str, bool, bool, list] for run in data
    )


def runs_without(runs: list[list[Any]], words: str) -> list[list[Any]]:
    """The words may begin in one look and end in another: what stands for them has the look in which they began, and
    all the marks that lay on them.
    """
    text = "".join(said for said, *_ in runs)
    sought = re.compile(re.escape(words))
    starts = [found.start() for found in sought.finditer(text)]
    shorter: list[list[Any]] = []
    at = 0  # the end of the run before, in the text
    for said, bold, italic, marks in runs:
        place, end = at, at + len(said)
        for start in starts:
            stop = start + len(words)
            if stop <= at or start >= end:
                continue
            shorter.append([text[place:start], bold, italic, marks])
            if start >= at:
                shorter.append([TAKEN_OUT, bold, italic, []])
            taken = next(run for run in reversed(shorter) if run[0] == TAKEN_OUT)
            taken[3] = [*taken[3], *(mark for mark in marks if mark not in taken[3])]
            place = min(stop, end)
        shorter.append([text[place:end], bold, italic, marks])
        at = end
    return runs_as_data(runs_from(shorter))


def holds(data: Any, words: str) -> bool:
    return bool(without(data, words) != data)


@dataclass(frozen=True)
class Shorter:
    """What is left of an issued paper."""

    sha256_before: str
    snapshot: dict[str, Any]
    pdf: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.pdf)

    def take_the_place_of(self, issue: Issue) -> None:
        """The original bytes are gone with it."""
        issue.snapshot, issue.pdf, issue.sha256 = self.snapshot, self.pdf, self.sha256
        issue.save(update_fields=["snapshot", "pdf", "sha256"])


def printed_without(issue: Issue, words: str, day: date) -> Shorter:
    """One render: to be done before anything is locked."""
    kept = issue.snapshot
    if OF_THE_LAYOUT not in kept:  # issued before the layout was kept beside the data
        kept = snapshot_of(paper_of(issue.document, signing_copy=True)) | kept
    snapshot = without(kept, words)
    snapshot[OF_THE_LAYOUT]["taken_out"] = f"BẢN LƯỢC NGÀY {short_date(day)}"
    return Shorter(issue.sha256, snapshot, to_pdf(paper_in(snapshot)))
