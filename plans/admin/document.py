"""A plan on one page, in the order of its paper."""

from django.contrib import admin
from django.utils.text import Truncator

from childlabour.core.vietnamese import short_date
from childlabour.units.access import viewer
from childlabour.units.backoffice import RowForm, day
from childlabour.units.models import Unit
from plans.law.belonging import rows_of
from plans.law.rights import issuers_for, may_create, may_edit, usual_issuer
from plans.law.rules import warnings_of
from plans.law.seeing import of_own_units
from plans.models import Citation, Document, Recipient, Task

from .files import HandsOutPapers
from .links import link_to
from .rights import OfDocumentAdmin, OfDocumentInline


class CitationInline(OfDocumentInline):
    model = Citation
    fk_name = "document"
    fields = ("order", "text", "recognised", "open_row")
    lines = {"text": 2}
    readonly_fields = ("recognised", "open_row")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("cited_document__unit")

    @admin.display(description="nhận ra")
    def recognised(self, citation):
        date = short_date(citation.act_date) if citation.act_date else ""
        return " ".join(part for part in (citation.act_type, citation.act_number, date) if part) or "–"

    @admin.display(description="chi tiết")
    def open_row(self, citation):
        return link_to(citation, "Mở căn cứ này")


class RecipientInline(OfDocumentInline):
    model = Recipient
    fields = ("order", "text", "purpose", "unit")
    lines = {"text": 2}
    autocomplete_fields = ("unit",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")


class OfYear(admin.SimpleListFilter):
    title = "năm"
    parameter_name = "nam"

    def lookups(self, request, model_admin):
        periods = model_admin.get_queryset(request).order_by().values_list("period_from", "period_to")
        years = {year for first, last in periods.distinct() for year in range(first, last + 1)}
        return [(str(year), str(year)) for year in sorted(years, reverse=True)]

    def queryset(self, request, queryset):
        year = self.value() or ""
        return queryset.for_year(int(year)) if year.isdecimal() and len(year) == 4 else queryset


class Mine(admin.SimpleListFilter):
    title = "phạm vi"
    parameter_name = "cua-toi"

    def lookups(self, request, model_admin):
        return [("co", "của đơn vị tôi")] if viewer(request.user).seen_unit_ids else []

    def queryset(self, request, queryset):
        return of_own_units(queryset, request.user) if self.value() else queryset


class OfIssuer(admin.SimpleListFilter):
    title = "cơ quan ban hành"
    parameter_name = "co-quan"

    def lookups(self, request, model_admin):
        issuers = model_admin.get_queryset(request).order_by().values("unit")
        return [(str(unit.pk), str(unit)) for unit in Unit.objects.filter(pk__in=issuers)]

    def queryset(self, request, queryset):
        pk = self.value() or ""
        return queryset.of_units([int(pk)]) if pk.isdecimal() else queryset


class DocumentForm(RowForm):
    def __init__(self, *args, **kwargs):
        """A draft that was taken over keeps its issuer, for whom nothing new is begun."""
        super().__init__(*args, **kwargs)
        if "unit" in self.fields and self.instance.pk:
            self.fields["unit"].queryset |= Unit.objects.filter(pk=self.instance.unit_id)


@admin.register(Document)
class DocumentAdmin(HandsOutPapers, OfDocumentAdmin):
    form = DocumentForm
    list_display = (
        "number_and_symbol",
        "short_title",
        "unit",
        "period",
        "status",
        day("issued_on", "ngày"),
    )
    list_display_links = ("number_and_symbol", "short_title")
    list_filter = (Mine, "status", "kind", OfYear, OfIssuer, ("programme", admin.RelatedOnlyFieldListFilter))
    lines = {"signature_lines": 4}
    autocomplete_fields = ("unit", "programme", "parent")
    readonly_fields = ("number_and_symbol", "status", "origin")
    change_form_template = "admin/plans/document/change_form.html"
    inlines = (CitationInline, RecipientInline)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("status", "number_and_symbol", "origin"),
                    ("kind", "unit"),
                    "title",
                    "addressees",
                    ("seat", "issued_on", "symbol"),
                )
            },
        ),
        (
            "Kỳ và chương trình",
            {"fields": (("period_from", "period_to", "orientation_year"), "programme", "parent")},
        ),
        ("Người ký", {"fields": ("signature_lines", "signer")}),
        ("Ghi chú", {"fields": ("source_note",)}),
    )
    # The page runs as the paper does: fieldsets by place, inlines by model.
    paper_order = (0, 1, Citation, 2, Recipient, 3)

    def may_add(self, user, row):
        return may_create(user)

    def may_delete(self, user, row):
        """A draft that has been on its way is cancelled, not deleted: what happened to it stays on record."""
        untouched = row is None or not row.events.exists()
        return self.may_change(user, row) and untouched

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("programme", "parent__unit")

    def choosable(self, db_field, request):
        if db_field.name == "unit":
            return issuers_for(request.user)
        return super().choosable(db_field, request)

    def get_readonly_fields(self, request, obj=None):
        return super().get_readonly_fields(request, obj) if obj else ()

    def get_fieldsets(self, request, obj=None):
        """A new plan has no state, number or origin to show yet."""
        if obj:
            return self.fieldsets
        (_, first), *rest = self.fieldsets
        return ((None, {"fields": first["fields"][1:]}), *rest)

    def get_autocomplete_fields(self, request):
        """A drafter chooses among two units at most: a plain list shows them both."""
        fields = super().get_autocomplete_fields(request)
        return fields if viewer(request.user).is_keeper else [f for f in fields if f != "unit"]

    def get_changeform_initial_data(self, request):
        """The unit that one drafts for, or the own one."""
        given = super().get_changeform_initial_data(request)
        if not viewer(request.user).is_keeper:
            given.setdefault("unit", usual_issuer(issuers_for(request.user)))
        return given

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        tasks = rows_of(Task, form.instance).prefetch_related("assignments__unit")
        for problem in warnings_of(form.instance, tasks):
            self.message_user(request, problem.message, "warning")

    def delete_queryset(self, request, queryset):
        """Locked, and asked again: the page that listed them may be an hour old."""
        locked = Document.objects.select_for_update().filter(pk__in=[document.pk for document in queryset])
        for document in locked:
            if self.has_delete_permission(request, document):
                document.delete()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        fieldsets = list(context["adminform"])
        inlines = {inline.opts.model: inline for inline in context["inline_admin_formsets"]}
        context["pieces"] = [
            {"fieldset": fieldsets[piece]} if isinstance(piece, int) else {"inline": inlines.get(piece)}
            for piece in self.paper_order
        ]
        context["why_closed"] = why_closed(request.user, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description="số, ký hiệu", ordering="number")
    def number_and_symbol(self, document):
        return document.code or "chưa cấp số"

    @admin.display(description="trích yếu", ordering="title")
    def short_title(self, document):
        return Truncator(" ".join(document.title.split())).chars(160)

    @admin.display(description="kỳ", ordering="period_from")
    def period(self, document):
        return document.period


def why_closed(user, document: Document | None) -> str:
    """Why this officer cannot change the plan; "" when they can."""
    if document is None or may_edit(user, document):
        return ""
    if not document.is_editable:
        return f"Văn bản {document.get_status_display()}: chỉ xem, không sửa."
    return "Dự thảo này do chuyên viên soạn thảo của đơn vị sửa: ở đây chỉ xem."
