"""What is written once and never changed: what was issued, what happened, how drafts looked."""

from django.contrib import admin

from childlabour.units.backoffice import day
from plans.models import Event, Issue, PlanVersion

from .links import link_to
from .rights import OfPlanAdmin


class RecordAdmin(OfPlanAdmin):
    search_fields = ("plan__search_key",)

    def may_change(self, user, row):
        return False

    @admin.display(description="văn bản", ordering="plan")
    def of_plan(self, record):
        return link_to(record.plan, str(record.plan))


@admin.register(Issue)
class IssueAdmin(RecordAdmin):
    list_display = ("__str__", "of_plan", day("issued_on", "ngày"), "issued_by_name", "issued_at")
    fields = ("of_plan", "number", "symbol", "issued_on", "issued_by_name", "issued_at", "sha256")
    readonly_fields = ("of_plan",)
    date_hierarchy = "issued_on"

    def get_queryset(self, request):
        """Without the stored paper itself, which no page of the admin shows."""
        return super().get_queryset(request).defer("pdf", "snapshot")


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ("at", "of_plan", "what", "officer_name", "status_after", "reason")
    list_filter = ("status_after",)
    fields = ("of_plan", "at", "what", "officer_name", ("status_before", "status_after"), "reason")
    readonly_fields = ("of_plan", "what")
    date_hierarchy = "at"

    @admin.display(description="việc", ordering="action")
    def what(self, event):
        return event.action_name


@admin.register(PlanVersion)
class PlanVersionAdmin(RecordAdmin):
    list_display = ("of_plan", "number", "officer_name", "started_at", "saved_at")
    fields = ("of_plan", "number", "officer_name", "started_at", "saved_at")
    readonly_fields = ("of_plan",)

    def get_queryset(self, request):
        return super().get_queryset(request).defer("paper")
