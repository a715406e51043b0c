"""Số liệu: what a unit answers in a period, what came from below, what a plan has come to."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.forms import DayFormField
from childlabour.core.vietnamese import short_date
from childlabour.units.access import Someone, viewer
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form, wants_json
from childlabour.units.models import Unit, UnitFunction
from plans.law.belonging import rows_of_any, to_document
from plans.models import Document, Status
from plans.pages.figures.below import tally_of, units_below
from plans.pages.figures.board import board_of, periods_with_figures
from plans.pages.figures.grid import (
    CHOICES,
    FIELDS,
    FigureRow,
    grid_of,
    in_words,
    nothing_arose_in,
    replies_in,
)
from plans.pages.figures.mine import own_periods
from plans.privacy.asking import FIELD
from plans.reporting.owing import owed_by, owing_of
from plans.reporting.periods import close_period, due_on, reopen_period
from plans.reporting.replying import filing_of, fresh, spot_of, tell_apart, type_in
from plans.reporting.results import carried_up
from plans.reporting.sheets.layout import MEDIA_TYPE
from plans.reporting.sheets.taking_in import take_in as take_in_sheet
from plans.reporting.sheets.writing import as_xlsx, rows_owed
from plans.reporting.steps import FILINGS, FilingStep, Whose, sides_towards
from plans.web.confirming import confirming, given_in
from plans.web.door import REFUSED, Attempt
from targets.measuring.models import Figure, FigureStanding, Filing, ReportPeriod, splits_of
from targets.models import Target
from targets.reckoning.metrics import Metric

MOST_SHEET = 15 * 1024 * 1024


@require_safe
@officers_only
def home(request: OfficersRequest) -> HttpResponse:
    """Kỳ báo cáo của tôi."""
    mine, below = own_periods(request.user)
    is_keeper = viewer(request.user).is_keeper
    told = {
        "nav": "desk",
        "mine": mine,
        "below": below,
        "is_keeper": is_keeper,
        "periods": ReportPeriod.objects.select_related("regime") if is_keeper else (),
    }
    return render(request, "figures/home.html", told)


def _period(pk: int) -> ReportPeriod:
    return get_object_or_404(ReportPeriod.objects.select_related("regime"), pk=pk)


def _unit(pk: int) -> Unit:
    units = Unit.objects.select_related("place", "superior__superior__superior")
    return get_object_or_404(units, pk=pk, function=UnitFunction.COMMITTEE)


def _sides_or_404(user: Someone, unit: Unit) -> frozenset[Whose]:
    """Who stands on neither side sees nothing, but for the keeper and for colleagues of either."""
    sides = sides_towards(user, unit)
    eyes = viewer(user)
    sees = eyes.sees(unit.pk) or (unit.superior_id is not None and eyes.sees(unit.superior_id))
    if not (sides or sees):
        raise Http404
    return sides


# ── The grid of a unit ──────────────────────────────────────────────────────────────────────────────


@takes_form
@officers_only
def unit(request: OfficersRequest, period: int, unit: int) -> HttpResponse:
    """Its figures: to type, for its own people; to accept or return, for the office above."""
    about, whose = _period(period), _unit(unit)
    sides = _sides_or_404(request.user, whose)
    filing = Filing.objects.filter(period=about, unit=whose).first() or Filing(period=about, unit=whose)
    metrics = owed_by(whose, about)
    attempt = Attempt(request)
    sure: list[FigureRow] = []
    if request.method == "POST":
        with attempt:
            answer = _act(request, filing, metrics, sides)
            if answer is not None:
                return answer
            sure = nothing_arose_in(grid_of(filing, metrics))[1]
    again = sent(request).typed if attempt.problems or sent(request).waited else {}
    rows = grid_of(filing, metrics, _typed(again, metrics))
    may_type = Whose.REPORTING in sides and (about.is_open or filing.may_come_late(today()))
    context = {
        "nav": "desk",
        "period": about,
        "unit": whose,
        "filing": filing,
        "rows": rows,
        "choices": CHOICES,
        "may_type": may_type,
        "is_above": Whose.ABOVE in sides,
        "asks_nothing_arose": request.POST.get("do") == "nothing" and not attempt.problems,
        "cannot_be_nothing": sure,
        "due": due_on(about, whose),
        "documents": _documents_of(metrics),
        "waiting": [row for row in rows if row.figure and row.figure.standing == FigureStanding.SENT],
        "answered": sum(row.figure is not None and not row.returned for row in rows),
        "events": filing.events.all() if filing.pk else (),
        "has_below": whose.subordinates.filter(function=UnitFunction.COMMITTEE).exists(),
        "problems": attempt.problems,
        "confirming": confirming(request, attempt.problems),
        "text": request.POST.get("text", "") if attempt.problems else "",
        "chosen": request.POST.getlist("key") if attempt.problems else (),
    }
    return render(request, "figures/unit.html", context, status=REFUSED if attempt.problems else 200)


def _typed(form: Any, metrics: tuple[Metric, ...]) -> dict[str, dict[str, str]]:
    return {
        metric.key: {name: form.get(spot_of(metric, name), "") for name in FIELDS}
        for metric in metrics
        if spot_of(metric, "state") in form
    }


def _documents_of(metrics: tuple[Metric, ...]) -> list[Document]:
    """The plans that ask for these. One query."""
    targets = [target.pk for metric in metrics for target in metric.targets]
    documents = Document.objects.filter(
        pk__in=Target.objects.filter(pk__in=targets).values(to_document(Target))
    )
    return list(documents.select_related("unit").order_by("pk"))


def _act(
    request: OfficersRequest, filing: Filing, metrics: tuple[Metric, ...], sides: frozenset[Whose]
) -> HttpResponse | None:
    """What the pressed button does; None where the page has to ask once more."""
    do = request.POST.get("do", "save")
    if do in DOES:
        if Whose.REPORTING not in sides:
            raise Refusal(f"Đây là số liệu của {filing.unit}: chỉ cán bộ của đơn vị nhập được.")
        return DOES[do](request, _kept(filing), metrics)
    if do in [step.name for step in FILINGS]:
        told = {
            "keys": tuple(key for key in request.POST.getlist("key") if key in {m.key for m in metrics}),
            "text": request.POST.get("text", ""),
            FIELD: given_in(request),
        }
        if do == FilingStep.ALLOW_LATE:
            told["until"] = _day_in(request)
        return _performed(request, FilingStep(do), _kept(filing), **told)
    raise Http404(do)


def _kept(filing: Filing) -> Filing:
    return filing if filing.pk else filing_of(filing.period, filing.unit)


def _day_in(request: HttpRequest) -> Any:
    try:
        return DayFormField(required=False).clean(request.POST.get("until", ""))
    except forms.ValidationError as fault:
        raise Refusal(*(Problem(message, "until", "until") for message in fault.messages)) from fault


def _performed(request: OfficersRequest, step: FilingStep, filing: Filing, **told: Any) -> HttpResponse:
    row = FILINGS.perform(step, filing, request.user, **told)
    messages.success(request, FILINGS[step].words.done.format(row=row))
    return redirect("figures:unit", filing.period_id, filing.unit_id)


def _replies(request: OfficersRequest, filing: Filing, metrics: tuple[Metric, ...]) -> Any:
    replies, problems = replies_in(request.POST.dict(), metrics, grid_of(filing, metrics))
    if problems:
        raise Refusal(*problems)
    return replies


def _save(request: OfficersRequest, filing: Filing, metrics: tuple[Metric, ...]) -> HttpResponse:
    refuse_when_closed(filing)
    type_in(filing, metrics, _replies(request, filing, metrics), request.user)
    if wants_json(request):
        rows = {row.key: row for row in grid_of(filing, metrics)}
        named = [key for key in rows if f"state-{key}" in request.POST]
        told = {
            key: {
                "share": rows[key].share,
                "standing": rows[key].standing,
                "oddity": rows[key].oddity,
            }
            for key in named
        }
        return JsonResponse({"saved": f"{now():%H:%M}", "rows": told})
    messages.success(request, "Đã lưu. Chưa gửi: bấm “Gửi số liệu” khi đã xong.")
    return redirect("figures:unit", filing.period_id, filing.unit_id)


def refuse_when_closed(filing: Filing) -> None:
    if not (filing.period.is_open or filing.may_come_late(today())):
        raise Refusal(f"Kỳ {filing.period.words} đã đóng. Đề nghị cấp trên cho gửi muộn, nêu lý do.")


def _send(request: OfficersRequest, filing: Filing, metrics: tuple[Metric, ...]) -> HttpResponse:
    given = {key: reply for key, reply in _replies(request, filing, metrics).items() if reply.is_given}
    replies = fresh(filing, given, (FigureStanding.SENT, FigureStanding.ACCEPTED))
    told = {"replies": replies, "metrics": metrics, FIELD: given_in(request)}
    return _performed(request, FilingStep.SEND, filing, **told)


def _ask_nothing(request: OfficersRequest, filing: Filing, metrics: tuple[Metric, ...]) -> None:
    """The page asks once whether it is so."""


def _nothing_arose(request: OfficersRequest, filing: Filing, metrics: tuple[Metric, ...]) -> HttpResponse:
    refuse_when_closed(filing)
    replies, _ = nothing_arose_in(grid_of(filing, metrics))
    type_in(filing, metrics, replies, request.user)
    messages.success(request, f"Đã ghi không phát sinh cho {len(replies)} chỉ tiêu. Chưa gửi.")
    return redirect("figures:unit", filing.period_id, filing.unit_id)


def _from_below(request: OfficersRequest, filing: Filing, metrics: tuple[Metric, ...]) -> HttpResponse:
    """Σ of what was accepted from the units right below takes the place of what is typed by hand."""
    refuse_when_closed(filing)
    replies = carried_up(filing, metrics)
    if not replies:
        raise Refusal("Chưa có số liệu nào của đơn vị cấp dưới được chấp nhận, nên chưa cộng được.")
    type_in(filing, metrics, replies, request.user)
    messages.success(request, f"Đã lấy số cộng từ cấp dưới cho {len(replies)} chỉ tiêu. Chưa gửi.")
    return redirect("figures:unit", filing.period_id, filing.unit_id)


DOES = {
    "save": _save,
    "send": _send,
    "nothing": _ask_nothing,
    "nothing_sure": _nothing_arose,
    "from_below": _from_below,
}


@takes_form
@officers_only
def figure(request: OfficersRequest, period: int, unit: int, key: str) -> HttpResponse:
    """One metric of one unit: what it counts, its evidence and every version of its figure."""
    about, whose = _period(period), _unit(unit)
    sides = _sides_or_404(request.user, whose)
    metric = next((one for one in owed_by(whose, about) if one.key == key), None)
    if metric is None:
        raise Http404(key)
    filing = Filing.objects.filter(period=about, unit=whose).first()
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            return _act_on_one(request, _kept(filing or Filing(period=about, unit=whose)), metric, sides)
    versions = _versions(filing, metric)
    context = {
        "nav": "desk",
        "period": about,
        "unit": whose,
        "metric": metric,
        "versions": [(version, in_words(version.reply, metric)) for version in versions],
        "current": versions[0] if versions else None,
        "is_above": Whose.ABOVE in sides,
        "is_typing": Whose.REPORTING in sides
        and bool(versions)
        and versions[0].standing == FigureStanding.TYPED,
        "splits": _splits(request, metric, versions, attempt),
        "evidence": request.POST.get("evidence", "")
        if attempt.problems
        else versions[0].evidence
        if versions
        else "",
        "problems": attempt.problems,
        "confirming": confirming(request, attempt.problems),
        "text": request.POST.get("text", "") if attempt.problems else "",
    }
    return render(request, "figures/figure.html", context, status=REFUSED if attempt.problems else 200)


def _splits(
    request: HttpRequest, metric: Metric, versions: list[Figure], attempt: Attempt
) -> list[list[tuple[str, str, Any]]]:
    """(name of the field, words, what stands in it), a list a kind."""
    there = dict(versions[0].parts.values_list("part", "numerator")) if versions else {}
    again = request.POST if attempt.problems else there
    return [
        [(part.value, part.label, again.get(part.value, "")) for part in kind]
        for kind in splits_of(metric.indicator)
    ]


def _versions(filing: Filing | None, metric: Metric) -> list[Figure]:
    if filing is None:
        return []
    figures = Figure.objects.filter(
        filing=filing, indicator=metric.indicator_id, target=metric.target_id
    ).order_by("-version")
    return list(figures)


def _act_on_one(
    request: OfficersRequest, filing: Filing, metric: Metric, sides: frozenset[Whose]
) -> HttpResponse:
    do = request.POST.get("do", "")
    if do == "detail":
        return _tell_apart(request, filing, metric, sides)
    if do not in [step.name for step in FILINGS]:
        raise Http404(do)
    told = {"keys": (metric.key,), "text": request.POST.get("text", ""), FIELD: given_in(request)}
    return _performed(request, FilingStep(do), filing, **told)


def _tell_apart(
    request: OfficersRequest, filing: Filing, metric: Metric, sides: frozenset[Whose]
) -> HttpResponse:
    figure = next((one for one in _versions(filing, metric)), None)
    if Whose.REPORTING not in sides or figure is None:
        raise Refusal("Nhập số liệu trước, rồi ghi hồ sơ và chia theo nhóm.")
    parts = {
        part.value: _whole_in(request, part.value) for kind in splits_of(metric.indicator) for part in kind
    }
    tell_apart(figure, parts, request.POST.get("evidence", ""))
    messages.success(request, "Đã lưu chi tiết.")
    return redirect("figures:figure", filing.period_id, filing.unit_id, metric.key)


def _whole_in(request: HttpRequest, name: str) -> int | None:
    said = request.POST.get(name, "").strip()
    if not said:
        return None
    if not (said.isascii() and said.isdecimal() and len(said) < 10):
        raise Refusal(
            Problem(f"“{said[:20]}” chưa phải là số đếm. Ghi bằng chữ số, không ghi phần lẻ.", name, name)
        )
    return int(said)


# ── Above ───────────────────────────────────────────────────────────────────────────────────────────


@require_safe
@officers_only
def below(request: OfficersRequest, period: int, unit: int) -> HttpResponse:
    """Who below has sent, who is late, who has not."""
    about, whose = _period(period), _unit(unit)
    if not viewer(request.user).sees(whose.pk):
        raise Http404
    units = units_below(whose, about)
    context = {
        "nav": "desk",
        "period": about,
        "unit": whose,
        "units": units,
        "tally": tally_of(units),
        "documents": _plans_of(whose, about),
    }
    return render(request, "figures/below.html", context)


def _plans_of(unit: Unit, period: ReportPeriod) -> list[Document]:
    """Issued plans of the unit for that year that promise anything. One query."""
    issued = Document.objects.filter(unit=unit, status=Status.ISSUED).for_year(period.year)
    promising = rows_of_any(Target, issued).values(to_document(Target))
    return list(issued.filter(pk__in=promising).select_related("unit").order_by("pk"))


@require_POST
@officers_only(back=lambda request, period: reverse("figures:home"))
def period(request: OfficersRequest, period: int) -> HttpResponse:
    """Close it, or open it again: the keeper."""
    about = _period(period)
    if not viewer(request.user).is_keeper:
        raise Http404
    if request.POST.get("do") == "close":
        close_period(about, request.user)
        messages.success(request, f"Đã đóng kỳ {about.words}.")
    else:
        reopen_period(about, request.user, request.POST.get("text", ""))
        messages.success(request, f"Đã mở lại kỳ {about.words}.")
    return redirect("figures:home")


# ── Sheets ──────────────────────────────────────────────────────────────────────────────────────────


@require_safe
@officers_only
def workbook(request: OfficersRequest, pk: int, period: int) -> HttpResponse:
    """What the officer's units owe by a document; of its issuer, what all below owe."""
    about = _period(period)
    document = get_object_or_404(
        Document.objects.visible_to(request.user).select_related("unit__place"), pk=pk, status=Status.ISSUED
    )
    owing = owing_of(document, about)
    rows = [row for row in rows_owed(owing, about) if sides_towards(request.user, row.unit)]
    if not rows:
        raise Http404
    content = as_xlsx(document, about, rows)
    name = f"so-lieu-{document.slug}-{about.code}.xlsx"
    return HttpResponse(
        content, content_type=MEDIA_TYPE, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@takes_form
@officers_only
def take_in(request: OfficersRequest, period: int) -> HttpResponse:
    """A workbook filled in: every fault with its cell, or all of it."""
    about = _period(period)
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            taken = take_in_sheet(_sheet_in(request), request.user, only=about, confirmed=given_in(request))
            messages.success(request, taken.words)
            return redirect("figures:home")
    context = {
        "nav": "desk",
        "period": about,
        "problems": attempt.problems,
        "confirming": confirming(request, attempt.problems),
    }
    page = render(request, "figures/take_in.html", context, status=REFUSED if attempt.problems else 200)
    return attempt.marks(page)


def _sheet_in(request: HttpRequest) -> bytes:
    upload = request.FILES.get("file")
    if upload is None:
        raise Refusal(Problem("Chọn tệp .xlsx đã điền.", "file", "file"))
    if (upload.size or 0) > MOST_SHEET:
        raise Refusal(Problem("Tệp lớn quá 15 MB: chia thành nhiều tệp.", "file", "file"))
    data: bytes = upload.read()
    return data


# ── For everyone ────────────────────────────────────────────────────────────────────────────────────


@require_safe
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Every target as a drawing: accepted figures, small numbers left out."""
    documents = Document.objects.issued().select_related("unit__place", "parent__unit__place")
    document = get_object_or_404(documents, pk=pk)
    periods = periods_with_figures(document) if document.status == Status.ISSUED else []
    chosen = next((one for one in periods if str(one.pk) == request.GET.get("ky")), None)
    about = chosen or next(iter(periods), None)
    context = {
        "nav": "plans",
        "document": document,
        "periods": periods,
        "board": board_of(document, about, periods) if about else None,
        "counted": f"{short_date(about.first_day)} – {short_date(about.last_day)}" if about else "",
    }
    return render(request, "figures/plan.html", context)
