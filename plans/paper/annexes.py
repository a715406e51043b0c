"""The optional annexes: the targets and the tasks of a plan as tables (Phụ lục I, III.1)."""

from collections.abc import Iterator

from childlabour.core.vietnamese import short_date, write_date, write_date_gaps
from plans.law.blocks import Align
from plans.models import Document, Task
from targets.models import Target

from .document import Annex, Column, Table

TARGET_COLUMNS = (
    Column("TT", 7, Align.CENTER),
    Column("Chỉ tiêu", 47),
    Column("Mức", 14, Align.CENTER),
    Column("Thời hạn", 10, Align.CENTER),
    Column("Đơn vị chịu trách nhiệm", 22),
)
TASK_COLUMNS = (
    Column("TT", 7, Align.CENTER),
    Column("Nhiệm vụ", 33),
    Column("Chủ trì", 16),
    Column("Phối hợp", 16),
    Column("Thời hạn", 15, Align.CENTER),  # holds "31/12/2025" in one line
    Column("Sản phẩm", 13),
)


def annexes_of(document: Document) -> tuple[Annex, ...]:
    """The annexes switched on for this plan; free when the plan is fetched for printing."""
    return tuple(_annexes(document))


def annex_subjects(document: Document) -> tuple[str, ...]:
    """What the annexes list, as the body names them."""
    subjects = []
    if document.annex_of_targets:
        subjects.append("chỉ tiêu")
    if document.annex_of_tasks:
        subjects.append("nhiệm vụ")
    return tuple(subjects)


def _annexes(document: Document) -> Iterator[Annex]:
    if document.annex_of_targets:
        yield Annex("Chỉ tiêu", (Table(TARGET_COLUMNS, tuple(_target_rows(document))),), _reference(document))
    if document.annex_of_tasks:
        yield Annex(
            "Phân công nhiệm vụ", (Table(TASK_COLUMNS, tuple(_task_rows(document))),), _reference(document)
        )


def _reference(document: Document) -> str:
    """ "(Kèm theo Kế hoạch số 05/KH-UBND ngày … của …)" (III.1c); gaps while the number is not given."""
    day = write_date(document.issued_on) if document.issued_on else write_date_gaps(document.period_from)
    number = f"{document.written_number or '     '}/{document.written_symbol}"
    return f"(Kèm theo {document.kind_name} số {number} {day} của {document.unit.name})"


def _target_rows(document: Document) -> Iterator[tuple[str, ...]]:
    targets = [target for section in document.sections.all() for target in section.targets.all()]
    for number, target in enumerate(targets, start=1):
        yield _target_row(number, target)


def _target_row(number: int, target: Target) -> tuple[str, ...]:
    responsible = str(target.responsible) if target.responsible else ""
    return (str(number), target.sentence, target.measure, str(target.horizon or ""), responsible)


def _task_rows(document: Document) -> Iterator[tuple[str, ...]]:
    tasks = [task for section in document.sections.all() for task in section.tasks.all()]
    for number, task in enumerate(tasks, start=1):
        yield _task_row(number, task)


def _task_row(number: int, task: Task) -> tuple[str, ...]:
    due = short_date(task.due_on) if task.due_on else ""
    return (str(number), str(task), task.responsible_label, task.partners_label, due, task.product)
