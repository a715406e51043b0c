"""Figures in the admin: read by the keeper alone, changed by nobody here. What units answer goes its own way."""

from django.contrib import admin

from childlabour.units.access import viewer
from childlabour.units.backoffice import OfficeAdmin, OfficeInline, day

from .models import Figure, FigurePart, Filing, FilingEvent, ReportPeriod


class OnlyRead:
    def may_view(self, user, row):
        return viewer(user).is_keeper

    def may_change(self, user, row):
        return False


@admin.register(ReportPeriod)
class ReportPeriodAdmin(OnlyRead, OfficeAdmin):
    list_display = (
        "words",
        "code",
        "regime",
        day("first_day", "từ ngày"),
        day("last_day", "chốt"),
        "closed_at",
    )
    list_select_related = ("regime",)
    list_filter = ("regime",)
    search_fields = ()

    @admin.display(description="kỳ", ordering="code")
    def words(self, period):
        return period.words


class FilingEventInline(OnlyRead, OfficeInline):
    model = FilingEvent
    fields = ("at", "what", "officer_name", "reason")


@admin.register(Filing)
class FilingAdmin(OnlyRead, OfficeAdmin):
    list_display = (
        "unit",
        "period",
        "state",
        "first_sent_at",
        "sent_at",
        day("late_until", "được gửi muộn đến"),
    )
    list_select_related = ("unit", "period__regime")
    list_filter = ("period", "state")
    search_fields = ("unit__search_key",)
    inlines = (FilingEventInline,)


class FigurePartInline(OnlyRead, OfficeInline):
    model = FigurePart
    fields = ("part", "numerator")


@admin.register(Figure)
class FigureAdmin(OnlyRead, OfficeAdmin):
    list_display = (
        "filing",
        "indicator",
        "target",
        "version",
        "standing",
        "state",
        "numerator",
        "denominator",
    )
    list_select_related = ("filing__unit", "filing__period__regime", "indicator", "target")
    list_filter = ("standing", "state", "filing__period")
    search_fields = ("filing__unit__search_key",)
    inlines = (FigurePartInline,)


@admin.register(FilingEvent)
class FilingEventAdmin(OnlyRead, OfficeAdmin):
    list_display = ("at", "what", "filing", "period", "officer_name", "reason")
    list_select_related = ("filing__unit", "filing__period__regime", "period__regime")
    list_filter = ("what",)
    search_fields = ()
