"""A proposal and the draft that it lays before its committee, each found from the other."""

from django.db.models import Q

from childlabour.units.access import Someone
from plans.models import Document


def pair_of(document: Document, user: Someone) -> list[Document]:
    """What `document` submits and what submits it, of that what this person may see. One query."""
    seen = Document.objects.visible_to(user).select_related("unit")
    found = seen.filter(Q(pk=document.submits_id)) | seen.filter(submits=document)
    return list(found.order_by("pk"))
