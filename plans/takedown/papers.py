"""Papers kept as data, once more without the words: the same layout, marked as a copy from which something is gone."""

from typing import Any

from childlabour.core.vietnamese import short_date
from plans.issuing.checking import OF_THE_LAYOUT
from plans.issuing.freezing import sha256, snapshot_of
from plans.issuing.way_out import TAKEN_OUT
from plans.models import Issue
from plans.paper.compose import paper_of
from plans.paper.frozen import from_data
from plans.paper.pdf import to_pdf


def without(data: Any, words: str) -> Any:
    """JSON values with the words replaced in every text, however deep."""
    match data:
        case str():
            return data.replace(words, TAKEN_OUT)
        case list():
            return [without(value, words) for value in data]
        case dict():
            return {key: without(value, words) for key, value in data.items()}
        case _:
            return data


def holds(data: Any, words: str) -> bool:
    return bool(without(data, words) != data)


def make_anew(issue: Issue, words: str, day: Any) -> None:
    """Snapshot, bytes and hash of what is left. One render; the original bytes are gone with it."""
    kept = issue.snapshot
    if OF_THE_LAYOUT not in kept:  # issued before the layout was kept beside the data
        kept = snapshot_of(paper_of(issue.document, signing_copy=True)) | kept
    snapshot = without(kept, words)
    snapshot[OF_THE_LAYOUT]["taken_out"] = f"BẢN LƯỢC NGÀY {short_date(day)}"
    source = {key: value for key, value in snapshot.items() if key != OF_THE_LAYOUT}
    pdf = to_pdf(from_data(snapshot[OF_THE_LAYOUT], source))
    issue.snapshot, issue.pdf, issue.sha256 = snapshot, pdf, sha256(pdf)
    issue.save(update_fields=["snapshot", "pdf", "sha256"])
