"""What belongs to a plan is seen as its words or its dealings are, and changed as the plan is, however far below."""

from childlabour.units.backoffice import InOffice, OfficeAdmin, OfficeInline
from plans.law.belonging import belongs, document_of, to_document
from plans.law.rights import may_create, may_edit
from plans.law.seeing import Seen, visible
from plans.models import Document, without_words


class AsTheDocument(InOffice):
    """Rights of a row, or of an inline in a row: those of its plan."""

    def may_change(self, user, row):
        return may_create(user) if row is None else may_edit(user, document_of(row))


class OfDocumentAdmin(AsTheDocument, OfficeAdmin):
    """Scoped to what the officer sees of documents; what is written waits for the plan's lock."""

    def may_add(self, user, row):
        """Rows are added where they belong: in the page of the row above."""
        return False

    def get_queryset(self, request):
        rows = visible(super().get_queryset(request), request.user)
        return without_words(rows.select_related(to_document(self.model, "unit")))

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what is a dealing, whatever the row itself is."""
        rows = visible(super().get_queryset(request), request.user, Seen.DEALINGS)
        if self.get_object(request, object_id) and not rows.filter(pk=object_id).exists():
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return super().history_view(request, object_id, extra_context)

    def get_search_fields(self, request):
        """A row is found by its own words and by those of its document."""
        return tuple(dict.fromkeys((*self.search_fields, to_document(self.model, "search_key"))))

    def get_object(self, request, object_id, from_field=None):
        """On writing, the plan is locked first: what was a draft when the page opened may be signed by now."""
        row = super().get_object(request, object_id, from_field)
        if row is not None and request.method == "POST":
            Document.objects.select_for_update().get(pk=document_of(row).pk)
            row = super().get_object(request, object_id, from_field)
        return row

    def choosable(self, db_field, request):
        pointed_at = db_field.remote_field.model
        if belongs(pointed_at):
            return visible(pointed_at._default_manager.all(), request.user)
        return super().choosable(db_field, request)


class OfDocumentInline(AsTheDocument, OfficeInline):
    def get_queryset(self, request):
        """Dealings stay dealings in the page of words that they hang on."""
        return visible(super().get_queryset(request), request.user)
