"""The admin as this office uses it: who may do what comes from our roles, never from permission rows.

Rooms register their models with admins built on `OfficeAdmin` (documents) or `CatalogueAdmin` (what the
keeper looks after). Whoever comes in at all is an active officer marked "is_staff".
"""

import re
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.templatetags import admin_list
from django.contrib.admin.views.main import ERROR_FLAG
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.db.models import ForeignKey, ManyToManyField
from django.forms import BaseInlineFormSet, ModelForm, Textarea
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin

from childlabour.core.search import matches
from childlabour.core.vietnamese import short_date
from childlabour.units.access import viewer

ORDER_OF_ROOMS = ("plans", "targets", "units")


class BackOffice(admin.AdminSite):
    site_header = "Quản trị kế hoạch phòng, chống lao động trẻ em"
    site_title = "Quản trị"
    index_title = "Trang quản trị"
    enable_nav_sidebar = False  # the breadcrumb suffices, and tables need the width
    final_catch_all_view = False  # an unknown address is the site's own 404 page, for everyone alike
    empty_value_display = "–"

    def login(self, request, extra_context=None):
        """One door for all: who has no key to this room is told so, who is not in is sent to the log-in."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index"))

    def password_change(self, request, extra_context=None):
        return redirect("accounts:password")

    def get_app_list(self, request, app_label=None):
        """Rooms and models in the order of the work, not of the alphabet."""
        rooms = super().get_app_list(request, app_label)
        rooms.sort(key=lambda room: _place(room["app_label"], ORDER_OF_ROOMS))
        registered = {model: place for place, model in enumerate(self._registry)}
        for room in rooms:
            room["models"].sort(key=lambda entry: registered[entry["model"]])
        return rooms


def _place(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)


class OurRights:
    """Rights of a model or an inline, asked of the officer's roles.

    `row` is None for "any at all"; for an inline it is the row that the inline stands in.
    """

    def may_view(self, user, row) -> bool:
        return True

    def may_add(self, user, row) -> bool:
        return self.may_change(user, row)

    def may_change(self, user, row) -> bool:
        return viewer(user).is_keeper

    def may_delete(self, user, row) -> bool:
        return self.may_change(user, row)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return _has_come_in(request) and self.may_view(request.user, obj)

    def has_view_or_change_permission(self, request, obj=None):
        return self.has_view_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self.has_view_permission(request, obj) and self.may_add(request.user, obj)

    def has_change_permission(self, request, obj=None):
        return self.has_view_permission(request, obj) and self.may_change(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_view_permission(request, obj) and self.may_delete(request.user, obj)


def mark_of(value: bool | None) -> str:
    return format_html('<span class="mark">{}</span>', {True: "có", False: "không"}.get(value, "chưa rõ"))


# Django offers no other way to say its yes and no marks in Vietnamese to who cannot see them.
admin_list._boolean_icon = mark_of


def _has_come_in(request) -> bool:
    return request.user.is_active and request.user.is_staff


KEY = re.compile("|[0-9]{1,18}")


class KnownChoice(AutocompleteSelect):
    """An autocomplete that is told its chosen row, so that a page of rows costs no query for each."""

    known: ClassVar[dict[str, str]] = {}

    def optgroups(self, name, value, attr=None):
        value = [
            v for v in value if KEY.fullmatch(str(v))
        ]  # a value that is no key is shown as nothing chosen
        chosen = [v for v in value if v]
        if not all(str(v) in self.known for v in chosen):
            return super().optgroups(name, value, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options = [self.create_option(name, v, self.known[str(v)], {str(v)}, 1) for v in chosen]
        return [(None, [*empty, *options], 0)]


class RowForm(ModelForm):
    """A form that tells its autocompletes what the row already knows (fetched by `select_related`)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownChoice) and self.instance.pk:
                row = getattr(self.instance, name, None)
                widget.known = {str(row.pk): str(row)} if row else {}
        if "order" in self.fields:
            self.fields["order"].required = False
            if self.instance.pk is None:
                self.initial["order"] = None

    def clean_order(self):
        return self.cleaned_data["order"] or 0


class RowsInOrder(BaseInlineFormSet):
    """A new row without a place of its own goes to the end."""

    def save_new(self, form, commit=True):
        if hasattr(form.instance, "order"):
            form.instance.order = form.cleaned_data.get("order") or self._last_place() + 1
            form.cleaned_data["order"] = form.instance.order
        return super().save_new(form, commit)

    def _last_place(self) -> int:
        filled = (form for form in self.forms if hasattr(form, "cleaned_data"))
        return max((form.cleaned_data.get("order") or 0 for form in filled), default=0)


class InOffice(OurRights):
    """What models and inlines share: rights, autocompletes that do not ask twice, rows one may choose."""

    form: Any = RowForm  # over what Django's admins and inlines each type in their own way
    lines: ClassVar[dict[str, int]] = {}  # how many lines high the box of a text is

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", KnownChoice(db_field, self.admin_site, using=kwargs.get("using")))
        choosable = self.choosable(db_field, request)
        if choosable is not None:
            kwargs["queryset"] = choosable
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def choosable(self, db_field, request):
        """The rows that this officer may point at; None for all."""
        rows = db_field.remote_field.model._default_manager
        return rows.visible_to(request.user) if hasattr(rows, "visible_to") else None

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the pencils and eyes beside a choice: each thing is looked after on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), Textarea):
            field.widget.attrs["rows"] = self.lines.get(db_field.name, 3)
        if field is not None and isinstance(db_field, (ForeignKey, ManyToManyField)):
            for offer in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                if hasattr(field.widget, offer):
                    setattr(field.widget, offer, False)
        return field


class OfficeAdmin(InOffice, admin.ModelAdmin):
    list_per_page = 50
    show_full_result_count = False
    search_fields: ClassVar[tuple[str, ...]] = ("search_key",)
    search_help_text = "Gõ có dấu hay không dấu đều được."
    view_on_site = False

    def get_search_results(self, request, queryset, search_term):
        """Every word, without tone marks, in any of the folded columns of `get_search_fields`."""
        fields = self.get_search_fields(request)
        return queryset.filter(matches(search_term, *fields)) if fields else queryset, False

    def changelist_view(self, request, extra_context=None):
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        nowhere = redirect(f"{request.path}?{ERROR_FLAG}=1")
        if "%00" in request.META["QUERY_STRING"]:  # PostgreSQL knows no such character
            return nowhere
        try:
            return super().changelist_view(request, title | (extra_context or {}))
        except (OverflowError, DataError):  # ?unit=99999999999999999999
            return nowhere


class OfficeInline(InOffice, admin.TabularInline):
    extra = 0
    formset = RowsInOrder


class CatalogueAdmin(OfficeAdmin):
    """Everyone reads, the keeper writes."""


class CatalogueInline(OfficeInline):
    """Rows of the catalogue, in the row they belong to."""


class WithHistory(SimpleHistoryAdmin):
    """Who changed what, when; an old state is looked at, never put back by a click."""

    object_history_list_template = "admin/units/history_rows.html"

    def revert_disabled(self, request, obj=None):
        return True


def day(name: str, words: str):
    """A column for `list_display`: a date in figures ("26/5/2023")."""

    @admin.display(description=words, ordering=name, empty_value="–")
    def column(row):
        value = getattr(row, name)
        return short_date(value) if value else None

    return column
