"""Rows of a document on pages of their own: for finding one among all documents.

What stands on the paper, or hangs on it, is written by one writer alone: read here, changed on the page of its
document or at the desk, where the page leads. How long one unit has is no word of the paper, and is set here.
"""

from typing import ClassVar

from django.contrib import admin

from childlabour.units.backoffice import day
from plans.law.belonging import document_of
from plans.models import Assignment, Citation, Recipient, WorkItem

from .links import link_to
from .rights import OfDocumentAdmin, OfDocumentInline


class RowAdmin(OfDocumentAdmin):
    readonly_fields: ClassVar[tuple[str, ...]] = ("of_document",)
    search_fields: ClassVar[tuple[str, ...]] = ()

    def may_change(self, user, row):
        """None of them; of one that is out of sight it is said that it is not there."""
        return row is None and super().may_change(user, row)

    @admin.display(description="trong văn bản")
    def of_document(self, row):
        return link_to(document_of(row), str(document_of(row)))


class WorkItemInline(OfDocumentInline):
    model = WorkItem
    fields = ("words", "due_on", "post", "done_on")

    def may_change(self, user, row):
        return False


@admin.register(Assignment)
class AssignmentAdmin(RowAdmin):
    list_display = ("task", "unit", "role", day("deadline", "thời hạn"), "state", "of_document")
    list_filter = ("role", "state")
    search_fields = ("task__search_key", "unit__search_key")
    readonly_fields = (
        *("of_document", "task", "unit", "role", "is_inherited", "state", "given_at", "made_from", "turn"),
        *("extended_to", "asked_until", "received_on", "reported_on", "said_done_on", "accepted_on"),
        *("post", "person", "leader", "product", "responsibility", "authority", "priority", "recurs"),
    )
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "of_document",
                    "task",
                    ("unit", "role", "is_inherited"),
                    ("given_at", "made_from", "turn"),
                )
            },
        ),
        (
            "Các ngày",
            {
                "fields": (
                    ("due_on", "extended_to", "asked_until"),
                    ("received_on", "reported_on", "said_done_on", "accepted_on"),
                    "state",
                )
            },
        ),
        (
            "Giao rõ việc",
            {
                "fields": (
                    ("post", "person", "leader"),
                    ("priority", "recurs"),
                    "product",
                    "responsibility",
                    "authority",
                )
            },
        ),
    )

    inlines = (WorkItemInline,)

    def may_change(self, user, row):
        return OfDocumentAdmin.may_change(self, user, row)

    def may_delete(self, user, row):
        return super().may_change(user, row)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit", "made_from__unit", "made_from__task")


@admin.register(Citation)
class CitationAdmin(RowAdmin):
    list_display = ("text", "act_number", day("act_date", "ngày"), "of_document")
    fields = (
        "of_document",
        "text",
        ("act_type", "act_number", "act_date"),
        "act_issuer",
        "cited_document",
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("cited_document__unit")


@admin.register(Recipient)
class RecipientAdmin(RowAdmin):
    list_display = ("text", "purpose", "unit", "of_document")
    list_filter = ("purpose",)
    fields = ("of_document", "text", "purpose", "unit")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")
