"""Days of leave: a leader says who acts at the desk meanwhile, and takes it back."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from childlabour.core.clock import today
from childlabour.core.forms import DayFormField
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form
from childlabour.units.models import Delegation, Officer, Unit
from plans.issuing.standing_in import (
    days_of,
    hand_over,
    handed_over_by,
    handed_over_to,
    led_by,
    may_stand_in,
    take_back,
)
from plans.web.door import REFUSED, Attempt


class LeaveForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), label="tại", empty_label=None)
    stand_in = forms.ModelChoiceField(
        Officer.objects.none(),
        label="người thay",
        empty_label="chọn người thay",
        help_text="Người của cơ quan. Người này duyệt, trả lại trên hệ thống; không ký thay anh/chị.",
    )
    first_day = DayFormField(label="từ ngày")
    last_day = DayFormField(label="đến hết ngày")

    def __init__(self, typed: QueryDict | None, leader: Officer, initial: dict[str, Any] | None = None):
        super().__init__(typed, initial=initial)
        units = led_by(leader)
        others = [officer.pk for unit in units for officer in may_stand_in(unit, leader)]
        _offer(self, "unit", units)
        _offer(self, "stand_in", Officer.objects.filter(pk__in=others))
        self.fields["first_day"].initial = self.fields["last_day"].initial = today()
        if len(units) == 1:
            self.fields["unit"].initial = units[0]
            self.fields["unit"].widget = forms.HiddenInput()


def _offer(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    cast("forms.ModelChoiceField[Any]", form.fields[name]).queryset = rows


@takes_form
@officers_only
def leave(request: OfficersRequest) -> HttpResponse:
    """Who stands in for whom, as far as it concerns this officer; a leader hands over here."""
    typed = sent(request).to(request.path)
    leads = led_by(request.user).exists()
    form = None
    attempt = Attempt(request)
    if leads:
        initial = typed.dict() if typed and request.method != "POST" else None
        form = LeaveForm(request.POST or None, request.user, initial)
        if form.is_bound and form.is_valid():
            with attempt:
                made = hand_over(request.user, **form.cleaned_data)
                messages.success(request, f"Đã giao {made.stand_in} xử lý thay, {days_of(made)}.")
                return redirect("desk:leave")
    context = {
        "nav": "desk",
        "form": form,
        "problems": attempt.problems,
        "away": handed_over_by(request.user),
        "standing_in": handed_over_to(request.user),
    }
    refused = (form is not None and form.is_bound) or request.method == "POST"
    return render(request, "desk/leave.html", context, status=REFUSED if refused else 200)


@require_POST
@officers_only(back=lambda request, pk: reverse("desk:leave"))
def back_again(request: OfficersRequest, pk: int) -> HttpResponse:
    delegation = get_object_or_404(Delegation.objects.filter(leader=request.user), pk=pk)
    take_back(delegation, request.user)
    messages.success(request, f"Đã thôi giao {delegation.stand_in} xử lý thay.")
    return redirect("desk:leave")
