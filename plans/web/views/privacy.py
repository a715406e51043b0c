"""What is kept about whom, for everyone; the record of processing and the log of leaks, for keepers."""

from functools import wraps

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from childlabour.core.clock import now, today
from childlabour.units.access import viewer
from childlabour.units.gate import OfficersRequest, View, officers_only, sent, takes_form
from childlabour.units.models import Officer
from plans.models import TakeDown, TakeDownState
from plans.privacy import breaches as log
from plans.privacy.kept import KEPT
from plans.web.confirming import confirming, given_in
from plans.web.door import REFUSED, Attempt


def keepers_only(view: View) -> View:
    """To other officers it is not there."""

    @wraps(view)
    def guarded(request: OfficersRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not viewer(request.user).is_keeper:
            raise Http404
        return view(request, *args, **kwargs)

    return officers_only(guarded)


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    return render(request, "public/personal_data.html", {"kept": KEPT, "contact": settings.DATA_CONTACT})


@require_safe
@keepers_only
def record(request: OfficersRequest) -> HttpResponse:
    """The draft for Mẫu 10 (NĐ 356/2025), to print, fill in and sign. Two queries."""
    context = {
        "kept": KEPT,
        "contact": settings.DATA_CONTACT,
        "address": settings.SITE_ADDRESS,
        "accounts": Officer.objects.filter(is_active=True).count(),
        "today": today(),
    }
    return render(request, "privacy/record.html", context)


class BreachForm(forms.Form):
    found_at = forms.DateTimeField(
        label="phát hiện lúc",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    told_at = forms.DateTimeField(
        label="đã báo cơ quan chuyên trách lúc",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    what = forms.CharField(label="chuyện gì xảy ra", widget=forms.Textarea(attrs={"rows": 3}))
    whom = forms.CharField(
        label="chạm tới dữ liệu của ai, bao nhiêu người",
        help_text="Nhóm người và số người; không ghi tên.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    measures = forms.CharField(label="đã làm gì", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    corrects = forms.ModelChoiceField(
        log.last_lines(), label="sửa, bổ sung dòng", required=False, empty_label="không: đây là vụ mới"
    )


@takes_form
@keepers_only
def breaches(request: OfficersRequest) -> HttpResponse:
    """The log with its clocks, and the form for a line more. Three queries."""
    attempt = Attempt(request)
    again = sent(request)
    typed = again.to(request.path)
    form = BreachForm(request.POST or None, initial=typed.dict() if typed else {"found_at": now()})
    if request.method == "POST" and form.is_valid():
        with attempt:
            log.enter(request.user, **form.cleaned_data, confirmed=given_in(request))
            messages.success(request, "Đã ghi vào sổ.")
            return redirect("privacy:breaches")
    context = {
        "entries": log.entries(),
        "form": form,
        "problems": attempt.problems,
        "confirming": confirming(request, attempt.problems),
        "sent": again,
        "waiting": TakeDown.objects.filter(state=TakeDownState.ASKED).select_related("document__unit"),
    }
    return render(
        request, "privacy/breaches.html", context, status=REFUSED if request.method == "POST" else 200
    )
