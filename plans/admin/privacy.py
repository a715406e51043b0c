"""What concerns personal data: read by keepers, written by the steps and pages that are made for it."""

from django.contrib import admin
from django.db.models import Model

from childlabour.units.access import Someone, viewer
from childlabour.units.backoffice import OfficeAdmin
from plans.models import Assurance, Breach, TakeDown

from .records import RecordAdmin


class LogAdmin(OfficeAdmin):
    search_fields = ()  # nothing is searched

    def may_view(self, user: Someone, row: Model | None) -> bool:
        return viewer(user).is_keeper

    def may_change(self, user: Someone, row: Model | None) -> bool:
        return False


@admin.register(Assurance)
class AssuranceAdmin(LogAdmin):
    list_display = ("at", "officer_name", "where")
    fields = ("at", "officer_name", "where")
    date_hierarchy = "at"


@admin.register(Breach)
class BreachAdmin(LogAdmin):
    list_display = ("found_at", "told_at", "what", "written_by_name", "written_at")
    fields = ("found_at", "told_at", "what", "whom", "measures", "corrects", "written_by_name", "written_at")
    date_hierarchy = "found_at"


@admin.register(TakeDown)
class TakeDownAdmin(RecordAdmin):
    """Without the words: they are shown to the two people of it, on its own page, as long as it waits."""

    list_display = ("asked_at", "of_document", "state", "asked_by_name", "settled_by_name", "places")
    list_filter = ("state",)
    fields = (
        "of_document",
        "state",
        "reason",
        ("asked_by_name", "asked_at"),
        ("settled_by_name", "settled_at"),
        "answer",
        "places",
        "sha256_before",
        "scan_sha256_before",
        "sha256_after",
    )
    unread = ("words",)  # type: ignore[assignment]
