"""A document on one page, in the order of its paper."""

from django.contrib import admin
from django.template.defaultfilters import linebreaksbr
from django.utils.text import Truncator

from childlabour.units.access import viewer
from childlabour.units.backoffice import day
from childlabour.units.models import Unit
from plans.content.asking import content_of
from plans.drafting.changing import lay_change
from plans.law.belonging import rows_of
from plans.law.rights import issuers_for, may_create, may_edit, usual_issuer
from plans.law.rules import warnings_of
from plans.law.seeing import of_own_units
from plans.models import Document, Task, without_words

from .files import HandsOutPapers
from .lines import LINES, DocumentForm, lines_of_content
from .rights import OfDocumentAdmin


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
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("status", "number_and_symbol", "origin"),
                    ("kind", "unit"),
                    "title",
                    "addressees",
                    ("seat", "issued_on", "symbol", "drafted_in"),
                    "shown_to_public",
                )
            },
        ),
        (
            "Kỳ và chương trình",
            {"fields": (("period_from", "period_to", "orientation_year"), "programme", "parent")},
        ),
        ("Chữ của văn bản", {"fields": LINES}),
        (
            "Người ký",
            {"fields": ("competence", "signature_lines", "signer", ("beside_lines", "beside_signer"))},
        ),
        (
            "Mức độ khẩn, lưu hành, soạn thảo, liên hệ",
            {"fields": (("urgency", "circulation", "typist"), "contact")},
        ),
        ("Ghi chú", {"fields": ("source_note",)}),
    )

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
        lay_change(form.instance, request.user, form.before, form.content)
        tasks = without_words(rows_of(Task, form.instance).select_related("block"))
        tasks = tasks.prefetch_related("assignments__unit")
        for problem in warnings_of(form.instance, tasks):
            self.message_user(request, problem.message, "warning")

    def get_deleted_objects(self, objs, request):
        """What hangs on a draft goes with it: who may delete is asked of the draft alone."""
        found, counts, _, protected = super().get_deleted_objects(objs, request)
        kept = {
            self.opts.verbose_name for document in objs if not self.has_delete_permission(request, document)
        }
        return found, counts, kept, protected

    def delete_queryset(self, request, queryset):
        """Locked, and asked again: the page that listed them may be an hour old."""
        locked = Document.objects.select_for_update().filter(pk__in=[document.pk for document in queryset])
        for document in locked:
            if self.has_delete_permission(request, document):
                document.delete()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["why_closed"] = why_closed(request.user, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    # How the lines of the form are shown to who only reads.

    @admin.display(description="căn cứ")
    def citation_lines(self, document):
        return _lines(document, "citation_lines")

    @admin.display(description="nội dung (mỗi dòng một khối)")
    def body_lines(self, document):
        return _lines(document, "body_lines")

    @admin.display(description="nơi nhận")
    def recipient_lines(self, document):
        return _lines(document, "recipient_lines")

    @admin.display(description="số, ký hiệu", ordering="number")
    def number_and_symbol(self, document):
        return document.code or "chưa cấp số"

    @admin.display(description="trích yếu", ordering="title")
    def short_title(self, document):
        return Truncator(" ".join(document.title.split())).chars(160)

    @admin.display(description="kỳ", ordering="period_from")
    def period(self, document):
        return document.period


def _lines(document: Document, name: str) -> str:
    return linebreaksbr(lines_of_content(content_of(document))[name], autoescape=True)


def why_closed(user, document: Document | None) -> str:
    """Why this officer cannot change the plan; "" when they can."""
    if document is None or may_edit(user, document):
        return ""
    if not document.is_editable:
        return f"Văn bản {document.get_status_display()}: chỉ xem, không sửa."
    return "Dự thảo này do chuyên viên soạn thảo của đơn vị sửa: ở đây chỉ xem."
