"""Rows of a plan on pages of their own: for finding one among all plans, and for what an inline leaves out."""

from django.contrib import admin

from childlabour.units.backoffice import day
from plans.law.belonging import document_of
from plans.models import Assignment, Citation, Recipient

from .links import link_to
from .rights import OfPlanAdmin


class RowAdmin(OfPlanAdmin):
    readonly_fields = ("of_plan",)
    search_fields = ()

    @admin.display(description="trong văn bản")
    def of_plan(self, row):
        return link_to(document_of(row), str(document_of(row)))


@admin.register(Assignment)
class AssignmentAdmin(RowAdmin):
    list_display = ("task", "unit", "role", day("deadline", "thời hạn"), "state", "of_plan")
    list_filter = ("role", "state")
    search_fields = ("task__search_key", "unit__search_key")
    autocomplete_fields = ("unit",)
    readonly_fields = ("of_plan", "task", "state")
    fields = ("of_plan", "task", "unit", "role", "due_on", "state")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")


@admin.register(Citation)
class CitationAdmin(RowAdmin):
    list_display = ("text", "act_number", day("act_date", "ngày"), "of_plan")
    autocomplete_fields = ("cited_plan",)
    fields = ("of_plan", "order", "text", ("act_type", "act_number", "act_date"), "act_issuer", "cited_plan")


@admin.register(Recipient)
class RecipientAdmin(RowAdmin):
    list_display = ("text", "purpose", "unit", "of_plan")
    list_filter = ("purpose",)
    autocomplete_fields = ("unit",)
    fields = ("of_plan", "order", "text", "purpose", "unit")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")
