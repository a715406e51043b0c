"""Sổ đăng ký văn bản đi: read, print, keep numbers, note the delivery."""

from datetime import date

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.core.forms import DayField
from childlabour.core.paging import page_of
from childlabour.units.access import viewer
from childlabour.units.models import Role, Unit
from plans.issuing import register as book
from plans.issuing import register_book
from plans.law.roles import roles_towards
from plans.models import EntryState, RegisterEntry

from .gate import officers_only, tell

FORMS = {
    "pdf": (register_book.as_pdf, "application/pdf"),
    "xlsx": (register_book.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


class PeriodForm(forms.Form):
    since = DayField(label="từ ngày", required=False)
    until = DayField(label="đến ngày", required=False)

    def period(self) -> tuple[date, date]:
        """What was asked for; else this year up to today."""
        given = self.cleaned_data if self.is_valid() else {}
        until = given.get("until") or today()
        return given.get("since") or date(until.year, 1, 1), until


class ReserveForm(forms.Form):
    day = DayField(label="ngày văn bản")
    count = forms.IntegerField(label="bao nhiêu số", min_value=1, max_value=book.MOST_KEPT_AT_ONCE, initial=1)
    reason = forms.CharField(label="lý do để dành", max_length=1000)


class PaperBookForm(forms.Form):
    year = forms.IntegerField(label="năm", min_value=1945, max_value=2100)
    number = forms.IntegerField(
        label="sổ giấy đã dùng đến số",
        min_value=1,
        max_value=99_999,
        help_text="Hệ thống cấp tiếp từ số sau.",
    )


class DeliveryForm(forms.Form):
    copies = forms.IntegerField(label="số lượng bản", min_value=1, max_value=100_000, required=False)
    sent_on = DayField(label="ngày chuyển", required=False)
    note = forms.CharField(label="ghi chú", max_length=1000, required=False)
    void = forms.CharField(label="lý do hủy số để dành", max_length=1000, required=False)


def _units(request) -> list[Unit]:
    """The agencies whose books lie open to this person: the own ones, also before their first number, before the
    closed books of those they took over from.
    """
    eyes = viewer(request.user)
    if eyes.is_keeper:
        return list(Unit.objects.filter(number_series__isnull=False).distinct())
    units = Unit.objects.filter(pk__in=eyes.seen_unit_ids).exclude(symbol="")
    units = units.annotate(books=Count("number_series")).order_by("-books", "name")
    own = [unit for unit in units if unit.pk in eyes.unit_ids]
    return own + [unit for unit in units if unit.books and unit not in own]


def _unit(request, pk: int) -> Unit:
    unit = get_object_or_404(Unit, pk=pk)
    if not viewer(request.user).sees(unit.pk):
        raise Http404("Không có sổ này.")
    return unit


@officers_only
@require_safe
def register(request):
    units = _units(request)
    asked = request.GET.get("unit", "")
    unit = next((u for u in units if str(u.pk) == asked), units[0] if units else None)
    form = PeriodForm(request.GET, auto_id="%s")
    since, until = form.period()
    entries = (
        RegisterEntry.objects.filter(book__series__unit=unit, dated__range=(since, until))
        .select_related("book__series", "plan")
        .order_by("-dated", "-number")
    )
    context = {
        "nav": "desk",
        "units": units,
        "unit": unit,
        "form": form,
        "since": since,
        "until": until,
        "page": page_of(entries, request, 50),
        "reserve_form": ReserveForm(initial={"day": today()}),
        "paper_form": PaperBookForm(initial={"year": today().year}),
        "may_keep": unit and Role.CLERK in roles_towards(request.user, unit.pk),
    }
    return render(request, "issuing/register.html", context)


@officers_only
@require_safe
def printed(request, pk, form):
    unit = _unit(request, pk)
    if form not in FORMS:
        raise Http404
    make, kind = FORMS[form]
    answer = HttpResponse(make(unit, *PeriodForm(request.GET).period()), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="so-van-ban-di-{unit.pk}.{form}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@officers_only
@require_POST
def reserve(request, pk):
    unit = _clerk_of(request, pk)
    form = ReserveForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            kept = book.reserve(
                book.common_series(unit), request.user, given["day"], given["reason"], given["count"]
            )
            messages.success(request, f"Đã để dành: {', '.join(entry.written_number for entry in kept)}.")
        except Refusal as refusal:
            tell(request, refusal)
    else:
        _tell_errors(request, form)
    return redirect("issuing:register")


@officers_only
@require_POST
def paper_book(request, pk):
    """The year began on paper: say how far the paper book went."""
    unit = _clerk_of(request, pk)
    form = PaperBookForm(request.POST)
    if not form.is_valid():
        _tell_errors(request, form)
        return redirect("issuing:register")
    given = form.cleaned_data
    try:
        opened = book.open_after(book.common_series(unit), given["year"], given["number"])
        messages.success(
            request, f"Sổ năm {opened.year}: hệ thống cấp tiếp từ số {opened.opened_after + 1:02d}."
        )
    except Refusal as refusal:
        tell(request, refusal)
    return redirect("issuing:register")


@officers_only
@require_POST
def entry(request, pk):
    row = get_object_or_404(RegisterEntry.objects.select_related("book__series"), pk=pk)
    _clerk_of(request, row.book.series.unit_id)
    form = DeliveryForm(request.POST)
    if not form.is_valid():
        _tell_errors(request, form)
        return redirect("issuing:register")
    reason = form.cleaned_data.pop("void")
    try:
        if row.state == EntryState.RESERVED and reason:
            book.void_kept(row, request.user, reason)
        else:
            book.correct_delivery(row, **form.cleaned_data)
        messages.success(request, f"Đã ghi vào dòng số {row.written_number}.")
    except Refusal as refusal:
        tell(request, refusal)
    return redirect("issuing:register")


def _clerk_of(request, unit_id: int) -> Unit:
    """The book is the clerk's to write in; for anyone else this address is not there."""
    if Role.CLERK not in roles_towards(request.user, unit_id):
        raise Http404("Không có sổ này.")
    return get_object_or_404(Unit, pk=unit_id)


def _tell_errors(request, form) -> None:
    for name, errors in form.errors.items():
        for error in errors:
            messages.error(request, f"{form.fields[name].label.capitalize()}: {error}")
