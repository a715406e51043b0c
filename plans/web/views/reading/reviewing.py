"""Xem lại bản đọc: the source and the draft side by side, what was chosen so far, and the draft that comes of it."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from childlabour.core import lengths
from childlabour.core.errors import Refusal
from childlabour.jobs.models import worker_is_alive
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form, texts_in, wants_json
from plans.law.rights import may_read_in
from plans.models import Intake, IntakeFile, IntakeState, Origin
from plans.pages.reviewing import review_of
from plans.reading import intakes
from plans.reading.later import read_again
from plans.reading.review.form import Form
from plans.reading.review.readings import OutgrownError
from plans.web.door import REFUSED, Attempt
from targets.models import ObjectiveGroup
from targets.models.target import ComparatorChoice


@takes_form
@officers_only
def review(request: OfficersRequest, number: int) -> HttpResponse:
    rows = Intake.objects.visible_to(request.user).select_related("unit__place", "job")
    intake = get_object_or_404(rows.defer("job__result"), pk=number)
    if intake.document_id:
        return redirect("desk:editor", intake.document_id)
    again = sent(request)
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            return _act(request, intake)
    form = _form(intake, again.typed)
    context = {
        "nav": "desk",
        "intake": intake,
        "problems": attempt.problems,
        "sent": again,
        "may_write": may_read_in(request.user, intake.unit_id),
        "is_of_old_times": intake.origin == Origin.CARRIED_OVER,
    }
    status = REFUSED if attempt.problems else 200
    if form is None:
        context["texts"] = texts_in(again.typed) if attempt.problems else []
        context["worker_is_alive"] = not intake.is_under_way or worker_is_alive()
        return render(request, "desk/reading_waits.html", context, status=status)
    return render(request, "desk/reading_review.html", context | _shown(form), status=status)


def _form(intake: Intake, typed: QueryDict) -> Form | None:
    """None while there is nothing to review, or nothing that this release understands."""
    if not intake.is_read:
        return None
    try:
        reading = intakes.reading_in(intake)
    except OutgrownError:
        return None
    form = Form.of(reading, dict(typed.lists()))
    return form if form.typed else Form.of(reading, intake.choices)


def _shown(form: Form) -> dict[str, Any]:
    """Two queries: the groups of targets, the names of the units."""
    groups = ObjectiveGroup.objects.order_by("programme__period_from", "order").values_list("code", "name")
    return {
        "review": review_of(form),
        "head": form.reading.head,
        "texts": {name: form.text(name) for name in ("title", "place", "recipients", "authority", "signer")},
        "citations": [
            (number, ground, str(number) in form.ticked("citation"))
            for number, ground in enumerate(form.reading.content.citations)
        ],
        "groups": dict(groups),
        "comparators": ComparatorChoice.choices,
        "longest": lengths,
    }


# ── What a press does ────────────────────────────────────────────────────────────────────────────


def _act(request: OfficersRequest, intake: Intake) -> HttpResponse:
    act = request.POST.get("act", "lay")
    if act not in ACTS:
        raise Http404(act)
    return ACTS[act](request, intake)


def _lay(request: OfficersRequest, intake: Intake) -> HttpResponse:
    form = _sent_form(request, intake)
    document = intakes.lay_once(intake, form.decisions(), request.user, _revision(request))
    messages.success(request, "Đã lưu thành dự thảo. Kiểm tra lại từng phần trước khi trình.")
    return redirect("desk:editor", document)


def _keep(request: OfficersRequest, intake: Intake) -> HttpResponse:
    form = _sent_form(request, intake)
    typed = {name: list(values) for name, values in form.typed.items()}
    revision = intakes.keep(intake, typed, request.user, _revision(request))
    if wants_json(request):
        kept_at = localtime(Intake.objects.values_list("updated_at", flat=True).get(pk=intake.pk))
        return JsonResponse({"revision": revision, "kept": f"{kept_at:%H:%M}"})
    messages.success(request, "Đã giữ lại các lựa chọn. Ai của đơn vị cũng mở ra xem tiếp được.")
    return redirect("reading:intakes")


def _put_away(request: OfficersRequest, intake: Intake) -> HttpResponse:
    intakes.put_away(intake, request.user, _revision(request))
    messages.success(request, f"Đã bỏ “{intake.name}” và tệp nguồn của nó.")
    return redirect("reading:intakes")


def _read_again(request: OfficersRequest, intake: Intake) -> HttpResponse:
    read_again(intake, request.user, _revision(request))
    return redirect("reading:reviewed", intake.pk)


ACTS = {"lay": _lay, "keep": _keep, "put_away": _put_away, "read_again": _read_again}


def _sent_form(request: OfficersRequest, intake: Intake) -> Form:
    form = _form(intake, request.POST)
    if form is None:
        raise Refusal(intakes.NOT_READ)
    return form


def _revision(request: OfficersRequest) -> int:
    said = request.POST.get("revision", "")
    return int(said) if said.isdecimal() and len(said) < 9 else 0


# ── The source ───────────────────────────────────────────────────────────────────────────────────


@require_safe
@officers_only
def kept(request: OfficersRequest, number: int) -> HttpResponse:
    """Nguồn: the file that a document was read from and the words it had, as long as they are kept."""
    rows = Intake.objects.visible_to(request.user).select_related("document__unit", "unit__place")
    intake = get_object_or_404(rows, pk=number, state=IntakeState.LAID)
    try:
        lines = intakes.reading_in(intake).lines
    except OutgrownError:
        lines = ()
    context = {"nav": "desk", "intake": intake, "document": intake.document, "lines": lines}
    return render(request, "desk/source.html", context)


@require_safe
@officers_only
def source_file(request: OfficersRequest, number: int) -> FileResponse:
    """The bytes as they were sent: to be saved, never to be opened here."""
    rows = IntakeFile.objects.filter(intake__in=Intake.objects.visible_to(request.user))
    file = get_object_or_404(rows.select_related("intake"), pk=number)
    name = f"{file.intake.name}.txt" if file.intake.is_pasted else file.intake.name
    answer = FileResponse(
        BytesIO(bytes(file.data)), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
