"""Rows of a plan on pages of their own: for finding one among all plans, and for what an inline leaves out."""

from django.contrib import admin

from childlabour.units.backoffice import day
from plans.law.belonging import document_of
from plans.models import Assignment, Citation, Recipient

from .links import link_to
from .rights import OfDocumentAdmin


class RowAdmin(OfDocumentAdmin):
    readonly_fields = ("of_document",)
    search_fields = ()

    @admin.display(description="trong văn bản")
    def of_document(self, row):
        return link_to(document_of(row), str(document_of(row)))


@admin.register(Assignment)
class AssignmentAdmin(RowAdmin):
    list_display = ("task", "unit", "role", day("deadline", "thời hạn"), "state", "of_document")
    list_filter = ("role", "state")
    search_fields = ("task__search_key", "unit__search_key")
    autocomplete_fields = ("unit",)
    readonly_fields = ("of_document", "task", "state")
    fields = ("of_document", "task", "unit", "role", "due_on", "state")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")


@admin.register(Citation)
class CitationAdmin(RowAdmin):
    list_display = ("text", "act_number", day("act_date", "ngày"), "of_document")
    autocomplete_fields = ("cited_document",)
    fields = (
        "of_document",
        "order",
        "text",
        ("act_type", "act_number", "act_date"),
        "act_issuer",
        "cited_document",
    )


@admin.register(Recipient)
class RecipientAdmin(RowAdmin):
    list_display = ("text", "purpose", "unit", "of_document")
    list_filter = ("purpose",)
    autocomplete_fields = ("unit",)
    fields = ("of_document", "order", "text", "purpose", "unit")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")
