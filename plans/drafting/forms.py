"""One small form for each spot of a draft; it knows what is stored, so two writers notice each other."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from childlabour.core.clock import now
from childlabour.core.fields import own_field
from childlabour.core.vietnamese import FIRST_PERIOD, LAST_PERIOD, clean, split_lines
from childlabour.core.vietnamese import lines_of as lines_in_text
from childlabour.units.models import Officer, SigningCapacity
from plans.citing.acts import parsed_act
from plans.content.grounds import ground_of
from plans.content.groups import without_groups
from plans.content.lines import BodyLine, lines_of
from plans.content.values import Content, Ground, Handling, Receiver, Signing
from plans.law.competence import Competence
from plans.law.kinds import kinds_that
from plans.models import Citation, Document, Kind, Purpose, Recipient
from plans.paper.file_copy import is_file_copy


@dataclass(frozen=True)
class Draft:
    """A document that is being written, what it says now, and who has it open."""

    document: Document
    content: Content
    officer: Officer

    @cached_property
    def lines(self) -> list[BodyLine]:
        """Of its body; a save asks for them several times."""
        return lines_of(self.content.blocks)


class SpotForm(forms.BaseForm):
    """What every form of the editor shares: a digest of what the database holds, and what the draft says after it.

    `ours`: of what two people changed meanwhile the words of this one (True) or of the other (False); None asks.
    """

    template = "desk/fields.html"

    def __init__(self, *args: Any, ours: bool | None = None, **how: Any):
        self.ours = ours
        super().__init__(*args, **how)

    @property
    def is_overtaken(self) -> bool:
        """Somebody else changed what was typed over, and it is not decided whose words stand."""
        base = self.data.get("base", "")
        return bool(base) and base != self.base and self.has_changed() and self.ours is None

    def has_changed(self) -> bool:
        return self.ours is not False and super().has_changed()

    def says(self, content: Content) -> Content:
        """`content` with what was typed; after `is_valid`."""
        raise NotImplementedError

    def keep(self) -> None:
        """Store what the document has beside its content."""

    def told(self) -> Iterator[str]:
        """What was done beside what was typed, in sentences; after a save."""
        yield from ()

    @property
    def base(self) -> str:
        """Sixteen hex digits of the stored values; sent out with the form and compared when it comes back."""
        stored = json.dumps(self.stored, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(stored.encode()).hexdigest()[:16]

    @property
    def typed_over(self) -> str:
        """The base that a page sends along: of words that were refused, or await a choice, still that of before."""
        return self.data.get("base", "") or self.base

    @property
    def stored(self) -> dict:
        return {name: self.initial.get(name) for name in self.fields}


class DocumentSpotForm(SpotForm, forms.ModelForm):
    """A form over some fields of the document itself."""

    def __init__(self, data: QueryDict | None = None, *, draft: Draft, **how: Any):
        super().__init__(data, instance=draft.document, **how)

    def keep(self) -> None:
        if self.changed_data:
            self.save()
            Document.objects.filter(pk=self.instance.pk).update(updated_at=now())


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
            "urgency",
            "circulation",
            "typist",
            "contact",
            "shown_to_public",
        ]
        widgets = {
            "contact": forms.Textarea(attrs={"rows": 3}),
            "title": forms.Textarea(attrs={"rows": 3}),
            "addressees": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._left = 0  # targets that left their groups
        self.fields["kind"].choices = _kinds_offered(self.instance)
        self.fields["parent"].queryset = upper_documents(self.instance)
        for name in ("urgency", "circulation"):
            self.fields[name].choices = [("", "không có"), *self.fields[name].choices[1:]]
        for name in ("programme", "parent"):
            self.fields[name].empty_label = "chưa chọn"
        self.fields["parent"].label_from_instance = lambda document: (
            f"{document.code or 'chưa có số'} – {document.unit}"
        )

    def says(self, content: Content) -> Content:
        """Groups are of a programme: with another one the targets leave theirs, and the writer is told."""
        addressees = tuple(lines_in_text(self.cleaned_data["addressees"]))
        blocks = content.blocks
        if "programme" in self.changed_data:
            self._left = sum(bool(mark.group) for _, mark in content.targets)
            blocks = without_groups(blocks)
        typed = self.cleaned_data
        handling = Handling(
            typed["urgency"], typed["circulation"], typed["typist"], tuple(lines_in_text(typed["contact"]))
        )
        return replace(content, title=typed["title"], addressees=addressees, blocks=blocks, handling=handling)

    def told(self) -> Iterator[str]:
        if self._left:
            yield (
                f"Đã đổi chương trình: {self._left} chỉ tiêu không còn thuộc nhóm mục tiêu nào. "
                "Chọn lại nhóm ở từng chỉ tiêu."
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
        fields = ["competence", "capacity", "signature_lines", "signer", "beside_lines", "beside_signer"]
        widgets = {
            "signature_lines": forms.Textarea(attrs={"rows": 4}),
            "beside_lines": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        day = self.instance.issued_on or self.instance.first_day
        capacities = self.instance.unit.signing_capacities.valid_on(day)
        self.fields["capacity"].queryset = capacities
        self.initial["capacity"] = next((c.pk for c in capacities if self._is_of(c)), None)
        self.fields["competence"].choices = [("", "chưa chọn"), *Competence.choices]
        beside = (self.instance.beside_lines, self.instance.beside_signer)
        if not (self.instance.facts.signed_beside or any(beside)):
            del self.fields["beside_lines"], self.fields["beside_signer"]

    def _is_of(self, capacity: SigningCapacity) -> bool:
        return (capacity.lines, capacity.signer) == (self.instance.signature_lines, self.instance.signer)

    def clean(self):
        """Choosing a person fills the lines; lines changed by hand stand as they were typed."""
        chosen = self.cleaned_data.get("capacity")
        by_hand = {"signature_lines", "signer"} & set(self.changed_data)
        if chosen and "capacity" in self.changed_data and not by_hand:
            self.cleaned_data |= {"signature_lines": chosen.lines, "signer": chosen.signer}
        return self.cleaned_data

    def says(self, content: Content) -> Content:
        lines = tuple(lines_in_text(self.cleaned_data["signature_lines"]))
        content = replace(content, signature_lines=lines, signer=self.cleaned_data["signer"])
        if "beside_signer" not in self.fields:
            return content
        beside = Signing(
            tuple(lines_in_text(self.cleaned_data["beside_lines"])), self.cleaned_data["beside_signer"]
        )
        return replace(content, beside=beside if any((beside.lines, beside.signer)) else None)


class LinesForm(SpotForm, forms.Form):
    """An ordered list typed as lines of one text; what a line does not say stays with the line that did not change."""

    lines = forms.CharField(
        label="Mỗi dòng một mục", required=False, widget=forms.Textarea(attrs={"rows": 12}), strip=False
    )

    def __init__(self, data: QueryDict | None = None, *, draft: Draft, **how: bool | None):
        self.draft = draft
        super().__init__(
            data, initial={"lines": "\n".join(row.text for row in self.rows(draft.content))}, **how
        )

    def rows(self, content: Content) -> tuple[Any, ...]:
        raise NotImplementedError

    def row_from(self, line: str) -> Any:
        raise NotImplementedError

    def typed_rows(self) -> tuple[Any, ...]:
        known = {row.text: row for row in reversed(self.rows(self.draft.content))}
        typed = (self.row_from(line) for line in split_lines(clean(self.cleaned_data["lines"])))
        return tuple(known.pop(row.text, row) for row in typed if row)


class CitationsForm(LinesForm):
    def rows(self, content: Content) -> tuple[Ground, ...]:
        return content.citations

    def row_from(self, line: str) -> Ground | None:
        text = own_field(Citation, "text").to_python(line.strip())
        return ground_of(parsed_act(text)) if text else None

    def says(self, content: Content) -> Content:
        return replace(content, citations=self.typed_rows())


class RecipientsForm(LinesForm):
    def rows(self, content: Content) -> tuple[Receiver, ...]:
        return content.recipients

    def row_from(self, line: str) -> Receiver | None:
        text = own_field(Recipient, "text").to_python(line.strip().lstrip("-–+• "))
        return (
            Receiver(text, Purpose.FILE.value if is_file_copy(text) else Purpose.ACT.value) if text else None
        )

    def says(self, content: Content) -> Content:
        return replace(content, recipients=self.typed_rows())
