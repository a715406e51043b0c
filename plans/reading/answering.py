"""What the airlock's worker does with a file to be read: the draft as a text, or the reason why there is none."""

from plans.reading import ReadDraft, Unreadable, read, read_pasted

from .review.carrying import packed
from .sources import limits


def file_read(data: bytes, *, name: str, is_pasted: bool) -> dict[str, str]:
    """`{"draft": …}`, as `carrying` packs it and no larger than a job keeps, or `{"reason": …}`."""
    try:
        draft = read_pasted(data.decode("utf-8")) if is_pasted else read(data, name)
        return {"draft": _bounded(draft)}
    except Unreadable as refusal:
        return {"reason": refusal.reason}
    except MemoryError:
        return {"reason": "too_heavy"}


def _bounded(draft: ReadDraft) -> str:
    """Whoever asked has to hold, check and show all of it: no plan has as much as this."""
    if (
        len(draft.targets) > limits.TARGETS
        or len(draft.tasks) > limits.TASKS
        or len(draft.findings) > limits.FINDINGS
        or len(draft.passages) > limits.PASSAGES
    ):
        raise Unreadable("too_many_marks")
    text = packed(draft)
    if len(text) > limits.PACKED:
        raise Unreadable("too_long")
    return text
