"""Words of a person taken out of a document: one asks, another confirms, the page tells what was done."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from childlabour.core import lengths
from childlabour.core.errors import Problem
from childlabour.core.steps import Step
from childlabour.units.access import viewer
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form
from plans.law.belonging import rows_of
from plans.models import AnswerFile, Assignment, Document, TakeDown, TakeDownState
from plans.pages.telling import with_addresses
from plans.privacy.asking import FIELD
from plans.takedown.rights import may_ask, parties
from plans.takedown.steps import TAKE_DOWNS, Settling, ask
from plans.takedown.taking_out import near_forms, places_of
from plans.web.confirming import Confirming, confirming, given_in
from plans.web.door import REFUSED, Attempt


class AskForm(forms.Form):
    words = forms.CharField(
        label="chữ cần lược",
        required=False,
        max_length=400,
        help_text="Chép đúng từng chữ, ví dụ “em …” và tên. Để trống nếu chỉ bỏ một tệp. "
        "Chữ này được xóa khi đề nghị khép lại.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    file = forms.ModelChoiceField(
        AnswerFile.objects.none(),
        label="tệp kèm trả lời phải bỏ",
        required=False,
        empty_label="không bỏ tệp nào",
    )
    reason = forms.CharField(
        label="lý do",
        max_length=lengths.REASON,
        help_text="Lý do được lưu: không nhắc lại tên, ngày sinh, số định danh.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, files: QuerySet[AnswerFile], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["file"].queryset = files  # type: ignore[attr-defined] # a field of choices


@dataclass(frozen=True)
class Told:
    """One take-down as the page tells of it; `words` and `places` for its two parties alone."""

    row: TakeDown
    steps: tuple[Step, ...]
    words: str
    places: list[str]
    confirming: Confirming | None = None
    answer: str = ""


@takes_form
@officers_only
def take_downs(request: OfficersRequest, pk: int) -> HttpResponse:
    """What was taken out of this document, what waits, and the form to ask for more."""
    document = _document(request, pk)
    attempt = Attempt(request)
    form = None
    if request.method == "POST":
        form = AskForm(request.POST, files=_files(request, document))
        if form.is_valid():
            with attempt:
                ask(document, request.user, **form.cleaned_data)
                messages.success(request, "Đã gửi đề nghị; chờ người thứ hai xác nhận.")
                return redirect("issuing:take_downs", pk)
    return _shown(request, document, form, attempt.problems)


@require_POST
@officers_only(back=lambda request, pk, take_down_pk, name: reverse("issuing:take_downs", args=[pk]))
def settle(request: OfficersRequest, pk: int, take_down_pk: int, name: str) -> HttpResponse:
    document = _document(request, pk)
    take_down = get_object_or_404(document.take_downs, pk=take_down_pk)
    if name not in list(Settling):
        raise Http404(name)
    attempt = Attempt(request)
    with attempt:
        told = {"answer": request.POST.get("answer", ""), FIELD: given_in(request)}
        others = near_forms(document, take_down.words) if name == Settling.CONFIRM and take_down.words else []
        done = TAKE_DOWNS.perform(name, take_down, request.user, **told)
        messages.success(request, TAKE_DOWNS[name].words.done.format(row=done))
        for other in done.left_in:
            messages.warning(
                request,
                f"Chữ này còn trong {other.kind_name} {other.code or 'chưa có số'}: đề nghị lược riêng.",
            )
        for other_form in others:
            messages.warning(
                request, f"Còn viết cách khác: “{other_form}”. Đề nghị lược riêng cách viết này."
            )
        return redirect("issuing:take_downs", pk)
    return _shown(request, document, None, attempt.problems, refused=take_down_pk)


def _document(request: OfficersRequest, pk: int) -> Document:
    """A document of one's own unit, one that one answers for, one that waits for one's word; else it is not there."""
    documents = Document.objects.select_related("unit__place")
    document = get_object_or_404(documents, pk=pk)
    waits = any(parties(request.user, row) for row in _open_ones(document))
    if not (waits or may_ask(request.user, document)):
        raise Http404("Không có văn bản này.")
    return document


def _open_ones(document: Document) -> QuerySet[TakeDown]:
    return document.take_downs.filter(state=TakeDownState.ASKED).select_related("document__unit", "file")


def _files(request: OfficersRequest, document: Document) -> QuerySet[AnswerFile]:
    """Those that this officer sees: a unit that answers sees its own."""
    files = rows_of(AnswerFile, document).exclude(stored="")
    if viewer(request.user).sees(document.unit_id):
        return files
    return files.filter(answer__assignment__in=Assignment.objects.given_to(request.user))


def _shown(
    request: OfficersRequest,
    document: Document,
    form: AskForm | None,
    problems: tuple[Problem, ...] = (),
    *,
    refused: int = 0,
) -> HttpResponse:
    again = sent(request)
    typed = again.to(reverse("issuing:take_downs", args=[document.pk]))
    if form is None:
        first = typed.dict() if typed else {"file": request.GET.get("tep")}
        form = AskForm(initial=first, files=_files(request, document))
    context = {
        "nav": "desk",
        "document": document,
        "form": form,
        "may_ask": may_ask(request.user, document),
        "told": [
            _told(request, document, row, problems if row.pk == refused else ())
            for row in document.take_downs.select_related("document__unit", "file").order_by("-pk")
        ],
        "problems": with_addresses(problems, document, request.user),
        "sent": again,
        "is_own": viewer(request.user).sees(document.unit_id),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "issuing/take_downs.html", context, status=status)


def _told(request: OfficersRequest, document: Document, row: TakeDown, problems: tuple[Problem, ...]) -> Told:
    steps = TAKE_DOWNS.available(request.user, row) if row.state == TakeDownState.ASKED else ()
    if not steps:
        return Told(row, (), "", [])
    return Told(
        row,
        steps,
        row.words,
        places_of(document, row.words),
        confirming(request, problems) if problems else None,
        request.POST.get("answer", "") if problems else "",
    )
