"""How an agency splits its numbers. Numbers themselves are given, kept and voided in the register, not here."""

from django.contrib import admin

from childlabour.units.backoffice import CatalogueAdmin
from plans.models import NumberSeries


@admin.register(NumberSeries)
class NumberSeriesAdmin(CatalogueAdmin):
    list_display = ("unit", "name", "kinds")
    list_select_related = ("unit",)
    autocomplete_fields = ("unit",)
    search_fields = ("unit__search_key", "name")

    def get_readonly_fields(self, request, obj=None):
        """A series that has a book keeps its agency and its name: they stand on numbered papers."""
        has_books = obj is not None and obj.books.exists()
        return ("unit", "name") if has_books else ()
