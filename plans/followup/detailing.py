"""How a task is to be done, beside the words of the document: who in the unit, under whose eyes, with what powers.

Two steps write it, each side its own part, and say in the journal what they changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from childlabour.core.clock import today
from childlabour.core.errors import Problem
from childlabour.core.fields import own_field
from childlabour.core.steps import Act, Noted
from childlabour.core.vietnamese import short_date
from childlabour.units.access import Someone, viewer
from childlabour.units.holding import standing_for
from childlabour.units.models import ROLES_OF_A_UNIT, Officer, Post, Role
from plans.law.belonging import document_of
from plans.models import Assignment

OF_THE_ISSUER = ("leader", "priority", "recurs", "product", "responsibility", "authority")
OF_THE_UNIT = ("post", "person")


@dataclass(frozen=True)
class Detailed(Noted):
    """A fact: what will be said otherwise."""

    changes: Mapping[str, Any]


def write(act: Act) -> None:
    for name, value in act.fact(Detailed).changes.items():
        setattr(act.row, name, value)


def details_of_the_issuer(act: Act) -> Iterator[Problem | Detailed]:
    changes = _changes(act, OF_THE_ISSUER)
    leader, document = changes.get("leader"), document_of(act.row)
    if leader and leader not in leading(document.unit_id):
        yield Problem(f"{leader} không phải lãnh đạo của {document.unit}.", "leader")
    if changes.get("recurs") and act.row.turn:
        yield Problem("Đây là việc của một kỳ: đặt định kỳ ở nhiệm vụ gốc.", "recurs")
    elif changes.get("recurs") and document.last_day < today():
        last = short_date(document.last_day)
        yield Problem(f"Kỳ của văn bản đã hết ngày {last}: không còn kỳ nào để giao định kỳ.", "recurs")
    yield from _told(act, changes)


def details_of_the_unit(act: Act) -> Iterator[Problem | Detailed]:
    changes, unit = _changes(act, OF_THE_UNIT), act.row.unit
    post, person = changes.get("post"), changes.get("person")
    if post and post not in posts_of(unit.pk, act.officer):
        yield Problem(f"“{post}” thuộc {post.unit}: chọn chức danh của {unit}.", "post")
    if person and person not in serving(unit.pk):
        yield Problem(f"{person} không công tác ở {unit}: chọn người của đơn vị.", "person")
    yield from _told(act, changes)


def leading(unit_id: int) -> list[Officer]:
    """Who leads a unit, or what took its place. Two queries."""
    return standing_for([unit_id], {Role.LEADER})[unit_id]


def serving(unit_id: int) -> list[Officer]:
    """Who serves in a unit, or in what took its place. Two queries."""
    return standing_for([unit_id], ROLES_OF_A_UNIT)[unit_id]


def posts_of(unit_id: int, officer: Someone) -> QuerySet[Post]:
    """Of the unit, and of those for which the officer acts who answers for it now."""
    return Post.objects.filter(unit__in={unit_id, *viewer(officer).unit_ids}).valid_on(today())


def _changes(act: Act, names: Iterable[str]) -> dict[str, Any]:
    """Of what was told, what is otherwise than it stands."""
    told = act["details"] or {}
    return {name: told[name] for name in names if name in told and told[name] != getattr(act.row, name)}


def _told(act: Act, changes: Mapping[str, Any]) -> Iterator[Problem | Detailed]:
    if not changes:
        yield Problem("Chưa có gì khác với đang ghi: sửa rồi lưu.")
        return
    yield Detailed("; ".join(_in_words(name, value) for name, value in changes.items()) + ".", changes)


def label_of(name: str) -> str:
    return str(own_field(Assignment, name).verbose_name)


def _in_words(name: str, value: Any) -> str:
    field = own_field(Assignment, name)
    said = dict(field.flatchoices).get(value, value)
    return f"{field.verbose_name}: {said or 'không ghi'}"
