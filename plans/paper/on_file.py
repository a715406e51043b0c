"""The paper of a document as it is on file: of an issued one what was kept then, meaning that came later beside it.

One door for pages, Word, text and data. Names of units may have changed since: an issued paper says those of its day.
"""

from collections.abc import Iterator
from typing import Any

from plans.content.asking import content_of
from plans.content.markers import split_marker
from plans.models import Document, Issue

from .compose import paper_saying
from .document import Paper
from .frozen import from_data
from .source import source_of

OF_THE_LAYOUT = "paper"  # the part of what is kept that is not attached to the PDF
LATER_LISTS = ("targets", "tasks")
SHAPE_OF_THEN = ("version", "preamble", "sections", "closing")  # keys of data before bodies were blocks


def paper_on_file(document: Document, *, with_data: bool = True) -> Paper:
    """One query of an issued document; the rows tell it of one issued before papers were kept, and of a draft.

    `with_data=False`: for what carries none of its data (the screen, Word).
    """
    kept = _kept_of(document)
    if kept is None or OF_THE_LAYOUT not in kept:
        return paper_saying(content_of(document), document, with_data=with_data)
    return from_data(kept[OF_THE_LAYOUT])


def data_on_file(document: Document) -> dict[str, Any]:
    """As `plans.paper.source` tells it, in the shape of today whenever it was issued. Ten queries."""
    now = source_of(document, content_of(document))
    kept = _kept_of(document)
    return now if kept is None else _as_then(now, kept)


def _kept_of(document: Document) -> dict[str, Any] | None:
    if not document.is_issued:
        return None
    return Issue.objects.filter(document=document).values_list("snapshot", flat=True).first()


def _as_then(now: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    then = {name: value for name, value in kept.items() if name != OF_THE_LAYOUT}
    if "blocks" not in then:
        head = {name: value for name, value in then.items() if name not in SHAPE_OF_THEN}
        return now | head | _named_as_then(now, then.get("sections", []))
    lists = {name: list(_with_later(now[name], then[name])) for name in LATER_LISTS}
    return then | {"blocks": now["blocks"]} | lists


def _with_later(now: list[dict[str, Any]], then: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What was frozen as it was, and in its place on the paper what came later."""
    frozen = iter(then)
    for item in now:
        if item["added_at"]:
            yield item
        elif kept := next(frozen, None):
            # Who was named by nobody may have been given the task since.
            yield kept | ({"lead": item["lead"]} if "lead" in kept and not kept["lead"] else {})


def _named_as_then(now: dict[str, Any], sections: list[dict[str, Any]]) -> dict[str, Any]:
    """The lists of today, units by the names they had; data of the first shape tell nothing else that is not here."""
    targets = {_line(item["text"]): item for section in sections for item in section["targets"]}
    tasks = {
        _line(item["heading"] or item["text"]): item for section in sections for item in section["tasks"]
    }
    return {
        "targets": [_named(item, targets, ("responsible",)) for item in now["targets"]],
        "tasks": [_named(item, tasks, ("lead", "partners")) for item in now["tasks"]],
    }


def _named(item: dict[str, Any], then: dict[str, dict[str, Any]], names: tuple[str, ...]) -> dict[str, Any]:
    kept = {} if item["added_at"] else then.get(_line(item["text"]), {})
    return item | {name: kept[name] for name in names if kept.get(name)}


def _line(text: str) -> str:
    """The first line without its marker, as it is printed."""
    return " ".join(split_marker(text.strip().split("\n", 1)[0])[1].split())
