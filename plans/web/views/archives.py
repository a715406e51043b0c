"""All papers of a list in one archive: asked for, made by a worker, fetched by whoever asked."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.vietnamese import search_key
from childlabour.jobs.models import Job
from childlabour.jobs.pieces import is_there, pieces_of, size_of
from childlabour.jobs.watching import LARGE_KEPT
from childlabour.units.gate import OfficersRequest, officers_only
from plans.models import Document
from plans.pages.filters import narrowed_by
from plans.paper.files import Format
from plans.paper.later import hand_out, hand_out_later


@require_POST
@officers_only(back=lambda request: reverse("public:plans"))
def ask(request: OfficersRequest) -> HttpResponse:
    """What the list at the address of the form shows, as far as it is issued."""
    form = Format.called(request.POST.get("format", ""))
    if form not in (Format.PDF, Format.DOCX):
        raise Http404(form)
    seen = Document.objects.visible_to(request.user).issued()
    job = hand_out_later(request.user, narrowed_by(request.POST.get("query", ""), seen), form)
    return redirect("jobs:job", job.pk)


@require_safe
@officers_only
def archive(request: OfficersRequest, number: int) -> HttpResponse:
    job = _made(request, number)
    kept = {"is_there": is_there(job), "days": LARGE_KEPT.days}
    return render(request, "public/archive.html", {"nav": "plans", "job": job, **kept})


@require_safe
@officers_only
def file(request: OfficersRequest, number: int) -> HttpResponseBase:
    job = _made(request, number)
    if not is_there(job):
        raise Http404
    answer = StreamingHttpResponse(pieces_of(job), content_type="application/zip")
    answer["Content-Length"] = str(size_of(job))
    answer["Content-Disposition"] = f'attachment; filename="{search_key(job.about).replace(" ", "-")}.zip"'
    return answer


def _made(request: HttpRequest, number: int) -> Job:
    return get_object_or_404(Job.objects.visible_to(request.user).of(hand_out).done(), pk=number)
