"""Certified copies: the pages to print, and the register of them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from childlabour.airlock.turns import turn_of
from childlabour.core.paging import page_of
from childlabour.core.vietnamese import search_key
from childlabour.units.gate import OfficersRequest, officers_only
from plans.issuing.copying import pages_of_copy
from plans.models import CertifiedCopy

from .own import own_document


@require_safe
@officers_only
def certified_copy(request: OfficersRequest, pk: int, copy: int) -> HttpResponse:
    document = own_document(request, pk)
    found = get_object_or_404(
        document.certified_copies.select_related("document", "source__document"), pk=copy
    )
    with turn_of("papers"):
        pages = pages_of_copy(found)
    answer = HttpResponse(pages, content_type="application/pdf")
    name = search_key(f"{found.get_form_display()} {found.code} {found.year}".replace("/", " ")).replace(
        " ", "-"
    )
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


@require_safe
@officers_only
def copies(request: OfficersRequest) -> HttpResponse:
    """The latest first, a unit and a year below the other."""
    visible = CertifiedCopy.objects.visible_to(request.user).select_related("unit", "document__unit")
    in_books = visible.order_by("unit__name", "-year", "-number")
    return render(request, "issuing/copies.html", {"nav": "desk", "page": page_of(in_books, request)})
