"""What a printed page needs of its page on the web: its address as a code, fetched by whoever prints."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import is_valid_path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .qr import qr_svg

LONGEST = 300  # characters; a longer search is typed again faster than its code is scanned


@require_safe
@cache_control(public=True, max_age=86_400)
def code_of_page(request: HttpRequest) -> HttpResponse:
    """`?trang=/ke-hoach/3/`: a page of this site as an SVG; 404 for anything else."""
    page = request.GET.get("trang", "")
    if len(page) > LONGEST or not is_valid_path(page.partition("?")[0]):
        raise Http404
    return HttpResponse(qr_svg(settings.SITE_ADDRESS + page), content_type="image/svg+xml")
