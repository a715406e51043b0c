"""A new draft, four ways."""

from collections.abc import Callable, Iterator
from functools import partial

from django import forms
from django.db.models import Case, When
from django.shortcuts import redirect, render

from childlabour.core.clock import today
from childlabour.core.vietnamese import FIRST_PERIOD, LAST_PERIOD
from childlabour.units.access import viewer
from childlabour.units.gate import officers_only, sent, takes_form
from childlabour.units.models import Place, Unit, UnitFunction
from plans.drafting.pairing import start_pair
from plans.drafting.starting import (
    Start,
    start_blank,
    start_from_last_year,
    start_from_programme,
    start_from_upper,
)
from plans.law.kinds import Kind, kinds_that, only_kind_that
from plans.law.rights import issuers_for, usual_issuer
from plans.law.seeing import of_own_units
from plans.models import Document
from plans.web.door import REFUSED, Attempt
from targets.models import Programme

LEADING = (UnitFunction.COMMITTEE, UnitFunction.GOVERNMENT, UnitFunction.CHILDREN, UnitFunction.STEERING)

WAYS = (
    ("upper", "Từ kế hoạch cấp trên"),
    ("last_year", "Từ kế hoạch năm trước của đơn vị"),
    ("programme", "Từ chỉ tiêu chuẩn của chương trình"),
    ("blank", "Văn bản trống"),
)


def _beginnings() -> Iterator[tuple[str, str, Callable[[Start], Document]]]:
    """What may be begun from nothing: its value in the form, its words, and how."""
    for kind in kinds_that("offered"):
        yield kind.value, kind.label, partial(start_blank, kind=kind)
    for kind in kinds_that("says_who_decides"):
        encloses = partial(start_blank, kind=kind, encloses=True)
        yield f"{kind}+", f"{kind.label} kèm văn bản ban hành", encloses
    for kind in kinds_that("submitted"):
        words = f"Tờ trình của phòng kèm dự thảo {kind.label.lower()}"
        yield f"{only_kind_that('submits')}+{kind}", words, partial(start_pair, kind=kind)


BEGINNINGS = {value: begin for value, _, begin in _beginnings()}


class DocumentChoice(forms.ModelChoiceField):
    def label_from_instance(self, document):
        return f"{document.code or document.kind_name} – {document.unit}, {document.period}"


class StartForm(forms.Form):
    way = forms.ChoiceField(label="Bắt đầu từ", choices=WAYS, widget=forms.RadioSelect, initial="upper")
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan ban hành", empty_label=None)
    kind = forms.ChoiceField(label="Loại văn bản", required=False)
    year = forms.IntegerField(label="Năm", min_value=FIRST_PERIOD, max_value=LAST_PERIOD)
    upper = DocumentChoice(Document.objects.none(), label="Kế hoạch cấp trên", required=False)
    last_year = DocumentChoice(Document.objects.none(), label="Kế hoạch năm trước", required=False)
    programme = forms.ModelChoiceField(Programme.objects.all(), label="Chương trình", required=False)

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        self.officer = officer
        self.fields["kind"].choices = [(value, words) for value, words, _ in _beginnings()]
        self.fields["unit"].queryset = units = issuers_for(officer).exclude(symbol="")
        own = Document.objects.select_related("unit")
        if not viewer(officer).is_keeper:
            own = of_own_units(own, officer)
        self.fields["last_year"].queryset = own.order_by("-period_from", "-pk")
        self.fields["upper"].queryset = documents_above(officer)
        self.fields["unit"].initial = issuing = usual_issuer(units)
        ended = issuing.valid_to.year if issuing and issuing.valid_to else today().year
        self.fields["year"].initial = min(today().year, ended)
        for name in ("upper", "last_year", "programme"):
            self.fields[name].empty_label = "chọn trong danh sách"

    def clean(self):
        way = self.cleaned_data.get("way")
        if way in ("upper", "last_year", "programme") and not self.cleaned_data.get(way):
            self.add_error(way, f"Chọn {self.fields[way].label.lower()} để bắt đầu.")
        return self.cleaned_data

    def start(self) -> Document:
        facts = self.cleaned_data
        start = Start(facts["unit"], facts["year"], self.officer)
        match facts["way"]:
            case "upper":
                return start_from_upper(start, facts["upper"])
            case "last_year":
                return start_from_last_year(start, facts["last_year"])
            case "programme":
                return start_from_programme(start, facts["programme"])
            case _:
                return BEGINNINGS[facts["kind"] or Kind.PLAN.value](start)


def documents_above(officer):
    """Issued plans an officer's own may carry out: first those of the places its units lie in, the newest first.

    Two queries.
    """
    eyes = viewer(officer)
    paths = Place.objects.filter(units__in=eyes.unit_ids).values_list("path", flat=True)
    above = {int(pk) for path in paths for pk in path.strip("/").split("/")}
    is_above = Case(When(unit__place__in=above, then=0), default=1)
    documents = Document.objects.issued().filter(
        kind__in=kinds_that("carried_out"), unit__function__in=LEADING
    )
    documents = documents.exclude(unit__in=eyes.seen_unit_ids).select_related("unit")
    return documents.order_by(is_above, "-period_from", "-pk")


@takes_form
@officers_only
def start(request):
    again = sent(request)
    initial = _asked_for(request) | (again.typed.dict() if again.waited else {})
    form = StartForm(request.POST or None, officer=request.user, initial=initial)
    attempt = Attempt(request)
    if request.method == "POST" and form.is_valid():
        with attempt:
            return redirect("desk:editor", form.start().pk)
    context = {"nav": "desk", "form": form, "problems": attempt.problems, "sent": again}
    status = REFUSED if request.method == "POST" else 200
    return render(request, "desk/start.html", context, status=status)


def _asked_for(request) -> dict:
    """A link "Lập kế hoạch triển khai" on an upper plan arrives with ?tu=<its id>."""
    upper = request.GET.get("tu", "")
    return {"way": "upper", "upper": upper} if upper.isdecimal() else {}
