"""The plan that a unit makes for itself of what it was given: its steps, who does them, until when."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from childlabour.core.clock import today
from childlabour.core.errors import Problem, Refusal
from childlabour.units.models import Officer, Post, Role
from plans.law.roles import roles_towards
from plans.models import IN_HAND, Assignment, WorkItem
from plans.privacy.asking import refuse_mentions
from plans.privacy.shown import Shown

from .detailing import posts_of

MOST = 50  # of one task


@dataclass(frozen=True)
class Planned:
    """What is said of a step of one's own."""

    words: str
    due_on: date | None = None
    post: Post | None = None


def may_plan(officer: Officer, assignment: Assignment) -> bool:
    return assignment.state in IN_HAND and Role.RESPONDER in roles_towards(officer, assignment.unit_id)


@transaction.atomic
def plan(assignment: Assignment, planned: Planned, officer: Officer, confirmed: str = "") -> WorkItem:
    """Raises Refusal with every reason."""
    row = _locked(assignment, officer)
    problems = []
    if not planned.words.strip():
        problems.append(Problem("Ghi đầu việc phải làm.", "words"))
    if planned.post and planned.post not in posts_of(row.unit_id, officer):
        problems.append(
            Problem(f"“{planned.post}” thuộc {planned.post.unit}: chọn chức danh của {row.unit}.", "post")
        )
    if row.work_items.count() >= MOST:
        problems.append(Problem(f"Mỗi nhiệm vụ nhiều nhất {MOST} đầu việc: gộp bớt rồi thêm."))
    if problems:
        raise Refusal(*problems)
    refuse_mentions([Shown(planned.words, "đầu việc")], confirmed, officer)
    return WorkItem.objects.create(
        assignment=row, words=planned.words, due_on=planned.due_on, post=planned.post
    )


@transaction.atomic
def tick(item: WorkItem, officer: Officer) -> None:
    """Done; a second time: not yet."""
    _locked(item.assignment, officer)
    item.done_on = None if item.done_on else today()
    item.save(update_fields=["done_on"])


@transaction.atomic
def drop(item: WorkItem, officer: Officer) -> None:
    _locked(item.assignment, officer)
    item.delete()


def _locked(assignment: Assignment, officer: Officer) -> Assignment:
    row = Assignment.objects.select_for_update(of=("self",)).select_related("unit").get(pk=assignment.pk)
    if not may_plan(officer, row):
        raise Refusal(f"Chỉ cán bộ thực hiện của {row.unit} chia đầu việc, khi việc đang ở đơn vị.")
    return row
