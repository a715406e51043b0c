"""A part of a plan: its text, its targets or its tasks."""

from django.contrib import admin, messages

from plans.law.belonging import document_of, to_document
from plans.models import AssignmentRole, Section, SectionKind, Task
from targets.filling import drift_of
from targets.models import ObjectiveGroup, Target

from .links import link_to
from .rights import OfPlanAdmin, OfPlanInline
from .target import TargetForm


class TargetInline(OfPlanInline):
    model = Target
    form = TargetForm
    fields = ("order", "sentence", "group", "responsible", "measure", "open_row")
    readonly_fields = ("measure", "open_row")
    autocomplete_fields = ("responsible",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("responsible", "group")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "group":
            field.choices = list(field.choices)  # read once for all rows
        return field

    def get_formset(self, request, obj=None, **kwargs):
        self.programme_id = document_of(obj).programme_id if obj else None
        return super().get_formset(request, obj, **kwargs)

    def choosable(self, db_field, request):
        if db_field.name == "group":
            return ObjectiveGroup.objects.filter(programme=self.programme_id)
        return super().choosable(db_field, request)

    @admin.display(description="mức")
    def measure(self, target):
        return target.measure or "–"

    @admin.display(description="chi tiết")
    def open_row(self, target):
        return link_to(target, "Mở chỉ tiêu này")


class TaskInline(OfPlanInline):
    model = Task
    fields = ("order", "heading", "details", "leads", "due_on", "open_row")
    lines = {"heading": 2, "details": 3}
    readonly_fields = ("leads", "open_row")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("assignments__unit")

    @admin.display(description="chủ trì")
    def leads(self, task):
        units = [a.unit for a in task.assignments.all() if a.role == AssignmentRole.LEAD] if task.pk else []
        return ", ".join(map(str, units)) or "–"

    @admin.display(description="chi tiết")
    def open_row(self, task):
        return link_to(task, "Mở nhiệm vụ này")


HOLDS = {
    SectionKind.PROSE: (),
    SectionKind.OBJECTIVES: (TargetInline,),
    SectionKind.TASKS: (TaskInline,),
    SectionKind.ORGANISATION: (TaskInline,),
}


@admin.register(Section)
class SectionAdmin(OfPlanAdmin):
    list_display = ("heading_or_kind", "kind", "plan")
    list_filter = ("kind", to_document(Section, "status"))
    readonly_fields = ("of_plan",)
    lines = {"body": 14}
    fieldsets = (
        (None, {"fields": ("of_plan", ("order", "kind"), "heading", "body")}),
        ("Khi in", {"fields": (("prints_groups", "prints_assignments"),)}),
    )

    def get_inlines(self, request, section):
        return HOLDS[SectionKind(section.kind)] if section else ()

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        saved = [*formset.new_objects, *(row for row, _ in formset.changed_objects)]
        for warning in filter(None, (drift_of(row) for row in saved if isinstance(row, Target))):
            self.message_user(request, warning, messages.WARNING)

    @admin.display(description="phần", ordering="heading")
    def heading_or_kind(self, section):
        return str(section)

    @admin.display(description="của văn bản")
    def of_plan(self, section):
        return link_to(document_of(section), str(document_of(section)))
