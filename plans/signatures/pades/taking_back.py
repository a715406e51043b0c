"""A file that was handed out and comes back signed: everything that is asked of it, in one look."""

from typing import Any

from childlabour.airlock.carrying import made, plain
from plans.signatures.covering import covered_lines

from .additions import UNREADABLE_ADDED, faults_of_added
from .judging import signatures_in
from .known import Known


def looked_at(data: bytes, *, ours: int, may_touch: list[str], known: dict[str, Any]) -> dict[str, Any]:
    """`{"faults": …}` when something else than signatures was added; else `{"signatures": …, "covered": …}`.

    The first `ours` bytes are the file as it was handed out; `may_touch` are the lines that a signature may lie over.
    """
    handed_out = data[:ours]
    if faults := faults_of_added(handed_out, data):
        return {"faults": faults}
    try:
        covered = covered_lines(handed_out, data, may_touch)
    except Exception:  # a spoilt file can break any assumption of a parser
        return {"faults": [UNREADABLE_ADDED]}
    return {"faults": [], "signatures": plain(signatures_in(data, made(Known, known))), "covered": covered}
