"""Whose documents are handled here: those of one's own unit, and of the units it took over from."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from childlabour.units.access import viewer
from plans.models import Document


def own_document(request: HttpRequest, pk: int) -> Document:
    """A document of one's own unit; anyone else's is not there. One query."""
    documents = Document.objects.visible_to(request.user).select_related("unit__place", "programme")
    document = get_object_or_404(documents, pk=pk)
    if not viewer(request.user).sees(document.unit_id):
        raise Http404("Không có văn bản này.")
    return document
