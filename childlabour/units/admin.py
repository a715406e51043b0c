"""Places, units, signers and people: everyone in the office reads them, the keeper looks after them."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group

from .access import viewer
from .backoffice import CatalogueAdmin, CatalogueInline, WithHistory, day
from .models import (
    Officer,
    Place,
    PlaceSuccession,
    SigningCapacity,
    Unit,
    UnitSuccession,
)

VALIDITY = (day("valid_from", "từ ngày"), day("valid_to", "đến hết ngày"))

admin.site.unregister(Group)  # rights come from roles (plans.law.rights), never from permission rows


class ValidOn(admin.SimpleListFilter):
    title = "hiệu lực"
    parameter_name = "hieu-luc"

    def lookups(self, request, model_admin):
        return [("con", "không ghi ngày hết"), ("het", "có ngày hết hiệu lực")]

    def queryset(self, request, queryset):
        if self.value() in ("con", "het"):
            return queryset.filter(valid_to__isnull=self.value() == "con")
        return queryset


class SuccessionInline(CatalogueInline):
    fk_name = "old"
    fields = ("kind", "new", "share", "legal_basis")
    autocomplete_fields = ("new",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("new")


class UnitSuccessionInline(SuccessionInline):
    model = UnitSuccession


class SigningCapacityInline(CatalogueInline):
    model = SigningCapacity
    fields = ("order", "lines", "signer", "valid_from", "valid_to")


@admin.register(Unit)
class UnitAdmin(WithHistory, CatalogueAdmin):
    list_display = ("name", "short_name", "place", "function", "symbol", *VALIDITY)
    list_select_related = ("place",)
    list_filter = ("function", "place__level", ValidOn)
    search_fields = ("search_key", "place__search_key")
    autocomplete_fields = ("place", "superior", "drafts_for")
    fieldsets = (
        (None, {"fields": ("name", "short_name", "place", "function", "superior", "drafts_for")}),
        ("Trên văn bản", {"fields": ("letterhead", "superior_letterhead", "symbol", "seat")}),
        ("Hiệu lực", {"fields": (("valid_from", "valid_to"),)}),
    )
    inlines = (SigningCapacityInline, UnitSuccessionInline)


@admin.register(SigningCapacity)
class SigningCapacityAdmin(WithHistory, CatalogueAdmin):
    list_display = ("signer", "in_one_line", "unit", *VALIDITY)
    list_select_related = ("unit",)
    list_filter = (ValidOn,)
    search_fields = ("search_key", "unit__search_key")
    autocomplete_fields = ("unit",)

    @admin.display(description="quyền hạn, chức vụ")
    def in_one_line(self, capacity):
        return " / ".join(capacity.lines.splitlines())


class PlaceSuccessionInline(SuccessionInline):
    model = PlaceSuccession


@admin.register(Place)
class PlaceAdmin(CatalogueAdmin):
    list_display = ("name", "level", "parent", "code", *VALIDITY)
    list_select_related = ("parent",)
    list_filter = ("level", ValidOn)
    search_fields = ("search_key", "parent__search_key")
    autocomplete_fields = ("parent",)
    fields = ("name", "level", "parent", "code", ("valid_from", "valid_to"))
    inlines = (PlaceSuccessionInline,)


ROLES = ("is_drafter", "is_leader", "is_clerk", "is_responder", "is_keeper")


class WithRole(admin.SimpleListFilter):
    title = "vai trò"
    parameter_name = "vai-tro"

    def lookups(self, request, model_admin):
        return [(role, Officer._meta.get_field(role).verbose_name) for role in ROLES]

    def queryset(self, request, queryset):
        return queryset.filter(**{self.value(): True}) if self.value() in ROLES else queryset


class NewOfficer(AdminUserCreationForm):
    class Meta:
        model = Officer
        fields = ("username", "full_name")


class ChangedOfficer(UserChangeForm):
    class Meta:
        model = Officer
        fields = "__all__"


@admin.register(Officer)
class OfficerAdmin(CatalogueAdmin, UserAdmin):
    form = ChangedOfficer
    add_form = NewOfficer
    list_display = ("full_name", "username", "post", "unit", "hats", "is_staff", "is_active")
    list_select_related = ("unit",)
    list_filter = (WithRole, "is_staff", "is_active")
    search_fields = ("search_key", "unit__search_key")
    ordering = ("full_name",)
    autocomplete_fields = ("unit",)
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Người", {"fields": ("full_name", "post", "unit", "email")}),
        ("Việc được làm", {"fields": ROLES}),
        ("Tài khoản", {"fields": ("is_active", "is_staff", "last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("Người", {"fields": ("full_name", "post", "unit", "email")}),
        ("Việc được làm", {"fields": (*ROLES, "is_staff")}),
    )

    def may_view(self, user, row):
        return viewer(user).is_keeper

    def may_change(self, user, row):
        """A keeper does not take over the account that installed the system."""
        above = row is not None and row.is_superuser and not user.is_superuser
        return viewer(user).is_keeper and not above

    def may_delete(self, user, row):
        """Who has acted stays on record: an account is closed, and deleted only by the installer."""
        return user.is_superuser and (row is None or row.pk != user.pk)

    @admin.display(description="vai trò")
    def hats(self, officer):
        names = [Officer._meta.get_field(role).verbose_name for role in ROLES if getattr(officer, role)]
        return ", ".join(names) or "–"
