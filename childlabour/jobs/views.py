"""Where somebody waits for work done later: how far it is, hủy, chạy lại, and on to the result."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from childlabour.units.gate import officers_only, takes_form

from .asking import run_again, stop
from .models import Job, State, worker_is_alive

ACTS = {"stop": stop, "run_again": run_again}


@takes_form
@officers_only
def job(request: HttpRequest, number: int) -> HttpResponse:
    """Three queries and those of the officer. A job of somebody else is not there."""
    shown = get_object_or_404(Job.objects.visible_to(request.user).without_results(), pk=number)
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act not in ACTS:
            raise Http404(act)
        ACTS[act](shown)
        return redirect("jobs:job", number)
    if shown.state == State.DONE and shown.work and shown.work.leads_to:
        return redirect(shown.work.leads_to, number)
    return render(
        request,
        "jobs/job.html",
        {
            "nav": "desk",
            "job": shown,
            "before": Job.objects.waiting().filter(pk__lt=number).count(),
            "worker_is_alive": worker_is_alive(),
        },
    )
