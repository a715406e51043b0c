"""Sổ đăng ký văn bản đi: read, print, keep numbers, note the delivery."""

from collections.abc import Iterator
from datetime import date

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.core import lengths
from childlabour.core.clock import today
from childlabour.core.forms import DayFormField
from childlabour.core.paging import page_of
from childlabour.core.vietnamese import FIRST_YEAR, LAST_YEAR
from childlabour.units.access import viewer
from childlabour.units.gate import Sent, officers_only, sent
from childlabour.units.models import Role, Unit
from plans.issuing import register as book
from plans.issuing import register_book
from plans.law.roles import roles_towards
from plans.models import EntryState, RegisterEntry, SentBy
from plans.privacy.asking import refuse_mentions
from plans.privacy.shown import Shown
from plans.web.confirming import Confirming, confirming, given_in
from plans.web.door import REFUSED, Attempt

FORMS = {
    "pdf": (register_book.as_pdf, "application/pdf"),
    "xlsx": (register_book.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


class PeriodForm(forms.Form):
    since = DayFormField(label="từ ngày", required=False)
    until = DayFormField(label="đến ngày", required=False)

    def period(self) -> tuple[date, date]:
        """What was asked for; else this year up to today."""
        given = self.cleaned_data if self.is_valid() else {}
        until = given.get("until") or today()
        return given.get("since") or date(until.year, 1, 1), until


class BookForm(forms.Form):
    is_open = False  # it waited behind the log-in, and shows what was typed
    confirming: Confirming | None = None  # what is asked about the words in it


class ReserveForm(BookForm):
    day = DayFormField(label="ngày văn bản")
    count = forms.IntegerField(label="bao nhiêu số", min_value=1, max_value=book.MOST_KEPT_AT_ONCE, initial=1)
    reason = forms.CharField(label="lý do để dành", max_length=lengths.REASON)


class PaperBookForm(BookForm):
    year = forms.IntegerField(label="năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    number = forms.IntegerField(
        label="sổ giấy đã dùng đến số",
        min_value=1,
        max_value=99_999,
        help_text="Hệ thống cấp tiếp từ số sau. Mỗi sổ chỉ khai một lần.",
    )
    series = forms.CharField(label="dãy số", required=False, max_length=20, help_text="Để trống: dãy chung.")


class DeliveryForm(BookForm):
    copies = forms.IntegerField(label="số lượng bản", min_value=1, max_value=100_000, required=False)
    sent_on = DayFormField(label="ngày chuyển", required=False)
    note = forms.CharField(label="ghi chú", max_length=lengths.REASON, required=False)


class SendingForm(BookForm):
    receivers = forms.CharField(
        label="nơi nhận",
        max_length=lengths.SENTENCE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một nơi.",
    )
    by = forms.ChoiceField(label="chuyển bằng", choices=SentBy.choices)
    copies = forms.IntegerField(label="số bản mỗi nơi", min_value=1, max_value=100_000, initial=1)
    sent_on = DayFormField(label="ngày chuyển")
    signed_for = forms.CharField(
        label="người ký nhận",
        max_length=lengths.PERSON,
        required=False,
        help_text="Khi ghi một nơi. Để trống thì ký tay trên sổ in.",
    )


class VoidForm(BookForm):
    void = forms.CharField(label="lý do hủy số để dành", max_length=lengths.REASON)


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


@require_safe
@officers_only
def register(request):
    return _shown(request)


def _shown(request, refused: BookForm | None = None, problems=()):
    """The lines that were asked for. A form that was `refused`, or waited, stands there again as it was typed."""
    units = _units(request)
    asked = request.GET.get("unit", "")
    unit = next((u for u in units if str(u.pk) == asked), units[0] if units else None)
    period = PeriodForm(request.GET, auto_id="%s")
    since, until = period.period()
    entries = (
        RegisterEntry.objects.filter(book__series__unit=unit, dated__range=(since, until))
        .select_related("book__series", "document")
        .prefetch_related("sendings")
        .order_by("-dated", "-number")
    )
    page = page_of(entries, request, 50)
    context = {
        "nav": "desk",
        "units": units,
        "unit": unit,
        "form": period,
        "since": since,
        "until": until,
        "page": page,
        "list_address": reverse("issuing:register"),
        "accounts": book.accounts_of(unit, since, until) if unit else (),
        "problems": problems,
        "sent": sent(request),
        "may_keep": unit and Role.CLERK in roles_towards(request.user, unit.pk),
    }
    if context["may_keep"]:
        context |= _forms(unit, page, context["sent"], refused)
    return render(request, "issuing/register.html", context, status=REFUSED if refused else 200)


def _forms(unit: Unit, page, again: Sent, refused: BookForm | None) -> dict:
    """What the clerk may write in: the forms beside the book, and `entry.form` in each of its lines."""

    def form(kind: type[BookForm], address: str, initial: dict, **how) -> BookForm:
        if refused and again.address == address:
            return refused
        typed = again.to(address)
        made = kind(initial=initial | (typed.dict() if typed else {}), **how)
        made.is_open = bool(typed)
        return made

    for entry in page:
        address = reverse("issuing:entry", args=[entry.pk])
        written = {name: getattr(entry, name) for name in DeliveryForm.base_fields}
        kind = VoidForm if entry.state == EntryState.RESERVED else DeliveryForm
        entry.form = form(kind, address, written, auto_id=f"{entry.pk}-%s")
        if entry.state == EntryState.GIVEN:
            address = reverse("issuing:sending", args=[entry.pk])
            still = {"receivers": "\n".join(_not_yet_sent(entry)), "sent_on": today()}
            entry.sending_form = form(SendingForm, address, still, auto_id=f"{entry.pk}-chuyen-%s")
    beside = {
        "reserve": (ReserveForm, {"day": today()}),
        "paper_book": (PaperBookForm, {"year": today().year}),
    }
    return {
        f"{name}_form": form(kind, reverse(f"issuing:{name}", args=[unit.pk]), initial)
        for name, (kind, initial) in beside.items()
    }


def _not_yet_sent(entry: RegisterEntry) -> list[str]:
    sent_to = {sending.receiver for sending in entry.sendings.all()}
    return [line for line in entry.recipients.splitlines() if line.strip() and line.strip() not in sent_to]


@require_safe
@officers_only
def printed(request, unit_pk, form):
    unit = _unit(request, unit_pk)
    if form not in FORMS:
        raise Http404
    make, kind = FORMS[form]
    answer = HttpResponse(make(unit, *PeriodForm(request.GET).period()), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="so-van-ban-di-{unit.pk}.{form}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


# --- Writing in it ------------------------------------------------------------------------------------


def _question(request) -> QueryDict:
    """What the page that showed the form was asked for: unit, period, page. The form hands it back."""
    return QueryDict(request.POST.get("seen", ""))


def _page(request, *_, **__) -> str:
    asked = _question(request).urlencode()
    return reverse("issuing:register") + (f"?{asked}" if asked else "")


def _write(request, form: BookForm, write) -> HttpResponse:
    """`write` does what the form says and tells what was done; else the book comes back, with every reason."""
    attempt = Attempt(request)
    if form.is_valid():
        with attempt:
            refuse_mentions(_said_in(form), given_in(request), request.user)
            messages.success(request, write(**form.cleaned_data))
            return redirect(_page(request))
    request.GET = _question(request)  # the book as it lay open when the form was sent
    form.confirming = confirming(request, attempt.problems)
    return _shown(request, form, attempt.problems)


def _said_in(form: BookForm) -> Iterator[Shown]:
    """Reasons and notes stay in the book, and the book is read for ever."""
    for name, value in form.cleaned_data.items():
        if isinstance(value, str):
            yield Shown(value, str(form.fields[name].label))


@require_POST
@officers_only(back=_page)
def reserve(request, unit_pk):
    unit = _clerk_of(request, unit_pk)

    def keep(day: date, count: int, reason: str) -> str:
        kept = book.reserve(book.common_series(unit), request.user, day, reason, count)
        return f"Đã để dành: {', '.join(entry.written_number for entry in kept)}."

    return _write(request, ReserveForm(request.POST), keep)


@require_POST
@officers_only(back=_page)
def paper_book(request, unit_pk):
    """The year began on paper: say how far the paper book went."""
    unit = _clerk_of(request, unit_pk)

    def open_after(year: int, number: int, series: str) -> str:
        opened = book.open_after(book.series_named(unit, series), year, number, request.user)
        return f"Sổ năm {opened.year}: hệ thống cấp tiếp từ số {opened.opened_after + 1:02d}."

    return _write(request, PaperBookForm(request.POST), open_after)


@require_POST
@officers_only(back=_page)
def entry(request, entry_pk):
    row = get_object_or_404(RegisterEntry.objects.select_related("book__series"), pk=entry_pk)
    _clerk_of(request, row.book.series.unit_id)

    def write(void: str = "", **delivery) -> str:
        if void:
            book.void_kept(row, request.user, void)
        else:
            book.correct_delivery(row, **delivery)
        return f"Đã ghi vào dòng số {row.written_number}."

    kind = VoidForm if "void" in request.POST else DeliveryForm
    return _write(request, kind(request.POST, auto_id=f"{row.pk}-%s"), write)


@require_POST
@officers_only(back=_page)
def sending(request, entry_pk):
    """What was sent to whom and how, and who signed for it."""
    row = get_object_or_404(RegisterEntry.objects.select_related("book__series"), pk=entry_pk)
    _clerk_of(request, row.book.series.unit_id)

    def write(**sent_off) -> str:
        noted = book.note_sending(row, request.user, **sent_off)
        return f"Đã ghi vào dòng số {row.written_number}: chuyển {len(noted)} nơi."

    return _write(request, SendingForm(request.POST, auto_id=f"{row.pk}-chuyen-%s"), write)


def _clerk_of(request, unit_id: int) -> Unit:
    """The book is the clerk's to write in; for anyone else this address is not there."""
    if Role.CLERK not in roles_towards(request.user, unit_id):
        raise Http404("Không có sổ này.")
    return get_object_or_404(Unit, pk=unit_id)
