"""A paper issued before there was this system, of which only the scan is left: its words are typed beside it."""

from typing import Any, cast

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from childlabour.core.vietnamese import FIRST_PERIOD, LAST_PERIOD
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form
from childlabour.units.models import Officer, Unit
from plans.drafting.starting import Start, start_of_old_times
from plans.issuing import scans
from plans.law.rights import issuers_for, usual_issuer
from plans.models import Document, Kind
from plans.web.door import REFUSED, Attempt
from plans.web.views.issuing.forms import FileForm


class OldScanForm(FileForm):
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan ban hành", empty_label=None)
    kind = forms.ChoiceField(label="Loại văn bản", choices=Kind)
    year = forms.IntegerField(label="Năm", min_value=FIRST_PERIOD, max_value=LAST_PERIOD)
    title = forms.CharField(label="Trích yếu", max_length=1000)

    field_order = ("unit", "kind", "year", "title", "file")

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.officer = officer
        self.fields["file"].label = "Bản quét (PDF)"
        units = issuers_for(officer).exclude(symbol="")
        cast("forms.ModelChoiceField[Unit]", self.fields["unit"]).queryset = units
        self.fields["unit"].initial = usual_issuer(units)

    def enter(self) -> Document:
        facts = self.cleaned_data
        scan = scans.measured(facts["file"].read())
        start = Start(facts["unit"], facts["year"], self.officer)
        with transaction.atomic():
            document = start_of_old_times(start, facts["title"], facts["kind"])
            scans.keep(document, scan, self.officer)
        return document


@takes_form
@officers_only
def from_scan(request: OfficersRequest) -> HttpResponse:
    again = sent(request)
    initial = again.typed.dict() if again.waited else {}
    form = OldScanForm(request.POST or None, request.FILES or None, officer=request.user, initial=initial)
    attempt = Attempt(request)
    if request.method == "POST" and form.is_valid():
        with attempt:
            return redirect("desk:editor", form.enter().pk)
    context = {"nav": "desk", "form": form, "problems": attempt.problems, "sent": again}
    status = REFUSED if request.method == "POST" else 200
    return render(request, "desk/from_scan.html", context, status=status)
