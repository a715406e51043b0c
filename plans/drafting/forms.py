"""One small form for each spot of a draft; it knows what is stored, so two writers notice each other."""

import hashlib
import json

from django import forms
from django.db.models import QuerySet

from childlabour.core.vietnamese import FIRST_PERIOD, LAST_PERIOD
from childlabour.units.models import SigningCapacity, Unit
from plans.citing.acts import parsed_act
from plans.citing.cited import citation_of
from plans.law.belonging import document_of
from plans.law.kinds import kinds_that
from plans.models import (
    Assignment,
    AssignmentRole,
    Citation,
    Document,
    Kind,
    Purpose,
    Recipient,
    Section,
    SectionKind,
    Task,
)
from plans.paper.file_copy import is_file_copy


class SpotForm:
    """What every form of the editor shares: a digest of what the database holds."""

    template = "desk/fields.html"

    @property
    def base(self) -> str:
        """Sixteen hex digits of the stored values; sent out with the form and compared when it comes back."""
        stored = json.dumps(self.stored, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(stored.encode()).hexdigest()[:16]

    @property
    def stored(self) -> dict:
        return {name: self.initial.get(name) for name in self.fields}


class DocumentSpotForm(SpotForm, forms.ModelForm):
    """A form over some fields of the plan itself."""


class YearFormField(forms.IntegerField):
    def __init__(self, **kwargs):
        messages = {
            "min_value": f"Năm phải từ {FIRST_PERIOD} trở đi, ví dụ 2024.",
            "max_value": f"Năm không được quá {LAST_PERIOD}.",
            "invalid": "Ghi năm bằng bốn chữ số, ví dụ 2024.",
        }
        super().__init__(min_value=FIRST_PERIOD, max_value=LAST_PERIOD, error_messages=messages, **kwargs)


class IdentityForm(DocumentSpotForm):
    template = "desk/fields_identity.html"
    period_from = YearFormField(label="Từ năm")
    period_to = YearFormField(label="Đến năm")
    orientation_year = YearFormField(label="Định hướng đến năm", required=False)

    class Meta:
        model = Document
        fields = [
            "kind",
            "title",
            "addressees",
            "period_from",
            "period_to",
            "orientation_year",
            "programme",
            "parent",
            "seat",
            "issued_on",
            "symbol",
            "annex_of_targets",
            "annex_of_tasks",
        ]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 3}),
            "addressees": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = _kinds_offered(self.instance)
        self.fields["parent"].queryset = upper_documents(self.instance)
        for name in ("programme", "parent"):
            self.fields[name].empty_label = "chưa chọn"
        self.fields["parent"].label_from_instance = lambda document: (
            f"{document.code or 'chưa có số'} – {document.unit}"
        )


def _kinds_offered(document: Document) -> list[tuple[str, str]]:
    """Those that people start here, and the one that the document is already."""
    shown = {*kinds_that("offered"), document.kind}
    return [(kind.value, kind.label) for kind in Kind if kind in shown]


def upper_documents(document: Document) -> QuerySet[Document]:
    """Issued acts this plan can carry out: of its programme, from any unit but its own; one query."""
    acts = Document.objects.issued().exclude(pk=document.pk).exclude(unit=document.unit_id)
    if document.programme_id:
        acts = acts.filter(programme=document.programme_id)
    return acts.select_related("unit").only("kind", "number", "symbol", "unit", "issued_on")


class PreambleForm(DocumentSpotForm):
    class Meta:
        model = Document
        fields = ["preamble"]
        widgets = {"preamble": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)


class ClosingForm(DocumentSpotForm):
    class Meta:
        model = Document
        fields = ["closing"]
        widgets = {"closing": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)


