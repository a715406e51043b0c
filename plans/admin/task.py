"""A task, and to whom it is given."""

from django.contrib import admin

from childlabour.units.backoffice import day
from plans.law.belonging import document_of, to_document
from plans.law.rules import warnings_of
from plans.models import Assignment, Task

from .links import link_to
from .rights import OfDocumentAdmin, OfDocumentInline


class AssignmentInline(OfDocumentInline):
    model = Assignment
    fields = ("unit", "role", "due_on", "state")
    readonly_fields = ("state",)
    autocomplete_fields = ("unit",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit", "task")


@admin.register(Task)
class TaskAdmin(OfDocumentAdmin):
    list_display = ("short_name", day("due_on", "thời hạn"), "responsible", "of_document")
    list_filter = (
        "section__kind",
        to_document(Task, "status"),
        (to_document(Task, "programme"), admin.RelatedOnlyFieldListFilter),
    )
    date_hierarchy = "due_on"
    readonly_fields = ("of_document", "responsible")
    fields = (
        "of_document",
        "order",
        "heading",
        "details",
        ("units_as_printed", "responsible"),
        ("due_on", "product"),
    )
    lines = {"heading": 2, "details": 8}
    inlines = (AssignmentInline,)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("assignments__unit")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        task = Task.objects.prefetch_related("assignments__unit").get(pk=form.instance.pk)
        for problem in warnings_of(document_of(form.instance), [task]):
            self.message_user(request, problem.message, "warning")

    @admin.display(description="nhiệm vụ", ordering="heading")
    def short_name(self, task):
        return str(task)[:110] or "–"

    @admin.display(description="chủ trì")
    def responsible(self, task):
        return task.responsible_label or "–"

    @admin.display(description="trong văn bản", ordering=to_document(Task))
    def of_document(self, task):
        return link_to(task.section, f"{task.section} – {document_of(task)}")
