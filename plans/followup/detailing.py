"""How a task is to be done, beside the words of the document: who in the unit, under whose eyes, with what powers.

Two steps write it, each side its own part, and say in the journal what they changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from childlabour.core.errors import Problem
from childlabour.core.fields import own_field
from childlabour.core.steps import Act, Noted
from childlabour.units.holding import acting_as
from childlabour.units.models import Appointment, Role
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
    leader = changes.get("leader")
    if leader and not acting_as(Role.LEADER, document_of(act.row).unit_id).filter(pk=leader.pk).exists():
        yield Problem(f"{leader} không phải lãnh đạo của {document_of(act.row).unit}.", "leader")
    if changes.get("recurs") and act.row.turn:
        yield Problem("Đây là việc của một kỳ: đặt định kỳ ở nhiệm vụ gốc.", "recurs")
    yield from _told(act, changes)


def details_of_the_unit(act: Act) -> Iterator[Problem | Detailed]:
    changes, unit = _changes(act, OF_THE_UNIT), act.row.unit
    post, person = changes.get("post"), changes.get("person")
    if post and post.unit_id != unit.pk:
        yield Problem(f"“{post}” thuộc {post.unit}: chọn chức danh của {unit}.", "post")
    if person and not Appointment.objects.filter(officer=person, unit=unit).exists():
        yield Problem(f"{person} không công tác ở {unit}: chọn người của đơn vị.", "person")
    yield from _told(act, changes)


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
