"""How an agency splits its numbers, where its books begin, and what was entered in them."""

from django.contrib import admin
from django.core.exceptions import ValidationError

from childlabour.core.clock import now
from childlabour.units.backoffice import CatalogueAdmin, RowForm, day
from plans.models import Kind, NumberSeries, RegisterBook, RegisterEntry


class OfBooks:
    """A unit's books are its dealings."""

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)


class SeriesForm(RowForm):
    def clean_kinds(self):
        codes = [code.strip() for code in self.cleaned_data["kinds"].split(",") if code.strip()]
        unknown = [code for code in codes if code not in Kind]
        if unknown:
            known = ", ".join(f"{kind.value} ({kind.label})" for kind in Kind)
            raise ValidationError(f"Không có loại “{', '.join(unknown)}”. Dùng: {known}.")
        return ", ".join(codes)


@admin.register(NumberSeries)
class NumberSeriesAdmin(OfBooks, CatalogueAdmin):
    form = SeriesForm
    list_display = ("unit", "name", "kinds")
    list_display_links = ("unit", "name")
    list_select_related = ("unit",)
    search_fields = ("unit__search_key",)
    autocomplete_fields = ("unit",)

    def may_change(self, user, row):
        """A series that has books keeps its name and its kinds: the numbers given stand on them."""
        return super().may_change(user, row) and (row is None or not row.books.exists())


@admin.register(RegisterBook)
class RegisterBookAdmin(OfBooks, CatalogueAdmin):
    list_display = ("series", "year", "opened_after", "declared_by_name")
    list_select_related = ("series__unit",)
    list_filter = ("year",)
    search_fields = ("series__unit__search_key",)
    autocomplete_fields = ("series",)
    fields = ("series", "year", "opened_after", "declared_by_name", "declared_at")
    readonly_fields = ("declared_by_name", "declared_at")

    def may_change(self, user, row):
        """Where a book begins is settled before its first number."""
        return super().may_change(user, row) and (row is None or not row.entries.exists())

    def save_model(self, request, obj, form, change):
        """Whoever says where a book begins declares it."""
        if "opened_after" in form.changed_data:
            obj.declared_by_name, obj.declared_at = str(request.user), now()
        super().save_model(request, obj, form, change)


@admin.register(RegisterEntry)
class RegisterEntryAdmin(OfBooks, CatalogueAdmin):
    list_display = ("number", "symbol", day("dated", "ngày văn bản"), "title", "state", "book")
    list_select_related = ("book__series__unit",)
    list_filter = ("state", "book__year")
    search_fields = ("document__search_key", "book__series__unit__search_key")

    def may_change(self, user, row):
        return False
