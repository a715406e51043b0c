"""Whether the rows of an issued document still say what was issued: pages show rows, the paper its snapshot.

Meaning that came later stands beside what was frozen, and is left out of the comparison; that it came by its step is
asked of the journal.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from plans.content.asking import content_of
from plans.content.later import frozen_part, has_later
from plans.content.laying_marks import units_of
from plans.content.values import Block, Content, inherited
from plans.content.words import words_in
from plans.law.belonging import rows_of
from plans.models import Action, Assignment, Document, Issue
from plans.paper.first_shape import REFERENCE, blocks_of
from plans.paper.on_file import OF_THE_LAYOUT
from plans.paper.source import source_of
from targets.models import Target

from .later_rows import digest_of_later
from .triggers import KEPT

HEAD = {
    "kind": "loại",
    "number": "số",
    "symbol": "ký hiệu",
    "date": "ngày",
    "period": "kỳ",
    "title": "trích yếu",
    "addressees": "kính gửi",
    "citations": "căn cứ",
    "recipients": "nơi nhận",
    "signer": "người ký",
    "beside": "người ký bên trái",
    "deciding": "thẩm quyền ban hành",
    "handling": "mức độ khẩn, phạm vi lưu hành, người soạn thảo, liên hệ",
}
ABSENT: dict[str, Any] = {
    "handling": {},
    "beside": {},
    "deciding": "",
}  # what data of every age leave out when there is nothing to say
BODY = {"blocks": "nội dung", "targets": "chỉ tiêu", "tasks": "nhiệm vụ"}
TOUCHES_LATER = (Action.MARK, Action.TAKE_DOWN)  # their events keep what came later as one figure
(FREE_COLUMNS,) = (kept.free for kept in KEPT if kept.model is Target)
FREE_OF_A_TARGET = frozenset(column.removesuffix("_id") for column in FREE_COLUMNS)  # as data calls them
NAMES_OF_UNITS = ("responsible", "lead", "partners")  # they may change after the issue; blocks have the ids

# What is said of a target or a task in both shapes of the data, names of units aside.
OF_A_TARGET = ("text", "comparator", "value", "unit", "population", "condition", "horizon", "group")
OF_A_TASK = ("due", "product")


def faults_of_rows(issue: Issue) -> Iterator[str]:
    """Twelve queries, however long the document; five more where something was marked after the issue."""
    document, kept = issue.document, issue.snapshot
    content = content_of(document)
    rows = ABSENT | json.loads(json.dumps(source_of(document, frozen_part(content))))
    head = ABSENT | kept
    differs = [HEAD[name] for name in HEAD if name in head and _said(rows[name]) != _said(head[name])]
    differs += (
        _body_that_differs(rows, kept) if "blocks" in kept else _first_shape_that_differs(rows, kept, content)
    )
    if differs:
        yield f"dữ liệu đang hiện khác bản lưu: {', '.join(differs)}"
    if _goes_to_others(document, content):
        yield "các đơn vị được giao nhiệm vụ khác nội dung văn bản"
    yield from _faults_of_later(document, content)
    printed = str(kept.get(OF_THE_LAYOUT, {}).get("verification", "")).rstrip("/").rpartition("/")[2]
    if printed and printed != document.verification_code:
        yield "mã tra cứu khác mã in trên văn bản"


def _faults_of_later(document: Document, content: Content) -> Iterator[str]:
    """One query; five more where something was ever marked."""
    last = document.events.filter(action__in=TOUCHES_LATER).order_by("at", "pk").last()
    if last is None and not has_later(content):
        return
    if (last.later_rows if last else "") != digest_of_later(document):
        yield "chỉ tiêu, nhiệm vụ đánh dấu sau khi ban hành khác với diễn biến đã ghi"


def _said(value: Any) -> Any:
    """Without the empty lines that data of the first shape have."""
    match value:
        case dict():
            return {key: _said(part) for key, part in value.items()}
        case list():
            return [_said(part) for part in value if part != ""]
    return value


def _body_that_differs(rows: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    return [
        name
        for key, name in BODY.items()
        if (
            _lasting(rows[key]) != _lasting(kept[key])
            if key == "blocks"
            else _nameless(rows[key]) != _nameless(kept[key])
        )
    ]


def _lasting(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what the database lets change."""
    return [
        {name: said for name, said in block.items() if name != "targets"}
        | {"targets": [_without(target, FREE_OF_A_TARGET) for target in block.get("targets", [])]}
        for block in blocks
    ]


def _without(item: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: said for name, said in item.items() if name not in names}


def _nameless(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [_without(item, NAMES_OF_UNITS) for item in items]


def _first_shape_that_differs(rows: dict[str, Any], kept: dict[str, Any], content: Content) -> list[str]:
    """Its words by what was printed, its targets and tasks as far as the data of then tell them."""
    differs = []
    if OF_THE_LAYOUT in kept:
        printed = (block for block in blocks_of(kept[OF_THE_LAYOUT]) if not block.key.startswith(REFERENCE))
        if _words(printed) != _words(content.blocks):
            differs.append(BODY["blocks"])
    sections = kept.get("sections", [])
    for key, parts in (("targets", OF_A_TARGET), ("tasks", OF_A_TASK)):
        then = (item for section in sections for item in section[key])
        if _alike(then, parts) != _alike(rows[key], parts):
            differs.append(BODY[key])
    return differs


def _words(blocks: Iterable[Block]) -> list[str]:
    return list(words_in(blocks))


def _alike(items: Iterable[dict[str, Any]], parts: tuple[str, ...]) -> list[str]:
    """In an order of its own: targets were listed part by part then, not as they are printed."""
    return sorted(json.dumps([item.get(part) or None for part in parts]) for item in items)


def _goes_to_others(document: Document, content: Content) -> bool:
    """One query."""
    above = inherited(content.blocks)
    asked = {
        (block.key, unit, role, is_inherited)
        for block in content.blocks
        if block.task
        for unit, (role, is_inherited) in units_of(block.task, above.get(block.key)).items()
    }
    rows = rows_of(Assignment, document).filter(
        given_at=None
    )  # what was given beside the words is no part of them
    return asked != set(rows.values_list("task__block__key", "unit_id", "role", "is_inherited"))
