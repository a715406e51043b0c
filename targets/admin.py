"""The catalogue of programmes (the keeper's), and what each room above needs to show targets."""

from django.contrib import admin

from childlabour.units.backoffice import CatalogueAdmin, CatalogueInline

from .models import Indicator, ObjectiveGroup, Programme


class GroupInline(CatalogueInline):
    model = ObjectiveGroup
    fields = ("order", "code", "name")
    show_change_link = True


@admin.register(Programme)
class ProgrammeAdmin(CatalogueAdmin):
    list_display = ("name", "period", "decision", "orientation_year")
    autocomplete_fields = ("replaces",)
    fields = (
        "name",
        "code",
        "decision",
        ("period_from", "period_to", "orientation_year"),
        "replaces",
    )
    inlines = (GroupInline,)

    @admin.display(description="giai đoạn", ordering="period_from")
    def period(self, programme):
        return programme.period


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
    list_display = ("name", "code", "unit", "direction", "group")
    list_select_related = ("group",)
    list_filter = ("group__programme", "direction")
    search_fields = ("search_key", "group__search_key")
    autocomplete_fields = ("group",)
    fields = ("group", "code", "name", "unit", "numerator", "denominator", "direction")
