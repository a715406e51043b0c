"""Rows of the first shape → their paper, as the data that were kept of a paper then. Pure but for `Names`.

A paper is `{"blocks": […], "annexes": […]}`; a block `{"is": "heading" | "paragraph" | "table", …}`. The first block of
a part, of a target, of a task bears an anchor ("section-12").
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from childlabour.core.vietnamese import roman, short_date, write_number

Row = Any  # of the models as they were when the migration runs
Data = dict[str, Any]
Naming = Callable[[Sequence[Row]], str]  # units → how the paper named them together

LEAD, PARTNER = "lead", "partner"
OBJECTIVES, TASKS, ORGANISATION = "objectives", "tasks", "organisation"
NOBODY = "Các đơn vị liên quan"
KINDS = {"KH": "Kế hoạch", "CV": "Công văn", "QĐ": "Quyết định", "BC": "Báo cáo"}
MEASURES = {
    "=": "đạt",
    ">": "trên",
    ">=": "ít nhất",
    "<": "dưới",
    "<=": "xuống còn",
    "min": "giảm tối đa",
    "max": "tăng tối đa",
}
TARGET_COLUMNS = (
    ("TT", 7, "center"),
    ("Chỉ tiêu", 47, "left"),
    ("Mức", 14, "center"),
    ("Thời hạn", 10, "center"),
    ("Đơn vị chịu trách nhiệm", 22, "left"),
)
TASK_COLUMNS = (
    ("TT", 7, "center"),
    ("Nhiệm vụ", 33, "left"),
    ("Chủ trì", 16, "left"),
    ("Phối hợp", 16, "left"),
    ("Thời hạn", 15, "center"),
    ("Sản phẩm", 13, "left"),
)
OF_TARGETS, OF_TASKS = "Chỉ tiêu", "Phân công nhiệm vụ"  # titles of the annexes that were made from rows

_MARKER = re.compile(
    r"^\s*(?P<marker>\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[-–—+•*])\s+(?=\S)", re.IGNORECASE
)
_LONGEST_TITLE = 160


def paper_of(document: Row, naming: Naming) -> Data:
    """What the paper of `document` said between its grounds and its recipients, and in its annexes."""
    return {"blocks": list(_body(document, naming)), "annexes": list(_annexes(document, naming))}


def leads(task: Row) -> list[Row]:
    return [given.unit for given in task.assignments.all() if given.role == LEAD]


def partners(task: Row) -> list[Row]:
    return [given.unit for given in task.assignments.all() if given.role == PARTNER]


def responsible(task: Row, naming: Naming) -> str:
    return str(task.units_said or naming(leads(task)))


def name_of(unit: Row) -> str:
    return str(unit.short_name or unit.name)


# ── The body ─────────────────────────────────────────────────────────────────────────────────────


def _body(document: Row, naming: Naming) -> Iterator[Data]:
    yield from _prose(document.preamble, "preamble")
    number = 0
    for section in document.sections.all():
        anchor = f"section-{section.pk}"
        if section.heading:
            number += 1
            yield _heading("part", roman(number), section.heading, anchor)
            anchor = ""
        yield from _prose(section.body, anchor)
        yield from _held(section, naming)
    subjects = list(_subjects(document))
    if subjects:
        listed = " và ".join(subjects).capitalize()
        yield _paragraph(f"{listed} chi tiết tại Phụ lục kèm theo {KINDS[document.kind]} này.")
    yield from _prose(document.closing, "closing")


def _held(section: Row, naming: Naming) -> Iterator[Data]:
    match section.kind:
        case "objectives":
            yield from _objectives(section)
        case "tasks":
            yield from _tasks(section, naming)
        case "organisation":
            yield from _organisation(section, naming)


def _objectives(section: Row) -> Iterator[Data]:
    targets = list(section.targets.all())
    if not section.prints_groups:
        yield from _sentences(targets)
        return
    yield from _sentences([target for target in targets if target.group is None])
    grouped = sorted(
        ((target.group, target) for target in targets if target.group),
        key=lambda pair: (pair[0].order, pair[0].pk, pair[1].order, pair[1].pk),
    )
    for number, (group, members) in enumerate(groupby(grouped, key=itemgetter(0)), start=1):
        yield _heading("clause", str(number), group.name)
        yield from _sentences([target for _, target in members])


def _sentences(targets: list[Row]) -> Iterator[Data]:
    for target in targets:
        mark = "." if target is targets[-1] else ";"
        yield _paragraph(f"{target.sentence}{mark}", "-", f"target-{target.pk}")


def _tasks(section: Row, naming: Naming) -> Iterator[Data]:
    for number, task in enumerate(section.tasks.all(), start=1):
        anchor = f"task-{task.pk}"
        first, _, rest = task.details.partition("\n")
        name = task.heading or first
        if _is_title(name):
            yield _heading("clause", str(number), name, anchor)
        else:
            yield _paragraph(name, f"{number}.", anchor)
        yield from _prose(task.details if task.heading else rest)
        if section.prints_assignments:
            yield from _assignments(task, naming, responsible(task, naming))


def _organisation(section: Row, naming: Naming) -> Iterator[Data]:
    tasks = section.tasks.all()
    for number, (label, group) in enumerate(groupby(tasks, key=lambda t: responsible(t, naming)), start=1):
        duties = list(group)
        yield _heading("clause", str(number), label or NOBODY, f"task-{duties[0].pk}")
        for place, task in enumerate(duties):
            anchor = f"task-{task.pk}" if place else ""
            if task.heading:
                yield _paragraph(task.heading, anchor=anchor)
            yield from _prose(task.details, "" if task.heading else anchor)
            if section.prints_assignments:
                yield from _assignments(task, naming, "")


def _assignments(task: Row, naming: Naming, lead: str) -> Iterator[Data]:
    """Who, with whom, by when, with what to show: one line under the task, of what is known."""
    said = {
        "chủ trì": lead,
        "phối hợp": naming(partners(task)),
        "thời hạn": short_date(task.due_on) if task.due_on else "",
        "sản phẩm": task.product,
    }
    line = "; ".join(f"{name}: {value}" for name, value in said.items() if value)
    if line:
        yield _paragraph(f"{line[0].upper()}{line[1:]}.", "-")


def _prose(text: str, anchor: str = "") -> Iterator[Data]:
    """Each line one paragraph; a numbered line that titles the lines after it was a heading."""
    lines = [line for line in text.splitlines() if line.strip()]
    for place, line in enumerate(lines):
        marker, words = _split(line)
        following = lines[place + 1] if place + 1 < len(lines) else ""
        here = anchor if place == 0 else ""
        if _is_clause(marker, words, following):
            yield _heading("clause", marker.rstrip(".)"), words, here)
        else:
            yield _paragraph(words, marker, here)


def _is_clause(marker: str, words: str, following: str) -> bool:
    numbered = marker.endswith(".") and marker[0].isdigit()
    return bool(numbered and _is_title(words) and following and not _split(following)[0][:1].isdigit())


def _split(line: str) -> tuple[str, str]:
    found = _MARKER.match(line)
    return (found["marker"], line[found.end() :].strip()) if found else ("", line.strip())


def _is_title(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ":", ",", "…"))


def _heading(level: str, number: str, text: str, anchor: str = "") -> Data:
    return {"is": "heading", "level": level, "number": number, "text": text, "anchor": anchor}


def _paragraph(text: str, marker: str = "", anchor: str = "") -> Data:
    return {"is": "paragraph", "text": text, "marker": marker, "anchor": anchor}


# ── The annexes ──────────────────────────────────────────────────────────────────────────────────


def _subjects(document: Row) -> Iterator[str]:
    if document.annex_of_targets:
        yield "chỉ tiêu"
    if document.annex_of_tasks:
        yield "nhiệm vụ"


def _annexes(document: Row, naming: Naming) -> Iterator[Data]:
    """Without the line that says what they are enclosed with: the layout has always made it."""
    sections = document.sections.all()
    if document.annex_of_targets:
        targets = [target for section in sections for target in section.targets.all()]
        rows = [_target_row(number, target) for number, target in enumerate(targets, start=1)]
        yield _annex(OF_TARGETS, TARGET_COLUMNS, rows)
    if document.annex_of_tasks:
        tasks = [task for section in sections for task in section.tasks.all()]
        rows = [_task_row(number, task, naming) for number, task in enumerate(tasks, start=1)]
        yield _annex(OF_TASKS, TASK_COLUMNS, rows)


def _annex(title: str, columns: Sequence[tuple[str, int, str]], rows: list[list[str]]) -> Data:
    names = ("title", "share", "align")
    table = {
        "is": "table",
        "columns": [dict(zip(names, column, strict=True)) for column in columns],
        "rows": rows,
    }
    return {"title": title, "blocks": [table]}


def _target_row(number: int, target: Row) -> list[str]:
    unit = name_of(target.responsible) if target.responsible else ""
    return [str(number), target.sentence, _measure(target), str(target.horizon or ""), unit]


def _measure(target: Row) -> str:
    words = MEASURES.get(target.comparator, "")
    if target.value is None:
        return words
    figure = f"{write_number(target.value)} {target.unit}".strip()
    return figure if target.comparator == "=" else f"{words} {figure}"


def _task_row(number: int, task: Row, naming: Naming) -> list[str]:
    name = task.heading or task.details.split("\n", 1)[0]
    due = short_date(task.due_on) if task.due_on else ""
    return [str(number), name, responsible(task, naming), naming(partners(task)), due, task.product]
