"""A new draft, four ways."""

from django import forms
from django.shortcuts import redirect, render

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.units.access import viewer
from childlabour.units.models import Unit, UnitFunction
from plans.drafting.starting import (
    Start,
    start_blank,
    start_from_last_year,
    start_from_programme,
    start_from_upper,
)
from plans.models import Plan
from targets.models import Programme

from .gate import officers_only

WAYS = (
    ("upper", "Từ kế hoạch cấp trên"),
    ("last_year", "Từ kế hoạch năm trước của đơn vị"),
    ("programme", "Từ chỉ tiêu chuẩn của chương trình"),
    ("blank", "Văn bản trống"),
)


class PlanChoice(forms.ModelChoiceField):
    def label_from_instance(self, plan):
        return f"{plan.code or plan.kind_name} – {plan.unit}, {plan.period}"


class StartForm(forms.Form):
    way = forms.ChoiceField(label="Bắt đầu từ", choices=WAYS, widget=forms.RadioSelect, initial="upper")
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan ban hành", empty_label=None)
    year = forms.IntegerField(label="Năm", min_value=1990, max_value=2100)
    upper = PlanChoice(Plan.objects.none(), label="Kế hoạch cấp trên", required=False)
    last_year = PlanChoice(Plan.objects.none(), label="Kế hoạch năm trước", required=False)
    programme = forms.ModelChoiceField(Programme.objects.all(), label="Chương trình", required=False)

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        self.officer = officer
        eyes = viewer(officer)
        units = Unit.objects.all() if eyes.is_keeper else Unit.objects.filter(pk__in=eyes.unit_ids)
        self.fields["unit"].queryset = units.exclude(symbol="")
        own = Plan.objects.visible_to(officer).select_related("unit")
        if not eyes.is_keeper:
            own = own.of_units(eyes.unit_ids)
        self.fields["last_year"].queryset = own
        above = Plan.objects.issued().select_related("unit").exclude(unit__in=eyes.unit_ids)
        self.fields["upper"].queryset = above.filter(
            unit__function__in=[UnitFunction.COMMITTEE, UnitFunction.GOVERNMENT]
        )
        self.fields["year"].initial = today().year

    def clean(self):
        way = self.cleaned_data.get("way")
        if way in ("upper", "last_year", "programme") and not self.cleaned_data.get(way):
            self.add_error(way, f"Chọn {self.fields[way].label.lower()} để bắt đầu.")
        return self.cleaned_data

    def start(self) -> Plan:
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
                return start_blank(start)


@officers_only
def start(request):
    form = StartForm(request.POST or None, officer=request.user, initial=_asked_for(request))
    problems = ()
    if request.method == "POST" and form.is_valid():
        try:
            plan = form.start()
        except Refusal as refusal:
            problems = refusal.problems
        else:
            return redirect("desk:editor", plan.pk)
    return render(request, "desk/start.html", {"nav": "desk", "form": form, "problems": problems})


def _asked_for(request) -> dict:
    """A link "Lập kế hoạch triển khai" on an upper plan arrives with ?tu=<its id>."""
    upper = request.GET.get("tu", "")
    return {"way": "upper", "upper": upper} if upper.isdecimal() else {}