class SignatureForm(DocumentSpotForm):
    """Someone entitled to sign on the day of the document, or lines typed by hand."""

    capacity = forms.ModelChoiceField(
        SigningCapacity.objects.none(),
        label="Chọn người ký",
        required=False,
        blank=True,
        empty_label="Tự ghi bên dưới",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Document
        fields = ["capacity", "signature_lines", "signer"]
        widgets = {"signature_lines": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, officer, day, **kwargs):
        super().__init__(*args, **kwargs)
        capacities = self.instance.unit.signing_capacities.valid_on(day)
        self.fields["capacity"].queryset = capacities
        self.initial["capacity"] = next((c.pk for c in capacities if self._is_of(c)), None)
        self.filled: dict = {}

    def _is_of(self, capacity: SigningCapacity) -> bool:
        return (capacity.lines, capacity.signer) == (self.instance.signature_lines, self.instance.signer)

    def clean(self):
        """Choosing a person fills the lines; lines changed by hand afterwards stand as they were typed."""
        chosen = self.cleaned_data.get("capacity")
        if chosen and "capacity" in self.changed_data:
            self.filled = {"signature_lines": chosen.lines, "signer": chosen.signer}
            self.cleaned_data |= self.filled
        return self.cleaned_data


class LinesForm(SpotForm, forms.Form):
    """An ordered list typed as lines of one text; rows that did not change keep their identity."""

    lines = forms.CharField(
        label="Mỗi dòng một mục", required=False, widget=forms.Textarea(attrs={"rows": 12}), strip=False
    )
    rows: str  # related name on the plan

    def __init__(self, data=None, *, instance: Document, officer):
        self.document = instance
        self.existing = list(getattr(instance, self.rows).all())
        super().__init__(data, initial={"lines": "\n".join(row.text for row in self.existing)})

    def save(self):
        kept = {row.text: row for row in reversed(self.existing)}
        wanted = [row for line in self.cleaned_data["lines"].splitlines() if (row := self.row_from(line))]
        for place, row in enumerate(wanted):
            same = kept.pop(row.text, None)
            if same is not None:
                row.pk = same.pk
                self.carry_over(same, row)
            row.order = place
            row.save()
        for row in kept.values():
            row.delete()

    def carry_over(self, old, new):
        """What a line does not say but the stored row knows."""

    def row_from(self, line: str):
        raise NotImplementedError


class CitationsForm(LinesForm):
    rows = "citations"

    def row_from(self, line):
        text = Citation._meta.get_field("text").to_python(line.strip())
        if not text:
            return None
        return citation_of(parsed_act(text), self.document)


class RecipientsForm(LinesForm):
    rows = "recipients"

    def row_from(self, line):
        text = Recipient._meta.get_field("text").to_python(line.strip().lstrip("-–+• "))
        if not text:
            return None
        purpose = Purpose.FILE if is_file_copy(text) else Purpose.ACT
        return Recipient(document=self.document, text=text, purpose=purpose)

    def carry_over(self, old, new):
        new.unit_id, new.purpose = old.unit_id, old.purpose


class SectionForm(DocumentSpotForm):
    template = "desk/fields_section.html"

    class Meta:
        model = Section
        fields = ["heading", "kind", "body", "prints_groups", "prints_assignments"]
        widgets = {"body": forms.Textarea(attrs={"rows": 14})}

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(value, label.capitalize()) for value, label in SectionKind.choices]
        if self.instance.kind != SectionKind.OBJECTIVES:
            del self.fields["prints_groups"]
        if self.instance.kind not in (SectionKind.TASKS, SectionKind.ORGANISATION):
            del self.fields["prints_assignments"]

    def clean_kind(self):
        """A part that holds targets or tasks keeps a kind that prints them."""
        kind = self.cleaned_data["kind"]
        targets, tasks = self.instance.targets.count(), self.instance.tasks.count()
        if targets and kind != SectionKind.OBJECTIVES:
            raise forms.ValidationError(
                f"Phần này đang có {targets} chỉ tiêu. Xóa hoặc chuyển chúng trước đã."
            )
        if tasks and kind not in (SectionKind.TASKS, SectionKind.ORGANISATION):
            raise forms.ValidationError(f"Phần này đang có {tasks} nhiệm vụ. Xóa hoặc chuyển chúng trước đã.")
        return kind


def units_at_hand(document: Document, already=()) -> QuerySet[Unit]:
    """Units one can give work to: in the issuer's territory and in force when the period begins.

    `already`: units chosen before; one that has ended since stays until a person takes it out.
    """
    at_hand = Unit.objects.within(document.unit.place).valid_on(document.first_day)
    return at_hand | Unit.objects.filter(pk__in=already) if already else at_hand


class TaskForm(DocumentSpotForm):
    template = "desk/fields_task.html"
    leads = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="Chủ trì", required=False, widget=forms.CheckboxSelectMultiple
    )
    partners = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="Phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Task
        fields = ["heading", "details", "leads", "partners", "units_as_printed", "due_on", "product"]
        widgets = {
            "heading": forms.Textarea(attrs={"rows": 2}),
            "details": forms.Textarea(attrs={"rows": 8}),
        }

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        self.document = document_of(self.instance)
        self.assigned = list(self.instance.assignments.all())
        for name, role in (("leads", AssignmentRole.LEAD), ("partners", AssignmentRole.PARTNER)):
            self.initial[name] = sorted(a.unit_id for a in self.assigned if a.role == role)
            self.fields[name].queryset = units_at_hand(self.document, self.initial[name])
        self.fields["due_on"].help_text = "Ngày/tháng/năm, ví dụ 15/12/2024."

    def has_changed(self):
        """ "Tất cả các xã" alone is a change, though it is no field of its own."""
        return super().has_changed() or any(map(self._takes_all_communes, ("leads", "partners")))

    def _takes_all_communes(self, name: str) -> bool:
        return bool(self.data.get(f"{name}_communes"))

    def clean(self):
        for name in ("leads", "partners"):
            if self._takes_all_communes(name) and name in self.cleaned_data:
                self.cleaned_data[name] |= self.fields[name].queryset.commune_committees()
        both = set(self.cleaned_data.get("leads") or ()) & set(self.cleaned_data.get("partners") or ())
        if both:
            names = ", ".join(str(unit) for unit in sorted(both, key=str))
            self.add_error("partners", f"Đã là đơn vị chủ trì: {names}. Bỏ chọn ở một trong hai nơi.")
        if not (self.cleaned_data.get("heading") or self.cleaned_data.get("details")):
            self.add_error("heading", "Ghi tên nhiệm vụ hoặc nội dung nhiệm vụ.")
        return self.cleaned_data

    def save(self, commit=True):
        task = super().save(commit)
        wanted = {unit.pk: AssignmentRole.PARTNER for unit in self.cleaned_data["partners"]}
        wanted |= {unit.pk: AssignmentRole.LEAD for unit in self.cleaned_data["leads"]}
        for assignment in self.assigned:
            role = wanted.pop(assignment.unit_id, None)
            if role is None:
                assignment.delete()
            elif role != assignment.role:
                assignment.role = role
                assignment.save(update_fields=["role"])
        added = [Assignment(task=task, unit_id=pk, role=role) for pk, role in wanted.items()]
        Assignment.objects.bulk_create(added)
        return task
