"""Forms of what hangs on a block: a target's parts, who does a task and when, the units a heading names.

They need a document and a block, and give a mark back (`marked`); whether the document is a draft they do not ask.
What was typed differs from what the words say: then it is given beside them, and the mark remembers that.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import QuerySet

from childlabour.core import lengths
from childlabour.core.forms import DayFormField
from childlabour.units.models import Unit
from childlabour.units.models.unit import UnitQuerySet
from plans.content.shapes import block_as_data
from plans.content.stretches import spans_of
from plans.content.task_words import task_said
from plans.content.values import Block, ChargeMark, Content, TargetMark, TaskMark, span_of
from plans.law.belonging import rows_of
from plans.models import Document
from targets.filling import problems_in
from targets.models import Indicator, ObjectiveGroup, Target
from targets.models.target import ComparatorChoice
from targets.statements import Comparator, Direction, Statement, completed, is_weaker

from .marking import PARTS, due_written, said_on

CHOOSE = "chưa chọn"
NO_COMPARATOR = "định tính"


def units_at_hand(document: Document, already: Iterable[int] = ()) -> UnitQuerySet:
    """Units one can give work to: in the issuer's territory and in force when the period begins.

    `already`: units chosen before; one that has ended since stays until a person takes it out.
    """
    at_hand = Unit.objects.within(document.unit.place).valid_on(document.first_day)
    already = list(already)
    return at_hand | Unit.objects.filter(pk__in=already) if already else at_hand


def upper_targets(document: Document, named: Iterable[int] = ()) -> QuerySet[Target]:
    """Targets of the document this one carries out, in the order of the paper; of those that marks name, also what a
    stored target of this document is linked to. A mark may come from a stranger: what else it names is not shown.
    """
    of_parent = rows_of(Target, document.parent_id) if document.parent_id else Target.objects.none()
    named = list(named)
    linked = rows_of(Target, document.pk).filter(upper__in=named).order_by().values("upper")
    found = of_parent | Target.objects.filter(pk__in=linked) if named else of_parent
    return found.order_by("block__place", "order", "pk")


@dataclass
class MarkChoices:
    """What can be chosen in the marks of one document; each list is one query, however many marks there are."""

    document: Document
    units_chosen: tuple[int, ...] = ()
    uppers_named: tuple[int, ...] = ()

    @classmethod
    def for_block(cls, document: Document, block: Block) -> "MarkChoices":
        chosen = [mark.responsible for mark in block.targets if mark.responsible]
        if block.task:
            chosen += [*block.task.lead, *block.task.partners]
        if block.charge:
            chosen += block.charge.units
        return cls(document, tuple(chosen), tuple(mark.upper for mark in block.targets if mark.upper))

    @cached_property
    def units(self) -> list[Unit]:
        return list(units_at_hand(self.document, self.units_chosen))

    @cached_property
    def communes(self) -> tuple[int, ...]:
        """Commune committees among them; one query."""
        return tuple(units_at_hand(self.document).commune_committees().values_list("pk", flat=True))

    @cached_property
    def groups(self) -> list[ObjectiveGroup]:
        return list(ObjectiveGroup.objects.filter(programme=self.document.programme_id))

    @cached_property
    def uppers(self) -> list[Target]:
        if not self.document.parent_id and not self.uppers_named:
            return []
        return list(upper_targets(self.document, self.uppers_named))

    @cached_property
    def indicators(self) -> list[Indicator]:
        return list(Indicator.objects.filter(group__programme=self.document.programme_id))

    @property
    def year(self) -> int:
        return self.document.period_to

    @property
    def since(self) -> int:
        return self.document.period_from


def base_of_marks(block: Block) -> str:
    """What hangs on it as one figure: a form sends along what it was opened over."""
    data = block_as_data(block)
    meaning = {name: data[name] for name in ("targets", "task", "charge") if name in data}
    stored = json.dumps(meaning, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(stored.encode()).hexdigest()[:16]


def _number(chosen: Any) -> int | None:
    return int(chosen) if str(chosen).isdecimal() else None


class TargetMarkForm(forms.Form):
    """The parts of one target, with the words that it lies on."""

    template = "desk/fields_target.html"

    def __init__(
        self,
        data: Any = None,
        *,
        block: Block,
        mark: TargetMark,
        choices: MarkChoices,
        prefix: str | None = None,
    ):
        self.mark, self.block, self.choices = mark, block, choices
        self.sentence, self.said = said_on(block, spans_of(block, mark.id), choices.since)
        super().__init__(data, prefix=prefix or f"target-{mark.id}", initial=self._initial())
        self.fields |= _part_fields()
        listed: dict[str, tuple[str, list[tuple[Any, str]]]] = {
            "group": ("nhóm mục tiêu", [(group.code, str(group)) for group in choices.groups]),
            "responsible": ("đơn vị chịu trách nhiệm", [(unit.pk, str(unit)) for unit in choices.units]),
            "upper": ("chỉ tiêu cấp trên", [(target.pk, str(target)) for target in choices.uppers]),
            "indicator": ("chỉ số", [(indicator.code, str(indicator)) for indicator in choices.indicators]),
        }
        for name, (label, offered) in listed.items():
            choices_offered = [("", CHOOSE), *offered]
            self.fields[name] = forms.ChoiceField(label=label, choices=choices_offered, required=False)
        self.fields["weaker_reason"] = self.fields.pop("weaker_reason")  # last, under the target above

    @property
    def words(self) -> str:
        """What it lies on."""
        return span_of(self.block, self.mark.id)

    @property
    def asks_for_a_reason(self) -> bool:
        """Less is promised than by the target above, and nobody has said why."""
        upper = next((target for target in self.choices.uppers if target.pk == self.mark.upper), None)
        return bool(upper and not self.mark.weaker_reason and is_weaker(self.mark.statement, upper.statement))

    @property
    def given_labels(self) -> list[str]:
        """The parts that stand beside the words, as they are called."""
        return [str(self.fields[name].label) for name in PARTS if name in self.mark.given]

    def _initial(self) -> dict[str, Any]:
        mark = self.mark
        parts = {name: mark.statement.kept[name] for name in PARTS}
        return parts | {
            "group": mark.group,
            "responsible": mark.responsible or "",
            "upper": mark.upper or "",
            "indicator": mark.indicator,
            "weaker_reason": mark.weaker_reason,
        }

    def clean(self) -> dict[str, Any]:
        parts = {name: self.cleaned_data.get(name) for name in PARTS}
        for problem in problems_in(parts | {"sentence": self.sentence}):
            self.add_error(problem.field if problem.field in self.fields else None, problem.message)
        return self.cleaned_data

    def marked(self) -> TargetMark:
        """The mark with what was typed; after `is_valid`."""
        typed = self.cleaned_data
        changed = [name for name in PARTS if name in self.changed_data]
        given = (self.mark.given - set(PARTS)) | {
            name
            for name in PARTS
            if (name in self.mark.given or name in changed) and _as_kept(name, typed) != self.said.kept[name]
        }
        parts = {name: _as_part(name, typed[name]) for name in changed}
        statement = completed(replace(self.mark.statement, **parts), self.mark.sentence)
        return replace(
            self.mark,
            statement=_with_wording(statement, self.said, given),
            given=frozenset(given),
            group=typed["group"],
            responsible=_number(typed["responsible"]),
            upper=_number(typed["upper"]),
            indicator=typed["indicator"],
            weaker_reason=typed["weaker_reason"],
        )


def _part_fields() -> dict[str, forms.Field]:
    two_lines: dict[str, type[forms.Widget] | forms.Widget] = {
        name: forms.Textarea(attrs={"rows": 2}) for name in ("population", "outcome", "weaker_reason")
    }
    fields = forms.fields_for_model(
        Target,
        fields=(*PARTS, "weaker_reason"),
        localized_fields=["value"],
        widgets=two_lines,
        help_texts={"comparator": ""},
    )
    offered = [("", NO_COMPARATOR), *ComparatorChoice.choices]
    return fields | {"comparator": forms.ChoiceField(label="mức", choices=offered, required=False)}


def _as_kept(name: str, typed: dict[str, Any]) -> Any:
    value = typed[name]
    return value or "" if name == "comparator" else value


def _as_part(name: str, value: Any) -> Any:
    if name == "comparator":
        return Comparator(value) if value else None
    return Direction(value) if name == "direction" else value


def _with_wording(statement: Statement, said: Statement, given: Iterable[str]) -> Statement:
    """The words of the comparator are those of the text, unless another comparator was given."""
    return statement if "comparator" not in given else replace(statement, wording="")


class UnitsField(forms.TypedMultipleChoiceField):
    """Units as ticks, in the order in which they are offered."""

    def __init__(self, label: str, units: list[Unit]):
        super().__init__(
            label=label,
            required=False,
            coerce=int,
            choices=[(unit.pk, str(unit)) for unit in units],
            widget=forms.CheckboxSelectMultiple,
        )


class _UnitsForm(forms.Form):
    """ "Tất cả các xã" alone is a choice, though it is no field of its own."""

    UNITS: tuple[str, ...]
    choices: MarkChoices

    def has_changed(self) -> bool:
        return super().has_changed() or any(map(self._takes_all_communes, self.UNITS))

    def _takes_all_communes(self, name: str) -> bool:
        return bool(self.data.get(f"{self.add_prefix(name)}_communes"))

    def chosen(self, name: str) -> tuple[int, ...]:
        own = tuple(self.cleaned_data.get(name) or ())
        more = self.choices.communes if self._takes_all_communes(name) else ()
        return tuple(dict.fromkeys((*own, *more)))


class TaskMarkForm(_UnitsForm):
    """Who does it, with whom, by when, with what to show."""

    template = "desk/fields_task.html"
    UNITS = ("lead", "partners")

    def __init__(
        self, data: Any = None, *, content: Content, block: Block, choices: MarkChoices, prefix: str = "task"
    ):
        assert block.task, "only what is a task has its form"
        self.mark, self.choices = block.task, choices
        self.said = task_said(content, block.key, choices.year)
        super().__init__(
            data,
            prefix=prefix,
            initial={
                "lead": list(self.mark.lead),
                "partners": list(self.mark.partners),
                "units_said": self.mark.units_said,
                "due_text": self.mark.due_text,
                "due": self.mark.due,
                "product": self.mark.product,
            },
        )
        self.fields["lead"] = UnitsField("Chủ trì", choices.units)
        self.fields["partners"] = UnitsField("Phối hợp", choices.units)
        self.fields["units_said"] = forms.CharField(
            label="Tên đơn vị như văn bản viết",
            required=False,
            max_length=lengths.AGENCY,
            help_text="Ví dụ “Các trường học trên địa bàn”.",
        )
        self.fields["due_text"] = forms.CharField(
            label="Thời hạn như đã viết",
            required=False,
            max_length=lengths.DUE,
            help_text="“Quý II/2026”, “trước ngày 30/6”, “hằng tháng”.",
        )
        self.fields["due"] = DayFormField(
            label="Ngày để tính trễ hạn", required=False, help_text="Ngày/tháng/năm, ví dụ 15/12/2026."
        )
        self.fields["product"] = forms.CharField(label="Sản phẩm", required=False, max_length=lengths.PRODUCT)

    def clean(self) -> dict[str, Any]:
        both = set(self.chosen("lead")) & set(self.chosen("partners"))
        if both:
            names = ", ".join(sorted(str(unit) for unit in self.choices.units if unit.pk in both))
            self.add_error("partners", f"Đã là đơn vị chủ trì: {names}. Bỏ chọn ở một trong hai nơi.")
        return self.cleaned_data

    def marked(self) -> TaskMark:
        """The mark with what was typed; after `is_valid`. A time in words tells its day where none was typed."""
        typed = self.cleaned_data
        due = typed["due"]
        if "due_text" in self.changed_data and "due" not in self.changed_data:
            due = due_written(typed["due_text"], self.choices.year)
        task = replace(
            self.mark,
            lead=self.chosen("lead"),
            partners=self.chosen("partners"),
            units_said=typed["units_said"],
            due=due,
            due_text=typed["due_text"],
            product=typed["product"],
        )
        return replace(task, given=self._given(task))

    def _given(self, task: TaskMark) -> frozenset[str]:
        """What stands beside the words: given before, or typed now; no more where the words say the same."""
        was, said = self.mark, self.said
        differs = {
            "lead": task.lead != was.lead,
            "partners": task.partners != was.partners,
            "due": (task.due, task.due_text) != (was.due, was.due_text),
            "product": task.product != was.product,
        }
        stands = {
            "lead": not task.lead or (bool(said.units_said) and not differs["lead"]),
            "partners": not task.partners,
            "due": not (task.due or task.due_text) or (task.due, task.due_text) == (said.due, said.due_text),
            "product": task.product in ("", said.product),
        }
        return frozenset(
            name for name in differs if (differs[name] or name in was.given) and not stands[name]
        )


class ChargeMarkForm(_UnitsForm):
    """The units that a heading names: what is to be done below it is theirs."""

    template = "desk/fields_charge.html"
    UNITS = ("units",)

    def __init__(self, data: Any = None, *, block: Block, choices: MarkChoices, prefix: str = "charge"):
        assert block.charge, "only a heading that gives work has its form"
        self.mark, self.choices = block.charge, choices
        initial = {"units": list(self.mark.units), "units_said": self.mark.units_said}
        super().__init__(data, prefix=prefix, initial=initial)
        self.fields["units"] = UnitsField("Đề mục giao việc cho", choices.units)
        self.fields["units_said"] = forms.CharField(
            label="Tên đơn vị như văn bản viết", required=False, max_length=lengths.AGENCY
        )

    def marked(self) -> ChargeMark:
        return replace(self.mark, units=self.chosen("units"), units_said=self.cleaned_data["units_said"])
