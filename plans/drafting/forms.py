"""One small form for each spot of a draft; it knows what is stored, so two writers notice each other."""

import hashlib
import json

from django import forms
from django.db.models import QuerySet

from childlabour.core.vietnamese import FIRST_PERIOD, LAST_PERIOD
from childlabour.units.models import SigningCapacity, Unit
from plans.citing.acts import parsed_act
from plans.citing.cited import citation_of
from plans.law.kinds import kinds_that
from plans.models import (
    Citation,
    Document,
    Kind,
    Purpose,
    Recipient,
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


def units_at_hand(document: Document, already=()) -> QuerySet[Unit]:
    """Units one can give work to: in the issuer's territory and in force when the period begins.

    `already`: units chosen before; one that has ended since stays until a person takes it out.
    """
    at_hand = Unit.objects.within(document.unit.place).valid_on(document.first_day)
    return at_hand | Unit.objects.filter(pk__in=already) if already else at_hand
