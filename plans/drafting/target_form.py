"""The form of a target: the sentence that is printed, its parts beside it, the upper level's target."""

from django import forms

from plans.law.belonging import document_of, rows_of
from plans.models import Plan
from targets.filling import PARTS as STORED_PARTS
from targets.filling import stored
from targets.models import ObjectiveGroup, Target
from targets.statements import Statement, drift, parse

from .forms import PlanSpotForm, units_at_hand

PARTS = tuple(name for name in STORED_PARTS if name != "wording")


class TargetForm(PlanSpotForm):
    template = "desk/fields_target.html"
    refill = forms.BooleanField(label="Điền lại mọi phần từ câu", required=False)

    class Meta:
        model = Target
        fields = ["sentence", "refill", "group", *PARTS, "responsible", "upper", "weaker_reason"]
        localized_fields = ["value"]
        widgets = {
            "sentence": forms.Textarea(attrs={"rows": 3}),
            "population": forms.Textarea(attrs={"rows": 2}),
            "outcome": forms.Textarea(attrs={"rows": 2}),
            "weaker_reason": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {"comparator": ""}

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        plan = document_of(self.instance)
        self.fields["group"].queryset = ObjectiveGroup.objects.filter(programme=plan.programme_id)
        self.fields["upper"].queryset = upper_targets(plan, self.instance.upper_id)
        chosen = [self.instance.responsible_id] if self.instance.responsible_id else []
        self.fields["responsible"].queryset = units_at_hand(plan, chosen)
        for name in ("group", "responsible", "upper"):
            self.fields[name].empty_label = "chưa chọn"
        comparators = self.fields["comparator"].choices
        self.fields["comparator"].choices = [("", "định tính"), *comparators[1:]]
        self.filled: dict = {}

    def clean(self):
        """A new sentence fills the parts that followed the old one; a part corrected by hand stays."""
        changed = set(self.changed_data)
        asked = self.cleaned_data.get("refill")
        if asked or "sentence" in changed:
            parts = parse(self.cleaned_data.get("sentence") or "")
            read = stored(parts)
            kept = set() if asked else (changed & set(PARTS)) | self._corrected_by_hand()
            self.filled = {name: read[name] for name in PARTS if name not in kept}
            self.cleaned_data |= self.filled
            self.instance.wording = parts.wording
        if self.data.get("take_upper") and not self.cleaned_data.get("upper"):
            proposed = self.fields["upper"].queryset.filter(pk=_number(self.data["take_upper"])).first()
            self.filled["upper"] = self.cleaned_data["upper"] = proposed
        return self.cleaned_data

    def _corrected_by_hand(self) -> set[str]:
        """Parts that already said something else than the stored sentence."""
        return set(drift(self.initial.get("sentence") or "", self._stored_statement()))

    def _stored_statement(self) -> Statement:
        fresh = Target(**{name: self.initial.get(name) for name in PARTS})
        return fresh.statement


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def upper_targets(plan: Plan, linked: int | None = None):
    """Targets of the plan this one carries out, and the one that is linked already."""
    of_parent = rows_of(Target, plan.parent_id) if plan.parent_id else Target.objects.none()
    if linked:
        of_parent = of_parent | Target.objects.filter(pk=linked)
    return of_parent.order_by("section__order", "order", "pk")
