"""Places, units, signers and people: everyone in the office reads them, the keeper looks after them."""

from collections.abc import Iterable

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group

from .access import viewer
from .backoffice import CatalogueAdmin, CatalogueInline, RowsInOrder, WithHistory, day
from .models import (
    ROLES_OF_A_UNIT,
    Appointment,
    Delegation,
    Officer,
    Place,
    PlaceSuccession,
    Post,
    Role,
    Room,
    SigningCapacity,
    Unit,
    UnitSuccession,
    flag_of,
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
        ("Nhận văn bản", {"fields": ("email", "organ_id")}),
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


@admin.register(Delegation)
class DelegationAdmin(CatalogueAdmin):
    """Leaders hand over on their own desk; here it is read."""

    list_display = (
        "leader",
        "stand_in",
        "unit",
        day("first_day", "từ ngày"),
        day("last_day", "đến hết ngày"),
    )
    list_select_related = ("leader", "stand_in", "unit")
    search_fields = ("leader__search_key", "stand_in__search_key", "unit__search_key")
    fields = (("leader", "stand_in"), "unit", ("first_day", "last_day"), ("made_at", "revoked_at"))

    def may_change(self, user, row):
        return False


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


@admin.register(Room)
class RoomAdmin(CatalogueAdmin):
    list_display = ("name", "symbol", "unit", *VALIDITY)
    list_select_related = ("unit",)
    list_filter = (ValidOn,)
    search_fields = ("search_key", "unit__search_key")
    autocomplete_fields = ("unit",)
    fields = ("unit", "name", ("short_name", "symbol"), "head_post", ("valid_from", "valid_to"))


@admin.register(Post)
class PostAdmin(CatalogueAdmin):
    list_display = ("name", "kind", "room", "unit", *VALIDITY)
    list_select_related = ("unit", "room")
    list_filter = ("kind", ValidOn)
    search_fields = ("search_key", "room__search_key", "unit__search_key")
    autocomplete_fields = ("unit", "room")
    fields = ("unit", "room", "name", "kind", ("valid_from", "valid_to"))


def may_look_after(user, officer: Officer | None) -> bool:
    """The keeper looks after people, but does not take over the account that installed the system."""
    above = officer is not None and officer.is_superuser and not user.is_superuser
    return viewer(user).is_keeper and not above


class AppointmentRows(RowsInOrder):
    def clean(self):
        """The constraint of the table would see two rows that say the same only when both are stored."""
        super().clean()
        stand = [form for form in self.forms if form.is_valid() and form not in self.deleted_forms]
        for place, form in enumerate(stand):
            if any(_same_place(form.instance, other.instance) for other in stand[:place]):
                form.add_error("unit", "Hai dòng phân công giống nhau: gộp vai trò vào một dòng.")


def _same_place(one: Appointment, other: Appointment) -> bool:
    said = ("unit_id", "room_id", "post_id", "valid_from")
    return all(getattr(one, name) == getattr(other, name) for name in said)


class AppointmentInline(CatalogueInline):
    model = Appointment
    formset = AppointmentRows
    fields = ("unit", "room", "post", *map(flag_of, ROLES_OF_A_UNIT), "valid_from", "valid_to")
    autocomplete_fields = ("unit", "room", "post")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit", "room", "post")

    def may_view(self, user, row):
        return viewer(user).is_keeper

    def may_change(self, user, row):
        return may_look_after(user, row)


ROLE_NAMES = {
    flag_of(role): Appointment._meta.get_field(flag_of(role)).verbose_name for role in ROLES_OF_A_UNIT
}
KEEPER = flag_of(Role.KEEPER)


class WithRole(admin.SimpleListFilter):
    title = "vai trò"
    parameter_name = "vai-tro"

    def lookups(self, request, model_admin):
        return [*ROLE_NAMES.items(), (KEEPER, Officer._meta.get_field(KEEPER).verbose_name)]

    def queryset(self, request, queryset):
        if self.value() in ROLE_NAMES:
            holders = Appointment.objects.filter(**{self.value(): True})
            return queryset.filter(pk__in=holders.values("officer"))
        return queryset.filter(is_keeper=True) if self.value() == KEEPER else queryset


class NewOfficer(AdminUserCreationForm):
    class Meta:
        model = Officer
        fields = ("username", "full_name")


class ChangedOfficer(UserChangeForm):
    class Meta:
        model = Officer
        fields = "__all__"


BY_ITSELF = ("must_change_password", "last_login", "date_joined")


@admin.register(Officer)
class OfficerAdmin(CatalogueAdmin, UserAdmin):
    form = ChangedOfficer
    add_form = NewOfficer
    list_display = ("full_name", "username", "offices", "is_keeper", "is_staff", "is_active")
    list_filter = (WithRole, "is_staff", "is_active")
    search_fields = ("search_key", "appointments__unit__search_key")
    ordering = ("full_name",)
    filter_horizontal = ()
    readonly_fields = BY_ITSELF
    inlines = (AppointmentInline,)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Người", {"fields": ("full_name", "email")}),
        ("Tài khoản", {"fields": ("is_keeper", "is_active", "is_staff", *BY_ITSELF)}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("Người", {"fields": ("full_name", "email")}),
        ("Tài khoản", {"fields": ("is_keeper", "is_staff")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("appointments__unit", "appointments__post")

    def get_search_results(self, request, queryset, search_term):
        """An officer of two units is found once."""
        found, _ = super().get_search_results(request, queryset, search_term)
        return found, True

    def may_view(self, user, row):
        return viewer(user).is_keeper

    def may_change(self, user, row):
        return may_look_after(user, row)

    def may_delete(self, user, row):
        """Who has acted stays on record: an account is closed, and deleted only by the installer."""
        return user.is_superuser and (row is None or row.pk != user.pk)

    @admin.display(description="phân công")
    def offices(self, officer):
        return "; ".join(_in_words(officer.appointments.all())) or "–"


def _in_words(appointments: Iterable[Appointment]):
    """ "Văn thư, UBND xã Tân Thành (văn thư)"; free when unit and post are fetched."""
    for appointment in appointments:
        where = ", ".join(str(part) for part in (appointment.post, appointment.unit) if part)
        hats = [name for flag, name in ROLE_NAMES.items() if getattr(appointment, flag)]
        yield f"{where} ({', '.join(hats)})" if hats else where
