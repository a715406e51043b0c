"""Whose documents are handled here: those whose dealings one sees (`plans.law.seeing`)."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from plans.models import Document


def own_document(request: HttpRequest, pk: int) -> Document:
    """A document of one's own unit, or a published one of a unit below; anyone else's is not there. One query."""
    documents = Document.objects.with_dealings_seen_by(request.user)
    return get_object_or_404(documents.select_related("unit__place", "programme"), pk=pk)
