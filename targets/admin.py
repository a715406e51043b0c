"""The catalogue in the admin: every officer reads it, the keeper looks after it."""

from django.contrib import admin

from childlabour.core.clock import today
from childlabour.units.access import viewer
from childlabour.units.backoffice import CatalogueAdmin, CatalogueInline, OfficeAdmin, OfficeInline, day
from targets.catalogue.states import SOON, ActState
from targets.measuring.models import Figure, FigurePart, Filing, FilingEvent, ReportPeriod

from .models import (
    ActRelation,
    CalendarDay,
    Indicator,
    LegalAct,
    ObjectiveGroup,
    Parameter,
    Programme,
    Regime,
)


class GroupInline(CatalogueInline):
    model = ObjectiveGroup
    fields = ("order", "code", "name")
    show_change_link = True


@admin.register(Programme)
class ProgrammeAdmin(CatalogueAdmin):
    list_display = ("name", "period", "decision", "orientation_year", "state")
    list_select_related = ("act",)
    autocomplete_fields = ("act", "replaces")
    fields = (
        "name",
        "code",
        ("decision", "act"),
        ("period_from", "period_to", "orientation_year"),
        "replaces",
    )
    inlines = (GroupInline,)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("replaced_by")

    @admin.display(description="giai đoạn", ordering="period_from")
    def period(self, programme):
        return programme.period

    @admin.display(description="hôm nay")
    def state(self, programme):
        return programme.state_on(today())


class IndicatorInline(CatalogueInline):
    model = Indicator
    fields = ("code", "name", "unit", "direction")
    show_change_link = True


@admin.register(ObjectiveGroup)
class ObjectiveGroupAdmin(CatalogueAdmin):
    list_display = ("name", "code", "programme")
    list_select_related = ("programme",)
    list_filter = ("programme",)
    search_fields = ("search_key", "programme__search_key")
    autocomplete_fields = ("programme",)
    fields = ("programme", "order", "code", "name")
    inlines = (IndicatorInline,)


@admin.register(Indicator)
class IndicatorAdmin(CatalogueAdmin):
    list_display = ("name", "code", "unit", "direction", "held_by", "frequency", "group")
    list_select_related = ("group",)
    list_filter = ("group__programme", "direction", "held_by", "lowest_level")
    search_fields = ("search_key", "group__search_key")
    autocomplete_fields = ("group", "part_of", "basis")
    lines = {"definition": 2, "numerator": 2, "denominator": 2, "data_source": 2, "note": 2}
    fieldsets = (
        (None, {"fields": ("group", "code", "name", "part_of", "definition", "basis")}),
        (
            "Đo cái gì",
            {"fields": (("unit", "direction"), "numerator", "denominator", ("age_from", "age_to"))},
        ),
        ("Đọc và gộp số liệu", {"fields": (("zero_means", "empty_total_means"), "roll_up", "note")}),
        (
            "Ai có số liệu, báo cáo thế nào",
            {
                "fields": (
                    ("held_by", "lowest_level", "frequency"),
                    "data_source",
                    ("by_sex", "by_age_band", "by_ethnicity", "by_branch"),
                    "is_public",
                )
            },
        ),
    )


class InForce(admin.SimpleListFilter):
    title = "hiệu lực hôm nay"
    parameter_name = "hieu-luc"

    def lookups(self, request, model_admin):
        return [
            ("con", ActState.IN_FORCE.value),
            ("sap", ActState.ENDS_SOON.value),
            ("khong", "không có hiệu lực"),
        ]

    def queryset(self, request, queryset):
        in_force = LegalAct.objects.in_force_on(today()).values("pk")
        return {
            "con": queryset.filter(pk__in=in_force),
            "sap": queryset.filter(pk__in=in_force, valid_to__lte=today() + SOON),
            "khong": queryset.exclude(pk__in=in_force),
        }.get(self.value(), queryset)


class RelationInline(CatalogueInline):
    model = ActRelation

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("later", "earlier")


class IsDoneToIt(RelationInline):
    fk_name = "earlier"
    verbose_name_plural = "văn bản sau làm gì với văn bản này"
    fields = ("later", "kind", "since", "certainty", "source")
    autocomplete_fields = ("later",)


class DoesToOthers(RelationInline):
    fk_name = "later"
    verbose_name_plural = "văn bản này làm gì với văn bản trước"
    fields = ("kind", "earlier", "since", "certainty", "source")
    autocomplete_fields = ("earlier",)


@admin.register(LegalAct)
class LegalActAdmin(CatalogueAdmin):
    list_display = (
        "number",
        "type",
        day("issued_on", "ngày ban hành"),
        "issuer",
        "title",
        "state",
        "certainty",
    )
    list_filter = (InForce, "type", "certainty")
    search_fields = ("search_key", "number_key")
    lines = {"note": 3}
    fieldsets = (
        (None, {"fields": (("type", "number", "issued_on"), "issuer", "title")}),
        ("Hiệu lực", {"fields": (("valid_from", "valid_to", "end_reason"), "note")}),
        ("Nguồn", {"fields": ("certainty", "source")}),
    )
    inlines = (IsDoneToIt, DoesToOthers)

    @admin.display(description="hôm nay", ordering="valid_to")
    def state(self, act):
        return act.state_in_words(today())


@admin.register(Parameter)
class ParameterAdmin(CatalogueAdmin):
    list_display = (
        "name",
        "value",
        "unit",
        day("valid_from", "từ ngày"),
        day("valid_to", "đến hết ngày"),
        "act",
        "certainty",
    )
    list_select_related = ("act",)
    list_filter = ("certainty",)
    autocomplete_fields = ("act",)
    lines = {"note": 2}
    fields = (
        ("code", "name"),
        ("value", "unit"),
        ("valid_from", "valid_to"),
        "act",
        ("certainty", "source"),
        "note",
    )


@admin.register(CalendarDay)
class CalendarDayAdmin(CatalogueAdmin):
    list_display = (day("day", "ngày"), "kind", "name", "source", "certainty")
    list_filter = ("kind", "certainty")
    fields = (("day", "kind"), "name", ("certainty", "source"))


@admin.register(Regime)
class RegimeAdmin(CatalogueAdmin):
    list_display = ("name", "code", "frequency", "commune_days", "district_days", "province_days", "basis")
    list_select_related = ("basis",)
    list_filter = ("frequency", "certainty")
    autocomplete_fields = ("basis",)
    lines = dict.fromkeys(("contents", "subjects", "receivers", "way", "guidance"), 2)
    fieldsets = (
        (None, {"fields": (("code", "frequency"), "name", "basis", ("valid_from", "valid_to"))}),
        ("Báo cáo gì, ai gửi ai", {"fields": ("contents", "subjects", "receivers", "way")}),
        ("Chốt và gửi", {"fields": ("cut_off", ("commune_days", "district_days", "province_days"))}),
        ("Đề cương, biểu mẫu, hướng dẫn", {"fields": ("outline", "tables", "guidance")}),
        ("Nguồn", {"fields": (("certainty", "source"),)}),
    )


# ── Figures: read by the keeper alone, changed by nobody here; what units answer goes its own way


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
