"""A target: its sentence, and the parts of it that are measured."""

from django.contrib import admin, messages

from childlabour.units.backoffice import RowForm
from plans.law.belonging import document_of, to_document
from targets.filling import PARTS, drift_of, nothing_typed, parts_of, problems_in
from targets.models import Indicator, ObjectiveGroup, Target

from .links import link_to
from .rights import OfPlanAdmin


class TargetForm(RowForm):
    """Parts left blank are read from the sentence; what was typed is kept."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("sentence") and not self.errors:
            read_what_is_blank(self)
        return self.cleaned_data


class TargetPageForm(TargetForm):
    """On its own page: it chooses among the groups and indicators of its plan's programme."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        programme = document_of(self.instance).programme_id
        if "group" in self.fields:
            self.fields["group"].queryset = ObjectiveGroup.objects.filter(programme=programme)
        if "indicator" in self.fields:
            self.fields["indicator"].queryset = Indicator.objects.filter(group__programme=programme)


def read_what_is_blank(form) -> None:
    """Fill the parts of `form` (those it shows, and those of its row that it does not) from the sentence."""
    as_it_stands = {name: form.cleaned_data.get(name, getattr(form.instance, name)) for name in PARTS}
    if not nothing_typed(as_it_stands):
        return
    read = parts_of(form.cleaned_data["sentence"])
    read["horizon"] = as_it_stands["horizon"] or read["horizon"]
    for problem in problems_in(read):
        form.add_error("sentence", problem.message)
        return
    for name, value in read.items():
        if name in form.fields:
            form.cleaned_data[name] = value
        else:
            setattr(form.instance, name, value)


@admin.register(Target)
class TargetAdmin(OfPlanAdmin):
    form = TargetPageForm
    list_display = ("sentence", "measure", "horizon", "group_code", "responsible", "of_plan")
    list_filter = (
        "comparator",
        (to_document(Target, "programme"), admin.RelatedOnlyFieldListFilter),
        "horizon",
    )
    search_fields = ("search_key", "responsible__search_key")
    autocomplete_fields = ("responsible", "upper")
    readonly_fields = ("of_plan",)
    fieldsets = (
        (None, {"fields": ("of_plan", "order", "sentence")}),
        (
            "Phần đo được",
            {
                "description": "Để trống cả nhóm này thì hệ thống đọc từ câu chỉ tiêu.",
                "fields": (
                    ("comparator", "value", "unit", "wording"),
                    "population",
                    ("age_from", "age_to"),
                    "condition",
                    "outcome",
                    ("direction", "horizon"),
                ),
            },
        ),
        ("Ai chịu trách nhiệm, đo bằng gì", {"fields": ("responsible", "group", "indicator")}),
        ("So với cấp trên", {"fields": ("upper", "weaker_reason")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("group", "responsible", "upper", "indicator")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if warning := drift_of(form.instance):
            self.message_user(request, warning, messages.WARNING)

    @admin.display(description="nhóm", ordering="group__order")
    def group_code(self, target):
        return target.group.code if target.group else "–"

    @admin.display(description="mức")
    def measure(self, target):
        return target.measure or "định tính"

    @admin.display(description="trong văn bản", ordering=to_document(Target))
    def of_plan(self, target):
        return link_to(target.section, f"{target.section} – {document_of(target)}")
